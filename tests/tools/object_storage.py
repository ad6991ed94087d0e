# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""An S3 server that is not of our making: that of the package moto, as a process of its own."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, Request, build_opener

REGION = "fr-par"
ACCESS_KEY = "SCWXXXXXXXXXXXXXXXXX"
# Straight to loopback, whatever proxies the environment names.
_opener = build_opener(ProxyHandler({}))


class ObjectStorageServer:
    """Starts on entering, stops on leaving. ``url`` is where it listens."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> ObjectStorageServer:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            port = found.getsockname()[1]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        environment = {**kept, "MOTO_RECORDER_FILEPATH": str(self.folder / "requests")}
        command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.url = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 60
        while not _listens(port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("moto's server did not start")
            time.sleep(0.05)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)

    def reset(self) -> None:
        """Start over, with an empty log."""
        for path in ("reset", "recorder/reset-recording", "recorder/start-recording"):
            self._control("POST", path)

    def clear_requests(self) -> None:
        self._control("POST", "recorder/reset-recording")

    def requests(self) -> list[tuple[str, str]]:
        """Method and path, with the query, of the requests that were received since the log was emptied."""
        found = []
        for line in self._control("GET", "recorder/download-recording").decode().splitlines():
            entry = json.loads(line)
            parts = urlsplit(entry["url"])
            if not parts.path.startswith("/moto-api"):
                found.append((entry["method"], f"{parts.path}?{parts.query}" if parts.query else parts.path))
        return found

    def access_keys(self) -> set[str]:
        """Whom the requests came from: the access keys, with the project behind them."""
        log = self._control("GET", "recorder/download-recording").decode()
        return set(re.findall(r"Credential=([^/]+)/", log))

    def writes(self) -> list[tuple[str, str]]:
        """Those that could change something."""
        return [entry for entry in self.requests() if entry[0] not in ("GET", "HEAD")]

    def client(self) -> Any:
        """boto3's own client, for tests to look and to put things there."""
        import boto3

        return boto3.client(
            "s3",
            endpoint_url=self.url,
            region_name=REGION,
            aws_access_key_id=ACCESS_KEY,
            aws_secret_access_key="of the test",
        )

    def _control(self, method: str, path: str) -> bytes:
        request = Request(f"{self.url}/moto-api/{path}", b"" if method == "POST" else None, method=method)
        with _opener.open(request, timeout=10) as response:
            content: bytes = response.read()
        return content


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
