# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every code block of the guides and the README is run or checked; what is shown as printed is what is printed."""

from __future__ import annotations

import argparse
import configparser
import json
import re
import shlex
from pathlib import Path
from typing import Any

import ansible_runner.__main__
import pytest
import yaml
from ansible import constants
from ansible.cli.adhoc import AdHocCLI
from ansible.cli.doc import DocCLI
from ansible.cli.galaxy import GalaxyCLI
from ansible.cli.inventory import InventoryCLI
from ansible.cli.playbook import PlaybookCLI
from ansible.cli.vault import VaultCLI

from tests.simulator.process import SimulatorProcess
from tests.tools import awx, code_blocks, guides
from tests.tools.code_blocks import MARKDOWN, RST, Block
from tests.tools.link_collection import ROOT

ANSIBLE = {
    "ansible": AdHocCLI,
    "ansible-doc": DocCLI,
    "ansible-galaxy": GalaxyCLI,
    "ansible-inventory": InventoryCLI,
    "ansible-playbook": PlaybookCLI,
    "ansible-vault": VaultCLI,
}
TARGETS = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
PLAYBOOKS = [
    re.sub(r"\A---\n(#.*\n)*", "", path.read_text(encoding="utf-8")) for path in (ROOT / "playbooks").glob("*.yml")
]
# What community.scaleway.NAME can be: what there is, and old names that lead to it.
NAMES = {path.stem for folder in (*(ROOT / "plugins").iterdir(), ROOT / "roles") for path in folder.iterdir()} | {
    name
    for kind in yaml.safe_load((ROOT / "meta" / "runtime.yml").read_text(encoding="utf-8"))["plugin_routing"].values()
    for name in kind
}
# Commands of others, in the forms that the guides use.
OTHERS = re.compile(
    r"pip install [\w.\[\]-]+|git clone \S+|cd [\w./-]+|(\.venv/bin/)?python -m (?P<module>[\w.]+)(?P<options>.*)"
    r"|ansible-builder build( --[\w-]+ [\w.-]+)*"  # its options are looked at by "make release-check"
)
VARIABLES = {"SCW_PROFILE", "SCW_CONFIG_PATH"} | {
    name
    for names in re.findall(r'"(SCW_\w+)"', (ROOT / "plugins" / "module_utils" / "_settings.py").read_text())
    for name in [names]
}


@pytest.mark.parametrize("guide", guides.GUIDES, ids=lambda guide: guide.stem)
def test_a_guide_shows_what_is_printed_and_its_tasks_work(
    simulator_process: SimulatorProcess, tmp_path: Path, guide: Path
) -> None:
    assert guides.run_anew(guide, simulator_process, tmp_path) == guide.read_text(encoding="utf-8")


@pytest.mark.parametrize("guide", guides.TEXTS, ids=lambda guide: str(guide.relative_to(ROOT)))
def test_every_block_is_of_a_kind_that_is_checked(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    # Blocks that look like some, and that nobody would find.
    assert not re.search(r"::\n\n +\S", re.sub(r"\.\. [\w-]+::.*", "", text)) or guide.suffix == ".md"
    assert not re.search(
        r"^[ \t]+\.\. code-block|^\.\. (code|sourcecode|literalinclude|parsed-literal)::|^~~~", text, re.MULTILINE
    )
    found = code_blocks.blocks(guide)
    assert len(found) == len(re.findall(r"^```\w+$" if guide.suffix == ".md" else r"code-block::", text, re.MULTILINE))
    for number, block in enumerate(found):
        before = found[number - 1] if number else Block("", "")
        check(block, before)
        if guide not in guides.GUIDES and guides.plays(block):
            assert block.text in PLAYBOOKS, f"no file of playbooks/, and nobody runs it:\n{block.text}"


@pytest.mark.parametrize("guide", guides.TEXTS, ids=lambda guide: str(guide.relative_to(ROOT)))
def test_what_a_text_names_is_there(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    names = set(re.findall(r"\bcommunity\.scaleway\.([a-z]\w*[a-z0-9])\b(?!<)", text)) - {"docsite"}
    assert names <= NAMES
    prose = (MARKDOWN if guide.suffix == ".md" else RST).sub("", text)
    for _marks, found in re.findall(r"(``?)([^`]+)\1", prose):
        span = " ".join(found.split())
        if span.startswith("make "):
            check_command(shlex.split(span))
        elif re.fullmatch(r"[\w.-]+(/[\w.<>*-]+)+/?", span) and (ROOT / span.partition("/")[0]).is_dir():
            assert list(ROOT.glob(re.sub(r"<\w+>", "*", span.rstrip("/")))) or span.startswith("build/"), span
    for link in re.findall(r"\]\(([^)#]+)", prose) if guide.suffix == ".md" else ():
        assert "://" in link or (guide.parent / link).exists(), link


def check(block: Block, before: Block) -> None:
    """Fails for a block that is wrong, and for one of a kind that is not known here."""
    if block.language == "yaml":
        content = yaml.safe_load(block.text)
        if not guides.plays(block) and "env" in content:  # a credential type: its inputs are before its injectors
            awx.check_injectors(yaml.safe_load(before.text), content)
        else:
            assert guides.plays(block) or known_file(block.name, content), block.text
    elif block.language == "console":
        assert block.command, block.text
        check_command(block.command)
    elif block.language == "shell":
        for line in block.text.splitlines():
            check_command(shlex.split(line, comments=True))
    elif block.language == "text":
        if not guides.plays(before):  # a drawing: the files in it are there
            drawn = [re.match(r"(plugins/[\w/]*|\w*_?\w+\.py)", word) for word in block.text.split()]
            paths = [found.group() for found in drawn if found]
            assert paths, f"neither the message of a task before it nor a drawing of files: {block.text}"
            for path in paths:
                assert (ROOT / path).is_dir() or list((ROOT / "plugins").glob(f"*/{path}")), path
    elif block.language == "ini":
        check_settings(block.text)
    elif block.language == "python":
        assert block.name, block.text
        assert block.text.partition("\n")[2].strip("\n") in (ROOT / block.name).read_text(), block.name
    elif block.language == "json":
        json.loads(block.text)
    elif block.language == "terraform":
        check_terraform(block.text)
    else:
        raise AssertionError(f"nobody checks blocks of {block.language or 'no language'}:\n{block.text}")


def known_file(name: str, content: Any) -> bool:
    """Whether YAML that is neither plays nor tasks is of a kind that we know, and right."""
    keys = set(content)
    if name.endswith("config.yaml"):
        settings = {
            "access_key",
            "secret_key",
            "default_project_id",
            "default_organization_id",
            "default_zone",
            "default_region",
        }
        profiles = content.get("profiles", {})
        return keys <= settings | {"active_profile", "profiles"} and all(
            set(one) <= settings for one in profiles.values()
        )
    if content.get("plugin") == "community.scaleway.scaleway":
        return name.endswith("scaleway.yml")  # run by run_anew
    if name.startswith(("group_vars/", "host_vars/")):
        return keys <= {"scaleway_in_process"}
    if "collections" in content:
        return all(set(one) <= {"name", "version"} for one in content["collections"] if isinstance(one, dict))
    if "fields" in content:
        awx.check_inputs(content)
        return True
    if "dependencies" in content:  # "make release-check" has ansible-builder read it
        return content["version"] == 3 and keys <= {"version", "images", "dependencies"}
    return name.endswith("envvars") and keys <= VARIABLES


def check_command(words: list[str]) -> None:
    if not words:
        return
    if words[0] == "export":
        assert words[1].partition("=")[0] in VARIABLES, words
    elif words[0] == "make":
        targets = [word for word in words[1:] if "=" not in word]
        assert set(targets) <= TARGETS, words
    elif words[0] in ANSIBLE:
        cli = ANSIBLE[words[0]](words)
        cli.init_parser()
        cli.parser.parse_args(words[1:])
    elif words[0] == "ansible-runner":
        check_runner(words[1:])
    else:
        known = OTHERS.fullmatch(" ".join(words))
        assert known, words
        if known["module"]:
            path = ROOT / known["module"].replace(".", "/")
            source = (path / "__main__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8")
            for option in re.findall(r"--[\w-]+", known["options"]):
                assert f'"{option}"' in source, option


def check_runner(words: list[str]) -> None:
    """ansible-runner has no parser that can be had without its running: it is stopped when it has understood."""
    understand = argparse.ArgumentParser.parse_args

    class Understood(Exception):
        pass

    def parse_only(parser: argparse.ArgumentParser, args: list[str]) -> None:
        assert vars(understand(parser, args))["command"] == "run"
        raise Understood

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argparse.ArgumentParser, "parse_args", parse_only)
        with pytest.raises(Understood):
            ansible_runner.__main__.main(words)


def check_settings(text: str) -> None:
    """ansible.cfg: sections and keys are known to Ansible."""
    known = {
        (entry["section"], entry["key"])
        for setting in constants.config.get_configuration_definitions().values()
        for entry in setting.get("ini", [])
    }
    parser = configparser.ConfigParser()
    parser.read_string(text)
    found = {(section, key) for section in parser.sections() for key in parser[section]}
    assert found
    assert found <= known, found - known


def check_terraform(text: str) -> None:
    """Nothing here runs Terraform: braces match, each line has a form of its language, and resources are the provider's."""
    assert text.count("{") == text.count("}")
    assert text.count('"') % 2 == 0
    assert re.search(r'^(resource|data|provider) "scaleway', text, re.MULTILINE)
    forms = r'\s*(#.*|(resource|data|provider|lifecycle|import)( "[\w-]+")* \{( .* \})?|[\w-]+ += .+|[\w-]+ \{|[\])}],?|".*",?|)'
    for line in text.splitlines():
        assert re.fullmatch(forms, line), line
