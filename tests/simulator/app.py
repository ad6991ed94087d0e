# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The web server: latency, the log of requests, faults, and what is left for the API's own handlers."""

from __future__ import annotations

import asyncio
import time
import uuid
from typing import Any

import orjson
from aiohttp import web

from . import blobs
from .errors import ApiFault
from .faults import Faults, Rule
from .handlers import Reply, handle
from .routes import Route, route
from .seed import seed
from .store import Store

CONTROL = "/_simulator/"
SECRET_HEADERS = ("x-auth-token", "authorization", "cookie")
SECRET_FIELDS = ("password", "secret_key")
JSON = "application/json"


class Simulator:
    """Store, faults and log of one simulated Scaleway."""

    def __init__(self, store: Store, servers: int = 0, latency_ms: float = 0) -> None:
        self.store = store
        self.servers = servers
        self.latency = latency_ms / 1000
        self.faults = Faults()
        self.log: list[dict[str, Any]] = []
        self.reset(servers)

    def reset(self, servers: int | None = None) -> None:
        """Start over: no faults, no log, the seeded account and nothing else."""
        self.faults.clear()
        self.log.clear()
        self.store.reset()
        seed(self.store, self.servers if servers is None else servers)

    async def pause(self, seconds: float) -> None:
        """Let a request hang. Tests with a time of their own have their own way."""
        await asyncio.sleep(seconds)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one request to the API."""
        content = await request.read()
        entry = self._logged(request, content)
        started = time.perf_counter()
        try:
            return await self._answer(request, content, entry)
        finally:
            entry["seconds"] = time.perf_counter() - started

    async def _answer(self, request: web.Request, content: bytes, entry: dict[str, Any]) -> web.StreamResponse:
        rule = self.faults.for_request(request.method, request.path, request.query_string)
        delay = self.latency + ((rule["latency_ms"] or 0) / 1000 if rule else 0)
        if delay:
            await asyncio.sleep(delay)
        if rule is None:
            reply = self._reply(request, content)
            entry["status"] = reply.status
            if "Location" in reply.headers:
                reply.headers["Location"] = f"{request.scheme}://{request.host}{reply.headers['Location']}"
            return _response(reply)
        entry["fault"] = True
        return await self._answer_badly(request, content, rule, entry)

    def _reply(self, request: web.Request, content: bytes) -> Reply:
        token = request.headers.get("X-Auth-Token")
        self.store.url = f"{request.scheme}://{request.host}"
        if request.path.startswith(blobs.PATH):
            query = dict(request.query)
            status, body = blobs.transfer(self.store, request.method, request.path, query, request.headers, content)
            return Reply(status, body, {"Content-Type": blobs.TYPE if status == 200 else "application/xml"})
        try:
            return handle(self.store, request.method, request.path, joined(request), token, content)
        except ApiFault as fault:
            found = route(request.path)
            is_classic = found.place.classic if found else request.path.startswith(("/cp-", "/account/"))
            return Reply(fault.status, orjson.dumps(fault.body(is_classic)), {})

    async def _answer_badly(
        self, request: web.Request, content: bytes, rule: Rule, entry: dict[str, Any]
    ) -> web.StreamResponse:
        happens = rule["effect"] == "after" or not any(
            rule[name] for name in ("status", "reset", "redirect", "html", "wrong_shape")
        )
        if rule["reset"] == "after":
            happens = True
        if rule["hang"]:
            await self.pause(rule["hang"])
        reply = self._reply(request, content) if happens else Reply(200, b"", {})
        entry["status"] = reply.status if happens else None
        if rule["page_shift"]:
            self._shift(request.path, rule["page_shift"])
        if rule["reset"]:
            return _abort(request)
        if rule["redirect"]:
            return _response(Reply(rule["status"] or 302, b"", {"Location": rule["redirect"]}))
        if rule["html"]:
            return _response(Reply(rule["status"] or 502, b"<html><body>Bad Gateway</body></html>", {}), "text/html")
        if rule["truncate"]:
            return await _truncated(request, reply)
        status, body, headers = reply
        if rule["status"]:
            status, headers = rule["status"], {}
            told = rule["body"]
            body = b"" if told is None else told.encode() if isinstance(told, str) else orjson.dumps(told)
            entry["status"] = status
        if rule["invalid_json"]:
            body = b'{"broken": '
        if rule["empty"]:
            body = b""
        if rule["wrong_shape"]:
            body = b'["something", "else"]'
        if rule["link"]:
            headers = {**headers, "Link": rule["link"]}
        if rule["drop_total"]:
            headers = {name: value for name, value in headers.items() if name not in ("X-Total-Count", "Link")}
        headers = {**headers, **(rule["headers"] or {})}
        return _response(Reply(status, body, headers), rule["content_type"] or JSON)

    def _shift(self, path: str, how: str) -> None:
        """Let a list change between two pages: its first element goes, or a new one comes before it."""
        found = route(path)
        if not isinstance(found, Route):
            return
        entries = list(self.store.entries(found.kind, found.place.locality))
        if how == "delete" and entries:
            self.store.remove(entries[0])
        elif how == "insert" and entries:
            copy = {**entries[0].data, "id": self.store.new_id(), "name": "inserted"}
            self.store.add(found.kind, found.place.locality, copy, first=True)

    def _logged(self, request: web.Request, content: bytes) -> dict[str, Any]:
        body: Any = None
        if content:
            try:
                body = hide_secrets(orjson.loads(content))
            except orjson.JSONDecodeError:
                body = content.decode("utf-8", "replace")
        entry = {
            "method": request.method,
            "path": request.path,
            "query": request.query_string,
            "status": None,
            "fault": False,
            "token": "X-Auth-Token" in request.headers,
            "headers": {name: value for name, value in request.headers.items() if name.lower() not in SECRET_HEADERS},
            "body": body,
            "peer": request.transport.get_extra_info("peername")[1] if request.transport else None,
        }
        self.log.append(entry)
        return entry


def joined(request: web.Request) -> dict[str, str]:
    """The query, a repeated key with its values in a row, separated by commas."""
    return {name: ",".join(request.query.getall(name)) for name in request.query}


def hide_secrets(value: Any) -> Any:
    """A body as the log shows it."""
    if isinstance(value, dict):
        return {name: "********" if name in SECRET_FIELDS else hide_secrets(item) for name, item in value.items()}
    return [hide_secrets(item) for item in value] if isinstance(value, list) else value


def _response(reply: Reply, content_type: str = JSON) -> web.Response:
    headers = {"X-Request-Id": str(uuid.uuid4()), "Content-Type": content_type, **reply.headers}
    if reply.status == 429 and not reply.body:
        del headers["Content-Type"]
        headers["X-Envoy-Ratelimited"] = "true"
    return web.Response(status=reply.status, body=reply.body, headers=headers)


def _abort(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _truncated(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Half of an answer that promised to be whole."""
    response = web.StreamResponse(status=reply.status, headers={"Content-Type": JSON, **reply.headers})
    response.content_length = len(reply.body)
    await response.prepare(request)
    await response.write(reply.body[: len(reply.body) // 2])
    if request.transport is not None:
        request.transport.close()
    return response
