# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This plugin util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Faults of an inventory's file, told with the line where they stand."""

from __future__ import annotations

import os
import typing as t

from ansible.errors import AnsibleError, AnsibleParserError
from ansible.module_utils.parsing.convert_bool import boolean

# Options whose values are not shown.
SECRET = ("secret_key", "api_token", "oauth_token", "profiles")


def check_file(plugin: t.Any, path: str) -> None:
    """Refuse what ansible-core would let pass, or stumble over, and say where it stands."""
    try:
        config = plugin.loader.load_from_file(path, cache="none")
    except AnsibleError:
        return  # it is told when the file is read for good
    if not isinstance(config, t.Mapping):
        return
    if config.get("plugin") != plugin.NAME:
        raise AnsibleParserError(f"{path} is for another inventory plugin: {config.get('plugin')!r}.")
    definitions: t.Dict[str, t.Any] = plugin.option_definitions
    known: t.Dict[str, t.Any] = {}
    for name, definition in definitions.items():
        for key in [name, *(definition.get("aliases") or [])]:
            known[key] = definition
    for key, value in config.items():
        if key not in known:
            problem = f"{key!r} is no option of this plugin. Those are: {', '.join(sorted(definitions))}."
        else:
            wrong = wrong_value(value, known[key])
            if not wrong:
                continue
            if key in SECRET:
                wrong = f"what stands there is no {known[key].get('type')}"
            problem = f"{key}: {wrong}."
        raise AnsibleParserError(f"{path}, line {line_of_key(path, key)}: {problem}")


def wrong_value(value: t.Any, definition: t.Mapping[str, t.Any]) -> str:
    """What is wrong with the value of an option, "" when nothing is. Templates are not looked into."""
    kind = definition.get("type") or "str"
    if value is None or (isinstance(value, str) and "{{" in value):
        return ""
    if kind == "bool":
        return "" if is_boolean(value) else f"{value!r} is neither true nor false"
    if kind in ("int", "float"):
        try:
            number = None if isinstance(value, bool) else float(value)
        except (TypeError, ValueError):
            number = None
        if number is None or (kind == "int" and not number.is_integer()):
            return f"{value!r} is no {'whole ' if kind == 'int' else ''}number"
        return ""
    if kind == "list":
        if isinstance(value, t.Mapping):
            return f"{value!r} is no list"
        items = value if isinstance(value, list) else str(value).split(",")
        if definition.get("elements") == "str":
            odd = [item for item in items if isinstance(item, (dict, list)) or item is None]
            if odd:
                return f"{odd[0]!r} is no text"
    elif kind == "dict":
        return "" if isinstance(value, t.Mapping) else f"{value!r} is no map"
    elif isinstance(value, (dict, list)):
        return f"{value!r} is no text"
    else:
        items = [value]
    choices: t.List[str] = definition.get("choices") or []
    wrong = [item for item in items if choices and str(item).strip() not in choices and "{{" not in str(item)]
    return f"{wrong[0]!r} is none of {', '.join(choices)}" if wrong else ""


def is_boolean(value: t.Any) -> bool:
    try:
        boolean(value)
    except TypeError:
        return False
    return True


def line_of_key(path: str, key: str) -> int:
    """The line of a key at the top of a YAML file, 0 when it cannot be told."""
    import yaml

    with open(os.fspath(path), "rb") as stream:
        document = yaml.compose(stream, Loader=yaml.SafeLoader)
    pairs = document.value if isinstance(document, yaml.MappingNode) else []
    return next((node.start_mark.line + 1 for node, dummy in pairs if node.value == key), 0)
