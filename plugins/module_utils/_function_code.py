# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The code of a function: a directory or an archive, compared with what is deployed by the content of its files.

Uploads and downloads go to URLs that the API signs. The token never goes there.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import typing as t
import zipfile
from urllib.parse import urlsplit

from ._api import ResourceApi
from ._client import Client
from ._context import Context
from ._errors import BadAnswer, InvalidInput, NotFound
from ._plan import Plan
from ._redact import Secret
from ._resource import Item, Request, Step
from ._urls import is_loopback, origin

LARGEST = 100 * 1000 * 1000
LEFT_OUT = (".git", "__pycache__")
# The oldest time that an archive can hold: files of the same content make the same archive.
EPOCH = (1980, 1, 1, 0, 0, 0)


def archive(path: str, option: str) -> bytes:
    """The ZIP archive at a path, or one of the directory there. Raises :class:`InvalidInput`."""
    if not os.path.exists(path):
        raise InvalidInput(
            f"{option}: {path!r} does not exist. Give a directory with the code, or a ZIP archive of it."
        )
    try:
        data = _zipped(path, option) if os.path.isdir(path) else _read(path)
    except OSError as error:
        raise InvalidInput(f"{option}: {error.filename or path} cannot be read: {error.strerror}.") from None
    if not contents(data):
        raise InvalidInput(
            f"{option}: {path!r} holds no files. Give a directory with the code, or a ZIP archive of it."
        )
    if len(data) > LARGEST:
        raise InvalidInput(f"{option}: the archive of {path!r} has {len(data)} bytes, and {LARGEST} are allowed.")
    return data


def _read(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()


def _zipped(path: str, option: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(name for name in folders if name not in LEFT_OUT)
            for name in sorted(files):
                full = os.path.join(folder, name)
                entry = zipfile.ZipInfo(os.path.relpath(full, path).replace(os.sep, "/"), EPOCH)
                runs = os.stat(full).st_mode & stat.S_IXUSR
                entry.external_attr = (stat.S_IFREG | (0o755 if runs else 0o644)) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, _read(full))
    return buffer.getvalue()


def contents(data: bytes) -> t.Dict[str, str]:
    """The files of an archive with the digests of what they hold, empty when it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            return {
                entry.filename: hashlib.sha256(source.read(entry)).hexdigest()
                for entry in source.infolist()
                if not entry.is_dir()
            }
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError):
        return {}


def with_code(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """The plan with an upload and a deployment, where the code that was asked for is not what runs."""
    path = context.params.get("source")
    if plan.after is None or not path:
        return plan
    data = archive(str(path), "source")
    before = plan.before
    made = any(isinstance(request, Request) and request.purpose == "create" for request in plan.requests)
    if not made and before is not None and _runs(api, context, before, data):
        return plan

    def run(api: ResourceApi, item: Item) -> Item:
        ident = str(item["id"])
        told = api.act(Request("GET", (ident, "upload-url"), None, {"content_length": len(data)}))
        _transfer(api, context, "PUT", told, data)
        return api.act(Request("POST", (ident, "deploy"), {}))  # type: ignore[no-any-return]

    return plan._replace(requests=(*plan.requests, Step("upload and deploy the code", run)))


def _runs(api: ResourceApi, context: Context, function: Item, data: bytes) -> bool:
    """Whether a function runs this code. What was not deployed, or failed to be, does not."""
    if function.get("status") != "ready":
        return False
    told = api.act(Request("GET", (str(function["id"]), "download-url")))
    try:
        there = _transfer(api, context, "GET", told)
    except NotFound:
        return False
    return there == data or contents(there) == contents(data)


def _transfer(api: ResourceApi, context: Context, method: str, told: t.Any, data: t.Optional[bytes] = None) -> bytes:
    """Send to, or fetch from, a URL that the API signed."""
    url = str(told.get("url") or "") if isinstance(told, dict) else ""
    try:
        scheme, host, _port = origin(url)
    except ValueError:
        raise BadAnswer("The API gave no URL for the code of the function.", "GET", api.url) from None
    if scheme != "https" and not is_loopback(host) and not api.base.startswith("http:"):
        raise BadAnswer(f"The API gave a URL for the code that is not encrypted, at {host}.", "GET", api.url)
    context.secrets.add(urlsplit(url).query)  # whoever has the signature can do the same
    headers = {name: ", ".join(values) for name, values in (told.get("headers") or {}).items()}
    headers = {name: value for name, value in headers.items() if name.lower() != "content-length"}
    sender = Client(api.client.settings, token=Secret(""))
    try:
        answer = sender.request(method, url, None, data, headers=headers, raw=True)
    finally:
        sender.close()
    return t.cast(bytes, answer.data)
