# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Everything that goes wrong between us and the API."""

from __future__ import annotations

from typing import Any, NamedTuple


class Fault(NamedTuple):
    """``rule`` is for the simulator (its README says what it means)."""

    name: str
    rule: dict[str, Any]
    passes: bool = True
    """Whether it is trouble that passes: a reading task must then end right"""
    tells_lies: bool = False
    """Whether the API says of what is there that it is not: a task may believe it, the next one sees"""
    hangs: bool = False
    pages: bool = False
    """Whether lists are cut into pages of one element for it"""


BUSINESS = {"type": "unknown", "message": "this offer takes no orders at the moment"}
OVERLOAD = {"message": "upstream connect error or disconnect/reset before headers"}
UNKNOWN = {"type": "not_found", "message": "resource is not found", "resource": "thing", "resource_id": "0"}
BUSY = {"type": "transient_state", "message": "resource is in a transient state", "current_state": "updating"}
DENIED = {
    "type": "denied_authentication",
    "message": "authentication is denied",
    "reason": "expired",
    "method": "api_key",
}
FORBIDDEN = {"type": "permissions_denied", "message": "insufficient permissions", "details": []}
FAULTS = [
    Fault("429", {"status": 429}),
    Fault("429 Retry-After", {"status": 429, "headers": {"Retry-After": "2"}}),
    Fault("500", {"status": 500, "body": {"type": "server_error", "message": "Internal error"}}),
    Fault("500 after the effect", {"status": 500, "effect": "after"}),
    Fault("502 HTML", {"status": 502, "html": True}),
    Fault("502 HTML after the effect", {"status": 502, "html": True, "effect": "after"}),
    Fault("503 overload", {"status": 503, "body": OVERLOAD}),
    Fault("503 business", {"status": 503, "body": BUSINESS}, passes=False),
    Fault("504", {"status": 504}),
    Fault("504 after the effect", {"status": 504, "effect": "after"}),
    Fault("reset before", {"reset": "before"}),
    Fault("reset after", {"reset": "after"}),
    Fault("cut", {"truncate": True}),
    Fault("invalid JSON", {"invalid_json": True}),
    Fault("empty", {"empty": True}, passes=False),
    Fault("wrong shape", {"wrong_shape": True, "effect": "after"}, passes=False),
    Fault("hang", {"hang": 3}, hangs=True),
    Fault("redirect", {"redirect": "{stranger}"}, passes=False),
    Fault("401 from here on", {"status": 401, "body": DENIED, "times": None}, passes=False),
    Fault("403 from here on", {"status": 403, "body": FORBIDDEN, "times": None}, passes=False, tells_lies=True),
    Fault("502 from here on", {"status": 502, "html": True, "times": None}, passes=False),
    Fault("404", {"status": 404, "body": UNKNOWN}, passes=False, tells_lies=True),
    Fault("409 transient", {"status": 409, "body": BUSY}),
    Fault("page shift", {"page_shift": "insert"}, pages=True),
]
