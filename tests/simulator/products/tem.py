# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Transactional Email, as transactional-email/v1alpha1 has it: domains and webhooks."""

from __future__ import annotations

from ..errors import no_route, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store

SOON = 0.3  # seconds; the real one takes 50
SPF = "include:_spf.tem.scaleway.com"


def dated(store: Store) -> Body:
    now = store.clock.zulu()
    return {"created_at": now, "updated_at": now}


def new_domain(store: Store, place: Place, body: Body) -> Body:
    name, project = body["domain_name"], body.get("project_id") or PROJECT
    dkim = "v=DKIM1; h=sha256; k=rsa; p=c2ltdWxhdGVk"
    records = {
        "dkim": (f"{project}._domainkey.{name}.", dkim),
        "dmarc": (f"_dmarc.{name}.", "v=DMARC1; p=none"),
        "mx": (f"{name}.", "10 blackhole.tem.scaleway.com."),
        "spf": (f"{name}.", f"v=spf1 {SPF} -all"),
    }
    return {
        "organization_id": ORGANIZATION,
        "project_id": project,
        "name": name,
        "status": "autoconfiguring" if body["autoconfig"] else "unchecked",
        "spf_config": SPF,
        "dkim_config": dkim,
        "autoconfig": body["autoconfig"],
        "region": place.locality,
        "created_at": store.clock.zulu(),
        "next_check_at": None,
        "last_valid_at": None,
        "revoked_at": None,
        "last_error": None,
        "statistics": {"total_count": 0, "sent_count": 0, "failed_count": 0, "canceled_count": 0},
        "reputation": {
            "status": "excellent",
            "score": 100,
            "scored_at": store.clock.zulu(),
            "previous_score": None,
            "previous_scored_at": None,
        },
        "records": {kind: {"name": where, "value": value} for kind, (where, value) in records.items()},
    }


def configure(store: Store, entry: Entry) -> None:
    """It gets its records by itself, where Scaleway answers for its zone."""
    if "tem_domain" in store.mishaps:
        store.soon(entry, SOON, {"status": "invalid"})
    else:
        store.soon(entry, SOON, {"status": "checked", "last_valid_at": store.clock.zulu()})


def made_domain(store: Store, place: Place, entry: Entry, body: Body) -> None:
    if body["autoconfig"]:
        configure(store, entry)


def change_domain(store: Store, entry: Entry, change: Body) -> None:
    if change.get("autoconfig") and not entry.data["autoconfig"]:
        change["status"] = "autoconfiguring"
        configure(store, entry)


def may_be_read(store: Store, entry: Entry) -> None:
    """What is revoked is in lists only."""
    if entry.data["status"] == "revoked":
        raise not_found("domain", entry.data["id"])


def revoke(store: Store, entry: Entry, call: Call) -> Answer:
    if call.method != "POST":
        raise no_route(call.method, "revoke")
    revoked = {"status": "revoked", "autoconfig": False, "next_check_at": None, "revoked_at": store.clock.zulu()}
    entry.change(revoked)
    return Answer(200, dict(entry.data))


def check(store: Store, entry: Entry, call: Call) -> Answer:
    may_be_read(store, entry)
    entry.change({"next_check_at": store.clock.zulu()})
    return Answer(200, dict(entry.data))


def new_webhook(store: Store, place: Place, body: Body) -> Body:
    domain = store.find(DOMAIN, place.locality, body["domain_id"])
    if domain is None or domain.data["status"] == "revoked":
        raise not_found("domain", body["domain_id"])
    return {
        "domain_id": body["domain_id"],
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "name": body["name"],
        "event_types": body.get("event_types") or [],
        "sns_arn": body["sns_arn"],
        **dated(store),
    }


DOMAIN = Kind(
    key="tem.domain",
    product="transactional-email",
    version="v1alpha1",
    path="domains",
    one="domain",
    many="domains",
    resource="domain",
    scope="region",
    methods=("GET", "POST", "PATCH"),
    fields={
        "domain_name": Field(str, required=True),
        "autoconfig": Field(bool, required=True, update=True),
        "accept_tos": Field(bool),
        "project_id": Field(str),
    },
    exact_filters=("project_id", "organization_id", "status"),
    new=new_domain,
    made=made_domain,
    may_change=change_domain,
    may_be_read=may_be_read,
    parts={"revoke": revoke, "check": check},
)
WEBHOOK = Kind(
    key="tem.webhook",
    product="transactional-email",
    version="v1alpha1",
    path="webhooks",
    one="webhook",
    many="webhooks",
    resource="webhook_id",
    scope="region",
    fields={
        "domain_id": Field(str, required=True),
        "name": Field(str, required=True, update=True),
        "sns_arn": Field(str, required=True, update=True),
        "event_types": Field(list, update=True),
        "project_id": Field(str),
    },
    substring_filters=(),
    exact_filters=("domain_id", "project_id", "organization_id"),
    new=new_webhook,
)
KINDS = (DOMAIN, WEBHOOK)
