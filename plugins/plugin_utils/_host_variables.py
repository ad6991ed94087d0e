# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This plugin util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The variables of hosts: their names, and values that are data on every ansible-core."""

from __future__ import annotations

import typing as t

import ansible.template
from ansible.vars.reserved import is_reserved_name

from ..module_utils._errors import InvalidInput

try:
    from ansible.utils.unsafe_proxy import wrap_var
except ImportError:  # not needed from ansible-core 2.19 on, and not there for ever
    wrap_var = None

# From ansible-core 2.19 on data is only a template where somebody says so.
DATA_IS_NO_TEMPLATE = wrap_var is None or hasattr(ansible.template, "trust_as_template")
PREFIX = "scw_"
# Variables that Ansible sets itself.
MAGIC = frozenset(
    [
        "environment",
        "group_names",
        "groups",
        "hostvars",
        "inventory_dir",
        "inventory_file",
        "inventory_hostname",
        "inventory_hostname_short",
        "omit",
        "play_hosts",
        "playbook_dir",
        "role_name",
        "role_names",
        "role_path",
        "vars",
    ]
)


class VariableNames(t.Dict[str, str]):
    """The names of variables by those of fields."""

    def __init__(self, prefix: t.Any, suffix: t.Any) -> None:
        super().__init__()
        self.prefix, self.suffix = str(prefix or ""), str(suffix or "")
        for option, text, whole in (
            ("hostvars_prefix", self.prefix, f"{self.prefix}a"),
            ("hostvars_suffix", self.suffix, f"a{self.suffix}"),
        ):
            if not whole.isidentifier() or not whole.isascii() or text.startswith("ansible_"):
                raise InvalidInput(
                    f"{option}: {text!r} cannot be part of the names of variables. They hold letters, digits and "
                    "underscores, do not begin with a digit, and those that begin with ansible_ are Ansible's own."
                )

    def __missing__(self, field: str) -> str:
        name = f"{self.prefix}{field}{self.suffix}"
        if is_reserved_name(name) or name in MAGIC or name.startswith("ansible_") or not name.isidentifier():
            name = f"{PREFIX}{field}{self.suffix}"
        self[field] = name
        return name


def as_data(value: t.Any) -> t.Any:
    """The value so that nothing in it is ever taken for a template, whichever ansible-core reads it."""
    if DATA_IS_NO_TEMPLATE:
        return value
    if isinstance(value, str):
        return wrap_var(value) if "{" in value else value
    if isinstance(value, dict):
        return {as_data(key): as_data(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_data(item) for item in value]
    return value
