# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every role's example lives through check mode, two runs, a change, and being taken down twice."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
import yaml

from tests.families.account import KEY
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible
from tests.tools.register_roles import ROLES, example


class Life(NamedTuple):
    """What the example of a role needs, makes, and becomes.

    ``made`` says how many objects of a kind are there afterwards, ``change`` holds the variables of another description, and
    ``sent`` what that sends: methods with the ends of paths. ``requests`` is how many a run without change may need.
    """

    made: dict[str, int]
    change: dict[str, Any]
    sent: list[tuple[str, str]]
    requests: int
    needed: dict[str, Any] = {}


LIVES = {
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
    ansible: Ansible, simulator: SimulatorProcess, role: str, plays: dict[str, dict[str, Any]]
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
    assert done.returncode == 0, done.output
    requests, start, played = simulator.requests(), 0, {}
    for name in plays:
        results = [result for result, play in zip(done.results, done.plays) if play == name]
        end = max(count for count, play in zip(done.requests, done.plays) if play == name)
        changed = sum(bool(result.get("changed")) for result in results)
        played[name] = Played(changed, results, requests[start:end])
        start = end
    return played


def everything(simulator: SimulatorProcess) -> dict[str, set[str]]:
    """The IDs of all objects by kind."""
    found: dict[str, list[dict[str, Any]]] = simulator.control("GET", "state")
    return {kind: {str(one.get("id")) for one in objects} for kind, objects in found.items() if objects}


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
    assert built["end predicted"].changed > 0
    there = everything(simulator)
    assert {kind: len(there.get(kind, set()) - before.get(kind, set())) for kind in life.made} == life.made

    taken = play_all(ansible, simulator, role, {"taken down": absent, "taken down again": absent})
    assert taken["taken down"].changed > 0
    assert taken["taken down again"].changed == 0
    assert taken["taken down again"].writes == []
    assert everything(simulator) == before
