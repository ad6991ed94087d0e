# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Six interruptions, the same each time. ``make interruptions`` is the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.world import World
from tests.interruption.books import STACKS
from tests.interruption.interrupt import Interrupter, reference
from tests.simulator.process import SimulatorProcess

WAYS = (("SIGKILL", "SIGINT"), ("SIGINT", "SIGKILL of the first process"), ("SIGKILL of the first process", "SIGKILL"))


@pytest.mark.parametrize("number", range(3))
def test_the_next_run_brings_what_was_wanted(tmp_path: Path, number: int) -> None:
    book = STACKS[number]
    with World() as world:
        normal = reference(world, book)
    with SimulatorProcess("--latency-ms", "10") as simulator:
        interrupter = Interrupter(simulator, tmp_path, f"test {number}")
        outcomes = list(interrupter.life(book, normal, WAYS[number], in_process=True))
    assert [str(outcome) for outcome in outcomes if outcome.problems] == []
    assert {outcome.left for outcome in outcomes} & {"nothing", "some"}
