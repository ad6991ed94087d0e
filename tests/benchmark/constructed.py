# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``compose``, ``groups`` and ``keyed_groups`` for 2,000 hosts, against ansible-core's own methods, in one process.

``make benchmark-inventory``, or ``python -m tests.benchmark.constructed`` of any environment.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from ansible import constants
from ansible.inventory.data import InventoryData
from ansible.parsing.dataloader import DataLoader
from ansible.plugins.inventory import BaseInventoryPlugin, Constructable
from ansible.plugins.loader import init_plugin_loader
from ansible.release import __version__
from ansible.template import Templar

from tests.simulator import seed
from tests.tools.link_collection import link_collection

HOSTS = 2000
TOLD: dict[str, Any] = {
    "strict": False,
    "leading_separator": True,
    "use_extra_vars": False,
    "compose": {
        "ansible_user": "'root'",
        "address": "scw_public_ips[0].address",
        "role": "scw_name.split('-')[0]",
        "image": "scw_image.name | default('none') | lower",
    },
    "groups": {
        "small": "scw_commercial_type is match('(DEV|PLAY)')",
        "production": "'production' in scw_tags",
        "up": "scw_state == 'running'",
    },
    "keyed_groups": [
        {"key": "scw_zone", "prefix": "zone"},
        {"key": "scw_tags", "prefix": "tag", "separator": "-"},
        {"key": "role", "prefix": "role", "parent_group": "roles"},
    ],
}
Fleet = list[tuple[str, dict[str, Any]]]


class Plugin(BaseInventoryPlugin, Constructable):  # type: ignore[misc]
    NAME = "benchmark"

    def __init__(self, told: dict[str, Any], fleet: Fleet) -> None:
        super().__init__()
        self.told = told
        self.loader = DataLoader()
        self.inventory = InventoryData()
        self.templar = Templar(loader=self.loader)
        for name, variables in fleet:
            self.inventory.add_host(name)
            self.inventory.hosts[name].vars.update(variables)

    def get_option(self, option: str, hostvars: Any = None) -> Any:
        return self.told[option]

    def result(self) -> Any:
        hosts = {name: host.vars for name, host in self.inventory.hosts.items()}
        return hosts, {name: [host.name for host in group.hosts] for name, group in self.inventory.groups.items()}


def core(plugin: Plugin, fleet: Fleet) -> None:
    for name, variables in fleet:
        plugin._set_composite_vars(plugin.told["compose"], variables, name, strict=False)
        plugin._add_host_to_composed_groups(plugin.told["groups"], variables, name, strict=False)
        plugin._add_host_to_keyed_groups(plugin.told["keyed_groups"], variables, name, strict=False)


def ours(plugin: Plugin, fleet: Fleet) -> None:
    from ansible_collections.community.scaleway.plugins.plugin_utils._constructed import Constructed

    constructed = Constructed(plugin)
    for name, variables in fleet:
        constructed.add(name, variables)


def run(folder: Path, rounds: int) -> list[str]:
    """The report, line by line."""
    path = folder / "options.yml"
    path.write_text(json.dumps(TOLD))
    trusted = {"trusted_as_template": True} if hasattr(Templar, "evaluate_expression") else {}
    told = DataLoader().load_from_file(str(path), cache="none", **trusted)
    fleet: Fleet = []
    for number in range(HOSTS):
        server = seed.server(number, seed.ZONES[number % len(seed.ZONES)])
        fleet.append((server["name"], {f"scw_{key}": value for key, value in server.items()}))
    seconds: dict[str, list[float]] = {"core": [], "ours": []}
    results = {}
    for _round in range(min(rounds, 3)):
        for way in (core, ours):
            plugin = Plugin(told, fleet)
            start = time.process_time()
            way(plugin, fleet)
            seconds[way.__name__].append(time.process_time() - start)
            results[way.__name__] = plugin.result()
    if results["core"] != results["ours"]:
        raise RuntimeError("constructed groups differ from those of ansible-core")
    theirs, own = (statistics.median(seconds[name]) for name in ("core", "ours"))
    return [
        f"constructed groups of {HOSTS} hosts, ansible-core {__version__}, Python {sys.version.split()[0]}: "
        + f"{theirs:.2f} s with ansible-core's methods, {own:.2f} s with ours: {theirs / own:.1f} times faster"
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.constructed")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(run(Path(folder), rounds)), flush=True)


constants.COLLECTIONS_PATHS = [str(link_collection()), *constants.COLLECTIONS_PATHS]
try:
    init_plugin_loader(constants.COLLECTIONS_PATHS)
except Exception as error:  # noqa: BLE001 (it was loaded before)
    print(error, file=sys.stderr)

if __name__ == "__main__":
    main()
