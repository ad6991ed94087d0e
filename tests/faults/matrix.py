# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every step of a resource's life under every fault, judged by rule.

The task ends right, or fails with one clear sentence of our own. Afterwards there is exactly what should be, never two, and
nothing that was made without its id in the answer. The same task again, without a fault, brings what was wanted.
"""

from __future__ import annotations

import json
import random
import traceback
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tests.faults.faults import FAULTS, Fault
from tests.faults.lives import LIVES, NEEDED, Life, Task, rendered
from tests.faults.world import Result, Snapshot, World
from tests.simulator.routes import Route, route
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
    shifts: bool
    """Whether it lists what can be inserted without looking like what is meant"""


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
    module: str
    options: dict[str, Any]
    before: Snapshot
    there: Objects
    steps: list[Step]
    after: Objects
    volatile: set[str]
    """Where two lives of this kind differ: ids, dates, addresses"""
    shown: set[str]
    """The kinds of what it asks to be made, and whose ids its answer tells"""
    repeatable: bool
    """Whether the same task again finds nothing to do. To restart a server or to replace a password is not"""
    twice: Objects | None
    """What there is after the same task again, which finds something to do; None where it fails"""


def phases(world: World, life: Life) -> Iterator[Phase]:
    """The tasks of a life that are about the module itself, one after the other."""
    world.reset()
    known: dict[str, Any] = dict(NEEDED)
    for task in life.tasks:
        options = rendered(task.options, known)
        if not task.phase:
            result = _right(world.run(task.module, options))
        else:
            phase, result = _phase(world, task, options)
            end = world.snapshot()
            yield phase
            world.restore(end)
        known[task.register] = result


def _phase(world: World, task: Task, options: dict[str, Any]) -> tuple[Phase, Result]:
    """A task, looked at without faults: it ends as after its first run. What differs from one run to the next is volatile."""
    before = world.snapshot()
    there = world.state()
    world.restore(before)
    _right(world.run(task.module, options))
    world.settle()
    once = flat(world.state())
    world.restore(before)
    result = _right(world.run(task.module, options))
    steps = list(_steps(world, task.phase))
    world.settle()
    after = world.state()
    twice = flat(after)
    end = world.snapshot()
    again = world.run(task.module, options)
    world.settle()
    there_again = None if again.get("failed") else world.state()
    volatile = {place for place in {*once, *twice} if once.get(place) != twice.get(place)}
    told = json.dumps(result)
    asked_for = {
        found.kind.key
        for step in steps
        if step.method == "POST"
        for found in [route(step.path)]
        if isinstance(found, Route)
    }
    new = [(kind, ident) for kind, found in after.items() for ident in idents(found) - idents(there.get(kind, []))]
    shown = {kind for kind, ident in new if ident in told and kind in asked_for}
    repeatable = not again.get("failed") and not again["changed"]
    world.restore(end)
    phase = Phase(
        task.phase, task.module, options, before, there, steps, after, volatile, shown, repeatable, there_again
    )
    return phase, result


def idents(found: list[dict[str, Any]]) -> set[str]:
    return {str(data["id"]) for data in found}


def _right(result: Result) -> Result:
    assert not result.get("failed"), result["msg"]
    return result


def _steps(world: World, phase: str) -> Iterator[Step]:
    written = 0
    for number, entry in enumerate(world.log()):
        method = entry["method"]
        if method not in READING:
            written += 1
            name = "delete" if method == "DELETE" else "create" if method == "POST" and written == 1 else "update"
        else:
            name = "wait" if written else "find"
        found = route(entry["path"])
        shifts = False
        if method == "GET" and isinstance(found, Route) and not found.ident:
            there = list(world.simulator.store.entries(found.kind, found.place.locality))
            shifts = bool(there) and all("name" in one.data for one in there)
        yield Step(phase, number, method, entry["path"], name, shifts)


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


def verdicts(world: World, life: Life, faults: list[Fault] = FAULTS) -> Iterator[Verdict]:
    for phase in phases(world, life):
        for step in interesting(phase.steps):
            for fault in faults:
                if fault.pages and not step.shifts:
                    continue
                yield verdict(world, phase, step, fault)


def verdict(world: World, phase: Phase, step: Step, fault: Fault) -> Verdict:
    problems: list[str] = []
    world.restore(phase.before)
    rule = json.loads(json.dumps(fault.rule).replace("{stranger}", world.stranger.url))
    world.simulator.faults.add({**rule, "after": step.number})
    random.seed(f"{step} {fault.name}")  # of how long it pauses
    try:
        with world.pages_of(1 if fault.pages else 100), world.impatient_with(step.number if fault.hangs else -1):
            result = world.run(phase.module, phase.options)
    except Exception as error:  # noqa: BLE001 (any is what shall not be)
        told = "".join(traceback.format_exception(error)[-3:])
        return Verdict(phase.module, step, fault.name, False, (f"raised {error!r}",), told)
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
    if failed and not fault.hangs:  # what happens after the end of a task cannot be in its answer
        for kind in phase.shown:
            made = idents(there.get(kind, [])) - idents(phase.there.get(kind, []))
            problems += [
                f"{kind} {ident} was made, and the answer does not say so" for ident in made if ident not in told_all
            ]
    if not failed and not fault.tells_lies:
        problems += _other(phase, there, "it said that it ended right, but")
    if fault.pages:
        _remove_inserted(world)
    if not phase.repeatable and (phase.twice is None or fault.tells_lies):
        return Verdict(phase.module, step, fault.name, not failed, tuple(problems), said)
    try:
        again = world.run(phase.module, phase.options)
    except Exception as error:  # noqa: BLE001 (as above)
        problems.append(f"the second run raised {error!r}")
        return Verdict(phase.module, step, fault.name, not failed, tuple(problems), said)
    if again.get("failed"):
        problems.append(f"the second run failed: {again['msg']}")
    elif not phase.repeatable:
        world.settle()
        problems += _miscounted(phase, without_told(world.state(), phase, said))
    else:
        if again["changed"] and not failed and not fault.tells_lies:
            problems.append("the first run said that it was done, the second found something to do")
        world.settle()
        if failed or not fault.tells_lies:
            problems += _other(phase, without_told(world.state(), phase, said), "after the second run")
    return Verdict(phase.module, step, fault.name, not failed, tuple(problems), said)


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
    elif result["error"]["type"] == "unexpected":
        yield f"the module raised something: {result['error']['where']}"


def _too_many(phase: Phase, there: Objects) -> Iterator[str]:
    """Of nothing there are more than before and after a life without faults."""
    for kind, found in there.items():
        before, after = phase.there.get(kind, []), phase.after.get(kind, [])
        most = max(len(before), len(after))
        if idents(before) - idents(after) and idents(after) - idents(before):
            most += 1  # one takes the place of another, which goes last
        if len(found) > most:
            yield f"there are {len(found)} {kind} instead of {most} at most"


def _miscounted(phase: Phase, there: Objects) -> Iterator[str]:
    """Of what a task makes anew each time there are as many as after the task once or twice without faults."""
    once, twice = phase.after, phase.twice or {}
    for kind in {*once, *twice, *there}:
        least, most = sorted([len(once.get(kind, [])), len(twice.get(kind, []))])
        found = len(there.get(kind, []))
        if not least <= found <= most:
            yield f"after the second run there are {found} {kind} instead of {least} to {most}"


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


def without_told(objects: Objects, phase: Phase, said: str) -> Objects:
    """Without what the failed task told by id to be left to the user, as the volumes of a server that is gone are."""
    gone = {kind: idents(found) - idents(phase.after.get(kind, [])) for kind, found in phase.there.items()}
    kept = {
        kind: [one for one in found if str(one["id"]) not in gone.get(kind, ()) or str(one["id"]) not in said]
        for kind, found in objects.items()
    }
    return {kind: found for kind, found in kept.items() if found}


def without_inserted(objects: Objects) -> Objects:
    kept = {kind: [found for found in items if found.get("name") != "inserted"] for kind, items in objects.items()}
    return {kind: items for kind, items in kept.items() if items}


def _remove_inserted(world: World) -> None:
    for found in world.simulator.store.objects.values():
        for ident in [ident for ident, entry in found.items() if entry.data.get("name") == "inserted"]:
            del found[ident]


def lived(number: int, names: tuple[str, ...] = ()) -> list[Verdict]:
    """All of one life."""
    faults = [fault for fault in FAULTS if not names or fault.name in names]
    with World() as world:
        return list(verdicts(world, LIVES[number], faults))


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
