# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Kubernetes, beyond the life cycle that all resources have."""

from __future__ import annotations

import stat
from typing import Any

from tests.families.kubernetes import CREATE_SHOP
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Task
from tests.tools.link_collection import ROOT

QUICK = {"wait_interval": 0.1}
PASSWORD = "Correct-Horse-1"
KINDS = (
    *("k8s.cluster", "k8s.pool", "registry.namespace", "rdb.instance", "lb.lb", "lb.backend", "lb.frontend"),
    *("lb.certificate", "lb.ip", "vpc.private_network"),
)


def k8s(kind: str, check: bool = False, /, **options: Any) -> Task:
    keywords = {"check_mode": True} if check else {}
    return {f"community.scaleway.scaleway_k8s_{kind}": options, "ignore_errors": True, **keywords}


def test_versions(ansible: Ansible, simulator: SimulatorProcess) -> None:
    shop = {"name": "shop", **QUICK}
    workers = {"cluster": "shop", "name": "workers", **QUICK}
    done = ansible.play(
        [
            k8s("cluster", **shop, cni="cilium", version="1.34.0"),
            k8s("pool", **workers, node_type="DEV1-M"),
            k8s("cluster", **shop, version="1.34.0"),
            k8s("cluster", True, **shop, version="latest"),
            k8s("cluster", **shop, version="latest"),
            k8s("cluster", **shop, version="latest"),
            k8s("cluster", **shop, version="1.36"),
            k8s("cluster", **shop, version="1.35"),
            k8s("cluster", **shop, version="1.77"),
            k8s("cluster", **shop, version="new"),
            k8s("pool", **workers, version="1.36.1"),
        ]
    )
    assert [result["changed"] for result in done.results] == [True, True, False, True, True, *[False] * 6], done.output
    sent = [entry["body"] for entry in simulator.requests() if entry["path"].endswith("/upgrade")]
    assert sent == [{"version": version, "upgrade_pools": True} for version in ("1.35.3", "1.36.1")]
    assert done.results[3]["cluster"]["version"] == done.results[4]["cluster"]["version"] == "1.36.1"
    assert "can only be given a later version" in done.results[7]["msg"]
    assert "version: '1.77' is no Kubernetes version in fr-par" in done.results[8]["msg"]
    assert "Write it like 1.35" in done.results[9]["msg"]
    assert simulator.state("k8s.pool")[0]["version"] == "1.36.1"


def test_pools_rules_and_kubeconfig(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    pool = {"cluster": "shop", "name": "workers", **QUICK}
    scaled = {**pool, "autoscaling": True, "min_size": 1, "max_size": 5, "size": 1}
    rules = {"cluster": "shop", "rules": [{"ip": "192.0.2.0/24", "description": "the office"}, {"ip": "198.51.100.7"}]}
    config = {"cluster": "shop", "path": "shop.kubeconfig"}
    done = ansible.play(
        [
            CREATE_SHOP,
            k8s("pool", **scaled, node_type="DEV1-M"),
            *(k8s("acl", check, **rules) for check in (True, False, False)),
            *(k8s("kubeconfig", check, **config) for check in (True, False, False)),
            k8s("kubeconfig", cluster="shop"),
            k8s("kubeconfig", cluster="shop", redacted=True),
            k8s("kubeconfig", cluster="shop", path="none/shop.kubeconfig"),
        ],
        vars=way,
    )
    life = [True, True, False]
    assert [result["changed"] for result in done.results] == [True, True, *life, *life, *[False] * 3], done.output
    (cluster,) = simulator.state("k8s.cluster")
    assert cluster["status"] == "ready"
    assert [rule["ip"] for rule in simulator.state("k8s.acl")] == ["192.0.2.0/24", "198.51.100.7/32"]
    path = ansible.folder / "shop.kubeconfig"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text() == done.results[8]["kubeconfig"]
    assert "token-of-" in done.results[8]["kubeconfig"]
    assert "token-of-" not in done.results[9]["kubeconfig"]
    assert "none/shop.kubeconfig cannot be" in done.results[10]["msg"]

    simulator.control(
        "POST", "change", {"kind": "k8s.pool", "id": simulator.state("k8s.pool")[0]["id"], "changes": {"size": 4}}
    )
    done = ansible.play(
        [
            k8s("pool", **scaled),
            k8s("acl", cluster="shop", state="absent"),
            k8s("pool", **{**scaled, "min_size": 6}),
            k8s("pool", cluster="shop", name="others", node_type="DEV9-M"),
            k8s("pool", cluster="shop", name="others", node_type="DEV1-M", security_group="none"),
            k8s("pool", cluster="shop", name="others", node_type="DEV1-M", version="9.9"),
            k8s("cluster", name="other", cni="cilium", type="kapsule-huge"),
            k8s("cluster", name="shop", state="absent", delete_additional_resources=True, **QUICK),
            k8s("pool", **pool, state="absent"),
        ],
        vars=way,
    )
    assert [result["changed"] for result in done.results] == [False, True, *[False] * 5, True, False], done.output
    assert "min_size: 6 is above max_size, 5" in done.results[2]["msg"]
    assert "node_type: 'DEV9-M' is no node type in fr-par-1. Did you mean DEV1-M" in done.results[3]["msg"]
    assert "security_group: there is no security group named 'none'" in done.results[4]["msg"]
    assert "version: 9.9 was asked for, and the cluster shop has 1." in done.results[5]["msg"]
    assert "type: 'kapsule-huge' is no cluster type in fr-par. Did you mean kapsule" in done.results[6]["msg"]
    deletion = [entry for entry in simulator.requests() if entry["method"] == "DELETE"]
    assert [entry["query"] for entry in deletion] == ["with_additional_resources=true"]
    assert simulator.state("k8s.cluster") == []


def test_the_playbook_builds_twice_without_change_and_takes_down(ansible: Ansible, simulator: SimulatorProcess) -> None:
    config = ansible.folder / "config"
    told = [*(f"kubernetes_{who}_password={PASSWORD}" for who in ("admin", "web")), f"kubernetes_kubeconfig={config}"]

    def run(*options: str) -> str:
        arguments = [argument for one in told for argument in ("-e", one)]
        book = str(ROOT / "playbooks" / "kubernetes.yml")
        return ansible.run("ansible-playbook", book, *arguments, *options, check=True).stdout

    assert "changed=14" in run("--check")
    assert simulator.writes() == []
    assert "changed=15" in run()
    there = {kind: len(simulator.state(kind)) for kind in KINDS}
    assert there == {**dict.fromkeys(KINDS, 1), "k8s.pool": 2}
    assert [list(found)[-1] for found in simulator.state("rdb.instance")[0]["endpoints"]] == ["private_network"]
    simulator.clear_requests()
    assert "changed=0" in run()
    assert "changed=0" in run("--check", "--diff")
    assert simulator.writes() == []
    assert config.exists()
    assert "changed=10" in run("-e", "kubernetes_state=absent")
    assert {kind: len(simulator.state(kind)) for kind in KINDS} == dict.fromkeys(KINDS, 0)
    assert "changed=0" in run("-e", "kubernetes_state=absent")
