# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Autoscaling of Instances: groups of autoscaling/v1alpha2 (api/resources.json, autoscaling.v1alpha2)."""

from __future__ import annotations

from ._api import ResourceApi
from ._choices import check_span
from ._compare import same_set
from ._context import Context
from ._errors import InvalidInput
from ._lb import LB
from ._plan import Plan, merged
from ._resource import Item, Resource, Shown
from ._values import duration

TARGETS = ("fixed_size", "cpu_target", "memory_target")
COOLDOWNS = ("scale_out_cooldown", "scale_in_cooldown")
TEMPLATE = Resource(
    product="instance",
    version="v2alpha1",
    path="templates",
    one="template",
    filtered_as={"name": ""},
)


def policy(value: Item, option: str) -> Item:
    """How a group grows and shrinks, as the API spells it. Raises InvalidInput."""
    told = {name: setting for name, setting in value.items() if setting is not None}
    asked = [name for name in TARGETS if name in told]
    if len(asked) > 1:
        raise InvalidInput(f"{option}: only one of {', '.join(asked)} can be set.")
    if told.get("minimum_size", 0) > told.get("maximum_size", told.get("minimum_size", 0)):
        raise InvalidInput(
            f"{option}.minimum_size: {told['minimum_size']} is above maximum_size, {told['maximum_size']}."
        )
    for name in COOLDOWNS:
        if name in told:
            told[name] = duration(told[name], f"{option}.{name}")
    for name in asked:
        told[name] = {"size" if name == "fixed_size" else "target_avg_percent": told[name]}
    return told


def balancing(value: Item, option: str) -> Item:
    """How a Load Balancer takes part, as the API spells it."""
    told = {name: setting for name, setting in value.items() if setting is not None}
    if "load_balancer" in told:
        told["load_balancer_id"] = told.pop("load_balancer")
    if "backends" in told:
        told["backends"] = [{name: text for name, text in one.items() if text is not None} for one in told["backends"]]
    return told


def whole(change: Item, item: Item) -> Item:
    """An update with whole objects: what the user did not mention stays as it was."""
    told = dict(change)
    for name, shown in SPECS.items():
        if name in told:
            told[name] = merged(GROUP, item.get(shown), told[name])
    return told


def check(api: ResourceApi, context: Context, plan: Plan) -> None:
    """The sizes must not contradict each other, nor those that are there."""
    check_span((plan.after or {}).get("scaling_policy") or {}, "minimum_size", "maximum_size", "scaling_policy.")


def shown(name: str) -> Shown:
    return Shown(name, lambda value: value, lambda value: value)


SPECS = {
    "scaling_policy_spec": "scaling_policy",
    "load_balancer_configuration_spec": "load_balancer_configuration",
}
GROUP = Resource(
    product="autoscaling",
    version="v1alpha2",
    path="groups",
    one="group",
    list_key="group_summaries",
    summaries=True,
    filtered_as={"name": ""},
    needed=("name", "template"),
    rename={
        "template": "template_id",
        "scaling_policy": "scaling_policy_spec",
        "load_balancing": "load_balancer_configuration_spec",
    },
    references={"template": TEMPLATE, "load_balancing.load_balancer": LB},
    convert={"scaling_policy": policy, "load_balancing": balancing},
    shown_as={spec: shown(name) for spec, name in SPECS.items()},
    compare={"tags": same_set},
    exclusive=(TARGETS,),
    defaults={"tags": []},
    change=whole,
    check=check,
    volatile=("current_size", "target_size", "open_alerts", "last_scale_out_at", "last_scale_in_at"),
    status="status",
    steady=("active", "scaling_out", "scaling_in", "refreshing", "healing"),
    failed=("scaling_failure",),
    leaving=("deleting",),
    lingers=True,
)
