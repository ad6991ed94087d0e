# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Fixtures in place of those of tests/conftest.py: simulator and tasks in the process of the tests, so that a task takes
milliseconds. What needs Ansible's own commands fails with them, and does not judge."""

from __future__ import annotations

import copy
import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._module import Module, execute
from tests.faults.lives import rendered
from tests.faults.world import World
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Run, Task
from tests.tools.object_storage import ObjectStorageServer

KEYWORDS = {"ignore_errors", "register", "check_mode", "diff", "name", "no_log"}


def _not_here(*_arguments: Any, **_options: Any) -> Any:
    raise NotImplementedError("no commands in this process")


# Also for tests that have fixtures of their own.
Ansible.run = SimulatorProcess.__enter__ = ObjectStorageServer.__enter__ = _not_here  # type: ignore[method-assign]


class NearSimulator:
    """What tests ask of a SimulatorProcess."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = world.url

    def control(self, method: str, name: str, body: Any = None) -> Any:
        near = SimulatorProcess()
        near.url = self.url
        return near.control(method, name, body)

    def requests(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.control("GET", "requests")["requests"]
        return found

    def writes(self) -> list[tuple[str, str]]:
        return [(entry["method"], entry["path"]) for entry in self.requests() if entry["method"] not in ("GET", "HEAD")]

    def clear_requests(self) -> None:
        self.world.simulator.log.clear()

    def fault(self, **rule: Any) -> None:
        self.world.simulator.faults.add(rule)

    def clear_faults(self) -> None:
        self.world.simulator.faults.clear()

    def add(self, kind: str, locality: str, *objects: dict[str, Any]) -> None:
        added = [{"kind": kind, "locality": locality, "data": data} for data in objects]
        self.control("POST", "add", {"objects": added})

    def reset(self, servers: int | None = None) -> None:
        self.world.simulator.reset(servers)

    def advance(self, seconds: float) -> None:
        self.world.simulator.store.clock.advance(seconds)

    def state(self, kind: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.control("GET", "state").get(kind, [])
        return found


class NearAnsible(Ansible):
    """Runs plays that are nothing but tasks of our modules."""

    def __init__(self, folder: Path, world: World) -> None:
        super().__init__(folder, world.url)
        self.world = world

    def play(self, tasks: list[Task], *options: str, **play: Any) -> Run:
        known: dict[str, Any] = {}
        results: list[dict[str, Any]] = []
        counts: list[int] = []
        code = 0
        if set(play) - {"vars"}:
            raise NotImplementedError(f"no {play} in this process")
        for task in tasks:
            (name,) = set(task) - KEYWORDS
            check = bool(task.get("check_mode", "--check" in options))
            result = self._task(name, rendered(task[name], known), check, bool(task.get("diff", "--diff" in options)))
            known[task.get("register", "_")] = result
            results.append(result)
            counts.append(len(self.world.log()))
            if result.get("failed") and not task.get("ignore_errors"):
                code = 2
                break
        return Run(code, json.dumps(results), results, counts, [""] * len(results))

    def module(self, name: str, options: Task, *flags: str, in_process: bool = True) -> dict[str, Any]:
        return self.play([{f"community.scaleway.{name}": options, "ignore_errors": True}], *flags).last

    def _task(self, name: str, options: Task, check: bool, diff: bool) -> dict[str, Any]:
        if not name.startswith("community.scaleway."):
            raise NotImplementedError(f"no {name} in this process")
        module: Module = importlib.import_module(
            f"ansible_collections.community.scaleway.plugins.modules.{name.rpartition('.')[2]}"
        ).MODULE
        validation = ArgumentSpecValidator(copy.deepcopy(dict(module.argument_spec)), **module.constraints).validate(
            options
        )
        if validation.error_messages:
            return {"failed": True, "changed": False, "msg": validation.errors.msg}
        context = Context(
            params=validation.validated_parameters,
            check_mode=check,
            environment=dict(self.environment),
            secrets={str(value) for value in validation._no_log_values},
        )
        self.world.forget_clients()
        self.world.over = False
        try:
            result: dict[str, Any] = json.loads(json.dumps(execute(module, context, diff=diff)))
        finally:
            self.world.over = True
            self.world._until_idle()
        result.setdefault("changed", False)
        return result


@pytest.fixture(scope="session")
def _world() -> Iterator[World]:
    with World() as world:
        yield world


@pytest.fixture
def simulator(_world: World) -> NearSimulator:
    _world.over = True
    _world.simulator.reset(0)
    return NearSimulator(_world)


@pytest.fixture
def ansible(simulator: NearSimulator, tmp_path: Path) -> NearAnsible:
    return NearAnsible(tmp_path, simulator.world)
