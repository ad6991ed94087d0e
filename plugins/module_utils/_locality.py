# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Names of zones and regions, in both generations.

A zone is ``<country>-<city>-<number>`` (``fr-par-1``), its region the same without the number. The classic generation
calls the same places ``par1``, ``ams1``; the oldest clients ``EMEA-FR-PAR1``. The lists here are what is known today:
they say where to look when nobody chose, and are never used to refuse a name.
"""

from __future__ import annotations

import re

from ._errors import InvalidInput

ZONES = (
    "fr-par-1",
    "fr-par-2",
    "fr-par-3",
    "nl-ams-1",
    "nl-ams-2",
    "nl-ams-3",
    "pl-waw-1",
    "pl-waw-2",
    "pl-waw-3",
    "it-mil-1",
)
REGIONS = ("fr-par", "nl-ams", "pl-waw", "it-mil")
CLASSIC_ZONES = ("fr-par-1", "nl-ams-1")

_ZONE = re.compile(r"[a-z]{2}-[a-z]{3}-[1-9][0-9]?")
_REGION = re.compile(r"[a-z]{2}-[a-z]{3}")
_CLASSIC = re.compile(r"([a-z]{3})([1-9])")
_COUNTRIES = {"par": "fr", "ams": "nl", "waw": "pl", "mil": "it"}
_OLDEST = re.compile(r"emea-([a-z]{2})-([a-z]{3})([1-9])?")


def zone_named(name: str, option: str = "zone") -> str:
    """Today's name of a zone given in any of its spellings. Raises :class:`InvalidInput` for what is no zone."""
    plain = name.strip().lower()
    if _ZONE.fullmatch(plain):
        return plain
    if plain == "emea-nl-evs":  # the first Amsterdam zone, named after its building
        return "nl-ams-1"
    oldest = _OLDEST.fullmatch(plain)
    if oldest and oldest.group(3):
        return f"{oldest.group(1)}-{oldest.group(2)}-{oldest.group(3)}"
    classic = _CLASSIC.fullmatch(plain)
    if classic and classic.group(1) in _COUNTRIES:
        return f"{_COUNTRIES[classic.group(1)]}-{classic.group(1)}-{classic.group(2)}"
    hint = f"; {plain} is a region, its first zone is {plain}-1" if _REGION.fullmatch(plain) else ""
    raise InvalidInput(f"{option}: {name!r} is no zone{hint}. A zone is written like fr-par-1 (or par1).")


def region_named(name: str, option: str = "region") -> str:
    """Today's name of a region, given as such or as one of its zones. Raises :class:`InvalidInput`."""
    plain = name.strip().lower()
    if _REGION.fullmatch(plain):
        return plain
    try:
        return region_of(zone_named(name))
    except InvalidInput:
        raise InvalidInput(f"{option}: {name!r} is no region. A region is written like fr-par.") from None


def region_of(zone: str) -> str:
    """The region that a zone (in today's spelling) lies in."""
    return zone.rpartition("-")[0]


def classic_region(zone: str) -> str:
    """What the classic generation calls a zone: ``fr-par-1`` is ``par1`` there."""
    return "".join(zone.split("-")[1:])
