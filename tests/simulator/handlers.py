# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the API does with a request that reached it: list, show, make, change, delete."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, NamedTuple

import orjson

from .errors import ApiFault, denied, invalid, no_route, quota_exceeded, unauthenticated, untyped
from .kinds import Answer, Body, Call, Kind, Place, is_true
from .paging import page
from .products import account
from .routes import Catalog, Endpoint, Route, route
from .store import ORGANIZATION, Entry, Store

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
# What only says which part of a list is wanted, and what says in which order, too.
CUTTING = ("page", "per_page", "page_size", "page_token")
PAGING = (*CUTTING, "order", "order_by")


class Reply(NamedTuple):
    status: int
    body: bytes
    headers: dict[str, str]


def handle(store: Store, method: str, path: str, query: dict[str, str], token: str | None, content: bytes) -> Reply:
    """Answer a request. Raises ApiFault for what the API refuses."""
    if method != "GET":
        store.lists.clear()
    found = route(path)
    login = isinstance(found, Route) and found.kind is account.TOKEN and method == "POST" and not found.ident
    if not login:
        _authenticate(store, token, found, method)
    if isinstance(found, Endpoint):
        return _part(found.answer(store, found.place, _call(method, (), content, found.place, query)))
    if isinstance(found, Catalog):
        if method != "GET":
            raise no_route(method, path)
        return _catalog(store, found, query)
    if found is None:
        raise no_route(method, path)
    kind, place, ident, part, rest = found
    update = kind.classic_update if place.classic else "PATCH"
    if not part and method not in kind.methods and not (place.classic and method == update):
        raise no_route(method, path)
    if not ident:
        if method == "GET":
            body, headers = page(kind, _listed(store, kind, place, query), query, place.classic)
            return Reply(200, body, headers)
        if method == "POST":
            return _create(store, kind, place, _parsed(content), path)
        raise no_route(method, path)
    if part:
        call = _call(method, rest, content, place, query)
        kind.implied(store, place, ident, part, call)
        return _part(kind.parts[part](store, _entry(store, kind, place, ident), call))
    entry = _entry(store, kind, place, ident)
    if method == "GET":
        kind.may_be_read(store, entry)
        return Reply(200, _one(kind, entry, place), {})
    if method == update or (method == "PUT" and not place.classic):
        return _change(store, entry, place, _parsed(content))
    if method == "DELETE":
        kind.may_go(store, entry)
        return _delete(store, entry, place, query)
    raise no_route(method, path)


def _authenticate(store: Store, token: str | None, found: Route | Catalog | Endpoint | None, method: str) -> None:
    if not token or not account.is_valid(store, token):
        raise unauthenticated(bool(token))
    refused = store.refused.get(token, set())
    resource = found.kind.resource if isinstance(found, Route) else "unknown"
    if "*" in refused or resource in refused:
        raise denied(resource, "read" if method == "GET" else "write")


def _listed(store: Store, kind: Kind, place: Place, query: dict[str, str]) -> list[Entry]:
    """All that a list has, kept for its next page while nothing changes and nothing is about to."""
    asked = (kind.key, place, tuple(item for item in query.items() if item[0] not in CUTTING))
    found = store.lists.get(asked)
    if found is None:
        found = _filtered(store, kind, place, query)
        if all(entry.is_settled for entry in store.entries(kind, place.locality)):
            store.lists[asked] = found
    return found


def _filtered(store: Store, kind: Kind, place: Place, query: dict[str, str]) -> list[Entry]:
    entries = list(store.entries(kind, place.locality))
    for name, value in place.parents:
        entries = [entry for entry in entries if entry.data[name] == value]
    for name, value in query.items():
        if not value or name in PAGING:
            continue
        if name in kind.substring_filters:
            entries = [entry for entry in entries if value in str(entry.data.get(name) or "")]
        elif name in kind.exact_filters:
            # Some do not show whose they are: there is one organization here.
            absent = ORGANIZATION if name == "organization_id" else None
            entries = [entry for entry in entries if is_asked_for(entry.data.get(name, absent), value)]
        elif name in kind.filters:
            fits, values = kind.filters[name], value.split(",")
            entries = [entry for entry in entries if fits(entry.data, values)]
        elif name == "tags":
            wanted = set(value.split(","))
            entries = [entry for entry in entries if wanted <= set(entry.data.get("tags") or [])]
    if query.get("order") == "creation_date_asc" or query.get("order_by") == "created_at_asc":
        entries.sort(key=lambda entry: str(entry.data.get("creation_date") or entry.data.get("created_at")))
    return entries


def is_asked_for(value: Any, text: str) -> bool:
    """Whether a value is the one that a query asks for: clients write true in their own ways."""
    return value == is_true(text) if isinstance(value, bool) else str(value) == text


def _entry(store: Store, kind: Kind, place: Place, ident: str) -> Entry:
    ident = kind.ident(store, place, ident)
    if kind.uuids and not UUID.fullmatch(ident):
        raise invalid({f"{kind.one}_id": ("format", "value must be a valid UUID")})
    entry = store.find(kind, place.locality, ident.lower() if kind.uuids else ident)
    if entry is None or any(entry.data[name] != value for name, value in place.parents):
        raise untyped(404, kind.missing) if kind.missing else kind.absent(kind.resource, ident)
    return entry


def _create(store: Store, kind: Kind, place: Place, body: Body, path: str) -> Reply:
    _check_types(kind, body)
    missing = [name for name, field in kind.fields.items() if field.required and body.get(name) in (None, "")]
    if missing:
        raise invalid(dict.fromkeys(missing, ("required", "required key not provided")))
    kind.check(store, place, body)
    quota = store.quotas.get(kind.resource)
    if quota is not None and store.count(kind) >= quota:
        raise quota_exceeded(kind.resource, quota, store.count(kind))
    entry = store.add(
        kind, place.locality, {"id": store.new_id(), **dict(place.parents), **kind.new(store, place, body)}
    )
    kind.made(store, place, entry, body)
    headers = {"Location": f"{path.rstrip('/')}/{entry.data['id']}"} if kind.located else {}
    answer = _one(replace(kind, wrapped=True) if kind.wrapped_once else kind, entry, place)
    more = kind.also(store, entry)
    if more:
        answer = answer[:-1] + b"," + orjson.dumps(more)[1:]
    return Reply(201 if place.classic else kind.created, answer, headers)


def _change(store: Store, entry: Entry, place: Place, body: Body) -> Reply:
    kind = entry.kind
    if kind is account.TOKEN:
        entry.change(account.extended(store, entry.data))
        return Reply(200, _one(kind, entry, place), {})
    _check_types(kind, body)
    change = {
        name: value
        for name, value in body.items()
        if name in kind.fields and kind.fields[name].update and (value is not None or kind.nulls)
    }
    kind.may_change(store, entry, change)
    if change:
        now = {"modification_date": store.clock.text(), "updated_at": store.clock.zulu()}
        entry.change({**change, **{name: text for name, text in now.items() if name in entry.data}})
    return Reply(200, _one(kind, entry, place), {})


def _delete(store: Store, entry: Entry, place: Place, query: dict[str, str]) -> Reply:
    kind = entry.kind

    def end() -> None:
        store.remove(entry)
        kind.gone(store, entry)

    if kind.delete is not None:
        kind.delete(store, entry, query)
    elif kind.leaves_as:
        entry.change(dict(kind.leaves_as))
        store.soon(entry, kind.leaves_after, end)
    else:
        end()
    return Reply(204, b"", {}) if kind.deleted == 204 else Reply(kind.deleted, _one(kind, entry, place), {})


def _check_types(kind: Kind, body: Body) -> None:
    problems = {}
    for name, field in kind.fields.items():
        value = body.get(name)
        if value is None:
            continue
        if not isinstance(value, field.kind) or (field.kind is int and isinstance(value, bool)):
            problems[name] = ("format", f"must be {field.kind.__name__}")
        elif field.choices and value not in field.choices:
            problems[name] = ("constraint", f"must be one of {', '.join(field.choices)}")
    if problems:
        raise invalid(problems)


def _catalog(store: Store, found: Catalog, query: dict[str, str]) -> Reply:
    """A list of what there is to choose from; instance/v1 pages through dicts, too (findings, section 2)."""
    many, items = found.answer(store, found.place, query)
    if isinstance(items, dict):
        size, number = int(query.get("per_page") or 50), int(query.get("page") or 1)
        names = list(items)[(number - 1) * size : number * size]
        headers = {"X-Total-Count": str(len(items))}
        return Reply(200, orjson.dumps({many: {name: items[name] for name in names}}), headers)
    size, number = int(query.get("page_size") or 20), int(query.get("page") or 1)
    page_items = items[(number - 1) * size : number * size]
    return Reply(200, orjson.dumps({many: page_items, "total_count": len(items)}), {})


def _call(method: str, rest: tuple[str, ...], content: bytes, place: Place, query: dict[str, str]) -> Call:
    try:
        body = _parsed(content)
    except ApiFault:
        body = {}
    return Call(method, rest, body, content, place, query)


def _part(answer: Answer) -> Reply:
    headers = dict(answer.headers)
    if isinstance(answer.body, str):
        return Reply(answer.status, answer.body.encode(), {"Content-Type": "text/plain", **headers})
    return Reply(answer.status, b"" if answer.body is None else orjson.dumps(answer.body), headers)


def _one(kind: Kind, entry: Entry, place: Place) -> bytes:
    raw = entry.raw(place.classic)
    return b'{"' + kind.one.encode() + b'":' + raw + b"}" if kind.wrapped else raw


def _parsed(content: bytes) -> dict[str, Any]:
    if not content:
        return {}
    try:
        body = orjson.loads(content)
    except orjson.JSONDecodeError:
        raise invalid({"body": ("format", "the body is no JSON")}) from None
    if not isinstance(body, dict):
        raise invalid({"body": ("format", "the body must be an object")})
    return body
