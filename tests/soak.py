# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``python -m tests.soak``: one play of 2,000 tasks, its hosts from the inventory, on a Scaleway where one request in twenty goes wrong.

Each round of 20 tasks makes, changes, lists and deletes things, and now and then the whole inventory is read again. Memory, files
and threads of ``ansible-playbook``, and the connections that the simulator holds open, are looked at every second. Once a third
of the time is over, memory must not grow, nor may what is left of the others between two tasks: what leaks is never gone again.
In the end everything is as the last round wants it, and a run without faults has nothing to change.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import BIN, Ansible, Task, results_of
from tests.tools.link_collection import link_collection

FAULTS: list[dict[str, Any]] = [
    {"status": 502, "html": True},
    {"status": 503, "body": {"message": "upstream connect error"}},
    {"reset": "before"},
    {"reset": "after"},
    {"truncate": True},
    {"status": 429},
]
FAULTY = 20  # each request of so many goes wrong
SERVERS = 1_000
TASKS_OF_A_ROUND = 20
ROUNDS = 100
REREAD = 10  # rounds from one reading of the inventory to the next
REQUESTS = 8_000  # about so many are sent: what the latency is reckoned by
INVENTORY = "plugin: community.scaleway.scaleway\nhostnames: [name]\n"


def task(name: str, /, **options: Any) -> Task:
    return {f"community.scaleway.scaleway_{name}": options}


def tasks_of(number: int) -> list[Task]:
    """What a round wants."""
    tags = [f"round-{number}"]
    rules = [
        {"direction": "inbound", "action": "accept", "protocol": "TCP", "dest_port_from": 1000 + number},
        {"direction": "inbound", "action": "accept", "protocol": "ICMP", "ip_range": "198.51.100.0/24"},
    ]
    passing = {"name": f"passing-{number}", "size": "10GB"}
    disk = task("block_volume", name="soak", size="10GB", tags=tags)
    whole = [
        *(task("volume", name=f"soak-{volume}", size="10GB", tags=tags) for volume in range(4)),
        {**task("volume", name="soak-loop-{{ item }}", size="10GB", tags=tags), "loop": list(range(10))},
        task("volume", **passing),
        task("volume", **passing),
        task("volume", **passing, state="absent"),
        task("security_group", name="soak", description=tags[0], rules=rules),
        task("placement_group", name="soak", tags=tags),
        task("vpc", name="soak", tags=tags),
        task("private_network", name="soak", vpc="soak", tags=tags),
        task("server", name="soak", commercial_type="DEV1-S", image="ubuntu_noble", tags=tags),
        {**disk, "check_mode": True, "diff": True},
        {**disk, "diff": True},
        task("volume_info", name="soak-", name_match="contains"),
        task("server_info", zone="all"),
        task("image_info", zone="all"),
        {
            "ansible.builtin.assert": {
                "that": f"groups['scaleway'] | length >= {SERVERS}",
                "quiet": True,
            }
        },
    ]
    again = {"ansible.builtin.meta": "refresh_inventory" if number % REREAD == 0 else "noop"}
    return [*whole, again]


def wanted(simulator: SimulatorProcess, number: int) -> bool:
    """Whether there is what a round wants, once, and nothing else."""
    tags = [f"round-{number}"]

    def of_ours(kind: str) -> list[dict[str, Any]]:
        return [found for found in simulator.state(kind) if str(found["name"]).startswith(("soak", "passing"))]

    volumes = of_ours("instance.volume")
    names = sorted([*(f"soak-{volume}" for volume in range(4)), *(f"soak-loop-{item}" for item in range(10))])
    once = ("block.volume", "vpc.vpc", "vpc.private_network", "instance.placement_group", "instance.server")
    (group,) = of_ours("instance.security_group")
    return (
        sorted(volume["name"] for volume in volumes) == names
        and all(volume["tags"] == tags for volume in volumes)
        and all([found["tags"] for found in of_ours(kind)] == [tags] for kind in once)
        and group["description"] == tags[0]
    )


class Size(NamedTuple):
    """Of ansible-playbook: kB of memory, open files, threads. ``connections``: what the simulator has open."""

    memory: int
    files: int
    threads: int
    connections: int

    def __str__(self) -> str:
        return f"{self.memory // 1024} MB, {self.files} files, {self.threads} threads, {self.connections} connections"


def size_of(process: int, simulator: int) -> Size:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    numbers = dict(line.split(":", 1) for line in status.splitlines())
    files, connections = (len(os.listdir(f"/proc/{number}/fd")) for number in (process, simulator))
    return Size(int(numbers["VmRSS"].split()[0]), files, int(numbers["Threads"]), connections)


def held(sizes: list[Size]) -> Size:
    """The most memory, and the least of what comes and goes with tasks and with each reading of the inventory."""
    memory, *others = zip(*sizes)
    return Size(max(memory), *(min(values) for values in others))


def play(ansible: Ansible, simulator: SimulatorProcess, book: Path) -> tuple[int, list[Size]]:
    """Run a playbook and look at it every second: its return code, and what was seen."""
    sizes = []
    with (ansible.folder / "output").open("w", encoding="utf-8") as output:
        command = [str(BIN / "ansible-playbook"), "-i", "soak.scaleway.yml", str(book)]
        running = subprocess.Popen(
            command, cwd=ansible.folder, env=ansible.environment, stdout=output, stderr=subprocess.STDOUT
        )
        while running.poll() is None:
            try:
                sizes.append(size_of(running.pid, simulator.pid))
            except (OSError, KeyError):  # it has just ended
                break
            if len(sizes) % 60 == 0:
                print(f"    minute {len(sizes) // 60}: {sizes[-1]}", flush=True)
            time.sleep(1)
        return running.wait(), sizes


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20, help="about how long (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of 20 tasks (default: %(default)s)")
    told = parser.parse_args()
    link_collection()
    latency = told.minutes * 60_000 * 0.85 / (REQUESTS * told.rounds / ROUNDS)
    options = ("--servers", str(SERVERS), "--latency-ms", str(latency))
    with SimulatorProcess(*options) as simulator, tempfile.TemporaryDirectory() as folder:
        ansible = Ansible(Path(folder), simulator.url)
        (ansible.folder / "soak.scaleway.yml").write_text(INVENTORY)

        def written(tasks: list[Task]) -> tuple[Path, Path]:
            whole = [{"hosts": "localhost", "gather_facts": False, "ignore_errors": True, "tasks": tasks}]
            return ansible.written(yaml.safe_dump(whole, sort_keys=False))

        for position, fault in enumerate(FAULTS):
            every = FAULTY * len(FAULTS)
            simulator.fault(**fault, times=None, after=position * FAULTY, every=every)
        start = time.monotonic()
        book, log = written([task for number in range(told.rounds) for task in tasks_of(number + 1)])
        code, sizes = play(ansible, simulator, book)
        minutes = (time.monotonic() - start) / 60
        results = [entry["result"] for entry in results_of(log)]
        failed = [result for result in results if result.get("failed")]
        requests = simulator.requests()
        simulator.clear_faults()
        there = wanted(simulator, told.rounds)
        staying = [step for step in tasks_of(told.rounds)[:-1] if "passing" not in str(step)]
        book, log = written(staying)
        play(ansible, simulator, book)
        again = [entry["result"].get("changed") for entry in results_of(log)]

    # It fills up first: connections, what Ansible loads with the first task of each kind, the first inventory.
    third = len(sizes) // 3
    early, late = held(sizes[third : 2 * third]), held(sizes[2 * third :])
    flat = late.memory < early.memory * 1.05 and all(then <= now for now, then in zip(early[1:], late[1:]))
    wrong = sum(entry["fault"] for entry in requests)
    print(f"{told.rounds * TASKS_OF_A_ROUND} tasks in {minutes:.1f} minutes, {len(failed)} failed")
    for result in failed[:5]:
        print(f"    {str(result.get('msg'))[:300]}")
    print(f"{wrong} faults in {len(requests)} requests")
    print(f"held in the second third: {early}; in the last: {late}: {'flat' if flat else 'it grows'}")
    unchanged = len(again) == len(staying) and not any(again)
    print(
        f"{'everything' if there else 'not everything'} is as it was wanted, {'nothing' if unchanged else 'something'} is left to change"
    )
    return 0 if code == 0 and flat and there and unchanged and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
