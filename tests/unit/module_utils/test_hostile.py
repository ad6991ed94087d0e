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
from ansible_collections.community.scaleway.plugins.module_utils._fleet import Wanted, fetch
from ansible_collections.community.scaleway.plugins.module_utils._fleet_choice import Choice
from ansible_collections.community.scaleway.plugins.module_utils._fleet_connection import address_of
from ansible_collections.community.scaleway.plugins.module_utils._fleet_groups import KINDS, groups_of, harmless
from ansible_collections.community.scaleway.plugins.module_utils._fleet_names import unique
from ansible_collections.community.scaleway.plugins.module_utils._fleet_sources import NOTHING, SOURCES
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


FIELDS = sorted(
    {*NOTHING, "ips", "endpoints", "ip", "ipv4", "interfaces", "private_nics", "public_ips", "install", "os"}
)
ITEMS = st.dictionaries(st.sampled_from(FIELDS), JSON | st.lists(JSON, max_size=2), max_size=6)
HOSTILE_LISTS = st.lists(st.builds(lambda item, ident: {**item, "id": ident}, ITEMS, TEXT | st.integers()), max_size=3)


@SOME
@given(
    items=HOSTILE_LISTS | JSON,
    spoiled=st.sampled_from([*SOURCES, "ips", "private-networks", "gateways", "nodes", "projects"]),
)
def test_an_inventory_is_listed_or_says_what_it_lacks(scripted: Make, items: Any, spoiled: str) -> None:
    """One list holds anything, the others are as they should be."""
    source = SOURCES.get(spoiled)
    honest = {"id": "11111111-2222-4333-8444-555555555555", "name": "web", "tags": ["a=b"], "zone": "fr-par-1"}

    def serve(request: Any) -> Reply:
        path = request.path_url.partition("?")[0]
        key = path.rpartition("/")[2].replace("-", "_")
        hit = f"/{source.product}/" in path if source else path.endswith(f"/{spoiled}")
        return Reply({key: items} if hit else {key: [honest], "total_count": 1})

    client, _script, _slept = scripted(serve=serve)
    warnings: list[str] = []
    wanted = Wanted(tuple(SOURCES), ("fr-par-1",), (), Choice(), bastions=True, reverse_names=True)
    try:
        fleet = fetch(client, wanted, warnings.append)
    except ScalewayError as error:
        json.dumps(error.result())
        return
    for host in fleet.hosts:
        groups = groups_of({"account": "", **host}, set(KINDS))
        assert not any(set("{}") & set(harmless(group.name)) for group in groups)
        address_of(host, ["public_ipv4", "private_ipv4", "dns"])
    names = unique([str(host["name"]) for host in fleet.hosts], fleet.hosts, warnings.append)
    assert len(set(names)) == len(fleet.hosts)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b'{"things": [{"id": 1, "size": ' + b"9" * 5000 + b"}]}", "not JSON|ends in the middle"),
        (b'{"things": [{"id": 1, "size": NaN}]}', "not JSON"),
        (b'{"things": [{"id": 1, "size": -Infinity}]}', "not JSON"),
        (b'{"things": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "not JSON"),
        (b'{"things": [], "things": "others"}', "without the list"),
    ],
)
def test_numbers_depths_and_doubles_that_no_api_sends(scripted: Make, raw: bytes, said: str) -> None:
    client, _script, _slept = scripted(serve=lambda _request: Reply(raw=raw), retry_timeout=0)
    with pytest.raises(ScalewayError, match=said):
        list_all(client, URL, "things")


def test_what_a_newer_python_reads_however_deep_ends_in_our_own_error() -> None:
    deep: list[Any] = []
    for _level in range(5000):
        deep = [deep]
    context = Context({}, environment={}, secrets={"whoever asks the API has a secret"})
    result = execute(Module({}, None, alone=lambda context: {"things": deep}), context, diff=True)
    assert result["failed"] is True
    assert result["msg"].startswith("An answer is nested more deeply than anything the API has.")
    json.dumps(result)


def test_large_values_are_kept_as_they_are(scripted: Make) -> None:
    things = [{"id": 2**70, "name": "n" * 1_000_000, "tags": ["{{ 1 + 1 }}", "\x1b[31m"]}, {"id": -1, "id": 3}]  # noqa: F601
    client, _script, _slept = scripted(serve=lambda _request: Reply({"things": things, "total_count": 2}))
    assert list_all(client, URL, "things") == things


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
