# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The plan that brings one resource to the wanted state.

Nothing here sends a request: a plan is data, so that check mode shows exactly what a real run would do.
"""

from __future__ import annotations

import typing as t

from ._errors import Immutable, InvalidInput, NotFound
from ._resource import CREATED, ITEM, Item, Params, Part, Request, Resource, Step, Steps
from ._values import in_words

if t.TYPE_CHECKING:
    from ._api import ResourceApi


class Plan(t.NamedTuple):
    """What there is, what there will be (None: nothing), and the steps that lead there."""

    before: t.Optional[Item]
    after: t.Optional[Item]
    requests: t.Tuple[t.Union[Request, Step], ...] = ()
    left: t.Optional[Item] = None
    """Another one, which a task that was stopped midway left: the last step deletes it"""

    @property
    def changed(self) -> bool:
        return bool(self.requests)


def plan_absent(resource: Resource, current: t.Optional[Item], params: Params) -> Plan:
    """Delete what is there."""
    if current is None:
        return Plan(None, None)
    if resource.deletion is not None:
        return Plan(current, None, placed(resource, current, resource.deletion(current, params)))
    asked = {name: params.get(option) for name, option in resource.delete_query.items()}
    return Plan(current, None, (Request("DELETE", resource.ident_of(current), None, asked or None, purpose="delete"),))


def plan_present(
    resource: Resource,
    wanted: Item,
    current: t.Optional[Item],
    created_with: Item,
    params: t.Optional[Params] = None,
) -> Plan:
    """Create, change what differs, or do nothing. ``created_with`` is sent besides the fields when creating.

    Raises :class:`InvalidInput` when a needed field is missing, :class:`Immutable` when one differs that cannot be
    changed and ``recreate`` does not allow to replace the resource.
    """
    params = params or {}
    if current is None:
        return _plan_create(resource, wanted, created_with)
    differing = resource.differing(wanted, current)
    fixed = [name for name in differing if _is_stuck(resource, name, wanted, current)]
    if fixed and not (params.get("recreate") or resource.renewal):
        raise _immutable(resource, fixed, wanted, current)
    if fixed:
        names = [resource.field_of(option) for option in resource.fields]
        known = {name: resource.value(current, name) for name in names if name not in resource.secret_maps}
        kept = {name: value for name, value in known.items() if value is not None}
        create = _plan_create(resource, merged(resource, kept, wanted), created_with)
        if resource.renewal is not None:
            return Plan(current, create.after, (*create.requests, renewed(resource, resource.renewal, current)))
        return Plan(current, create.after, plan_absent(resource, current, params).requests + create.requests)
    whole = (*resource.maps, *resource.secret_maps)
    again = bool(resource.resend) and params.get(resource.resend) == "always"
    if again:
        secret = (*resource.write_only, *(name for name in resource.secret_maps if wanted.get(name)))
        differing += [name for name in secret if name in wanted and name not in differing]
    if not differing:
        return Plan(current, current)
    change = {name: wanted[name] for name in differing}
    for name in [name for name in resource.secret_maps if name in change and not again]:
        there = resource.value(current, name) or {}
        change[name] = {key: "" if key in there else value for key, value in change[name].items()}
    shown = resource.as_shown(
        {
            name: value if name in whole else merged(resource, resource.value(current, name), value)
            for name, value in change.items()
            if name not in resource.write_only
        }
    )
    after = merged(resource, current, shown) if shown else dict(current)
    updated = {name: value for name, value in change.items() if name not in resource.actions}
    requests: t.List[t.Union[Request, Step]] = []
    if updated:
        requests.append(_update(resource, wanted, current, updated))
    requests += _acted(resource, current, change)
    return Plan(current, after, tuple(requests))


def _update(resource: Resource, wanted: Item, current: Item, change: Item) -> Request:
    """The request that changes some fields of what is there."""
    body = change
    if resource.put:
        names = [resource.field_of(option) for option in resource.fields]
        unsent = (*resource.create_only, *resource.actions)
        kept = {name: resource.value(current, name) for name in names if name not in unsent}
        body = merged(resource, {name: value for name, value in kept.items() if value is not None}, change)
        body.update({name: wanted[name] for name in resource.write_only if name in wanted and name not in unsent})
    if resource.change is not None:
        body = resource.change(body, current)
    return Request("PUT" if resource.put else "PATCH", resource.ident_of(current), body)


def _acted(resource: Resource, item: Item, change: Item) -> Steps:
    """The steps of the fields that are changed by actions."""
    asked = [(steps, change[name]) for name, steps in resource.actions.items() if name in change]
    return [step for steps, value in asked for step in placed(resource, item, steps(item, value))]


def placed(resource: Resource, item: Item, steps: Steps) -> t.Tuple[t.Union[Request, Step], ...]:
    """Steps with the item's own path in their targets."""
    own = resource.ident_of(item)
    return tuple(
        step._replace(target=tuple(part for name in step.target for part in (own if name == ITEM else (name,))))
        if isinstance(step, Request)
        else step
        for step in steps
    )


def _plan_create(resource: Resource, wanted: Item, created_with: Item) -> Plan:
    missing = [name for name in resource.needed if wanted.get(resource.field_of(name)) in (None, "")]
    if missing:
        raise InvalidInput(f"There is no such {resource.noun} yet: {in_words(missing)} must be set to create it.")
    sent = {name: resource.defaults[name] for name in resource.sent_defaults}
    asked = {name: value for name, value in wanted.items() if name not in created_with and value is not None}
    later = {name: asked.pop(name) for name in resource.set_later if name in asked}
    fields = dict(sent, **created_with, **asked)
    after = resource.read_as(dict(resource.defaults, **resource.as_shown(fields)))
    for name in resource.write_only:
        after.pop(name, None)
    if resource.nothing(after):
        return Plan(after, after)
    body = resource.creation(fields) if resource.creation is not None else fields
    change = {name: later[name] for name in resource.differing(later, after)}
    made = dict(after, **{resource.key: CREATED})
    after.update(resource.as_shown({name: value for name, value in change.items() if name not in resource.write_only}))
    create = Request(resource.create_method, (), body, purpose="create", path=resource.create_path)
    return Plan(None, after, (create, *_acted(resource, made, change)))


def plan_parts(
    resource: Resource, plan: Plan, wanted: t.Mapping[str, t.List[Item]], parts: t.Mapping[str, Part]
) -> Plan:
    """The plan with a PUT for each part that differs; ``plan.before`` holds the parts as they are."""
    if plan.after is None or not wanted:
        return plan
    before, after, requests = plan.before or {}, dict(plan.after), list(plan.requests)
    made = any(request.purpose == "create" for request in requests)
    ident = CREATED if made else str(after.get(resource.key))
    for option, elements in wanted.items():
        part = parts[option]
        if not made and elements == before.get(option):
            continue
        after[option] = elements
        if made and part.created_with:
            requests = [
                request._replace(body=dict(request.body or {}, **{part.key: elements}))
                if isinstance(request, Request) and request.purpose == "create"
                else request
                for request in requests
            ]
        elif elements or not made:
            body: Item = {part.key: elements}
            if part.beside:
                requests.append(Request("PUT", (), dict(body, **{part.beside: ident}), purpose="part", path=part.path))
            else:
                requests.append(Request("PUT", (ident, part.path), body, purpose="part"))
    return Plan(plan.before, after, tuple(requests))


def with_id(request: Request, ident: str) -> Request:
    """A request with the id of what was created in place of its sign."""

    def known(value: t.Any) -> t.Any:
        return ident if value == CREATED else value

    return request._replace(
        target=tuple(known(part) for part in request.target),
        path=request.path.replace(CREATED, ident),
        body={name: known(value) for name, value in request.body.items()} if request.body else request.body,
        query={name: known(value) for name, value in request.query.items()} if request.query else request.query,
    )


def renewed(resource: Resource, bring_over: t.Callable[[ResourceApi, Item, Item], None], old: Item) -> Step:
    """What follows the creation of one that takes the place of another."""
    ident = str(old[resource.key])

    def run(api: ResourceApi, new: Item) -> Item:
        bring_over(api, new, old)
        try:
            api.act(Request("DELETE", (ident,)))
        except NotFound:
            return new  # an earlier attempt deleted it, and its answer was lost
        return new

    return Step(f"replace {ident}", run, purpose="replace")


def plan_without(resource: Resource, plan: Plan, left: Item) -> Plan:
    """The plan that also brings a replacement to its end which was stopped midway."""
    bring_over = resource.renewal or (lambda api, new, old: None)
    return plan._replace(requests=(*plan.requests, renewed(resource, bring_over, left)), left=left)


def took_its_place(resource: Resource, params: Params, newer: Item, older: Item) -> t.Optional[Item]:
    """The newer of two with one identity, when it is what was asked for and the older one would be replaced by it."""
    wanted = resource.wanted(params)
    replaces = any(_is_stuck(resource, name, wanted, older) for name in resource.differing(wanted, older))
    return newer if replaces and not resource.differing(wanted, newer) else None


def merged(resource: Resource, current: t.Any, wanted: t.Any) -> t.Any:
    """A dict that was asked for in part keeps its other keys; an empty one clears. Of exclusive keys the wanted one stays."""
    if not (isinstance(current, dict) and isinstance(wanted, dict) and wanted):
        return wanted
    replaced = {key for group in resource.exclusive if set(group) & set(wanted) for key in group}
    kept = {key: value for key, value in current.items() if key not in replaced or key in wanted}
    whole = (*resource.maps, *resource.secret_maps)
    told = {key: value if key in whole else merged(resource, current.get(key), value) for key, value in wanted.items()}
    return dict(kept, **told)


def _is_stuck(resource: Resource, name: str, wanted: Item, current: Item) -> bool:
    """Whether a field cannot be given a value in place: it is fixed, can only grow, or has a rule of its own."""
    there = resource.value(current, name)
    if name in resource.grow_only and there is not None and wanted[name] < there:
        return True
    possible = resource.in_place.get(name)
    return name in resource.create_only or (possible is not None and not possible(wanted[name], there))


def _immutable(resource: Resource, names: t.List[str], wanted: Item, current: Item) -> Immutable:
    told = ", ".join(
        f"{name} is {resource.value(current, name)!r} and {wanted[name]!r} was asked for" for name in names
    )
    verb = "shrink" if set(names) <= set(resource.grow_only) else "be changed in place"
    return Immutable(
        f"The {resource.noun} {current.get('name') or ''} ({current.get(resource.key)}) cannot {verb}: {told}. "
        "Ask for what it has, give another name, or set recreate to true to delete it and create it anew.",
        **{resource.one: current},
    )
