# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes each task's result as a line of JSON to the file in RESULTS_LOG, so that tests can read it, and with it how many
requests the simulator at SIMULATOR had received by then, and in which play it was. With SERVERS_OF_A_PLAY each play begins
with a simulator that starts over, with so many servers."""

from __future__ import annotations

DOCUMENTATION = """
name: results_log
type: notification
short_description: Log results for tests
description: Writes each task's result as a line of JSON.
requirements: [enabled in configuration]
"""

import json
import os
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from ansible.plugins.callback import CallbackBase


def ask(request: str | Request) -> bytes:
    with build_opener(ProxyHandler({})).open(request) as answer:
        return bytes(answer.read())


class CallbackModule(CallbackBase):  # type: ignore[misc]  # ansible-core has no types
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "notification"
    CALLBACK_NAME = "results_log"
    CALLBACK_NEEDS_ENABLED = True

    def v2_playbook_on_play_start(self, play: Any) -> None:
        self._play = play.get_name()
        if os.environ.get("SERVERS_OF_A_PLAY"):
            body = json.dumps({"servers": int(os.environ["SERVERS_OF_A_PLAY"])}).encode()
            ask(Request(f"{os.environ['SIMULATOR']}/_simulator/reset", body, {"Content-Type": "application/json"}))

    def _log(self, result: Any, **more: Any) -> None:
        data = {name: value for name, value in result._result.items() if not name.startswith("_ansible")}
        data.update(more)
        count = json.loads(ask(f"{os.environ['SIMULATOR']}/_simulator/requests/count"))["count"]
        with open(os.environ["RESULTS_LOG"], "a", encoding="utf-8") as stream:
            stream.write(json.dumps({"result": data, "requests": count, "play": self._play}, default=str) + "\n")

    def v2_runner_on_ok(self, result: Any) -> None:
        self._log(result)

    def v2_runner_on_failed(self, result: Any, ignore_errors: bool = False) -> None:
        self._log(result, failed=True)

    def v2_runner_on_skipped(self, result: Any) -> None:
        self._log(result)

    def v2_runner_on_unreachable(self, result: Any) -> None:
        self._log(result)
