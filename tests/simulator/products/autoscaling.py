# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The groups of autoscaling/v1alpha2, and the templates of instance/v2alpha1 from which they make servers."""

from __future__ import annotations

from ..errors import invalid, not_found
from ..kinds import Body, Field, Kind, Place
from ..store import PROJECT, Entry, Store

TARGETS = ("fixed_size", "cpu_target", "memory_target")
POLICY: Body = {
    "minimum_size": 0,
    "maximum_size": 1,
    "scale_out_cooldown": "60s",
    "scale_in_cooldown": "60s",
    "scale_in_step": 1,
    "scale_out_step": 1,
}


def dated(store: Store) -> Body:
    now = store.clock.zulu()
    return {"created_at": now, "updated_at": now}


def new_template(store: Store, place: Place, body: Body) -> Body:
    return {
        "project_id": body.get("project_id") or PROJECT,
        "name": body["name"],
        "tags": body.get("tags") or [],
        "server_tags": [],
        "server_type": body["server_type"],
        "public_ip_v4_count": 0,
        "public_ip_v6_count": 0,
        "volumes": [],
        "private_networks": [],
        "filesystem_ids": [],
        **dated(store),
        "zone": place.locality,
    }


def check_group(store: Store, place: Place, body: Body) -> None:
    if store.find(TEMPLATE, place.locality, body["template_id"]) is None:
        raise not_found("template", body["template_id"])
    if sum(name in (body.get("scaling_policy_spec") or {}) for name in TARGETS) > 1:
        raise invalid({"scaling_policy_spec": ("constraint", "there is one target")})


def new_group(store: Store, place: Place, body: Body) -> Body:
    balancing = body.get("load_balancer_configuration_spec")
    return {
        "project_id": body.get("project_id") or PROJECT,
        "name": body["name"],
        "tags": body.get("tags") or [],
        **dated(store),
        "status": "active",
        "open_alerts": [],
        "current_size": 0,
        "target_size": 0,
        "last_scale_out_at": None,
        "last_scale_in_at": None,
        "template_id": body["template_id"],
        "scaling_policy": {**POLICY, **(body.get("scaling_policy_spec") or {})},
        **({"load_balancer_configuration": balancing} if balancing else {}),
    }


def change_group(store: Store, entry: Entry, change: Body) -> None:
    told = change.pop("scaling_policy_spec", None)
    if told is not None:
        change["scaling_policy"] = {**POLICY, **told}
    if "load_balancer_configuration_spec" in change:
        change["load_balancer_configuration"] = change.pop("load_balancer_configuration_spec")


def summary(data: Body) -> Body:
    policy = data["scaling_policy"]
    names = ("project_id", "id", "name", "tags", "status", "template_id", "current_size", "created_at", "updated_at")
    return {
        **{name: data[name] for name in names},
        "minimum_size": policy["minimum_size"],
        "maximum_size": policy["maximum_size"],
        "scaling_policy_target_type": next((name for name in TARGETS if name in policy), "fixed_size"),
    }


TEMPLATE = Kind(
    key="instance.template",
    product="instance",
    version="v2alpha1",
    path="templates",
    one="template",
    many="templates",
    resource="template",
    paging="token",
    fields={
        "name": Field(str, required=True, update=True),
        "tags": Field(list, update=True),
        "server_type": Field(str, required=True),
        "project_id": Field(str),
    },
    exact_filters=("project_id",),
    new=new_template,
)
GROUP = Kind(
    key="autoscaling.group",
    product="autoscaling",
    version="v1alpha2",
    path="groups",
    one="group",
    many="group_summaries",
    resource="group",
    paging="token",
    fields={
        "name": Field(str, required=True, update=True),
        "tags": Field(list, update=True),
        "template_id": Field(str, required=True, update=True),
        "scaling_policy_spec": Field(dict, update=True),
        "load_balancer_configuration_spec": Field(dict, update=True),
        "project_id": Field(str),
    },
    substring_filters=(),
    exact_filters=("project_id", "template_id"),
    new=new_group,
    check=check_group,
    may_change=change_group,
    listed=summary,
    leaves_as={"status": "deleting"},
    deleted=200,
)
KINDS = (TEMPLATE, GROUP)
