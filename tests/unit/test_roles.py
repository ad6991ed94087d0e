# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What every role has: one truth of its variables, an example, a licence in each file."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.tools.link_collection import ROOT
from tests.tools.register_modules import with_table
from tests.tools.register_roles import ROLES, example, role_readme, spec, with_roles


@pytest.mark.parametrize("role", ROLES)
def test_the_readme_says_what_the_specs_and_the_example_say(role: str) -> None:
    path, wanted = role_readme(role)
    assert path.read_text(encoding="utf-8") == wanted, "make register"
    assert f"`{role}_result`" in wanted


@pytest.mark.parametrize("role", ROLES)
def test_defaults_are_those_of_the_specs(role: str) -> None:
    text = (ROOT / "roles" / role / "defaults" / "main.yml").read_text(encoding="utf-8")
    documented = {name: about["default"] for name, about in spec(role)["options"].items() if "default" in about}
    assert yaml.safe_load(text) == documented


@pytest.mark.parametrize("role", ROLES)
def test_tasks_know_the_variables_of_the_specs_and_no_others(role: str) -> None:
    folder = ROOT / "roles" / role
    own = folder / "vars" / "main.yml"
    texts = [path.read_text(encoding="utf-8") for path in [*folder.glob("tasks/*.yml"), *folder.glob("vars/*.yml")]]
    used = set(re.findall(rf"\b{role}_\w+", "\n".join(texts)))
    computed = set(yaml.safe_load(own.read_text(encoding="utf-8"))) if own.exists() else set()
    inner = tuple(f"{role}_{word}" for word in ("gone", "kept", "made", "number", "result"))
    found = {name for name in used - computed if not name.startswith(inner)}
    assert found == set(spec(role)["options"])


@pytest.mark.parametrize("role", ROLES)
def test_only_modules_of_the_collection_do_the_work(role: str) -> None:
    plain = ("assert", "add_host", "file", "import_tasks", "include_tasks", "set_fact")
    for path in (ROOT / "roles" / role / "tasks").glob("*.yml"):
        for task in yaml.safe_load(path.read_text(encoding="utf-8")):
            (action,) = [key for key in task if "." in key]
            assert action in {f"ansible.builtin.{name}" for name in plain} or action.startswith("community.scaleway.")


@pytest.mark.parametrize("role", ROLES)
def test_every_file_says_its_licence(role: str) -> None:
    for path in (ROOT / "roles" / role).rglob("*.*"):
        assert "License-Identifier: GPL-3.0-or-later" in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("role", ROLES)
def test_the_example_uses_the_role(role: str) -> None:
    assert f"community.scaleway.{role}\n" in example(role).read_text(encoding="utf-8")


def test_the_readme_names_every_role() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert with_roles(with_table(readme)) == readme, "make register"
