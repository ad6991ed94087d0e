# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What a kind of resource is to the engine, and the plan that brings one of them to the wanted state.

Nothing here sends a request: a plan is data, so that check mode shows exactly what a real run would do.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ._compare import Comparator, same
from ._errors import Immutable, InvalidInput
from ._settings import uuid

Item = t.Dict[str, t.Any]
Params = t.Mapping[str, t.Any]

# What changes by itself: left out of diffs and never compared.
VOLATILE = ("id", "creation_date", "modification_date", "created_at", "updated_at")


class Shown(t.NamedTuple):
    """How the API shows a field: under which name, how its value is read from there, and how that will look."""

    name: str
    value: t.Callable[[t.Any], t.Any]
    show: t.Callable[[t.Any], t.Any]


@dataclass(frozen=True)
class Part:
    """A set below a resource, like the rules of a security group. ``path`` is below the resource, ``key`` is the list."""

    path: str
    key: str
    convert: t.Callable[[t.Any, str], t.List[Item]] = lambda value, option: list(value)
    """Gives the API's spelling of what the option holds, or raises InvalidInput"""
    own: t.Callable[[t.List[Item]], t.List[Item]] = list
    """Of what the API shows, what was set: in the spelling of ``convert``"""
    purge: str = ""
    """The option that says whether elements that were not asked for are removed; "" means that they always are"""


@dataclass(frozen=True)
class Resource:
    """The facts of one kind of resource that differ from the rule.

    The rule: every option of the module's own is a field of the body, sent when creating, patched when it differs.
    """

    product: str
    version: str
    path: str
    """Below the product's base. ``{option}`` in it is replaced by the value of that option (parents)."""
    one: str
    """The name of one: key of the result, and of the answer where single objects are wrapped."""
    many: str
    """The key of lists, in answers and in results."""
    scope: str = "zone"
    """Where it lives: ``zone``, ``region`` or ``global``."""
    wrapped: bool = False
    """Whether the API wraps a single object in its name, as instance/v1 does."""
    generations: t.Tuple[str, ...] = ("current",)
    identity: t.Tuple[str, ...] = ("name",)
    """Options that together say which one is meant, besides ``id``. Those that lists take as filters are sent so."""
    alternatives: t.Tuple[t.Tuple[str, ...], ...] = ()
    """Further such sets of options: the first of all that is set as a whole counts."""
    may_lack: t.Tuple[str, ...] = ()
    """Identity options that mean something when they are not set, too."""
    nameless: bool = False
    """Whether a new one is made each time when no option says which one is meant."""
    ident: t.Callable[[t.Any, str], str] = uuid
    """Gives the id of what ``id`` holds, or raises InvalidInput"""
    references: t.Mapping[str, Resource] = field(default_factory=dict)
    """Options that name another resource, by id or name, or several of them."""
    filters: t.Tuple[str, ...] = ("name",)
    """Which identity options the list takes as filters."""
    owned: bool = True
    """Whether it belongs to a project."""
    fields: t.Tuple[str, ...] = ()
    """Options that are fields of the body; by default all of the module's own."""
    not_fields: t.Tuple[str, ...] = ()
    """Options of the module's own that are no fields: they say how to act."""
    needed: t.Tuple[str, ...] = ()
    """Fields without which none can be created."""
    create_only: t.Tuple[str, ...] = ()
    """Fields that cannot be changed in place."""
    write_only: t.Tuple[str, ...] = ()
    """Fields that are never shown again: sent when creating, never compared."""
    rename: t.Mapping[str, str] = field(default_factory=dict)
    """Option to field, where their names differ."""
    convert: t.Mapping[str, t.Callable[[t.Any, str], t.Any]] = field(default_factory=dict)
    """Option to a function ``(value, option)`` that gives the API's spelling, or raises InvalidInput."""
    spelled: t.Optional[t.Callable[[Params], Item]] = None
    """Gives all fields in the API's spelling at once, where they depend on each other; or raises InvalidInput."""
    null_clears: t.Tuple[str, ...] = ()
    """Options whose empty text is sent as null."""
    shown_as: t.Mapping[str, Shown] = field(default_factory=dict)
    """Field to the way the API shows it, where that is not its own name and spelling."""
    compare: t.Mapping[str, Comparator] = field(default_factory=dict)
    """Field to the way it is compared, where equality is not it."""
    defaults: t.Mapping[str, t.Any] = field(default_factory=dict)
    """What a new one has without being asked, as far as it is known: sent when ``sent_defaults`` names it."""
    sent_defaults: t.Tuple[str, ...] = ()
    put: bool = False
    """Whether an update is a PUT of all fields instead of a PATCH of those that differ."""
    status: str = "state"
    """The field with the state of the resource."""
    steady: t.Tuple[str, ...] = ()
    """States that last. Without any, a resource is ready at once."""
    failed: t.Tuple[str, ...] = ("error", "locked")
    """States that end a wait as a failure."""
    lingers: bool = False
    """Whether it can still be seen for a while after its deletion was accepted."""
    volatile: t.Tuple[str, ...] = ()
    """Further fields that change by themselves."""
    secret: t.Tuple[str, ...] = ()
    """Fields whose values are secrets: results show stars instead."""
    parts: t.Mapping[str, Part] = field(default_factory=dict)
    """Options whose value is not in the body: sets below the resource that are read and replaced as a whole."""
    legacy: t.Mapping[str, str] = field(default_factory=dict)
    """Names under which the modules of community.general returned it: a key of the result, and the key in it."""

    legacy_list: str = ""
    """The name under which the modules of community.general returned a list of them."""

    def field_of(self, option: str) -> str:
        return self.rename.get(option, option)

    def named(self, options: t.Iterable[str]) -> t.List[t.Tuple[str, str]]:
        """Options with their fields."""
        return [(option, self.field_of(option)) for option in options]

    def wanted(self, params: Params) -> Item:
        """The fields that were asked for, in the API's spelling. Raises :class:`InvalidInput`."""
        if self.spelled is not None:
            return self.spelled(params)
        wanted: Item = {}
        for option in self.fields:
            value = params.get(option)
            if value == "" and option in self.null_clears:
                wanted[self.field_of(option)] = None
            elif value is not None:
                convert = self.convert.get(option)
                wanted[self.field_of(option)] = convert(value, option) if convert and value != "" else value
        return wanted

    def wanted_parts(self, params: Params) -> t.Dict[str, t.List[Item]]:
        """The parts that were asked for, in the API's spelling. Raises :class:`InvalidInput`."""
        asked = {option: params.get(option) for option in self.parts}
        return {
            option: self.parts[option].convert(value, option) for option, value in asked.items() if value is not None
        }

    def identity_of(self, params: Params) -> t.Tuple[str, ...]:
        """The options that say which one is meant. Raises :class:`InvalidInput` when none do."""
        for options in (self.identity, *self.alternatives):
            if options and all(params.get(name) not in (None, "", []) or name in self.may_lack for name in options):
                return options
        if self.nameless:
            return ()
        missing = [name for name in self.identity if params.get(name) in (None, "", []) and name not in self.may_lack]
        raise InvalidInput(f"{' and '.join(missing)} must be set, or id, to say which {self.one} is meant.")

    def value(self, item: Item, name: str) -> t.Any:
        """A field's value in what the API shows."""
        shown = self.shown_as.get(name)
        return item.get(name) if shown is None else shown.value(item.get(shown.name))

    def as_shown(self, fields: Item) -> Item:
        """Fields as the API will show them."""
        found: Item = {}
        for name, value in fields.items():
            shown = self.shown_as.get(name)
            found[shown.name if shown else name] = shown.show(value) if shown else value
        return found

    def differing(self, wanted: Item, current: Item) -> t.List[str]:
        """The fields that were asked for and are not so."""
        return [
            name
            for name, value in wanted.items()
            if name not in self.write_only and not self.compare.get(name, same)(value, self.value(current, name))
        ]

    def shown(self, item: t.Optional[Item]) -> Item:
        """An item as a diff shows it."""
        hidden = VOLATILE + self.volatile + self.write_only + (self.status,)
        return {name: value for name, value in (item or {}).items() if name not in hidden}


CREATED = "<id of what was created>"


class Request(t.NamedTuple):
    """One request of a plan. ``target`` is the path below the resource's collection; none is the collection itself."""

    method: str
    target: t.Tuple[str, ...] = ()
    body: t.Optional[Item] = None
    query: t.Optional[Item] = None


class Plan(t.NamedTuple):
    """What there is, what there will be (None: nothing), and the requests that lead there."""

    before: t.Optional[Item]
    after: t.Optional[Item]
    requests: t.Tuple[Request, ...] = ()

    @property
    def changed(self) -> bool:
        return bool(self.requests)


def plan_absent(current: t.Optional[Item]) -> Plan:
    """Delete what is there."""
    if current is None:
        return Plan(None, None)
    return Plan(current, None, (Request("DELETE", (str(current["id"]),)),))


def plan_present(
    resource: Resource, wanted: Item, current: t.Optional[Item], created_with: Item, recreate: bool = False
) -> Plan:
    """Create, change what differs, or do nothing. ``created_with`` is sent besides the fields when creating.

    Raises :class:`InvalidInput` when a needed field is missing, :class:`Immutable` when one differs that cannot be
    changed and ``recreate`` does not allow to replace the resource.
    """
    if current is None:
        return _plan_create(resource, wanted, created_with)
    differing = resource.differing(wanted, current)
    fixed = [name for name in differing if name in resource.create_only]
    if fixed and not recreate:
        raise _immutable(resource, fixed, wanted, current)
    if fixed:
        names = [resource.field_of(option) for option in resource.fields]
        kept = {name: resource.value(current, name) for name in names if resource.value(current, name) is not None}
        create = _plan_create(resource, dict(kept, **wanted), created_with)
        return Plan(current, create.after, plan_absent(current).requests + create.requests)
    if not differing:
        return Plan(current, current)
    change = {name: wanted[name] for name in differing}
    after = dict(current)
    for name, value in resource.as_shown(change).items():
        after[name] = _merged(current.get(name), value)
    body = change
    if resource.put:
        names = [resource.field_of(option) for option in resource.fields]
        kept = {name: resource.value(current, name) for name in names if name not in resource.create_only}
        body = {name: value for name, value in kept.items() if value is not None}
        body.update({name: _merged(kept.get(name), value) for name, value in change.items()})
        body.update({name: wanted[name] for name in resource.write_only if name in wanted})
    return Plan(current, after, (Request("PUT" if resource.put else "PATCH", (str(current["id"]),), body),))


def _plan_create(resource: Resource, wanted: Item, created_with: Item) -> Plan:
    missing = [name for name in resource.needed if wanted.get(resource.field_of(name)) in (None, "")]
    if missing:
        options = " and ".join(missing)
        raise InvalidInput(f"There is no such {resource.one} yet: {options} must be set to create it.")
    sent = {name: resource.defaults[name] for name in resource.sent_defaults}
    asked = {name: value for name, value in wanted.items() if name not in created_with and value is not None}
    body = dict(sent, **created_with, **asked)
    after = dict(resource.defaults, **resource.as_shown(body))
    for name in resource.write_only:
        after.pop(name, None)
    return Plan(None, after, (Request("POST", (), body),))


def plan_parts(plan: Plan, wanted: t.Mapping[str, t.List[Item]], parts: t.Mapping[str, Part]) -> Plan:
    """The plan with a PUT for each part that differs; ``plan.before`` holds the parts as they are."""
    if plan.after is None:
        return plan
    before, after, requests = plan.before or {}, dict(plan.after), list(plan.requests)
    made = any(request.method == "POST" for request in requests)
    ident = CREATED if made else str(after["id"])
    for option, elements in wanted.items():
        if made or elements != before.get(option):
            after[option] = elements
            if elements or not made:
                requests.append(Request("PUT", (ident, parts[option].path), {parts[option].key: elements}))
    return Plan(plan.before, after, tuple(requests))


def _merged(current: t.Any, wanted: t.Any) -> t.Any:
    """A dict that was asked for in part keeps its other keys; an empty one clears."""
    if isinstance(current, dict) and isinstance(wanted, dict) and wanted:
        return dict(current, **{key: _merged(current.get(key), value) for key, value in wanted.items()})
    return wanted


def _immutable(resource: Resource, names: t.List[str], wanted: Item, current: Item) -> Immutable:
    told = ", ".join(
        f"{name} is {resource.value(current, name)!r} and {wanted[name]!r} was asked for" for name in names
    )
    return Immutable(
        f"The {resource.one} {current.get('name') or ''} ({current['id']}) cannot be changed in place: {told}. "
        "Ask for what it has, give another name, or set recreate to true to delete it and create it anew.",
        **{resource.one: current},
    )
