# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A sample of the matrix, the same each time: every module, and every fault more than once. ``make faults`` is the whole."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.families.lb import CERTIFICATE, KEY, OTHER_CERTIFICATE, OTHER_KEY
from tests.faults.faults import FAULTS, Fault
from tests.faults.lives import LEFT_OUT, LIVES, managing
from tests.faults.matrix import interesting, phases, verdict
from tests.faults.world import Result, World

WHOLE = ("scaleway_placement_group", "scaleway_dns_records", "scaleway_lb_certificate")
REFUSED = {"status": 403, "body": {"type": "permissions_denied", "message": "insufficient permissions"}}


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


def test_every_managing_module_is_in_the_matrix() -> None:
    tried = {life.module for life in LIVES if any(task.phase for task in life.tasks)}
    assert tried | set(LEFT_OUT) == set(managing())
    assert not tried & set(LEFT_OUT)


@pytest.mark.parametrize("module", WHOLE)
def test_a_slice_of_the_matrix_is_survived(world: World, module: str) -> None:
    life = next(life for life in LIVES if life.module == module)
    left = list(FAULTS[WHOLE.index(module) :: len(WHOLE)])
    tried = []
    for phase in phases(world, life):
        for step in interesting(phase.steps):
            for fault in left:
                if not fault.pages or step.shifts:
                    found = verdict(world, phase, step, fault)
                    tried.append(fault.name)
                    assert not found.problems, str(found)
    assert set(tried) == {fault.name for fault in left}


def test_a_sample_of_all_modules_is_survived(world: World) -> None:
    chance = random.Random(2026)
    for life in chance.sample(LIVES, 14):
        cells = [
            (phase, step, fault)
            for phase in phases(world, life)
            for step in interesting(phase.steps)
            for fault in FAULTS
            if not fault.pages or step.shifts
        ]
        for phase, step, fault in chance.sample(cells, 12):
            found = verdict(world, phase, step, fault)
            assert not found.problems, str(found)


def test_the_matrix_sees_what_is_wrong(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of one, lost ids, and runs that say they are done and are not."""
    life = next(life for life in LIVES if life.module == "scaleway_vpc")
    lost = Fault("reset after", {"reset": "after"})
    create, _change, delete = phases(world, life)
    post = next(step for step in create.steps if step.name == "create")
    assert not verdict(world, create, post, lost).problems
    monkeypatch.setattr(
        "ansible_collections.community.scaleway.plugins.module_utils._reconcile.find", lambda *_args: None
    )
    told = str(verdict(world, create, post, lost))
    assert "after the second run" in told
    told = str(verdict(world, delete, delete.steps[0], lost))
    assert "it said that it ended right, but" in told


class Certificate:
    """Tasks about the certificate of one name."""

    def __init__(self, world: World) -> None:
        self.world = world
        assert not world.run("scaleway_lb", {"name": "web"}).get("failed")

    def run(self, certificate: str = "", key: str = "", **options: Any) -> Result:
        chain = {"certificate_chain": certificate, "private_key": key} if certificate else {}
        return self.world.run("scaleway_lb_certificate", {"lb": "web", "name": "web", **chain, **options})

    def there(self) -> list[str]:
        return [found["id"] for found in self.world.state()["lb.certificate"]]

    def stopped(self, *chain: str) -> Result:
        """A replacement that is stopped before the old one is deleted."""
        self.world.simulator.faults.add({"method": "DELETE", **REFUSED})
        return self.run(*chain)


def test_a_replacement_that_was_stopped_is_finished(world: World) -> None:
    certificate = Certificate(world)
    old = certificate.run(CERTIFICATE, KEY)["certificate"]["id"]
    stopped = certificate.stopped(OTHER_CERTIFICATE, OTHER_KEY)
    new = stopped["certificate"]["id"]
    assert stopped["failed"]
    assert set(certificate.there()) == {old, new}
    for options in ({}, {"state": "absent"}, {"common_name": "www.example.com"}):  # they do not say which one is meant
        unclear = certificate.run(**options)
        assert unclear["ids"] == sorted([old, new]), unclear["msg"]
    checked = certificate.world.run(
        "scaleway_lb_certificate",
        {"lb": "web", "name": "web", "certificate_chain": OTHER_CERTIFICATE + OTHER_KEY},
        check_mode=True,
    )
    assert checked["changed"]
    assert set(certificate.there()) == {old, new}
    done = certificate.run(OTHER_CERTIFICATE, OTHER_KEY)
    assert (done["changed"], done["certificate"]["id"]) == (True, new)
    assert old in done["warnings"][0]
    assert certificate.there() == [new]
    again = certificate.run(OTHER_CERTIFICATE, OTHER_KEY)
    assert (again["changed"], again.get("warnings")) == (False, None)


def test_what_no_replacement_left_is_not_touched(world: World) -> None:
    """The older of two is what was asked for; or there are three."""
    certificate = Certificate(world)
    certificate.run(CERTIFICATE, KEY)
    certificate.stopped(OTHER_CERTIFICATE, OTHER_KEY)
    unclear = certificate.run(CERTIFICATE, KEY)
    assert unclear["ids"] == sorted(certificate.there())
    world.run(
        "scaleway_lb_certificate",
        {"lb": "web", "name": "third", "certificate_chain": CERTIFICATE, "private_key": KEY},
    )
    found = [entry for kept in world.simulator.store.objects.values() for entry in kept.values()]
    third = next(entry for entry in found if entry.data.get("name") == "third")
    third.data["name"] = "web"
    unclear = certificate.run(OTHER_CERTIFICATE, OTHER_KEY)
    assert len(unclear["ids"]) == 3


def test_a_rotation_that_was_stopped_is_done_anew(world: World) -> None:
    """Whoever was to be given the secret of the new key may never have got it."""
    key = {"application": "deploy", "description": "for the pipeline"}
    world.run("scaleway_iam_application", {"name": "deploy"})
    old = world.run("scaleway_iam_api_key", key)["api_key"]["access_key"]
    world.simulator.faults.add({"method": "DELETE", **REFUSED})
    stopped = world.run("scaleway_iam_api_key", {**key, "rotate": True})
    half = stopped["api_key"]["access_key"]
    unclear = world.run("scaleway_iam_api_key", {**key, "rotate_after": "90d"})
    assert unclear["ids"] == sorted([old, half])
    lost = {"reset": "after", "method": "POST"}
    world.simulator.faults.add(lost)
    told = world.run("scaleway_iam_api_key", {**key, "rotate": True})
    assert "its secret_key came with the lost answer only" in told["msg"]
    assert told["api_key"]["access_key"] not in (old, half)
    world.run("scaleway_iam_api_key", {"id": told["api_key"]["access_key"], "state": "absent"})
    done = world.run("scaleway_iam_api_key", {**key, "rotate": True})
    assert done["api_key"]["secret_key"]
    assert [found["access_key"] for found in world.state()["iam.api_key"]] == [done["api_key"]["access_key"]]
