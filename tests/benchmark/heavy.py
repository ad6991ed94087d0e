# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The heaviest modules: what a task without change costs against ``debug``, and how many requests it sends.

``python -m tests.benchmark.heavy [--rounds N]`` runs it alone.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmark.tasks import case_of
from tests.benchmark.timing import Case, interleaved
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import BIN, Ansible, Task
from tests.tools.link_collection import link_collection

NUMBER = 10
QUICK = {"wait_interval": 0.1}
NETWORK = {"name": "inner", "region": "fr-par"}
# What the heavy ones stand on.
BEFORE: list[Task] = [
    {"community.scaleway.scaleway_private_network": NETWORK},
    {"community.scaleway.scaleway_placement_group": {"name": "apart"}},
    {"community.scaleway.scaleway_lb_ip": {"tags": ["front"]}, "register": "address"},
    {"community.scaleway.scaleway_dns_zone": {"domain": "example.com", "subdomain": "many"}},
]
HEAVY: dict[str, tuple[str, dict[str, Any]]] = {
    "security group with 50 rules": (
        "security_group",
        {
            "name": "web",
            "stateful": True,
            "inbound_default_policy": "drop",
            "rules": [{"action": "accept", "port": 1000 + number} for number in range(50)],
        },
    ),
    "server with everything": (
        "server",
        {
            "name": "web",
            "state": "running",
            "commercial_type": "DEV1-S",
            "image": "ubuntu_jammy",
            "security_group": "web",
            "placement_group": "apart",
            "tags": ["a", "b"],
            "public_ips": ["ipv4", "ipv6"],
            "additional_volumes": [{"name": "data", "size": "20GB", "volume_type": "sbs_volume"}],
            "private_networks": ["inner"],
            "cloud_init": "#cloud-config\npackages: [nginx]\n",
            **QUICK,
        },
    ),
    "load balancer": (
        "lb",
        {"name": "front", "type": "LB-S", "description": "of the shop", "tags": ["a"], **QUICK},
    ),
    "Kubernetes cluster": (
        "k8s_cluster",
        {
            "name": "shop",
            "version": "1.35",
            "cni": "cilium",
            "tags": ["a"],
            "private_network": "inner",
            "auto_upgrade": {"enabled": True, "maintenance_window": {"day": "sunday", "start_hour": 3}},
            "autoscaler_config": {"estimator": "binpacking", "expander": "priority"},
            **QUICK,
        },
    ),
    "database instance": (
        "rdb_instance",
        {
            "name": "shop",
            "engine": "PostgreSQL-15",
            "node_type": "DB-DEV-S",
            "user_name": "admin",
            "password": "Bench-Passw0rd!",
            "is_ha_cluster": False,
            "volume_type": "sbs_5k",
            "volume_size": "10GB",
            "backup_schedule": {"frequency": 12, "retention": 14},
            "settings": {"work_mem": 8, "max_connections": 200},
            "endpoints": {"load_balancer": True, "private_networks": ["inner"]},
            **QUICK,
        },
    ),
    "Elastic Metal server": (
        "baremetal_server",
        {
            "name": "metal",
            "offer": "EM-A115X-SSD",
            "zone": "fr-par-2",
            "description": "of the shop",
            "tags": ["a"],
            **QUICK,
        },
    ),
    "DNS zone with 50 record sets": (
        "dns_records",
        {
            "dns_zone": "many.example.com",
            "records": [{"name": f"w{number}", "type": "A", "values": [f"192.0.2.{number}"]} for number in range(50)],
            **QUICK,
        },
    ),
}


def run(folder: Path, rounds: int) -> list[str]:
    """The report, line by line."""
    with SimulatorProcess() as simulator:
        ansible = Ansible(folder, simulator.url)
        tasks = {name: {f"community.scaleway.scaleway_{module}": told} for name, (module, told) in HEAVY.items()}
        made = ansible.play([*BEFORE, *tasks.values()])
        if made.returncode:
            raise RuntimeError(made.output[-3000:])
        requests = {}
        for name, task in tasks.items():
            simulator.clear_requests()
            done = ansible.play([task])
            if done.returncode or done.last["changed"]:
                raise RuntimeError(f"{name}: {done.output[-3000:]}")
            log = simulator.requests()
            requests[name] = (len(log), 1000 * sum(entry["seconds"] for entry in log))
        simulator.clear_requests()
        debug: Task = {"ansible.builtin.debug": {"msg": "x"}}
        cases = [case_of(ansible, "no task", [], {}), case_of(ansible, "debug", [debug] * NUMBER, {})]
        cases += [case_of(ansible, name, [task] * NUMBER, {}) for name, task in tasks.items()]
        # What ansible-core itself does with so many options: templating, and handing them to the worker.
        idle = {
            name: {"ansible.builtin.debug": {"msg": told, "verbosity": 3}} for name, (_module, told) in HEAVY.items()
        }
        cases += [case_of(ansible, f"debug, {name}", [task] * NUMBER, {}) for name, task in idle.items()]
        listing = [str(BIN / "ansible-doc"), "-l", "community.scaleway"]
        cases.append(Case("ansible-doc -l", listing, dict(ansible.environment), folder))
        figures = interleaved(cases, rounds)
        if simulator.writes():
            raise RuntimeError(f"something was changed: {simulator.writes()}")
    listed, start = figures.pop("ansible-doc -l"), figures.pop("no task").median
    per_task = {name: (figure.median - start) / NUMBER * 1000 for name, figure in figures.items()}
    least = per_task["debug"]
    head = f"{'to debug':>9} {'with its options':>17} {'requests':>9} {'simulated ms':>13}"
    lines = [f"{'ms per task without change':32} {'median':>8} {head}", f"{'debug':32} {least:8.1f} {1:9.2f}"]
    for name in HEAVY:
        value, same = per_task[name], per_task[f"debug, {name}"]
        number, simulated = requests[name]
        lines.append(f"{name:32} {value:8.1f} {value / least:9.2f} {value / same:17.2f} {number:9} {simulated:13.1f}")
    lines.append(f"ansible-doc -l community.scaleway: {listed.median:.1f} s")
    return lines


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.heavy")
    parser.add_argument("--rounds", type=int, default=7)
    told = parser.parse_args()
    link_collection()
    with tempfile.TemporaryDirectory() as place:
        print("\n".join(run(Path(place), told.rounds)))
