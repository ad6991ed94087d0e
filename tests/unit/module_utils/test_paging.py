# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from ansible_collections.community.scaleway.plugins.module_utils._errors import BadAnswer, ForeignOrigin
from ansible_collections.community.scaleway.plugins.module_utils._paging import list_all

from .conftest import Reply, Scripted

URL = "https://api.example.com/things"
Make = Callable[..., Scripted]


def things(first: int, last: int) -> list[dict[str, Any]]:
    return [{"id": str(number)} for number in range(first, last)]


def server(items: list[Any], largest: int = 100, mark: str = "header") -> Callable[[requests.PreparedRequest], Reply]:
    """An API that cuts ``items`` into pages."""

    def serve(request: requests.PreparedRequest) -> Reply:
        query = {name: values[0] for name, values in parse_qs(urlsplit(str(request.url)).query).items()}
        size = min(int(query.get("per_page") or query.get("page_size") or 50), largest)
        start = int(query["page_token"]) if "page_token" in query else (int(query.get("page", 1)) - 1) * size
        body: dict[str, Any] = {"things": items[start : start + size]}
        headers: dict[str, str] = {}
        if mark == "header":
            headers["X-Total-Count"] = str(len(items))
        elif mark == "body":
            body["total_count"] = len(items)
        elif mark == "link" and start + size < len(items):
            headers["Link"] = (
                f'</things?page={start // size + 2}&per_page={size}&>; rel="next",</things?page=9>; rel="last"'
            )
        elif mark == "token" and start + size < len(items):
            body["next_page_token"] = str(start + size)
        return Reply(body, headers=headers)

    return serve


@pytest.mark.parametrize("mark", ["header", "body", "link", "token"])
@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 1234])
def test_every_element_once_whatever_the_style(scripted: Make, mark: str, count: int) -> None:
    client, script, _slept = scripted(serve=server(things(0, count), mark=mark))
    found = list_all(client, URL, "things", size_name="per_page")
    assert sorted(int(item["id"]) for item in found) == list(range(count))
    assert len(script.sent) == max(1, -(-count // 100))


def test_a_token_leads_on_where_there_is_a_count_too(scripted: Make) -> None:
    by_token = server(things(0, 250), mark="token")

    def serve(request: requests.PreparedRequest) -> Reply:
        reply = by_token(request)
        assert "page=" not in str(request.url)
        return reply._replace(data=dict(reply.data, total_count=250))

    client, script, _slept = scripted(serve=serve)
    assert len(list_all(client, URL, "things")) == 250
    assert len(script.sent) == 3


def test_pages_are_fetched_in_batches_to_the_last(scripted: Make) -> None:
    client, script, _slept = scripted(serve=server(things(0, 100), largest=5))
    client.connections = 2
    assert len(list_all(client, URL, "things")) == 100
    assert len(script.sent) == 20


def test_smaller_pages_than_asked_for(scripted: Make) -> None:
    client, script, _slept = scripted(serve=server(things(0, 95), largest=20))
    assert len(list_all(client, URL, "things")) == 95
    assert len(script.sent) == 5


def test_without_a_mark_there_is_one_page(scripted: Make) -> None:
    client, script, _slept = scripted(serve=server(things(0, 300), mark="none"))
    assert len(list_all(client, URL, "things")) == 100
    assert len(script.sent) == 1


def test_filters_are_sent_with_every_page(scripted: Make) -> None:
    client, script, _slept = scripted(serve=server(things(0, 250)))
    list_all(client, URL, "things", {"name": "a b"}, "per_page")
    assert all("name=a+b" in line and "per_page=100" in line for line in script.lines)


def test_a_map_gives_pairs(scripted: Make) -> None:
    client, _script, _slept = scripted(Reply({"servers": {"DEV1-S": {"ncpus": 2}}}, headers={"X-Total-Count": "1"}))
    assert list_all(client, URL, "servers") == [("DEV1-S", {"ncpus": 2})]


def test_a_list_that_shrinks_is_read_again(scripted: Make) -> None:
    items = things(0, 150)
    pages = server(items)
    calls = []

    def serve(request: requests.PreparedRequest) -> Reply:
        reply = pages(request)
        calls.append(request)
        if len(calls) == 1:
            del items[0]  # number 100 moves to the first page, which was read already
        return reply

    client, script, _slept = scripted(serve=serve)
    found = list_all(client, URL, "things")
    assert sorted(int(item["id"]) for item in found) == list(range(1, 150))
    assert len(script.sent) == 4


def test_a_list_that_grows_repeats_nothing(scripted: Make) -> None:
    items = things(1, 151)
    pages = server(items)
    calls = []

    def serve(request: requests.PreparedRequest) -> Reply:
        reply = pages(request)
        calls.append(request)
        if len(calls) == 1:
            items.insert(0, {"id": "0"})
        return reply

    client, _script, _slept = scripted(serve=serve)
    found = [int(item["id"]) for item in list_all(client, URL, "things")]
    assert sorted(found) == list(range(151))


def test_a_list_that_never_stands_still_warns(scripted: Make) -> None:
    items = things(0, 150)
    pages = server(items)

    def serve(request: requests.PreparedRequest) -> Reply:
        reply = pages(request)
        items.pop(0)
        return reply

    client, _script, _slept = scripted(serve=serve)
    told: list[str] = []
    found = list_all(client, URL, "things", warn=told.append)
    assert len({item["id"] for item in found}) == len(found)
    assert len(told) == 1
    assert "changed each time" in told[0]


@pytest.mark.parametrize("total", ["12", "0", "1000000000", "-3", "many", "1" * 30])
def test_a_wrong_count_is_not_believed(scripted: Make, total: str) -> None:
    """As webhosting's offers, whose second page repeats the first, and worse."""

    def serve(request: requests.PreparedRequest) -> Reply:
        page = parse_qs(urlsplit(str(request.url)).query).get("page", ["1"])[0]
        return Reply({"things": things(0, 8) if page in ("1", "2") else []}, headers={"X-Total-Count": total})

    client, script, _slept = scripted(serve=serve)
    told: list[str] = []
    assert len(list_all(client, URL, "things", warn=told.append)) == 8
    assert told == []
    assert len(script.sent) < 300


def test_a_list_that_knows_no_pages_is_not_read_for_ever(scripted: Make) -> None:
    """A billion announced, and every page is the first again."""
    client, script, _slept = scripted(
        serve=lambda request: Reply({"things": things(0, 8)}, headers={"X-Total-Count": "1000000000"})
    )
    assert len(list_all(client, URL, "things")) == 8
    assert len(script.sent) < 300


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/things?page=2",
        "//evil.example/things?page=2",
        "http://api.example.com/things?page=2",
        "https://api.example.com:444/things?page=2",
        "https://api.example.com@evil.example/things?page=2",
        "https://api.example.com.evil.example/things?page=2",
        "https://[::1]/things?page=2",
        "https://[bad/things?page=2",
        "javascript:alert(1)",
    ],
)
def test_a_link_to_another_origin_is_refused(scripted: Make, link: str) -> None:
    client, script, _slept = scripted(Reply({"things": things(0, 1)}, headers={"Link": f'<{link}>; rel="next"'}))
    with pytest.raises(ForeignOrigin):
        list_all(client, URL, "things")
    assert len(script.sent) == 1


@pytest.mark.parametrize("link", ["HTTPS://API.EXAMPLE.COM:443/things?page=2", "/things?page=2", "?page=2"])
def test_a_link_to_the_same_origin_is_followed(scripted: Make, link: str) -> None:
    client, script, _slept = scripted(
        Reply({"things": things(0, 1)}, headers={"Link": f'<{link}>; rel="next"'}), Reply({"things": things(1, 2)})
    )
    assert len(list_all(client, URL, "things")) == 2
    assert script.lines[1] == "GET /things?page_size=100&page=2"


@pytest.mark.parametrize("loop", [{"Link": '</things?page=2>; rel="next"'}, {"Link": '</things?page=1>; rel="next"'}])
def test_pages_in_a_circle_end(scripted: Make, loop: dict[str, str]) -> None:
    client, _script, _slept = scripted(serve=lambda request: Reply({"things": things(0, 1)}, headers=loop))
    with pytest.raises(BadAnswer, match="circle"):
        list_all(client, URL, "things")


def test_tokens_in_a_circle_end(scripted: Make) -> None:
    client, _script, _slept = scripted(serve=lambda request: Reply({"things": [], "next_page_token": "again"}))
    with pytest.raises(BadAnswer, match="circle"):
        list_all(client, URL, "things")


@pytest.mark.parametrize("data", [[], "text", {}, {"things": None}, {"things": "x"}, {"others": []}])
def test_an_answer_without_the_list_is_told(scripted: Make, data: Any) -> None:
    client, _script, _slept = scripted(Reply(data))
    with pytest.raises(BadAnswer, match="without the list 'things'"):
        list_all(client, URL, "things")
