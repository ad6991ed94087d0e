# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a family of modules tells of itself to the tests that are for all modules."""

from __future__ import annotations

from typing import Any, NamedTuple

Tasks = dict[str, list[dict[str, Any]]]


class Case(NamedTuple):
    """``options`` make one called web; ``change`` is what an update asks for, ``sent`` what it sends then."""

    module: str
    key: str
    kind: str
    options: dict[str, Any]
    change: dict[str, Any]
    sent: dict[str, Any]
    method: str = "PATCH"
    before: list[dict[str, Any]] = []
    """Tasks that make what the resource needs"""


class Contract(NamedTuple):
    """What the recordings hold of a product, like ``lb/v1``."""

    product: str
    least: int
    """How many exchanges must agree at least, so that a replay which sends nothing cannot pass"""
    later: tuple[str, ...] = ()
    """Ends of paths (``.dns``) of keys that only some recorded objects have: what they belong to is not simulated, or the
    API added them lately"""
    maps: tuple[str, ...] = ()
    """Ends of paths (``.servers``) of objects whose keys are names or numbers of things"""
