# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Managed databases."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks

PASSWORD = "Correct-Horse-1"
NEEDED = {"database_password": PASSWORD}
INSTANCE = {
    "engine": "PostgreSQL-16",
    "node_type": "DB-DEV-S",
    "user_name": "admin",
    "password": PASSWORD,
    "wait_interval": 0.1,
}
SHOP = {"name": "shop", **INSTANCE}
CREATE_SHOP = {"community.scaleway.scaleway_rdb_instance": SHOP}
SECRETS: Tasks = {
    "scaleway_rdb_user": [
        CREATE_SHOP,
        {
            "community.scaleway.scaleway_rdb_user": {
                "instance": "shop",
                "name": "web",
                "password": "Correct/Horse+2 & 3",
            }
        },
    ],
}
TASKS: Tasks = {
    "scaleway_rdb_instance": [
        {**SHOP, "tags": ["a"], "settings": {"max_connections": 120}, "volume_size": "10GB"},
        {**SHOP, "node_type": "DB-DEV-X"},
        {**SHOP, "name": "other", "engine": "PostgreSQL-99"},
        {**SHOP, "name": "other", "password": "simple"},
        {**SHOP, "volume_size": "5GB"},
        {**SHOP, "engine": "PostgreSQL-17"},
    ],
    "scaleway_rdb_instance_info": [{"region": "all"}],
    "scaleway_rdb_database": [
        {"instance": "shop", "name": "orders"},
        {"instance": "none", "name": "x", "state": "absent"},
    ],
    "scaleway_rdb_database_info": [{"instance": "none"}],
    "scaleway_rdb_user": [{"instance": "none", "name": "web", "password": PASSWORD}, {"instance": "x"}],
    "scaleway_rdb_user_info": [{"instance": "none"}],
    "scaleway_rdb_privilege": [
        {"instance": "none", "database": "rdb", "user": "web", "permission": "all"},
        {"instance": "none", "database": "rdb", "user": "web", "permission": "some"},
    ],
    "scaleway_rdb_privilege_info": [{"instance": "none"}],
    "scaleway_rdb_acl": [{"instance": "none", "rules": [{"ip": "192.0.2.1/24"}]}],
    "scaleway_rdb_acl_info": [{"instance": "none"}],
    "scaleway_rdb_snapshot": [{"instance": "none", "name": "before"}, {"name": "before"}],
    "scaleway_rdb_snapshot_info": [{}],
    "scaleway_rdb_backup": [
        {"instance": "none", "database_name": "rdb", "name": "before"},
        {"name": "before", "state": "restored"},
    ],
    "scaleway_rdb_backup_info": [{}],
    "scaleway_rdb_read_replica": [{"instance": "none"}, {"instance": "none", "state": "absent"}],
    "scaleway_rdb_read_replica_info": [{"instance": "none"}],
    "scaleway_rdb_endpoint": [{"instance": "none"}, {"instance": "none", "state": "absent"}],
    "scaleway_rdb_endpoint_info": [{"instance": "none"}],
}
IN_SHOP = {"instance": "shop"}
WHO = ({"name": "web"}, {"name": "web-1"}, {"name": "my-web"})
CASES = [
    Case(
        "scaleway_rdb_instance",
        "instance",
        "rdb.instance",
        {**INSTANCE, "tags": ["a", "b"], "volume_type": "sbs_5k", "volume_size": "10GB"},
        {"tags": [], "volume_size": "20GB", "settings": {"max_connections": 120}, "wait_interval": 0.1},
        {},
        changes=[
            ("PATCH", {"tags": []}),
            (
                "PUT",
                {
                    "settings": [
                        {"name": "effective_cache_size", "value": "1300"},
                        {"name": "maintenance_work_mem", "value": "150"},
                        {"name": "max_connections", "value": "120"},
                        {"name": "work_mem", "value": "4"},
                    ]
                },
            ),
            ("POST", {"volume_size": 20_000_000_000}),
        ],
        shown=("tags", "settings", "volume"),
    ),
    Case(
        "scaleway_rdb_snapshot",
        "snapshot",
        "rdb.snapshot",
        {**IN_SHOP, "expires_at": "2030-01-01T00:00:00Z", "wait_interval": 0.1},
        {"expires_at": "2031-01-01T00:00:00Z"},
        {"expires_at": "2031-01-01T00:00:00Z"},
        before=[CREATE_SHOP],
        who=tuple({**IN_SHOP, **who} for who in WHO),
    ),
    Case(
        "scaleway_rdb_backup",
        "backup",
        "rdb.backup",
        {"expires_at": "2030-01-01T00:00:00Z", "wait_interval": 0.1},
        {"expires_at": "2031-01-01T00:00:00Z"},
        {"expires_at": "2031-01-01T00:00:00Z"},
        before=[CREATE_SHOP],
        who=tuple({**IN_SHOP, "database_name": "rdb", **who} for who in WHO),
    ),
]
VALUES = {
    "scaleway_rdb_instance": {
        "encryption_at_rest": [],  # it cannot be turned off again, nor can a cluster
        "is_ha_cluster": [],
        "backup_schedule": [{"disabled": True}, {"disabled": False, "frequency": 12, "retention": 3}],
        "logs_policy": [{"max_age_retention": 10}, {"total_disk_retention": 1000000000}],
    },
}
CONTRACTS = [Contract("rdb/v1", 200, (".high_availability_mode",))]
