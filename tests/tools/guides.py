# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The code blocks of the guides, and what they print.

A ``console`` block is a command and what it really prints; the YAML blocks whose first line is a comment with a name are the
files that it finds. A ``text`` block after a YAML block is the message with which that task fails.
``python -m tests.tools.guides`` writes both anew, ``python -m tests.tools.guides errors`` only those of one guide; a test
holds them to what is printed.
"""

from __future__ import annotations

import re
import sys
import tempfile
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import TOKEN
from tests.tools import inventory_guide
from tests.tools.ansible_process import Ansible
from tests.tools.code_blocks import MARKDOWN, RST, Block, blocks, files
from tests.tools.link_collection import ROOT

GUIDES = [
    *sorted((ROOT / "docs" / "docsite" / "rst").glob("*.rst")),
    ROOT / "docs" / "site" / "index.rst",
    ROOT / "README.md",
]
# What else is read. The playbooks in these texts are files of playbooks/, and others run those.
TEXTS = [
    *GUIDES,
    *(path for path in sorted(ROOT.glob("*.md")) if path.name != "README.md"),
    *sorted((ROOT / "roles").glob("*/README.md")),
    *sorted((ROOT / "tests").glob("*/README.md")),
    *sorted((ROOT / ".github").rglob("*.md")),
]
COMMANDS = ("ansible", "ansible-inventory", "ansible-playbook", "ansible-runner")
# What says who somebody is. ansible-runner writes it down, and has the account from a file for that reason.
ACCOUNT = ("SCW_SECRET_KEY", "SCW_DEFAULT_PROJECT_ID", "SCW_DEFAULT_ORGANIZATION_ID", "SCW_CONFIG_PATH")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TIME = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(?:\+00:00|Z)")

# What a guide finds in the account; none: an account that holds nothing.
ACCOUNTS: dict[str, Callable[[SimulatorProcess], None]] = {"inventory": inventory_guide.account}
# What readers bring along.
VARIABLES: dict[str, Any] = {"vault_scaleway_secret_key": TOKEN}


def prepared(guide: Path, simulator: SimulatorProcess, folder: Path) -> Ansible:
    """The account of a guide, and Ansible in a folder with the guide's files."""
    if guide.stem in ACCOUNTS:
        ACCOUNTS[guide.stem](simulator)
    else:
        simulator.reset(0)
    ansible = inventory_guide.prepared(folder, simulator.url)
    for name, text in files(guide).items():
        path = folder / name.removeprefix("~/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
    if (folder / ".config" / "scw" / "config.yaml").exists():
        del ansible.environment["SCW_CONFIG_PATH"]
    return ansible


def readable(text: str, ansible: Ansible) -> str:
    """What is printed, as every run prints it: IDs numbered but for those of the guides, times at rest, and Scaleway's address
    instead of the simulator's."""
    ids: dict[str, str] = {}

    def numbered(found: re.Match[str]) -> str:
        value = found.group()
        return (
            value
            if value[:8] == 8 * value[0]
            else ids.setdefault(value, f"{len(ids) + 1:08x}-0000-4000-8000-000000000000")
        )

    text = text.replace(ansible.url, "https://api.scaleway.com").replace(f"{ansible.folder}/", "")
    lines = [
        line.rstrip()
        for line in TIME.sub("2026-11-25T10:00:00+00:00", UUID.sub(numbered, text)).strip("\n").split("\n")
    ]
    # Releases of ansible-core fill the lines of headings differently.
    return (
        "\n".join(re.sub(r"^((?:PLAY|TASK|HANDLER|RUNNING) .*\]|PLAY RECAP) \*+$", r"\1 ****", line) for line in lines)
        + "\n"
    )


def folded(text: str) -> str:
    """A message in lines that a page has room for."""
    return textwrap.fill(text, 100, break_long_words=False, break_on_hyphens=False) + "\n"


def printed(block: Block, ansible: Ansible) -> Block:
    """The block with what its command prints now."""
    command = block.command
    environment = ansible.environment
    if command[0] == "ansible-runner":
        ansible.environment = {name: value for name, value in environment.items() if name not in ACCOUNT}
    done = ansible.run(command[0], *command[1:])
    ansible.environment = environment
    if "Traceback" in done.stderr or "unrecognized arguments" in done.stderr:
        raise AssertionError(done.stderr)
    return Block("console", f"$ {' '.join(command)}\n{readable(done.stdout, ansible)}")


def plays(block: Block) -> list[dict[str, Any]]:
    """A YAML block of plays or tasks as plays; none if it is neither."""
    found = yaml.safe_load(block.text) if block.language == "yaml" else None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        return []
    if all("hosts" in play for play in found):
        return found
    return [{"hosts": "localhost", "gather_facts": False, "tasks": found}]


def rendered(guide: Path, found: list[Block]) -> str:
    """The guide's text with other blocks in their places."""
    text = guide.read_text(encoding="utf-8")
    waiting = iter(found)

    def replaced(match: re.Match[str]) -> str:
        block = next(waiting)
        if guide.suffix == ".md":
            return f"```{block.language}\n{block.text}```"
        lines = block.text.rstrip("\n").split("\n")
        after = match["text"][len(match["text"].rstrip("\n")) :]
        return f".. code-block:: {block.language}\n\n" + "\n".join(f"   {line}".rstrip() for line in lines) + after

    return (MARKDOWN if guide.suffix == ".md" else RST).sub(replaced, text)


def run_anew(guide: Path, simulator: SimulatorProcess, folder: Path) -> str:
    """The guide with what its commands and its failing tasks print now. Its other tasks are run, and must not fail."""
    found = blocks(guide)
    ansible = prepared(guide, simulator, folder)
    words = {word for block in found for word in block.command}
    named = {block.name for block in found if block.name and {block.name, Path(block.name).name} & words}
    anew = [printed(block, ansible) if block.command and block.command[0] in COMMANDS else block for block in found]
    lists = {
        block.name: block.text for block in found if block.name not in named and block.name.endswith("scaleway.yml")
    }
    for name, listed in ansible.inventories(lists).items() if lists else ():
        if listed.returncode or "unable to parse" in listed.told:
            raise AssertionError(f"{guide.name}: {name}: {listed.stderr}")
    book: list[dict[str, Any]] = []
    failing: list[int] = []
    for number, block in enumerate(found):
        if block.name in named:
            continue
        more = plays(block)
        if more and number + 1 < len(found) and found[number + 1].language == "text":
            failing.append(number + 1)
            more = [{**play, "ignore_errors": True} for play in more]
            more[-1]["tasks"] = [*more[-1]["tasks"], {"debug": {"msg": f"block {number + 1}"}}]
        book += more
    if book:
        prepared(guide, simulator, folder)
        run = ansible.playbook(
            yaml.safe_dump(book, sort_keys=False), "-e", yaml.safe_dump(VARIABLES, default_flow_style=True)
        )
        if run.returncode:
            raise AssertionError(run.output)
        for before, mark in zip(run.results, run.results[1:]):
            told = re.fullmatch(r"block (\d+)", str(mark.get("msg", "")))
            if told:
                if not before.get("failed"):
                    raise AssertionError(f"{guide.name}: this should fail:\n{found[int(told.group(1)) - 1].text}")
                failing.remove(int(told.group(1)))
                anew[int(told.group(1))] = Block("text", folded(readable(str(before["msg"]), ansible)))
        if failing:
            raise AssertionError(f"{guide.name}: these tasks were not run: {failing}")
    return rendered(guide, anew)


def main(names: list[str]) -> None:
    with SimulatorProcess() as simulator:
        for guide in GUIDES:
            if not names or guide.stem in names:
                with tempfile.TemporaryDirectory() as folder:
                    guide.write_text(run_anew(guide, simulator, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
