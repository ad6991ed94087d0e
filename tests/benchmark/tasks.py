# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Seconds per task: twenty tasks, and one task with a loop of twenty, all without change."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

from tests.benchmark.timing import Case, interleaved
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION
from tests.tools.ansible_process import BIN, Ansible, Task
from tests.tools.link_collection import COLLECTIONS, ROOT

NUMBER = 20
# The package with all community collections; only community.general's files are of interest.
PACKAGE = "ansible>=11,<13"
OURS = "community.scaleway.scaleway_volume"
THEIRS = "community.general.scaleway_volume"


def tasks_of(url: str, with_general: bool) -> dict[str, tuple[Task, dict[str, bool]]]:
    ours = {OURS: {"name": "data", "size": "20GB", "zone": "fr-par-1"}}
    general = {
        "name": "data",
        "region": "par1",
        "organization": ORGANIZATION,
        "size": 20_000_000_000,
        "volume_type": "l_ssd",
    }
    found: dict[str, tuple[Task, dict[str, bool]]] = {
        "debug": ({"ansible.builtin.debug": {"msg": "x"}}, {}),
        "ours in process": (ours, {}),
        "ours as a module": (ours, {"scaleway_in_process": False}),
        "ping": ({"ansible.builtin.ping": {}}, {}),
    }
    if with_general:
        found[THEIRS] = ({THEIRS: general}, {})
    return found


def run(folder: Path, rounds: int) -> list[str]:
    """The report, line by line."""
    with SimulatorProcess() as simulator:
        ansible = Ansible(folder, simulator.url)
        general = install_general(simulator.url)
        if general is not None:
            ansible.environment["ANSIBLE_COLLECTIONS_PATH"] = f"{COLLECTIONS}:{general}"
        ansible.environment["SCW_API_TOKEN"] = ansible.environment["SCW_SECRET_KEY"]
        everything = tasks_of(simulator.url, general is not None)
        assert ansible.play([task for task, _variables in everything.values()]).returncode == 0
        simulator.clear_requests()  # what is there by now is not changed any more
        cases = [case_of(ansible, "no task", [], {})]
        for name, (task, variables) in everything.items():
            cases.append(case_of(ansible, f"{name}, tasks", [task] * NUMBER, variables))
            cases.append(case_of(ansible, f"{name}, loop", [{**task, "loop": list(range(NUMBER))}], variables))
        figures = interleaved(cases, rounds)
        if simulator.writes():
            raise RuntimeError(f"something was changed: {simulator.writes()}")
    start = figures.pop("no task").median
    per_task = {name: (figure.median - start) / NUMBER * 1000 for name, figure in figures.items()}
    lines = [f"{'ms per task or item, without the start of Ansible':52} {'median':>8} {'to debug':>9} {'to ours':>9}"]
    for name, value in per_task.items():
        kind = name.rpartition(", ")[2]
        debug, ours = per_task[f"debug, {kind}"], per_task[f"ours in process, {kind}"]
        lines.append(f"{name:52} {value:8.1f} {value / debug:9.2f} {value / ours:9.2f}")
    above = per_task["ours in process, loop"] - per_task["debug, loop"]
    lines.append(f"an item of a loop takes {above:.1f} ms more than one of debug")
    return lines


def case_of(ansible: Ansible, name: str, tasks: list[Task], variables: dict[str, bool]) -> Case:
    book = ansible.folder / f"{name.replace(' ', '-').replace(',', '')}.yml"
    play = [{"hosts": "localhost", "gather_facts": False, "vars": variables, "tasks": tasks}]
    book.write_text(yaml.safe_dump(play))
    command = [str(BIN / "ansible-playbook"), str(book)]
    return Case(name, command, dict(ansible.environment), ansible.folder)


def install_general(url: str) -> Path | None:
    """community.general as it is in the package index, made to speak to the simulator; None when it cannot be had."""
    target = ROOT / "build" / "benchmark"
    utils = target / "ansible_collections" / "community" / "general" / "plugins" / "module_utils"
    if not utils.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), PACKAGE]
        if subprocess.run(pip, check=False).returncode:
            return None
    for path in (utils / "scaleway.py", utils / "_scaleway.py"):
        if path.exists():
            original = path.with_suffix(".original")
            if not original.exists():
                original.write_text(path.read_text())
            path.write_text(original.read_text().replace("https://api.scaleway.com", url))
    return target
