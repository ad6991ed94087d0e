# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What a host is called: the first of some preferences that it has, and never the name of another one."""

from __future__ import annotations

import typing as t

from ._errors import InvalidInput

Host = t.Dict[str, t.Any]
Render = t.Callable[[str, int], t.Optional[str]]
# These would let a name be taken for a template by what shows it.
_BRACES = str.maketrans("{}", "__")


class Preference(t.NamedTuple):
    """A field (``name``, ``image.name``), ``tag:key``, or a template; the same for what is put before it."""

    name: str
    prefix: str = ""
    separator: str = "_"


def preferences(given: t.Any, option: str = "hostnames") -> t.List[Preference]:
    """Preferences as they are written: texts, or maps of name, prefix and separator. Raises InvalidInput."""
    found = []
    for item in given if isinstance(given, list) else [given]:
        parts = {"name": item} if isinstance(item, str) else item
        if not isinstance(parts, dict) or "name" not in parts:
            raise InvalidInput(f"{option}: {item!r} is neither a text nor a map with a name.")
        odd = set(parts) - set(Preference._fields)
        if odd or not all(isinstance(part, str) for part in parts.values()):
            raise InvalidInput(
                f"{option}: {item!r} must hold texts under name, prefix and separator, and nothing else."
            )
        found.append(Preference(**{str(name): part for name, part in parts.items()}))
    return found


class Names:
    """Names hosts. ``render`` gives what a template says for the host of a number, None when it says nothing."""

    def __init__(self, wanted: t.List[Preference], render: Render) -> None:
        self.wanted = wanted
        self.render = render
        self.used: t.Set[str] = set()

    def name(self, host: Host, number: int) -> str:
        for preference in self.wanted:
            found = self._part(preference.name, host, number)
            if found:
                self.used.add(preference.name)
                before = self._part(preference.prefix, host, number) if preference.prefix else None
                return f"{before}{preference.separator}{found}" if before else found
        return str(host["id"])

    def _part(self, name: str, host: Host, number: int) -> t.Optional[str]:
        if "{{" in name or "{%" in name:
            return self.render(name, number)
        if name.startswith("tag:"):
            return tagged(host, name[4:])
        return field(host, name)


def tagged(host: Host, wanted: str) -> t.Optional[str]:
    """The value of a tag ``key=value``, the tag itself when it has no value; ``key=value`` asks for this very one and
    gives ``key_value``."""
    key, is_pair, value = wanted.partition("=")
    found = host["tag_values"].get(key)
    if is_pair:
        return f"{key}_{value}" if found == value else None
    if found:
        return str(found)
    return key if key in host["tags"] else None


def field(host: Host, name: str) -> t.Optional[str]:
    """The text of a field. A dot leads into what is below."""
    value: t.Any = host.get(name)
    if value is None and "." in name:
        value = host
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
    return value if isinstance(value, str) and value else None


def unique(names: t.List[str], hosts: t.List[Host], warn: t.Callable[[str], None]) -> t.List[str]:
    """The names, each only once: one that is shared gets the zone added, and the id where that is not enough."""
    names = [name.translate(_BRACES) if "{" in name or "}" in name else name for name in names]
    if len(set(names)) == len(names):
        return names
    shared = repeated(names)
    used = set(names) - shared
    longer = [
        f"{name}_{host['zone'] or host['region']}" if name in shared else name for name, host in zip(names, hosts)
    ]
    still = repeated(longer)
    result = []
    for name, long, host in zip(names, longer, hosts):
        if name in shared:
            name = long if long not in still and long not in used else f"{name}_{host['id']}"
            while name in used:
                name += "_"
            used.add(name)
        result.append(name)
    some = ", ".join(sorted(shared)[:5])
    more = f" and {len(shared) - 5} more" if len(shared) > 5 else ""
    warn(f"{len(shared)} names belong to more than one host ({some}{more}): zone or ID was added to these names.")
    return result


def repeated(names: t.List[str]) -> t.Set[str]:
    seen: t.Set[str] = set()
    return {name for name in names if name in seen or seen.add(name)}  # type: ignore[func-returns-value]
