# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What happened in an organization (api/resources.json, audit_trail.v1alpha1)."""

from __future__ import annotations

import datetime
import typing as t

from ._client import Client
from ._context import Context
from ._errors import InvalidInput
from ._info import info
from ._resource import Resource

EVENT = Resource(
    product="audit-trail",
    version="v1alpha1",
    path="events",
    one="event",
    scope="region",
    owner="organization",
    identity=(),
    filters=(
        *("resource_type", "resource_id", "product_name", "service_name", "method_name", "principal_id", "source_ip"),
        *("status", "recorded_after", "recorded_before"),
    ),
)


def moment(text: str, option: str) -> datetime.datetime:
    """A point in time. Raises InvalidInput."""
    try:
        found = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        raise InvalidInput(f"{option}: {text!r} is no time. Write it like 2026-03-01T10:00:00Z.") from None
    return found if found.tzinfo else found.replace(tzinfo=datetime.timezone.utc)


def events(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """The events that were asked for, the latest first."""
    asked = {name: context.params.get(name) for name in ("recorded_after", "recorded_before")}
    given = {name: moment(text, name) for name, text in asked.items() if text}
    if len(given) == 2 and given["recorded_after"] >= given["recorded_before"]:
        raise InvalidInput(f"recorded_after: {asked['recorded_after']} is not before recorded_before.")
    spelled = {name: when.isoformat().replace("+00:00", "Z") for name, when in given.items()}
    return info(client, EVENT, context.with_params(spelled))
