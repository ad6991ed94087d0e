# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Playbooks work through ansible-runner, which is how AWX and ansible-navigator run them, and it keeps no token."""

from __future__ import annotations

import os
from pathlib import Path

import ansible_runner
import pytest
import yaml

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import TOKEN
from tests.tools.ansible_process import Ansible

PLAY = {
    "hosts": "localhost",
    "gather_facts": False,
    # No process can be started for a task: it runs inside Ansible, or not at all.
    "vars": {"ansible_python_interpreter": "/nonexistent/python"},
    "tasks": [{"name": "Keep a volume", "community.scaleway.scaleway_volume": {"name": "data", "size": "20GB"}}],
}


def test_a_playbook_through_ansible_runner(
    ansible: Ansible, simulator: SimulatorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "runner" / "project"
    project.mkdir(parents=True)
    (project / "volume.yml").write_text(yaml.safe_dump([PLAY]), encoding="utf-8")
    # runner writes the environment of a run into its artifacts: the token is in Scaleway's configuration file.
    config = tmp_path / "config.yaml"
    config.write_text(yaml.safe_dump({"secret_key": ansible.environment.pop("SCW_SECRET_KEY")}), encoding="utf-8")
    config.chmod(0o600)
    ansible.environment["SCW_CONFIG_PATH"] = str(config)
    for name in [name for name in os.environ if name.startswith(("ANSIBLE_", "SCW_"))]:
        monkeypatch.delenv(name)
    for name, value in ansible.environment.items():
        monkeypatch.setenv(name, value)
    changed = []
    for ident in ("first", "second"):
        done = ansible_runner.run(private_data_dir=str(project.parent), playbook="volume.yml", ident=ident, quiet=True)
        assert (done.status, done.rc) == ("successful", 0), done.stdout.read()
        changed.append(done.stats["changed"].get("localhost", 0))
    assert changed == [1, 0]
    assert [volume["name"] for volume in simulator.state("instance.volume")] == ["data"]
    assert [method for method, _path in simulator.writes()] == ["POST"]
    kept = [path for path in (project.parent / "artifacts").rglob("*") if path.is_file()]
    assert any(path.name == "stdout" for path in kept)
    shown = {path for path in kept if TOKEN in path.read_text(encoding="utf-8", errors="replace")}
    assert shown == set()
