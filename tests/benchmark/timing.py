# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Timing commands side by side: every case once in each round, so that all of them meet the same moods of a machine."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Path


class Figure(NamedTuple):
    """Seconds of wall time over the rounds, and the largest memory of the process in MiB."""

    smallest: float
    median: float
    largest: float
    memory: float


def interleaved(cases: Sequence[Case], rounds: int, warm: bool = True) -> dict[str, Figure]:
    """Run every case once in each round, after one round that is not counted. Raises when a command fails."""
    found: dict[str, list[tuple[float, float]]] = {case.name: [] for case in cases}
    for number in range(-1 if warm else 0, rounds):
        for case in cases:
            measured = run(case)
            if number >= 0:
                found[case.name].append(measured)
    figures = {}
    for name, all_of_it in found.items():
        seconds = [second for second, _memory in all_of_it]
        memory = max(memory for _second, memory in all_of_it)
        figures[name] = Figure(min(seconds), statistics.median(seconds), max(seconds), memory)
    return figures


def run(case: Case) -> tuple[float, float]:
    """Seconds and MiB of one command."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            case.command,
            cwd=case.folder,
            env=dict(case.environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _pid, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{case.name} failed:\n{output.read().decode()[-3000:]}")
    return took, usage.ru_maxrss / 1024
