# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of Messaging and Queuing, for the modules that manage, list or name them (api/resources.json, mnq.v1beta1)."""

from __future__ import annotations

import re
import typing as t
from dataclasses import replace

from ._errors import InvalidInput, NotFound, PermissionDenied, RequestError
from ._options import ArgumentSpec
from ._resource import Item, Request, Resource
from ._values import what_was_set

# Credentials for queues and topics, and what they allow: see the doc fragment mnq.
CREDENTIALS: ArgumentSpec = {
    "name": {"type": "str"},
    "permissions": {
        "type": "dict",
        "options": {
            "can_publish": {"type": "bool"},
            "can_receive": {"type": "bool"},
            "can_manage": {"type": "bool"},
        },
    },
}
ACCOUNT_ID = re.compile(r"A[A-Z2-7]{55}")


def account_id(value: t.Any, option: str) -> str:
    """The id of a NATS account. Raises :class:`InvalidInput` for what is none."""
    if not ACCOUNT_ID.fullmatch(str(value)):
        raise InvalidInput(f"{option}: {value!r} is no id of a NATS account: these are an A and 55 letters and digits.")
    return str(value)


def without_secret(*names: str) -> t.Callable[[Item], Item]:
    """What is read, without the place of a secret that is not shown."""
    return lambda item: {name: value for name, value in item.items() if value or name not in names}


def not_known_yet(error: RequestError) -> bool:
    """Some seconds after an activation it may be refused, and credentials as if they belonged to nothing."""
    return isinstance(error, PermissionDenied) or (
        isinstance(error, NotFound) and error.body.get("resource") == "namespace"
    )


NATS_ACCOUNT = Resource(
    product="mnq",
    version="v1beta1",
    path="nats-accounts",
    one="nats_account",
    scope="region",
    ident=account_id,
    filters=(),
    filtered_as={"name": ""},
    named_by=("name", "id"),
    needed=("name",),
)
NATS_CREDENTIALS = Resource(
    product="mnq",
    version="v1beta1",
    path="nats-credentials",
    one="nats_credentials",
    scope="region",
    owner="",
    identity=("account", "name"),
    filters=("account",),
    filtered_as={"name": ""},
    needed=("account", "name"),
    rename={"account": "nats_account_id"},
    references={"account": NATS_ACCOUNT},
    create_only=("nats_account_id", "name"),
    given_once=("credentials",),
    read_as=without_secret("credentials"),
)


def whole_permissions(change: Item, item: Item) -> Item:
    """An update says all permissions: what the API makes of one that is left out is not known."""
    if "permissions" not in change:
        return change
    return dict(change, permissions=dict(item.get("permissions") or {}, **change["permissions"]))


def activation(product: str) -> Resource:
    """What is on or off in a project."""
    return Resource(
        product="mnq",
        version="v1beta1",
        path=f"{product}-info",
        create_path=f"activate-{product}",
        one=product,
        many=product,
        scope="region",
        singleton=True,
        identity=(),
        nameless=True,
        deletion=lambda item, params: [
            Request("POST", (), {"project_id": item["project_id"]}, purpose="delete", path=f"deactivate-{product}")
        ],
        defaults={"status": "enabled"},
        status="status",
        gone=("disabled",),
        settles=True,
        wavers=not_known_yet,
    )


SQS = activation("sqs")
SNS = activation("sns")
SQS_CREDENTIALS = Resource(
    product="mnq",
    version="v1beta1",
    path="sqs-credentials",
    one="sqs_credentials",
    scope="region",
    filters=(),
    filtered_as={"name": ""},
    needed=("name",),
    convert={"permissions": what_was_set},
    change=whole_permissions,
    given_once=("secret_key",),
    secret=("secret_key",),
    read_as=without_secret("secret_key"),
    settles=True,
    wavers=not_known_yet,
)
SNS_CREDENTIALS = replace(SQS_CREDENTIALS, path="sns-credentials", one="sns_credentials", many="sns_credentials")
