# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Edge Services of edge-services/v1beta1: pipelines, and their stages, whatever their kind (api/resources.json)."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ._api import ResourceApi
from ._compare import same_set
from ._context import Context
from ._errors import InvalidInput, NotFound, NotUnique
from ._paging import list_all
from ._resource import ITEM, Item, Params, Part, Request, Resource, Steps
from ._values import duration

# --- pipelines


def with_head(api: ResourceApi, item: Item) -> Item:
    """A pipeline with the stage that requests reach first."""
    heads = list_all(api.client, f"{api.url}/{item['id']}/head-stages", "head_stages")
    return dict(item, head_stage_id=heads[0].get("dns_stage_id")) if heads else item


def set_head(item: Item, ident: t.Optional[str]) -> Steps:
    there = item.get("head_stage_id")
    if not ident:
        change: Item = {"remove_head_stage": {"remove_stage_id": there}}
    elif there:
        change = {"swap_head_stage": {"new_stage_id": ident, "current_stage_id": there}}
    else:
        change = {"add_new_head_stage": {"new_stage_id": ident}}
    return [Request("POST", (ITEM, "set-head-stage"), change)]


PIPELINE = Resource(
    product="edge-services",
    version="v1beta1",
    path="pipelines",
    one="pipeline",
    scope="global",
    summaries=True,
    needed=("name",),
    rename={"head_stage": "head_stage_id"},
    null_clears=("head_stage",),
    defaults={"description": ""},
    sent_defaults=("description",),
    completed=with_head,
    reread=True,
    actions={"head_stage_id": set_head},
    set_later=("head_stage_id",),
    volatile=("errors",),
    status="status",
    steady=("ready", "warning", "error"),
    failed=("locked",),
)

# --- stages

NEXT = tuple(f"{kind}_stage" for kind in ("tls", "cache", "route", "waf", "backend"))
TARGETS = ("bucket", "load_balancer", "container", "function")
# Which options each kind of stage takes.
OPTIONS = {
    "dns": ("tls_stage", "cache_stage", "backend_stage", "fqdns", "wildcard_domain", "full_private"),
    "tls": ("cache_stage", "route_stage", "waf_stage", "backend_stage", "managed_certificate", "secrets"),
    "cache": ("route_stage", "waf_stage", "backend_stage", "fallback_ttl", "include_cookies"),
    "route": ("waf_stage", "backend_stage", "rules"),
    "waf": ("backend_stage", "mode", "paranoia_level"),
    "backend": TARGETS,
}
SHOWN_TARGETS = {
    "bucket": "scaleway_s3",
    "load_balancer": "scaleway_lb",
    "container": "scaleway_serverless_container",
    "function": "scaleway_serverless_function",
}
# What tells one target of a backend stage from another.
SIGNS = ("bucket_name", "bucket_region", "container_id", "function_id")


def balancers(value: Item, option: str) -> Item:
    return {"lbs": [{name: told for name, told in value.items() if told is not None}]}


def sign(target: Item) -> t.List[t.Any]:
    """What says which target it is, whatever else is set of it."""
    there = [(one.get("id"), one.get("frontend_id")) for one in target.get("lbs") or []]
    return [*there, *(target.get(name) for name in SIGNS)]


def route_rules(rules: t.List[Item], option: str) -> t.List[Item]:
    """Rules in order, as the API spells them. Raises InvalidInput."""
    spelled = []
    for number, rule in enumerate(rules):
        stages = {f"{name}_id": rule[name] for name in ("backend_stage", "waf_stage") if rule.get(name)}
        if len(stages) != 1:
            raise InvalidInput(f"{option}[{number}]: either backend_stage or waf_stage must be set.")
        match: Item = {"method_filters": sorted(rule.get("methods") or [])}
        for name in ("path", "host"):
            if rule.get(name):
                match[f"{name}_filter"] = {f"{name}_filter_type": "regex", "value": rule[name]}
        spelled.append(dict(stages, rule_http_match=match))
    return spelled


def rules_there(rules: t.List[Item]) -> t.List[Item]:
    found = []
    for rule in sorted(rules, key=lambda one: t.cast(int, one.get("position") or 0)):
        match = {name: value for name, value in (rule.get("rule_http_match") or {}).items() if value}
        match["method_filters"] = sorted(match.get("method_filters") or [])
        stages = {name: rule[name] for name in ("backend_stage_id", "waf_stage_id") if rule.get(name)}
        found.append(dict(stages, rule_http_match=match))
    return found


def fields_of_kind(params: Params) -> Item:
    """The fields of a stage. Raises InvalidInput for an option that its kind does not have."""
    kind = params["kind"]
    for option in (*PLAIN_STAGE.fields, "rules"):
        if params.get(option) is not None and option not in OPTIONS[kind]:
            raise InvalidInput(f"{option}: a {kind} stage has none. It has: {', '.join(OPTIONS[kind])}.")
    fields = PLAIN_STAGE.wanted(params)
    if fields.get("secrets") and not params.get("secret_region"):
        raise InvalidInput("secret_region must be set: it is where the secrets are.")
    if "secrets" in fields:
        fields["secrets"] = [{"secret_id": ident, "region": params["secret_region"]} for ident in fields["secrets"]]
    return fields


def same_secrets(wanted: t.Any, current: t.Any) -> bool:
    return {one["secret_id"] for one in wanted or []} == {one["secret_id"] for one in current or []}


def secrets_as_changed(change: Item, item: Item) -> Item:
    """An update holds the secrets of a TLS stage in an object."""
    told = {name: value for name, value in change.items() if name != "secrets"}
    return dict(told, tls_secrets_config={"tls_secrets": change["secrets"]}) if "secrets" in change else change


def stage_meant(api: ResourceApi, context: Context) -> t.Optional[Item]:
    """The one of an id, the backend stage with the same target, or the only one of its kind. Raises NotUnique."""
    params = context.params
    if params.get("id"):
        return api.get(api.resource.id_given(params["id"], "id"))
    try:
        found = api.list()
    except NotFound:
        if params.get("state") != "absent":
            raise
        return None
    for option, name in SHOWN_TARGETS.items():
        if params.get(option):
            wanted = PLAIN_STAGE.converted(option, params[option])
            found = [item for item in found if item.get(name) and sign(item[name]) == sign(wanted)]
    if len(found) > 1:
        ids = sorted(str(item["id"]) for item in found)
        raise NotUnique(
            f"The pipeline has {len(found)} such {params['kind']} stages: {', '.join(ids)}. None was touched. Give the id "
            "of the one that is meant.",
            ids=ids,
        )
    return found[0] if found else None


PLAIN_STAGE = Resource(
    product="edge-services",
    version="v1beta1",
    path="pipelines/{pipeline}/{kind}-stages",
    item_path="{kind}-stages",
    one="stage",
    many="stages",
    scope="global",
    owner="",
    identity=(),
    nameless=True,
    look=stage_meant,
    fields=(
        *(*NEXT, "fqdns", "wildcard_domain", "full_private", "managed_certificate", "secrets", "fallback_ttl"),
        *("include_cookies", "mode", "paranoia_level", *TARGETS),
    ),
    not_fields=("pipeline", "kind", "secret_region"),
    rename={**SHOWN_TARGETS, **{name: f"{name}_id" for name in NEXT}},
    references={"pipeline": PIPELINE},
    convert={"load_balancer": balancers, "fallback_ttl": duration},
    change=secrets_as_changed,
    exclusive=(tuple(f"{name}_id" for name in NEXT), tuple(SHOWN_TARGETS.values())),
    compare={"fqdns": same_set, "secrets": same_secrets},
    parts={"rules": Part("route-rules", "route_rules", convert=route_rules, own=rules_there)},
    status="status",
)
STAGE = replace(PLAIN_STAGE, spelled=fields_of_kind)
