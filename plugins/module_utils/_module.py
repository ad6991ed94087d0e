# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""A module as data: its options and what it does. Both ways of running a task (see _run and the action plugin) use it."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field, replace

from ._api import ResourceApi
from ._client import REQUESTS_IMPORT_ERROR, Client, shared_client
from ._context import Context
from ._errors import ScalewayError
from ._info import info
from ._options import AUTH, INFO, LEGACY, PLACE, STATE, WAIT, ArgumentSpec
from ._reconcile import reconcile
from ._redact import Redactor
from ._references import NoSuchReference, with_ids
from ._resource import Resource
from ._settings import Settings, resolve

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


def resource_module(resource: Resource, options: ArgumentSpec, **constraints: t.Any) -> Module:
    """A module that brings one resource to the wanted state."""

    state = {"state": STATE["state"]} if resource.singleton else STATE
    shared = {**AUTH, **PLACE, **state, **WAIT, **LEGACY}
    own = [n for n in options if n not in (*shared, *resource.parts, *resource.not_fields, resource.resend)]
    declared = replace(resource, fields=resource.fields or tuple(own))

    def action(client: Client, context: Context) -> Result:
        try:
            context = with_ids(client, declared, context)
        except NoSuchReference:
            if context.params["state"] != "absent":
                raise
            # What belongs to something that is not there is not there either.
            return {"changed": False, resource.one: {}, "diff": {"before": {}, "after": {}}}
        return reconcile(ResourceApi(client, declared, context.params, warn=context.warn), context)

    legacy = LEGACY if resource.legacy else {}
    spec = {**AUTH, **PLACE, **state, **WAIT, **legacy, **options}
    return Module(spec, action, constraints)


def info_module(resource: Resource, options: ArgumentSpec, named: bool = True, **constraints: t.Any) -> Module:
    """A module that lists resources; ``named`` says whether they have an id and a name to choose by."""

    def action(client: Client, context: Context) -> Result:
        return info(client, resource, with_ids(client, resource, context))

    legacy = LEGACY if resource.legacy_list else {}
    return Module(
        dict(AUTH, **PLACE, **(INFO if named else {}), **legacy, **options),
        action,
        constraints,
    )


def execute(module: Module, context: Context, diff: bool) -> Result:
    """Run a module to its result, ``failed`` and ``warnings`` in it, every secret masked. Raises nothing of ours."""
    try:
        result = _result(module, context)
    except ScalewayError as error:
        result = dict(error.result(), failed=True)
    if not diff:
        result.pop("diff", None)
    if context.warnings:
        result["warnings"] = context.warnings
    masked: Result = Redactor(context.secrets).data(result)
    return masked


def _result(module: Module, context: Context) -> Result:
    if module.alone is not None:
        return module.alone(context)
    return t.cast(Action, module.action)(shared_client(settings_of(context)), context)


def settings_of(context: Context) -> Settings:
    """The task's settings; their token is a secret of the task from then on, their warnings are its warnings."""
    settings = resolve(settings_options(context.params), context.environment)
    context.secrets.add(settings.secret_key.reveal())
    for warning in settings.warnings:
        context.warn(warning)
    return settings


def settings_options(params: t.Mapping[str, t.Any]) -> t.Mapping[str, t.Any]:
    """The options as settings. ``all`` is for lists to understand: it is no zone."""
    return {name: value for name, value in params.items() if not (name in ("zone", "region") and value == "all")}


def missing_library(module: Module) -> t.Optional[t.Tuple[str, str]]:
    """The first Python package that is not here, and the traceback of its import; None when all are."""
    libraries = {"requests": REQUESTS_IMPORT_ERROR, **module.libraries}
    return next(((name, trace) for name, trace in libraries.items() if trace is not None), None)
