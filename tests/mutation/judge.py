# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The pytest plugin that judges: tests are collected once, and each mutant is tried in a fork of that process.

First all tests run without a mutant, to see which of them pass here, how long they take and which lines they reach. Then, for
each mutant, those that reach its line, the quick ones first, until one fails.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import coverage
import pytest

from tests.mutation.mutants import Mutant, mutants, put_in_place

FILES = os.environ["MUTATION_FILES"].split()
SAMPLE = int(os.environ["MUTATION_SAMPLE"])
SEED = int(os.environ["MUTATION_SEED"])
REPORT = Path(os.environ["MUTATION_REPORT"])
PART, PARTS = map(int, os.environ.get("MUTATION_PART", "0/1").split("/"))
UTILS = Path(os.environ["MUTATION_ROOT"]) / "plugins" / "module_utils"
LONGEST = 20.0  # seconds: a test that takes longer does not judge
BUDGET = 60.0  # seconds of tests for one mutant


class Judge:
    def __init__(self, session: pytest.Session) -> None:
        self.session = session
        self.items = {item.nodeid: item for item in session.items}
        self.failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = True

    def run(self, item: pytest.Item) -> tuple[bool, float]:
        """Whether a test fails, and how long it takes."""
        self.failed = False
        start = time.monotonic()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=self.session.items[-1])
        return self.failed, time.monotonic() - start

    def baseline(self) -> dict[str, Any]:
        """The seconds of each test that passes, and the tests that reach each line."""
        measured = coverage.Coverage(source=[str(UTILS)], data_file=None, config_file=False)
        measured.start()
        seconds = {}
        for item in self.session.items:
            measured.switch_context(item.nodeid)
            bad, took = self.run(item)
            if not bad and took < LONGEST:
                seconds[item.nodeid] = took
        measured.stop()
        data = measured.get_data()
        lines = {Path(file).stem: dict(data.contexts_by_lineno(file)) for file in data.measured_files()}
        return {"seconds": seconds, "lines": lines}

    def trial(self, mutant: Mutant, tests: list[str]) -> str:
        if not put_in_place(UTILS / f"{mutant.file}.py", mutant):
            return "no mutant"
        for name in tests:
            if self.run(self.items[name])[0]:
                return f"killed by {name}"
        return "survived"


def forked(work: Callable[[], Any], seconds: float) -> Any:
    """What some work in a fork gives; None when it dies, "timeout" when it takes too long."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setsid()
        os.close(reading)
        silent = os.open(os.devnull, os.O_RDWR)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        with os.fdopen(writing, "w") as stream:
            json.dump(work(), stream)
        os._exit(0)
    os.close(writing)
    told = b""
    deadline = time.monotonic() + seconds
    with os.fdopen(reading, "rb") as stream:
        while True:
            ready, _writable, _odd = select.select([stream], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                told = b'"timeout"'
                break
            part = os.read(stream.fileno(), 1 << 20)
            if not part:
                break
            told += part
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        pass
    os.waitpid(child, 0)
    return json.loads(told) if told else None


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    terminal = session.config.pluginmanager.getplugin("terminalreporter")
    session.config.pluginmanager.unregister(terminal)
    judge = Judge(session)
    session.config.pluginmanager.register(judge)
    capture = session.config.pluginmanager.getplugin("capturemanager")
    capture.suspend_global_capture(in_=True)
    say(f"{len(session.items)} tests")
    start = time.monotonic()
    kept = Path(os.environ["MUTATION_BASELINE"] or os.devnull)
    base = json.loads(kept.read_text()) if kept.is_file() else forked(judge.baseline, 3600)
    if os.environ["MUTATION_BASELINE"]:
        kept.write_text(json.dumps(base))
    seconds: dict[str, float] = base["seconds"]
    say(f"{len(seconds)} of them pass here, and judge; they took {time.monotonic() - start:.0f} s")
    everything = [mutant for name in FILES for mutant in mutants(UTILS / f"{name}.py")]
    chosen = list(everything)
    random.Random(SEED).shuffle(chosen)
    chosen = chosen[:SAMPLE] if SAMPLE else chosen
    say(f"{len(everything)} mutants of {len(FILES)} files, {len(chosen)} drawn with the seed {SEED}")
    with REPORT.open("a", encoding="utf-8") as report:
        for mutant in chosen[PART::PARTS]:
            reached = base["lines"].get(mutant.file, {})
            names = {name for line in range(mutant.first, mutant.line + 1) for name in reached.get(str(line), ())}
            tests = sorted((name for name in names if name in seconds), key=lambda name: seconds[name])
            total, affordable = 0.0, []
            for name in tests:
                total += seconds[name]
                if total < BUDGET:
                    affordable.append(name)
            spent = sum(seconds[name] for name in affordable)
            start = time.monotonic()

            def work(mutant: Mutant = mutant, tests: list[str] = affordable) -> str:
                return judge.trial(mutant, tests)

            verdict = forked(work, 20 + 10 * spent) if affordable else "not reached"
            took = time.monotonic() - start
            entry = {**mutant._asdict(), "verdict": verdict or "died", "tests": len(affordable), "of": len(tests)}
            report.write(json.dumps({**entry, "seconds": round(took, 1)}) + "\n")
            report.flush()
            if not str(verdict).startswith("killed"):
                say(f"{mutant.name}: {verdict}")
    return True


def say(text: str) -> None:
    print(text, file=sys.__stdout__, flush=True)
