# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The simulator as a process of its own, for tests and tools."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

ROOT = Path(__file__).resolve().parents[2]
# Straight to loopback, whatever proxies the environment names.
_opener = build_opener(ProxyHandler({}))


class SimulatorProcess:
    """Starts on entering, stops on leaving. ``url`` is where it listens."""

    def __init__(self, *options: str) -> None:
        self.options = options
        self.url = ""
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> SimulatorProcess:
        command = [sys.executable, "-m", "tests.simulator", "--port", "0", *self.options]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.startswith("listening on "):
            self._process.kill()
            raise RuntimeError(f"the simulator did not start: {line!r}")
        self.url = line.split()[-1]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
            if self._process.stdout is not None:
                self._process.stdout.close()

    @property
    def pid(self) -> int:
        assert self._process is not None, "it has not started"
        return self._process.pid

    def control(self, method: str, name: str, body: Any = None) -> Any:
        """Call an endpoint under /_simulator/."""
        data = None if body is None else json.dumps(body).encode()
        request = Request(f"{self.url}/_simulator/{name}", data, {"Content-Type": "application/json"}, method=method)
        with _opener.open(request, timeout=60) as response:
            content = response.read()
        return json.loads(content) if content else None

    def requests(self) -> list[dict[str, Any]]:
        """The requests that were received since the log was emptied."""
        found: list[dict[str, Any]] = self.control("GET", "requests")["requests"]
        return found

    def writes(self) -> list[tuple[str, str]]:
        """Method and path of those that could change something."""
        return [(entry["method"], entry["path"]) for entry in self.requests() if entry["method"] not in ("GET", "HEAD")]

    def clear_requests(self) -> None:
        self.control("DELETE", "requests")

    def fault(self, **rule: Any) -> None:
        self.control("POST", "faults", rule)

    def clear_faults(self) -> None:
        self.control("DELETE", "faults")

    def add(self, kind: str, locality: str, *objects: dict[str, Any]) -> None:
        """Put objects there as they are."""
        added = [{"kind": kind, "locality": locality, "data": data} for data in objects]
        self.control("POST", "add", {"objects": added})

    def reset(self, servers: int | None = None) -> None:
        self.control("POST", "reset", {} if servers is None else {"servers": servers})

    def advance(self, seconds: float) -> None:
        self.control("POST", "clock", {"advance": seconds})

    def state(self, kind: str) -> list[dict[str, Any]]:
        """All objects of a kind, for example ``instance.volume``."""
        found: list[dict[str, Any]] = self.control("GET", "state").get(kind, [])
        return found
