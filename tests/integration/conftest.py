# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every test of a module runs both ways: inside Ansible, and as a module of its own."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(params=[True, False], ids=["in-process", "as-module"])
def in_process(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def way(in_process: bool) -> dict[str, Any]:
    """The play's variables that choose the way."""
    return {"scaleway_in_process": in_process}


@pytest.fixture(params=["current", "classic"])
def generation(request: pytest.FixtureRequest) -> str:
    return str(request.param)
