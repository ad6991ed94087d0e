# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Tokens of the classic account API: kept valid in a file, replaced, and deleted."""

from __future__ import annotations

import os
import typing as t
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from ._client import Answer, Client
from ._context import Context
from ._endpoints import Endpoint
from ._errors import BadAnswer, Immutable, InvalidInput, NotFound, ScalewayError, Unauthenticated
from ._private_file import PrivateFile, is_private, read_token
from ._redact import Secret, masked_id
from ._settings import uuid
from ._urls import path_of

ENDPOINT = Endpoint("account", "", "global", classic=True)
MINUTES_PER_EXTENSION = 30


def manage(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """Keep or delete the token that the task means, and return the task's result."""
    params = context.params
    path = params["path"]
    minutes = params["valid_for"]
    if minutes is not None and not 0 <= minutes <= MINUTES_PER_EXTENSION:
        raise InvalidInput(f"valid_for: {minutes} is out of range. An extension gives 30 minutes: give 0 to 30.")
    token = uuid(params["token_id"], "token_id") if params["token_id"] else read_token(path)
    if token:
        context.secrets.add(token)
    if params["state"] == "absent":
        result = delete(client, context, token)
    else:
        result = keep(client, context, token)
    if path:
        # Not "path": Ansible would add the owner and mode of the file, but only where it runs as a module.
        result["token_file"] = path
    return result


def keep(client: Client, context: Context, token: str) -> t.Dict[str, t.Any]:
    params = context.params
    answer = look_up(client, token) if token else None
    if answer is None:
        if params["token_id"]:
            raise InvalidInput("token_id: the API does not know this token. Set path instead to create one.")
        return create(client, context)
    current = item_of(answer)
    wanted = params["expires"]
    if wanted is not None and wanted != bool(current["expires"]):
        if not params["recreate"] or not params["path"]:
            has, asked = ("true", "false") if current["expires"] else ("false", "true")
            raise Immutable(
                f"The token cannot be changed in place: expires is {has} and {asked} was asked for. "
                "Ask for what it has, or set path and recreate to replace it."
            )
        result = create(client, context, before=current)
        if not context.check_mode:
            revoke(client, token)
        return result

    changed = False
    before, after = current, dict(current)
    if lasts_too_short(answer, params["valid_for"]):
        changed = True
        longer = parsed_date(current["expires"]) + timedelta(minutes=MINUTES_PER_EXTENSION)
        after["expires"] = longer.isoformat(timespec="microseconds")
        if not context.check_mode:
            # Each PATCH adds half an hour: one that may have been carried out is not sent again.
            after = item_of(speak_as(client, token).request("PATCH", url_of(client, token), repeatable=False))
    if params["path"] and not is_private(params["path"]):
        changed = True
        if not context.check_mode:
            os.chmod(params["path"], 0o600)
    return result_of(changed, before, after)


def create(client: Client, context: Context, before: t.Optional[t.Dict[str, t.Any]] = None) -> t.Dict[str, t.Any]:
    """Make a token and write it to its file; the file is made first, so that a token is never made in vain."""
    params = context.params
    missing = [name for name in ("email", "password") if not params[name]]
    if missing:
        raise InvalidInput(
            f"There is no valid token in {params['path']}: {' and '.join(missing)} must be set to create one."
        )
    body = {"email": params["email"], "password": params["password"]}
    if params["expires"] is not None:
        body["expires"] = params["expires"]
    if context.check_mode:
        return result_of(True, before, {})
    with PrivateFile(params["path"], "No token was created.") as write:
        try:
            made = speak_as(client, "").request("POST", url_of(client), body=body)
        except Unauthenticated as error:
            raise InvalidInput(f"email, password: the API refuses them: {error.message}", error=error.error()) from None
        item = item_of(made)
        context.secrets.add(item["id"])
        try:
            write(item["id"])
        except OSError as error:
            revoke(client, item["id"])
            raise InvalidInput(
                f"path: {params['path']} cannot be written: {error.strerror}. The new token was deleted again."
            ) from None
    return result_of(True, before, item)


def delete(client: Client, context: Context, token: str) -> t.Dict[str, t.Any]:
    path = context.params["path"]
    answer = look_up(client, token) if token else None
    has_file = bool(path) and os.path.exists(path)
    if not context.check_mode:
        if answer is not None:
            revoke(client, token)
        if has_file:
            os.unlink(path)
    before = item_of(answer) if answer is not None else None
    return result_of(answer is not None or has_file, before, None)


def result_of(
    changed: bool, before: t.Optional[t.Dict[str, t.Any]], after: t.Optional[t.Dict[str, t.Any]]
) -> t.Dict[str, t.Any]:
    shown = [dict(item, id=masked_id(item["id"])) if item and "id" in item else item or {} for item in (before, after)]
    return {"changed": changed, "token": shown[1], "diff": {"before": shown[0], "after": shown[1]}}


def speak_as(client: Client, token: str) -> Client:
    """A client that sends this token, whatever the settings hold; "" sends none."""
    return Client(client.settings, token=Secret(token))


def url_of(client: Client, *token: str) -> str:
    return "/".join([ENDPOINT.base(client.settings), path_of("tokens", *token)])


def look_up(client: Client, token: str) -> t.Optional[Answer]:
    """What the API says of a token, None when it is unknown or expired."""
    try:
        return speak_as(client, token).request("GET", url_of(client, token))
    except (NotFound, Unauthenticated):
        return None


def revoke(client: Client, token: str) -> None:
    try:
        speak_as(client, token).request("DELETE", url_of(client, token))
    except (NotFound, Unauthenticated):
        return


def item_of(answer: Answer) -> t.Dict[str, t.Any]:
    item = answer.data.get("token") if isinstance(answer.data, dict) else None
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise BadAnswer("The API answered without the token that belongs there.", "GET", ENDPOINT.product)
    item.setdefault("expires", None)
    return item


def lasts_too_short(answer: Answer, minutes: t.Optional[int]) -> bool:
    """Whether less than ``minutes`` are left, by the API's own clock as far as it tells the time."""
    expires = item_of(answer)["expires"]
    if minutes is None or not expires:
        return False
    now = datetime.now(timezone.utc)
    if answer.headers.get("Date"):
        now = parsedate_to_datetime(answer.headers["Date"])
    return parsed_date(expires) - now < timedelta(minutes=minutes)


def parsed_date(text: str) -> datetime:
    try:
        date = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except (AttributeError, ValueError):
        raise ScalewayError(f"The API gave {text!r} as the date when the token expires.") from None
    return date if date.tzinfo else date.replace(tzinfo=timezone.utc)
