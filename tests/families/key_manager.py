# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Key Manager."""

from __future__ import annotations

import base64

from tests.families.case import Case, Contract, Tasks

USAGE = {"symmetric_encryption": "aes_256_gcm"}
TASKS: Tasks = {
    "scaleway_key": [
        {"name": "backups", "usage": USAGE, "rotation_policy": {"rotation_period": "90d"}, "enabled": False},
        {"name": "other"},
        {"name": "other", "usage": {"symmetric_encryption": "a", "asymmetric_signing": "b"}},
        {"name": "backups", "state": "absent"},
        {"name": "backups", "state": "absent", "protected": False},
    ],
    "scaleway_key_info": [{"region": "all"}],
}
CASES = [
    Case(
        "scaleway_key",
        "key",
        "key_manager.key",
        {"usage": USAGE, "description": "for backups", "tags": ["a"], "protected": False},
        {"description": "for all", "tags": []},
        {"description": "for all", "tags": []},
    ),
]
SECRETS: Tasks = {
    "scaleway_key": [
        {
            "community.scaleway.scaleway_key": {
                "name": "own",
                "usage": USAGE,
                "origin": "external",
                "key_material": base64.b64encode(b"thirty-two bytes of a secret key").decode(),
            }
        }
    ]
}
VALUES = {"scaleway_key": {"rotation_policy": [{"rotation_period": "30d"}, {"rotation_period": "8760h"}]}}
CONTRACTS = [Contract("key-manager/v1alpha1", 14)]
