# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The collection as a whole: what belongs together is there, and the archive works in an empty home."""

from __future__ import annotations

import html
import importlib
import os
import re
import statistics
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.simulator.process import SimulatorProcess
from tests.tools.code_blocks import blocks, files
from tests.tools.link_collection import ROOT
from tests.tools.register_modules import with_table, with_versions

BIN = Path(sys.executable).parent
MODULES = sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("*.py"))
RUNNER = "scaleway_api"
DOTALL_LINES = re.DOTALL | re.MULTILINE
SHIPPED = {
    "CHANGELOG.rst",
    "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md",
    "FILES.json",
    "LICENSE",
    "LICENSES",
    "MANIFEST.json",
    "README.md",
    "REUSE.toml",
    "SECURITY.md",
    "changelogs",
    "docs",
    "meta",
    "playbooks",
    "plugins",
    "requirements.txt",
    "roles",
}


def load(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def test_there_are_modules() -> None:
    assert len(MODULES) >= 5


@pytest.mark.parametrize("name", MODULES)
def test_every_module_has_the_runner_under_its_name(name: str) -> None:
    path = ROOT / "plugins" / "action" / f"{name}.py"
    if name == RUNNER:
        assert path.is_file()
        assert not path.is_symlink()
    else:
        assert os.readlink(path) == f"{RUNNER}.py"


def test_there_is_no_runner_without_a_module() -> None:
    assert sorted(path.stem for path in (ROOT / "plugins" / "action").glob("*.py")) == MODULES


def test_the_action_group_holds_every_module() -> None:
    assert load("meta/runtime.yml")["action_groups"]["scaleway"] == MODULES


def test_one_version_everywhere() -> None:
    client = (ROOT / "plugins" / "module_utils" / "_client.py").read_text(encoding="utf-8")
    assert f'VERSION = "{load("galaxy.yml")["version"]}"' in client


def test_options_and_fragments_are_the_same() -> None:
    """What modules share is written down twice: here as a spec, there as documentation."""
    from ansible_collections.community.scaleway.plugins.module_utils import _managed, _mnq, _options, _rules

    for name, spec in {
        "auth": _options.AUTH,
        "place": _options.PLACE,
        "state": _options.STATE,
        "wait": _options.WAIT,
        "info": _options.INFO,
        "legacy": _options.LEGACY,
        "variables": _options.VARIABLES,
        "managed.password": _managed.PASSWORD,
        "managed.endpoints": _managed.PUBLIC_ENDPOINTS,
        "managed.snapshot": _managed.SNAPSHOT_OPTIONS,
        "mnq": _mnq.CREDENTIALS,
        "rules": _rules.RULE,
        "rules.networks": _rules.NETWORKS,
    }.items():
        file, _dot, part = name.partition(".")
        fragment = importlib.import_module(f"ansible_collections.community.scaleway.plugins.doc_fragments.{file}")
        text = getattr(fragment.ModuleDocFragment, part.upper() or "DOCUMENTATION")
        assert set(yaml.safe_load(text)["options"]) == set(spec), name


@pytest.mark.parametrize("name", MODULES)
def test_defaults_of_the_group_can_set_account_and_place_for_every_module(name: str) -> None:
    from ansible_collections.community.scaleway.plugins.module_utils import _options

    module = importlib.import_module(f"ansible_collections.community.scaleway.plugins.modules.{name}").MODULE
    assert {*_options.AUTH, *_options.PLACE} <= set(module.argument_spec)


def test_a_module_is_little_code() -> None:
    """The median module has at most 60 lines outside of its documentation, empty ones and the licence counted."""
    lines = []
    for name in MODULES:
        text = (ROOT / "plugins" / "modules" / f"{name}.py").read_text(encoding="utf-8")
        lines.append(
            len(re.sub(r'^(DOCUMENTATION|EXAMPLES|RETURN) = r""".*?"""$', "", text, flags=DOTALL_LINES).splitlines())
        )
    assert statistics.median(lines) <= 60


def test_only_one_place_knows_ansible() -> None:
    """Nothing below _run knows Ansible, and nothing but it ends a module."""
    for path in (ROOT / "plugins" / "module_utils").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name != "_run.py":
            assert "import ansible" not in text, path.name
            assert "from ansible" not in text, path.name
            assert "fail_json(" not in text, path.name


def test_no_path_of_a_machine_and_no_foreign_text() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    pattern = re.compile(r"(^|[^\w./-])/(work|root|farm)/")
    for name in listed.split("\0"):
        path = ROOT / name
        if name and path.is_file() and not path.is_symlink():
            assert not pattern.search(path.read_text(encoding="utf-8")), name


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    command = [str(BIN / "ansible-galaxy"), "collection", "build", "--output-path", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.tar.gz")
    return built


def test_the_archive_has_no_stray_files(archive: Path) -> None:
    with tarfile.open(archive) as tar:
        names = tar.getnames()
    assert {name.split("/")[0] for name in names} <= SHIPPED
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".orig"))]
    assert set(MODULES) == {Path(name).stem for name in names if re.fullmatch(r"plugins/action/\w+\.py", name)}


def test_the_archive_and_the_first_task_of_the_readme_work_in_an_empty_home(
    archive: Path, simulator: SimulatorProcess, tmp_path: Path
) -> None:
    readme = ROOT / "README.md"
    lines = [line for block in blocks(readme) if block.language == "shell" for line in block.text.splitlines()]
    exported = dict(line.removeprefix("export ").split("=", 1) for line in lines if line.startswith("export "))
    install, first = "ansible-galaxy collection install", next(block for block in blocks(readme) if block.command)
    assert f"{install} community.scaleway" in lines
    for name, text in files(readme).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    environment = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path), "LANG": "C.UTF-8"}

    def run(*command: str) -> str:
        done = subprocess.run(command, cwd=tmp_path, env=environment, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run(*install.split(), str(archive))
    shown = run("ansible-doc", "-t", "module", "community.scaleway.scaleway_volume")
    assert str(tmp_path / ".ansible" / "collections") in shown
    assert "20GB" in shown
    environment.update(exported, SCW_API_URL=simulator.url)
    assert re.search(r"ok=1 +changed=1 +unreachable=0 +failed=0", run(*first.command))
    (volume,) = simulator.state("instance.volume")
    assert (volume["name"], volume["size"], volume["tags"]) == ("data", 20_000_000_000, ["backup"])
    assert (volume["zone"], volume["project"]) == ("fr-par-1", exported["SCW_DEFAULT_PROJECT_ID"])


def test_the_readme_names_every_module() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert with_versions(with_table(readme)) == readme, "make register"
    assert set(MODULES) <= set(re.findall(r"`(scaleway_\w+)`", readme))


def test_ci_runs_what_make_test_leaves_out() -> None:
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    run = set(re.findall(r"- run: make ([\w-]+)", workflow))
    assert {"test", "matrix", "docs", "release-check"} <= run <= set(targets)


def test_the_forms_for_issues_are_ones_that_the_forge_shows() -> None:
    """It leaves out a form that it does not understand, without a word."""
    forms = [path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml"]
    assert len(forms) >= 2
    for path in forms:
        form = load(str(path.relative_to(ROOT)))
        assert set(form) <= {"name", "description", "title", "labels", "assignees", "projects", "body"}
        assert form["name"]
        assert form["description"]
        fields = [part for part in form["body"] if part["type"] != "markdown"]
        names = [part["id"] for part in fields]
        assert fields
        assert sorted(set(names)) == sorted(names)
        for part in form["body"]:
            assert part["type"] in {"markdown", "textarea", "input", "dropdown", "checkboxes"}
            assert set(part) <= {"type", "id", "attributes", "validations"}
            assert part["attributes"]["value" if part["type"] == "markdown" else "label"]


def test_the_picture_of_the_demo_shows_its_tasks() -> None:
    shown = html.unescape((ROOT / "docs" / "pictures" / "demo.svg").read_text(encoding="utf-8")).replace("\xa0", " ")
    demo = yaml.safe_load((ROOT / "playbooks" / "demo.yml").read_text(encoding="utf-8"))
    assert re.findall(r"TASK \[(.*?)\]", shown) == [task["name"] for play in demo for task in play["tasks"]], (
        "make pictures"
    )
    assert re.findall(r"changed=[0-9]+", shown) == ["changed=3", "changed=0"]
    assert "http" not in shown.replace("http://www.w3.org/2000/svg", "")
