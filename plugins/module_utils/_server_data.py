# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What servers hold and what they can be: user data, and the list of commercial types."""

from __future__ import annotations

import typing as t

from ._catalog import SOLD_OUT, availabilities, local_images, server_types
from ._client import Client
from ._context import Context
from ._errors import NotFound
from ._info import info, localities
from ._instance import IMAGE, SERVER
from ._server_action import server_of
from ._user_data import UserData

Result = t.Dict[str, t.Any]


def manage_user_data(client: Client, context: Context) -> Result:
    """Write or delete user data, and return the task's result."""
    params = context.params
    data = user_data_of(client, context)
    asked = params.get("user_data")
    if params["state"] == "absent":
        named = [params["key"]] if params.get("key") else list(asked or {})
        before = data.read(named or data.keys())
        after: t.Dict[str, str] = {}
    else:
        if params.get("key"):
            after = {params["key"]: params.get("value") or ""}
        else:
            after = {key: str(value) for key, value in (asked or {}).items()}
        purge = asked is not None and params["purge"]
        before = data.read(sorted({*after, *data.keys()}) if purge else after)
    if before != after and not context.check_mode:
        data.apply(before, after)
    return {"changed": before != after, "user_data": after, "diff": {"before": before, "after": after}}


def list_user_data(client: Client, context: Context) -> Result:
    data = user_data_of(client, context)
    keys = [context.params["key"]] if context.params.get("key") else data.keys()
    return {"changed": False, "user_data": data.read(keys)}


def user_data_of(client: Client, context: Context) -> UserData:
    api, server = server_of(client, context)
    return UserData(client, f"{api.url}/{server['id']}")


def list_server_types(client: Client, context: Context) -> Result:
    params = context.params
    found: t.List[t.Dict[str, t.Any]] = []
    for place in localities(SERVER, params, client.settings.classic):
        zone = place or client.settings.zone
        available = availabilities(client, zone)
        for name, about in sorted(server_types(client, zone).items()):
            found.append(dict(about, name=name, zone=zone, availability=available.get(name)))
    wanted = [
        about
        for about in found
        if (not params.get("name") or about["name"].lower() == params["name"].lower())
        and (not params.get("arch") or about.get("arch") == params["arch"])
        and not (params["available"] and about["availability"] == SOLD_OUT)
    ]
    return {"changed": False, "server_types": wanted}


def list_images(client: Client, context: Context) -> Result:
    """The images that the account can see, or those of the marketplace."""
    params = context.params
    if not params["marketplace"]:
        return info(client, IMAGE, context)
    query: t.Dict[str, t.Any] = {"arch": params.get("arch")}
    if params["name_match"] == "exact":
        query["image_label"] = params.get("name")
    zone = params.get("zone")
    if zone != "all":
        query["zone"] = client.settings.zone
    try:
        found = local_images(client, query)
    except NotFound:
        found = []  # no such label
    wanted = [
        image
        for image in found
        if (params.get("name") or "") in str(image.get("label"))
        and (not params.get("commercial_type") or params["commercial_type"] in image["compatible_commercial_types"])
    ]
    return {"changed": False, "images": wanted, IMAGE.legacy_list: wanted}
