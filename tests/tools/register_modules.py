# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes down modules and roles wherever they are listed: links of the runner, action group, tables of the READMEs."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.tools.link_collection import ROOT
from tests.tools.matrix import CELLS
from tests.tools.register_roles import ROLES, role_readme, with_roles

RUNNER = "scaleway_api"
START, END = "<!-- modules -->\n", "<!-- end of modules -->"
VERSIONS, END_OF_VERSIONS = "<!-- versions -->\n", "<!-- end of versions -->"


def modules() -> list[str]:
    return sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("*.py"))


def short_description(name: str) -> str:
    text = (ROOT / "plugins" / "modules" / f"{name}.py").read_text(encoding="utf-8")
    found = re.search(r'DOCUMENTATION = r"""(.*?)"""', text, re.DOTALL)
    assert found is not None, name
    return str(yaml.safe_load(found.group(1))["short_description"])


def table() -> str:
    """The README's table of modules."""
    lines = "".join(f"| `{name}` | {short_description(name)} |\n" for name in modules())
    return f"{START}| module | what it does |\n|---|---|\n{lines}{END}"


def with_table(readme: str) -> str:
    before, rest = readme.split(START)
    return before + table() + rest.split(END)[1]


def with_versions(readme: str) -> str:
    """The README with the table of what "make matrix" knows."""
    before, rest = readme.split(VERSIONS)
    lines = "".join(
        f"| {cell.core} | {cell.python} | {'the oldest that are allowed' if cell.oldest else 'the newest'} |\n"
        for cell in CELLS.values()
    )
    head = "| ansible-core | Python | libraries |\n|---|---|---|\n"
    return before + VERSIONS + head + lines + END_OF_VERSIONS + rest.split(END_OF_VERSIONS)[1]


def with_group(runtime: str) -> str:
    lines = "".join(f"    - {name}\n" for name in modules())
    return re.sub(r"(  scaleway:\n)(    - \w+\n?)+", lambda found: found.group(1) + lines, runtime)


def rewrite(path: Path, text: str) -> None:
    if path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def register() -> None:
    for name in modules():
        link = ROOT / "plugins" / "action" / f"{name}.py"
        if name != RUNNER and not link.is_symlink():
            link.symlink_to(f"{RUNNER}.py")
    readme, runtime = ROOT / "README.md", ROOT / "meta" / "runtime.yml"
    rewrite(readme, with_versions(with_roles(with_table(readme.read_text(encoding="utf-8")))))
    rewrite(runtime, with_group(runtime.read_text(encoding="utf-8")))
    for role in ROLES:
        rewrite(*role_readme(role))


if __name__ == "__main__":
    register()
