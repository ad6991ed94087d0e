# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes what is said of roles once, in their argument specs and example playbooks, into the READMEs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.tools.link_collection import ROOT

ROLES = sorted(path.name for path in (ROOT / "roles").iterdir() if path.is_dir())
MARKUP = re.compile(r"[A-Z]\(([^()]*)\)")
EXAMPLE = re.compile(r"^It is `playbooks/(\w+\.yml)`:$", re.MULTILINE)


def spec(role: str) -> dict[str, Any]:
    text = (ROOT / "roles" / role / "meta" / "argument_specs.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)["argument_specs"]["main"]
    return found


def example(role: str) -> Path:
    """The playbook that the README of a role names."""
    found = EXAMPLE.search((ROOT / "roles" / role / "README.md").read_text(encoding="utf-8"))
    assert found is not None, role
    return ROOT / "playbooks" / found.group(1)


def options(found: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every variable and every key of one, as ``servers[].name``."""
    for name, about in found.items():
        yield prefix + name, about
        several = "[]" if about["type"] == "list" else ""
        yield from options(about.get("options", {}), f"{prefix}{name}{several}.")


def row(name: str, about: dict[str, Any]) -> str:
    kind = f"list of {about['elements']}" if about["type"] == "list" else about["type"]
    if about.get("required"):
        default = "required"
    elif "default" in about:
        default = f"`{yaml.safe_dump(about['default'], default_flow_style=True).splitlines()[0]}`"
    else:
        default = ""
    described = about["description"]
    text = MARKUP.sub(r"`\1`", " ".join([described] if isinstance(described, str) else described))
    choices = f" One of {', '.join(f'`{choice}`' for choice in about['choices'])}." if "choices" in about else ""
    return f"| `{name}` | {kind} | {default} | {text}{choices} |\n"


def between(text: str, name: str, lines: str) -> str:
    """The text with these lines between the marks of this name."""
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, rest = text.split(start)
    return before + start + lines + end + rest.split(end)[1]


def with_options(readme: str, role: str) -> str:
    rows = "".join(row(*option) for option in options(spec(role)["options"]))
    return between(readme, "options", f"| variable | type | default | what it is |\n|---|---|---|---|\n{rows}")


def with_example(readme: str, role: str) -> str:
    text = re.sub(r"\A---\n(#.*\n)*", "", example(role).read_text(encoding="utf-8"))
    return between(readme, "example", f"```yaml\n{text}```\n")


def role_readme(role: str) -> tuple[Path, str]:
    """Where it is, and what it should say."""
    path = ROOT / "roles" / role / "README.md"
    return path, with_example(with_options(path.read_text(encoding="utf-8"), role), role)


def with_roles(readme: str) -> str:
    """The collection's README with its table of roles."""
    rows = "".join(f"| [`{role}`](roles/{role}/README.md) | {spec(role)['short_description']} |\n" for role in ROLES)
    return between(readme, "roles", f"| role | what it makes |\n|---|---|\n{rows}")
