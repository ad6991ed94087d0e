# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the guide shows is what is printed, and every example of the plugin's documentation works."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.simulator.process import SimulatorProcess
from tests.tools import inventory_guide
from tests.tools.link_collection import ROOT


@pytest.fixture
def simulator(simulator_process: SimulatorProcess) -> SimulatorProcess:
    inventory_guide.account(simulator_process)
    return simulator_process


def test_the_guide_shows_what_is_printed(simulator: SimulatorProcess, tmp_path: Path) -> None:
    text = inventory_guide.GUIDE.read_text()
    assert inventory_guide.run_anew(inventory_guide.prepared(tmp_path, simulator.url), text) == text


def test_every_file_of_the_guide_and_every_example_of_the_plugin(simulator: SimulatorProcess, tmp_path: Path) -> None:
    plugin = (ROOT / "plugins" / "inventory" / "scaleway.py").read_text()
    examples = plugin.partition('EXAMPLES = r"""')[2].partition('"""')[0].split("---\n")
    found = {**inventory_guide.files(inventory_guide.GUIDE.read_text())}
    cache = str(tmp_path / "cache")
    found.update({f"example {n}": text.replace("/tmp/scaleway-inventory", cache) for n, text in enumerate(examples)})
    assert len(found) >= 15
    ansible = inventory_guide.prepared(tmp_path, simulator.url)
    for name, listed in ansible.inventories(found).items():
        assert yaml.safe_load(found[name])["plugin"] == "community.scaleway.scaleway"
        assert listed.hosts, (name, listed.stderr)
        assert "unable to parse" not in listed.told, name
