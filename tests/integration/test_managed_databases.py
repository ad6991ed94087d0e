# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Redis, MongoDB, and serverless databases, beyond the life cycle that all resources have."""

from __future__ import annotations

from typing import Any

from tests.families.databases import PASSWORD
from tests.families.managed_databases import CREATE_DOCS, MONGODB, REDIS
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Run, Task

NETWORK: Task = {
    "community.scaleway.scaleway_api": {
        "path": "/vpc/v2/regions/{region}/private-networks",
        "method": "POST",
        "body": {"name": "inner"},
        "region": "fr-par",
    }
}
BOTH = {"endpoints": {"public_network": True, "private_networks": ["inner"]}}
INNER = {"endpoints": {"private_networks": ["inner"]}}


def task(kind: str, check: Any = False, **options: Any) -> Task:
    keywords = {"check_mode": True} if check else {}
    return {f"community.scaleway.scaleway_{kind}": {"wait_interval": 0.1, **options}, "ignore_errors": True, **keywords}


def changes(done: Run) -> list[bool]:
    return [result["changed"] for result in done.results]


def test_rules_endpoints_and_users_of_a_cluster(ansible: Ansible, simulator: SimulatorProcess) -> None:
    cache = {"name": "cache"}
    rules = [{"ip": "192.0.2.0/24", "description": "the office"}, {"ip": "198.51.100.7"}]
    login = {"user_name": "other", "password": PASSWORD + "x"}
    done = ansible.play(
        [
            NETWORK,
            task("redis_cluster", **cache, **REDIS, acl_rules=rules, cluster_size=3),
            task("redis_cluster", **cache, acl_rules=rules[::-1]),
            *(task("redis_cluster", check, **cache, acl_rules=rules[:1]) for check in (True, False, False)),
            *(task("redis_cluster", check, **cache, **BOTH) for check in (True, False, False)),
            task("redis_cluster", **cache, **INNER),
            task("redis_cluster", **cache, **login),
            task("redis_cluster", **cache, **login),
            task("redis_cluster", **cache, **login, update_password="always"),
            task("redis_cluster", **cache, cluster_size=4),
            task("redis_cluster", **cache, cluster_size=3),
            task("redis_cluster", name="single", **REDIS),
            task("redis_cluster", name="single", cluster_size=3),
        ]
    )
    life = [True, True, False]
    assert changes(done) == [
        *[True, True, False, *life, *life, True, True],
        *[False, True, True, False, True, False],
    ], done.output
    assert "cannot shrink: cluster_size is 4 and 3 was asked for" in done.results[14]["msg"]
    assert "cluster_size is 1 and 3 was asked for" in done.results[16]["msg"]
    (cluster,) = (found for found in simulator.state("redis.cluster") if found["name"] == "cache")
    assert [rule["ip_cidr"] for rule in cluster["acl_rules"]] == ["192.0.2.0/24"]
    assert [[*found][-1] for found in cluster["endpoints"]] == ["private_network"]
    assert (cluster["user_name"], cluster["cluster_size"]) == ("other", 4)
    assert PASSWORD not in str(done.results)


def test_users_and_endpoints_of_mongodb(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    web = {"instance": "docs", "name": "web"}
    roles = [{"role": "read_write", "database": "orders"}, {"role": "read"}]
    done = ansible.play(
        [
            NETWORK,
            CREATE_DOCS,
            *(task("mongodb_user", check, **web, password=PASSWORD, roles=roles) for check in (True, False, False)),
            task("mongodb_user", **web, roles=roles[::-1]),
            task("mongodb_user", **web, roles=roles[:1]),
            task("mongodb_user", **web, password=PASSWORD, update_password="always"),
            task("mongodb_instance", name="docs", **BOTH),
            task("mongodb_instance", name="docs", **INNER),
            task("mongodb_instance", name="docs", **INNER),
        ],
        vars=way,
    )
    assert changes(done) == [True, True, True, True, False, False, True, True, True, True, False], done.output
    (instance,) = simulator.state("mongodb.instance")
    assert instance["_users"][1:] == [
        {"name": "web", "roles": [{"role": "read_write", "database_name": "orders"}]},
    ]
    assert [[*found][-1] for found in instance["endpoints"]] == ["private_network"]
    assert PASSWORD not in str(done.results)
    simulator.clear_requests()
    done = ansible.play(
        [task("mongodb_user", check, **web, state="absent") for check in (True, False, False)], vars=way
    )
    assert changes(done) == [True, True, False], done.output
    assert [method for method, _path in simulator.writes()] == ["DELETE"]


def test_what_cannot_be_is_told_before_anything_is_sent(ansible: Ansible, simulator: SimulatorProcess) -> None:
    redis, docs = {"name": "cache", **REDIS}, {"name": "docs", **MONGODB}
    wrong = {
        "node_type: 'RED1-X' is no node type in fr-par-1. Did you mean": task(
            "redis_cluster", **{**redis, "node_type": "RED1-X"}
        ),
        "version: '8.4' is no version of Redis in fr-par-1. Did you mean 8.4.0?": task(
            "redis_cluster", **{**redis, "version": "8.4"}
        ),
        "acl_rules[0].ip: '192.0.2.1/24' has bits beyond its length": task(
            "redis_cluster", **redis, acl_rules=[{"ip": "192.0.2.1/24"}]
        ),
        "password: the password breaks the rules": task("redis_cluster", **{**redis, "password": "simple"}),
        "is no node type in fr-par": task("mongodb_instance", **{**docs, "node_type": "MGDB-PLAY2-NANA"}),
        "version: '9.9' is no version of MongoDB in fr-par": task("mongodb_instance", **{**docs, "version": "9.9"}),
        "cpu_min: 5 must be at least 0, and at most cpu_max, which is 4": task(
            "sdb_database", name="a", cpu_min=5, cpu_max=4
        ),
        "cpu_max: 16 is no number of vCPUs": task("sdb_database", name="a", cpu_max=16),
    }
    done = ansible.play(list(wrong.values()))
    for told, result in zip(wrong, done.results):
        assert result["failed"], told
        assert told in result["msg"], result["msg"]
    assert simulator.writes() == []
