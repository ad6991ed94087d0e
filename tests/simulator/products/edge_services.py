# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Edge Services of edge-services/v1beta1: pipelines, stages of six kinds, rules of route stages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..errors import invalid, untyped
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store

NEXT = ("tls_stage_id", "cache_stage_id", "route_stage_id", "waf_stage_id", "backend_stage_id")
TARGETS = ("scaleway_s3", "scaleway_lb", "scaleway_serverless_container", "scaleway_serverless_function")
NO_HEAD = {
    "code": "pipeline_missing_head_stage",
    "message": "first stage missing",
    "severity": "critical",
    "stage": "unknown_stage",
    "type": "config",
}
# Of each kind of stage: its own fields with their types and what they are by default.
OWN: dict[str, dict[str, tuple[type, object]]] = {
    "dns": {"fqdns": (list, []), "wildcard_domain": (bool, False), "full_private": (bool, False)},
    "tls": {"secrets": (list, []), "managed_certificate": (bool, False)},
    "cache": {"fallback_ttl": (str, "3600s"), "include_cookies": (bool, False)},
    "route": {},
    "waf": {"mode": (str, "enable"), "paranoia_level": (int, None)},
    "backend": dict.fromkeys(TARGETS, (dict, None)),
}


def new_pipeline(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    return {
        "name": body["name"],
        "description": body.get("description") or "",
        "status": "warning",
        "errors": [NO_HEAD],
        "project_id": body.get("project_id") or PROJECT,
        "organization_id": ORGANIZATION,
        "vpc_endpoint_ids": [],
        "created_at": now,
        "updated_at": now,
        "_head": None,
    }


def shown_pipeline(store: Store, entry: Entry) -> Body:
    return {name: value for name, value in entry.data.items() if not name.startswith("_")}


def heads(store: Store, entry: Entry, call: Call) -> Answer:
    there = [{"dns_stage_id": entry.data["_head"]}] if entry.data["_head"] else []
    return Answer(200, {"head_stages": there, "total_count": len(there)})


def set_head(store: Store, entry: Entry, call: Call) -> Answer:
    told: Body = next(
        (call.body[name] for name in ("add_new_head_stage", "swap_head_stage") if call.body.get(name)), {}
    )
    ident = told.get("new_stage_id")
    if ident and store.find(STAGES["dns"], "", ident) is None:
        raise untyped(404, "Not Found")
    if call.body.get("swap_head_stage") and told.get("current_stage_id") != entry.data["_head"]:
        raise invalid({"current_stage_id": ("constraint", "this is not the head stage")})
    entry.change({"_head": ident, "errors": [] if ident else [NO_HEAD], "status": "ready" if ident else "warning"})
    return Answer(200, {"head_stage": {"dns_stage_id": ident}})


def pipeline_gone(store: Store, entry: Entry) -> None:
    """Its stages go with it."""
    for kind in STAGES.values():
        for stage in list(store.entries(kind, "")):
            if stage.data["pipeline_id"] == entry.data["id"]:
                store.remove(stage)


def checked(kind: str) -> Callable[[Store, Place, Body], None]:
    def check(store: Store, place: Place, body: Body) -> None:
        pipeline = dict(place.parents)["pipeline_id"]
        if store.find(PIPELINE, "", pipeline) is None:
            raise untyped(404, "Not Found")
        if kind == "backend" and sum(bool(body.get(name)) for name in TARGETS) != 1:
            raise invalid({"backend_config": ("required", "one backend is needed")})

    return check


def maker(kind: str) -> Callable[[Store, Place, Body], Body]:
    def new(store: Store, place: Place, body: Body) -> Body:
        now = store.clock.zulu()
        own = {name: body.get(name, default) for name, (_type, default) in OWN[kind].items()}
        following = {name: body[name] for name in NEXT if body.get(name)}
        more: Body = {}
        if kind == "dns":
            more = {"default_fqdn": "", "default_private_fqdn": "", "type": "custom" if own["fqdns"] else "auto"}
        if kind == "tls":
            more = {"certificate_expires_at": None}
        return {
            **{name: value for name, value in own.items() if value is not None},
            **following,
            **more,
            "status": "inactive",
            "created_at": now,
            "updated_at": now,
        }

    return new


def may_change(store: Store, entry: Entry, change: Body) -> None:
    """Another stage, or another backend, takes the place of the one that follows."""
    if "tls_secrets_config" in change:
        change["secrets"] = change.pop("tls_secrets_config")["tls_secrets"]
    for group in (NEXT, TARGETS):
        if any(name in change for name in group):
            for name in group:
                entry.data.pop(name, None)


def rules(store: Store, entry: Entry, call: Call) -> Answer:
    key = f"edge-{entry.data['id']}"
    if call.method == "PUT":
        store.rules[key] = [
            {**rule, "position": number, "route_stage_id": entry.data["id"]}
            for number, rule in enumerate(call.body.get("route_rules") or [], start=1)
        ]
    there = store.rules.get(key, [])
    return Answer(200, {"route_rules": there, **({"total_count": len(there)} if call.method == "GET" else {})})


PIPELINE = Kind(
    key="edge.pipeline",
    product="edge-services",
    version="v1beta1",
    path="pipelines",
    one="pipeline",
    many="pipelines",
    resource="pipeline",
    scope="global",
    fields={
        "name": Field(str, required=True, update=True),
        "description": Field(str, update=True),
        "project_id": Field(str),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_pipeline,
    gone=pipeline_gone,
    shown=shown_pipeline,
    parts={"head-stages": heads, "set-head-stage": set_head},
    missing="Not Found",
)
STAGES = {
    kind: Kind(
        key=f"edge.{kind}_stage",
        product="edge-services",
        version="v1beta1",
        path=f"{kind}-stages",
        one=f"{kind}_stage",
        many="stages",
        resource=f"{kind}_stage",
        scope="global",
        methods=("GET", "PATCH", "DELETE"),
        fields={
            **{name: Field(given, update=True) for name, (given, _default) in OWN[kind].items()},
            **{name: Field(str, update=True) for name in NEXT},
            "tls_secrets_config": Field(dict, update=True),
        },
        new=maker(kind),
        check=checked(kind),
        may_change=may_change,
        parts={"route-rules": rules} if kind == "route" else {},
        missing="Not Found",
    )
    for kind in OWN
}
# Stages are made and listed below their pipeline, and are alone otherwise.
LISTS = tuple(
    replace(kind, path=f"pipelines/{{pipeline_id}}/{kind.path}", methods=("GET", "POST"), parts={})
    for kind in STAGES.values()
)
KINDS = (PIPELINE, *LISTS, *STAGES.values())
