# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs ansible-inventory many times, each time in a process of its own.

Starting Python and loading ansible-core is what a single run spends most of its time with. Here that is done once, and
every run is a fork of it. Runs come as JSON on standard input: ``[{"arguments", "environment"}]``; the answer is
``[{"returncode", "stdout", "stderr", "requests"}]``, with the requests that the simulator got meanwhile.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

import jinja2
import requests
import yaml
from ansible.cli.inventory import InventoryCLI

LOADED = (jinja2, requests, yaml)
_opener = build_opener(ProxyHandler({}))


def run(arguments: list[str], environment: dict[str, str], url: str) -> dict[str, Any]:
    logged(url, "DELETE")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("stdout", "stderr")]
        child = os.fork()
        if child == 0:
            in_child(["ansible-inventory", *arguments], environment, paths)
        _pid, status = os.waitpid(child, 0)
        stdout, stderr = (path.read_text(encoding="utf-8") for path in paths)
    return {
        "returncode": os.waitstatus_to_exitcode(status),
        "stdout": stdout,
        "stderr": stderr,
        "requests": json.loads(logged(url, "GET"))["requests"],
    }


def in_child(arguments: list[str], environment: dict[str, str], paths: list[Path]) -> None:
    code = 1
    try:
        for number, path in enumerate(paths, 1):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
        os.environ.update(environment)
        sys.argv = arguments
        InventoryCLI.cli_executor(arguments)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError):
                stream.flush()
        os._exit(code)


def logged(url: str, method: str) -> bytes:
    with _opener.open(Request(f"{url}/_simulator/requests", method=method), timeout=60) as response:
        content: bytes = response.read()
    return content


if __name__ == "__main__":
    wanted = json.load(sys.stdin)
    results = [run(one["arguments"], one["environment"], os.environ["SCW_API_URL"]) for one in wanted]
    print(json.dumps(results))
