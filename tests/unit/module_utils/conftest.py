# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A client whose answers are written down beforehand, and whose clock does not wait."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pytest
import requests
from requests.adapters import BaseAdapter
from urllib3.response import HTTPResponse

from ansible_collections.community.scaleway.plugins.module_utils._client import Client
from ansible_collections.community.scaleway.plugins.module_utils._settings import resolve

TOKEN = "11111111-1111-4111-8111-111111111111"


class Reply(NamedTuple):
    """One answer, or an exception instead of it."""

    data: Any = None
    status: int = 200
    headers: dict[str, str] = {}
    raw: bytes | None = None
    error: Exception | None = None


class Script(BaseAdapter):
    """Answers each request with the next reply; ``sent`` keeps the requests. ``serve`` answers by the request instead."""

    def __init__(
        self, replies: Sequence[Reply], serve: Callable[[requests.PreparedRequest], Reply] | None = None
    ) -> None:
        super().__init__()
        self.replies = list(replies)
        self.serve = serve
        self.sent: list[requests.PreparedRequest] = []
        self.proxies: list[dict[str, str]] = []

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:  # type: ignore[override]
        self.sent.append(request)
        self.proxies.append(dict(kwargs.get("proxies") or {}))
        reply = self.serve(request) if self.serve else self.replies.pop(0)
        if reply.error is not None:
            raise reply.error
        content = reply.raw if reply.raw is not None else b"" if reply.data is None else json.dumps(reply.data).encode()
        response = requests.Response()
        response.status_code = reply.status
        response.url = str(request.url)
        response.headers.update({"Content-Type": "application/json", **reply.headers})
        response.raw = HTTPResponse(io.BytesIO(content), preload_content=False)
        response.request = request
        return response

    def close(self) -> None:
        """Nothing to close."""

    @property
    def lines(self) -> list[str]:
        """Method and path with query of what was sent."""
        return [f"{request.method} {request.path_url}" for request in self.sent]


class Scripted(NamedTuple):
    client: Client
    script: Script
    slept: list[float]


@pytest.fixture
def scripted() -> Callable[..., Scripted]:
    """``scripted(reply, ..., serve=..., **options)`` gives a client, its script and the pauses it made."""

    def make(
        *replies: Reply, serve: Callable[[requests.PreparedRequest], Reply] | None = None, **options: Any
    ) -> Scripted:
        options.setdefault("secret_key", TOKEN)
        client = Client(resolve({"api_url": "https://api.example.com", **options}, {"HOME": "/nonexistent"}))
        script = Script(replies, serve)
        session = client._session()
        session.mount("https://", script)
        slept: list[float] = []
        client.sleep = slept.append
        client.now = lambda: sum(slept)
        return Scripted(client, script, slept)

    return make
