# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What Scaleway's own SDK made is the same to our modules: nothing to change for tasks that ask for just that, and gone for the
SDK when they took it away."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible

PASSWORD = "Sdk-Passw0rd!"
QUICK = {"wait_interval": 0.1}
TASKS: list[tuple[str, dict[str, Any]]] = [
    (
        "rdb_instance",
        {
            "name": "sdk",
            "engine": "PostgreSQL-15",
            "node_type": "DB-DEV-S",
            "user_name": "admin",
            "password": PASSWORD,
            "is_ha_cluster": False,
            "volume_type": "sbs_5k",
            "volume_size": "10GB",
            "tags": ["a"],
            "backup_schedule": {"retention": 14},
        },
    ),
    ("rdb_database", {"instance": "sdk", "name": "shop"}),
    ("rdb_user", {"instance": "sdk", "name": "shop", "password": PASSWORD, "update_password": "on_create"}),
    ("rdb_privilege", {"instance": "sdk", "database": "shop", "user": "shop", "permission": "readwrite"}),
    ("rdb_acl", {"instance": "sdk", "rules": [{"ip": "192.0.2.0/24", "description": "office"}]}),
    ("k8s_cluster", {"name": "sdk", "version": "1.35.3", "cni": "cilium", "tags": ["a"]}),
    ("k8s_pool", {"cluster": "sdk", "name": "web", "node_type": "DEV1-M", "size": 1, "labels": {"role": "web"}}),
    ("k8s_acl", {"cluster": "sdk", "rules": [{"ip": "192.0.2.0/24", "description": "office"}]}),
    ("registry_namespace", {"name": "sdk", "description": "images", "is_public": True}),
]


def test_what_the_sdk_made(client, simulator: SimulatorProcess, ansible: Ansible) -> None:  # type: ignore[no-untyped-def]
    from scaleway.k8s.v1 import CNI, K8SV1API
    from scaleway.k8s.v1.types import ACLRuleRequest
    from scaleway.rdb.v1 import Permission, RdbV1API, VolumeType
    from scaleway.rdb.v1 import types as rdb
    from scaleway.registry.v1 import RegistryV1API

    databases, clusters, registry = RdbV1API(client), K8SV1API(client), RegistryV1API(client)
    instance = databases.create_instance(
        name="sdk",
        engine="PostgreSQL-15",
        node_type="DB-DEV-S",
        user_name="admin",
        password=PASSWORD,
        is_ha_cluster=False,
        disable_backup=False,
        backup_same_region=False,
        volume_type=VolumeType.SBS_5K,
        volume_size=10**10,
        tags=["a"],
    )
    there = {"instance_id": databases.wait_for_instance(instance_id=instance.id).id}
    databases.update_instance(**there, backup_schedule_retention=14)
    databases.create_database(**there, name="shop")
    databases.create_user(**there, name="shop", password=PASSWORD, is_admin=False)
    databases.set_privilege(**there, database_name="shop", user_name="shop", permission=Permission.READWRITE)
    databases.set_instance_acl_rules(**there, rules=[rdb.ACLRuleRequest(ip="192.0.2.0/24", description="office")])
    cluster = clusters.create_cluster(
        type_="kapsule", description="", name="sdk", version="1.35.3", cni=CNI.CILIUM, tags=["a"]
    )
    clusters.wait_for_cluster(cluster_id=cluster.id)
    no = dict.fromkeys(("autoscaling", "autohealing", "public_ip_disabled"), False)
    pool = clusters.create_pool(
        cluster_id=cluster.id, name="web", node_type="DEV1-M", size=1, labels={"role": "web"}, **no
    )
    clusters.wait_for_pool(pool_id=pool.id)
    rule = ACLRuleRequest(description="office", ip="192.0.2.0/24")
    clusters.set_cluster_acl_rules(cluster_id=cluster.id, acls=[rule])
    registry.create_namespace(name="sdk", description="images", is_public=True)
    simulator.clear_requests()

    same = [{f"community.scaleway.scaleway_{name}": options} for name, options in TASKS]
    away = [
        {f"community.scaleway.scaleway_{name}": {"name": "sdk", "state": "absent", **QUICK}}
        for name in ("rdb_instance", "k8s_cluster", "registry_namespace")
    ]
    done = ansible.play([*same, *away])
    assert [result["changed"] for result in done.results] == [False] * len(same) + [True] * len(away), done.output
    assert [method for method, path in simulator.writes()] == ["DELETE"] * 3
    assert (databases.list_instances_all(), clusters.list_clusters_all(), registry.list_namespaces_all()) == (
        [],
        [],
        [],
    )
