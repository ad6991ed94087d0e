# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Container Registry."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks

QUICK = {"wait_interval": 0.1}
TASKS: Tasks = {
    "scaleway_registry_namespace": [
        {"name": "shop", "description": "images", **QUICK},
        {"name": "shop", "is_public": True, "privacy_policy": "public"},
    ],
    "scaleway_registry_namespace_info": [{"region": "all"}],
    "scaleway_registry_image_info": [{}, {"namespace": "none"}],
    "scaleway_registry_tag": [{"image": "none", "name": "latest"}, {"name": "latest"}],
}
CASES = [
    Case(
        "scaleway_registry_namespace",
        "namespace",
        "registry.namespace",
        {"description": "images", **QUICK},
        {"description": "", "is_public": True, **QUICK},
        {"description": "", "is_public": True},
        twin=None,
    )
]
CONTRACTS = [Contract("registry/v1", 12)]
