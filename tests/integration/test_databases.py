# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Managed databases, beyond the life cycle that all resources have."""

from __future__ import annotations

from typing import Any

from tests.families.databases import CREATE_SHOP, INSTANCE, PASSWORD, SHOP
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Run, Task

QUICK = {"wait_interval": 0.1}


def rdb(kind: str, check: bool = False, /, **options: Any) -> Task:
    keywords = {"check_mode": True} if check else {}
    return {f"community.scaleway.scaleway_rdb_{kind}": {**QUICK, **options}, "ignore_errors": True, **keywords}


def changes(done: Run) -> list[bool]:
    return [result["changed"] for result in done.results]


def test_what_belongs_to_an_instance(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    shop = {"instance": "shop"}
    web = {**shop, "name": "web"}
    grant = {**shop, "database": "orders", "user": "web"}
    rules = [{"ip": "192.0.2.0/24", "description": "the office"}, {"ip": "198.51.100.7"}]
    tasks = [
        CREATE_SHOP,
        *(rdb("database", check, **shop, name="orders") for check in (True, False, False)),
        *(rdb("user", check, **web, password=PASSWORD) for check in (True, False, False)),
        rdb("user", **web, is_admin=True),
        rdb("user", **web, password=PASSWORD, update_password="always"),
        *(rdb("privilege", check, **grant, permission="readwrite") for check in (True, False, False)),
        rdb("privilege", **grant, permission="all"),
        *(rdb("acl", check, **shop, rules=rules) for check in (True, False, False)),
        rdb("acl", **shop, rules=rules[::-1]),
    ]
    done = ansible.play(tasks, vars=way)
    assert changes(done) == [
        True,
        *[True, True, False] * 2,
        True,
        True,
        *[True, True, False],
        True,
        True,
        True,
        False,
        False,
    ]
    (instance,) = simulator.state("rdb.instance")
    assert [found["name"] for found in instance["_databases"]] == ["rdb", "orders"]
    assert instance["_users"] == [{"name": "admin", "is_admin": True}, {"name": "web", "is_admin": True}]
    assert {"database_name": "orders", "user_name": "web", "permission": "all"} in instance["_privileges"]
    assert [rule["ip"] for rule in instance["_rules"]] == ["192.0.2.0/24", "198.51.100.7/32"]
    assert PASSWORD not in done.output

    simulator.clear_requests()
    absent = {"state": "absent"}
    kinds = (("privilege", grant), ("user", web), ("database", {**shop, "name": "orders"}), ("acl", shop))
    tasks = [rdb(kind, check, **options, **absent) for kind, options in kinds for check in (True, False, False)]
    done = ansible.play(tasks, vars=way)
    assert changes(done) == [True, True, False] * 4, done.output
    (instance,) = simulator.state("rdb.instance")
    assert [found["name"] for found in instance["_databases"]] == ["rdb"]
    assert instance["_rules"] == []
    assert [method for method, _path in simulator.writes()] == ["PUT", "DELETE", "DELETE", "PUT"]


def test_endpoints_and_read_replicas(ansible: Ansible, simulator: SimulatorProcess) -> None:
    network: Task = {
        "community.scaleway.scaleway_api": {
            "path": "/vpc/v2/regions/{region}/private-networks",
            "method": "POST",
            "body": {"name": "inner"},
            "region": "fr-par",
        }
    }
    inner = {"instance": "shop", "private_network": "inner"}
    both = {"endpoints": {"load_balancer": True, "private_networks": ["inner"]}}
    tasks = [
        network,
        CREATE_SHOP,
        *(rdb("endpoint", check, **inner) for check in (True, False, False)),
        rdb("endpoint", instance="shop", state="absent"),
        rdb("instance", name="shop", **both),
        rdb("instance", name="shop", **both),
        *(rdb("read_replica", check, **inner) for check in (True, False, False)),
        rdb("read_replica", instance="shop"),
        rdb("read_replica_info", instance="shop"),
        rdb("endpoint_info", instance="shop"),
        *(rdb("read_replica", **inner, state="absent") for _again in range(2)),
        rdb("endpoint", **inner, state="absent"),
    ]
    for task in tasks:
        for name in ("scaleway_rdb_read_replica_info", "scaleway_rdb_endpoint_info"):
            task.get(f"community.scaleway.{name}", {}).pop("wait_interval", None)
    done = ansible.play(tasks)
    life = [True, True, False]
    assert changes(done) == [True, True, *life, True, True, False, *life, True, False, False, True, False, True], (
        done.output
    )
    listed = done.results[12]["read_replicas"]
    assert [[*replica["endpoints"][0]][-1] for replica in listed] == ["private_network", "direct_access"]
    assert len(done.results[13]["endpoints"]) == 2
    (instance,) = simulator.state("rdb.instance")
    assert [list(found)[-1] for found in instance["endpoints"]] == ["load_balancer"]
    assert len(simulator.state("rdb.read_replica")) == 1


def test_backups_are_exported_and_restored(ansible: Ansible, simulator: SimulatorProcess) -> None:
    made = {"instance": "shop", "database_name": "rdb", "name": "before"}
    to = {"instance": "shop", "database_name": "again"}
    tasks = [
        CREATE_SHOP,
        rdb("backup", **made),
        rdb("backup", True, **made, state="exported"),
        rdb("backup", **made, state="exported"),
        rdb("backup", id="{{ found }}", **to, state="restored"),
        rdb("backup", id="{{ found }}", instance="shop", state="restored"),
        rdb("backup", **{**made, "name": "other"}, state="restored"),
    ]
    tasks[1]["register"] = "made"
    done = ansible.play(tasks, vars={"found": "{{ made.backup.id }}"})
    assert changes(done) == [True, True, True, True, True, False, False], done.output
    assert done.results[3]["backup"]["download_url"].startswith("https://")
    assert done.results[3]["metadata"] == done.results[3]["backup"]
    assert "database_name" in done.results[5]["msg"]
    assert "it cannot be restored" in done.results[6]["msg"]
    (instance,) = simulator.state("rdb.instance")
    assert [found["name"] for found in instance["_databases"]] == ["rdb", "again"]


def test_an_instance_is_upgraded_by_one_change_a_request(ansible: Ansible, simulator: SimulatorProcess) -> None:
    wanted = {"node_type": "DB-GP-XS", "is_ha_cluster": True, "encryption_at_rest": True, "volume_size": "20GB"}
    done = ansible.play(
        [
            CREATE_SHOP,
            rdb("instance", name="shop", **wanted),
            rdb("instance", name="shop", **wanted),
            rdb("instance", name="shop", is_ha_cluster=False),
            rdb("instance", name="shop", engine="PostgreSQL-17"),
            rdb("instance", name="shop", engine="PostgreSQL-15", allow_engine_upgrade=True),
            rdb("instance", name="shop", engine="PostgreSQL-17", allow_engine_upgrade=True),
            rdb("instance", name="shop", engine="PostgreSQL-17"),
        ]
    )
    assert changes(done) == [True, True, False, False, False, False, True, False], done.output
    assert "is_ha_cluster is True and False was asked for" in done.results[3]["msg"]
    assert "allow_engine_upgrade" in done.results[4]["msg"]
    assert "It can be upgraded to: PostgreSQL-17" in done.results[5]["msg"]
    sent = [entry["body"] for entry in simulator.requests() if entry["path"].endswith("/upgrade")]
    assert sent[:4] == [
        {"volume_size": 20_000_000_000},
        {"node_type": "db-gp-xs"},
        {"enable_ha": True},
        {"enable_encryption": True},
    ]
    (instance,) = [found for found in simulator.state("rdb.instance") if found["status"] != "deleting"]
    assert instance["engine"] == "PostgreSQL-17"
    assert len(instance["endpoints"]) == 1
    assert instance["id"] != done.results[0]["instance"]["id"]


def test_what_cannot_be_is_told_before_anything_is_sent(ansible: Ansible, simulator: SimulatorProcess) -> None:
    wrong: dict[str, tuple[Task, str]] = {
        "node type": (
            rdb("instance", **{**SHOP, "node_type": "DB-DEV-X"}),
            "node_type: 'db-dev-x' is no node type in fr-par.",
        ),
        "engine": (rdb("instance", **{**SHOP, "engine": "PostgreSQL-99"}), "Did you mean PostgreSQL-"),
        "volume type": (
            rdb("instance", **{**SHOP, "volume_type": "sbs_50k"}),
            f"volume_type: 'sbs_50k' is no volume type of {str(INSTANCE['node_type']).lower()} in fr-par. Did you mean",
        ),
        "password": (rdb("instance", **{**SHOP, "password": "simple"}), "password: the password breaks the rules"),
        "size": (rdb("instance", **{**SHOP, "volume_size": "big"}), "volume_size: 'big' is no size"),
        "network": (
            rdb("acl", instance="x", rules=[{"ip": "192.0.2.1/24"}]),
            "instance: there is no instance named 'x'",
        ),
        "nothing": (rdb("instance", name="none", node_type=INSTANCE["node_type"]), "engine, user_name and password"),
    }
    done = ansible.play([task for task, _told in wrong.values()])
    for (name, (_task, told)), result in zip(wrong.items(), done.results):
        assert result["failed"], name
        assert told in result["msg"], name
        assert "simple" not in result["msg"]
    assert simulator.writes() == []
