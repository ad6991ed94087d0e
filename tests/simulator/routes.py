# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which kind of resource, where, and which one of it a path means."""

from __future__ import annotations

import re
from typing import NamedTuple

from .kinds import CatalogAnswer, EndpointAnswer, Kind, Place
from .products import CATALOGS, CLASSIC_HOSTS, ENDPOINTS, KINDS

CITIES = {"par": "fr", "ams": "nl"}
# What follows the name of a product today. Both generations have a product called account.
VERSION = re.compile(r"v[0-9]\w*")


class Route(NamedTuple):
    kind: Kind
    place: Place
    ident: str = ""
    """"" is the list"""
    part: str = ""
    """What is below the object"""
    rest: tuple[str, ...] = ()
    """What is below that"""


class Catalog(NamedTuple):
    """A list that is the same for everybody. ``answer`` gives its items, by name or in a row."""

    answer: CatalogAnswer
    place: Place
    path: str


class Endpoint(NamedTuple):
    """A path that answers in its own way."""

    answer: EndpointAnswer
    place: Place


def route(path: str) -> Route | Catalog | Endpoint | None:
    """The target of a path in either generation, None when there is none."""
    parts = path.strip("/").split("/")
    classic = re.fullmatch(r"(cp|account)(?:-(par|ams)([0-9]))?", parts[0])
    if classic and not VERSION.fullmatch("".join(parts[1:2])):
        host, city, number = classic.groups()
        if (host == "cp") != bool(city):
            return None
        zone = f"{CITIES[city]}-{city}-{number}" if city else ""
        return _below(CLASSIC_HOSTS[host], "", "zone" if zone else "global", Place(zone, True), parts[1:])
    if len(parts) > 4 and parts[2] in ("zones", "regions"):
        return _below(parts[0], parts[1], parts[2][:-1], Place(parts[3], False), parts[4:])
    if len(parts) > 2:
        return _below(parts[0], parts[1], "global", Place("", False), parts[2:])
    return None


def _below(product: str, version: str, scope: str, place: Place, parts: list[str]) -> Route | Catalog | Endpoint | None:
    """The target of what follows a product's address: of all paths that fit, the longest."""
    endpoint = ENDPOINTS.get((product, version, "/".join(parts)))
    if endpoint is not None:
        return Endpoint(endpoint, place)
    catalog = CATALOGS.get((product, "/".join(parts)))
    if catalog is not None and (place.classic or version == catalog[0]):
        return Catalog(catalog[1], place, "/".join(parts))
    best: Route | None = None
    longest = 0
    for kind in KINDS:
        if kind.product != product or kind.scope != scope or (not place.classic and kind.version != version):
            continue
        names = kind.path.split("/")
        if len(names) <= longest or len(parts) < len(names):
            continue
        parents = []
        for name, part in zip(names, parts):
            if name.startswith("{"):
                parents.append((name[1:-1], part))
            elif name != part:
                break
        else:
            rest = parts[len(names) :]
            if len(rest) < 2 or rest[1] in kind.parts:
                where = place._replace(parents=tuple(parents)) if parents else place
                ident, part = [*rest[:2], "", ""][:2]
                best = Route(kind, where, ident, part, tuple(rest[2:]))
                longest = len(names)
    return best
