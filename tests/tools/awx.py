# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What AWX does with a credential type: it looks at it when it is saved, and gives a job files and environment."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

FIELD = {"id", "label", "type", "format", "choices", "help_text", "multiline", "secret", "ask_at_runtime", "default"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
FILE = re.compile(r"template(\.[A-Za-z_][A-Za-z0-9_]*)?")


def check_inputs(inputs: dict[str, Any]) -> None:
    """Fails where AWX would not save this input configuration."""
    assert set(inputs) <= {"fields", "required"}, inputs
    names = [field["id"] for field in inputs["fields"]]
    assert len(set(names)) == len(names), names
    assert set(inputs.get("required", [])) <= set(names), inputs
    for field in inputs["fields"]:
        assert {"id", "label"} <= set(field) <= FIELD, field
        assert NAME.fullmatch(field["id"]), field
        assert field["id"] != "tower", field
        assert field.get("type", "string") == "string", f"only texts are known here: {field}"


def check_injectors(inputs: dict[str, Any], injectors: dict[str, Any]) -> None:
    """Fails where AWX would not save this injector configuration beside that input configuration."""
    check_inputs(inputs)
    assert set(injectors) <= {"file", "env", "extra_vars"}, injectors
    files = injectors.get("file", {})
    assert all(FILE.fullmatch(name) for name in files), files
    assert len(files) == 1 or "template" not in files, files
    assert all(NAME.fullmatch(name) and not name.startswith("ANSIBLE_") for name in injectors.get("env", {})), injectors
    known: dict[str, Any] = {field["id"]: "EXAMPLE" for field in inputs["fields"]}
    known["tower"] = namespace(dict.fromkeys(files, "EXAMPLE"))
    strict = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
    for templates in injectors.values():
        for template in templates.values():
            strict.from_string(template).render(known)


def injected(injectors: dict[str, Any], values: dict[str, str], folder: Path) -> dict[str, str]:
    """The environment that a job gets with a credential, and the files that this names, in a folder. A field that was left
    empty is not there at all."""
    filled: dict[str, Any] = {name: value for name, value in values.items() if value}
    environment = ImmutableSandboxedEnvironment()
    paths = {}
    for name, template in injectors.get("file", {}).items():
        text = environment.from_string(template).render(filled)
        # Only the owner can read a file that mkstemp makes.
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
            file.write(text)
        paths[name] = file.name
    filled["tower"] = namespace(paths)
    return {name: environment.from_string(template).render(filled) for name, template in injectors["env"].items()}


def namespace(paths: dict[str, str]) -> SimpleNamespace:
    """What templates know as ``tower``."""
    several = SimpleNamespace(**{name.partition(".")[2]: path for name, path in paths.items() if "." in name})
    return SimpleNamespace(filename=paths.get("template", several))
