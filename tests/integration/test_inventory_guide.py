# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every file of the guide and every example of the plugin's documentation works; what the guide shows is held by test_guides."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.simulator.process import SimulatorProcess
from tests.tools import code_blocks, inventory_guide
from tests.tools.link_collection import ROOT

GUIDE = ROOT / "docs" / "docsite" / "rst" / "inventory.rst"


@pytest.fixture
def simulator(simulator_process: SimulatorProcess) -> SimulatorProcess:
    inventory_guide.account(simulator_process)
    return simulator_process


def test_every_file_of_the_guide_and_every_example_of_the_plugin(simulator: SimulatorProcess, tmp_path: Path) -> None:
    plugin = (ROOT / "plugins" / "inventory" / "scaleway.py").read_text()
    examples = plugin.partition('EXAMPLES = r"""')[2].partition('"""')[0].split("---\n")
    found = {name: text for name, text in code_blocks.files(GUIDE).items() if name.endswith("scaleway.yml")}
    cache = str(tmp_path / "cache")
    found.update({f"example {n}": text.replace("/tmp/scaleway-inventory", cache) for n, text in enumerate(examples)})
    assert len(found) >= 15
    ansible = inventory_guide.prepared(tmp_path, simulator.url)
    for name, listed in ansible.inventories(found).items():
        assert yaml.safe_load(found[name])["plugin"] == "community.scaleway.scaleway"
        assert listed.hosts, (name, listed.stderr)
        assert "unable to parse" not in listed.told, name
