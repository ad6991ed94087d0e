# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Bringing one resource to the wanted state: find, plan, [check mode ends here], apply, wait, result."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._context import Context
from ._errors import (
    AlreadyExists,
    BadAnswer,
    Conflict,
    FailedState,
    InvalidInput,
    NotFound,
    NotUnique,
    PermissionDenied,
    RequestError,
    WaitTimeout,
    unexpected,
)
from ._find import can_be_found, find, half_replaced, place
from ._plan import Plan, plan_absent, plan_parts, plan_present, plan_without, with_id
from ._references import stands_on_unmade
from ._resource import Item, Request, Resource, Step
from ._retry import pause_before_retry, sent_once
from ._wait import Patience, wait_until


def reconcile(api: ResourceApi, context: Context) -> t.Dict[str, t.Any]:
    """Do what the task's options say, and return its result. Raises :class:`ScalewayError`."""
    resource, params = api.resource, context.params
    wanted, parts = resource.wanted(params), resource.wanted_parts(params)
    left: t.Optional[Item] = None
    try:
        current = find(api, context)
    except NotUnique as twins:
        current, left = half_replaced(api, context, twins)
    if params["state"] == "absent":
        plan = plan_absent(resource, current, params)
    else:
        if current is None and params.get("id"):
            raise InvalidInput(
                f"id: there is no {resource.noun} {params['id']}{place(api)}. "
                "Leave id out to create one: its id is given by Scaleway."
            )
        if current is None:
            check_creatable(api, context)
        owner = created_with(api) if current is None or params.get("recreate") else {}
        parts = compared_parts(api, context, parts, current) if current is not None else parts
        plan = plan_parts(resource, plan_present(resource, wanted, current, owner, params), parts, resource.parts)
        if resource.more is not None:
            plan = resource.more(api, context, plan)
        if left is not None:
            plan = plan_without(resource, plan, left)
        checkable = not (resource.checks_place and stands_on_unmade(api, params))
        if resource.check is not None and plan.changed and checkable:
            resource.check(api, context, plan)
    if context.check_mode:
        item = plan.after
    else:
        item = apply(api, context, plan)
    return result(resource, plan, item)


def check_creatable(api: ResourceApi, context: Context) -> None:
    """What says which one is meant must be something that a new one can be given."""
    resource = api.resource
    for option in resource.identity_of(context.params):
        if option not in resource.fields and f"{{{option}}}" not in resource.path:
            raise InvalidInput(
                f"{option}: there is no {resource.noun} with {context.params[option]}{place(api)}, "
                "and a new one cannot be given it."
            )


def result(resource: Resource, plan: Plan, item: t.Optional[Item]) -> t.Dict[str, t.Any]:
    """The task's result; ``diff`` is dropped by the caller when nobody asked for it."""
    shown = item or {}
    answer: t.Dict[str, t.Any] = {"changed": plan.changed, resource.one: shown}
    if item is not None:
        for name, key in resource.legacy.items():
            answer[name] = {key: shown} if key else shown
    after = resource.shown(item if plan.changed and item is not None else plan.after)
    answer["diff"] = {"before": resource.shown(plan.before), "after": after}
    named = (plan.after or plan.before or {}).get("name")
    if named:
        answer["diff"].update(before_header=f"{resource.noun} {named}", after_header=f"{resource.noun} {named}")
    return answer


def compared_parts(
    api: ResourceApi, context: Context, asked: t.Dict[str, t.List[Item]], current: Item
) -> t.Dict[str, t.List[Item]]:
    """The parts as they shall be, given those that were asked for; ``current`` gets those that are there."""
    wanted = dict(asked)
    for option, elements in asked.items():
        part = api.resource.parts[option]
        current[option] = there = api.part(str(current[api.resource.key]), part)
        if part.purge and not context.params[part.purge]:
            wanted[option] = there + [element for element in elements if element not in there]
    return wanted


def shown_parts(resource: Resource, plan: Plan) -> Item:
    return {option: plan.after[option] for option in resource.parts if plan.after and option in plan.after}


def created_with(api: ResourceApi) -> Item:
    """What a creation sends besides the fields: the owner. Raises :class:`InvalidInput` when nobody named one."""
    owner, owner_id = api.owner
    if not api.resource.owner:
        return {}
    if not owner_id:
        setting = "organization" if owner.startswith("organization") else "project"
        settings = api.client.settings
        hint = ""
        if setting in settings.unused:
            hint = (
                f" What {settings.unused[setting]} says is not used, because the token comes from "
                f"{settings.sources['secret_key']}: an account is not mixed from two sources."
            )
        raise InvalidInput(
            f"{setting} must be set to create a {api.resource.noun}, or the environment variable "
            f"SCW_DEFAULT_{setting.upper()}_ID.{hint}"
        )
    return {owner: owner_id}


def apply(api: ResourceApi, context: Context, plan: Plan) -> t.Optional[Item]:
    """Carry out the steps of a plan and wait. Whatever fails, the answer holds what was created by then."""
    # Also without a step: the last run may have ended before the resource was ready.
    resource = api.resource
    progress = _Progress(plan.before)
    try:
        for step in plan.requests:
            _take(api, context, plan, step, progress)
            progress.changed = True
        item = progress.known(api)
        if item is not None and context.params.get("wait", True):
            item = _with_parts(resource, wait_steady(api, context, item), item)
    except Exception as caught:  # noqa: BLE001 (what was made is told, whatever came then)
        error = unexpected(caught)
        item = progress.item
        if isinstance(error, WaitTimeout):
            item = error.extra.pop("last", None) or item
        if item is not None:
            error.extra.setdefault(resource.one, item)
        elif progress.changed and plan.before is not None:
            named = plan.before.get(resource.key) or ""
            error.message += f" The former {resource.noun} {named} was deleted already."
        error.extra.setdefault("changed", progress.changed)
        raise error from None
    return item


class _Progress:
    """How far a plan is carried out: the item as it was last seen, and whether that is how it is."""

    def __init__(self, item: t.Optional[Item]) -> None:
        self.item = item
        self.stale = False
        self.changed = False

    def known(self, api: ResourceApi) -> t.Optional[Item]:
        """The item as it is."""
        if self.stale and self.item is not None:
            self.item = _with_parts(api.resource, api.again(self.item) or self.item, self.item)
            self.stale = False
        return self.item


def _take(api: ResourceApi, context: Context, plan: Plan, step: t.Union[Request, Step], progress: _Progress) -> None:
    """Carry out one step of a plan."""
    resource = api.resource
    if isinstance(step, Request) and step.purpose == "create":
        old = [] if resource.singleton else [item for item in (plan.before, plan.left) if item is not None]
        progress.item = create(api, context, step, [str(item.get(resource.key)) for item in old])
        progress.changed = True
        if resource.settles and context.params.get("wait", True):
            progress.item = _settled(api, context, progress.item)
        parts = shown_parts(resource, plan)
        # An empty part needs no request of its own.
        created = {name: value for name, value in parts.items() if resource.parts[name].created_with or not value}
        progress.item = dict(progress.item, **created)
        return
    item = progress.known(api)
    # Changed by the step before; or what takes the place of another was made by a task that did not wait.
    if item is not None and (progress.changed or step.purpose == "replace"):
        item = progress.item = _with_parts(resource, wait_steady(api, context, item), item)
    if isinstance(step, Step):
        told = step.run(api, item or {})
        progress.stale = not isinstance(told, dict)  # also an answer of another shape: what is true is read then
        progress.item = told if isinstance(told, dict) else item
        return
    if step.purpose == "delete":
        _delete(api, step, plan.before or {})
        progress.changed = True
        _wait_until_gone(api, context, plan.before or {})
        progress.item = None
        return
    if item is not None and not resource.singleton:
        step = with_id(step, str(item[resource.key]))
    answered = api.item_in(api.act(step))
    if step.purpose == "part":
        progress.item = dict(item or {}, **shown_parts(resource, plan))
    elif answered is not None and (item is None or answered.get(resource.key) == item.get(resource.key)):
        progress.item = _with_parts(resource, answered, item or {})
        progress.stale = resource.reread
    else:
        progress.stale = True


def _settled(api: ResourceApi, context: Context, made: Item) -> Item:
    """What was made, as soon as the API knows it everywhere. What only the answer to the creation shows is kept."""
    resource = api.resource

    def look() -> t.Optional[Item]:
        try:
            return api.again(made)
        except PermissionDenied:
            return None

    seen = wait_until(
        look,
        lambda item: item is not None,
        lambda item: "unknown to the API",
        f"{resource.noun} {made.get('name') or made.get(resource.key)}",
        patience(api, context),
        context.progress,
    )
    kept = resource.given_once
    return dict(made, **{name: value for name, value in (seen or {}).items() if value is not None and name not in kept})


def _with_parts(resource: Resource, item: Item, known: Item) -> Item:
    """An item with the parts that were read of it before, and with what was given once: no answer shows them."""
    parts = {option: known[option] for option in (*resource.parts, *resource.given_once) if option in known}
    return dict(item, **parts) if parts else item


def create(api: ResourceApi, context: Context, request: Request, replaced: t.Collection[str] = ()) -> Item:
    """Send a creation: never two of one. ``replaced`` are the ids of those whose place it takes."""
    resource = api.resource

    def send() -> Item:
        try:
            item = api.send(request)
        except AlreadyExists as error:
            error.may_have_happened = True
            raise
        if item is None:
            raise BadAnswer(f"POST {api.url} answered without a body.", "POST", api.url)
        return item

    def look(lost: RequestError) -> t.Optional[Item]:
        if not can_be_found(api, context):
            raise lost
        try:
            found = find(api, context, replaced)
        except RequestError as error:
            error.message = f"{lost.message} Whether it was created could not be seen either: {error.message}"
            raise
        if found is not None and resource.given_once and not isinstance(lost, AlreadyExists):
            given = " and ".join(resource.given_once)
            lost.message += (
                f" The {resource.noun} {found[resource.key]} was created, but its {given} came with the lost answer only. "
                "Delete it, and run the task again."
            )
            lost.extra.update({resource.one: found, "changed": True})
            raise lost
        return found

    return sent_once(api.client, send, look, f"No {resource.noun} of that name was there")


def _delete(api: ResourceApi, request: Request, item: Item) -> None:
    """Delete. That it is gone already is as good. What stands in its way for a little while is waited out."""
    client = api.client
    deadline = client.now() + client.settings.retry_timeout
    attempt = 0
    while True:
        try:
            api.act(request)
            return
        except NotFound:
            return
        except PermissionDenied:
            if not _is_gone(api, item):
                raise
            return
        except Conflict as error:
            pause = pause_before_retry(error, attempt, repeatable=True, passes=True) or 0.0
            if not _passes(api.resource, error) or client.now() + pause > deadline:
                raise
        client.sleep(pause)
        attempt += 1


def _is_gone(api: ResourceApi, item: Item) -> bool:
    """Whether what may not be deleted is not there any more: so some products answer when they are asked again, after an
    answer that was lost."""
    try:
        return not api.resource.hidden and bool(item) and api.again(item) is None
    except RequestError:
        return False


def _passes(resource: Resource, error: Conflict) -> bool:
    """Whether what refuses a deletion will let it happen soon."""
    return any(word in (error.type, str(error.body.get("precondition"))) for word in resource.held_back)


def _wait_until_gone(api: ResourceApi, context: Context, item: Item) -> None:
    resource = api.resource
    if context.params.get("wait", True) and resource.lingers:

        def look() -> t.Optional[Item]:
            try:
                found = api.again(item)
            except PermissionDenied:
                return None  # so some products answer for what is gone (api/errors.md, section 3)
            return found if resource.is_seen(found) else None

        wait_until(
            look,
            lambda item: item is None,
            lambda item: str(resource.state_of(item)),
            f"the deletion of {resource.noun} {item.get(resource.key) or ''}".rstrip(),
            patience(api, context),
            context.progress,
        )


def wait_steady(api: ResourceApi, context: Context, item: Item) -> Item:
    """Wait for a steady state. Raises :class:`FailedState` in one that the resource does not leave by itself."""
    resource = api.resource
    if not resource.steady or resource.state_of(item) is None:
        return item  # the classic generation shows no state of some things
    named = item.get("name") or item.get(resource.key) or ""

    def fetch() -> Item:
        value = api.again(item)
        if value is None:
            raise FailedState(f"The {resource.noun} {named} vanished while it was waited for.")
        return value

    ready = wait_until(
        fetch,
        lambda value: resource.state_of(value) in resource.steady or resource.state_of(value) in resource.failed,
        lambda value: str(resource.state_of(value)),
        f"{resource.noun} {named}",
        patience(api, context),
        context.progress,
        first=item,
    )
    if resource.state_of(ready) in resource.failed:
        reason = next(
            (
                str(ready[key])
                for key in ("error_message", "error_details", "state_detail", "status_details")
                if ready.get(key)
            ),
            "",
        )
        raise FailedState(
            f"The {resource.noun} {ready.get('name') or ''} ({ready.get(resource.key)}) is in the state "
            f"{resource.state_of(ready)!r}" + (f": {reason}" if reason else "."),
            **{resource.one: ready},
        )
    return ready


def patience(api: ResourceApi, context: Context) -> Patience:
    params, client = context.params, api.client
    timeout = params.get("wait_timeout")
    return Patience(
        300.0 if timeout is None else float(timeout),
        float(params.get("wait_interval") or 1),
        sleep=client.sleep,
        now=client.now,
    )
