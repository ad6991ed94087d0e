# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A slice of the matrix, the same each time: every fault once at least. ``make faults`` is the whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.faults import FAULTS, Fault
from tests.faults.lives import LIVES
from tests.faults.matrix import interesting, phases, verdict
from tests.faults.world import World

MODULES = ("scaleway_placement_group", "scaleway_lb_ip", "scaleway_vpc")


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


@pytest.mark.parametrize("module", MODULES)
def test_a_slice_of_the_matrix_is_survived(world: World, module: str) -> None:
    life = next(life for life in LIVES if life.module == module)
    left = list(FAULTS[MODULES.index(module) :: len(MODULES)])
    tried = []
    for phase in phases(world, life):
        for step in interesting(phase.steps):
            for fault in left:
                if not fault.pages or step.shifts:
                    found = verdict(world, phase, step, fault)
                    tried.append(fault.name)
                    assert not found.problems, str(found)
    assert set(tried) == {fault.name for fault in left}


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
