# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Cutting lists into pages, in each product's way (api/pagination.md and recordings/findings.md, section 2)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import orjson

from .errors import invalid
from .kinds import Kind
from .store import Entry

DEFAULT_SIZE = 50
LARGEST_SIZE = 100

Answer = tuple[bytes, dict[str, str]]


def page(kind: Kind, entries: Sequence[Entry], query: dict[str, str], classic: bool) -> Answer:
    """Body and headers of one page of a list."""
    style = "per_page" if classic else kind.paging
    if style == "none":
        return wrap(kind, entries, classic), {}
    if style == "token":
        return _token_page(kind, entries, query)
    size = min(_number(query, style, DEFAULT_SIZE), LARGEST_SIZE)
    number = _number(query, "page", 1)
    found = entries[(number - 1) * size : number * size]
    if style == "page_size":
        return wrap(kind, found, classic, f',"total_count":{len(entries)}'.encode()), {}
    headers = {"X-Total-Count": str(len(entries)), "Link": _links(kind, len(entries), number, size, query)}
    return wrap(kind, found, classic), headers


def wrap(kind: Kind, entries: Sequence[Entry], classic: bool, more: bytes = b"") -> bytes:
    listed = kind.listed
    items = b",".join([entry.raw(classic) if listed is None else orjson.dumps(listed(entry.data)) for entry in entries])
    return b'{"' + kind.many.encode() + b'":[' + items + b"]" + more + b"}"


def _token_page(kind: Kind, entries: Sequence[Entry], query: dict[str, str]) -> Answer:
    size = min(_number(query, "page_size", DEFAULT_SIZE), LARGEST_SIZE)
    start = int(query["page_token"]) if query.get("page_token", "").isdigit() else 0
    following = start + size
    more = f'"{following}"' if following < len(entries) else "null"
    return wrap(kind, entries[start:following], False, f',"next_page_token":{more}'.encode()), {}


def _links(kind: Kind, total: int, number: int, size: int, query: dict[str, str]) -> str:
    """Relative to the product, without its prefix, as the API has them; ``page=0`` is the last of an empty list."""
    last = -(-total // size)
    rest = {name: value for name, value in query.items() if name not in ("page", "per_page")}

    def link(page_number: int, relation: str) -> str:
        return f'</{kind.path}?page={page_number}&per_page={size}&{urlencode(rest)}>; rel="{relation}"'

    links = []
    if number > 1:
        links += [link(1, "first"), link(number - 1, "previous")]
    if number < last:
        links.append(link(number + 1, "next"))
    return ",".join([*links, link(last, "last")])


def _number(query: dict[str, str], name: str, default: int) -> int:
    value = query.get(name)
    if not value:
        return default
    if not value.isdigit() or int(value) < 1:
        raise invalid({name: ("constraint", f"{value} is no number above 0")})
    return int(value)
