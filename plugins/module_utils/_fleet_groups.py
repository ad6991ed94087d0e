# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The groups of a host, as names that are not sanitised yet."""

from __future__ import annotations

import typing as t

Host = t.Dict[str, t.Any]
# A tag in a group's name must never be taken for a template by what shows it.
_BRACES = str.maketrans("{}", "__")


class Group(t.NamedTuple):
    """``parent`` is a group that holds this one, "" for none."""

    name: str
    parent: str = ""


KINDS = (
    "source",
    "zone",
    "region",
    "state",
    "type",
    "tag",
    "project",
    "private_network",
    "image",
    "kubernetes",
    "account",
)


def groups_of(host: Host, kinds: t.Container[str]) -> t.List[Group]:
    """The groups of a host, but for ``scaleway``, in which all are."""
    found: t.List[Group] = []
    zone, region = host["zone"], host["region"]
    if zone and "zone" in kinds:
        found.append(Group(f"zone_{zone}", f"region_{region}" if "region" in kinds else ""))
    elif "region" in kinds:
        found.append(Group(f"region_{region}"))
    for kind, value in (
        ("source", host["source"]),
        ("state", host["state"]),
        ("type", host["type"]),
        ("image", host["image_name"]),
        ("project", host["project_name"] or host["project_id"]),
        ("account", host["account"]),
    ):
        if value and kind in kinds:
            found.append(Group(f"{kind}_{value}"))
    if "tag" in kinds:
        values = host["tag_values"]
        for tag in host["tags"]:
            key = tag.partition("=")[0].partition(":")[0] if values else ""
            found.append(Group(f"tag_{tag}", f"tag_{key}" if key in values and key != tag else ""))
    if "private_network" in kinds:
        found += [Group(f"private_network_{network['name'] or network['id']}") for network in host["private_networks"]]
    kubernetes = host["kubernetes"]
    if kubernetes and "kubernetes" in kinds:
        cluster = f"kubernetes_{kubernetes['cluster_name'] or kubernetes['cluster_id']}"
        pool = kubernetes["pool_name"] or kubernetes["pool_id"]
        found.append(Group(f"{cluster}_{pool}", cluster) if pool else Group(cluster))
    return found


def harmless(name: str) -> str:
    """A name that nobody takes for a template, whatever the user's settings leave in names of groups."""
    return name.translate(_BRACES) if "{" in name or "}" in name else name
