# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Lists, and one resource at its place in the API: which requests they send, what they make of the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from ansible_collections.community.scaleway.plugins.module_utils._api import ResourceApi
from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._errors import (
    BadAnswer,
    InvalidInput,
    PermissionDenied,
)
from ansible_collections.community.scaleway.plugins.module_utils._info import info
from ansible_collections.community.scaleway.plugins.module_utils._locality import CLASSIC_ZONES, REGIONS, ZONES
from ansible_collections.community.scaleway.plugins.module_utils._resource import Request, Resource

from .conftest import Reply, Scripted

Make = Callable[..., Scripted]
PROJECT = "22222222-2222-4222-8222-222222222222"
IDENT = "abcdefab-2222-4222-8222-222222222222"
THING = Resource(product="things", version="v1", path="things", one="thing", many="things")


def look(scripted: Make, resource: Resource, params: dict[str, Any], *replies: Reply, **more: Any) -> Any:
    """The result of a list, and the script that answered it."""
    options = {name: value for name, value in params.items() if name in ("project", "organization")}
    client, script, _slept = scripted(*replies, **options, **more)
    return info(client, resource, Context(params, environment={})), script


def listed(*names: str) -> Reply:
    return Reply({"things": [{"id": name, "name": name} for name in names]})


def test_the_default_project_does_not_narrow_the_list(scripted: Make) -> None:
    client, script, _slept = scripted(listed("a", "b"))
    client.settings = replace(client.settings, project=PROJECT)
    result = info(client, THING, Context({}, environment={}))
    assert result == {"changed": False, "things": [{"id": "a", "name": "a"}, {"id": "b", "name": "b"}]}
    assert script.lines == ["GET /things/v1/zones/fr-par-1/things?page_size=100"]


def test_no_match_is_an_empty_list(scripted: Make) -> None:
    assert look(scripted, THING, {"name": "a"}, listed("ab"))[0]["things"] == []


@pytest.mark.parametrize(("match", "names"), [("exact", ["web"]), ("contains", ["web", "web-1", "old-web"])])
def test_names_match_exactly_unless_a_part_is_asked_for(scripted: Make, match: str, names: list[str]) -> None:
    reply = listed("web", "web-1", "old-web", "WEB")
    result, script = look(scripted, THING, {"name": "web", "name_match": match}, reply)
    assert [item["name"] for item in result["things"]] == names
    assert "name=web" in script.lines[0]


def test_what_says_which_one_is_meant_narrows_the_list_where_the_api_does_not(scripted: Make) -> None:
    replies = Reply({"things": [{"id": f"id-{size}", "name": "a", "size": size} for size in (1, 2, 3)]})
    result, _script = look(scripted, replace(THING, identity=("name", "size")), {"size": 2, "name": "a"}, replies)
    assert [item["id"] for item in result["things"]] == ["id-2"]


def test_all_tags_must_be_there(scripted: Make) -> None:
    items = [{"id": "1", "tags": ["a", "b", "c"]}, {"id": "2", "tags": ["a"]}, {"id": "3", "tags": None}]
    result, script = look(scripted, THING, {"tags": ["b", "a"]}, Reply({"things": items}))
    assert [item["id"] for item in result["things"]] == ["1"]
    assert "tags=b&tags=a" in script.lines[0]


def test_instances_take_tags_in_one_value(scripted: Make) -> None:
    _result, script = look(scripted, replace(THING, product="instance"), {"tags": ["b", "a"]}, listed())
    assert "tags=b%2Ca" in script.lines[0]
    assert "per_page=100" in script.lines[0]


@pytest.mark.parametrize(
    ("product", "params", "query"),
    [
        ("things", {"project": PROJECT}, ("project_id", PROJECT)),
        ("instance", {"project": PROJECT}, ("project", PROJECT)),
        ("things", {"organization": PROJECT}, ("organization_id", PROJECT)),
        ("instance", {"organization": PROJECT}, ("organization", PROJECT)),
    ],
)
def test_a_project_that_is_asked_for_narrows_the_list(
    scripted: Make, product: str, params: dict[str, str], query: tuple[str, str]
) -> None:
    _result, script = look(scripted, replace(THING, product=product), params, listed())
    assert query in parse_qsl(urlsplit(script.lines[0]).query)


def test_further_query_parameters_are_sent_as_they_are(scripted: Make) -> None:
    _result, script = look(scripted, THING, {"query_parameters": {"order_by": "name_asc", "page_size": 7}}, listed())
    assert script.lines == ["GET /things/v1/zones/fr-par-1/things?order_by=name_asc&page_size=7"]


@pytest.mark.parametrize(("scope", "places"), [("zone", ZONES), ("region", REGIONS)])
def test_all_places_are_looked_in_and_those_without_the_product_are_skipped(
    scripted: Make, scope: str, places: tuple[str, ...]
) -> None:
    def serve(request: requests.PreparedRequest) -> Reply:
        place = str(request.url).split("/")[6]
        return Reply({"message": "Not Found"}, 404) if place == places[1] else listed(place)

    result, script = look(scripted, replace(THING, scope=scope), {scope: "all"}, serve=serve)
    assert [item["id"] for item in result["things"]] == [place for place in places if place != places[1]]
    assert len(script.sent) == len(places)


def test_all_zones_of_the_classic_generation_are_two(scripted: Make) -> None:
    resource = replace(THING, product="instance", generations=("classic",))

    def serve(request: requests.PreparedRequest) -> Reply:
        return listed(str(urlsplit(str(request.url)).hostname))

    result, _script = look(scripted, resource, {"zone": "all"}, serve=serve, api_generation="classic")
    assert [item["id"] for item in result["things"]] == ["cp-par1.scaleway.com", "cp-ams1.scaleway.com"]
    assert len(CLASSIC_ZONES) == 2


def test_another_failure_in_one_of_all_places_is_not_an_empty_place(scripted: Make) -> None:
    def serve(request: requests.PreparedRequest) -> Reply:
        denied = Reply({"type": "permissions_denied", "message": "insufficient permissions"}, 403)
        return denied if "nl-ams-2" in str(request.url) else listed("a")

    with pytest.raises(PermissionDenied, match="nl-ams-2"):
        look(scripted, THING, {"zone": "all"}, serve=serve)


def test_a_single_place_without_the_product_is_an_error(scripted: Make) -> None:
    with pytest.raises(Exception, match="HTTP 404"):
        look(scripted, THING, {}, Reply({"message": "Not Found"}, 404))


def test_a_global_list_has_no_place(scripted: Make) -> None:
    _result, script = look(scripted, replace(THING, scope="global"), {"zone": "all"}, listed())
    assert script.lines == ["GET /things/v1/things?page_size=100"]


@pytest.mark.parametrize(("status", "count"), [(200, 1), (404, 0)])
def test_by_id_there_is_one_or_none(scripted: Make, status: int, count: int) -> None:
    result, script = look(scripted, THING, {"id": IDENT.upper()}, Reply({"id": IDENT}, status))
    assert len(result["things"]) == count
    assert script.lines == [f"GET /things/v1/zones/fr-par-1/things/{IDENT}"]


def test_an_id_that_is_none_is_refused_before_any_request(scripted: Make) -> None:
    with pytest.raises(InvalidInput, match=r"id: '\.\./servers' is no UUID"):
        look(scripted, THING, {"id": "../servers"})


def test_secrets_show_their_last_characters_only(scripted: Make) -> None:
    resource = replace(THING, secret=("key",))
    result, _script = look(scripted, resource, {}, Reply({"things": [{"id": "1", "key": "hunter2hunter2"}]}))
    assert result["things"][0]["key"] == "********ter2"


def test_older_result_keys_hold_the_same_list(scripted: Make) -> None:
    result, _script = look(scripted, replace(THING, legacy_list="scaleway_things"), {}, listed("a"))
    assert result["scaleway_things"] == result["things"] != []


@pytest.mark.parametrize("item", ["text", {"name": "no id"}, None, ["a"]])
def test_elements_that_are_no_resource_are_told(scripted: Make, item: Any) -> None:
    with pytest.raises(BadAnswer, match="an element that is no thing"):
        look(scripted, THING, {}, Reply({"things": [item]}))


# One resource


@pytest.mark.parametrize(
    ("wrapped", "data"),
    [
        (True, {"id": IDENT}),
        (True, {"thing": None}),
        (True, {"thing": []}),
        (False, []),
        (False, "text"),
        (False, {"name": "no id"}),
    ],
)
def test_an_answer_without_the_resource_is_told(scripted: Make, wrapped: bool, data: Any) -> None:
    client, _script, _slept = scripted(Reply(data))
    with pytest.raises(BadAnswer, match="without the thing that belongs there"):
        ResourceApi(client, replace(THING, wrapped=wrapped), {}).get(IDENT)


def test_wrapped_and_empty_answers(scripted: Make) -> None:
    client, script, _slept = scripted(Reply({"thing": {"id": IDENT}}), Reply(status=204))
    api = ResourceApi(client, replace(THING, wrapped=True), {})
    assert api.send(Request("PATCH", (IDENT,), {"name": "b"})) == {"id": IDENT}
    assert api.send(Request("DELETE", (IDENT,))) is None
    assert script.sent[0].body == b'{"name": "b"}'


def test_parents_in_the_path_are_encoded(scripted: Make) -> None:
    client, script, _slept = scripted(listed())
    resource = replace(THING, path="boxes/{box}/things", scope="region")
    ResourceApi(client, resource, {"box": "a/../b?c"}, "nl-ams").list({})
    assert script.lines == ["GET /things/v1/regions/nl-ams/boxes/a%2F..%2Fb%3Fc/things?page_size=100"]
    with pytest.raises(InvalidInput):
        ResourceApi(client, resource, {"box": ".."}).list({})
    with pytest.raises(InvalidInput, match="box must be set: things belong to one"):
        ResourceApi(client, resource, {"box": None}).list({})


def test_what_is_only_listed_is_looked_for_there(scripted: Make) -> None:
    page = Reply(data={"rows": [{"net": "a"}, {"net": "b"}], "total_count": 2})
    client, script, _slept = scripted(page, page)
    api = ResourceApi(client, replace(THING, only_listed=True, list_key="rows", key="net"), {})
    assert api.get("b") == {"net": "b"}
    assert api.get("c") is None
    assert len(script.sent) == 2


def test_what_has_no_key_of_its_own_is_given_one(scripted: Make) -> None:
    def named(item: dict[str, Any]) -> dict[str, Any]:
        return dict(item, whole=f"{item['name']}.net") if "name" in item else item

    client, _script, _slept = scripted(listed("a"), Reply({"name": "b"}), Reply({}))
    api = ResourceApi(client, replace(THING, key="whole", read_as=named), {})
    assert [item["whole"] for item in api.list()] == ["a.net"]
    assert api.send(Request("POST")) == {"name": "b", "whole": "b.net"}
    with pytest.raises(BadAnswer):
        api.send(Request("POST"))


def test_a_generation_without_the_resource_is_refused(scripted: Make) -> None:
    client, script, _slept = scripted(api_generation="classic")
    with pytest.raises(InvalidInput, match=r"things do not exist in the classic generation\. Use current"):
        ResourceApi(client, THING, {})
    assert script.sent == []


def test_what_is_given_once_is_shown_with_what_was_created(scripted: Make) -> None:
    made = Reply({"thing": {"id": IDENT, "name": "a"}, "key": "secret", "more": 1})
    client, _script, _slept = scripted(made, Reply({"id": IDENT, "name": "a"}))
    resource = replace(THING, given_once=("key",))
    api = ResourceApi(client, resource, {})
    item = api.send(Request("POST", (), {"name": "a"}))
    assert item == {"id": IDENT, "name": "a", "key": "secret"}
    assert api.get(IDENT) == {"id": IDENT, "name": "a"}
    assert resource.shown(item) == {"name": "a"}
