# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which kind of resource, where, and which one of it a path means."""

from __future__ import annotations

import re
from typing import NamedTuple

from .kinds import Kind, Place
from .products import CLASSIC_HOSTS, KINDS

CITIES = {"par": "fr", "ams": "nl"}
CURRENT = {(kind.product, kind.version, kind.path): kind for kind in KINDS if kind.version != "classic"}
CLASSIC = {(kind.product, kind.path): kind for kind in KINDS}


class Route(NamedTuple):
    kind: Kind
    place: Place
    ident: str = ""
    """"" is the list"""
    part: str = ""
    """What is below the object"""


def route(path: str) -> Route | None:
    """The target of a path in either generation, None when there is none."""
    parts = path.strip("/").split("/")
    classic = re.fullmatch(r"(cp|account)(?:-(par|ams)([0-9]))?", parts[0])
    if classic:
        host, city, number = classic.groups()
        kind = CLASSIC.get((CLASSIC_HOSTS[host], parts[1] if len(parts) > 1 else ""))
        if kind is None or (host == "cp") != bool(city):
            return None
        zone = f"{CITIES[city]}-{city}-{number}" if city else ""
        return below(kind, Place(zone, True), parts[2:])
    if len(parts) > 4 and parts[2] in ("zones", "regions"):
        kind = CURRENT.get((parts[0], parts[1], parts[4]))
        if kind is None or f"{kind.scope}s" != parts[2]:
            return None
        return below(kind, Place(parts[3], False), parts[5:])
    return None


def below(kind: Kind, place: Place, rest: list[str]) -> Route | None:
    """The target of what follows a collection in a path: nothing, an id, an id and a part."""
    if len(rest) > 2 or (len(rest) == 2 and rest[1] not in kind.parts):
        return None
    return Route(kind, place, *rest)
