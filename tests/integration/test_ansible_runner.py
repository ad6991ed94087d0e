# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The demo works through ansible-runner, which is how AWX and ansible-navigator run playbooks, with a credential of the type
that the guide has for AWX; and ansible-runner keeps no key."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import ansible_runner
import pytest
import yaml

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN
from tests.tools import awx, code_blocks, guides
from tests.tools.ansible_process import Ansible
from tests.tools.link_collection import ROOT

GUIDE = ROOT / "docs" / "docsite" / "rst" / "execution_environments.rst"
HARD = """a'b"c: {{ d }} # \\e<&>é\n- [f"""


def injectors() -> dict[str, Any]:
    """Those of the credential type of the guide."""
    (found,) = [block for block in code_blocks.blocks(GUIDE) if block.text.startswith("file:\n")]
    content: dict[str, Any] = yaml.safe_load(found.text)
    return content


@pytest.mark.parametrize("filled", [True, False], ids=["all", "required"])
def test_a_credential_gives_the_settings_that_were_filled_in(tmp_path: Path, filled: bool) -> None:
    from ansible_collections.community.scaleway.plugins.module_utils._settings import resolve

    values = {"secret_key": TOKEN}
    if filled:
        values |= {"access_key": HARD, "default_project_id": PROJECT, "default_organization_id": ORGANIZATION}
        values |= {"default_region": "nl-ams", "default_zone": "nl-ams-2"}
    settings = resolve({}, awx.injected(injectors(), values, tmp_path))
    assert settings.secret_key.reveal() == TOKEN
    assert settings.warnings == ()
    found = (settings.access_key, settings.project, settings.organization, settings.region, settings.zone)
    assert found == (
        (HARD, PROJECT, ORGANIZATION, "nl-ams", "nl-ams-2") if filled else ("", "", "", "fr-par", "fr-par-1")
    )


def test_the_demo_through_ansible_runner(
    ansible: Ansible, simulator: SimulatorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "runner"
    for name in ("project", "env"):
        (folder / name).mkdir(parents=True)
    shutil.copy(ROOT / "playbooks" / "demo.yml", folder / "project")
    # No process can be started for a task: it runs inside Ansible, or not at all.
    demo = {"demo_folder": str(tmp_path), "demo_email": "admin@example.com", "demo_password": "simulator-password"}
    variables = {**demo, "ansible_python_interpreter": "/nonexistent/python"}
    (folder / "env" / "extravars").write_text(yaml.safe_dump(variables), encoding="utf-8")
    for name in [name for name in os.environ if name.startswith(("ANSIBLE_", "SCW_"))]:
        monkeypatch.delenv(name)
    for name, value in ansible.environment.items():
        if name not in guides.ACCOUNT:
            monkeypatch.setenv(name, value)
    credential = {"secret_key": TOKEN, "default_project_id": PROJECT, "default_organization_id": ORGANIZATION}
    environment = awx.injected(injectors(), credential, folder / "env")
    changed = []
    for ident in ("first", "second"):
        done = ansible_runner.run(
            private_data_dir=str(folder), playbook="demo.yml", ident=ident, quiet=True, envvars=environment
        )
        assert (done.status, done.rc) == ("successful", 0), done.stdout.read()
        changed.append(done.stats["changed"].get("localhost", 0))
    assert changed == [2, 0]
    assert sorted(volume["name"] for volume in simulator.state("instance.volume")) == ["data", "data", "logs"]
    kept = [path for path in (folder / "artifacts").rglob("*") if path.is_file()]
    assert {"stdout", "command"} <= {path.name for path in kept}
    secrets = (TOKEN, (tmp_path / "scaleway.token").read_text(encoding="utf-8").strip())
    shown = [path for path in kept for secret in secrets if secret in path.read_text("utf-8", errors="replace")]
    assert shown == []
