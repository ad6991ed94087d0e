# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The official SDK, for the tests in which it drives a product's life cycle."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN


@pytest.fixture
def client(simulator: SimulatorProcess, monkeypatch: pytest.MonkeyPatch) -> object:
    scaleway = pytest.importorskip("scaleway", reason="the SDK needs a newer requests than this environment has")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    # Its waiters sleep before they ask: the simulator's time passes meanwhile, and ours does not.
    clock = SimpleNamespace(time=time.time, sleep=simulator.advance)
    monkeypatch.setattr("scaleway_core.utils.waiter.time", clock)
    return scaleway.Client(
        access_key="SCWXXXXXXXXXXXXXXXXX",
        secret_key=TOKEN,
        api_url=simulator.url,
        default_project_id=PROJECT,
        default_organization_id=ORGANIZATION,
        default_zone="fr-par-1",
        default_region="fr-par",
    )
