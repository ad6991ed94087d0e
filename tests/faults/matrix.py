# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every step of a resource's life under every fault, judged by rule.

The task ends right, or fails with one clear sentence of our own. Afterwards there is exactly what should be, never two, and
nothing that was made without its id in the answer. The same task again, without a fault, brings what was wanted.
"""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tests.families import CASES
from tests.families.case import Case
from tests.faults.faults import FAULTS, Fault
from tests.faults.world import HASTY, Result, Snapshot, World
from tests.simulator.store import TOKEN

Objects = dict[str, list[dict[str, Any]]]
Flat = dict[str, Any]
READING = ("GET", "HEAD")


class Step(NamedTuple):
    """One request of a task: the ``number``-th of its ``phase``."""

    phase: str
    number: int
    method: str
    path: str
    name: str
    """find, create, update, delete or wait"""
    is_list: bool


class Verdict(NamedTuple):
    """What became of one task under one fault. ``problems`` is empty when it survived."""

    module: str
    step: Step
    fault: str
    ended_right: bool
    problems: tuple[str, ...]
    said: str

    def __str__(self) -> str:
        step = self.step
        told = f"{self.module}: {step.phase} {step.number} ({step.name}, {step.method} {step.path}), {self.fault}"
        return f"{told}: {'; '.join(self.problems) or 'survived'}\n        said: {self.said}"


class Phase(NamedTuple):
    """A task of a life without faults, from a state to another: what it asked, and what there was before and after."""

    name: str
    options: dict[str, Any]
    before: Snapshot
    there: Objects
    steps: list[Step]
    after: Objects
    volatile: set[str]
    """Where two lives of this kind differ: ids, dates, addresses"""


def phases(world: World, case: Case) -> Iterator[Phase]:
    """The tasks of a life: create, change, delete."""
    mine, *others = case.who
    world.reset()
    for task in case.before:
        ((module, options),) = task.items()
        _right(world.run(module, options))
    for other in others:
        _right(world.run(case.module, {**case.options, **other}))
    tasks = {"create": case.options, "change": case.change, "delete": {"state": "absent"}}
    for name, options in tasks.items():
        before = world.snapshot()
        there = world.state()
        whole = {**mine, **options}
        world.restore(before)
        _right(world.run(case.module, whole))
        world.settle()
        once = world.state()
        world.restore(before)
        _right(world.run(case.module, whole))
        steps = list(_steps(name, world.log()))
        world.settle()
        after = world.state()
        first, second = flat(once), flat(after)
        volatile = {place for place in {*first, *second} if first.get(place) != second.get(place)}
        end = world.snapshot()
        yield Phase(name, whole, before, there, steps, after, volatile)
        world.restore(end)


def _right(result: Result) -> None:
    assert not result.get("failed"), result["msg"]


def _steps(phase: str, log: list[dict[str, Any]]) -> Iterator[Step]:
    written = 0
    for number, entry in enumerate(log):
        method = entry["method"]
        if method not in READING:
            written += 1
            name = phase if phase == "delete" or (phase == "create" and written == 1) else "update"
        else:
            name = "wait" if written else "find"
        last = entry["path"].rpartition("/")[2]
        is_list = method == "GET" and not re.fullmatch(r"[0-9a-f-]{36}", last)
        yield Step("update" if phase == "change" else phase, number, method, entry["path"], name, is_list)


def interesting(steps: list[Step]) -> list[Step]:
    """All steps, but of many looks in a row at the same thing the first two and the last."""
    chosen = []
    for position, step in enumerate(steps):
        around = steps[max(0, position - 2) : position] + steps[position + 1 : position + 2]
        if (
            step.name == "wait"
            and len(around) == 3
            and {(s.method, s.path) for s in around} == {(step.method, step.path)}
        ):
            continue
        chosen.append(step)
    return chosen


def verdicts(world: World, case: Case, faults: list[Fault] = FAULTS) -> Iterator[Verdict]:
    for phase in phases(world, case):
        for step in interesting(phase.steps):
            for fault in faults:
                if fault.pages and not step.is_list:
                    continue
                yield verdict(world, case, phase, step, fault)


def verdict(world: World, case: Case, phase: Phase, step: Step, fault: Fault) -> Verdict:
    problems: list[str] = []
    world.restore(phase.before)
    rule = json.loads(json.dumps(fault.rule).replace("{stranger}", world.stranger.url))
    world.simulator.faults.add({**rule, "after": step.number})
    try:
        with world.pages_of(1 if fault.pages else 100):
            result = (
                world.run(case.module, phase.options, api_timeout=HASTY)
                if fault.hangs
                else world.run(case.module, phase.options)
            )
    except Exception as error:  # noqa: BLE001 (any is what shall not be)
        told = "".join(traceback.format_exception(error)[-3:])
        return Verdict(case.module, step, fault.name, False, (f"raised {error!r}",), told)
    world.simulator.faults.clear()
    if world.stranger.was_called():
        problems.append("the stranger was called")
    failed = bool(result.get("failed"))
    said = str(result.get("msg", "")) if failed else "(no failure)"
    if TOKEN in json.dumps(result):
        problems.append("the token is shown")
    if failed:
        problems += _unclear(result)
        if fault.passes and step.method in READING:
            problems.append("trouble while reading that passes was not survived")
    world.settle()
    there = without_inserted(world.state())
    problems += _too_many(phase, there)
    told_all = json.dumps(result)
    if failed and phase.name == "create":
        known = {found[case.ident] for found in phase.there.get(case.kind, [])}
        made = [str(found[case.ident]) for found in there.get(case.kind, []) if found[case.ident] not in known]
        problems += [f"{ident} was made, and the answer does not say so" for ident in made if ident not in told_all]
    if not failed and not fault.tells_lies:
        problems += _other(phase, there, "it said that it ended right, but")
    if fault.pages:
        _remove_inserted(world)
    try:
        again = world.run(case.module, phase.options)
    except Exception as error:  # noqa: BLE001 (as above)
        problems.append(f"the second run raised {error!r}")
        return Verdict(case.module, step, fault.name, not failed, tuple(problems), said)
    if again.get("failed"):
        problems.append(f"the second run failed: {again['msg']}")
    else:
        if again["changed"] and not failed and not fault.tells_lies:
            problems.append("the first run said that it was done, the second found something to do")
        world.settle()
        problems += _other(phase, world.state(), "after the second run")
    return Verdict(case.module, step, fault.name, not failed, tuple(problems), said)


def _unclear(result: Result) -> Iterator[str]:
    """What a failure should not look like."""
    message = result.get("msg")
    if not isinstance(message, str) or not message.strip():
        yield "it fails without a word"
        return
    if "\n" in message.strip() or "Traceback" in message or len(message) > 800:
        yield "it fails with more than a sentence"
    if not isinstance(result.get("error"), dict) or not result["error"].get("type"):
        yield "the failure has no type"


def _too_many(phase: Phase, there: Objects) -> Iterator[str]:
    """Of nothing there are more than before and after a life without faults."""
    for kind, found in there.items():
        most = max(len(phase.there.get(kind, [])), len(phase.after.get(kind, [])))
        if len(found) > most:
            yield f"there are {len(found)} {kind} instead of {most} at most"


def _other(phase: Phase, there: Objects, when: str) -> Iterator[str]:
    """Where something is other than after a life without faults."""
    wanted, found = flat(phase.after), flat(there)
    odd = [place for place in {*wanted, *found} if wanted.get(place) != found.get(place)]
    # What differs from one life to the next may have other places within it, too.
    odd = sorted(
        place for place in odd if not any(place == known or place.startswith(known) for known in phase.volatile)
    )
    if odd:
        told = ", ".join(f"{place} is {found.get(place)!r} and not {wanted.get(place)!r}" for place in odd[:3])
        yield f"{when} {told}" + (f" and {len(odd) - 3} more" if len(odd) > 3 else "")


def flat(value: Any, place: str = "") -> Flat:
    """A structure as path to value."""
    if isinstance(value, dict) and value:
        parts = [flat(item, f"{place}.{name}" if place else str(name)) for name, item in value.items()]
    elif isinstance(value, list) and value:
        parts = [flat(item, f"{place}[{number}]") for number, item in enumerate(value)]
    else:
        return {place: value}
    return {name: item for part in parts for name, item in part.items()}


def without_inserted(objects: Objects) -> Objects:
    kept = {kind: [found for found in items if found.get("name") != "inserted"] for kind, items in objects.items()}
    return {kind: items for kind, items in kept.items() if items}


def _remove_inserted(world: World) -> None:
    for found in world.simulator.store.objects.values():
        for ident in [ident for ident, entry in found.items() if entry.data.get("name") == "inserted"]:
            del found[ident]


def lived(number: int, names: tuple[str, ...] = ()) -> list[Verdict]:
    """All of one case."""
    faults = [fault for fault in FAULTS if not names or fault.name in names]
    with World() as world:
        return list(verdicts(world, CASES[number], faults))


def table(found: Iterable[Verdict]) -> str:
    """Modules, their steps and faults, and how many of them were survived."""
    modules: dict[str, list[Verdict]] = {}
    for verdict in found:
        modules.setdefault(verdict.module, []).append(verdict)
    rows = [("module", "steps", "faults", "runs", "survived", "ended right")]
    everything = [verdict for module in modules.values() for verdict in module]
    for name, some in [*sorted(modules.items()), ("all", everything)]:
        steps = {(verdict.module, verdict.step) for verdict in some}
        faults = {verdict.fault for verdict in some}
        survived = sum(not verdict.problems for verdict in some)
        right = sum(verdict.ended_right and not verdict.problems for verdict in some)
        rows.append((name, str(len(steps)), str(len(faults)), str(len(some)), str(survived), str(right)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)
