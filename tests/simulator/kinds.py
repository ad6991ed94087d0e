# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How a kind of resource is declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .store import Entry, Store

Body = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """A field of a body. ``kind`` is str, int, bool, list or dict; ``update`` says whether PATCH may change it."""

    kind: type
    required: bool = False
    update: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a request went: a zone, a region or "" (global), and through which generation."""

    locality: str
    classic: bool


def _nothing(store: Store, place: Place, body: Body) -> None:
    """Nothing to check."""


def _as_is(data: Body) -> Body:
    return data


def _may_go(store: Store, entry: Entry) -> None:
    """It may always be deleted."""


def _may_change(store: Store, entry: Entry, change: Body) -> None:
    """Every declared field may be changed."""


@dataclass(frozen=True)
class Kind:
    """One kind of resource and what differs from the rule.

    The rule: POST makes an object of the declared fields and ``new``'s, GET lists and shows, PATCH changes fields that
    may be updated, DELETE removes. ``key`` names it in the store, ``resource`` in errors.
    """

    key: str
    product: str
    version: str
    path: str
    one: str
    many: str
    resource: str
    scope: str = "zone"
    wrapped: bool = False
    paging: str = "page_size"
    """per_page (count and links in headers), page_size (count in the body), token or none"""
    created: int = 200
    fields: Mapping[str, Field] = field(default_factory=dict)
    methods: tuple[str, ...] = ("GET", "POST", "PATCH", "DELETE")
    substring_filters: tuple[str, ...] = ("name",)
    exact_filters: tuple[str, ...] = ()
    new: Callable[[Store, Place, Body], Body] = lambda store, place, body: dict(body)
    """What a new object holds besides id and dates"""
    check: Callable[[Store, Place, Body], None] = _nothing
    """Raises ApiFault for a body that cannot be"""
    may_change: Callable[[Store, Entry, Body], None] = _may_change
    may_go: Callable[[Store, Entry], None] = _may_go
    parts: Mapping[str, Callable[[Store, Entry, str, Body], Body]] = field(default_factory=dict)
    """What lies below an object, by the last part of the path: answers to a method and a body"""
    classic: Callable[[Body], Body] = _as_is
    """The object as the classic generation shows it"""
