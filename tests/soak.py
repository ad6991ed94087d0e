# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``python -m tests.soak``: one process that works for a long time on a Scaleway where one request in twenty goes wrong.

Each round makes, changes and lists things in one client, as the items of a loop do, and reads the whole inventory. Memory, files
and threads of the process are looked at after each round: once a third of the time is over, they must not grow. In the end everything is as it was wanted.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN
from tests.tools.link_collection import link_collection

sys.path.append(str(link_collection()))
BASE = "ansible_collections.community.scaleway.plugins"
FAULTS: list[dict[str, Any]] = [
    {"status": 502, "html": True},
    {"status": 503, "body": {"message": "upstream connect error"}},
    {"reset": "before"},
    {"reset": "after"},
    {"truncate": True},
    {"status": 429},
]
VOLUMES = 20
SERVERS = 1000


class Soak:
    def __init__(self, simulator: SimulatorProcess) -> None:
        self.simulator = simulator
        self.tasks = self.failed = self.requests = self.faults = 0
        self.environment = {
            "HOME": "/nonexistent",
            "SCW_SECRET_KEY": TOKEN,
            "SCW_DEFAULT_PROJECT_ID": PROJECT,
            "SCW_DEFAULT_ORGANIZATION_ID": ORGANIZATION,
            "SCW_API_URL": simulator.url,
        }

    def task(self, module_name: str, /, **options: Any) -> dict[str, Any]:
        module = importlib.import_module(f"{BASE}.modules.{module_name}").MODULE
        execute = importlib.import_module(f"{BASE}.module_utils._module").execute
        context = importlib.import_module(f"{BASE}.module_utils._context").Context
        validation = ArgumentSpecValidator(dict(module.argument_spec), **module.constraints).validate(options)
        assert not validation.error_messages, validation.error_messages
        found: dict[str, Any] = execute(
            module, context(params=validation.validated_parameters, environment=self.environment), diff=True
        )
        self.tasks += 1
        if found.get("failed"):
            self.failed += 1
            print(f"    {module_name}: {found['msg'][:300]}", flush=True)
        return found

    def round(self, number: int) -> None:
        """About one in twenty of the requests of a round goes wrong, in another way each time."""
        self.simulator.clear_faults()
        for position in range(3):
            fault = FAULTS[(number + position * 2) % len(FAULTS)]
            self.simulator.fault(**fault, path="fr-par-1/volumes", after=4 + position * 12 + number % 7)
        self.simulator.fault(status=502, html=True, path="instance/v1/zones/[a-z0-9-]+/servers", after=number % 20)
        for volume in range(VOLUMES):
            tags = [f"round-{number}"]
            self.task("scaleway_volume", name=f"soak-{volume}", size="10GB", zone="fr-par-1", tags=tags)
        self.task("scaleway_volume_info", zone="fr-par-1")
        self.task("scaleway_server_info", zone="all")
        self.inventory()

    def inventory(self) -> None:
        """All hosts of all zones, as the inventory reads them."""
        fleet = importlib.import_module(f"{BASE}.module_utils._fleet")
        choice = importlib.import_module(f"{BASE}.module_utils._fleet_choice").Choice()
        client = importlib.import_module(f"{BASE}.module_utils._client").shared_client(
            importlib.import_module(f"{BASE}.module_utils._settings").resolve({}, self.environment)
        )
        found = fleet.fetch(client, fleet.Wanted(("instances",), (), (), choice), print)
        assert len(found.hosts) == SERVERS, len(found.hosts)
        assert not found.failures, found.failures

    def count(self) -> None:
        """Add up the requests of a round, and the faults that were met."""
        self.requests += self.simulator.control("GET", "requests/count")["count"]
        self.faults += sum(rule["left"] == 0 for rule in self.simulator.control("GET", "faults")["faults"])

    def converged(self, number: int) -> bool:
        self.simulator.clear_faults()
        there = [found for found in self.simulator.state("instance.volume") if found["name"].startswith("soak-")]
        return len(there) == VOLUMES and all(found["tags"] == [f"round-{number}"] for found in there)


def sizes() -> tuple[int, int, int]:
    """Memory in kB, open files and threads."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return memory, len(os.listdir("/proc/self/fd")), threading.active_count()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20, help="how long (default: %(default)s)")
    options = parser.parse_args()
    with SimulatorProcess("--servers", str(SERVERS)) as simulator:
        soak = Soak(simulator)
        end = time.monotonic() + options.minutes * 60
        seen = []
        number = 0
        whole = True
        while time.monotonic() < end:
            number += 1
            simulator.clear_requests()
            soak.round(number)
            soak.count()
            whole = soak.converged(number) and whole
            seen.append(sizes())
            if number == 3 or number % 10 == 0:
                memory, files, threads = seen[-1]
                print(
                    f"round {number}: {soak.tasks} tasks, {memory // 1024} MB, {files} files, {threads} threads",
                    flush=True,
                )
    # A pool of connections fills up to its size first.
    early, late = seen[len(seen) // 3], seen[-1]
    flat = late[0] < early[0] * 1.1 + 4096 and late[1] <= early[1] + 2 and late[2] <= early[2] + 1
    print(f"{soak.tasks} tasks in {number} rounds, {soak.failed} failed; {'all' if whole else 'not all'} converged")
    print(f"{soak.faults} faults in {soak.requests} requests")
    print(
        f"memory {early[0] // 1024} to {late[0] // 1024} MB, files {early[1]} to {late[1]}, threads {early[2]} to {late[2]}"
    )
    return 0 if flat and whole and not soak.failed else 1


if __name__ == "__main__":
    sys.exit(main())
