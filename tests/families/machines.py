# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Elastic Metal and Apple silicon."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks

QUICK = {"wait_interval": 0.1}
METAL = {"offer": "EM-A115X-SSD", "zone": "fr-par-2", **QUICK}
MAC = {"type": "M4-M", "zone": "fr-par-1", **QUICK}
SECRETS: Tasks = {
    "scaleway_baremetal_server": [
        {
            "community.scaleway.scaleway_baremetal_server": {
                "name": "metal",
                **METAL,
                "install": {
                    "os": "Custom install",
                    "password": "Correct/Horse+2 & 3",
                    "service_password": "Battery/Staple+4 & 5",
                },
            }
        },
    ],
}
TASKS: Tasks = {
    "scaleway_baremetal_server": [
        {"name": "metal", **METAL, "install": {"os": "Custom install"}, "options": ["remote access"]},
        {"name": "metal", **METAL, "install": {"os": "Debian"}},
        {"name": "other", **METAL, "offer": "EM-A115X"},
    ],
    "scaleway_baremetal_server_info": [{"zone": "all"}],
    "scaleway_baremetal_offer_info": [{"zone": "fr-par-2", "billing": "monthly"}],
    "scaleway_baremetal_os_info": [{"zone": "fr-par-2", "name": "Ubuntu"}],
    "scaleway_applesilicon_server": [
        {"name": "mac", **MAC, "os": "macos-tahoe-26.0"},
        {"name": "mac", **MAC, "os": "macos-sequoia-15.6"},
        {"name": "other", **MAC, "type": "M9"},
    ],
    "scaleway_applesilicon_server_info": [{"zone": "fr-par-1"}],
}
CASES = [
    Case(
        "scaleway_baremetal_server",
        "server",
        "baremetal.server",
        {**METAL, "zone": "fr-par-1", "tags": ["a", "b"], "install": {"os": "Custom install", "hostname": "metal"}},
        {"tags": [], "description": "new"},
        {"tags": [], "description": "new"},
    ),
    Case(
        "scaleway_applesilicon_server",
        "server",
        "apple_silicon.server",
        {**MAC, "os": "macos-sequoia-15.6"},
        {"public_bandwidth": 2_000_000_000, "schedule_deletion": True},
        {},
        changes=[("PATCH", {"public_bandwidth_bps": 2_000_000_000}), ("PATCH", {"schedule_deletion": True})],
        shown=("public_bandwidth_bps", "deletion_scheduled"),
    ),
]
CONTRACTS = [
    Contract("baremetal/v1", 203),
    Contract("baremetal/v3", 20),
    Contract("apple-silicon/v1alpha1", 43),
]
