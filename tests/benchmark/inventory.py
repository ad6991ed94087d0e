# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The inventory against a static JSON inventory of the same hosts, groups and variables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.benchmark.timing import Case, interleaved
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import BIN, Ansible

OURS = "plugin: community.scaleway.scaleway\n"
LATENCIES = (0, 30)


def run(folder: Path, rounds: int, servers: int = 1000) -> list[str]:
    """The report, line by line."""
    lines = [f"{f'seconds of ansible-inventory --list, {servers} servers':52} {'median':>8} {'to static':>9}"]
    for latency in LATENCIES:
        with SimulatorProcess("--servers", str(servers), "--latency-ms", str(latency)) as simulator:
            ansible = Ansible(folder, simulator.url)
            (folder / "ours.scaleway.yml").write_text(OURS)
            static = folder / "static.json"
            static.write_text(json.dumps(static_inventory(ansible.hosts(OURS))))
            cases = [listing(ansible, "static", static), listing(ansible, "ours", folder / "ours.scaleway.yml")]
            figures = interleaved(cases, rounds)
        for name, figure in figures.items():
            label = f"{name}, {latency} ms of latency"
            lines.append(f"{label:52} {figure.median:8.3f} {figure.median / figures['static'].median:9.2f}")
    return lines


def listing(ansible: Ansible, name: str, path: Path) -> Case:
    command = [
        str(BIN / "ansible-inventory"),
        "-i",
        str(path),
        "--list",
        "--output",
        str(ansible.folder / f"{name}.out"),
    ]
    return Case(name, command, dict(ansible.environment), ansible.folder)


def static_inventory(listed: dict[str, Any]) -> dict[str, Any]:
    """What ansible-inventory printed, in the form in which an inventory is written down."""
    groups = {
        name: {"hosts": dict.fromkeys(group["hosts"], None)}
        for name, group in listed.items()
        if name not in ("_meta", "all") and group.get("hosts")
    }
    return {"all": {"hosts": listed["_meta"]["hostvars"], "children": groups}}
