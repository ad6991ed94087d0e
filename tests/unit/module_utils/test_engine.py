# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The engine on an API in memory: no HTTP, no Ansible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ansible_collections.community.scaleway.plugins.module_utils import _references
from ansible_collections.community.scaleway.plugins.module_utils._api import ResourceApi
from ansible_collections.community.scaleway.plugins.module_utils._client import Client
from ansible_collections.community.scaleway.plugins.module_utils._compare import same_ignoring_case, same_set
from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._endpoints import Endpoint
from ansible_collections.community.scaleway.plugins.module_utils._errors import (
    AlreadyExists,
    BadAnswer,
    FailedState,
    Immutable,
    InvalidInput,
    NoAnswer,
    NotFound,
    NotUnique,
    PermissionDenied,
    ScalewayError,
    ServerError,
    WaitTimeout,
    api_error,
)
from ansible_collections.community.scaleway.plugins.module_utils._plan import (
    Plan,
    plan_absent,
    plan_parts,
    plan_present,
)
from ansible_collections.community.scaleway.plugins.module_utils._reconcile import reconcile
from ansible_collections.community.scaleway.plugins.module_utils._resource import (
    CREATED,
    ITEM,
    Item,
    Part,
    Request,
    Resource,
    Shown,
    Step,
    act,
    inside,
)
from ansible_collections.community.scaleway.plugins.module_utils._settings import resolve

PROJECT = "22222222-2222-4222-8222-222222222222"
THING = Resource(
    product="things",
    version="v1",
    path="things",
    one="thing",
    many="things",
    fields=("name", "size", "kind", "tags", "settings", "flavour", "password"),
    needed=("name", "size"),
    create_only=("size",),
    write_only=("password",),
    rename={"kind": "thing_type"},
    convert={"size": lambda value, option: int(value)},
    compare={"tags": same_set, "flavour": same_ignoring_case},
    defaults={"tags": [], "thing_type": "plain"},
    status="status",
)


class MemoryApi:
    """What ResourceApi offers, over a list. ``moves`` are the states that an item takes on at each look."""

    def __init__(self, resource: Resource, *items: dict[str, Any], project: str = PROJECT) -> None:
        self.resource = resource
        self.items = list(items)
        self.requests: list[Request] = []
        self.queries: list[Any] = []
        self.errors: list[Exception | None] = []
        self.effect_before_error = False
        self.moves: list[str] = []
        self.locality = "fr-par-1"
        self.url = "https://api.example.com/things"
        self.slept: list[float] = []
        self.client = Client(resolve({"secret_key": "x" * 36, "project": project}, {"HOME": "/nonexistent"}))
        self.client.sleep = self.slept.append
        self.client.now = lambda: sum(self.slept)
        self.owner = Endpoint("things", "v1", "zone", False).owner(self.client.settings)

    def list(self, query: Any = None) -> list[dict[str, Any]]:
        self.queries.append(query)
        return [item for item in self.items if query.get("name", "") in item["name"]]

    def get(self, ident: str) -> dict[str, Any] | None:
        if self.moves:
            move = self.moves.pop(0)
            if move == "unknown":
                return None
            if move == "denied":
                raise api_error("GET", self.url, 403, {"type": "permissions_denied", "message": "no"})
            self.items = [dict(item, status=move) for item in self.items if move != "gone"]
        return next((item for item in self.items if item["id"] == ident), None)

    def again(self, item: dict[str, Any]) -> dict[str, Any] | None:
        return self.get(item["id"])

    def item_in(self, data: Any) -> dict[str, Any] | None:
        return data if isinstance(data, dict) and "id" in data else None

    def send(self, request: Request) -> dict[str, Any] | None:
        return self.act(request)

    def act(self, request: Request) -> dict[str, Any] | None:
        self.requests.append(request)
        error = self.errors.pop(0) if self.errors else None
        if error is not None and not self.effect_before_error:
            raise error
        answer = self._carry_out(request)
        if error is not None:
            raise error
        return answer

    def _carry_out(self, request: Request) -> dict[str, Any] | None:
        if request.method == "POST" and not request.target:
            made = dict(request.body or {}, id=f"new-{len(self.requests)}", status="creating")
            made.pop("password", None)
            self.items.append(made)
            return made
        item = next(item for item in self.items if item["id"] == request.target[0])
        if request.method == "DELETE":
            if not self.moves:
                self.items.remove(item)
            return None
        if len(request.target) > 1:  # an action: its answer is something else, its effect is seen later
            self.acted(item, request)
            return {"task": request.target[1]}
        item.update(request.body or {})
        return item

    def acted(self, item: dict[str, Any], request: Request) -> None:
        item.update(request.body or {})


def run(api: MemoryApi, check: bool = False, **params: Any) -> dict[str, Any]:
    context = Context({"state": "present", "wait": True, **params}, check_mode=check, environment={})
    return reconcile(api, context)  # type: ignore[arg-type]


def thing(name: str = "a", **more: Any) -> dict[str, Any]:
    return {"id": f"id-{name}", "name": name, "project_id": PROJECT, "size": 1, "tags": [], "status": "ready", **more}


def lost(may_still_happen: bool = False) -> NoAnswer:
    return NoAnswer("lost", "POST", "u", True, may_still_happen)


RECREATE = {"recreate": True}


def requests_of(plan: Plan) -> list[Request]:
    return [step for step in plan.requests if isinstance(step, Request)]


def methods(plan: Plan) -> list[str]:
    return [request.method for request in requests_of(plan)]


def bodies(plan: Plan) -> list[Any]:
    return [request.body for request in requests_of(plan)]


# Plans


def test_a_plan_is_data() -> None:
    wanted = {"name": "a", "size": 1, "tags": ["x"]}
    assert plan_present(THING, wanted, None, {"project_id": "p"}) == Plan(
        None,
        {"tags": ["x"], "thing_type": "plain", "project_id": "p", "name": "a", "size": 1},
        (Request("POST", (), {"project_id": "p", "name": "a", "size": 1, "tags": ["x"]}, purpose="create"),),
    )
    current = thing(tags=["y"])
    plan = plan_present(THING, wanted, current, {})
    assert plan == Plan(current, dict(current, tags=["x"]), (Request("PATCH", ("id-a",), {"tags": ["x"]}),))
    assert plan_present(THING, {"name": "a"}, current, {}) == Plan(current, current)
    assert plan_absent(THING, current, {}) == Plan(current, None, (Request("DELETE", ("id-a",), purpose="delete"),))
    assert plan_absent(THING, None, {}) == Plan(None, None)


def test_what_is_needed_to_create_is_told() -> None:
    with pytest.raises(InvalidInput, match="size must be set to create it"):
        plan_present(THING, {"name": "a"}, None, {})


def test_put_sends_all_that_can_be_set() -> None:
    resource = replace(THING, put=True)
    current = thing(thing_type="big", tags=["y"], other="kept by the API")
    (request,) = plan_present(resource, {"tags": ["x"], "password": "p"}, current, {}).requests
    assert request == Request("PUT", ("id-a",), {"name": "a", "thing_type": "big", "tags": ["x"], "password": "p"})


def test_what_cannot_change_names_field_and_values() -> None:
    with pytest.raises(Immutable, match=r"a \(id-a\).*size is 1 and 2 was asked for") as caught:
        plan_present(THING, {"name": "a", "size": 2}, thing(), {})
    assert caught.value.extra["thing"]["id"] == "id-a"


def test_recreation_keeps_what_was_not_asked_for() -> None:
    plan = plan_present(
        THING, {"name": "a", "size": 2}, thing(tags=["x"], thing_type="big"), {"project_id": "p"}, RECREATE
    )
    assert methods(plan) == ["DELETE", "POST"]
    assert bodies(plan)[1] == {"project_id": "p", "name": "a", "size": 2, "tags": ["x"], "thing_type": "big"}


@pytest.mark.parametrize(
    ("wanted", "current", "change"),
    [
        ({"tags": ["a", "b"]}, {"tags": ["b", "a"]}, None),
        ({"tags": []}, {"tags": ["a"]}, {"tags": []}),
        ({"tags": []}, {"tags": None}, None),
        ({"flavour": "XL-Big"}, {"flavour": "xl-big"}, None),
        ({"settings": {"a": 1}}, {"settings": {"a": 1, "b": 2}}, None),
        ({"settings": {"a": 2}}, {"settings": {"a": 1, "b": 2}}, {"settings": {"a": 2}}),
        ({"settings": {}}, {"settings": {"a": 1}}, {"settings": {}}),
        ({"settings": {}}, {"settings": None}, None),
        ({"name": ""}, {"name": None}, None),
        ({"flag": True}, {"flag": 1}, {"flag": True}),
        ({"flag": False}, {"flag": None}, None),
        ({"flag": False}, {"flag": True}, {"flag": False}),
        ({"rules": [{"a": 1}]}, {"rules": [{"a": 1, "id": "x"}]}, None),
        ({"rules": [{"a": 1}]}, {"rules": [{"a": 1}, {"a": 2}]}, {"rules": [{"a": 1}]}),
        ({"password": "new"}, {}, None),
    ],
)
def test_only_what_differs_is_sent(wanted: Any, current: Any, change: Any) -> None:
    plan = plan_present(THING, wanted, {"id": "i", **current}, {})
    assert bodies(plan) == ([] if change is None else [change])


def test_a_dict_that_was_asked_for_in_part_is_predicted_whole() -> None:
    plan = plan_present(THING, {"settings": {"a": 2}}, thing(settings={"a": 1, "b": 2}), {})
    assert plan.after is not None
    assert plan.after["settings"] == {"a": 2, "b": 2}


# Finding


def test_found_by_the_whole_name_in_the_project() -> None:
    api = MemoryApi(THING, thing("a-1"), thing("aa"), thing("A"), thing("a", id="foreign", project_id="other"))
    assert run(api, check=True, name="a", size=1)["changed"] is True
    assert api.queries == [{"name": "a", "project_id": PROJECT}]
    api.items.append(thing("a"))
    assert run(api, name="a", size=1)["thing"]["id"] == "id-a"


def test_two_of_one_name_are_refused() -> None:
    api = MemoryApi(THING, thing("a", id="two"), thing("a", id="one"))
    for state in ("present", "absent"):
        with pytest.raises(NotUnique, match="one, two") as caught:
            run(api, name="a", state=state)
        assert caught.value.extra["ids"] == ["one", "two"]
    assert api.requests == []


def test_by_id_the_name_is_a_field_like_any_other() -> None:
    ident = "12345678-1234-4234-8234-123456789012"
    api = MemoryApi(THING, thing("a", id=ident))
    assert run(api, id=ident.upper(), name="b")["thing"]["name"] == "b"
    assert api.queries == []
    with pytest.raises(InvalidInput, match="there is no thing"):
        run(api, id=PROJECT, name="b")
    with pytest.raises(InvalidInput, match="no UUID"):
        run(api, id="b")
    assert run(api, id=PROJECT, state="absent")["changed"] is False


def test_without_identity_nothing_is_done() -> None:
    api = MemoryApi(THING)
    with pytest.raises(InvalidInput, match="name must be set, or id"):
        run(api, size=1)
    assert api.queries == []


def test_without_a_project_nothing_is_created() -> None:
    api = MemoryApi(THING, thing("a", project_id="any"), project="")
    assert run(api, name="a")["changed"] is False
    with pytest.raises(InvalidInput, match="project must be set to create a thing"):
        run(api, name="b", size=1)
    assert api.requests == []


# Applying


def test_check_mode_sends_nothing_and_predicts() -> None:
    api = MemoryApi(THING, thing("there", tags=["x"]))
    made = run(api, check=True, name="new", size="5", tags=["t"])
    assert made["thing"] == {"name": "new", "size": 5, "tags": ["t"], "thing_type": "plain", "project_id": PROJECT}
    changed = run(api, check=True, name="there", tags=[])
    assert changed["thing"]["tags"] == []
    gone = run(api, check=True, name="there", state="absent")
    assert (gone["changed"], gone["thing"]) == (True, {})
    assert api.requests == []


def test_diff_leaves_out_what_changes_by_itself_and_secrets() -> None:
    api = MemoryApi(THING, thing(created_at="t", updated_at="t"))
    diff = run(api, name="a", tags=["x"])["diff"]
    assert set(diff["after"]) == {"name", "project_id", "size", "tags"}
    diff = run(MemoryApi(THING), check=True, name="b", size=1, password="secret")["diff"]
    assert "secret" not in str(diff)


def test_a_wait_ends_at_a_steady_state() -> None:
    api = MemoryApi(replace(THING, steady=("ready",)))
    api.moves = ["creating", "ready"]
    assert run(api, name="a", size=1)["thing"]["status"] == "ready"
    assert len(api.slept) == 2
    assert (
        run(MemoryApi(replace(THING, steady=("ready",))), name="a", size=1, wait=False)["thing"]["status"] == "creating"
    )


def test_a_wait_is_taken_up_again_by_the_next_run() -> None:
    api = MemoryApi(replace(THING, steady=("ready",)), thing(status="creating"))
    api.moves = ["ready"]
    result = run(api, name="a")
    assert (result["changed"], result["thing"]["status"]) == (False, "ready")


def test_a_failed_state_ends_the_wait_with_its_reason() -> None:
    api = MemoryApi(replace(THING, steady=("ready",)))
    api.moves = ["creating", "error"]
    with pytest.raises(FailedState, match="in the state 'error'") as caught:
        run(api, name="a", size=1)
    assert caught.value.extra["thing"]["id"] == "new-1"


def test_a_wait_that_is_too_long_keeps_the_id_and_the_last_state() -> None:
    api = MemoryApi(replace(THING, steady=("ready",)))
    with pytest.raises(WaitTimeout, match="thing a is still creating after 10 s") as caught:
        run(api, name="a", size=1, wait_timeout=10)
    assert caught.value.extra["thing"]["id"] == "new-1"
    assert caught.value.extra["changed"] is True
    assert sum(api.slept) == pytest.approx(10)


@pytest.mark.parametrize("end", ["gone", "denied"])
def test_a_deletion_is_waited_for(end: str) -> None:
    api = MemoryApi(replace(THING, steady=("ready",), lingers=True), thing())
    api.moves = ["deleting", "deleting", end]
    assert run(api, name="a", state="absent")["thing"] == {}
    assert api.moves == []


def test_what_was_just_made_is_looked_for_until_it_is_known() -> None:
    api = MemoryApi(replace(THING, settles=True))
    api.moves = ["unknown", "denied", "ready"]
    answer = run(api, name="a", size=1)
    assert (answer["thing"]["id"], answer["thing"]["status"]) == ("new-1", "ready")
    assert (api.moves, len(api.slept)) == ([], 2)
    api = MemoryApi(replace(THING, settles=True))
    api.moves = ["unknown"] * 9
    with pytest.raises(WaitTimeout, match="still unknown to the API") as caught:
        run(api, name="a", size=1, wait_timeout=3)
    assert (caught.value.extra["thing"]["id"], caught.value.extra["changed"]) == ("new-1", True)
    assert run(api, name="b", size=1, wait=False)["thing"]["id"] == "new-2"


def test_filters_and_names_may_be_others_than_the_fields() -> None:
    resource = replace(THING, filtered_as={"name": "thing_name", "kind": ""}, identity=("name", "kind"))
    api = MemoryApi(replace(resource, filters=("name", "kind")), thing(thing_type="plain"))
    assert run(api, name="a", kind="plain")["changed"] is False
    assert api.queries == [{"thing_name": "a", "project_id": PROJECT}]
    assert replace(THING, named_by=("email", "name")).names_of({"email": "a@b", "name": "a"}) == ["a@b", "a"]


def test_what_is_gone_already_is_gone() -> None:
    api = MemoryApi(THING, thing())
    api.errors = [api_error("DELETE", "u", 404, {"message": "gone"})]
    assert isinstance(api.errors[0], NotFound)
    assert run(api, name="a", state="absent")["changed"] is True


def test_a_failure_after_the_creation_keeps_the_id() -> None:
    api = MemoryApi(replace(THING, steady=("ready",)))

    def refuse(ident: str) -> None:
        raise api_error("GET", "u", 403, {"type": "permissions_denied", "message": "no"})

    api.get = refuse  # type: ignore[method-assign]
    with pytest.raises(PermissionDenied) as caught:
        run(api, name="a", size=1)
    assert caught.value.result()["thing"]["id"] == "new-1"


# Lost creations


@pytest.mark.parametrize("effect", [True, False])
@pytest.mark.parametrize(
    "error",
    [lambda: lost(), lambda: overload(502), lambda: overload(504), lambda: overload(500)],
    ids=["reset", "502", "504", "500"],
)
def test_a_lost_creation_is_looked_up_before_it_is_sent_again(error: Callable[[], Exception], effect: bool) -> None:
    api = MemoryApi(THING)
    api.errors = [error()]
    api.effect_before_error = effect
    assert run(api, name="a", size=1)["changed"] is True
    assert len(api.items) == 1
    assert len(api.requests) == (1 if effect else 2)


def overload(status: int) -> ServerError:
    error = api_error("POST", "u", status, {"message": "upstream"})
    assert isinstance(error, ServerError)
    error.may_have_happened = True
    return error


def test_a_secret_that_is_lost_with_the_answer_is_told() -> None:
    api = MemoryApi(replace(THING, given_once=("secret_key",)))
    api.errors = [lost()]
    api.effect_before_error = True
    with pytest.raises(
        NoAnswer, match="new-1 was created, but its secret_key came with the lost answer only"
    ) as caught:
        run(api, name="a", size=1)
    assert (caught.value.extra["thing"]["id"], caught.value.extra["changed"]) == ("new-1", True)
    assert [request.method for request in api.requests] == ["POST"]


def test_a_gateway_timeout_is_given_time_before_the_next_attempt() -> None:
    api = MemoryApi(THING)
    api.errors = [overload(504)]
    run(api, name="a", size=1)
    assert len(api.queries) == 4  # once before, three times after


def test_a_creation_that_hangs_is_never_sent_again() -> None:
    api = MemoryApi(THING)
    api.errors = [lost(may_still_happen=True)]
    with pytest.raises(NoAnswer, match="Run the task again: it looks first"):
        run(api, name="a", size=1)
    assert len(api.requests) == 1
    assert len(api.queries) > 3
    assert sum(api.slept) <= 60


def test_a_creation_that_hangs_and_comes_late_is_taken() -> None:
    api = MemoryApi(THING)
    api.errors = [lost(may_still_happen=True)]
    looks = iter([[], [], [], [thing("a", id="late")]])
    api.list = lambda query=None: next(looks)  # type: ignore[method-assign]
    assert run(api, name="a", size=1)["thing"]["id"] == "late"
    assert len(api.requests) == 1


def test_one_that_exists_already_is_taken() -> None:
    api = MemoryApi(THING)
    api.errors = [api_error("POST", "u", 409, {"type": "already_exists", "message": "twice"})]
    assert isinstance(api.errors[0], AlreadyExists)
    looks = iter([[], [thing("a")]])
    api.list = lambda query=None: next(looks)  # type: ignore[method-assign]
    assert run(api, name="a", size=1)["thing"]["id"] == "id-a"


def test_a_refused_creation_is_told() -> None:
    api = MemoryApi(THING)
    api.errors = [api_error("POST", "u", 400, {"type": "invalid_arguments", "message": "no"})]
    with pytest.raises(ScalewayError, match="no"):
        run(api, name="a", size=1)
    assert len(api.requests) == 1


# Parts


def test_a_part_is_replaced_as_a_whole_when_it_differs() -> None:
    parts = {"rules": Part("rules", "rules")}
    there = thing(rules=[{"port": 1}])
    same = plan_parts(THING, Plan(there, there), {"rules": [{"port": 1}]}, parts)
    assert same.requests == ()
    changed = plan_parts(THING, Plan(there, there), {"rules": []}, parts)
    assert changed.requests == (Request("PUT", ("id-a", "rules"), {"rules": []}, purpose="part"),)
    assert changed.after == {**there, "rules": []}
    several = {**parts, "members": Part("members", "members")}
    wanted: dict[str, Any] = {"rules": [{"port": 1}], "members": ["b"]}
    second = plan_parts(THING, Plan({**there, "members": ["a"]}, there), wanted, several)
    assert second.requests == (Request("PUT", ("id-a", "members"), {"members": ["b"]}, purpose="part"),)
    assert (
        plan_parts(THING, Plan(there, None, plan_absent(THING, there, {}).requests), {"rules": []}, parts).after is None
    )


def test_a_part_of_what_is_created_follows_the_creation() -> None:
    parts = {"rules": Part("rules", "rules")}
    plan = plan_present(THING, {"name": "a", "size": 1}, None, {})
    with_rules = plan_parts(THING, plan, {"rules": [{"port": 1}]}, parts)
    assert [(request.method, request.target) for request in requests_of(with_rules)] == [
        ("POST", ()),
        ("PUT", (CREATED, "rules")),
    ]
    assert methods(plan_parts(THING, plan, {"rules": []}, parts)) == ["POST"]


def test_a_diff_shows_no_write_only_field_even_if_the_api_echoes_it() -> None:
    assert THING.shown(thing(password="secret", created_at="t")) == {
        "name": "a",
        "project_id": PROJECT,
        "size": 1,
        "tags": [],
    }


# What a failure says of what was done by then


def test_a_failed_state_is_the_state_that_the_result_shows() -> None:
    api = MemoryApi(replace(THING, steady=("ready",)))
    api.moves = ["creating", "error"]
    with pytest.raises(FailedState) as caught:
        run(api, name="a", size=1)
    assert caught.value.result()["thing"]["status"] == "error"
    assert caught.value.result()["changed"] is True


def test_a_wait_that_is_too_long_changed_nothing_by_itself() -> None:
    api = MemoryApi(replace(THING, steady=("ready",)), thing(status="creating"))
    with pytest.raises(WaitTimeout) as caught:
        run(api, name="a", wait_timeout=10)
    assert caught.value.result()["changed"] is False
    assert caught.value.result()["thing"]["id"] == "id-a"


def test_a_refused_update_changed_nothing_and_shows_what_is_there() -> None:
    api = MemoryApi(THING, thing())
    api.errors = [api_error("PATCH", "u", 400, {"type": "invalid_arguments", "message": "no"})]
    with pytest.raises(ScalewayError) as caught:
        run(api, name="a", tags=["x"])
    assert caught.value.result()["changed"] is False
    assert caught.value.result()["thing"] == thing()


def test_an_accepted_deletion_whose_wait_fails_is_a_change() -> None:
    api = MemoryApi(replace(THING, lingers=True), thing())
    api.moves = ["deleting"]

    def break_off(item: dict[str, Any]) -> None:
        raise NoAnswer("no connection", "GET", "u", False)

    api.again = break_off  # type: ignore[method-assign]
    with pytest.raises(NoAnswer) as caught:
        run(api, name="a", state="absent")
    assert caught.value.result()["changed"] is True
    assert caught.value.result()["thing"]["id"] == "id-a"


def test_a_recreation_that_fails_in_the_middle_says_that_the_former_one_is_gone() -> None:
    api = MemoryApi(THING, thing())
    api.errors = [None, api_error("POST", "u", 403, {"type": "quotas_exceeded", "message": "quota"})]
    with pytest.raises(ScalewayError, match="The former thing id-a was deleted already") as caught:
        run(api, name="a", size=2, recreate=True)
    assert caught.value.result()["changed"] is True
    assert "The former thing" in caught.value.result()["msg"]


def test_parts_stay_in_the_result_after_a_wait() -> None:
    class Parted(MemoryApi):
        def part(self, ident: str, part: Part) -> list[dict[str, Any]]:
            return []

        def acted(self, item: dict[str, Any], request: Request) -> None:
            """A part is not in the item."""

    api = Parted(replace(THING, steady=("ready",), parts={"rules": Part("rules", "rules")}))
    api.moves = ["ready"]
    result = run(api, name="a", size=1, rules=[{"port": 1}])
    assert (result["thing"]["status"], result["thing"]["rules"]) == ("ready", [{"port": 1}])


# Words


def test_a_resource_may_be_named_by_another_field_than_its_id() -> None:
    resource = replace(THING, key="access_key", create_only=())
    current = {"access_key": "SCW1", "name": "a", "size": 1}
    assert requests_of(plan_present(resource, {"size": 2}, current, {}))[0].target == ("SCW1",)
    assert requests_of(plan_absent(resource, current, {}))[0].target == ("SCW1",)
    assert resource.id_given("SCW1", "id") == "SCW1"
    with pytest.raises(InvalidInput, match="id"):
        THING.id_given("SCW1", "id")


def test_a_singleton_is_changed_where_it_is() -> None:
    resource = replace(THING, singleton=True, put=True, create_method="PUT", nothing=lambda item: not item.get("tags"))
    created = plan_present(resource, {"size": 1, "name": "a", "tags": ["x"]}, None, {})
    assert [(request.method, request.target) for request in requests_of(created)] == [("PUT", ())]
    changed = plan_present(resource, {"tags": ["x"]}, {"tags": ["y"]}, {})
    assert [(request.method, request.target) for request in requests_of(changed)] == [("PUT", ())]
    assert not resource.is_there({"tags": []})
    empty = plan_present(resource, {"size": 1, "name": "a", "tags": []}, None, {})
    assert (empty.changed, (empty.after or {})["tags"]) == (False, [])


def test_a_list_may_have_another_name_for_what_it_filters_by() -> None:
    resource = replace(THING, identity=("kind", "name"), filters=("kind",), filtered_as={"kind": "kinds"})
    api = MemoryApi(resource)
    run(api, name="a", kind="hot", size=1, state="present", check=True)
    assert api.queries == [{"kinds": "hot", "project_id": PROJECT}]


def test_what_is_not_there_may_be_answered_as_what_may_not_be_seen() -> None:
    client = Client(resolve({"secret_key": "x" * 36, "project": PROJECT}, {"HOME": "/nonexistent"}))

    def refuse(*arguments: Any, **more: Any) -> Any:
        raise api_error("GET", "https://api.example.com", 403, {"type": "permissions_denied", "message": "no"})

    client.request = refuse  # type: ignore[method-assign]
    assert ResourceApi(client, replace(THING, hidden=True), {}).get("1") is None
    with pytest.raises(PermissionDenied):
        ResourceApi(client, THING, {}).get("1")


def answering(*answers: Any) -> tuple[Client, list[tuple[str, str, Any]]]:
    """A client that gives these answers, or raises them, and what it was asked for."""
    client = Client(resolve({"secret_key": "x" * 36, "project": PROJECT}, {"HOME": "/nonexistent"}))
    asked: list[tuple[str, str, Any]] = []
    slept: list[float] = []
    left = list(answers)

    def request(method: str, url: str, query: Any = None, body: Any = None, **more: Any) -> Any:
        asked.append((method, url.rsplit("/v1/", 1)[1], query))
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, Exception):
            raise answer
        return type("Answer", (), {"data": answer, "headers": {}})()

    client.request = request  # type: ignore[method-assign,assignment]
    client.sleep = slept.append
    client.now = lambda: sum(slept)
    return client, asked


def test_a_singleton_of_a_project_is_asked_for_with_it_and_made_elsewhere() -> None:
    resource = replace(THING, singleton=True, scope="global", create_path="enable-thing", query={"kind": "kind"})
    client, asked = answering({"name": "a"})
    api = ResourceApi(client, resource, {"kind": "hot"})
    assert api.read() == {"name": "a", "project_id": PROJECT}
    assert asked == [("GET", "things", {"kind": "hot", "project_id": PROJECT})]
    plan = plan_present(resource, {"name": "a", "size": 1}, None, {"project_id": PROJECT})
    assert api.url_of(requests_of(plan)[0]).endswith("/things/v1/enable-thing")
    completed = replace(resource, completed=lambda api, item: dict(item, points=2))
    assert (ResourceApi(client, completed, {"kind": "hot"}).read() or {})["points"] == 2


def test_what_not_all_of_the_api_knows_yet_is_asked_for_again() -> None:
    denied = api_error("GET", "https://api.example.com", 403, {"type": "permissions_denied", "message": "no"})
    resource = replace(THING, scope="global", wavers=lambda error: isinstance(error, PermissionDenied))
    client, asked = answering(denied, denied, {"id": "1"})
    assert ResourceApi(client, resource, {}).get("1") == {"id": "1"}
    assert len(asked) == 3
    client, asked = answering(denied)
    with pytest.raises(PermissionDenied):
        ResourceApi(client, resource, {}).get("1")
    assert len(asked) > 3


def test_what_is_given_once_is_kept_while_the_api_gets_to_know_of_it() -> None:
    api = MemoryApi(replace(THING, settles=True, given_once=("flavour",)))
    api.again = lambda item: dict(item, flavour="", status="ready")  # type: ignore[method-assign]
    made = run(api, name="a", size=1, flavour="only now")["thing"]
    assert (made["flavour"], made["status"]) == ("only now", "ready")


def test_what_an_update_does_not_take_is_changed_by_actions_in_their_order() -> None:
    resource = replace(
        THING,
        create_only=(),
        actions={"flavour": act("migrate", key="type"), "size": act("grow", key="size", fast=True)},
    )
    wanted = {"size": 2, "flavour": "big", "tags": ["x"]}
    plan = plan_present(resource, wanted, thing(flavour="small"), {})
    assert [(request.method, request.target, request.body) for request in requests_of(plan)] == [
        ("PATCH", ("id-a",), {"tags": ["x"]}),
        ("POST", ("id-a", "migrate"), {"type": "big"}),
        ("POST", ("id-a", "grow"), {"size": 2, "fast": True}),
    ]
    assert plan.after == thing(size=2, flavour="big", tags=["x"])
    put = plan_present(replace(resource, put=True), {"tags": ["x"]}, thing(flavour="small", thing_type="big"), {})
    assert bodies(put) == [{"name": "a", "thing_type": "big", "tags": ["x"]}]


def test_what_a_creation_does_not_take_is_set_after_it() -> None:
    resource = replace(
        THING,
        actions={"flavour": act("protect")},
        set_later=("flavour",),
        defaults={"flavour": "plain"},
        steady=("ready",),
    )
    plan = plan_present(resource, {"name": "a", "size": 1, "flavour": "big"}, None, {})
    assert [(request.method, request.target) for request in requests_of(plan)] == [
        ("POST", ()),
        ("POST", (CREATED, "protect")),
    ]
    assert plan.after == {"flavour": "big", "name": "a", "size": 1}
    plain = plan_present(resource, {"name": "a", "size": 1, "flavour": "plain"}, None, {})
    assert methods(plain) == ["POST"]


def test_an_action_waits_for_the_step_before_and_its_effect_is_read() -> None:
    resource = replace(THING, create_only=(), actions={"size": act("grow", key="size")}, steady=("ready",))
    api = MemoryApi(resource, thing())
    states: list[str] = []

    def acted(item: dict[str, Any], request: Request) -> None:
        states.append(item["status"])
        item.update(size=2, status="growing")
        api.moves = ["growing", "ready"]

    api.acted = acted  # type: ignore[method-assign]
    result = run(api, name="a", size=2, tags=["x"])
    assert [request.target for request in api.requests] == [("id-a",), ("id-a", "grow")]
    assert states == ["ready"]
    assert (result["thing"]["size"], result["thing"]["status"]) == (2, "ready")


def test_a_step_is_given_the_resource_and_its_result_is_kept() -> None:
    given: list[Item] = []

    def upload(api: Any, item: Item) -> Item:
        given.append(item)
        return dict(item, uploaded=True)

    def more(api: Any, context: Context, plan: Plan) -> Plan:
        return plan._replace(requests=(*plan.requests, Step("upload", upload)))

    api = MemoryApi(replace(THING, more=more), thing())
    assert run(api, check=True, name="a")["changed"] is True
    assert given == []
    result = run(api, name="a")
    assert given == [thing()]
    assert (result["changed"], result["thing"]["uploaded"]) == (True, True)


def test_a_check_is_asked_only_about_plans_that_change_something() -> None:
    asked: list[bool] = []

    def check(api: Any, context: Context, plan: Plan) -> None:
        asked.append(plan.changed)
        raise InvalidInput("size: no.")

    api = MemoryApi(replace(THING, check=check), thing())
    run(api, name="a")
    with pytest.raises(InvalidInput, match="size: no"):
        run(api, name="a", tags=["x"])
    assert asked == [True]
    assert api.requests == []


def test_what_is_deleted_and_still_shown_is_not_there() -> None:
    resource = replace(THING, gone=("revoked",), lingers=True)
    api = MemoryApi(resource, thing(status="revoked"))
    assert run(api, name="a", state="absent")["changed"] is False
    there = MemoryApi(resource, thing())
    there.moves = ["deleting", "revoked"]
    assert run(there, name="a", state="absent")["changed"] is True
    assert len(there.slept) == 1


def test_a_deletion_of_its_own_kind() -> None:
    resource = replace(
        THING,
        deletion=lambda item, params: [
            Request("PATCH", (ITEM,), {"protected": False}),
            Request("POST", (ITEM, "revoke"), purpose="delete"),
        ],
    )
    plan = plan_absent(resource, thing(), {})
    assert [(request.method, request.target, request.purpose) for request in requests_of(plan)] == [
        ("PATCH", ("id-a",), "change"),
        ("POST", ("id-a", "revoke"), "delete"),
    ]
    queried = plan_absent(replace(THING, delete_query={"release_ip": "release"}), thing(), {"release": True})
    assert requests_of(queried)[0].query == {"release_ip": True}


def test_a_deletion_that_something_holds_back_for_a_while_is_tried_again() -> None:
    held = {"type": "precondition_failed", "precondition": "resource_still_in_use", "message": "in use"}
    api = MemoryApi(replace(THING, held_back=("resource_still_in_use",)), thing())
    api.errors = [api_error("DELETE", "u", 412, held), None]
    assert run(api, name="a", state="absent")["changed"] is True
    assert len(api.requests) == 2
    other = MemoryApi(THING, thing())
    other.errors = [api_error("DELETE", "u", 412, held)]
    with pytest.raises(ScalewayError, match="in use"):
        run(other, name="a", state="absent")
    assert len(other.requests) == 1


def test_write_only_fields_are_sent_again_only_when_that_is_asked_for() -> None:
    resource = replace(THING, resend="update_password")
    wanted = {"name": "a", "password": "p"}
    assert not plan_present(resource, wanted, thing(), {}, {"update_password": "on_create"}).changed
    plan = plan_present(resource, wanted, thing(), {}, {"update_password": "always"})
    assert bodies(plan) == [{"password": "p"}]
    assert plan.after == thing()


def test_bodies_may_have_a_shape_of_their_own() -> None:
    resource = replace(
        THING,
        creation=lambda fields: {"spec": fields},
        change=lambda change, item: {"spec": change, "version": item["version"]},
    )
    assert bodies(plan_present(resource, {"name": "a", "size": 1}, None, {})) == [{"spec": {"name": "a", "size": 1}}]
    changed = plan_present(resource, {"tags": ["x"]}, thing(version=3), {})
    assert bodies(changed) == [{"spec": {"tags": ["x"]}, "version": 3}]


def test_a_part_may_lie_beside_the_resource_and_be_created_with_it() -> None:
    parts = {"rules": Part("rules", "rules", beside="policy_id", created_with=True)}
    created = plan_parts(THING, plan_present(THING, {"name": "a", "size": 1}, None, {}), {"rules": [{"a": 1}]}, parts)
    assert bodies(created) == [{"name": "a", "size": 1, "rules": [{"a": 1}]}]
    there = thing(rules=[])
    (request,) = requests_of(plan_parts(THING, Plan(there, there), {"rules": [{"a": 1}]}, parts))
    assert (request.method, request.path, request.body) == ("PUT", "rules", {"rules": [{"a": 1}], "policy_id": "id-a"})


def test_a_state_may_be_a_field_of_a_field() -> None:
    resource = replace(THING, status="install.status", steady=("completed",))
    assert resource.state_of({"install": {"status": "completed"}}) == "completed"
    assert resource.state_of({"install": None}) is None


def test_a_reference_may_say_more_than_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(text: str) -> Item:
        folder, _slash, name = text.rpartition("/")
        return {"name": name, "folder": folder or "/"}

    nested = replace(THING, called=called, gone=("deleted",))
    api = MemoryApi(
        nested,
        {"id": "1", "name": "key", "folder": "/"},
        {"id": "2", "name": "key", "folder": "/prod"},
        {"id": "3", "name": "key", "folder": "/prod", "status": "deleted"},
    )
    monkeypatch.setattr(_references, "ResourceApi", lambda *arguments, **more: api)
    context = Context(params={})
    assert _references.id_of(None, nested, context, "thing", "/prod/key") == "2"  # type: ignore[arg-type]
    assert _references.id_of(None, nested, context, "thing", "key") == "1"  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="thing: there is no thing named '/test/key'"):
        _references.id_of(None, nested, context, "thing", "/test/key")  # type: ignore[arg-type]


def test_of_exclusive_keys_the_wanted_one_stays() -> None:
    resource = replace(THING, put=True, exclusive=(("tcp", "http"), ("kind", "flavour")))
    current = thing(size=1, settings={"port": 1, "tcp": {}}, flavour="sweet")
    plan = plan_present(resource, {"settings": {"http": {"uri": "/"}}}, current, {})
    assert plan.after["settings"] == {"port": 1, "http": {"uri": "/"}}  # type: ignore[index]
    assert bodies(plan)[0]["settings"] == {"port": 1, "http": {"uri": "/"}}
    plan = plan_present(resource, {"kind": "hot"}, current, {})
    assert "flavour" not in bodies(plan)[0]


def test_a_new_one_takes_the_place_of_one_that_cannot_be_changed_before_that_goes() -> None:
    moved: list[Any] = []
    resource = replace(THING, renewal=lambda api, new, old: moved.append((new["id"], old["id"])))
    api = MemoryApi(resource, thing(id="1", size=1))
    assert run(api, name="a", size=2, state="present", check=True)["thing"]["size"] == 2
    result = run(api, name="a", size=2, state="present")
    assert [request.method for request in api.requests] == ["POST", "DELETE"]
    assert moved == [(result["thing"]["id"], "1")]
    assert [(item["id"], item["size"]) for item in api.items] == [(result["thing"]["id"], 2)]


@pytest.mark.parametrize("effect", [True, False])
def test_the_one_that_is_replaced_is_not_taken_for_the_new_one_when_an_answer_is_lost(effect: bool) -> None:
    resource = replace(THING, renewal=lambda api, new, old: None)
    api = MemoryApi(resource, thing(id="1", size=1))
    api.errors, api.effect_before_error = [lost()], effect
    result = run(api, name="a", size=2, state="present")
    assert [request.method for request in api.requests] == ["POST", "DELETE"] if effect else ["POST", "POST", "DELETE"]
    assert [(item["id"], item["size"]) for item in api.items] == [(result["thing"]["id"], 2)]


def test_the_secret_of_a_replacement_that_is_lost_is_told_with_the_id_of_the_replacement() -> None:
    resource = replace(THING, renewal=lambda api, new, old: None, given_once=("password",))
    api = MemoryApi(resource, thing(id="1", size=1))
    api.errors, api.effect_before_error = [lost()], True
    with pytest.raises(ScalewayError, match="The thing new-1 was created, but its password"):
        run(api, name="a", size=2, state="present")
    assert [item["id"] for item in api.items] == ["1", "new-1"]


def test_a_replaced_one_may_be_gone_already() -> None:
    api = MemoryApi(THING, thing(id="1", size=1))
    api.resource = replace(THING, renewal=lambda _api, new, old: api.items.remove(old))
    api.errors = [None, api_error("DELETE", api.url, 404, {"message": "unknown"})]
    result = run(api, name="a", size=2, state="present")
    assert [item["id"] for item in api.items] == [result["thing"]["id"]]


def test_a_deletion_that_is_refused_when_it_happened_before_is_one() -> None:
    api = MemoryApi(THING, thing(id="1"))
    api.errors, api.effect_before_error = [api_error("DELETE", api.url, 403, {"message": "there is none"})], True
    assert run(api, name="a", state="absent")["changed"] is True
    api = MemoryApi(THING, thing(id="1"))
    api.errors = [api_error("DELETE", api.url, 403, {"message": "you may not"})]
    with pytest.raises(PermissionDenied):
        run(api, name="a", state="absent")


def test_what_is_meant_may_be_recognized_by_less_than_equality() -> None:
    def first_word(wanted: Any, current: Any) -> bool:
        return str(current).split()[0] == str(wanted).split()[0]

    resource = replace(THING, recognized={"name": first_word}, filters=())
    api = MemoryApi(resource, thing("web old", id="1"))
    api.list = lambda query=None: api.items  # type: ignore[method-assign]
    assert run(api, name="web new", state="present")["thing"]["name"] == "web new"
    assert [request.method for request in api.requests] == ["PATCH"]


def test_what_belongs_to_something_that_is_gone_is_gone() -> None:
    api = MemoryApi(THING)

    def gone(query: Any = None) -> list[Item]:
        raise api_error("GET", api.url, 404, {"message": "no parent"})

    api.list = gone  # type: ignore[method-assign]
    assert run(api, name="a", state="absent")["changed"] is False
    with pytest.raises(NotFound):
        run(api, name="a", size=1, state="present")


def test_what_can_only_grow_does_not_shrink_unless_it_is_recreated() -> None:
    resource = replace(THING, create_only=(), grow_only=("size",))
    api = MemoryApi(resource, thing(size=2))
    assert run(api, name="a", size=3, state="present")["thing"]["size"] == 3
    with pytest.raises(Immutable, match="cannot shrink: size is 3 and 1 was asked for"):
        run(api, name="a", size=1, state="present")
    assert [request.method for request in api.requests] == ["PATCH"]
    assert run(api, name="a", size=1, state="present", recreate=True)["thing"]["size"] == 1


def test_what_cannot_take_a_value_in_place_needs_recreate_for_it_only() -> None:
    resource = replace(THING, create_only=(), in_place={"size": lambda wanted, current: current != 1})
    api = MemoryApi(resource, thing(size=2))
    assert run(api, name="a", size=1, state="present")["thing"]["size"] == 1
    with pytest.raises(Immutable, match="cannot be changed in place: size is 1 and 3 was asked for"):
        run(api, name="a", size=3, state="present")
    assert run(api, name="a", size=3, state="present", recreate=True)["thing"]["size"] == 3


def test_a_state_that_an_option_sets_is_shown_in_diffs() -> None:
    switch = Shown("status", lambda state: state == "on", lambda on: "on" if on else "off")
    assert "status" not in replace(THING, status="status").shown(thing(status="on"))
    assert replace(THING, status="status", shown_as={"enabled": switch}).shown(thing(status="on"))["status"] == "on"


def test_what_is_being_deleted_is_not_taken_for_one_and_its_deletion_is_waited_for() -> None:
    leaving = replace(THING, leaving=("leaving",), lingers=True)
    api = MemoryApi(leaving, thing(id="1"))
    api.moves = ["leaving", "leaving", "gone"]
    assert run(api, name="a", state="absent", wait_timeout=60)["changed"] is True
    assert api.moves == []
    api = MemoryApi(leaving, thing(id="1", status="leaving"))
    assert run(api, name="a", state="absent")["changed"] is False
    assert run(api, name="a", size=1, check=True)["changed"] is True


def test_one_of_which_the_list_shows_a_part_is_read_whole() -> None:
    api = MemoryApi(replace(THING, summaries=True), thing(id="1", settings={"port": 1}))
    whole = api.items
    api.list = lambda query=None: [{"id": "1", "name": "a", "project_id": PROJECT}]  # type: ignore[method-assign]
    assert run(api, name="a", settings={"port": 1})["changed"] is False
    assert run(api, name="a", settings={"port": 2})["thing"]["settings"] == whole[0]["settings"] == {"port": 2}


def test_fields_may_be_shown_in_one_object() -> None:
    resource = replace(
        THING,
        create_only=(),
        shown_as={"size": inside("volume", "size"), "flavour": inside("volume", "type")},
    )
    plan = plan_present(resource, {"name": "a", "size": 2, "flavour": "fast"}, None, {})
    assert bodies(plan) == [{"name": "a", "size": 2, "flavour": "fast"}]
    assert plan.after is not None
    assert plan.after["volume"] == {"size": 2, "type": "fast"}
    current = {"id": "id-a", "volume": {"size": 2, "type": "fast", "class": "x"}}
    changed = plan_present(resource, {"size": 3, "flavour": "fast"}, current, {})
    assert bodies(changed) == [{"size": 3}]
    assert changed.after == {"id": "id-a", "volume": {"size": 3, "type": "fast", "class": "x"}}


def test_a_dict_that_the_api_shows_as_a_list_is_predicted_whole() -> None:
    by_name = Shown(
        "settings",
        lambda items: {item["name"]: item["value"] for item in items},
        lambda settings: [{"name": name, "value": value} for name, value in settings.items()],
    )
    current = thing(settings=[{"name": "a", "value": 1}])
    plan = plan_present(replace(THING, shown_as={"settings": by_name}), {"settings": {"b": 2}}, current, {})
    assert plan.after is not None
    assert plan.after["settings"] == [{"name": "a", "value": 1}, {"name": "b", "value": 2}]


def test_what_was_given_once_stays_in_the_result_after_further_steps() -> None:
    resource = replace(
        THING,
        given_once=("key",),
        set_later=("thing_type",),
        actions={"thing_type": act("turn", key="thing_type")},
    )
    api = MemoryApi(resource)
    carry_out = api._carry_out

    def with_key(request: Request) -> dict[str, Any] | None:
        made = carry_out(request)
        return dict(made or {}, key="once") if request.purpose == "create" else made

    api._carry_out = with_key  # type: ignore[method-assign]
    result = run(api, name="a", size=1, kind="hot")
    assert (result["thing"]["key"], result["thing"]["thing_type"]) == ("once", "hot")
    assert "key" not in result["diff"]["after"]


def test_maps_are_compared_and_replaced_as_a_whole() -> None:
    resource = replace(THING, maps=("settings",))
    current = thing(settings={"a": 1, "b": 2})
    assert not plan_present(resource, {"settings": {"b": 2, "a": 1}}, current, {}).changed
    plan = plan_present(resource, {"settings": {"a": 1}}, current, {})
    assert bodies(plan) == [{"settings": {"a": 1}}]
    assert plan.after is not None
    assert plan.after["settings"] == {"a": 1}
    assert not plan_present(resource, {"settings": {}}, thing(), {}).changed
    inner = plan_present(replace(THING, maps=("headers",)), {"settings": {"headers": {"a": 1}}}, current, {})
    assert inner.after is not None
    assert inner.after["settings"] == {"a": 1, "b": 2, "headers": {"a": 1}}


def test_of_secret_maps_the_keys_are_compared_and_the_values_never_shown() -> None:
    resource = replace(THING, secret_maps=("settings",), resend="update_secrets")
    made = plan_present(resource, {"name": "a", "size": 1, "settings": {"a": "p"}}, None, {})
    assert bodies(made)[0]["settings"] == {"a": "p"}
    assert made.after is not None
    assert made.after["settings"] == {"a": "********"}
    current = thing(settings={"a": "********", "b": "********"})
    wanted = {"settings": {"a": "p", "b": "q"}}
    assert not plan_present(resource, wanted, current, {}, {"update_secrets": "on_create"}).changed
    always = plan_present(resource, wanted, current, {}, {"update_secrets": "always"})
    assert bodies(always) == [wanted]
    assert always.after == current
    other = plan_present(resource, {"settings": {"a": "p", "c": "r"}}, current, {}, {"update_secrets": "on_create"})
    assert bodies(other) == [{"settings": {"a": "", "c": "r"}}]
    assert other.after is not None
    assert other.after["settings"] == {"a": "********", "c": "********"}
    anew = plan_present(resource, {"size": 9}, current, {}, {"recreate": True})
    assert "settings" not in bodies(anew)[-1]


def test_keys_of_dicts_that_nobody_set_are_left_alone() -> None:
    resource = replace(THING, fields=("name", "settings", "rules"))
    params = {"name": "a", "settings": {"a": None, "b": {"c": None, "d": 0}}, "rules": [{"x": None, "y": ""}]}
    assert resource.wanted(params) == {"name": "a", "settings": {"b": {"d": 0}}, "rules": [{"y": ""}]}


def test_what_has_no_name_but_a_look_of_its_own_is_looked_for_when_the_answer_is_lost() -> None:
    resource = replace(
        THING, identity=(), nameless=True, look=lambda api, context: next((item for item in api.list({})), None)
    )
    api = MemoryApi(resource)
    api.errors, api.effect_before_error = [lost()], True
    assert run(api, name="a", size=1, state="present")["thing"]["id"] == "new-1"
    assert [request.method for request in api.requests] == ["POST"]


def test_what_the_list_shows_is_not_created_again_when_it_cannot_be_read() -> None:
    api = MemoryApi(replace(THING, summaries=True), thing(id="1", size=1))
    api.moves = ["unknown", "unknown"]
    with pytest.raises(BadAnswer, match="The list shows the thing 1"):
        run(api, name="a", size=1, state="present")
    assert run(api, name="a", state="absent")["changed"] is False
    assert api.requests == []


def test_a_step_whose_answer_has_another_shape_is_followed_by_a_look() -> None:
    odd = Step("odd", lambda api, item: ["something"])  # type: ignore[arg-type,return-value]
    resource = replace(THING, fields=("name", "size", "mood"), actions={"mood": lambda item, value: [odd]})
    api = MemoryApi(resource, thing(id="1", size=1, mood="low"))
    assert run(api, name="a", mood="high", state="present")["thing"]["id"] == "1"
