# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""One interruption: ansible-playbook is ended at some moment, run again, and what there is then is compared with what there
is after runs that nobody interrupted."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.faults.matrix import flat
from tests.faults.world import World
from tests.interruption.books import PREFIX, Book, Task
from tests.simulator.process import SimulatorProcess
from tests.simulator.products import KINDS
from tests.tools.ansible_process import BIN, Ansible

Objects = dict[str, list[dict[str, Any]]]
LATENCY = 0.01  # seconds: requests are under way long enough to be interrupted
SCALE = 20  # simulated seconds in a second
PATIENT = 90.0
DATE = re.compile(r"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|\+00:00)")
# Of what is no object here, as the machine of a node.
UUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
# No task makes these, like the nodes of a cluster; the reference leaves them out, too.
SHOWN_ONLY = {kind.key for kind in KINDS if kind.methods == ("GET",)}
WAYS = ("SIGINT", "SIGKILL", "SIGKILL of the first process")


class Normal(NamedTuple):
    """A run that nobody interrupts: how many requests it takes, and what there is afterwards."""

    requests: int
    objects: Objects


class Reference(NamedTuple):
    start: Objects
    making: Normal
    changing: Normal
    volatile: set[tuple[str, str]]
    """What differs from one undisturbed life to another, by kind and place: dates and addresses"""


class Outcome(NamedTuple):
    """What became of one interruption."""

    book: str
    phase: str
    way: str
    in_process: bool
    moment: str
    writing: bool
    """Whether a request that changes something was under way"""
    left: str
    """How much there was when all had ended: nothing, some, all"""
    problems: tuple[str, ...]

    def __str__(self) -> str:
        how = "in process" if self.in_process else "as modules"
        told = f"{self.book}, {self.phase}, {how}, {self.way} {self.moment}, left {self.left}"
        return f"{told}: {'; '.join(problem[:600] for problem in self.problems) or 'converged'}"


class TooLate(Exception):
    """The playbook ended before the moment came."""


def reference(world: World, book: Book) -> Reference:
    """Two undisturbed lives, in this process."""
    lives = []
    for _life in range(2):
        world.reset()
        start = named(world.state())
        normal = []
        for tasks in (book.making, book.changing):
            before = len(world.log())
            for task in tasks:
                for name, options in task.items():
                    result = world.run(name.removeprefix(PREFIX), options)
                    assert not result.get("failed"), (book.name, name, result["msg"])
            requests = len(world.log()) - before
            world.settle()
            normal.append(Normal(requests, named(world.state())))
        lives.append(normal)
    first, second = lives
    differing = {place for one, other in zip(first, second) for place in differences(one.objects, other.objects)}
    return Reference(start, first[0], first[1], differing)


def named(objects: Objects) -> Objects:
    """The same with names in place of ids, which are others each time."""
    names: dict[str, str] = {}
    for kind, found in objects.items():
        for data in found:
            if len(str(data.get("id", ""))) > 8:  # shorter ones, like numbers, stand everywhere
                names.setdefault(str(data["id"]), f"<{kind} {data.get('name') or ''}>")
    text = json.dumps(objects)
    pattern = re.compile("|".join(re.escape(ident) for ident in sorted(names, key=len, reverse=True)))
    text = pattern.sub(lambda found: json.dumps(names[found.group()])[1:-1], text)
    shown: Objects = json.loads(UUID.sub("<id>", DATE.sub("<date>", text)))
    return shown


def places(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for place, value in flat(data).items():
        yield re.sub(r"\[[0-9]+\]", "[]", place), value


def differences(one: Objects, other: Objects) -> Iterator[tuple[str, str]]:
    for kind, found in one.items():
        for data, again in zip(found, other.get(kind, [])):
            mine, others = flat(data), flat(again)
            for place in {*mine, *others}:
                if mine.get(place) != others.get(place):
                    yield kind, re.sub(r"\[[0-9]+\]", "[]", place)


def counted(objects: Objects, volatile: set[tuple[str, str]]) -> Counter[str]:
    """Every object by what is the same in each life, whatever the order."""
    told: Counter[str] = Counter()
    for kind, found in objects.items():
        for data in found:
            steady = sorted(
                f"{place}={value!r}"
                for place, value in places(data)
                if not any(
                    place == known or place.startswith((f"{known}.", f"{known}["))
                    for of, known in volatile
                    if of == kind
                )
            )
            told[f"{kind}: {', '.join(steady)}"] += 1
    return told


def without(objects: Counter[str], start: Counter[str]) -> Counter[str]:
    """What is other than at the start. What is not there any more counts less than nothing."""
    found = Counter(objects)
    found.subtract(start)
    return Counter({what: times for what, times in found.items() if times})


class Interrupter:
    """Interrupts playbooks that run against one simulator."""

    def __init__(self, simulator: SimulatorProcess, folder: Path, seed: str) -> None:
        self.simulator = simulator
        self.folder = folder
        self.chance = random.Random(seed)
        self.ansible = Ansible(folder, simulator.url)
        self.there: Objects = {}
        self.kinds: set[str] = set()
        self.start: Counter[str] = Counter()

    def life(self, book: Book, normal: Reference, ways: tuple[str, str], in_process: bool) -> Iterator[Outcome]:
        """Both playbooks of a book, each interrupted once and run again."""
        self.simulator.reset(0)
        self.simulator.control("POST", "clock", {"scale": SCALE})
        self.kinds = {*normal.start, *normal.making.objects, *normal.changing.objects}
        self.there = self.simulator.control("GET", "state")
        self.start = counted(named(self._objects()), normal.volatile)
        start = counted(normal.start, normal.volatile)
        before = without(start, start)
        for phase, tasks, wanted, way in (
            ("making", book.making, normal.making, ways[0]),
            ("changing", book.changing, normal.changing, ways[1]),
        ):
            after = without(counted(wanted.objects, normal.volatile), start)
            yield self._outcome(book, phase, tasks, wanted.requests, way, in_process, before, after, normal.volatile)
            before = after

    def _outcome(
        self,
        book: Book,
        phase: str,
        tasks: list[Task],
        requests: int,
        way: str,
        in_process: bool,
        before: Counter[str],
        after: Counter[str],
        volatile: set[tuple[str, str]],
    ) -> Outcome:
        play = self._play(tasks, in_process)
        problems: list[str] = []
        writing = False
        while True:
            moment = self.chance.randint(1, requests), self.chance.uniform(0, 3 * LATENCY)
            told = f"{moment[1] * 1000:.0f} ms after request {moment[0]} of {requests}"
            try:
                writing = self._interrupted(play, moment, way)
            except TooLate:
                # Nothing was interrupted: everything is done, and there is nothing left to try.
                return Outcome(book.name, phase, way, in_process, "too late", False, "all", self._odd(after, volatile))
            break
        there = self._there(volatile)
        left = "nothing" if there == before else "all" if there == after else "some"
        done = subprocess.run(
            play,
            cwd=self.folder,
            env=self.ansible.environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if done.returncode:
            failed = re.findall(r'"msg": "(.*?[^\\])"', done.stdout) or [done.stdout[-500:] + done.stderr[-500:]]
            problems.append(f"the second run failed: {failed[-1]}")
        self.simulator.advance(60)
        problems += self._odd(after, volatile)
        return Outcome(book.name, phase, way, in_process, told, writing, left, tuple(problems))

    def _play(self, tasks: list[Task], in_process: bool) -> list[str]:
        play = {
            "hosts": "localhost",
            "gather_facts": False,
            "vars": {"scaleway_in_process": in_process},
            "module_defaults": {"group/community.scaleway.scaleway": {"wait_interval": 0.1}},
            "tasks": tasks,
        }
        book = self.folder / "playbook.yml"
        book.write_text(yaml.safe_dump([play], sort_keys=False), encoding="utf-8")
        return [str(BIN / "ansible-playbook"), str(book)]

    def _interrupted(self, play: list[str], moment: tuple[int, float], way: str) -> bool:
        """Run a playbook until the moment, and end it. Whether something was being written then."""
        self.simulator.clear_requests()
        mark = f"INTERRUPTED_{uuid.uuid4().hex}"
        process = subprocess.Popen(
            play,
            cwd=self.folder,
            env={**self.ansible.environment, mark: "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            number, delay = moment
            while self.simulator.control("GET", "requests/count")["count"] < number:
                if process.poll() is not None:
                    raise TooLate
                time.sleep(0.002)
            time.sleep(delay)
            if process.poll() is not None:
                raise TooLate
            if way == "SIGINT":
                os.killpg(process.pid, signal.SIGINT)
            elif way == "SIGKILL":
                _kill_all(mark, process.pid)
            else:
                process.kill()
            log = self.simulator.requests()
            _leave(process)
            _wait_for(mark)
        finally:
            _kill_all(mark, process.pid)
            process.wait(PATIENT)
        time.sleep(2 * LATENCY)  # what the API was told takes effect, whether or not anybody waits for the answer
        return any(entry["status"] is None and entry["method"] not in ("GET", "HEAD") for entry in log)

    def _objects(self) -> Objects:
        """What there is, without the catalogs that the reference knows nothing of."""
        found: Objects = self.simulator.control("GET", "state")
        return {
            kind: some
            for kind, some in found.items()
            if kind in self.kinds or (kind not in SHOWN_ONLY and some != self.there.get(kind))
        }

    def _odd(self, wanted: Counter[str], volatile: set[tuple[str, str]]) -> tuple[str, ...]:
        """What there is too much, and what is missing."""
        there = self._there(volatile)
        problems = [f"too much: {times} times {what}" for what, times in (there - wanted).items()]
        return tuple(problems + [f"missing: {times} times {what}" for what, times in (wanted - there).items()])

    def _there(self, volatile: set[tuple[str, str]]) -> Counter[str]:
        return without(counted(named(self._objects()), volatile), self.start)


def _marked(mark: str) -> list[int]:
    """The processes of a run that go on, whoever their parent is now."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:  # ended meanwhile, or somebody else's
            continue
    return found


def _kill_all(mark: str, first: int) -> None:
    """End the processes of a run at once, as the end of their container would."""
    for ident in [first, *_marked(mark)]:
        try:
            os.kill(ident, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _leave(process: subprocess.Popen[bytes]) -> None:
    """Until the first process has ended. Now and then Ansible misses a Ctrl-C; who sits before it presses again."""
    for _patience in range(12):
        try:
            process.wait(PATIENT / 12)
            return
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGINT)
    process.wait(PATIENT)


def _wait_for(mark: str) -> None:
    """Until what outlives the first process has ended by itself: a worker brings its task to an end."""
    deadline = time.monotonic() + PATIENT
    while _marked(mark) and time.monotonic() < deadline:
        time.sleep(0.02)


def interruptions(books: Iterable[Book], seed: int, kills: int) -> Iterator[Outcome]:
    """Lives of books, one after the other, until so many playbooks were interrupted."""
    chance = random.Random(seed)
    done = 0
    known: dict[str, Reference] = {}
    books = list(books)
    with tempfile.TemporaryDirectory() as folder, SimulatorProcess("--latency-ms", str(LATENCY * 1000)) as simulator:
        round_ = 0
        while done < kills:
            book = books[round_ % len(books)]
            if book.name not in known:
                with World() as world:
                    known[book.name] = reference(world, book)
            interrupter = Interrupter(simulator, Path(folder), f"{seed} {round_}")
            ways = (chance.choice(WAYS), chance.choice(WAYS))
            for outcome in interrupter.life(book, known[book.name], ways, in_process=chance.random() < 0.75):
                if done < kills:
                    yield outcome
                    done += outcome.moment != "too late"
            round_ += 1


def table(outcomes: Iterable[Outcome]) -> str:
    """How the playbooks were interrupted, and what became of it."""
    groups: dict[tuple[str, str], list[Outcome]] = {}
    found = [outcome for outcome in outcomes if outcome.moment != "too late"]
    for outcome in found:
        groups.setdefault((outcome.way, outcome.phase), []).append(outcome)
    rows: list[tuple[str, ...]] = [
        ("interrupted by", "while", "times", "in a write", "left nothing", "some", "all", "converged")
    ]
    for (way, phase), some in [*sorted(groups.items()), (("all", ""), found)]:
        left = Counter(outcome.left for outcome in some)
        numbers = (
            len(some),
            sum(outcome.writing for outcome in some),
            left["nothing"],
            left["some"],
            left["all"],
            sum(not outcome.problems for outcome in some),
        )
        rows.append((way, phase, *map(str, numbers)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)
