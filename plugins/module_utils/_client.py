# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""One authenticated HTTP session: origin, timeouts, retries, errors. It knows no resource and no Ansible."""

from __future__ import annotations

import copy
import functools
import json
import os
import re
import threading
import time
import typing as t
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urljoin

from ._errors import (
    ApiError,
    BadAnswer,
    ForeignOrigin,
    InvalidInput,
    NoAnswer,
    PermissionDenied,
    ScalewayError,
    ServerError,
    Unauthenticated,
    api_error,
)
from ._redact import HiddenText, Redactor, Secret
from ._retry import Final, is_overload, pause_before_retry, retry_after
from ._settings import Settings, missing_token_message
from ._urls import is_loopback, origin, same_origin, without_credentials

try:
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.exceptions import NewConnectionError

    REQUESTS_IMPORT_ERROR: t.Optional[str] = None
except ImportError:
    import traceback

    REQUESTS_IMPORT_ERROR = traceback.format_exc()

VERSION = "1.0.0"
USER_AGENT = f"ansible-collection-community.scaleway/{VERSION}"

REPEATABLE = ("GET", "HEAD", "PUT", "PATCH", "DELETE")
READING = ("GET", "HEAD")
ACCESS_KEY = re.compile(r"SCW[A-Z0-9]{17}")
# Bodies are read in pieces of this size: those of requests are so small that a page of a list takes dozens.
BLOCK = 1 << 20


class Answer(t.NamedTuple):
    """``data`` is the JSON of the body, a text when its type is not JSON, None when it is empty."""

    status: int
    data: t.Any
    headers: t.Mapping[str, str]
    url: str


class Client:
    """Sends requests as one account.

    ``token`` replaces the settings' token (a classic token speaks for
    itself); "" sends none.
    """

    def __init__(self, settings: Settings, token: t.Optional[Secret] = None, connections: int = 16) -> None:
        self.settings = settings
        self.connections = connections
        self._token = settings.secret_key if token is None else token
        self._own_token = token is not None
        self._redactor = Redactor([self._token.reveal()])
        self._http: t.Any = None
        # Answers that stay true while a playbook runs, by address.
        self.catalogs: t.Dict[str, t.Any] = {}
        self._known_routes: t.Dict[t.Any, t.Dict[str, t.Any]] = {}
        self._lock = threading.Lock()
        # Lists of many places and many pages are read at once: together they open no more connections than this.
        self._slots = threading.BoundedSemaphore(connections)
        self.sleep: t.Callable[[float], None] = time.sleep
        self.now: t.Callable[[], float] = time.monotonic

    def __repr__(self) -> str:
        return f"<Client of {self.settings.api_url}>"

    def request(
        self,
        method: str,
        url: str,
        query: t.Optional[t.Mapping[str, t.Any]] = None,
        body: t.Any = None,
        repeatable: t.Optional[bool] = None,
        headers: t.Optional[t.Mapping[str, str]] = None,
        raw: bool = False,
    ) -> Answer:
        """Send one request until it is answered, and return the answer.

        ``body`` is sent as JSON; bytes and str as plain text. ``query`` drops None, sends lists as repeated keys and
        booleans as true and false. ``repeatable`` says whether a request that may have been carried out may be sent
        again (default: all but POST). ``raw`` has the data of the answer be its bytes as they came.

        Raises a subclass of :class:`~._errors.RequestError`. Of a POST whose fate is unknown the error says
        ``may_have_happened``.
        """
        if not self._token and not self._own_token:
            raise InvalidInput(missing_token_message())
        prepared = self._prepare(method, url, query, body, headers or {})
        repeat = method in REPEATABLE if repeatable is None else repeatable
        start = self.now()
        attempt = 0
        while True:
            try:
                return self._send(prepared, raw)
            except (NoAnswer, BadAnswer, ApiError) as error:
                refused = self.settings.permission_timeout > 0 and isinstance(
                    error, (PermissionDenied, Unauthenticated)
                )
                pause = pause_before_retry(error, attempt, repeat, passes=refused)
                if pause is None:
                    raise
                limit = self.settings.permission_timeout if refused else self.settings.retry_timeout
                if self.now() + pause > start + limit:
                    error.message += f" (given up after {attempt + 1} {'attempt' if attempt == 0 else 'attempts'})"
                    raise
            self.sleep(pause)
            attempt += 1

    def close(self) -> None:
        if self._http is not None:
            self._http.close()
            self._http = None

    def _session(self) -> t.Any:
        with self._lock:
            if self._http is None:
                session: t.Any = requests.Session()
                session.headers.update({"User-Agent": USER_AGENT, "Accept": "application/json"})
                # Not in the session's headers, which a repr or a pickle would show. It also keeps requests from
                # looking for the host in ~/.netrc.
                session.auth = _TokenHeader(self._token)
                session.verify = self.settings.validate_certs
                # None is followed: otherwise requests still prepares the next request, and trips over a malformed URL.
                session.get_redirect_target = _no_redirect
                session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
                adapter: t.Any = HTTPAdapter(pool_maxsize=self.connections)
                if not self.settings.validate_certs:
                    adapter.cert_verify = _no_second_warning(adapter.cert_verify)
                session.mount("https://", adapter)
                session.mount("http://", adapter)
                self._http = session
            return self._http

    def _prepare(
        self,
        method: str,
        url: str,
        query: t.Optional[t.Mapping[str, t.Any]],
        body: t.Any,
        own: t.Mapping[str, str],
    ) -> t.Any:
        headers: t.Dict[str, str] = {}
        data: t.Optional[bytes] = None
        if isinstance(body, (str, bytes)):
            headers["Content-Type"] = "text/plain"
            data = body.encode("utf-8") if isinstance(body, str) else body
        elif body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body, allow_nan=False).encode("ascii")
        try:
            request = requests.Request(method, url, headers={**headers, **own}, params=query_pairs(query), data=data)
            return self._session().prepare_request(request)
        except (requests.RequestException, ValueError) as exc:
            raise InvalidInput(
                f"{method} {without_credentials(url)} is no request that can be sent: {self._safe(exc)}"
            ) from None

    def _send(self, prepared: t.Any, raw: bool) -> Answer:
        method, url = prepared.method, without_credentials(prepared.url)
        session = self._session()
        try:
            routes = self._routes(session, prepared.url)
            with self._slots:
                response = session.send(prepared, timeout=self.settings.api_timeout, allow_redirects=False, **routes)
                content = b"".join(response.iter_content(BLOCK))
        except (requests.RequestException, OSError, ValueError) as exc:
            raise self._no_answer(exc, method, url) from None
        return self._read(response, content, method, url, raw)

    def _routes(self, session: t.Any, url: str) -> t.Dict[str, t.Any]:
        """Proxies and certificate authorities from the environment, as requests finds them in Session.request. Once for
        each origin: reading the whole environment takes as long as sending the request."""
        where = origin(url)
        routes = self._known_routes.get(where)
        if routes is None:
            routes = session.merge_environment_settings(url, {}, True, self.settings.validate_certs, None)
            if is_loopback(where[1]):
                routes["proxies"] = {}  # http is allowed there because nothing leaves this machine
            self._known_routes[where] = routes
        return routes

    def _no_answer(self, exc: BaseException, method: str, url: str) -> ScalewayError:
        if isinstance(exc, requests.exceptions.SSLError):
            return Final(f"{method} {url}: the certificate is not accepted: {self._reason(exc)}", method, url, False)
        if isinstance(exc, requests.exceptions.InvalidHeader):
            return Final(f"{method} {url} cannot be sent: a header is not valid.", method, url, False)
        if _cannot_be_sent(exc):
            return Final(f"{method} {url} cannot be sent: {self._safe(exc)}", method, url, False)
        if isinstance(exc, requests.exceptions.ConnectTimeout) or _never_connected(exc):
            return NoAnswer(f"{method} {url}: no connection: {self._reason(exc)}", method, url, False)
        if isinstance(exc, requests.exceptions.Timeout):
            seconds = f"{self.settings.api_timeout:g}"
            message = f"{method} {url}: no answer within {seconds} s (api_timeout)."
            return NoAnswer(message, method, url, True, may_still_happen=True)
        return NoAnswer(f"{method} {url}: the connection broke: {self._safe(exc)}", method, url, True)

    def _read(self, response: t.Any, content: bytes, method: str, url: str, raw: bool) -> Answer:
        status: int = response.status_code
        if 300 <= status < 400:
            target = without_credentials(_joined(response.url, response.headers.get("Location", "")))
            raise ForeignOrigin(
                f"{method} {url} answered with a redirect to {target} (HTTP {status}). Redirects are not followed: "
                "the token goes only to the address that was set. If that is the right one, set it.",
                method,
                url,
            )
        request_id = response.headers.get("X-Request-Id", "")
        is_json = "json" in response.headers.get("Content-Type", "application/json")
        data: t.Any = None
        broken = ""
        if raw and status < 400:
            data = content
        elif content and (is_json or status >= 400):
            try:
                data = json.loads(content, parse_constant=_no_number)
            except (ValueError, RecursionError) as exc:
                broken = "it ends in the middle" if _is_cut(exc, content) else "it is not JSON"
        elif content:
            data = content.decode("utf-8", "replace")
        elif method == "GET" and "json" in response.headers.get("Content-Type", ""):
            broken = "it is empty"
        if status >= 400:
            text = "" if not content else content[:200].decode("utf-8", "replace")
            error = api_error(method, url, status, data, text, request_id)
            error.retry_after = retry_after(response)
            if isinstance(error, ServerError):
                error.may_have_happened = is_overload(error)
            if isinstance(error, Unauthenticated):
                error.message += self._whose_token()
            error.message = self._safe(error.message)
            raise error
        if broken:
            raise BadAnswer(
                f"{method} {url} answered HTTP {status} with a body that cannot be read: {broken}"
                + (f" (request id {request_id})" if request_id else "."),
                method,
                url,
            )
        return Answer(status, data, response.headers, response.url)

    def _whose_token(self) -> str:
        if self._own_token:
            return ""
        source = self.settings.sources.get("secret_key", "the settings")
        if ACCESS_KEY.fullmatch(self._token.reveal()):
            return (
                f". The token came from {source}: it is an access key. The secret key is the UUID that belongs to it."
            )
        return f". The token came from {source}: it is unknown, expired or deleted."

    def _reason(self, exc: BaseException) -> str:
        """Why there is no connection, without what libraries put around it: the address again, and how often they tried."""
        reason = getattr(exc.args[0], "reason", None) if exc.args else None
        return self._safe(re.sub(r"^.*?: (?=Failed to )", "", str(reason or exc)))

    def _safe(self, text: object) -> str:
        return self._redactor.text(str(text))

    def check_origin(self, answer: Answer, url: str) -> None:
        """Raise :class:`ForeignOrigin` when a URL found in an answer leads elsewhere than the request went."""
        target = _joined(answer.url, url)
        if not same_origin(answer.url, target):
            here = without_credentials(answer.url)
            raise ForeignOrigin(
                f"GET {here} names {without_credentials(target)} as a further page: the token does not go there.",
                "GET",
                here,
            )


class _TokenHeader:
    """Puts the token into each request. Never called for a redirect, as none is followed."""

    def __init__(self, token: Secret) -> None:
        self._token = token

    def __call__(self, request: t.Any) -> t.Any:
        if self._token:
            request.headers["X-Auth-Token"] = HiddenText(self._token.reveal())
        return request


def query_pairs(query: t.Optional[t.Mapping[str, t.Any]]) -> t.List[t.Tuple[str, str]]:
    """A query as the API reads it: None left out, lists as repeated keys, booleans as true and false."""
    pairs = []
    for name, value in (query or {}).items():
        for item in value if isinstance(value, (list, tuple)) else [value]:
            if item is not None:
                pairs.append((name, ("true" if item else "false") if isinstance(item, bool) else str(item)))
    return pairs


def _cannot_be_sent(exc: BaseException) -> bool:
    """Whether it fails here, before any connection: a host name or a proxy that is none, a file of certificates that is
    not there (an OSError without a number)."""
    if isinstance(exc, requests.RequestException):
        return isinstance(exc, requests.exceptions.InvalidURL)
    return isinstance(exc, ValueError) or (isinstance(exc, OSError) and exc.errno is None)


def _no_redirect(response: t.Any) -> None:
    """Where requests should go on to: nowhere."""


def _no_second_warning(prepare: t.Callable[..., None]) -> t.Callable[..., None]:
    """How pools are prepared by an adapter whose user chose that certificates are not checked, and was warned of it once
    by the settings: their connections do not have urllib3 warn again with each request. Filters of the warnings module
    would hold for the whole process and its threads, and thus for others' requests, too."""

    def prepared(pool: t.Any, *args: t.Any) -> None:
        prepare(pool, *args)
        pool.ConnectionCls = _quiet(pool.ConnectionCls)

    return prepared


@functools.lru_cache(maxsize=None)
def _quiet(kind: t.Any) -> t.Any:
    """The class of a pool's connections, of which urllib3 believes that they are checked: it asks them only to warn."""
    if getattr(kind, "is_quiet", False) or not hasattr(kind, "is_verified"):
        return kind

    class Quiet(kind):  # type: ignore[misc]
        is_quiet = True

        def connect(self) -> None:
            super().connect()
            self.is_verified = self.proxy_is_verified = True

    return Quiet


def _joined(base: str, url: str) -> str:
    """A URL found in an answer, made absolute; as it stands when it is malformed."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def _never_connected(exc: BaseException) -> bool:
    """Whether the connection was not even made, so that the request surely was not carried out."""
    seen: t.Set[int] = set()
    todo: t.List[t.Any] = [exc]
    while todo:
        current = todo.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        if isinstance(current, NewConnectionError):
            return True
        if isinstance(current, BaseException):
            todo += [current.__cause__, current.__context__, getattr(current, "reason", None), *current.args]
    return False


def _no_number(text: str) -> t.NoReturn:
    """NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(text)


def _is_cut(exc: BaseException, content: bytes) -> bool:
    return isinstance(exc, json.JSONDecodeError) and content.lstrip()[:1] in (b"{", b"[")


_clients: t.Dict[Settings, Client] = {}


def shared_client(settings: Settings) -> Client:
    """The client of these settings: the items of a loop share one, and with it the TCP and TLS connection."""
    client = _clients.get(settings)
    if client is None:
        client = _clients[settings] = Client(settings)
    return client


def client_like(client: Client, settings: Settings) -> Client:
    """The client of settings that differ in the project only from those of another, with its connections."""
    if settings not in _clients:
        _clients[settings] = copy.copy(client)
        _clients[settings].settings = settings
    return _clients[settings]


# A connection must not be used by two processes: a forked worker starts with none.
os.register_at_fork(after_in_child=_clients.clear)
