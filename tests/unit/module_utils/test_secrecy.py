# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What debuggers, logs and crash reports show of the objects that know a token: not the token."""

from __future__ import annotations

import copy
import json
import pickle
import pprint
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from ansible_collections.community.scaleway.plugins.module_utils import _client
from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput
from ansible_collections.community.scaleway.plugins.module_utils._module import Module, execute
from ansible_collections.community.scaleway.plugins.module_utils._project import connected
from ansible_collections.community.scaleway.plugins.module_utils._redact import HiddenText, Secret
from ansible_collections.community.scaleway.plugins.module_utils._settings import resolve

from .conftest import TOKEN, Reply, Scripted

URL = "https://api.example.com/things"
Make = Callable[..., Scripted]


def insides(thing: Any, depth: int = 4) -> list[Any]:
    """An object, and what vars() finds in it, and in that."""
    found = [thing]
    if depth and hasattr(thing, "__dict__"):
        for value in vars(thing).values():
            found += insides(value, depth - 1)
    if depth and isinstance(thing, (list, tuple, set)):
        for value in thing:
            found += insides(value, depth - 1)
    if depth and isinstance(thing, dict):
        for value in thing.values():
            found += insides(value, depth - 1)
    return found


def test_no_look_inside_shows_the_token(scripted: Make) -> None:
    client, script, _slept = scripted(Reply({}))
    client.request("GET", URL)
    context = Context({"secret_key": TOKEN}, environment={"SCW_SECRET_KEY": TOKEN}, secrets={TOKEN})
    settings = client.settings
    holders = [
        client,
        settings,
        settings.secret_key,
        client._session(),
        client._redactor,
        script.sent[0],
        client._session().auth,
    ]
    assert script.sent[0].headers["X-Auth-Token"] == TOKEN
    for holder in [*holders, copy.copy(client), copy.copy(settings), copy.deepcopy(settings), copy.copy(context)]:
        for shown in (repr(holder), f"{holder}", pprint.pformat(holder)):
            assert TOKEN not in shown
    for holder in holders:
        inside = [
            thing for thing in insides(holder) if not isinstance(thing, HiddenText) and TOKEN in f"{thing!r} {thing!s}"
        ]
        assert inside == [], holder


def test_what_holds_the_token_is_not_pickled(scripted: Make) -> None:
    client, script, _slept = scripted(Reply({}))
    client.request("GET", URL)
    for holder in (client, client.settings, client._session(), client._session().auth, script.sent[0], Secret(TOKEN)):
        with pytest.raises(TypeError, match="pickle") as caught:
            pickle.dumps(holder)
        assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit()], ids=repr)
def test_a_crash_with_all_its_variables_does_not_show_the_token(
    scripted: Make, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """As pytest, rich and crash reporters write it down: each frame with its variables."""
    client, _script, _slept = scripted(serve=lambda _request: Reply(error=error))  # type: ignore[arg-type]
    monkeypatch.setattr(_client, "_clients", {client.settings: client})
    environment = {"HOME": "/nonexistent", "SCW_SECRET_KEY": TOKEN, "SCW_API_URL": "https://api.example.com"}
    context = Context({}, environment=environment)

    def action(context: Context) -> dict[str, Any]:
        return {"data": connected(context)[0].request("POST", URL, body={"a": 1}).data}

    with pytest.raises(type(error)) as caught:
        execute(Module({}, None, alone=action), context, diff=True)
    told = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    ours = [line for line in told.splitlines() if TOKEN in line and "TOKEN" not in line and "environment" not in line]
    assert "_send" in told
    assert "prepared = " in told
    assert ours == []


def test_an_exception_that_repeats_the_token_is_masked(scripted: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    client, _script, _slept = scripted(serve=lambda _request: Reply(error=RuntimeError(f"no luck with {TOKEN}")))
    monkeypatch.setattr(_client, "_clients", {client.settings: client})
    environment = {"HOME": "/nonexistent", "SCW_SECRET_KEY": TOKEN, "SCW_API_URL": "https://api.example.com"}

    def action(context: Context) -> dict[str, Any]:
        return {"data": connected(context)[0].request("POST", URL, body={"a": 1}).data}

    result = execute(Module({}, None, alone=action), Context({}, environment=environment), diff=True)
    assert "something that it does not know (RuntimeError in _client.py:" in result["msg"]
    assert result["error"]["type"] == "unexpected"
    assert TOKEN not in json.dumps(result)


def test_errors_of_settings_do_not_show_the_token() -> None:
    for options in (
        {"secret_key": f"{TOKEN}\n\n{TOKEN}"},
        {"secret_key": TOKEN, "project": "x"},
        {"secret_key": TOKEN, "api_url": "x"},
    ):
        with pytest.raises(InvalidInput) as caught:
            resolve(options, {})
        assert TOKEN not in str(caught.value)
