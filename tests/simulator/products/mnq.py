# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Messaging and queuing of mnq/v1beta1: NATS accounts, SQS and SNS, which a project activates, and credentials of each.

For ``WAVERING`` seconds after something was made, every other request for it is refused, as the recordings show.
"""

from __future__ import annotations

import base64
import hashlib
import random
from collections.abc import Callable, Mapping
from typing import Any

from ..errors import ApiFault, denied, invalid, not_found
from ..kinds import Answer, Body, Call, EndpointAnswer, Field, Kind, Place
from ..store import PROJECT, Entry, Store

WAVERING = 0.4  # seconds; the real one takes up to ten
RIGHTS = ("can_publish", "can_receive", "can_manage")
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def dated(store: Store) -> Body:
    now = store.clock.zulu()
    return {"created_at": now, "updated_at": now}


def checksum(*texts: str) -> str:
    return hashlib.sha1("/".join(texts).encode()).hexdigest()


def wavers(store: Store, ident: str) -> bool:
    """Whether this request is one of those that do not get to know yet of what was just made."""
    told = store.texts.get(f"mnq-{ident}")
    if told is None or store.clock.now() >= float(told["until"]):
        return False
    told["asked"] += "."
    return len(told["asked"]) % 2 == 1


def waver(store: Store, ident: str) -> None:
    store.texts[f"mnq-{ident}"] = {"until": str(store.clock.now() + WAVERING), "asked": ""}


def account_id(name: str, number: int) -> str:
    """56 letters and digits, as a NATS public key has them."""
    return "A" + base64.b32encode(hashlib.sha512(f"{name}/{number}".encode()).digest()).decode()[:55]


def new_account(store: Store, place: Place, body: Body) -> Body:
    name = body.get("name") or "mnq-simulated"
    return {
        "id": account_id(name, store.count(NATS_ACCOUNT)),
        "name": name,
        "endpoint": f"nats://nats.mnq.{place.locality}.scaleway.com:4222",
        "project_id": body.get("project_id") or PROJECT,
        "region": place.locality,
        **dated(store),
    }


def account_of(store: Store, place: Place, ident: str) -> str:
    """The id of an account as it stands in a path."""
    if len(ident) != 56:
        raise invalid({"nats_account_id": ("constraint", "value length must be 56 runes")})
    return ident


def account_gone(store: Store, entry: Entry) -> None:
    """Its credentials go with it."""
    for other in list(store.entries(NATS_CREDENTIALS, entry.locality)):
        if other.data["nats_account_id"] == entry.data["id"]:
            store.remove(other)


def new_nats_credentials(store: Store, place: Place, body: Body) -> Body:
    account = str(body["nats_account_id"])
    found = store.find(NATS_ACCOUNT, place.locality, account)
    if found is None:
        raise not_found("namespace", account)
    name = body.get("name") or "mnq-simulated"
    return {
        "name": name,
        "nats_account_id": account,
        "project_id": found.data["project_id"],
        "region": place.locality,
        "checksum": checksum(account, name),
        "credentials": None,
        **dated(store),
    }


def made_nats_credentials(store: Store, place: Place, entry: Entry, body: Body) -> None:
    """Only the answer to the creation holds the file."""
    content = f"-----BEGIN NATS USER JWT-----\n{store.new_id()}\n------END NATS USER JWT------"
    given_once(store, entry, {"credentials": {"name": "user.creds", "content": content}})


def without_project(store: Store, entry: Entry) -> Body:
    """Lists filter by the project, but it is not shown."""
    return {name: value for name, value in entry.data.items() if name != "project_id"}


def given_once(store: Store, entry: Entry, secret: Body) -> None:
    kept = {name: entry.data[name] for name in secret}
    entry.change(secret)
    store.soon(entry, 0.0, kept)


def info(store: Store, product: str, region: str, project: str) -> Body:
    activated = store.find(ACTIVATION, region, f"{product}-{project}")
    dates = {name: activated.data[name] if activated else None for name in ("created_at", "updated_at")}
    return {
        "project_id": project,
        "region": region,
        "status": "enabled" if activated else "disabled",
        f"{product}_endpoint_url": f"https://{product}.mnq.{region}.scaleway.com",
        **dates,
    }


def asked_about(product: str) -> EndpointAnswer:
    def answer(store: Store, place: Place, call: Call) -> Answer:
        project = call.query.get("project_id") or PROJECT
        if wavers(store, f"{product}-{project}"):
            raise denied("namespace", "read")
        return Answer(200, info(store, product, place.locality, project))

    return answer


def activated(product: str) -> EndpointAnswer:
    def answer(store: Store, place: Place, call: Call) -> Answer:
        project = call.body.get("project_id") or PROJECT
        ident = f"{product}-{project}"
        if store.find(ACTIVATION, place.locality, ident) is not None:
            told = {
                "type": "already_exists",
                "message": "there is one already",
                "resource": f"Mnq{product.upper()}Namespace",
                "resource_id": project,
                "help_message": f"{product.upper()} is on in this project already",
            }
            raise ApiFault(409, told, told)
        store.add(ACTIVATION, place.locality, {"id": ident, "project_id": project, **dated(store)})
        waver(store, ident)
        return Answer(200, info(store, product, place.locality, project))

    return answer


def deactivated(product: str) -> EndpointAnswer:
    def answer(store: Store, place: Place, call: Call) -> Answer:
        project = call.body.get("project_id") or PROJECT
        found = store.find(ACTIVATION, place.locality, f"{product}-{project}")
        if found is None:
            raise not_found(f"Mnq{product.upper()}Namespace", project)
        store.remove(found)
        for other in list(store.entries(CREDENTIALS[product], place.locality)):
            if other.data["project_id"] == project:
                store.remove(other)
        return Answer(200, info(store, product, place.locality, project))

    return answer


def new_credentials(product: str) -> Callable[[Store, Place, Body], Body]:
    def new(store: Store, place: Place, body: Body) -> Body:
        project = body.get("project_id") or PROJECT
        if store.find(ACTIVATION, place.locality, f"{product}-{project}") is None:
            raise not_found("namespace", project)
        name = body.get("name") or f"mnq-{product}-simulated"
        return {
            "name": name,
            "project_id": project,
            "region": place.locality,
            "access_key": "".join(random.choices(LETTERS, k=20)),
            "secret_key": "",
            "secret_checksum": checksum(product, project, name),
            "permissions": permissions({}, body.get("permissions")),
            **dated(store),
        }

    return new


def permissions(there: Mapping[str, Any], told: Any) -> Body:
    """What is not told, or null, stays as it is."""
    asked = {name: value for name, value in (told or {}).items() if name in RIGHTS and value is not None}
    return {name: bool(asked.get(name, there.get(name))) for name in RIGHTS}


def made_credentials(store: Store, place: Place, entry: Entry, body: Body) -> None:
    waver(store, entry.data["id"])
    given_once(store, entry, {"secret_key": store.new_id()})


def change_credentials(store: Store, entry: Entry, change: Body) -> None:
    if "permissions" in change:
        change["permissions"] = permissions(entry.data["permissions"], change["permissions"])


def may_be_read(store: Store, entry: Entry) -> None:
    """When this request gets to know of them."""
    if wavers(store, entry.data["id"]):
        raise not_found("namespace", account_id(entry.data["project_id"], 0))


ACTIVATION = Kind(
    key="mnq.activation",
    product="mnq",
    version="-",
    path="activations",
    one="activation",
    many="activations",
    resource="namespace",
    scope="region",
)
NATS_ACCOUNT = Kind(
    key="mnq.nats_account",
    product="mnq",
    version="v1beta1",
    path="nats-accounts",
    one="nats_account",
    many="nats_accounts",
    resource="namespace",
    scope="region",
    uuids=False,
    ident=account_of,
    fields={"name": Field(str, update=True), "project_id": Field(str)},
    exact_filters=("project_id",),
    substring_filters=(),
    new=new_account,
    gone=account_gone,
)
NATS_CREDENTIALS = Kind(
    key="mnq.nats_credentials",
    product="mnq",
    version="v1beta1",
    path="nats-credentials",
    one="nats_credentials",
    many="nats_credentials",
    resource="credentials",
    scope="region",
    methods=("GET", "POST", "DELETE"),
    fields={"nats_account_id": Field(str, required=True), "name": Field(str)},
    exact_filters=("nats_account_id", "project_id"),
    substring_filters=(),
    new=new_nats_credentials,
    shown=without_project,
    made=made_nats_credentials,
)
CREDENTIALS = {
    product: Kind(
        key=f"mnq.{product}_credentials",
        product="mnq",
        version="v1beta1",
        path=f"{product}-credentials",
        one=f"{product}_credentials",
        many=f"{product}_credentials",
        resource="credentials",
        scope="region",
        may_be_read=may_be_read,
        fields={
            "name": Field(str, update=True),
            "project_id": Field(str),
            "permissions": Field(dict, update=True),
        },
        exact_filters=("project_id",),
        substring_filters=(),
        new=new_credentials(product),
        made=made_credentials,
        may_change=change_credentials,
    )
    for product in ("sqs", "sns")
}
KINDS = (NATS_ACCOUNT, NATS_CREDENTIALS, *CREDENTIALS.values())
ENDPOINTS = {
    ("mnq", "v1beta1", path): answer
    for product in ("sqs", "sns")
    for path, answer in (
        (f"{product}-info", asked_about(product)),
        (f"activate-{product}", activated(product)),
        (f"deactivate-{product}", deactivated(product)),
    )
}
