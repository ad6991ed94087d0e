# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The inventory against a static JSON inventory of the same hosts, groups and variables, and against community.general's.

``make benchmark-inventory``, or ``python -m tests.benchmark.inventory --sizes 1000 --latencies 0``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.benchmark.tasks import install_general
from tests.benchmark.timing import Case, Figure, interleaved
from tests.simulator.process import SimulatorProcess
from tests.simulator.seed import ZONES
from tests.tools.ansible_process import BIN, Ansible, plain
from tests.tools.link_collection import COLLECTIONS, link_collection

OURS = "plugin: community.scaleway.scaleway\n"
# It takes names from the first public IPv4 address, which these servers all have; the host name is one, too.
THEIRS = "plugin: community.general.scaleway\nhostnames: [hostname]\n"
# What it lists and tells: nine zones, in them what is on, and no private address.
LIKE_THEIRS = OURS + f"states: [running]\nzones: {json.dumps([zone for zone in ZONES if zone != 'it-mil-1'])}\n"
LIKE_THEIRS += "private_addresses: false\nhostvars: common\n"
SIZES = (100, 1_000, 10_000, 50_000)
LATENCIES = (0, 30)
AGAINST_GENERAL = 10_000


def run(folder: Path, rounds: int) -> list[str]:
    """The report of a small fleet, line by line."""
    return list(growth(folder, (1_000,), LATENCIES, rounds))


def growth(
    folder: Path, sizes: Sequence[int], latencies: Sequence[int], rounds: int, alone: bool = False
) -> Iterator[str]:
    """How long it takes for fleets of several sizes. ``alone``: without the static inventory."""
    yield head("seconds, ten zones", "to static")
    for latency in latencies:
        of_size: dict[int, dict[str, Figure]] = {}
        for servers in sizes:
            with SimulatorProcess("--servers", str(servers), "--latency-ms", str(latency)) as simulator:
                ansible = Ansible(folder, simulator.url)
                config, static = folder / "ours.scaleway.yml", folder / "static.json"
                config.write_text(OURS)
                cases = [listing(ansible, "ours", config), names(ansible, "ours", config)]
                if not alone:
                    interleaved(cases[:1], 1, warm=False)
                    # In a process of its own: what this one needs of memory is counted for those that it starts.
                    with multiprocessing.get_context("spawn").Pool(1) as pool:
                        pool.apply(write_static, (folder / "ours.out", static))
                    cases += [listing(ansible, "static", static), names(ansible, "static", static)]
                # Large fleets are slow enough to be measured by few rounds.
                times = rounds if servers <= 1_000 else max(1, rounds * 4_000 // servers)
                figures = of_size[servers] = interleaved(cases, times, warm=servers <= 1_000)
            for name, figure in figures.items():
                base = figures[name if alone else f"static{name[name.index(',') :]}"]
                label = f"{name}, {servers} servers, {latency} ms"
                yield row(label, figure, figure.median / base.median)
        small = of_size[min(sizes)]
        for smaller, larger in itertools.pairwise(sizes):
            for name in small:
                factor = of_size[larger][name].median / of_size[smaller][name].median
                per_host = (of_size[larger][name].memory - small[name].memory) * 1024 / (larger - min(sizes))
                yield f"{name}: {larger} servers take {factor:.2f} times {smaller}, {per_host:.1f} KiB a host"


def against_general(
    folder: Path, latencies: Sequence[int], rounds: int, servers: int = AGAINST_GENERAL
) -> Iterator[str]:
    """What a playbook waits for before its first task, with community.general's plugin and its variables, and with ours."""
    yield head(f"seconds, {servers} servers", "faster")
    for latency in latencies:
        with SimulatorProcess("--servers", str(servers), "--latency-ms", str(latency)) as simulator:
            ansible = Ansible(folder, simulator.url)
            general = install_general(simulator.url)
            if general is None:
                yield "community.general cannot be had here"
                return
            ansible.environment["ANSIBLE_COLLECTIONS_PATH"] = f"{COLLECTIONS}:{general}"
            ansible.environment["SCW_TOKEN"] = ansible.environment["SCW_SECRET_KEY"]
            ours, common, like, theirs = (
                folder / f"{name}.scaleway.yml" for name in ("all", "common", "like", "theirs")
            )
            ours.write_text(OURS)
            common.write_text(OURS + "hostvars: common\n")
            like.write_text(LIKE_THEIRS)
            theirs.write_text(THEIRS)
            cases = [
                names(ansible, "ours", ours),
                names(ansible, "ours with hostvars: common", common),
                names(ansible, "ours, the same hosts and variables", like),
                names(ansible, "community.general", theirs),
            ]
            figures = interleaved(cases, rounds, warm=False)
            listed = [sorted(run_names(ansible, path)) for path in (ours, like, theirs)]
            if listed[1] != listed[2]:
                raise RuntimeError("ours does not list the hosts that community.general lists")
        for name, figure in figures.items():
            yield row(f"{name}, {latency} ms", figure, figures["community.general, names"].median / figure.median)
        yield f"ours lists {len(listed[0])} hosts, community.general {len(listed[2])}: nine zones, and only what is on"


def head(title: str, ratio: str) -> str:
    return f"{title:52} {'median':>8} {ratio:>9} {'MiB':>7}"


def row(label: str, figure: Figure, ratio: float) -> str:
    return f"{label:52} {figure.median:8.2f} {ratio:9.2f} {figure.memory:7.0f}"


def listing(ansible: Ansible, name: str, path: Path) -> Case:
    """All hosts with all variables, printed."""
    command = [
        str(BIN / "ansible-inventory"),
        "-i",
        str(path),
        "--list",
        "--output",
        str(ansible.folder / f"{name}.out"),
    ]
    return Case(f"{name}, printed", command, dict(ansible.environment), ansible.folder)


def names(ansible: Ansible, name: str, path: Path) -> Case:
    """All hosts read, as for a playbook, and only their names printed."""
    command = [str(BIN / "ansible"), "all", "-i", str(path), "--list-hosts"]
    return Case(f"{name}, names", command, dict(ansible.environment), ansible.folder)


def run_names(ansible: Ansible, path: Path) -> list[str]:
    return ansible.run("ansible", "all", "-i", str(path), "--list-hosts", check=True).stdout.splitlines()[1:]


def write_static(printed: Path, static: Path) -> None:
    """Of what ansible-inventory printed make an inventory."""
    static.write_text(json.dumps(static_inventory(plain(json.loads(printed.read_text())))))


def static_inventory(listed: dict[str, Any]) -> dict[str, Any]:
    """What ansible-inventory printed, in the form in which an inventory is written down."""
    groups = {
        name: {"hosts": dict.fromkeys(group["hosts"], None)}
        for name, group in listed.items()
        if name not in ("_meta", "all") and group.get("hosts")
    }
    return {"all": {"hosts": listed["_meta"]["hostvars"], "children": groups}}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.inventory")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--latencies", type=int, nargs="*", default=LATENCIES)
    parser.add_argument("--parts", nargs="*", default=["growth", "general"], choices=["growth", "general"])
    parser.add_argument("--alone", action="store_true", help="without the static inventory, which takes longest")
    told = parser.parse_args()
    link_collection()
    with tempfile.TemporaryDirectory() as folder:
        if "general" in told.parts:
            for line in against_general(Path(folder), told.latencies, max(1, told.rounds // 2)):
                print(line, flush=True)
        if "growth" in told.parts:
            for line in growth(Path(folder), told.sizes, told.latencies, told.rounds, told.alone):
                print(line, flush=True)


if __name__ == "__main__":
    main()
