# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Fixtures for all tests: a simulator, and Ansible's commands run as a user runs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_ansible.units import inject

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible
from tests.tools.link_collection import ROOT, link_collection
from tests.tools.object_storage import ACCESS_KEY, ObjectStorageServer

# pytest-ansible makes the collection importable when it is configured. That is too late for a conftest.py that is loaded
# first because its folder was named on the command line.
link_collection()
inject(ROOT)


@pytest.fixture(scope="session")
def simulator_process() -> Iterator[SimulatorProcess]:
    with SimulatorProcess() as process:
        yield process


@pytest.fixture
def simulator(simulator_process: SimulatorProcess) -> SimulatorProcess:
    """A simulator that starts over for each test."""
    simulator_process.reset(0)
    return simulator_process


@pytest.fixture(scope="session")
def object_storage_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStorageServer]:
    with ObjectStorageServer(tmp_path_factory.mktemp("object-storage")) as process:
        yield process


@pytest.fixture
def object_storage(object_storage_process: ObjectStorageServer) -> ObjectStorageServer:
    """An object storage that starts over for each test."""
    object_storage_process.reset()
    return object_storage_process


@pytest.fixture
def ansible(simulator: SimulatorProcess, tmp_path: Path, request: pytest.FixtureRequest) -> Ansible:
    """Ansible's commands in an empty folder and home, with the simulator as Scaleway; and with the object storage, where a
    test names it, too."""
    ansible = Ansible(tmp_path, simulator.url)
    if "object_storage" in request.fixturenames:
        storage: ObjectStorageServer = request.getfixturevalue("object_storage")
        ansible.environment.update(SCW_ACCESS_KEY=ACCESS_KEY, SCW_S3_ENDPOINT=storage.url)
    return ansible


def pytest_make_parametrize_id(config: pytest.Config, val: Any, argname: str) -> str | None:
    return str(val) if isinstance(val, (str, int, bool)) else None
