# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How a kind of resource is declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import ApiFault, not_found

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


class Place(NamedTuple):
    """Where a request went: a zone, a region or "" (global), and through which generation."""

    locality: str
    classic: bool
    parents: tuple[tuple[str, str], ...] = ()
    """Names and ids of the objects that a path goes through, for what lives below others"""


class Call(NamedTuple):
    """What was asked of a part of an object: ``rest`` is the path below the part, ``content`` the body as it came."""

    method: str
    rest: tuple[str, ...]
    body: Body
    content: bytes
    place: Place
    query: Mapping[str, str] = MappingProxyType({})


class Answer(NamedTuple):
    """The answer of a part. A body of text is sent as it is."""

    status: int
    body: Body | str | None = None
    headers: tuple[tuple[str, str], ...] = ()


def listed(many: str, items: list[Body], call: Call, *filters: str) -> Answer:
    """A page of what an object holds by name only. The filters take a part of the name."""
    for name in filters:
        wanted = call.query.get(name)
        if wanted:
            items = [item for item in items if wanted in str(item[name])]
    size, number = int(call.query.get("page_size") or 20), int(call.query.get("page") or 1)
    found = items[(number - 1) * size : number * size]
    return Answer(200, {many: found, "total_count": len(items)})


def is_true(text: str | None) -> bool:
    """Whether a query says true."""
    return str(text).lower() in ("true", "1")


def _nothing(store: Store, place: Place, body: Body) -> None:
    """Nothing to check."""


def _as_is(data: Body) -> Body:
    return data


def _made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    """Nothing else happens."""


def _implies_nothing(store: Store, place: Place, ident: str, part: str, call: Call) -> None:
    """What is not there is not there."""


def _nothing_more(store: Store, entry: Entry) -> Body:
    return {}


def _may_go(store: Store, entry: Entry) -> None:
    """It may always be deleted."""


def _may_change(store: Store, entry: Entry, change: Body) -> None:
    """Every declared field may be changed. A hook may alter ``change`` to what becomes of the object."""


def _gone(store: Store, entry: Entry) -> None:
    """Nothing else goes with it."""


def _same_id(store: Store, place: Place, ident: str) -> str:
    return ident


@dataclass(frozen=True)
class Kind:
    """One kind of resource and what differs from the rule.

    The rule: POST makes an object of the declared fields and ``new``'s, GET lists and shows, PATCH changes fields that
    may be updated, DELETE removes. ``key`` names it in the store, ``resource`` in errors. ``{name}`` in a path
    is the id of a parent, which its objects hold under that name.
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
    classic_update: str = "PATCH"
    """The method of updates in the classic generation"""
    substring_filters: tuple[str, ...] = ("name",)
    exact_filters: tuple[str, ...] = ()
    filters: Mapping[str, Callable[[Body, list[str]], bool]] = field(default_factory=dict)
    """Filters of its own: whether an object fits the values that were given"""
    new: Callable[[Store, Place, Body], Body] = lambda store, place, body: dict(body)
    """What a new object holds besides id and dates"""
    check: Callable[[Store, Place, Body], None] = _nothing
    """Raises ApiFault for a body that cannot be"""
    may_change: Callable[[Store, Entry, Body], None] = _may_change
    may_go: Callable[[Store, Entry], None] = _may_go
    made: Callable[[Store, Place, Entry, Body], None] = _made
    """What else happens when one was made"""
    may_be_read: Callable[[Store, Entry], None] = _may_go
    """Raises ApiFault for one that cannot be read for the moment"""
    gone: Callable[[Store, Entry], None] = _gone
    """What else happens when one was deleted"""
    leaves_as: Mapping[str, Any] = field(default_factory=dict)
    """How one that was deleted still shows for ``leaves_after`` seconds; without it, it is gone at once"""
    leaves_after: float = 0.2
    deleted: int = 204
    """The status of a deletion; 200 answers with the object"""
    absent: Callable[[str, str], ApiFault] = not_found
    """The refusal for an id that there is not, from the resource's name and the id"""
    also: Callable[[Store, Entry], Body] = _nothing_more
    """What an answer to a creation holds besides the object, where it is wrapped"""
    uuids: bool = True
    """Whether its ids are UUIDs"""
    located: bool = False
    """Whether the answer to a creation says where the new one is"""
    nulls: bool = False
    """Whether null in a PATCH clears a field"""
    ident: Callable[[Store, Place, str], str] = _same_id
    """The id of what a path means, where it may be something else than an id"""
    parts: Mapping[str, Callable[[Store, Entry, Call], Answer]] = field(default_factory=dict)
    """What lies below an object, by the part of the path after its id"""
    implied: Callable[[Store, Place, str, str, Call], None] = _implies_nothing
    """Makes an object that is not there when a request to a part of it does so"""
    classic: Callable[[Body], Body] = _as_is
    """The object as the classic generation shows it"""
    shown: Callable[[Store, Entry], Body] | None = None
    """The object as answers show it, where they show more than is kept: the objects that it belongs to"""
    listed: Callable[[Body], Body] | None = None
    """The object as lists show it, where that is less"""
    wrapped_once: bool = False
    """Whether the answer to a creation is wrapped, and others are not"""
    delete: Callable[[Store, Entry, Mapping[str, str]], None] | None = None
    """What a DELETE with this query does, where it does not remove at once"""
    missing: str = ""
    """The message of a 404, in products whose 404 has no type"""


# Gives the name and the items of a list that is the same for everybody, in a row or by name.
CatalogAnswer = Callable[["Store", Place, Mapping[str, str]], tuple[str, Any]]
# Answers to whatever is asked of a path that is neither a list of objects nor one of them.
EndpointAnswer = Callable[["Store", Place, Call], Answer]
