# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Instances and what belongs to them."""

from __future__ import annotations

from tests.families.case import Case, Tasks
from tests.simulator.store import PROJECT

TASKS: Tasks = {
    "scaleway_image_info": [{"public": True, "arch": "x86_64"}, {"public": "perhaps"}],
    "scaleway_ip_info": [{"zone": "all"}],
    "scaleway_placement_group": [
        {"name": "web", "policy_mode": "enforced"},
        {"name": "web", "policy_mode": "strict"},
        {"name": "web", "state": "absent"},
    ],
    "scaleway_placement_group_info": [{"zone": "all"}],
    "scaleway_security_group": [
        {"name": "web", "rules": [{"action": "accept", "port": 80}], "description": "for the web"},
        {"name": "web", "rules": [{"action": "accept", "protocol": "ICMP", "port": 80}]},
        {"name": "web", "rules": [{"action": "let pass"}]},
        {"name": "web", "rules": [], "stateful": False},
        {"name": "web", "state": "absent"},
    ],
    "scaleway_security_group_info": [{"zone": "all"}],
    "scaleway_server_info": [{"zone": "all", "state": "running"}, {"name": "web-", "name_match": "contains"}],
    "scaleway_volume": [
        {"name": "data", "size": "20GB", "tags": ["a"], "timeout": 20, "api_timeout": 10},
        {"name": "data", "size": "30GB"},
        {"name": "data", "size": "20GB", "recreate": "perhaps"},
        {"name": "data", "state": "absent"},
        {"name": "data", "zone": "nowhere", "region": "fr-par-1"},
    ],
    "scaleway_volume_info": [{"zone": "all"}, {"name": "data", "name_match": "never"}, {"id": PROJECT}],
}
CASES = [
    Case(
        "scaleway_placement_group",
        "placement_group",
        "instance.placement_group",
        {"policy_type": "low_latency", "tags": ["a", "b"]},
        {"policy_mode": "enforced", "tags": []},
        {"policy_mode": "enforced", "tags": []},
    ),
    Case(
        "scaleway_security_group",
        "security_group",
        "instance.security_group",
        {"description": "for the web", "inbound_default_policy": "drop", "tags": ["a"]},
        {"description": "", "stateful": False},
        {"description": "", "stateful": False},
    ),
]
