# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Redis, MongoDB, and serverless databases."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks
from tests.families.databases import PASSWORD

LOGIN = {"user_name": "admin", "password": PASSWORD, "wait_interval": 0.1}
REDIS = {"version": "7.2.11", "node_type": "RED1-micro", **LOGIN}
MONGODB = {"version": "7.0", "node_type": "MGDB-PLAY2-NANO", **LOGIN}
CREATE_DOCS = {"community.scaleway.scaleway_mongodb_instance": {"name": "docs", **MONGODB}}
IN_DOCS = {"instance": "docs"}
WHO = ({"name": "web"}, {"name": "web-1"}, {"name": "my-web"})
SECRETS: Tasks = {
    "scaleway_mongodb_user": [
        CREATE_DOCS,
        {"community.scaleway.scaleway_mongodb_user": {**IN_DOCS, "name": "web", "password": "Correct/Horse+2 & 3"}},
    ],
}
TASKS: Tasks = {
    "scaleway_redis_cluster": [
        {"name": "cache", **REDIS, "acl_rules": [{"ip": "192.0.2.0/24"}], "settings": {"maxclients": 5000}},
        {"name": "other", **REDIS, "node_type": "RED1-XXL"},
    ],
    "scaleway_redis_cluster_info": [{"zone": "all"}],
    "scaleway_mongodb_instance": [
        {"name": "docs", **MONGODB, "snapshot_schedule": {"enabled": True, "retention_days": 3}},
        {"name": "docs", **MONGODB, "node_amount": 3},
        {"name": "other", **MONGODB, "version": "9.9"},
    ],
    "scaleway_mongodb_instance_info": [{"region": "all"}],
    "scaleway_mongodb_user": [
        {"instance": "none", "name": "web", "password": PASSWORD},
        {"instance": "none", "name": "web", "roles": [{"role": "owner"}]},
    ],
    "scaleway_mongodb_user_info": [{"instance": "none"}],
    "scaleway_mongodb_snapshot": [{"instance": "none", "name": "before"}, {"name": "before"}],
    "scaleway_mongodb_snapshot_info": [{}],
    "scaleway_sdb_database": [
        {"name": "orders", "cpu_max": 4, "wait_interval": 0.1},
        {"name": "orders", "cpu_min": 5},
    ],
    "scaleway_sdb_database_info": [{"region": "all"}],
}
CASES = [
    Case(
        "scaleway_redis_cluster",
        "cluster",
        "redis.cluster",
        {**REDIS, "tags": ["a", "b"], "settings": {"maxclients": 5000}},
        {
            "tags": [],
            "settings": {"databases": 8},
            "node_type": "RED1-S",
            "version": "8.4.0",
            "wait_interval": 0.1,
        },
        {},
        changes=[
            ("PATCH", {"tags": []}),
            (
                "PUT",
                {"settings": [{"name": "databases", "value": "8"}, {"name": "maxclients", "value": "5000"}]},
            ),
            ("POST", {"node_type": "RED1-S"}),
            ("POST", {"version": "8.4.0"}),
        ],
        shown=("tags", "cluster_settings", "node_type", "version"),
    ),
    Case(
        "scaleway_mongodb_instance",
        "instance",
        "mongodb.instance",
        {**MONGODB, "tags": ["a", "b"], "volume_size": "10GB"},
        {
            "tags": [],
            "volume_size": "20GB",
            "snapshot_schedule": {"enabled": True, "retention_days": 3},
            "version": "8.0",
            "wait_interval": 0.1,
        },
        {},
        changes=[
            ("PATCH", {"tags": []}),
            ("PATCH", {"is_snapshot_schedule_enabled": True, "snapshot_schedule_retention_days": 3}),
            ("POST", {"volume_size_bytes": 20_000_000_000}),
            ("POST", {"version": "8.0"}),
        ],
        shown=("tags", "volume", "snapshot_schedule", "version"),
    ),
    Case(
        "scaleway_mongodb_snapshot",
        "snapshot",
        "mongodb.snapshot",
        {**IN_DOCS, "expires_at": "2030-01-01T00:00:00Z", "wait_interval": 0.1},
        {"expires_at": "2031-01-01T00:00:00Z"},
        {"expires_at": "2031-01-01T00:00:00Z"},
        before=[CREATE_DOCS],
        who=tuple({**IN_DOCS, **who} for who in WHO),
    ),
    Case(
        "scaleway_sdb_database",
        "database",
        "sdb.database",
        {"cpu_max": 4, "wait_interval": 0.1},
        {"cpu_min": 1, "cpu_max": 8},
        {"cpu_min": 1, "cpu_max": 8},
    ),
]
VALUES = {
    "scaleway_redis_cluster": {
        "version": [],  # there is no way back
        "acl_rules": [[], [{"ip": "192.0.2.0/24"}], [{"ip": "192.0.2.7", "description": "one"}, {"ip": "::/0"}]],
    },
}
CONTRACTS = [
    Contract("redis/v1", 28),
    # What the API added after the recording of 2025-09.
    Contract("mongodb/v1", 36, (".maintenances", ".settings", ".upgradable_versions")),
]
