# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``python -m tests.simulator``: serve until a signal says stop."""

from __future__ import annotations

import argparse
import asyncio
import gc
import signal

from aiohttp import web

from .app import Simulator
from .control import application
from .store import TOKEN, Store


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulator", description="A local Scaleway on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=8900, help="0 picks a free one (default: %(default)s)")
    parser.add_argument("--servers", type=int, default=0, help="how many servers there are from the start")
    parser.add_argument("--latency-ms", type=float, default=0, help="how much later each answer comes")
    parser.add_argument("--token", default=TOKEN, help="the token that is accepted (default: %(default)s)")
    parser.add_argument("--email", default="admin@example.com", help="of the account that makes tokens")
    parser.add_argument("--password", default="simulator-password", help="of the account that makes tokens")
    return parser.parse_args()


async def serve(options: argparse.Namespace) -> None:
    store = Store(options.token, options.email, options.password)
    simulator = Simulator(store, options.servers, options.latency_ms)
    gc.freeze()  # the seeded objects stay: no collection needs to walk them
    runner = web.AppRunner(application(simulator), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", options.port)
    await site.start()
    port = runner.addresses[0][1]
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    print(f"listening on http://127.0.0.1:{port}", flush=True)
    await stop.wait()
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve(arguments()))
