# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The rules of a security group: compared as a whole, replaced by one request."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible

MODULE = "community.scaleway.scaleway_security_group"
PATHS = {"current": "/instance/v1/zones/fr-par-1/security_groups", "classic": "/cp-par1/security_groups"}
RULES = [
    {"action": "accept", "protocol": "ICMP"},
    {"action": "accept", "dest_port_from": 22, "ip_range": "192.0.2.7/32"},
    {"action": "accept", "protocol": "UDP", "port": 60000, "dest_port_to": 61000, "ip_range": "2001:db8::/32"},
    {"action": "drop", "protocol": "ANY", "direction": "outbound", "ip_range": "198.51.100.0/24"},
]


def group(**options: Any) -> dict[str, Any]:
    return {MODULE: {"name": "web", "zone": "fr-par-1", **options}}


def test_rules(ansible: Ansible, simulator: SimulatorProcess, generation: str, way: dict[str, Any]) -> None:
    path = PATHS[generation]

    def play(*tasks: dict[str, Any]) -> list[dict[str, Any]]:
        for task in tasks:
            task[MODULE]["api_generation"] = generation
        done = ansible.play(list(tasks), "--diff", vars=way)
        assert done.returncode == 0, done.output
        return done.results

    predicted, made, again = play({**group(rules=RULES), "check_mode": True}, group(rules=RULES), group(rules=RULES))
    ident = made["security_group"]["id"]
    assert (made["changed"], again["changed"]) == (True, False)
    assert simulator.writes() == [("POST", path), ("PUT", f"{path}/{ident}/rules")]
    assert predicted["security_group"]["rules"] == made["security_group"]["rules"] == again["security_group"]["rules"]
    assert made["security_group"]["rules"][1]["ip_range"] == "192.0.2.7"
    assert made["data"]["scaleway_security_group"]["id"] == ident
    found = simulator_rules(ansible, ident)
    assert [rule["protocol"] for rule in found if rule["editable"]] == ["ICMP", "TCP", "UDP", "ANY"]
    assert len([rule for rule in found if not rule["editable"]]) == 6

    simulator.clear_requests()
    turned = list(reversed(RULES))
    checked, changed = play({**group(rules=turned), "check_mode": True}, group(rules=turned))
    assert checked["diff"] == changed["diff"]
    assert changed["diff"]["before"]["rules"] == made["security_group"]["rules"]
    assert simulator.writes() == [("PUT", f"{path}/{ident}/rules")]

    simulator.clear_requests()
    one_more = [{"action": "accept", "port": 443}]
    more, same, unasked, none, left = play(
        group(rules=one_more, purge_rules=False),
        group(rules=one_more, purge_rules=False),
        group(stateful=True),
        group(rules=[]),
        group(rules=[]),
    )
    assert (more["changed"], same["changed"]) == (True, False)
    assert [rule["dest_port_from"] for rule in more["security_group"]["rules"]] == [None, 60000, 22, None, 443]
    assert [result["changed"] for result in (unasked, none, left)] == [False, True, False]
    assert simulator.writes() == [("PUT", f"{path}/{ident}/rules")] * 2
    assert [rule for rule in simulator_rules(ansible, ident) if rule["editable"]] == []


def test_a_failure_after_the_creation_keeps_the_id(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.fault(method="PUT", path="rules", status=400, body={"type": "invalid_arguments", "message": "no"})
    result = ansible.module("scaleway_security_group", group(rules=RULES)[MODULE])
    assert result["failed"]
    assert result["security_group"]["id"] == simulator.state("instance.security_group")[0]["id"]
    done = ansible.play([group(rules=RULES), group(rules=RULES)])
    assert [result["changed"] for result in done.results] == [True, False]


def test_bad_rules_are_told_before_any_request(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"protocol": "ICMP", "port": 80}, "rules[0].dest_port_from: ICMP has no ports"),
        ({"port": 80, "dest_port_to": 79}, "rules[0].dest_port_to: 79 is below dest_port_from, 80"),
        ({"port": 70000}, "rules[0].dest_port_from: 70000 is no port"),
        ({"dest_port_to": 80}, "needs dest_port_from"),
        ({"ip_range": "here"}, "rules[0].ip_range: 'here' is no network. Write it like 192.0.2.0/24"),
        ({"ip_range": "192.0.2.1/24"}, "The network of that length is 192.0.2.0/24"),
        ({"protocol": "SCTP"}, "protocol"),
        ({"action": "pass"}, "action"),
    ]
    tasks = [{**group(rules=[{"action": "accept", **rule}]), "ignore_errors": True} for rule, _said in wrong]
    results = ansible.play(tasks, vars=way).results
    for result, (rule, said) in zip(results, wrong):
        assert said in result["msg"], rule
    assert len(results) == len(wrong)
    assert simulator.requests() == []


def simulator_rules(ansible: Ansible, ident: str) -> list[dict[str, Any]]:
    call = {"path": f"/instance/v1/zones/fr-par-1/security_groups/{ident}/rules"}
    found: list[dict[str, Any]] = ansible.module("scaleway_api", call)["json"]["rules"]
    return found
