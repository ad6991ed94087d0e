# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Timing commands side by side: every case once in each round, so that all of them meet the same moods of a machine."""

from __future__ import annotations

import statistics
import subprocess
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
    """Seconds of wall time over the rounds."""

    smallest: float
    median: float
    largest: float


def interleaved(cases: Sequence[Case], rounds: int) -> dict[str, Figure]:
    """Run every case once in each round, after one round that is not counted. Raises when a command fails."""
    seconds: dict[str, list[float]] = {case.name: [] for case in cases}
    for number in range(rounds + 1):
        for case in cases:
            start = time.perf_counter()
            done = subprocess.run(
                case.command, cwd=case.folder, env=dict(case.environment), capture_output=True, text=True, check=False
            )
            took = time.perf_counter() - start
            if done.returncode:
                raise RuntimeError(f"{case.name} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
            if number:
                seconds[case.name].append(took)
    return {name: Figure(min(found), statistics.median(found), max(found)) for name, found in seconds.items()}
