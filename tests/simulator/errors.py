# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Error answers in the words of each generation. The shapes are those of recorded answers and of the classic document."""

from __future__ import annotations

from typing import Any


class ApiFault(Exception):
    """An error answer that ends the handling of a request: a status, and one body for each generation."""

    def __init__(self, status: int, current: dict[str, Any], classic: dict[str, Any]) -> None:
        super().__init__(current.get("message", ""))
        self.status = status
        self.current = current
        self.classic = classic

    def body(self, is_classic: bool) -> dict[str, Any]:
        return self.classic if is_classic else self.current


def not_found(resource: str, ident: str) -> ApiFault:
    return ApiFault(
        404,
        {"type": "not_found", "message": "no such resource", "resource": resource, "resource_id": ident},
        {"type": "unknown_resource", "message": f"{resource} {ident} not found"},
    )


def invalid(problems: dict[str, tuple[str, str]]) -> ApiFault:
    """``problems``: argument to (reason: required, format, constraint or unknown; what is wrong in words)."""
    details = [
        {"argument_name": name, "reason": reason, "help_message": told} for name, (reason, told) in problems.items()
    ]
    return ApiFault(
        400,
        {"type": "invalid_arguments", "message": "some arguments are not valid", "details": details},
        {
            "type": "invalid_request_error",
            "message": "Validation Error",
            "fields": {name: [told] for name, (dummy, told) in problems.items()},
        },
    )


def unauthenticated(has_token: bool) -> ApiFault:
    reason = "not_found" if has_token else "invalid_argument"
    told = "the token is not known" if has_token else "The header 'X-Auth-Token' is missing"
    return ApiFault(
        401,
        {"type": "denied_authentication", "message": "this is nobody's key", "method": "api_key", "reason": reason},
        {"type": "invalid_auth", "message": told},
    )


def denied(resource: str, action: str) -> ApiFault:
    return ApiFault(
        403,
        {
            "type": "permissions_denied",
            "message": "the key lacks a permission",
            "details": [{"resource": resource, "action": action}],
        },
        {"type": "authorization_required", "message": "The token lacks the permission that is needed."},
    )


def quota_exceeded(resource: str, quota: int, current: int) -> ApiFault:
    return ApiFault(
        403,
        {
            "type": "quotas_exceeded",
            "message": "a quota is used up",
            "details": [{"resource": resource, "quota": quota, "current": current}],
        },
        {
            "type": "invalid_request_error",
            "message": "quota exceeded for this resource",
            "fields": {},
            "resource": resource,
        },
    )


def in_use(told: str) -> ApiFault:
    return precondition("resource_still_in_use", told)


def precondition(name: str, told: str, status: int = 412) -> ApiFault:
    """Something must be done first. instance/v1 answers so with status 400 (findings, section 5)."""
    return ApiFault(
        status,
        {
            "type": "precondition_failed",
            "message": "precondition failed",
            "precondition": name,
            "help_message": told,
        },
        {"type": "invalid_request_error", "message": told},
    )


def untyped(status: int, message: str) -> ApiFault:
    """Some products give a message and nothing else (api/errors.md)."""
    return ApiFault(status, {"message": message}, {"message": message})


def no_route(method: str, path: str) -> ApiFault:
    return ApiFault(
        404,
        {"message": f"no such endpoint: {method} {path}"},
        {"type": "unknown_resource", "message": "no such endpoint"},
    )
