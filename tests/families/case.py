# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a family of modules tells of itself to the tests that are for all modules."""

from __future__ import annotations

from typing import Any, NamedTuple

Tasks = dict[str, list[dict[str, Any]]]
Values = dict[str, dict[str, list[Any]]]


class Case(NamedTuple):
    """The life of one resource: made, made again, changed, changed again, deleted, deleted again; each first in check mode.

    ``key`` is its name in results, ``kind`` its name in the simulator's store. ``options`` make one, ``change`` is what an
    update asks for, ``sent`` the body that is sent then.
    """

    module: str
    key: str
    kind: str
    options: dict[str, Any]
    change: dict[str, Any]
    sent: dict[str, Any]
    method: str = "PATCH"
    before: list[dict[str, Any]] = []
    """Tasks that make what the resource needs"""
    who: tuple[dict[str, Any], ...] = ({"name": "web"}, {"name": "web-1"}, {"name": "my-web"})
    """Options that say which one is meant: the one whose life is told, and others that must not be touched"""
    ident: str = "id"
    """The field that tells one from another in the simulator's store"""
    creation: tuple[str, ...] = ("POST",)
    """The methods of the requests of a creation"""
    changes: list[tuple[str, Any]] | None = None
    """Methods and bodies of the requests of the update, where it takes more than one"""
    shown: tuple[str, ...] | None = None
    """What the update's diff shows to differ, where that is not the names in ``sent``"""
    deletion: tuple[str, ...] = ("DELETE",)
    """The methods of the requests of a deletion"""
    twin: dict[str, Any] | None = {"name": "web"}
    """What makes another one in the store look like the one that is meant; None where the API allows no two of them"""
    once: tuple[str, ...] = ()
    """What only the task that creates one is shown, like a private key"""


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
    wavers: bool = False
    """Whether the API refuses to show what was just made now and then, at random: that cannot be told before, and is left out"""
