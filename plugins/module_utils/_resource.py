# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What a kind of resource is to the engine: the words of which declarations are made."""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass, field

from ._compare import Comparator, same, same_keys, same_map
from ._errors import InvalidInput
from ._redact import MASK
from ._settings import uuid
from ._values import in_words

if t.TYPE_CHECKING:
    from ._api import ResourceApi
    from ._context import Context
    from ._errors import RequestError
    from ._plan import Plan

Item = t.Dict[str, t.Any]
Params = t.Mapping[str, t.Any]

# What changes by itself: left out of diffs and never compared.
VOLATILE = ("id", "creation_date", "modification_date", "created_at", "updated_at")
# Stands for the id of what a plan creates, until it is known.
CREATED = "<id of what was created>"


class Request(t.NamedTuple):
    """One request of a plan.

    ``target`` is the path below the resource's items; none is the collection itself. ``path`` replaces it: a path of the
    product's own. ``purpose`` is create, change, delete or part.
    """

    method: str
    target: t.Tuple[str, ...] = ()
    body: t.Optional[Item] = None
    query: t.Optional[Item] = None
    purpose: str = "change"
    path: str = ""


class Step(t.NamedTuple):
    """What no request can say. ``run`` is given the resource as it is by then, and returns it as it is afterwards (None:
    to be read again). ``what`` tells a reader of the plan."""

    what: str
    run: t.Callable[[ResourceApi, Item], t.Optional[Item]]
    purpose: str = "change"


Steps = t.Sequence[t.Union[Request, Step]]


def act(*path: str, key: str = "", method: str = "POST", **fixed: t.Any) -> t.Callable[[Item, t.Any], Steps]:
    """A field's change as one request below the item, with the value under ``key`` in the body (none: the body is
    ``fixed`` alone)."""

    def steps(item: Item, value: t.Any) -> Steps:
        return [Request(method, (ITEM, *path), dict(fixed, **({key: value} if key else {})))]

    return steps


# Stands for the path of the item itself in the requests of actions.
ITEM = "<the item>"


class Shown(t.NamedTuple):
    """How the API shows a field: under which name, how its value is read from there, and how that will look."""

    name: str
    value: t.Callable[[t.Any], t.Any]
    show: t.Callable[[t.Any], t.Any]


def inside(name: str, key: str) -> Shown:
    """A field that is shown under ``key`` in an object called ``name``."""
    return Shown(name, lambda value: value.get(key) if isinstance(value, dict) else None, lambda value: {key: value})


def starred(values: t.Any) -> t.Any:
    """A dict with stars in place of its values."""
    return dict.fromkeys(values, MASK) if isinstance(values, dict) else values


def without_unset(value: t.Any) -> t.Any:
    """A value without the keys of its dicts that nobody set: they are left alone."""
    if isinstance(value, dict):
        return {key: without_unset(item) for key, item in value.items() if item is not None}
    return [without_unset(item) for item in value] if isinstance(value, list) else value


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
    beside: str = ""
    """The field that names the resource there, when the set lies beside it instead of below: ``path`` is the product's"""
    created_with: bool = False
    """Whether a creation takes it along"""


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
    many: str = ""
    """The key of lists, in answers and in results, where that is not the end of ``path``."""
    list_key: str = ""
    """The key of lists in answers, where results have a better one."""
    key: str = "id"
    """The field that says which one it is in paths."""
    item_path: str = ""
    """Where single ones are, when that is not below ``path``."""
    list_path: str = ""
    """Where they are listed, when that is not ``path``."""
    hidden: bool = False
    """Whether the API answers for what is not there as for what one may not see (403)."""
    summaries: bool = False
    """Whether lists show less of each than there is: the one that is found is read again."""
    given_once: t.Tuple[str, ...] = ()
    """Secrets that only the answer to a creation holds, in the object or, wrapped for this once, beside it: in the result then,
    never again, and in no diff."""
    only_listed: bool = False
    """Whether single ones cannot be asked for: they are looked for in the list."""
    read_as: t.Callable[[Item], Item] = lambda item: item
    """What an item becomes when it is read: one that has no key of its own is given it."""
    listed_in: str = ""
    """The key of the object itself in the elements of lists, where these hold more."""
    singleton: bool = False
    """Whether there is one at ``path`` without an id in it: created by ``create_method``, changed and deleted there. With an
    owner there is one for each, which is asked for in the query and shown in it."""
    create_method: str = "POST"
    create_path: str = ""
    """Where one is created, when that is not ``path``."""
    query: t.Mapping[str, str] = field(default_factory=dict)
    """What reading a singleton asks for: name in the query to option."""
    nothing: t.Callable[[Item], bool] = lambda item: False
    """Whether what the API shows stands for none, like an empty list of rules: to ask for that changes nothing there."""
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
    ident: t.Optional[t.Callable[[t.Any, str], str]] = None
    """Gives the id of what ``id`` holds, or raises InvalidInput; by default a UUID, or any text when ``key`` is not id"""
    references: t.Mapping[str, Resource] = field(default_factory=dict)
    """Options that name another resource, by id or name, or several of them. They are looked up in this order: one may
    stand in the path of the next. ``rules.projects`` is a key of the dicts in a list."""
    called: t.Callable[[str], Item] = lambda text: {"name": text}
    """The fields that the text of a reference to it gives: the name, or more where names are unique within something."""
    recognized: t.Mapping[str, Comparator] = field(default_factory=dict)
    """Identity field to the way it is compared to find the one that is meant, where less than equality is enough."""
    filters: t.Tuple[str, ...] = ("name",)
    """Which identity options the list takes as filters."""
    filtered_as: t.Mapping[str, str] = field(default_factory=dict)
    """Option to its name in a list's query, where that is not its field's; "" when the list has no such filter. A list whose
    filter is called ``tag`` takes one of the tags."""
    named_by: t.Tuple[str, ...] = ()
    """Fields that may each hold what a reference or a list names it by, instead of the name."""
    offered: bool = False
    """Whether it is something that the product offers, like a plan, and no task makes: a name that there is not is told with
    the nearest."""
    owner: str = "project"
    """What it belongs to: ``project``, ``organization``, or "" for what its parent owns."""
    fields: t.Tuple[str, ...] = ()
    """Options that are fields of the body; by default all of the module's own."""
    not_fields: t.Tuple[str, ...] = ()
    """Options of the module's own that are no fields: they say how to act."""
    needed: t.Tuple[str, ...] = ()
    """Fields without which none can be created."""
    create_only: t.Tuple[str, ...] = ()
    """Fields that cannot be changed in place."""
    grow_only: t.Tuple[str, ...] = ()
    """Fields that can be made larger in place, and not smaller."""
    in_place: t.Mapping[str, Comparator] = field(default_factory=dict)
    """Field to whether it can be given a value where it has another one: given the wanted and the current one."""
    renewal: t.Optional[t.Callable[[ResourceApi, Item, Item], None]] = None
    """Replaces one whose create-only fields differ, without being asked by ``recreate``: the new one is created first, then
    this is given it and the old one to bring what uses the old one over to it, then the old one is deleted."""
    halfway: t.Optional[t.Callable[[Resource, Params, Item, Item], t.Optional[Item]]] = None
    """Given the newer and the older of two with one identity: the one to go on with, when the newer one was made to take the
    place of the older by a task that was stopped midway; the other is deleted then. None for any other two."""
    write_only: t.Tuple[str, ...] = ()
    """Fields that are never shown again: sent when creating, never compared."""
    resend: str = ""
    """The option that says ``always`` when write-only fields are to be sent each time."""
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
    maps: t.Tuple[str, ...] = ()
    """Fields, or keys in fields, that are dicts with keys of the user's own, like environment variables: compared and
    replaced as a whole."""
    secret_maps: t.Tuple[str, ...] = ()
    """Such fields whose values are secrets. Their keys are compared and their values shown as stars; those of known keys
    are sent when ``resend`` says always, and otherwise left out as ""."""
    exclusive: t.Tuple[t.Tuple[str, ...], ...] = ()
    """Fields, or keys in fields that are dicts, of which there is one at most: another one takes its place."""
    defaults: t.Mapping[str, t.Any] = field(default_factory=dict)
    """What a new one has without being asked, as far as it is known: sent when ``sent_defaults`` names it."""
    sent_defaults: t.Tuple[str, ...] = ()
    put: bool = False
    """Whether an update is a PUT of all fields instead of a PATCH of those that differ."""
    put_in: t.Tuple[str, ...] = ()
    """Generations in which it is such a PUT although it is none today."""
    creation: t.Optional[t.Callable[[Item], Item]] = None
    """Gives the body of a creation, where it has another shape than the fields."""
    change: t.Optional[t.Callable[[Item, Item], Item]] = None
    """Gives the body of an update, of what differs and the item as it is."""
    actions: t.Mapping[str, t.Callable[[Item, t.Any], Steps]] = field(default_factory=dict)
    """Field to the requests that give it a value, where the update does not take it. They follow the update, in this order,
    each when the resource is steady again. Raises InvalidInput for a change that cannot be."""
    set_later: t.Tuple[str, ...] = ()
    """Fields with actions that a creation does not take: their actions follow it."""
    deletion: t.Optional[t.Callable[[Item, Params], Steps]] = None
    """What deletes one, where that is not a DELETE alone; its last step has the purpose delete."""
    delete_query: t.Mapping[str, str] = field(default_factory=dict)
    """What a DELETE says in its query: name to option."""
    held_back: t.Tuple[str, ...] = ()
    """Preconditions that stand in the way of a deletion for a little while only, after that of something else."""
    check: t.Optional[t.Callable[[ResourceApi, Context, Plan], None]] = None
    """Looks at a plan that changes something before anything is sent; may ask the API. Raises InvalidInput."""
    checks_place: bool = False
    """Whether ``check`` asks about what the resource belongs to: it is left out while that is only predicted."""
    more: t.Optional[t.Callable[[ResourceApi, Context, Plan], Plan]] = None
    """Adds to a plan what no other word can say."""
    look: t.Optional[t.Callable[[ResourceApi, Context], t.Optional[Item]]] = None
    """Finds the one that is meant, where neither its id nor the list tells."""
    settles: bool = False
    """Whether what was just made may be not found, or refused, for a while: with ``wait`` it is looked for until it is there."""
    wavers: t.Optional[t.Callable[[RequestError], bool]] = None
    """Whether a refusal may only mean that not all of the API knows of it yet: what is read is asked for again for a while."""
    completed: t.Optional[t.Callable[[ResourceApi, Item], Item]] = None
    """Adds to one that was read by itself what further requests tell."""
    reread: bool = False
    """Whether the answer to a change is not yet what was changed."""
    status: str = "state"
    """The field with the state of the resource; ``install.status`` is a field of a field."""
    gone: t.Tuple[str, ...] = ()
    """States of what is deleted and still shown: as good as none."""
    leaving: t.Tuple[str, ...] = ()
    """States of what is being deleted: as good as none for whoever looks for one, and waited for by its deletion."""
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

    legacy_found: str = ""
    """The name under which an info module of community.general returned the only one of the name that was asked for."""
    legacy_list: str = ""
    """The name under which the modules of community.general returned a list of them."""

    def __post_init__(self) -> None:
        if not self.many:
            object.__setattr__(self, "many", self.path.rpartition("/")[2].replace("-", "_"))

    @property
    def noun(self) -> str:
        """What one is called in a sentence."""
        return self.one.replace("_", " ")

    @property
    def nouns(self) -> str:
        return self.many.replace("_", " ")

    def field_of(self, option: str) -> str:
        return self.rename.get(option, option)

    def filter_of(self, option: str) -> str:
        """What the query of a list calls an option, "" when the list does not filter by it."""
        return self.filtered_as.get(option, self.field_of(option))

    def names_of(self, item: Item) -> t.List[str]:
        """What an item may be called."""
        return [str(item[name]) for name in self.named_by or ("name",) if item.get(name)]

    def says_which(self, option: str, params: Params) -> bool:
        """Whether an option has a part in saying which one is meant: where it is, or what identifies it without an id."""
        if self.look is not None or any(
            f"{{{option}}}" in path for path in (self.path, self.item_path, self.list_path)
        ):
            return True
        return not params.get("id") and any(option in options for options in (self.identity, *self.alternatives))

    def places(self, params: Params) -> t.Tuple[str, ...]:
        """The options that say what it belongs to: those in its path, and those of its identity."""
        in_path = re.findall(r"\{(\w+)\}", self.path + self.list_path)
        given = (self.identity, *self.alternatives, *((tuple(self.references),) if self.look is not None else ()))
        return (*in_path, *(option for options in given for option in options if option in self.references))

    def ident_of(self, item: Item) -> t.Tuple[str, ...]:
        """The path of an item below the others."""
        return () if self.singleton else (str(item[self.key]),)

    def id_given(self, value: t.Any, option: str) -> str:
        """The id that an option holds. Raises :class:`InvalidInput` for what cannot be one."""
        if self.ident is not None:
            return self.ident(value, option)
        return uuid(str(value), option) if self.key == "id" else str(value)

    def state_of(self, item: t.Optional[Item]) -> t.Optional[str]:
        """The state that an item shows, None when it shows none."""
        value: t.Any = item
        for name in self.status.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        return None if value is None else str(value)

    def is_there(self, item: t.Optional[Item]) -> bool:
        """Whether an item is there and not only shown for a while after its deletion."""
        return self.is_seen(item) and self.state_of(item) not in self.leaving

    def is_seen(self, item: t.Optional[Item]) -> bool:
        """Whether an item is there, if only to be deleted at the moment."""
        return item is not None and self.state_of(item) not in self.gone and not self.nothing(item)

    def query_of(self, options: t.Iterable[str], values: t.Mapping[str, t.Any]) -> Item:
        """What a list is asked for: those of the options that it takes, of fields with these values."""
        asked = {option: self.field_of(option) for option in options if option in self.filters}
        return {
            self.filter_of(option): values[name]
            for option, name in asked.items()
            if name in values and self.filter_of(option)
        }

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
                # What converts a value says itself what null in it means.
                wanted[self.field_of(option)] = (
                    self.converted(option, value) if option in self.convert else without_unset(value)
                )
        return wanted

    def converted(self, option: str, value: t.Any) -> t.Any:
        """An option's value in the API's spelling. Raises :class:`InvalidInput`."""
        convert = self.convert.get(option)
        return convert(value, option) if convert and value not in (None, "") else value

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
        raise InvalidInput(f"{in_words(missing)} must be set, or id, to say which {self.noun} is meant.")

    def value(self, item: Item, name: str) -> t.Any:
        """A field's value in what the API shows."""
        shown = self.shown_as.get(name)
        return item.get(name) if shown is None else shown.value(item.get(shown.name))

    def as_shown(self, fields: Item) -> Item:
        """Fields as the API will show them."""
        found: Item = {}
        for name, value in fields.items():
            shown = self.shown_as.get(name)
            value = starred(value) if name in self.secret_maps else value
            place, told = (shown.name, shown.show(value)) if shown else (name, value)
            there = found.get(place)
            # Several fields may be shown in one object.
            found[place] = dict(there, **told) if isinstance(there, dict) and isinstance(told, dict) else told
        return found

    def differing(self, wanted: Item, current: Item) -> t.List[str]:
        """The fields that were asked for and are not so."""
        compare = {
            **dict.fromkeys(self.maps, same_map),
            **dict.fromkeys(self.secret_maps, same_keys),
            **self.compare,
        }
        return [
            name
            for name, value in wanted.items()
            if name not in self.write_only and not compare.get(name, same)(value, self.value(current, name))
        ]

    def shown(self, item: t.Optional[Item]) -> Item:
        """An item as a diff shows it."""
        hidden: t.Tuple[str, ...] = VOLATILE + self.volatile + self.write_only + self.given_once
        status = self.status.partition(".")[0]
        if status not in [shown.name for shown in self.shown_as.values()]:  # otherwise an option sets it
            hidden += (status,)
        return {name: value for name, value in (item or {}).items() if name not in hidden}
