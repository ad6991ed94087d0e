# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Which hosts are wanted: what the API can filter is asked of it, and everything is checked here."""

from __future__ import annotations

import re
import typing as t
from fnmatch import fnmatchcase

from ._fleet_sources import Source

Host = t.Dict[str, t.Any]
_WILD = re.compile(r"[*?\[]")


class Choice(t.NamedTuple):
    """Empty fields choose nothing. ``projects`` are ids or names, and ids only where the API is asked. ``tags`` may begin
    with ``!``: hosts with such a tag are left out."""

    projects: t.Tuple[str, ...] = ()
    organizations: t.Tuple[str, ...] = ()
    states: t.Tuple[str, ...] = ()
    tags: t.Tuple[str, ...] = ()
    any_tag: bool = False
    names: t.Tuple[str, ...] = ()
    types: t.Tuple[str, ...] = ()
    nodes: bool = False

    @property
    def wanted_tags(self) -> t.List[str]:
        return [tag for tag in self.tags if not tag.startswith("!")]

    @property
    def unwanted_tags(self) -> t.List[str]:
        return [tag[1:] for tag in self.tags if tag.startswith("!")]

    def query(self, source: Source, classic: bool) -> t.Dict[str, t.Any]:
        """What a list of this source is asked for, in the API's words. The classic generation filters by tags, state
        and organization only."""
        told: t.Dict[str, t.Any] = {}
        if len(self.projects) == 1 and not classic:
            told["project"] = self.projects[0]
        if len(self.organizations) == 1:
            told["organization"] = self.organizations[0]
        if self.wanted_tags and (not self.any_tag or len(self.wanted_tags) == 1):
            # instance/v1 takes one text, the others a repeated key (api/pagination.md). A comma would part one tag in two.
            tags = [tag for tag in self.wanted_tags if "," not in tag]
            told["tags"] = ",".join(tags) if source.product == "instance" else tags
        if len(self.states) == 1:
            told["state"] = self.states[0]
        if len(self.types) == 1 and not _WILD.search(self.types[0]) and not classic:
            told["type"] = self.types[0]
        if len(self.names) == 1 and not classic:
            told["name"] = _WILD.split(self.names[0])[0]
        return {source.query[name]: value for name, value in told.items() if value and name in source.query}

    def fits(self, host: Host) -> bool:
        if self.states and host["state"] not in self.states:
            return False
        if self.projects and not {host["project_id"], host["project_name"]}.intersection(self.projects):
            return False
        if self.organizations and host["organization_id"] not in (None, *self.organizations):
            return False
        if self.types and not matches(host["type"], self.types):
            return False
        if self.names and not matches(host["name"], self.names):
            return False
        if not self.nodes and host["kubernetes"]:
            return False
        return not self.tags or self._fits_tags(set(host["tags"]))

    def _fits_tags(self, tags: t.Set[str]) -> bool:
        if tags.intersection(self.unwanted_tags):
            return False
        wanted = self.wanted_tags
        if not wanted:
            return True
        return bool(tags.intersection(wanted)) if self.any_tag else tags.issuperset(wanted)


def matches(value: t.Any, patterns: t.Iterable[str]) -> bool:
    return isinstance(value, str) and any(fnmatchcase(value, pattern) for pattern in patterns)
