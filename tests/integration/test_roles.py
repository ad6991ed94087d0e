# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every role's example lives through check mode, two runs, a change, and being taken down twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import pytest
import yaml

from tests.families.account import KEY
from tests.families.lb import CERTIFICATE
from tests.families.lb import KEY as KEY_OF_CERTIFICATE
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible
from tests.tools.register_roles import ROLES, example

PASSWORD, OTHER_PASSWORD = "Correct-Horse-1", "Battery-Staple-2"


class Life(NamedTuple):
    """What the example of a role needs, makes, and becomes.

    ``made`` says how many objects of a kind are there afterwards, ``change`` holds the variables of another description,
    ``sent`` what that sends, methods with parts of paths, and ``left`` how many are there then. ``requests`` is how many a
    run without change may need. ``told_twice`` says how many tasks predict what an earlier one takes with it.
    """

    made: dict[str, int]
    change: dict[str, Any]
    sent: list[tuple[str, str]]
    requests: int
    needed: dict[str, Any] = {}
    left: dict[str, int] = {}
    told_twice: int = 0


LIVES = {
    "database": Life(
        needed={"database_password": PASSWORD, "database_web_password": PASSWORD},
        made={
            **dict.fromkeys(("rdb.instance", "vpc.private_network"), 1),
        },
        change={"database_web_may": "readonly"},
        sent=[("PUT", "/privileges")],
        requests=40,
    ),
    "kubernetes": Life(
        needed={"kubernetes_kubeconfig": "shop.kubeconfig"},
        made={
            **dict.fromkeys(("k8s.cluster", "registry.namespace", "vpc.private_network"), 1),
            "k8s.pool": 3,
        },
        change={"kubernetes_web_nodes": 3},
        sent=[("PATCH", "/pools/")],
        requests=40,
    ),
    "load_balancer": Life(
        made={
            **dict.fromkeys(
                ("lb.lb", "lb.ip", "lb.certificate", "lb.route", "lb.private_network", "vpc.private_network"), 1
            ),
            **dict.fromkeys(("lb.backend", "lb.frontend"), 2),
            "lb.acl": 3,
        },
        change={"load_balancer_servers": ["10.30.0.10"]},
        sent=[("PUT", "/servers")],
        requests=80,
    ),
    "network": Life(
        needed={"network_ssh_key": KEY},
        made={
            **dict.fromkeys(("vpc.vpc", "account.project", "iam.ssh_key", "vpcgw.gateway", "vpcgw.ip"), 1),
            "vpc.private_network": 2,
            "ipam.ip": 3,
            "vpcgw.gateway_network": 1,
            "vpcgw.pat_rule": 2,
        },
        change={"network_office": "203.0.113.0/24"},
        sent=[("PUT", "/gateways/")],
        requests=60,
    ),
    "project_baseline": Life(
        made={
            "account.project": 1,
            "iam.ssh_key": 1,
            "instance.security_group": 2,
            "iam.application": 1,
            "iam.group": 2,
            "iam.policy": 2,
        },
        change={"project_baseline_office": "203.0.113.0/24"},
        sent=[("PUT", "/rules")] * 2,
        requests=60,
    ),
    "server": Life(
        made={
            "instance.server": 2,
            "instance.ip": 2,
            "instance.security_group": 1,
            "instance.placement_group": 1,
            "block.volume": 4,
            "vpc.private_network": 1,
            "iam.ssh_key": 1,
        },
        change={"server_servers": [{"name": "web-1"}, {"name": "web-2", "state": "absent"}]},
        sent=[("POST", "/action"), ("DELETE", "/ips/"), ("DELETE", "/servers/"), *[("DELETE", "/volumes/")] * 2],
        left={"instance.server": 1, "instance.ip": 1, "block.volume": 2},
        # Volumes that go with their servers are still there when the task that finds those left behind is predicted.
        told_twice=1,
        requests=60,
    ),
}


class Played(NamedTuple):
    """What one play of a run did."""

    changed: int
    results: list[dict[str, Any]]
    requests: list[dict[str, Any]]

    @property
    def writes(self) -> list[tuple[str, str]]:
        return [(entry["method"], entry["path"]) for entry in self.requests if entry["method"] not in ("GET", "HEAD")]


def play_all(
    ansible: Ansible, simulator: SimulatorProcess, role: str, plays: dict[str, dict[str, Any]], works: bool = True
) -> dict[str, Played]:
    """Run the example of a role several times in one process; the values are keywords of the play and its variables."""
    (book,) = yaml.safe_load(example(role).read_text(encoding="utf-8"))
    needed = LIVES[role].needed
    whole = [
        {**book, **keywords, "name": name, "vars": {**book.get("vars", {}), **needed, **keywords.get("vars", {})}}
        for name, keywords in plays.items()
    ]
    simulator.clear_requests()
    done = ansible.playbook(yaml.safe_dump(whole, sort_keys=False))
    assert (done.returncode == 0) is works, done.output
    requests, start, played = simulator.requests(), 0, {}
    for name in plays:
        results = [result for result, play in zip(done.results, done.plays) if play == name]
        end = max(count for count, play in zip(done.requests, done.plays) if play == name)
        changed = sum(bool(result.get("changed")) for result in results)
        played[name] = Played(changed, results, requests[start:end])
        start = end
    return played


def everything(simulator: SimulatorProcess) -> dict[str, dict[str, dict[str, Any]]]:
    """All objects by kind and ID."""
    found: dict[str, list[dict[str, Any]]] = simulator.control("GET", "state")
    return {kind: {str(one.get("id")): one for one in objects} for kind, objects in found.items() if objects}


def more(there: dict[str, dict[str, Any]], before: dict[str, dict[str, Any]], kinds: Iterable[str]) -> dict[str, int]:
    """How many objects of some kinds there are that were not there before."""
    return {kind: len(there.get(kind, {}).keys() - before.get(kind, {}).keys()) for kind in kinds}


@pytest.mark.parametrize("role", ROLES)
def test_the_example_lives(ansible: Ansible, simulator: SimulatorProcess, role: str) -> None:
    life, state = LIVES[role], f"{role}_state"
    absent = {"vars": {state: "absent"}}
    before = everything(simulator)
    built = play_all(
        ansible,
        simulator,
        role,
        {
            "predicted": {"check_mode": True},
            "built": {},
            "again": {},
            "predicted again": {"check_mode": True, "diff": True},
            "change predicted": {"check_mode": True, "vars": life.change},
            "changed": {"vars": life.change},
            "end predicted": {"check_mode": True, **absent},
        },
    )
    assert built["predicted"].changed == built["built"].changed > 0
    assert {name: played.writes for name, played in built.items() if played.writes}.keys() == {"built", "changed"}
    assert [built[name].changed for name in ("again", "predicted again")] == [0, 0]
    assert len(built["again"].requests) <= life.requests
    # The items of a loop share a connection: that they can says that they run inside Ansible.
    assert len({entry["peer"] for entry in built["again"].requests}) <= len(built["again"].results)
    assert built["change predicted"].changed == built["changed"].changed > 0
    sent = built["changed"].writes
    assert [(method, part in path) for (method, path), (_, part) in zip(sent, life.sent)] == [
        (method, True) for method, _part in life.sent
    ], sent
    assert len(sent) == len(life.sent)
    assert more(everything(simulator), before, life.made) == {**life.made, **life.left}

    taken = play_all(ansible, simulator, role, {"taken down": absent, "taken down again": absent})
    assert taken["taken down"].changed == built["end predicted"].changed - life.told_twice > 0
    assert taken["taken down again"].changed == 0
    assert taken["taken down again"].writes == []
    assert everything(simulator) == before


@pytest.mark.parametrize("role", ROLES)
def test_a_run_that_broke_off_is_finished_by_the_next(ansible: Ansible, simulator: SimulatorProcess, role: str) -> None:
    before = everything(simulator)
    simulator.fault(method="POST", after=3, status=403, body={"type": "permissions_denied", "message": "not yet"})
    broken = play_all(ansible, simulator, role, {"broken off": {}}, works=False)["broken off"]
    assert broken.changed > 0
    assert "permissions_denied" in str(broken.results[-1]["error" if "error" in broken.results[-1] else "results"])
    finished = play_all(ansible, simulator, role, {"finished": {}, "again": {}})
    assert finished["finished"].changed > 0
    assert finished["again"].changed == 0
    assert more(everything(simulator), before, LIVES[role].made) == LIVES[role].made


def roles(role: str, *descriptions: dict[str, Any]) -> list[dict[str, Any]]:
    """Tasks that give a role one description after the other."""
    name = f"community.scaleway.{role}"
    return [
        {
            "ansible.builtin.include_role": {"name": name},
            "vars": {f"{role}_{key}": value for key, value in told.items()},
        }
        for told in descriptions
    ]


def test_parts_of_a_load_balancer_go_when_nothing_needs_them(ansible: Ansible, simulator: SimulatorProcess) -> None:
    gone = {"state": "absent"}
    backends = [{"name": name, "forward_protocol": "http", "forward_port": 8080} for name in ("old", "new")]
    deny = {"name": "deny", "action": {"type": "deny"}}
    route = {"match": {"host_header": "api.example.com"}}
    old = {"name": "old", "inbound_port": 80, "backend": "old", "acls": [deny], "routes": [{"backend": "new", **route}]}
    kept = {"name": "kept", "inbound_port": 81, "backend": "old", "acls": [deny, {**deny, "name": "last"}]}
    certificate = {"name": "own", "certificate_chain": CERTIFICATE, "private_key": KEY_OF_CERTIFICATE}
    first = {
        "name": "web",
        "certificates": [certificate],
        "backends": backends,
        "frontends": [{**old, "certificates": ["own"]}, kept],
    }
    then = {
        **first,
        "certificates": [{"name": "own", **gone}],
        "backends": [{"name": "old", **gone}, backends[1]],
        "frontends": [
            {**old, **gone},
            {"name": "new", "inbound_port": 80, "backend": "new"},
            {**kept, "backend": "new", "acls": [{"name": "deny", **gone}, {**deny, "name": "last"}]},
        ],
    }
    built = ansible.play(roles("load_balancer", first), "-vvv")
    assert built.returncode == 0, built.output
    assert [rule["index"] for rule in simulator.state("lb.acl")] == [1, 1, 2]
    assert KEY_OF_CERTIFICATE.splitlines()[1] not in built.output + str(built.results)

    simulator.clear_requests()
    changed = ansible.play(roles("load_balancer", then, then, {**then, "state": "absent"}), "-vvv")
    assert changed.returncode == 0, changed.output
    ways = [(method, path.split("/")[5]) for method, path in simulator.writes()]
    assert ways[:9] == [
        ("DELETE", "routes"),
        *[("DELETE", "acls")] * 2,
        ("DELETE", "frontends"),
        ("POST", "lbs"),
        ("PUT", "frontends"),
        ("DELETE", "backends"),
        ("DELETE", "certificates"),
        ("DELETE", "acls"),
    ]
    assert simulator.state("lb.lb") == simulator.state("lb.ip") == []


def test_servers_take_only_what_is_theirs_with_them_and_a_second_run_finishes(
    ansible: Ansible, simulator: SimulatorProcess
) -> None:
    servers = {
        "common": {"commercial_type": "DEV1-S", "image": "ubuntu_noble", "security_group": "shared"},
        "servers": [
            {"name": "one", "public_ips": ["ipv4", "{{ kept_ip.ip.address }}"], "dynamic_ip_required": False},
            {"name": "two", "additional_volumes": [{"id": "{{ kept.volume.id }}"}, {"name": "own", "size": "10GB"}]},
        ],
    }
    prepare: list[dict[str, Any]] = [
        {"community.scaleway.scaleway_security_group": {"name": "shared"}},
        {"community.scaleway.scaleway_ip": {"tags": ["kept"]}, "register": "kept_ip"},
        {"community.scaleway.scaleway_block_volume": {"name": "kept", "size": "10GB"}, "register": "kept"},
    ]
    shown = {"ansible.builtin.debug": {"var": "server_result.addresses.one.public"}}
    assert ansible.play(prepare).returncode == 0
    before = everything(simulator)
    done = ansible.play([*prepare, *roles("server", servers), shown])
    assert done.returncode == 0, done.output
    assert len(done.last["server_result.addresses.one.public"]) == 2
    assert {volume["name"] for volume in simulator.state("block.volume")} >= {"kept", "own"}

    # The root volume of "two" goes, the other one cannot.
    down = [*prepare, *roles("server", {**servers, "state": "absent"})]
    simulator.fault(method="DELETE", path="/volumes/", after=1, status=403, body={"message": "not now"})
    failed = ansible.play(down)
    assert failed.returncode != 0
    assert "itself was deleted" in failed.output
    finished = ansible.play(down)
    assert finished.returncode == 0, finished.output
    # The volume that stays tells when it was detached; nothing else is another.
    after = everything(simulator)
    (volume,) = after["block.volume"].values()
    assert volume.pop("last_detached_at") is not None
    before["block.volume"][volume["id"]].pop("last_detached_at")
    assert after == before


def test_a_network_is_what_its_example_says_and_goes_from_the_outside_in(
    ansible: Ansible, simulator: SimulatorProcess
) -> None:
    play_all(ansible, simulator, "network", {"built": {}})
    (gateway,), (joined,) = simulator.state("vpcgw.gateway"), simulator.state("vpcgw.gateway_network")
    assert (gateway["bastion_enabled"], gateway["bastion_allowed_ips"]) == (True, ["198.51.100.0/24"])
    addresses = {address["address"]: address for address in simulator.state("ipam.ip")}
    assert addresses["10.20.0.2/24"]["id"] == joined["ipam_ip_id"]
    assert addresses["10.20.0.2/24"]["resource"]["type"] == "vpc_gateway_network"

    taken = play_all(ansible, simulator, "network", {"taken down": {"vars": {"network_state": "absent"}}})["taken down"]
    deleted = [path for method, path in taken.writes if method == "DELETE"]
    order = ("pat-rules", "gateway-networks", "gateways", "ips", "private-networks", "vpcs", "projects")
    places = [[number for number, path in enumerate(deleted) if f"/{name}/" in path] for name in order]
    assert all(places), deleted
    assert [number for found in places for number in found] == sorted(number for found in places for number in found)


def test_routes_of_a_network_lead_to_machines_and_go_before_it(ansible: Ansible, simulator: SimulatorProcess) -> None:
    server = "community.scaleway.scaleway_server"
    machine = {"name": "vpn", "commercial_type": "DEV1-S", "image": "ubuntu_noble", "private_networks": ["web"]}
    network = {"name": "shop", "private_networks": [{"name": "web", "subnets": ["10.20.0.0/24"]}]}
    hop = "{{ made.server.private_nics[0].id }}"
    office = {"destination": "10.30.0.0/16", "nexthop_resource": hop, "nexthop_private_network": "web"}
    depot = {"destination": "10.40.0.0/16", "nexthop_resource": hop, "description": "The depot"}
    routed = {**network, "routes": [office, depot]}
    made: list[dict[str, Any]] = [*roles("network", network), {server: machine, "register": "made"}]
    built = ansible.play([*made, *roles("network", routed)])
    assert built.returncode == 0, built.output
    (card,) = simulator.state("instance.private_nic")
    routes = {route["destination"]: route for route in simulator.state("vpc.route")}
    assert routes.keys() == {"10.30.0.0/16", "10.40.0.0/16"}
    assert {route["nexthop_resource_id"] for route in routes.values()} == {card["id"]}
    assert routes["10.40.0.0/16"]["description"] == "The depot"

    fewer = {**network, "routes": [office, {"destination": "10.40.0.0/16", "state": "absent"}]}
    down = {**network, "routes": [{"destination": "10.30.0.0/16"}], "state": "absent"}
    gone = {server: {"name": "vpn", "state": "absent"}}
    simulator.clear_requests()
    taken = ansible.play([*made, *roles("network", routed, fewer), gone, *roles("network", down, down)])
    assert taken.returncode == 0, taken.output
    deleted = [path.rsplit("/", 1) for method, path in simulator.writes() if method == "DELETE" and "/vpc/" in path]
    assert [ident for _, ident in deleted[:2]] == [routes["10.40.0.0/16"]["id"], routes["10.30.0.0/16"]["id"]]
    assert [way.rsplit("/", 1)[1] for way, _ in deleted[2:]] == ["private-networks", "vpcs"]
    assert simulator.writes()[0][1].endswith(routes["10.40.0.0/16"]["id"]), "the same description again changes nothing"


def test_what_cannot_be_is_told_before_anything_is_sent(ansible: Ansible, simulator: SimulatorProcess) -> None:
    wrong = [task for role in ROLES for task in roles(role, {"state": "gone"})]
    blocks = [{"block": [task], "rescue": [{"ansible.builtin.debug": {"msg": "refused"}}]} for task in wrong]
    results = ansible.play(blocks).results
    told = [error for result in results for error in result.get("argument_errors", []) if "one of" in error]
    assert told == [f"value of {role}_state must be one of: present, absent, got: gone" for role in ROLES]
    assert simulator.requests() == []


def test_a_pool_goes_and_the_kubeconfig_stays_with_its_owner(ansible: Ansible, simulator: SimulatorProcess) -> None:
    pools = [{"name": name, "node_type": "DEV1-M"} for name in ("old", "new")]
    first = {"name": "shop", "pools": pools[:1], "kubeconfig": "kubeconfig", "acl_rules": [{"ip": "192.0.2.7"}]}
    then = {**first, "pools": [{"name": "old", "state": "absent"}, pools[1]], "acl_rules": []}
    done = ansible.play([*roles("kubernetes", first), {"ansible.builtin.debug": {"var": "kubernetes_result"}}], "-vvv")
    assert done.returncode == 0, done.output
    path = ansible.folder / "kubeconfig"
    assert "token-of-" in path.read_text()
    assert "token-of-" not in done.output
    result = done.last["kubernetes_result"]
    assert (result["cluster"]["cni"], result["pools"]["old"]["status"], result["kubeconfig"]) == (
        "cilium",
        "ready",
        "kubeconfig",
    )

    simulator.clear_requests()
    done = ansible.play(roles("kubernetes", then, then, {**then, "state": "absent"}, {**then, "state": "absent"}))
    assert done.returncode == 0, done.output
    ways = [(method, path.split("/")[5 if method == "DELETE" else 7]) for method, path in simulator.writes()]
    assert ways == [("PUT", "acls"), ("POST", "pools"), ("DELETE", "pools"), ("DELETE", "clusters")]
    assert not path.exists()


def test_users_and_databases_go_and_passwords_are_not_shown(ansible: Ansible, simulator: SimulatorProcess) -> None:
    gone = {"state": "absent"}
    first = {
        "name": "shop",
        "engine": "PostgreSQL-16",
        "node_type": "DB-DEV-S",
        "user_name": "admin",
        "password": PASSWORD,
        "databases": [{"name": "orders"}, {"name": "old"}],
        "users": [
            {"name": "web", "password": PASSWORD, "privileges": [{"database": "orders", "permission": "all"}]},
            {"name": "old", "password": PASSWORD, "privileges": [{"database": "old", "permission": "all"}]},
        ],
    }
    then = {
        **first,
        "databases": [{"name": "orders"}, {"name": "old", **gone}],
        "users": [
            {"name": "old", **gone},
            {"name": "web", "password": PASSWORD, "privileges": [{"database": "orders", **gone}]},
            {"name": "admin", "password": OTHER_PASSWORD, "update_password": "always"},
        ],
        "acl_rules": [],
    }
    simulator.fault(method="PUT", path="/privileges", after=1, status=400, body={"message": "no"})
    broken = ansible.play(roles("database", first), "-vvv")
    assert broken.returncode != 0
    done = ansible.play(roles("database", first, then), "-vvv")
    assert done.returncode == 0, done.output
    told = broken.output + done.output + str(broken.results) + str(done.results)
    assert PASSWORD not in told
    assert OTHER_PASSWORD not in told
    (instance,) = simulator.state("rdb.instance")
    assert [user["name"] for user in instance["_users"]] == ["admin", "web"]
    assert instance["_passwords"]["admin"] == OTHER_PASSWORD
    assert [found["name"] for found in instance["_databases"]] == ["rdb", "orders"]
    assert [found["user_name"] for found in instance["_privileges"] if found["permission"] != "none"] == ["admin"]
    assert instance["_rules"] == []


def test_a_project_with_something_else_in_it_stays_without_what_was_described(
    ansible: Ansible, simulator: SimulatorProcess
) -> None:
    told = {"name": "shop", "zones": ["fr-par-1"], "groups": [{"name": "shop-team"}]}
    data = {"community.scaleway.scaleway_volume": {"name": "data", "size": "10GB", "project": "shop"}}
    down = roles("project_baseline", {**told, "state": "absent"})
    done = ansible.play([*roles("project_baseline", told), data, *down])
    assert "resource_still_in_use" in str(done.last)
    assert "shop" in [project["name"] for project in simulator.state("account.project")]
    assert [volume["name"] for volume in simulator.state("instance.volume")] == ["data"]
    assert "shop-team" not in [group["name"] for group in simulator.state("iam.group")]
    gone = {"community.scaleway.scaleway_volume": {"name": "data", "project": "shop", "state": "absent"}}
    assert ansible.play([gone, *down]).returncode == 0
    assert "shop" not in [project["name"] for project in simulator.state("account.project")]
