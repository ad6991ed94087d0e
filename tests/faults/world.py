# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A Scaleway in this very process, whose time passes only when somebody waits: a task takes milliseconds in it.

The way between client and API is real HTTP on loopback, so that broken connections are broken connections.
"""

from __future__ import annotations

import asyncio
import copy
import importlib
import itertools
import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import TimeoutError as NotInTime
from contextlib import contextmanager
from types import TracebackType
from typing import Any, NamedTuple
from unittest.mock import patch

from aiohttp import web
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from requests.adapters import HTTPAdapter

from ansible_collections.community.scaleway.plugins.module_utils import _client, _paging
from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._module import Module, execute
from tests.simulator.app import Simulator
from tests.simulator.control import application
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN, Entry, Store

Result = dict[str, Any]
PATIENT = 30.0  # seconds for one answer: the machine may be busy
HASTY = 0.25  # where no answer shall come
TICK = 0.001  # what an answer takes: a busy machine must not have the simulator's time pass faster


class PatientSimulator(Simulator):
    """Counts what it is answering, and lets requests hang until the world's time says so."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.busy = 0
        self.hanging = 0
        super().__init__(Store())

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.busy += 1
        self.store.clock.advance(TICK)
        try:
            return await super().answer(request)
        finally:
            self.busy -= 1

    async def pause(self, seconds: float) -> None:
        until = self.world.now() + seconds
        self.hanging += 1
        try:
            while self.world.now() < until and not self.world.over:
                await asyncio.sleep(0.002)
        finally:
            self.hanging -= 1


class Stranger:
    """Another origin: it only listens, to see whether anybody comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.setblocking(False)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"

    def was_called(self) -> bool:
        try:
            self._socket.accept()[0].close()
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        self._socket.close()


class Snapshot(NamedTuple):
    """What there was at some moment."""

    kept: dict[str, Any]


class World:
    """Simulator, time and account. Entered once, then used for many tasks."""

    def __init__(self) -> None:
        self._waited = 0.0
        self.over = False
        """Whether the task has ended: what hangs goes on then"""
        self.simulator = PatientSimulator(self)
        self.stranger = Stranger()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._time = patch.object(_client, "time", self)
        self.url = ""

    def __enter__(self) -> World:
        self._thread.start()
        self.reset()
        self.url = asyncio.run_coroutine_threadsafe(self._serve(), self._loop).result(30)
        self._time.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._time.stop()
        self.forget_clients()
        self.stranger.close()
        self.over = True
        try:
            asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
        except NotInTime:
            pass
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _serve(self) -> str:
        self._runner = web.AppRunner(application(self.simulator), access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    # What the client takes for the module time.

    def now(self) -> float:
        return self._waited

    monotonic = now

    def sleep(self, seconds: float) -> None:
        """Time passes, for the API, too; what happens meanwhile has happened when it is over."""
        if not self.simulator.hanging:
            self._until_idle()
        hanging = self.simulator.hanging
        self._waited += seconds
        self.simulator.store.clock.advance(seconds)
        if hanging:
            time.sleep(0.01)

    def _until_idle(self) -> None:
        deadline = time.monotonic() + PATIENT
        while self.simulator.busy and time.monotonic() < deadline:
            time.sleep(0.001)

    # Tasks

    def forget_clients(self) -> None:
        for client in _client._clients.values():
            client.close()
        _client._clients.clear()

    def run(self, name: str, options: dict[str, Any], check_mode: bool = False, **settings: Any) -> Result:
        """The result of a task, as the runner gets it. Whatever is raised is raised on."""
        name = name.rpartition(".")[2]
        module: Module = importlib.import_module(
            f"ansible_collections.community.scaleway.plugins.modules.{name}"
        ).MODULE
        told = {"wait_interval": 0.1, "api_timeout": PATIENT, **settings}
        spec = copy.deepcopy(dict(module.argument_spec))
        told = {option: value for option, value in told.items() if option in spec}
        validation = ArgumentSpecValidator(spec, **module.constraints).validate({**told, **options})
        assert not validation.error_messages, (name, validation.error_messages)
        context = Context(
            params=validation.validated_parameters,
            check_mode=check_mode,
            environment={
                "HOME": "/nonexistent",
                "SCW_SECRET_KEY": TOKEN,
                "SCW_DEFAULT_PROJECT_ID": PROJECT,
                "SCW_DEFAULT_ORGANIZATION_ID": ORGANIZATION,
                "SCW_DEFAULT_ZONE": "fr-par-1",
                "SCW_API_URL": self.url,
                "SCW_COMPUTE_URL": f"{self.url}/cp-{{region}}",
                "SCW_ACCOUNT_URL": f"{self.url}/account",
            },
            secrets={str(value) for value in validation._no_log_values},
        )
        self.forget_clients()
        self.over = False
        try:
            return json.loads(json.dumps(execute(module, context, diff=True)))  # type: ignore[no-any-return]
        finally:
            self.over = True
            self._until_idle()

    @contextmanager
    def impatient_with(self, number: int) -> Iterator[None]:
        """Have the ``number``-th request from here on be one that is given up soon."""
        sent = itertools.count()
        real = HTTPAdapter.send

        def send(adapter: HTTPAdapter, request: Any, stream: Any, timeout: Any, *others: Any, **named: Any) -> Any:
            timeout = HASTY if next(sent) == number else timeout
            return real(adapter, request, stream, timeout, *others, **named)

        with patch.object(HTTPAdapter, "send", send):
            yield

    @contextmanager
    def pages_of(self, size: int) -> Iterator[None]:
        with patch.object(_paging, "PAGE_SIZE", size):
            yield

    # What there is

    def log(self) -> list[dict[str, Any]]:
        return list(self.simulator.log)

    def state(self) -> dict[str, list[dict[str, Any]]]:
        store = self.simulator.store
        now = store.clock.now()
        told: dict[str, list[dict[str, Any]]] = {}
        for found in [found for found in store.objects.values() if not _is_catalog(found)]:
            for entry in list(found.values()):
                entry.settle(now)
            for entry in found.values():
                told.setdefault(entry.kind.key, []).append({**entry.data, "_locality": entry.locality})
        return told

    def settle(self) -> None:
        """Let all that is under way come to its end."""
        for _round in range(3):
            self.simulator.store.clock.advance(20)
            self.state()

    def snapshot(self) -> Snapshot:
        self.settle()
        return Snapshot(self._copied(vars(self.simulator.store)))

    def restore(self, snapshot: Snapshot) -> None:
        self.simulator.faults.clear()
        self.simulator.log.clear()
        vars(self.simulator.store).update(self._copied(snapshot.kept))

    def _copied(self, kept: dict[str, Any]) -> dict[str, Any]:
        store = self.simulator.store
        memo: dict[int, Any] = {id(store): store, id(store.clock): store.clock}
        for found in kept["objects"].values():
            for entry in found.values():
                memo[id(entry.kind)] = entry.kind
                if _is_catalog(found):
                    memo[id(entry)] = entry
        return copy.deepcopy({name: value for name, value in kept.items() if name != "clock"}, memo)

    def pending(self) -> list[Entry]:
        """What still has something before it, which a snapshot would not carry over."""
        objects = self.simulator.store.objects.values()
        return [entry for found in objects for entry in found.values() if entry._pending]

    def reset(self) -> None:
        self.simulator.reset(0)
        self.simulator.store.clock.set_scale(0)


def _is_catalog(found: dict[str, Entry]) -> bool:
    """Whether no task can change what there is: then there is much of it, and no need to look at it."""
    return all(entry.kind.methods == ("GET",) for entry in list(found.values())[:1])
