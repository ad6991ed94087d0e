# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What holds of every declaration, whatever is asked for: done twice it does nothing, asked back it goes back, and check mode
says what will be.

Few examples here, the same ones each time; ``make properties`` tries many.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from ansible_collections.community.scaleway.plugins.module_utils._resource import VOLATILE
from tests.faults.lives import NEEDED, rendered
from tests.faults.world import Result, World
from tests.properties.subjects import SUBJECTS, Options, Subject, drawn

EXAMPLES = int(os.environ.get("PROPERTIES_EXAMPLES", "3"))
REFUSED: dict[str, set[str]] = {}
READING = ("GET", "HEAD")
# What Scaleway chooses, each time it is asked for or while it scales.
CHOSEN_ANEW = {
    "scaleway_flexible_ip": {"mac_address"},
    "scaleway_k8s_pool": {"size"},
    "scaleway_key": {"rotation_policy"},
}


class Trial:
    """One resource of a kind, and tasks about it."""

    def __init__(self, world: World, subject: Subject) -> None:
        self.world, self.subject = world, subject
        resource = subject.resource
        self.volatile = {*VOLATILE, *resource.volatile, *resource.given_once, resource.status.partition(".")[0]}
        world.reset()
        known: Options = dict(NEEDED)
        self.known = known
        for task in subject.before:
            result = world.run(task.module, rendered(task.options, known))
            assert not result.get("failed"), result["msg"]
            known[task.register] = result
        world.settle()
        self.there = world.snapshot()

    def again(self) -> None:
        self.world.restore(self.there)

    def run(self, options: Options, check_mode: bool = False) -> tuple[Result, list[tuple[str, str]]]:
        """The result of a task, and what it wrote."""
        self.world.simulator.log.clear()
        result = self.world.run(self.subject.module, options, check_mode)
        written = [(entry["method"], entry["path"]) for entry in self.world.log() if entry["method"] not in READING]
        self.world.settle()
        return result, written

    def item(self, result: Result) -> Any:
        """What a result shows of it, without what changes by itself."""
        shown = result[self.subject.resource.one]
        return {name: value for name, value in shown.items() if name not in self.volatile}

    def apply(self, options: Options) -> Result:
        """Do what is asked for as it should be: predicted, done, done again."""
        predicted, written = self.run(options, check_mode=True)
        assert not written, "check mode writes"
        done, written = self.run(options)
        if predicted.get("failed"):
            assert done.get("failed"), f"check mode failed, the real run did not: {predicted['msg']}"
            assert not written, f"it was known to be wrong, and was begun: {done['msg']}"
        if done.get("failed"):
            REFUSED.setdefault(self.subject.module, set()).add(str(done["msg"])[:200])
            reject()
        assert predicted["changed"] == done["changed"] == bool(written), (
            predicted["changed"],
            done["changed"],
            written,
        )
        missed = list(unfulfilled(self.item(predicted), self.item(done)))
        assert not missed, missed
        missed = list(unfulfilled(predicted["diff"]["after"], done["diff"]["after"]))
        assert not missed, missed
        again, written = self.run(options)
        assert not again.get("failed"), again["msg"]
        assert not again["changed"], (again["diff"], written)
        assert not written
        assert self.item(again) == self.item(done)
        return done


def unfulfilled(predicted: Any, real: Any, place: str = "") -> Iterator[str]:
    """Where a prediction did not come true. What is new has more than could be known."""
    if isinstance(predicted, dict) and isinstance(real, dict):
        for name in [name for name in predicted if name not in VOLATILE]:
            yield from unfulfilled(predicted[name], real.get(name), f"{place}.{name}")
    elif isinstance(predicted, list) and isinstance(real, list) and len(predicted) == len(real):
        for number, value in enumerate(predicted):
            yield from unfulfilled(value, real[number], f"{place}[{number}]")
    elif predicted != real:
        yield f"{place}: {predicted!r} was predicted, and it is {real!r}"


def told_more_by(subject: Subject, first: Options, second: Options) -> set[str]:
    """Fields that are objects in which the second task sets what the first one leaves alone."""
    resource = subject.resource
    options = [
        option
        for option, value in second.items()
        if isinstance(value, dict) and not set(value) <= set(first.get(option) or ())
    ]
    fields = {resource.field_of(option) for option in options}
    return fields | {resource.shown_as[field].name for field in fields if field in resource.shown_as}


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with World() as world:
        yield world


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.module)
def test_a_declaration_is_idempotent(world: World, subject: Subject) -> None:
    trial = Trial(world, subject)
    names = sorted(subject.values)

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        left_out = data.draw(st.sets(st.sampled_from(names)) if names else st.just(set()), "left out")
        first, second = (rendered(drawn(data, subject, left_out, label), trial.known) for label in ("A", "B"))
        trial.again()
        was = trial.apply(first)
        trial.apply(second)
        now = trial.apply(first)
        other = told_more_by(subject, first, second) | CHOSEN_ANEW.get(subject.module, set())
        before, after = ({name: trial.item(one).get(name) for name in trial.item(was)} for one in (was, now))
        missed = [place for place in unfulfilled(before, after) if place.split(".")[1].split(":")[0] not in other]
        assert not missed, missed

    holds()
