# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Many servers made by one loop in process: what an item costs above the simulator's own time."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Task

NUMBER = 50
SERVER: Task = {
    "community.scaleway.scaleway_server": {
        "name": "web-{{ item }}",
        "commercial_type": "DEV1-S",
        "image": "ubuntu_jammy",
    },
    "loop": list(range(NUMBER)),
}
DEBUG: Task = {"ansible.builtin.debug": {"msg": "web-{{ item }}"}, "loop": list(range(NUMBER))}


def run(folder: Path, rounds: int) -> list[str]:
    """The report, line by line."""
    items, again, debug, simulated, requests, connections = [], [], [], [], [], []
    with SimulatorProcess() as simulator:
        ansible = Ansible(folder, simulator.url)
        for _round in range(rounds):
            simulator.reset(0)
            empty = seconds(ansible, [])
            debug.append(seconds(ansible, [DEBUG]) - empty)
            items.append(seconds(ansible, [SERVER]) - empty)
            log = simulator.requests()
            simulated.append(sum(entry["seconds"] for entry in log))
            requests.append(len(log))
            connections.append(len({entry["peer"] for entry in log}))
            again.append(seconds(ansible, [SERVER]) - empty)
            if len(simulator.state("instance.server")) != NUMBER:
                raise RuntimeError("the loop did not make the servers")
    own = [(whole - theirs) / NUMBER * 1000 for whole, theirs in zip(items, simulated)]
    theirs = statistics.median(simulated) / NUMBER * 1000
    unchanged, idle = (statistics.median(found) / NUMBER * 1000 for found in (again, debug))
    return [
        f"{NUMBER} servers made by one loop in process, ms an item above the simulator's {theirs:.1f}: "
        + f"{statistics.median(own):.1f}; without change: {unchanged:.1f}; debug: {idle:.1f}",
        f"{max(requests) / NUMBER:.2f} requests an item, {max(connections)} connection",
    ]


def seconds(ansible: Ansible, tasks: list[Task]) -> float:
    start = time.perf_counter()
    done = ansible.play(tasks)
    if done.returncode:
        raise RuntimeError(done.output[-3000:])
    return time.perf_counter() - start
