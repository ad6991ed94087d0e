# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""A module as data: its options and what it does. Both ways of running a task (see _run and the action plugin) use it."""

from __future__ import annotations

import copy
import typing as t
from dataclasses import dataclass, field, replace

from ._api import ResourceApi
from ._client import REQUESTS_IMPORT_ERROR, Client
from ._context import Context
from ._errors import BadAnswer, unexpected
from ._info import info
from ._options import AUTH, INFO, LEGACY, PLACE, STATE, WAIT, ArgumentSpec
from ._project import connected
from ._reconcile import reconcile
from ._redact import Redactor
from ._references import UNMADE, NoSuchReference, with_ids
from ._resource import Resource
from ._settings import check_seconds

Result = t.Dict[str, t.Any]
Action = t.Callable[[Client, Context], Result]


@dataclass(frozen=True)
class Module:
    """``argument_spec`` and ``constraints`` (required_if and the like) are those of AnsibleModule."""

    argument_spec: ArgumentSpec
    action: t.Optional[Action]
    constraints: t.Mapping[str, t.Any] = field(default_factory=dict)
    alone: t.Optional[t.Callable[[Context], Result]] = None
    """Instead of the action, for what needs no account"""
    libraries: t.Mapping[str, t.Optional[str]] = field(default_factory=dict)
    """Python packages that it needs besides requests, with the traceback of the import where it failed"""
    in_project: bool = True
    """Whether what it does may depend on a project"""
    resource: t.Optional[Resource] = None
    """What it manages or lists"""
    absent: t.Optional[Result] = None
    """The result of ``state: absent`` when what the resource belongs to is not there: then it is not there either"""


def resource_module(resource: Resource, options: ArgumentSpec, **constraints: t.Any) -> Module:
    """A module that brings one resource to the wanted state."""

    state = {"state": STATE["state"]} if resource.singleton else STATE
    shared = {**AUTH, **PLACE, **state, **WAIT, **LEGACY}
    own = [n for n in options if n not in (*shared, *resource.parts, *resource.not_fields, resource.resend)]
    declared = replace(resource, fields=resource.fields or tuple(own))

    def action(client: Client, context: Context) -> Result:
        context = with_ids(client, declared, context)
        put = declared.put or client.settings.api_generation in declared.put_in
        return reconcile(ResourceApi(client, replace(declared, put=put), context.params, warn=context.warn), context)

    legacy = LEGACY if resource.legacy else {}
    spec = {**AUTH, **PLACE, **state, **WAIT, **legacy, **options}
    absent: Result = {"changed": False, resource.one: {}, "diff": {"before": {}, "after": {}}}
    return Module(spec, action, constraints, in_project=_in_project(resource), resource=resource, absent=absent)


def info_module(resource: Resource, options: ArgumentSpec, named: bool = True, **constraints: t.Any) -> Module:
    """A module that lists resources; ``named`` says whether they have an id and a name to choose by."""

    def action(client: Client, context: Context) -> Result:
        return info(client, resource, with_ids(client, resource, context))

    legacy = LEGACY if resource.legacy_list or resource.legacy_found else {}
    return Module(
        dict(AUTH, **PLACE, **(INFO if named else {}), **legacy, **options),
        action,
        constraints,
        in_project=_in_project(resource),
        resource=resource,
    )


def _in_project(resource: Resource) -> bool:
    """Whether a project says something about a resource: not in classic accounts, nor where the organization owns it."""
    return resource.owner != "organization" and "current" in resource.generations


def execute(module: Module, context: Context, diff: bool) -> Result:
    """Run a module to its result, ``failed`` and ``warnings`` in it, every secret masked. Raises no exception."""
    try:
        return _executed(module, context, diff)
    except RecursionError:
        error = BadAnswer("An answer is nested more deeply than anything the API has.", "GET", "")
        return dict(error.result(), failed=True)


def _executed(module: Module, context: Context, diff: bool) -> Result:
    try:
        result = _result(module, context)
    except RecursionError:
        raise
    except Exception as error:  # noqa: BLE001 (whatever it says is masked like all else)
        result = dict(unexpected(error).result(), failed=True)
    if not diff:
        result.pop("diff", None)
    if context.warnings:
        result["warnings"] = context.warnings
    if context.check_mode:
        result = _without_made_up_ids(result)
    masked: Result = Redactor(context.secrets).data(result)
    return masked


def _without_made_up_ids(value: t.Any) -> t.Any:
    """A prediction in words where it stands on what is not there yet."""
    if isinstance(value, dict):
        return {key: _without_made_up_ids(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_made_up_ids(item) for item in value]
    return value.replace(UNMADE, "<id of what is not there yet>") if isinstance(value, str) else value


def _result(module: Module, context: Context) -> Result:
    if module.alone is not None:
        return module.alone(context)
    for option in ("wait_timeout", "wait_interval"):
        check_seconds(option, context.params.get(option) or 0, 0)
    absent = module.absent if context.params.get("state") == "absent" else None
    by_id = bool(context.params.get("id"))
    try:
        client, context = connected(context, module.in_project)
        by_id = False  # a missing project says nothing of what an id names, a missing parent does
        return t.cast(Action, module.action)(client, context)
    except NoSuchReference:
        if absent is None or by_id:
            raise
        return copy.deepcopy(absent)


def missing_library(module: Module) -> t.Optional[t.Tuple[str, str]]:
    """The first Python package that is not here, and the traceback of its import; None when all are."""
    libraries = {"requests": REQUESTS_IMPORT_ERROR, **module.libraries}
    return next(((name, trace) for name, trace in libraries.items() if trace is not None), None)
