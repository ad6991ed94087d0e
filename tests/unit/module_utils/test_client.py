# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import email.utils
import pickle
import time
from collections.abc import Callable
from typing import Any

import pytest
import requests
from urllib3.exceptions import NewConnectionError

from ansible_collections.community.scaleway.plugins.module_utils import _client
from ansible_collections.community.scaleway.plugins.module_utils._client import Client, query_pairs, shared_client
from ansible_collections.community.scaleway.plugins.module_utils._errors import (
    ApiError,
    BadAnswer,
    ForeignOrigin,
    InvalidInput,
    NoAnswer,
    PermissionDenied,
    RateLimited,
    ServerError,
    Unauthenticated,
)
from ansible_collections.community.scaleway.plugins.module_utils._settings import resolve

from .conftest import TOKEN, Reply, Scripted

URL = "https://api.example.com/things"
Make = Callable[..., Scripted]
REFUSED = requests.ConnectionError(NewConnectionError(None, "connection refused"))  # type: ignore[arg-type]
RESET = requests.ConnectionError(ConnectionResetError(104, "reset"))


@pytest.mark.parametrize("status", [429, 500, 502, 504])
@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_passing_trouble_is_retried_where_it_is_safe(scripted: Make, method: str, status: int) -> None:
    client, script, slept = scripted(Reply(status=status), Reply({"ok": True}))
    assert client.request(method, URL).data == {"ok": True}
    assert len(script.sent) == 2
    assert len(slept) == 1
    assert 0 < slept[0] <= 0.5


@pytest.mark.parametrize("trouble", [Reply(status=429), Reply(error=REFUSED)])
def test_a_post_that_surely_did_not_happen_is_sent_again(scripted: Make, trouble: Reply) -> None:
    client, script, _slept = scripted(trouble, Reply({"id": 1}, 201))
    assert client.request("POST", URL, body={}).status == 201
    assert len(script.sent) == 2


@pytest.mark.parametrize(
    "trouble",
    [
        Reply(status=500),
        Reply(status=502),
        Reply(status=503, data={"message": "upstream request timeout"}),
        Reply(status=504),
        Reply(error=RESET),
        Reply(error=requests.ReadTimeout("slow")),
        Reply(raw=b'{"id": '),
    ],
)
def test_a_post_that_may_have_happened_is_not_sent_again(scripted: Make, trouble: Reply) -> None:
    client, script, _slept = scripted(trouble)
    with pytest.raises((NoAnswer, BadAnswer, ServerError)) as caught:
        client.request("POST", URL, body={})
    assert caught.value.may_have_happened
    assert len(script.sent) == 1


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 409, 410, 412, 501])
def test_a_refusal_is_not_repeated(scripted: Make, status: int) -> None:
    client, script, _slept = scripted(Reply(status=status, data={"message": "no"}))
    with pytest.raises(ApiError) as caught:
        client.request("GET", URL)
    assert caught.value.status == status
    assert len(script.sent) == 1


def test_a_503_with_a_reason_is_a_refusal(scripted: Make) -> None:
    client, script, _slept = scripted(Reply(status=503, data={"message": "not supported on this offer"}))
    with pytest.raises(ServerError) as caught:
        client.request("GET", URL)
    assert not caught.value.may_have_happened
    assert len(script.sent) == 1


def test_a_transient_conflict_is_repeated_even_for_a_post(scripted: Make) -> None:
    body = {"type": "transient_state", "message": "busy", "current_state": "configuring"}
    client, script, _slept = scripted(Reply(status=409, data=body), Reply({"id": 1}))
    client.request("POST", URL, body={})
    assert len(script.sent) == 2


def test_retry_after_in_seconds_and_as_a_date(scripted: Make) -> None:
    date = email.utils.formatdate(time.time() + 7, usegmt=True)
    client, _script, slept = scripted(
        Reply(status=429, headers={"Retry-After": "3"}), Reply(status=503, headers={"Retry-After": date}), Reply({})
    )
    client.request("GET", URL)
    assert slept[0] == 3
    assert 5 < slept[1] <= 7


@pytest.mark.parametrize("told", ["soon", "-5", "1e400", ""])
def test_an_unreadable_retry_after_is_ignored(scripted: Make, told: str) -> None:
    client, _script, slept = scripted(Reply(status=429, headers={"Retry-After": told}), Reply({}))
    client.request("GET", URL)
    assert 0 <= slept[0] <= 0.5


@pytest.mark.parametrize("told", ["0", "Thu, 01 Jan 2026 00:00:00 GMT"])
def test_a_retry_after_of_no_time_does_not_make_it_run_in_circles(scripted: Make, told: str) -> None:
    client, script, slept = scripted(
        serve=lambda request: Reply(status=429, headers={"Retry-After": told}), retry_timeout=10
    )
    with pytest.raises(RateLimited, match="given up after"):
        client.request("GET", URL)
    assert 3 < len(script.sent) < 20
    assert all(slept)


def test_retries_end_in_time_and_say_how_many_there_were(scripted: Make) -> None:
    client, script, slept = scripted(serve=lambda request: Reply(status=429), retry_timeout=10)
    with pytest.raises(RateLimited, match=r"given up after \d+ attempts"):
        client.request("GET", URL)
    assert sum(slept) <= 10
    assert len(script.sent) == len(slept) + 1 > 3


def test_a_retry_after_beyond_the_limit_ends_at_once(scripted: Make) -> None:
    client, _script, slept = scripted(Reply(status=429, headers={"Retry-After": "600"}), retry_timeout=60)
    with pytest.raises(RateLimited, match="given up after 1 attempt"):
        client.request("GET", URL)
    assert slept == []


def test_no_retries_when_none_are_wanted(scripted: Make) -> None:
    client, script, _slept = scripted(Reply(status=502), retry_timeout=0)
    with pytest.raises(ServerError):
        client.request("GET", URL)
    assert len(script.sent) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_refused(scripted: Make, status: int) -> None:
    client, script, _slept = scripted(Reply(status=status, headers={"Location": "https://evil.example/x?y"}))
    with pytest.raises(ForeignOrigin, match=r"https://evil\.example/x "):
        client.request("GET", URL)
    assert len(script.sent) == 1


def test_a_redirect_to_nowhere_is_refused_like_any_other(scripted: Make) -> None:
    client, _script, _slept = scripted(Reply(status=302, headers={"Location": "https://[bad"}))
    with pytest.raises(ForeignOrigin, match="a redirect to a malformed URL"):
        client.request("GET", URL)


def test_a_bad_certificate_is_final(scripted: Make) -> None:
    client, script, _slept = scripted(Reply(error=requests.exceptions.SSLError("self-signed certificate")))
    with pytest.raises(NoAnswer, match="the certificate is not accepted: self-signed"):
        client.request("GET", URL)
    assert len(script.sent) == 1


@pytest.mark.parametrize(
    ("environment", "host", "said"),
    [
        ({"REQUESTS_CA_BUNDLE": "/nonexistent.pem"}, "192.0.2.1", "/nonexistent.pem"),
        ({"HTTPS_PROXY": "://nowhere"}, "192.0.2.1", "proxy"),
        ({}, "a..example", "a..example"),
        ({}, f"{'a' * 70}.example", "label"),
    ],
    ids=["certificates", "proxy", "empty-label", "long-label"],
)
def test_what_cannot_be_sent_is_told_at_once(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], host: str, said: str
) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    client = Client(resolve({"secret_key": TOKEN, "api_url": f"https://{host}"}, {"HOME": "/nonexistent"}))
    slept: list[float] = []
    client.sleep = slept.append
    with pytest.raises(NoAnswer, match="cannot be sent") as caught:
        client.request("POST", f"https://{host}/things", body={})
    assert said in str(caught.value)
    assert not caught.value.may_have_happened
    assert slept == []


def test_loopback_is_never_asked_by_way_of_a_proxy(scripted: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://proxy.example:3128")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    client, script, _slept = scripted(Reply({}), Reply({}))
    client._session().mount("http://", script)
    client.request("GET", "http://127.0.0.1:8900/things")
    client.request("GET", URL)
    assert script.proxies[0] == {}
    assert script.proxies[1]["https"] == "http://proxy.example:3128"


@pytest.mark.parametrize("raw", [b'{"things": [', b"[1, 2", b"not json", b'{"a": 1} trailing', b"[" * 100_000])
def test_an_unreadable_body_is_told_and_repeated(scripted: Make, raw: bytes) -> None:
    client, _script, _slept = scripted(Reply(raw=raw, headers={"X-Request-Id": "r-1"}), Reply({"ok": 1}))
    assert client.request("GET", URL).data == {"ok": 1}
    client, _script, _slept = scripted(Reply(raw=raw, headers={"X-Request-Id": "r-1"}), retry_timeout=0)
    with pytest.raises(BadAnswer, match=r"a body that cannot be read.*r-1"):
        client.request("GET", URL)


def test_html_and_empty_errors_are_said_as_such(scripted: Make) -> None:
    client, _script, _slept = scripted(
        Reply(status=502, raw=b"<html>Bad Gateway</html>", headers={"Content-Type": "text/html"}),
        Reply(status=404, raw=b"", headers={"Content-Type": "text/plain"}),
        retry_timeout=0,
    )
    with pytest.raises(ServerError, match="a page of HTML"):
        client.request("GET", URL)
    with pytest.raises(ApiError, match="the answer has no body"):
        client.request("GET", URL)


def test_bodies_by_their_type(scripted: Make) -> None:
    text = {"Content-Type": "text/plain"}
    client, script, _slept = scripted(
        Reply(raw=b"#cloud-config\n", headers=text),
        Reply(status=204),
        Reply(raw=b'{"a": 1}', headers={"Content-Type": ""}),
    )
    assert client.request("GET", URL).data == "#cloud-config\n"
    assert client.request("PATCH", URL, body="grüße").data is None
    assert script.sent[1].body == "grüße".encode()
    assert script.sent[1].headers["Content-Type"] == "text/plain"
    client.request("PUT", URL, body={"a": "ü"})
    assert script.sent[2].body == b'{"a": "\\u00fc"}'


def test_queries() -> None:
    query = {"none": None, "yes": True, "no": False, "many": ["a", "b", None], "number": 3, "text": "a b&c"}
    assert query_pairs(query) == [
        ("yes", "true"),
        ("no", "false"),
        ("many", "a"),
        ("many", "b"),
        ("number", "3"),
        ("text", "a b&c"),
    ]
    assert query_pairs(None) == []


def test_the_token_is_sent_and_never_shown(scripted: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine api.example.com login me password hunter2\n")
    monkeypatch.setenv("NETRC", str(netrc))
    client, script, _slept = scripted(Reply({}), Reply(status=401, data={"message": f"who is {TOKEN}?"}))
    client.request("GET", URL)
    assert script.sent[0].headers["X-Auth-Token"] == TOKEN
    assert "Authorization" not in script.sent[0].headers
    with pytest.raises(Unauthenticated) as caught:
        client.request("GET", URL)
    assert "came from the option secret_key" in str(caught.value)
    for shown in (str(caught.value), repr(client), repr(client.settings), repr(client._session().__dict__)):
        assert TOKEN not in shown
    for thing in (client._session(), client.settings):
        with pytest.raises(TypeError):
            pickle.dumps(thing)


def test_network_errors_do_not_show_the_token(scripted: Make) -> None:
    client, _script, _slept = scripted(
        Reply(error=requests.ConnectionError(f"could not send {TOKEN}")), retry_timeout=0
    )
    with pytest.raises(NoAnswer) as caught:
        client.request("GET", URL)
    assert TOKEN not in str(caught.value)


def test_without_a_token_nothing_is_sent(scripted: Make) -> None:
    client, script, _slept = scripted(secret_key=None)
    with pytest.raises(InvalidInput, match="SCW_SECRET_KEY"):
        client.request("GET", URL)
    assert script.sent == []


def test_cookies_are_not_kept(scripted: Make) -> None:
    client, script, _slept = scripted(Reply({}, headers={"Set-Cookie": "a=b"}), Reply({}))
    client.request("GET", URL)
    client.request("GET", URL)
    assert "Cookie" not in script.sent[1].headers


def test_one_client_for_the_same_settings() -> None:
    def make(token: str) -> Client:
        return shared_client(resolve({"secret_key": token}, {"HOME": "/nonexistent"}))

    assert make(TOKEN) is make(TOKEN)
    assert make(TOKEN) is not make(TOKEN[:-1] + "2")
    _client._clients.clear()


def test_a_refusal_is_told_at_once_unless_a_policy_was_just_made(scripted: Make) -> None:
    refused = Reply({"type": "permissions_denied", "message": "no"}, status=403)
    unknown = Reply({"type": "denied_authentication", "message": "who?"}, status=401)
    client, script, _slept = scripted(refused)
    with pytest.raises(PermissionDenied):
        client.request("GET", URL)
    client, script, _slept = scripted(unknown, refused, Reply({"id": 1}), permission_timeout=30)
    assert client.request("POST", URL, body={}).data == {"id": 1}
    assert len(script.sent) == 3
    client, _script, slept = scripted(serve=lambda request: refused, permission_timeout=10)
    with pytest.raises(PermissionDenied, match="given up after"):
        client.request("GET", URL)
    assert 1 < sum(slept) <= 10


def test_an_empty_answer_to_a_question_is_asked_for_again(scripted: Make) -> None:
    client, script, _slept = scripted(Reply(), Reply({"id": "1"}))
    assert client.request("GET", URL).data == {"id": "1"}
    assert len(script.sent) == 2
    client, script, _slept = scripted(Reply(), Reply(headers={"Content-Type": "text/plain"}))
    assert client.request("DELETE", URL).data is None
    assert client.request("GET", URL).data is None
