# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever an answer holds, only our own errors come out; whatever a URL looks like, the token goes to one origin only."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from urllib3.util import parse_url

from ansible_collections.community.scaleway.plugins.module_utils._compare import same
from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._errors import ScalewayError, api_error
from ansible_collections.community.scaleway.plugins.module_utils._module import Module, execute
from ansible_collections.community.scaleway.plugins.module_utils._paging import list_all
from ansible_collections.community.scaleway.plugins.module_utils._redact import Redactor
from ansible_collections.community.scaleway.plugins.module_utils._urls import same_origin

from .conftest import Reply, Scripted

URL = "https://api.example.com/things"
Make = Callable[..., Scripted]
SOME = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(max_size=20) | st.sampled_from(["{{ 1 }}", "\x00\x1b[31m", "x" * 10_000, "type", "message", "id"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT
KEYS = (
    st.sampled_from(["things", "total_count", "next_page_token", "id", "type", "message", "fields", "details"]) | TEXT
)
JSON = st.recursive(
    SCALARS, lambda some: st.lists(some, max_size=3) | st.dictionaries(KEYS, some, max_size=5), max_leaves=12
)
ELEMENTS = st.lists(JSON | st.fixed_dictionaries({"id": st.integers(0, 3) | TEXT}), max_size=4)
COUNTS = st.integers() | st.sampled_from(["", "0", "-1", "1000000000", "9" * 30, "many", "1e9"])
LINKS = st.sampled_from(
    ["", "<", "<>; rel=next", '</things?page=2>; rel="next"', '</things?page=-1>; rel="next"', "<//[>"]
)


@SOME
@given(body=JSON, count=COUNTS, link=LINKS)
def test_a_list_is_read_or_refused(scripted: Make, body: Any, count: Any, link: str) -> None:
    headers = {"X-Total-Count": str(count), "Link": link}
    client, script, _slept = scripted(serve=lambda _request: Reply(body, headers=headers))
    try:
        assert isinstance(list_all(client, URL, "things"), list)
    except ScalewayError as error:
        json.dumps(error.result())
    assert len(script.sent) < 1000


@SOME
@given(elements=ELEMENTS, total=COUNTS, token=st.none() | TEXT)
def test_a_count_that_lies_ends(scripted: Make, elements: list[Any], total: Any, token: Any) -> None:
    body = {"things": elements, "total_count": total, "next_page_token": token}
    client, script, _slept = scripted(serve=lambda _request: Reply(body))
    try:
        found = list_all(client, URL, "things")
        assert len(found) <= len(elements)
    except ScalewayError:
        pass
    assert len(script.sent) < 1000


@SOME
@given(
    content=st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()[:-1]),
    status=st.integers(200, 599),
)
def test_any_body_is_an_answer_or_an_error(scripted: Make, content: bytes, status: int) -> None:
    client, _script, _slept = scripted(serve=lambda _request: Reply(raw=content, status=status))
    try:
        client.request("GET", URL)
    except ScalewayError as error:
        json.dumps(error.result())


@SOME
@given(status=st.integers(400, 599), body=JSON)
def test_any_error_body_is_an_error_that_can_be_told(status: int, body: Any) -> None:
    result = api_error("GET", URL, status, body).result()
    assert json.dumps(result)
    assert result["error"]["status"] == status


@SOME
@given(wanted=JSON, current=JSON)
def test_anything_can_be_compared_and_masked(wanted: Any, current: Any) -> None:
    assert same(wanted, wanted)
    assert same(wanted, current) in (True, False)
    json.dumps(Redactor(["secret-token"]).data(current))


HOSTS = st.sampled_from(
    ["api.example.com", "evil.example.org", "[::1]", "127.0.0.1", "API.EXAMPLE.COM", "api.example.com."]
)
USERS = st.sampled_from(["", "api.example.com@", "a:b@", "api.example.com:443@", "api.example.com%40"])
ODDITIES = st.sampled_from(
    ["", "\\", "/", "@evil.example.org", "#@evil.example.org", "?@evil.example.org", ":443", ":444", ":0", "\t", " "]
)


@settings(max_examples=300, deadline=None)
@given(
    scheme=st.sampled_from(["https:", "HTTPS:", "http:", "", "https:https:"]),
    slashes=st.sampled_from(["//", "/", "\\\\", "///", ""]),
    user=USERS,
    host=HOSTS,
    odd=ODDITIES,
    path=st.sampled_from(["", "/things", "//evil.example.org/", "/..//evil.example.org"]),
)
def test_a_url_is_of_our_origin_only_when_the_request_would_go_there(
    scheme: str, slashes: str, user: str, host: str, odd: str, path: str
) -> None:
    url = scheme + slashes + user + host + odd + path
    if same_origin(URL, url):
        target = parse_url(url)
        assert (target.scheme, (target.host or "").rstrip("."), target.port or 443) == (
            "https",
            "api.example.com",
            443,
        ), url


@pytest.mark.parametrize("depth", [100, 500, 900])
def test_deep_answers_fail_in_words(depth: int) -> None:
    deep: list[Any] = []
    for _level in range(depth):
        deep = [deep]
    secrets = {"a-secret-of-some-length"}
    result = execute(Module({}, None, alone=lambda _context: {"deep": deep}), Context({}, secrets=secrets), diff=False)
    assert result == {"deep": deep} if depth == 100 else "deep" in result or "nested" in result["msg"]
