# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of Secret Manager, and reading a secret (api/resources.json, secret.v1beta1).

The value of a version is met in three places only: where a task compares it, where a creation sends it, and where a lookup
gives it to the user. It is never part of a result.
"""

from __future__ import annotations

import base64
import binascii
import json
import typing as t

from ._api import ResourceApi
from ._client import Client
from ._compare import same_set
from ._context import Context
from ._errors import ApiError, BadAnswer, InvalidInput, NotFound, PermissionDenied
from ._key_manager import KEY
from ._protection import protection, unprotected_first
from ._resource import ITEM, Item, Params, Request, Resource, Steps
from ._urls import path_of
from ._values import duration

NEWEST = ("latest", "latest_enabled")
LARGEST = 64 * 1024


def folder(path: t.Any, option: str) -> str:
    """A path as the API keeps it: without a slash at its end (recordings/findings.md, section 10)."""
    text = str(path)
    if not text.startswith("/") or "//" in text:
        raise InvalidInput(f"{option}: {path!r} is no path of secrets, like / or /production/web.")
    return text.rstrip("/") or "/"


def same_folder(wanted: t.Any, current: t.Any) -> bool:
    return bool((wanted or "/") == current)


def called(text: str) -> Item:
    """Folder and name in one text: ``/production/db`` is the secret db in /production."""
    path, _slash, name = text.rpartition("/")
    return {"name": name, "path": folder(path or "/", "the path of the secret")}


def single_name(name: t.Any, option: str) -> str:
    if "/" in str(name):
        raise InvalidInput(f"{option}: {name!r} holds a slash. Give the folder of the secret as path.")
    return str(name)


def policy(value: t.Any, option: str) -> Item:
    """When versions expire, in the API's spelling of durations."""
    found = {name: told for name, told in value.items() if told is not None}
    if "time_to_live" in found:
        found["time_to_live"] = duration(found["time_to_live"], f"{option}.time_to_live")
    return found


def whole_policy(change: Item, secret: Item) -> Item:
    """The API takes a policy as a whole."""
    if "ephemeral_policy" not in change:
        return change
    return dict(change, ephemeral_policy=dict(secret.get("ephemeral_policy") or {}, **change["ephemeral_policy"]))


SECRET = Resource(
    product="secret-manager",
    version="v1beta1",
    path="secrets",
    one="secret",
    scope="region",
    identity=("name", "path"),
    may_lack=("path",),
    called=called,
    filters=("name", "path", "type"),
    needed=("name",),
    create_only=("type", "key_id"),
    rename={"kms_key": "key_id"},
    references={"kms_key": KEY},
    convert={"name": single_name, "path": folder, "ephemeral_policy": policy},
    change=whole_policy,
    compare={"tags": same_set, "path": same_folder},
    actions={"protected": protection},
    deletion=unprotected_first("secret"),
    defaults={
        "path": "/",
        "description": "",
        "type": "opaque",
        "protected": False,
        "ephemeral_policy": None,
        "tags": [],
        "managed": False,
        "used_by": [],
        "version_count": 0,
        "key_id": None,
    },
    nothing=lambda secret: bool(secret.get("deletion_requested_at")),
    status="status",
    volatile=("version_count",),
)


def encoded(data: t.Any, option: str) -> str:
    """What a version holds, as it is sent. The value is never part of an error."""
    if isinstance(data, (dict, list)):
        data = json.dumps(data)
    if not isinstance(data, (str, int)) or isinstance(data, bool) or data == "":
        raise InvalidInput(f"{option}: a secret is a text that is not empty, or an object that is kept as JSON.")
    return _sent(str(data).encode("utf-8", "surrogateescape"), option)


def encoded_already(data: t.Any, option: str) -> str:
    try:
        return _sent(base64.b64decode("".join(str(data).split()), validate=True), option)
    except (binascii.Error, ValueError):
        raise InvalidInput(f"{option}: what is given is no base64.") from None


def _sent(raw: bytes, option: str) -> str:
    if not 0 < len(raw) <= LARGEST:
        raise InvalidInput(
            f"{option}: a secret holds at least 1 byte and at most 64 KiB, and this is {len(raw)} bytes."
        )
    return base64.b64encode(raw).decode("ascii")


def revision(value: t.Any, option: str) -> str:
    text = str(value).strip()
    if text in NEWEST or (text.isdigit() and int(text)):
        return text
    raise InvalidInput(f"{option}: {value!r} is no revision. Give a number, latest, or latest_enabled.")


def spelled_version(params: Params) -> Item:
    """The fields of a version. What it holds may come in two spellings."""
    wanted: Item = {}
    if params.get("data") is not None:
        wanted["data"] = encoded(params["data"], "data")
    if params.get("data_base64") is not None:
        wanted["data"] = encoded_already(params["data_base64"], "data_base64")
    if params.get("disable_previous") and "data" in wanted:
        wanted["disable_previous"] = True
    if params.get("description") is not None:
        wanted["description"] = params["description"]
    if params.get("enabled") is not None:
        wanted["status"] = "enabled" if params["enabled"] else "disabled"
    return wanted


def look_for_version(api: ResourceApi, context: Context) -> t.Optional[Item]:
    """The version of a revision; or the newest enabled one, if it holds the data that was asked for."""
    params = context.params
    wanted = api.resource.wanted(params)
    told = params.get("revision") or params.get("id")
    name = revision(told, "revision") if told else "latest_enabled"
    versions = sorted(api.list(), key=lambda version: int(version["revision"]))
    fit = [version for version in versions if api.resource.is_there(version)]
    if name == "latest_enabled":
        fit = [version for version in fit if version.get("status") == "enabled"]
    elif name != "latest":
        fit = [version for version in fit if str(version["revision"]) == name]
    newest = fit[-1] if fit else None
    if "data" not in wanted:
        return newest
    if params["state"] == "present" and not params["compare_data"]:
        # Without a look at the data, only the one that this task made is the one: its answer may have been lost.
        known = context.memory.setdefault("versions", len(versions))
        return versions[-1] if len(versions) > known else None
    if wanted.get("status") == "disabled":
        raise InvalidInput(
            "enabled: a disabled version cannot be read to compare its data. Make it, and disable its revision after that; "
            "or set compare_data to false."
        )
    return newest if newest is not None and _holds(api, context, newest, wanted["data"]) else None


def _holds(api: ResourceApi, context: Context, version: Item, data: str) -> bool:
    """Whether a version holds this data, in base64."""
    if (version.get("ephemeral_properties") or {}).get("expires_once_accessed"):
        raise InvalidInput(
            f"Revision {version['revision']} of the secret expires once it is read, so that its data cannot be compared. "
            "Set compare_data to false to make a new revision without looking."
        )
    try:
        held = read_version(api.client, api.url, str(version["revision"]))
    except PermissionDenied as error:
        error.message += " Set compare_data to false to make a new revision without reading the last one."
        raise
    context.secrets.add(held.decode("utf-8", "surrogateescape"))
    told = context.params.get("data")
    if isinstance(told, (dict, list)):  # the order of keys says nothing
        try:
            return bool(json.loads(held) == told)
        except ValueError:
            return False
    return base64.b64encode(held).decode("ascii") == data


def switched(version: Item, value: t.Any) -> Steps:
    return [Request("POST", (ITEM, "enable" if value == "enabled" else "disable"), {})]


VERSION = Resource(
    product="secret-manager",
    version="v1beta1",
    path="secrets/{secret}/versions",
    one="secret_version",
    scope="region",
    key="revision",
    owner="",
    identity=("data",),
    alternatives=(("data_base64",), ("revision",)),
    fields=("data", "data_base64", "description", "enabled", "disable_previous"),
    spelled=spelled_version,
    references={"secret": SECRET},
    write_only=("data", "disable_previous"),
    actions={"status": switched},
    set_later=("status",),
    look=look_for_version,
    nothing=lambda version: version.get("status") in ("scheduled_for_deletion", "deleted"),
    defaults={"status": "enabled", "description": "", "latest": True},
    status="",
)


def read_version(client: Client, versions: str, name: str) -> bytes:
    """What a version holds. ``versions`` is where the secret's versions are, ``name`` a revision."""
    url = f"{versions}/{path_of(name)}/access"
    answer = client.request("GET", url).data
    try:
        return base64.b64decode(answer["data"], validate=True)
    except (KeyError, TypeError, ValueError):
        raise BadAnswer(f"GET {url} answered without data.", "GET", url) from None


def read_secret(client: Client, context: Context, secret: str, name: str) -> bytes:
    """What a secret of this id holds. Raises :class:`InvalidInput` for a version that cannot be read."""
    name = revision(name, "revision")
    api = ResourceApi(client, VERSION, dict(context.params, secret=secret), warn=context.warn)
    try:
        return read_version(client, api.url, name)
    except NotFound as error:
        raise InvalidInput(f"The secret {secret} has no version {name} in {api.locality}. {error}") from None
    except ApiError as error:
        if error.status == 412:
            raise InvalidInput(f"The version {name} of the secret {secret} cannot be read: {error}") from None
        raise


def as_asked(raw: bytes, form: str, field: t.Optional[str]) -> t.Any:
    """What a secret holds in the form that was asked for. Raises :class:`InvalidInput`, without the value."""
    if form == "bytes" and not field:
        return raw
    if form == "base64" and not field:
        return base64.b64encode(raw).decode("ascii")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise InvalidInput("The secret is no text in UTF-8. Ask for it with format=base64 or format=bytes.") from None
    if form != "json" and not field:
        return text
    try:
        value = json.loads(text)
    except ValueError:
        raise InvalidInput("The secret is no JSON.") from None
    if not field:
        return value
    if not isinstance(value, dict) or field not in value:
        known = ", ".join(sorted(value)) if isinstance(value, dict) else ""
        raise InvalidInput(f"The secret has no field {field!r}. " + (f"It has {known}." if known else "It has none."))
    return value[field]
