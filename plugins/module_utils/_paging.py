# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Reading whole lists, whichever way a product cuts them into pages.

Page 1 says how many there are (``X-Total-Count``, ``total_count``), the others are fetched at once. Without a count the
``Link`` header or ``next_page_token`` lead on; without any mark the answer is the whole list. A list that changed while
it was read is read again: an element is neither lost nor repeated silently.
"""

from __future__ import annotations

import re
import typing as t
from concurrent.futures import ThreadPoolExecutor

from ._client import Answer, Client
from ._endpoints import PAGE_SIZE
from ._errors import BadAnswer
from ._urls import without_credentials

READINGS = 3  # of a list that changes meanwhile
MOST_PAGES = 100_000
Item = t.Any
Query = t.Mapping[str, t.Any]


class Page(t.NamedTuple):
    """``total`` is the number of elements of the whole list, ``following`` the number or the token of the next page;
    each None when the page does not say."""

    items: t.List[Item]
    total: t.Optional[int]
    following: t.Optional[t.Union[int, str]]


def list_all(
    client: Client,
    url: str,
    key: str,
    query: t.Optional[Query] = None,
    size_name: str = "page_size",
    warn: t.Optional[t.Callable[[str], None]] = None,
) -> t.List[Item]:
    """All elements under ``key`` of a list. A map (instance products) gives its ``(name, value)`` pairs.

    Raises :class:`~._errors.BadAnswer` when an answer is no list. ``warn`` is told when the list never stood still.
    """
    wanted = dict(query or {})
    wanted.setdefault(size_name, PAGE_SIZE)
    wanted.pop("page", None)  # all pages are read, whichever a user asked for
    previous: t.Optional[t.List[t.Any]] = None
    for _reading in range(READINGS):
        items, whole = _read(client, url, key, wanted)
        if whole:
            return items
        identities = sorted(_identity(item) for item in items)
        if identities == previous:
            # The same twice: the list stands still and its count is wrong, as some products' is (findings, section 2).
            return items
        previous = identities
    if warn is not None:
        warn(f"The list {without_credentials(url)} changed each time it was read: it may lack elements.")
    return items


def _read(client: Client, url: str, key: str, query: t.Dict[str, t.Any]) -> t.Tuple[t.List[Item], bool]:
    """One reading: the elements without repetitions, and whether all that was announced came."""
    first = _page(client, url, key, query, 1)
    pages = [first]
    if isinstance(first.following, str):  # a token is the only way on, whether or not there is a count
        pages += _read_linked(client, url, key, query, first.following)
    elif first.total is not None:
        size = len(first.items)
        if size and first.total > size:
            pages += _read_numbered(client, url, key, query, first, -(-first.total // size))
    elif first.following is not None:
        pages += _read_linked(client, url, key, query, first.following)
    unique: t.Dict[str, Item] = {}
    count = 0
    for page in pages:
        for item in page.items:
            unique.setdefault(_identity(item), item)
            count += 1
    totals = {page.total for page in pages if page.total is not None}
    whole = count == len(unique) and totals <= {count}
    return list(unique.values()), whole


def _read_numbered(client: Client, url: str, key: str, query: Query, first: Page, last: int) -> t.List[Page]:
    """Pages 2 to ``last``, several at once. A batch with an empty page, or with nothing new, is the end, whatever the
    count promised."""
    pages: t.List[Page] = []
    seen = {_identity(item) for item in first.items}
    number = 2
    if last == 2:
        return [_page(client, url, key, query, 2)]
    with ThreadPoolExecutor(max_workers=min(client.connections, last - 1)) as pool:
        while number <= min(last, MOST_PAGES):
            batch = range(number, min(number + 4 * client.connections, last + 1))
            fetched = list(pool.map(lambda page: _page(client, url, key, query, page), batch))
            pages += fetched
            number = batch.stop
            if number > last:
                break
            new = {_identity(item) for page in fetched for item in page.items} - seen
            if not new or not all(page.items for page in fetched):
                break
            seen |= new
    return pages


def _read_linked(
    client: Client, url: str, key: str, query: Query, following: t.Optional[t.Union[int, str]]
) -> t.List[Page]:
    pages: t.List[Page] = []
    seen: t.Set[t.Union[int, str]] = {1}
    while following is not None:
        if following in seen or len(seen) > MOST_PAGES:
            raise BadAnswer(
                f"GET {without_credentials(url)}: the pages lead round in a circle at {following!r}.", "GET", url
            )
        seen.add(following)
        pages.append(_page(client, url, key, query, following))
        following = pages[-1].following
    return pages


def _page(client: Client, url: str, key: str, query: Query, which: t.Union[int, str]) -> Page:
    marked = dict(query)
    if isinstance(which, str):
        marked["page_token"] = which
    elif which > 1:
        marked["page"] = which
    answer = client.request("GET", url, marked)
    items = _items(answer, key)
    return Page(items, _total(answer), _following(client, answer))


def _items(answer: Answer, key: str) -> t.List[Item]:
    found = answer.data.get(key) if isinstance(answer.data, dict) else None
    if isinstance(found, dict):
        return list(found.items())
    if found is None and isinstance(answer.data, dict) and answer.data.get("total_count") == 0:
        return []
    if not isinstance(found, list):
        url = without_credentials(answer.url)
        raise BadAnswer(f"GET {url} answered without the list {key!r} that belongs there.", "GET", url)
    return found


def _total(answer: Answer) -> t.Optional[int]:
    told: t.Any = answer.headers.get("X-Total-Count")
    if told is None and isinstance(answer.data, dict):
        told = answer.data.get("total_count")
    if isinstance(told, bool) or not isinstance(told, (int, str)) or not re.fullmatch(r"[0-9]{1,18}", str(told)):
        return None
    return int(told)


def _following(client: Client, answer: Answer) -> t.Optional[t.Union[int, str]]:
    """The next page, as far as the answer names one. Every URL in ``Link`` must be of the request's origin."""
    following: t.Optional[t.Union[int, str]] = None
    for target, relation in re.findall(r'<([^>]*)>\s*;[^,]*?rel="?([a-z]+)"?', answer.headers.get("Link", "")):
        client.check_origin(answer, target)
        number = re.search(r"[?&]page=([0-9]{1,9})(?:&|$)", target)
        if relation == "next" and number:
            following = int(number.group(1))
    token = answer.data.get("next_page_token") if isinstance(answer.data, dict) else None
    return token if isinstance(token, str) and token else following


def _identity(item: Item) -> str:
    """What makes an element itself: its id, the name of a pair, else all of it."""
    if isinstance(item, dict) and isinstance(item.get("id"), (str, int)):
        return str(item["id"])
    return repr(item[0]) if isinstance(item, tuple) else repr(item)
