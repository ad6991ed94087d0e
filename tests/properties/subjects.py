# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the properties are tried on: every declaration, with one of it to start from and values for what can be changed.

The start is the ``Case`` of a module's family, else the examples of its documentation. Values come from the module's own
argument spec: choices, truths, lists of tags, free texts. What the API has rules for has the values of the start, and those
that the family's ``VALUES`` name.
"""

from __future__ import annotations

import importlib
import re
from typing import Any, NamedTuple

from hypothesis import strategies as st

from ansible_collections.community.scaleway.plugins.module_utils._module import Module
from ansible_collections.community.scaleway.plugins.module_utils._options import AUTH, LEGACY, PLACE, STATE, WAIT
from ansible_collections.community.scaleway.plugins.module_utils._resource import Resource
from tests import families
from tests.faults.lives import LIVES, PACKAGE, Life, Task

Options = dict[str, Any]
SHARED = {**AUTH, **PLACE, **STATE, **WAIT, **LEGACY}
FREE_TEXTS = ("description", "comment")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" {}'\"%"), max_size=12)
WORDS = st.from_regex(r"[a-z]([a-z0-9=:_.-]{0,6}[a-z0-9])?", fullmatch=True)


class Subject(NamedTuple):
    module: str
    resource: Resource
    before: list[Task]
    """Tasks that make what it needs, and others that must not be touched"""
    start: Options
    """Options that make one"""
    values: dict[str, st.SearchStrategy[Any]]
    """Options that can be changed, and values for them"""
    exclusive: list[tuple[str, ...]]
    """Options of which there is one at most"""


def subject(life: Life) -> Subject | None:
    """What there is to try of a life; None where there is no declaration."""
    module: Module = importlib.import_module(f"{PACKAGE}.{life.module}").MODULE
    resource = module.resource
    own = [number for number, task in enumerate(life.tasks) if task.phase and task.options.get("state") != "absent"]
    if resource is None or not own:
        return None
    first = life.tasks[own[0]]
    spec = module.argument_spec
    start = _named(first.options, spec)
    defaults = {option: facts.get("default") for option, facts in spec.items()}
    identity = {
        *resource.identity_of({**defaults, **start}),
        *re.findall(r"\{(\w+)\}", resource.path + resource.list_path),
    }
    same_one = [
        options
        for options in (_named(life.tasks[number].options, spec) for number in own)
        if all(options.get(option) == start.get(option) for option in identity)
    ]
    known = {option: [options[option] for options in same_one if option in options] for option in spec}
    told = VALUES.get(life.module, {})
    values = {
        option: told[option] if option in told else _values(option, spec[option], known[option])
        for option in spec
        if option in told or (option not in identity and _can_change(option, resource))
    }
    return Subject(
        life.module,
        resource,
        life.tasks[: own[0]],
        start,
        {option: found for option, found in values.items() if found is not None},
        [tuple(group) for group in module.constraints.get("mutually_exclusive", ())],
    )


def drawn(data: st.DataObject, subject: Subject, left_out: set[str], label: str) -> Options:
    """Options for one task."""
    values = st.fixed_dictionaries({name: value for name, value in subject.values.items() if name not in left_out})
    options = {**subject.start, **data.draw(values, label)}
    for group in subject.exclusive:
        given = [option for option in group if options.get(option) is not None]
        if len(given) > 1:
            chosen = data.draw(st.sampled_from(given), f"of {' and '.join(given)}")
            options = {name: value for name, value in options.items() if name not in given or name == chosen}
    return options


def _named(options: Options, spec: Options) -> Options:
    """Options under their own names instead of aliases."""
    names = {alias: option for option, facts in spec.items() for alias in facts.get("aliases", ())}
    return {names.get(name, name): value for name, value in options.items()}


def _can_change(option: str, resource: Resource) -> bool:
    if option in SHARED or option in resource.not_fields or option == resource.resend:
        return False
    field = resource.field_of(option)
    return field not in (*resource.create_only, *resource.write_only, *resource.grow_only, *resource.secret_maps)


def _values(option: str, facts: dict[str, Any], known: list[Any]) -> st.SearchStrategy[Any] | None:
    """Values of one option, those of the start first; None where no other one is known to be right."""
    pool = [st.just(value) for value in known]
    kind = facts.get("type", "str")
    if kind == "bool":
        pool.append(st.booleans())
    elif kind == "list" and option == "tags":
        pool.append(st.lists(WORDS, max_size=3, unique=True))
    elif "choices" in facts:
        pool.append(st.sampled_from(facts["choices"]))
    elif kind == "str" and option in FREE_TEXTS:
        pool.append(TEXTS)
    elif kind == "dict" and "options" in facts:
        pool += [_varied(value, facts["options"]) for value in known if isinstance(value, dict)]
    return st.one_of(pool) if pool else None


def _varied(value: Options, inner: dict[str, Any]) -> st.SearchStrategy[Options]:
    """A dict with other values for those of its keys that have choices or are truths."""
    choices = {
        key: st.booleans() if inner[key].get("type") == "bool" else st.sampled_from(inner[key]["choices"])
        for key in value
        if key in inner and (inner[key].get("type") == "bool" or "choices" in inner[key])
    }
    return st.fixed_dictionaries(choices).map(lambda chosen: {**value, **chosen})


VALUES: dict[str, dict[str, st.SearchStrategy[Any] | None]] = {
    module: {option: st.sampled_from(values) if values else None for option, values in options.items()}
    for module, options in families.VALUES.items()
}
SUBJECTS = [found for life in LIVES for found in [subject(life)] if found is not None]
