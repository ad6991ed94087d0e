# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever one place of an answer holds, a task ends with a result, and a failure is one sentence of our own."""

from __future__ import annotations

import json

from tests.faults.hostile import lived
from tests.faults.lives import LIVES
from tests.faults.world import World
from tests.simulator.store import TOKEN


def test_spoiled_answers_break_no_task() -> None:
    failed = tried = 0
    with World() as world:
        for number, life in enumerate(LIVES):
            for name, result in lived(world, life, seed=f"{life.module} {number}"):
                tried += 1
                assert TOKEN not in json.dumps(result), name
                if result.get("failed"):
                    failed += 1
                    assert result["error"]["type"], name
                    assert "\n" not in result["msg"], (name, result["msg"])
                    assert len(result["msg"]) < 3000, (name, result["msg"])
    # Otherwise nothing was spoiled, or nothing but failures was seen.
    assert tried * 0.05 < failed < tried * 0.8
