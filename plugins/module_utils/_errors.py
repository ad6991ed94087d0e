# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What can go wrong, as exceptions that know their own result.

The shapes of error bodies are those of the current API (``type``, ``message``, ``details``; often only ``message``) and
of the classic one (``type``, ``message``, ``fields``).
"""

from __future__ import annotations

import os
import traceback
import typing as t


class ScalewayError(Exception):
    """Base of all errors of this collection. ``extra`` holds further keys of the task's result."""

    def __init__(self, message: str, **extra: t.Any) -> None:
        super().__init__(message)
        self.message = message
        self.extra = extra

    def __str__(self) -> str:
        return self.message

    def error(self) -> t.Dict[str, t.Any]:
        """The structured form: ``type`` names the kind of error, in the API's own words where it has some."""
        return {"type": _snake_case(type(self).__name__)}

    def result(self) -> t.Dict[str, t.Any]:
        """What the failed task returns: ``msg``, ``error`` and what was already known or created."""
        return dict(self.extra, msg=self.message, error=self.error())


class InvalidInput(ScalewayError):
    """An option, a setting or a file holds something that cannot be right. Raised before any request."""


class NotUnique(ScalewayError):
    """More than one resource matches: none is touched. ``found`` are these, where they are known."""

    found: t.Sequence[t.Dict[str, t.Any]] = ()


class Immutable(ScalewayError):
    """Something differs that the API cannot change in place."""


class WaitTimeout(ScalewayError):
    """The resource did not reach a steady state in time."""


class FailedState(ScalewayError):
    """The resource reached a state that it does not leave by itself."""


class Unexpected(ScalewayError):
    """Something came that nobody expected: the API answers in another shape than documented, or the module is wrong.

    ``where`` names the functions in which it was met, without any value: what came may be secret.
    """

    where = ""

    def error(self) -> t.Dict[str, t.Any]:
        return dict(super().error(), where=self.where)


# What code raises that meets another shape.
SHAPE_ERRORS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def unexpected(error: Exception) -> ScalewayError:
    """Any exception as one of ours."""
    if isinstance(error, ScalewayError):
        return error
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "plugins" in frame.filename]
    places = [f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    place = f"{type(error).__name__} in {places[-1] if places else 'Python'}"
    if isinstance(error, SHAPE_ERRORS):
        message = f"An answer of the API has a shape that this module does not know ({place}). If the API is right, the module"
        message += " is not: please report it, with what error.where says."
    else:
        message = (
            f"This module met something that it does not know ({place}). Please report it, with what error.where says."
        )
    told = Unexpected(message)
    told.where = " > ".join(places)
    return told


class RequestError(ScalewayError):
    """A request failed. ``method`` and ``url`` name it; the URL has no credentials in it.

    ``may_have_happened`` tells whether the API may have carried out the request all the same.
    """

    may_have_happened = False

    def __init__(self, message: str, method: str, url: str, **extra: t.Any) -> None:
        super().__init__(message, **extra)
        self.method = method
        self.url = url

    def error(self) -> t.Dict[str, t.Any]:
        return dict(super().error(), method=self.method, url=self.url)


class NoAnswer(RequestError):
    """The connection failed or ended before a whole answer was there.

    ``may_still_happen`` says that nobody hung up: the API may carry out the request any time later.
    """

    def __init__(
        self, message: str, method: str, url: str, may_have_happened: bool, may_still_happen: bool = False
    ) -> None:
        super().__init__(message, method, url)
        self.may_have_happened = may_have_happened
        self.may_still_happen = may_still_happen


class BadAnswer(RequestError):
    """The answer came, but it is not what the API answers: HTML, half a JSON document, another shape."""

    may_have_happened = True


class ForeignOrigin(RequestError):
    """The answer points to another origin, to which the token must not go."""


class ApiError(RequestError):
    """The API answered with an error status.

    ``status`` is the HTTP status, ``type`` the API's own name of the error ("" when it gave none), ``fields`` maps
    names of arguments to what is wrong with them, ``request_id`` is what Scaleway's support asks for.
    """

    retry_after: t.Optional[float] = None  # seconds, when the API asks to wait

    def __init__(self, message: str, method: str, url: str, status: int, body: t.Any, request_id: str = "") -> None:
        super().__init__(message, method, url)
        self.status = status
        self.body = body if isinstance(body, dict) else {}
        kind = self.body.get("type")
        self.type = kind if isinstance(kind, str) else ""
        self.request_id = request_id
        self.fields = fields_of(self.body)

    def error(self) -> t.Dict[str, t.Any]:
        kind = self.type or _snake_case(type(self).__name__)
        error: t.Dict[str, t.Any] = dict(super().error(), type=kind, status=self.status, request_id=self.request_id)
        message = self.body.get("message")
        if isinstance(message, str):
            error["message"] = message
        if self.fields:
            error["fields"] = self.fields
        return error


class InvalidArguments(ApiError):
    """The API refuses values of the request (400)."""


class Unauthenticated(ApiError):
    """The token is missing, unknown or expired (401)."""


class PaymentRequired(ApiError):
    """The parameters are valid but the account cannot do this (402)."""


class PermissionDenied(ApiError):
    """The token lacks a right (403). Some products answer so for what no longer exists."""


class QuotaExceeded(ApiError):
    """The organization may not have more of this kind."""


class NotFound(ApiError):
    """There is no such thing (404)."""


class Conflict(ApiError):
    """The resource, as it is now, does not allow the request (409, 410, 412, locked)."""


class TransientState(Conflict):
    """The resource is in the middle of a change; the same request may succeed a little later."""


class AlreadyExists(Conflict):
    """There is one already."""


class OutOfStock(ApiError):
    """Scaleway has none left of this type at the moment."""


class RateLimited(ApiError):
    """Too many requests (429): this one was not carried out."""


class ServerError(ApiError):
    """Something went wrong on Scaleway's side (5xx). Whether the request was carried out is unknown."""

    may_have_happened = True


# The API's own type decides first: the same type comes with different statuses (api/errors.md, "type values").
BY_TYPE: t.Dict[str, t.Type[ApiError]] = {
    "already_exists": AlreadyExists,
    "api_error": ServerError,
    "authorization_required": PermissionDenied,
    "conflict": Conflict,
    "denied_authentication": Unauthenticated,
    "expired": NotFound,
    "invalid_arguments": InvalidArguments,
    "invalid_auth": Unauthenticated,
    "invalid_request_error": InvalidArguments,
    "invitalid_auth": Unauthenticated,  # so spelled in the classic documentation
    "locked": Conflict,
    "not_found": NotFound,
    "out_of_stock": OutOfStock,
    "permissions_denied": PermissionDenied,
    "precondition_failed": Conflict,
    "quotas_exceeded": QuotaExceeded,
    "resource_expired": NotFound,
    "transient_state": TransientState,
    "unknown_resource": NotFound,
}
BY_STATUS: t.Dict[int, t.Type[ApiError]] = {
    400: InvalidArguments,
    401: Unauthenticated,
    402: PaymentRequired,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    410: NotFound,
    412: Conflict,
    423: Conflict,
    429: RateLimited,
}
# Words of the two 409 that the API means as "try again": rdb privileges changed twice at once (recordings/findings.md).
TRANSIENT_MESSAGES = ("tuple concurrently updated",)


def api_error(method: str, url: str, status: int, body: t.Any, text: str = "", request_id: str = "") -> ApiError:
    """The typed error for an answer. ``body`` is its JSON, or None when it has none: then ``text`` says what came."""
    kind = _error_class(status, body)
    said = said_by(body) or _describe_text(text)
    message = f"{method} {url} failed with HTTP {status}"
    message += f": {said}" if said else ""
    if request_id:
        message += f" (request id {request_id})"
    return kind(message, method, url, status, body, request_id)


def _error_class(status: int, body: t.Any) -> t.Type[ApiError]:
    body = body if isinstance(body, dict) else {}
    message = str(body.get("message") or "").lower()
    if status == 429:
        return RateLimited
    kind = body.get("type")
    if kind == "invalid_request_error" and "quota" in message:
        return QuotaExceeded
    if isinstance(kind, str) and kind in BY_TYPE:
        return BY_TYPE[kind]
    if status == 409 and any(words in message for words in TRANSIENT_MESSAGES):
        return TransientState
    if status in BY_STATUS:
        return BY_STATUS[status]
    return ServerError if status >= 500 else ApiError


def fields_of(body: t.Mapping[str, t.Any]) -> t.Dict[str, t.List[str]]:
    """What the body says of single arguments, whichever generation wrote it: name to messages."""
    fields: t.Dict[str, t.List[str]] = {}
    classic = body.get("fields")
    if isinstance(classic, dict):
        for name, messages in classic.items():
            fields[str(name)] = [str(message) for message in (messages if isinstance(messages, list) else [messages])]
    details = body.get("details")
    for detail in details if isinstance(details, list) else []:
        if not isinstance(detail, dict):
            continue
        if "argument_name" in detail:
            told = detail.get("help_message") or detail.get("reason") or "invalid"
            fields.setdefault(str(detail["argument_name"]), []).append(str(told))
        elif "quota" in detail:
            told = f"quota {detail.get('quota')}, in use {detail.get('current')}"
            fields.setdefault(str(detail.get("resource")), []).append(told)
        elif "action" in detail:
            fields.setdefault(str(detail.get("resource")), []).append(f"may not {detail['action']}")
    return fields


def said_by(body: t.Any) -> str:
    """The API's message with every field, state and hint of the body in one line; "" when the body says nothing."""
    if not isinstance(body, dict):
        return ""
    parts = [str(body["message"]).strip()] if body.get("message") else []
    parts += [f"{name}: {', '.join(messages)}" for name, messages in fields_of(body).items()]
    if body.get("resource"):
        resource = str(body["resource"])
        if body.get("resource_id"):
            resource += f" {body['resource_id']}"
        parts.append(resource)
    if body.get("current_state"):
        parts.append(f"current state: {body['current_state']}")
    if body.get("precondition"):
        parts.append(str(body["precondition"]))
    if body.get("help_message"):
        parts.append(str(body["help_message"]))
    return "; ".join(parts)


def _describe_text(text: str) -> str:
    text = text.strip()
    if not text:
        return "the answer has no body"
    if text.startswith("<"):
        return "the answer is a page of HTML, probably from a proxy in front of the API"
    return "the answer is not the API's JSON"


def _snake_case(name: str) -> str:
    return "".join(("_" if char.isupper() and i else "") + char.lower() for i, char in enumerate(name))
