# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""SSH keys and users: of IAM today, of the classic account API before (api/classic.md)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._client import Client
from ._context import Context
from ._errors import InvalidInput, NotUnique
from ._identity import SSH_KEY, material
from ._reconcile import create, created_with
from ._resource import Item, Request, Resource

Result = t.Dict[str, t.Any]
USER = Resource(
    product="account",
    version="",
    path="users",
    one="user",
    scope="global",
    wrapped=True,
    generations=("classic",),
    owner="",
)
ORGANIZATION = Resource(
    product="account",
    version="",
    path="organizations",
    one="organization",
    scope="global",
    wrapped=True,
    generations=("classic",),
    owner="",
    legacy_list="scaleway_organization_info",
)


def manage_ssh_key(client: Client, context: Context) -> Result:
    """Add or remove the SSH key of the task, and return the task's result."""
    key = material(context.params["ssh_pub_key"], "ssh_pub_key")
    if client.settings.classic:
        return _manage_key_of_user(client, context, key)
    context = context.with_params({"public_key": key})
    api = ResourceApi(client, SSH_KEY, context.params, warn=context.warn)
    owner, owner_id = api.owner
    keys = api.list({owner: owner_id} if owner_id else {})
    # A project may hold a key twice, under two names: each of them lets in.
    found = [item for item in keys if material(str(item.get("public_key")), "public_key") == key]
    wanted = context.params["state"] == "present"
    if wanted == bool(found):
        return _key_result(False, found[0] if found else {}, keys, found[:1], found[:1])
    if not wanted:
        if not context.check_mode:
            for item in found:
                api.send(Request("DELETE", (str(item["id"]),)))
        return _key_result(True, {}, [item for item in keys if item not in found], found, [])
    comment = " ".join(context.params["ssh_pub_key"].split()[2:])
    body = dict({"name": context.params.get("name") or comment or "ansible", "public_key": key}, **created_with(api))
    made = body if context.check_mode else create(api, context, Request("POST", (), body))
    return _key_result(True, made, [*keys, made], [], [made])


def _key_result(changed: bool, item: Item, keys: t.List[Item], before: t.List[Item], after: t.List[Item]) -> Result:
    shown = [
        {"public_key": found["public_key"], "name": found.get("name")} if found else {}
        for found in (before[0] if before else {}, after[0] if after else {})
    ]
    return {
        "changed": changed,
        "ssh_key": item,
        "data": {"ssh_public_keys": [{"key": found["public_key"]} for found in keys]},
        "diff": {"before": shown[0], "after": shown[1]},
    }


def _manage_key_of_user(client: Client, context: Context, key: str) -> Result:
    user = user_of(client, context, None)
    keys = [str(found["key"]) for found in user.get("ssh_public_keys") or []]
    there = [text for text in keys if material(text, "ssh_public_keys") == key]
    wanted = context.params["state"] == "present"
    if wanted == bool(there):
        after = keys
    elif wanted:
        after = [*keys, context.params["ssh_pub_key"].strip()]
    else:
        after = [text for text in keys if text not in there]
    changed = after != keys
    if changed and not context.check_mode:
        _change_user(client, context, user, {"ssh_public_keys": [{"key": text} for text in after]})
    return {
        "changed": changed,
        "ssh_key": {"key": key} if wanted else {},
        "data": {"ssh_public_keys": [{"key": text} for text in after]},
        "diff": {"before": {"ssh_public_keys": keys}, "after": {"ssh_public_keys": after}},
    }


def manage_user(client: Client, context: Context) -> Result:
    """Change the user of the task, and return the task's result."""
    params = context.params
    user = user_of(client, context, params.get("user"))
    change: Item = {
        name: params[name]
        for name in ("firstname", "lastname", "email")
        if params.get(name) is not None and params[name] != user.get(name)
    }
    wanted = params.get("ssh_public_keys")
    if wanted is not None:
        asked = {material(text, f"ssh_public_keys[{number}]"): text.strip() for number, text in enumerate(wanted)}
        there = {material(str(found["key"]), "key") for found in user.get("ssh_public_keys") or []}
        if set(asked) != there:
            change["ssh_public_keys"] = [{"key": text} for text in asked.values()]
    after = dict(user, **change)
    if change and not context.check_mode:
        after = _change_user(client, context, user, change)
    shown = [{name: found.get(name) for name in change} for found in (user, dict(user, **change))]
    return {"changed": bool(change), "user": after, "diff": {"before": shown[0], "after": shown[1]}}


def user_of(client: Client, context: Context, wanted: t.Optional[str]) -> Item:
    """A user by id or e-mail address, or the only one. Raises :class:`InvalidInput`, :class:`NotUnique`."""
    api = ResourceApi(client, USER, context.params, warn=context.warn)
    users = [user for user in api.list() if wanted in (None, "", user["id"], user.get("email"))]
    if not users:
        raise InvalidInput(f"user: the token can see no user {wanted or ''}. Give an ID or an e-mail address.")
    if len(users) > 1:
        ids = sorted(str(user["id"]) for user in users)
        raise NotUnique(
            f"user: the token can see {len(users)} users: {', '.join(ids)}. Say which one is meant.", ids=ids
        )
    return users[0]


def _change_user(client: Client, context: Context, user: Item, change: Item) -> Item:
    api = ResourceApi(client, USER, context.params, warn=context.warn)
    return api.send(Request("PATCH", (str(user["id"]),), change)) or user
