# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The code blocks of a guide, in reStructuredText or Markdown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

RST = re.compile(r"^\.\. code-block:: (?P<language>\S+)\n\n(?P<text>(?:   .*\n|\n)+)", re.MULTILINE)
MARKDOWN = re.compile(r"^```(?P<language>\S*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"# (~?[\w./-]+(?:\.(?:ya?ml|py|tf|cfg)|/envvars))\n")


class Block(NamedTuple):
    language: str
    text: str

    @property
    def name(self) -> str:
        """The name of the file that it is, "" if it does not say."""
        found = NAMED.match(self.text)
        return found.group(1) if found else ""

    @property
    def command(self) -> list[str]:
        """The words of the command whose output it is."""
        first = self.text.partition("\n")[0]
        return first[2:].split() if self.language == "console" and first.startswith("$ ") else []


def blocks(guide: Path) -> list[Block]:
    text = guide.read_text(encoding="utf-8")
    if guide.suffix == ".md":
        return [Block(found["language"], found["text"]) for found in MARKDOWN.finditer(text)]
    return [Block(found["language"], dedented(found["text"])) for found in RST.finditer(text)]


def dedented(text: str) -> str:
    return "\n".join(line[3:] for line in text.rstrip("\n").split("\n")) + "\n"


def files(guide: Path) -> dict[str, str]:
    """The YAML files of a guide, by the names in their first lines."""
    return {block.name: block.text for block in blocks(guide) if block.language == "yaml" and block.name}
