# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Instances and what belongs to them."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks
from tests.simulator.store import PROJECT

TASKS: Tasks = {
    "scaleway_image_info": [
        {"public": True, "arch": "x86_64"},
        {"marketplace": True, "name": "ubuntu", "name_match": "contains"},
        {"marketplace": True, "name": "macos"},
        {"public": "perhaps"},
    ],
    "scaleway_image": [
        {"name": "golden", "arch": "x86_64", "snapshot": "none"},
        {"name": "golden", "arch": "x86_64"},
        {"name": "golden", "state": "absent"},
    ],
    "scaleway_ip": [
        {"tags": ["web"], "type": "routed_ipv6"},
        {"tags": ["web"], "reverse": "unresolved.example.com"},
        {"address": "192.0.2.77"},
        {"id": "none"},
        {"tags": ["web"], "state": "absent"},
    ],
    "scaleway_metadata_facts": [
        {"metadata_url": "http://127.0.0.1:9", "metadata_timeout": 1},
        {"metadata_timeout": "long"},
    ],
    "scaleway_private_nic": [
        {"server": "web-0", "private_network": "none"},
        {"server": "none", "private_network": "none", "state": "absent"},
        {"server": "web-0"},
    ],
    "scaleway_private_nic_info": [{"server": "web-0"}, {"server": "none"}],
    "scaleway_security_group_rule": [
        {"security_group": "none", "action": "accept"},
        {"security_group": PROJECT, "action": "accept", "protocol": "ICMP", "port": 1},
        {"security_group": PROJECT, "action": "accept", "dest_port_from": 9, "dest_port_to": 8},
        {"security_group": PROJECT, "action": "accept", "ip_range": "here"},
    ],
    "scaleway_server": [
        {"name": "web", "commercial_type": "DEV1-S", "image": "ubuntu_jammy", "tags": ["a"]},
        {"name": "web", "tags": ["b"], "public_ips": ["nowhere"]},
        {"name": "new", "commercial_type": "DEV1-XXL", "image": "ubuntu_jammy"},
        {"name": "web", "tags": ["b"], "user_data": {"role": "web"}},
        {"name": "web", "state": "absent", "delete_volumes": True},
        {"name": "web-0", "commercial_type": "DEV1-L"},
        {"name": "web", "state": "gone"},
    ],
    "scaleway_server_action": [
        {"server": "web-0", "action": "poweron"},
        {"server": "web-0", "action": "terminate", "confirm": "web-1"},
        {"server": "web-0", "action": "terminate"},
        {"server": "none", "action": "poweron"},
    ],
    "scaleway_server_type_info": [{"arch": "arm64"}, {"zone": "all", "name": "DEV1-S", "available": True}],
    "scaleway_snapshot": [
        {"name": "before", "volume": "web-0-root", "tags": ["a"]},
        {"name": "other", "volume": "none"},
        {"name": "before", "tags": []},
        {"name": "before", "state": "absent"},
    ],
    "scaleway_snapshot_info": [{"zone": "all"}],
    "scaleway_user_data": [
        {"server": "web-0", "key": "role", "value": "web\nand more"},
        {"server": "web-0", "user_data": {"stage": "production"}},
        {"server": "web-0", "value": "web"},
        {"server": "web-0", "state": "absent"},
    ],
    "scaleway_user_data_info": [{"server": "web-0"}, {"server": "web-0", "key": "none"}],
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
VOLUME = {"community.scaleway.scaleway_volume": {"name": "origin", "size": "1GB"}}
CLASSIC = {"api_generation": "classic", "region": "par1"}
OLD_VOLUME = {"community.scaleway.scaleway_volume": {**CLASSIC, "name": "origin", "size": "1GB"}}
OLD_ONES = tuple({**CLASSIC, "name": name} for name in ("web", "web-1", "my-web"))
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
    Case(
        "scaleway_snapshot",
        "snapshot",
        "instance.snapshot",
        {"volume": "origin", "tags": ["a", "b"]},
        {"tags": []},
        {"tags": []},
        before=[VOLUME],
    ),
    Case(
        "scaleway_image",
        "image",
        "instance.image",
        {"snapshot": "origin", "arch": "x86_64", "tags": ["a"]},
        {"tags": ["b"], "public": True},
        {"tags": ["b"], "public": True},
        before=[VOLUME, {"community.scaleway.scaleway_snapshot": {"name": "origin", "volume": "origin"}}],
    ),
    # The classic generation, where updates are a PUT of all that can be set.
    Case(
        "scaleway_snapshot",
        "snapshot",
        "instance.snapshot",
        {"volume": "origin", "tags": ["a", "b"]},
        {"tags": ["c"]},
        {"tags": ["c"]},
        changes=[("PUT", {"name": "web", "tags": ["c"]})],
        before=[OLD_VOLUME],
        who=OLD_ONES,
    ),
    Case(
        "scaleway_image",
        "image",
        "instance.image",
        {"snapshot": "origin", "arch": "x86_64", "tags": ["a"]},
        {"tags": ["b"], "public": True},
        {"tags": ["b"], "public": True},
        changes=[("PUT", {"name": "web", "arch": "x86_64", "tags": ["b"], "public": True})],
        before=[
            OLD_VOLUME,
            {"community.scaleway.scaleway_snapshot": {**CLASSIC, "name": "origin", "volume": "origin"}},
        ],
        who=OLD_ONES,
    ),
    Case(
        "scaleway_security_group",
        "security_group",
        "instance.security_group",
        {"description": "for the web", "inbound_default_policy": "drop"},
        {"stateful": False},
        {"stateful": False},
        changes=[
            (
                "PUT",
                {
                    "name": "web",
                    "description": "for the web",
                    "stateful": False,
                    "inbound_default_policy": "drop",
                    "outbound_default_policy": "accept",
                    "enable_default_security": True,
                    "project_default": False,
                    "organization_default": False,
                    "tags": [],
                },
            )
        ],
        who=OLD_ONES,
    ),
]
LATER = (
    ".filesystems",
    ".end_of_service",
    ".dns",
    ".admin_password_encrypted_value",
    ".admin_password_encryption_ssh_key_id",
    ".kms_key_id",
    ".scratch_storage_max_volumes_count",
)
MAPS = (".servers", ".volumes", ".extra_volumes", ".per_volume_constraint")
VALUES = {
    "scaleway_security_group": {
        "rules": [
            [],
            [{"action": "accept", "ip_range": "0.0.0.0/0", "dest_port_from": 22}],
            [
                {"action": "drop", "direction": "outbound", "protocol": "UDP", "ip_range": "2001:db8::/32"},
                {"action": "accept", "protocol": "ICMP", "ip_range": "192.0.2.7/32"},
                {"action": "accept", "ip_range": "192.0.2.0/24", "dest_port_from": 80, "dest_port_to": 90},
            ],
        ],
    },
}
CONTRACTS = [
    Contract("instance/v1", 600, LATER, MAPS),
    Contract("block/v1", 150, LATER),
    Contract("marketplace/v2", 15, LATER),
]
