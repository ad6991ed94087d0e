# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.community.scaleway.plugins.module_utils import _errors as errors
from ansible_collections.community.scaleway.plugins.module_utils._errors import api_error

ID = "12345678-1234-4234-8234-123456789012"


@pytest.mark.parametrize(
    ("status", "body", "kind", "said"),
    [
        # today's
        (
            400,
            {
                "type": "invalid_arguments",
                "message": "invalid",
                "details": [
                    {"argument_name": "size", "reason": "constraint", "help_message": "too small"},
                    {"argument_name": "name", "reason": "required"},
                ],
            },
            errors.InvalidArguments,
            "invalid; size: too small; name: required",
        ),
        (
            403,
            {
                "type": "quotas_exceeded",
                "message": "quota",
                "details": [{"resource": "servers", "quota": 5, "current": 5}],
            },
            errors.QuotaExceeded,
            "servers: quota 5, in use 5",
        ),
        (
            403,
            {"type": "permissions_denied", "message": "no", "details": [{"resource": "ip", "action": "write"}]},
            errors.PermissionDenied,
            "ip: may not write",
        ),
        (403, {"type": "permissions_denied", "message": "no", "details": []}, errors.PermissionDenied, "no"),
        (
            401,
            {"type": "denied_authentication", "message": "denied", "method": "api_key", "reason": "expired"},
            errors.Unauthenticated,
            "denied",
        ),
        (
            404,
            {"type": "not_found", "message": "lost", "resource": "volume", "resource_id": ID},
            errors.NotFound,
            f"lost; volume {ID}",
        ),
        (404, {"message": "lbs not Found"}, errors.NotFound, "lbs not Found"),
        (
            409,
            {"type": "transient_state", "message": "busy", "resource": "gateway", "current_state": "configuring"},
            errors.TransientState,
            "current state: configuring",
        ),
        (409, {"type": "already_exists", "message": "twice", "help_message": "use it"}, errors.AlreadyExists, "use it"),
        (409, {"message": "Tuple concurrently updated"}, errors.TransientState, "Tuple concurrently updated"),
        (409, {"type": "conflict", "message": "in use"}, errors.Conflict, "in use"),
        (410, {"type": "resource_expired", "message": "gone"}, errors.NotFound, "gone"),
        (
            412,
            {"type": "precondition_failed", "message": "no", "precondition": "resource_still_in_use"},
            errors.Conflict,
            "resource_still_in_use",
        ),
        (400, {"type": "precondition_failed", "message": "should be stopped"}, errors.Conflict, "should be stopped"),
        (423, {"type": "locked", "message": "locked"}, errors.Conflict, "locked"),
        (503, {"type": "out_of_stock", "message": "none left", "resource": "GPU"}, errors.OutOfStock, "none left; GPU"),
        (429, None, errors.RateLimited, "the answer has no body"),
        (500, {"type": "server_error", "message": "Internal error"}, errors.ServerError, "Internal error"),
        (503, {"message": "not on this offer"}, errors.ServerError, "not on this offer"),
        # classic
        (
            400,
            {
                "type": "invalid_request_error",
                "message": "Validation Error",
                "fields": {"email": ["wrong", "too short"], "name": "missing"},
            },
            errors.InvalidArguments,
            "Validation Error; email: wrong, too short; name: missing",
        ),
        (
            403,
            {"type": "invalid_request_error", "message": "quota exceeded for this resource", "resource": "ips"},
            errors.QuotaExceeded,
            "ips",
        ),
        (401, {"type": "invalid_auth", "message": "missing"}, errors.Unauthenticated, "missing"),
        (401, {"type": "invitalid_auth", "message": "missing"}, errors.Unauthenticated, "missing"),
        (404, {"type": "unknown_resource", "message": "not here"}, errors.NotFound, "not here"),
        (403, {"type": "authorization_required", "message": "no right"}, errors.PermissionDenied, "no right"),
        (500, {"type": "api_error", "message": "ours"}, errors.ServerError, "ours"),
        (402, {"message": "pay first"}, errors.PaymentRequired, "pay first"),
        # what nobody promised
        (418, {"message": "teapot"}, errors.ApiError, "teapot"),
        (502, None, errors.ServerError, "no body"),
        (400, ["a", "list"], errors.InvalidArguments, "HTTP 400"),
        (400, {"type": 3, "message": ["x"], "details": "none", "fields": []}, errors.InvalidArguments, "['x']"),
    ],
)
def test_every_shape(status: int, body: Any, kind: type, said: str) -> None:
    error = api_error("POST", "https://api.example.com/x", status, body, "", "request-1")
    assert type(error) is kind
    assert said in str(error)
    assert f"HTTP {status}" in str(error)
    assert "request-1" in str(error)
    told = error.result()["error"]
    assert (told["status"], told["method"], told["request_id"]) == (status, "POST", "request-1")
    if isinstance(body, dict) and isinstance(body.get("type"), str):
        assert told["type"] == body["type"]


def test_fields_are_data_too() -> None:
    body = {"type": "invalid_arguments", "details": [{"argument_name": "size", "help_message": "too small"}]}
    assert api_error("POST", "u", 400, body).error()["fields"] == {"size": ["too small"]}


def test_html_is_told_as_such() -> None:
    assert "a page of HTML" in str(api_error("GET", "u", 502, None, "<html>"))


def test_extra_keys_are_part_of_the_result() -> None:
    error = errors.WaitTimeout("late", volume={"id": ID})
    assert error.result() == {"volume": {"id": ID}, "msg": "late", "error": {"type": "wait_timeout"}}
