# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Projects, and the client of a task that names its project instead of giving the id."""

from __future__ import annotations

import typing as t

from ._client import Client, client_like, shared_client
from ._context import Context
from ._references import UNMADE, id_or_unmade
from ._resource import Resource
from ._settings import UUID, Settings, resolve

PROJECT = Resource(
    product="account",
    version="v3",
    path="projects",
    one="project",
    scope="global",
    owner="organization",
    needed=("name",),
    defaults={"description": ""},
    sent_defaults=("description",),
    settles=True,
    reread=True,
    lingers=True,
    status="status",
    gone=("deleting",),
)


def connected(context: Context, in_project: bool = True) -> t.Tuple[Client, Context]:
    """The client of the task, and the task with the id of its project in place of the name.

    The name is looked up once for all items of a loop; an id costs no request. ``in_project`` says whether the project
    matters: it may be set for all modules, and not be there yet. Raises :class:`~._references.NoSuchReference`.
    """
    name = str(context.params.get("project") or "").strip()
    if not name or UUID.fullmatch(name):
        return shared_client(settings_of(context)), context
    without = context.with_params({"project": None})
    client = shared_client(settings_of(without))
    if not in_project:
        return client, without
    if client.settings.classic:
        settings_of(context)  # refuses what is no id: the classic generation has no projects to look into
    known: t.Dict[str, str] = client.catalogs.setdefault("projects", {})
    ident = known.get(name) or id_or_unmade(client, PROJECT, without, "project", name)
    if ident != UNMADE:
        known[name] = ident
    context = context.with_params({"project": ident})
    return client_like(client, settings_of(context)), context


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
