# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What differs between a server and what is wanted of it, and whether its type can have that."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ._catalog import SOLD_OUT, availabilities, type_of
from ._compare import same_ignoring_case, same_set
from ._errors import Immutable, InvalidInput
from ._resource import Item
from ._server_ips import compare_ips, wants_dynamic
from ._server_task import ServerTask, told
from ._server_volumes import VolumeChange, compare_volumes, reference
from ._user_data import Texts

PLAIN = ("name", "tags", "protected", "boot_type")


@dataclass
class Change:
    """What is to be done to a server that exists. Everything empty is no change."""

    patch: Item = field(default_factory=dict)
    new_ips: t.List[str] = field(default_factory=list)
    volumes: VolumeChange = field(default_factory=VolumeChange)
    user_data: t.Tuple[Texts, Texts] = field(default_factory=lambda: ({}, {}))
    join: t.List[str] = field(default_factory=list)
    leave: t.List[Item] = field(default_factory=list)
    stopped_for: t.List[str] = field(default_factory=list)
    """The options whose change needs the server to be stopped, when it is not"""

    @property
    def needed(self) -> bool:
        before, after = self.user_data
        volumes = bool(self.volumes.new or self.volumes.grown)
        return bool(self.patch or self.new_ips or volumes or before != after or self.join or self.leave)


def wanted_texts(task: ServerTask) -> Texts:
    """The user data that is asked for; cloud-init is a key of it."""
    texts = {key: str(value) for key, value in (task.params.get("user_data") or {}).items()}
    if task.params.get("cloud_init") is not None:
        texts["cloud-init"] = task.params["cloud_init"]
    return texts


def wants_old_ipv6(task: ServerTask) -> t.Optional[bool]:
    """Today's API has no such addresses: what older playbooks say of them is told to be of no effect."""
    wanted: t.Optional[bool] = task.params.get("enable_ipv6")
    if wanted and not task.client.settings.classic:
        task.context.warn(
            "enable_ipv6 has no effect in today's API. Ask for an IPv6 address by ipv6 in public_ips, and leave it out."
        )
    return wanted if task.client.settings.classic else None


def change_of(task: ServerTask, server: Item) -> Change:
    """What differs. Raises :class:`Immutable`, :class:`InvalidInput` for what cannot be had."""
    params, change = task.params, Change()
    wanted = {name: params[name] for name in PLAIN if params.get(name) is not None}
    for name, value in (("dynamic_ip_required", wants_dynamic(task)), ("enable_ipv6", wants_old_ipv6(task))):
        if value is not None:
            wanted[name] = value
    for name, value in wanted.items():
        equal = same_set(value, server.get(name)) if name == "tags" else value == server.get(name)
        if not equal:
            change.patch[name] = value
    _compare_groups(task, server, change)
    wanted_type = params.get("commercial_type")
    if wanted_type and not same_ignoring_case(wanted_type, server.get("commercial_type")):
        change.patch["commercial_type"] = str(type_of(task.client, wanted_type)["name"])
    kept, change.new_ips = compare_ips(task, server)
    if kept is not None:
        change.patch["public_ips"] = kept
    change.volumes = compare_volumes(task, server)
    if change.volumes.kept is not None:
        change.patch["volumes"] = {number: reference(volume) for number, volume in change.volumes.kept.items()}
    _compare_networks(task, server, change)
    texts = wanted_texts(task)
    if texts:
        change.user_data = (task.user_data(server).read(texts), texts)
    _check_power(task, server, change)
    _check_change(task, server, change)
    return change


def _compare_groups(task: ServerTask, server: Item, change: Change) -> None:
    group, placement = task.params.get("security_group"), task.params.get("placement_group")
    if group and group != told(server.get("security_group")):
        change.patch["security_group"] = {"id": group}
    if placement is not None and (placement or None) != told(server.get("placement_group")):
        change.patch["placement_group"] = placement or None


def _compare_networks(task: ServerTask, server: Item, change: Change) -> None:
    wanted = task.params.get("private_networks")
    if wanted is None:
        return
    nics = server.get("private_nics") or []
    there = {str(nic["private_network_id"]) for nic in nics}
    change.join = [network for network in wanted if network not in there]
    if task.params["purge_private_networks"]:
        change.leave = [nic for nic in nics if nic["private_network_id"] not in wanted]


def _check_power(task: ServerTask, server: Item, change: Change) -> None:
    """Some changes need a server that is stopped; it is only stopped for them with permission."""
    if server.get("state") == "stopped":
        return
    kind, placement = change.patch.get("commercial_type"), change.patch.get("placement_group")
    reasons = {
        "commercial_type": kind and f"it is a {server.get('commercial_type')} and {kind} was asked for",
        "placement_group": placement
        and f"it is in the placement group {told(server.get('placement_group')) or '(none)'} and {placement} was asked for",
        "additional_volumes": change.volumes.local and "local volumes are to be attached or detached",
    }
    change.stopped_for = [option for option, reason in reasons.items() if reason]
    options = ", ".join(change.stopped_for)
    if options and task.target == "stopped in place":
        raise InvalidInput(
            f"state: {options} can only be changed while the server is stopped, and it is not in place then. Ask for stopped "
            "or running."
        )
    if options and not task.params["allow_stop"]:
        raise Immutable(
            f"{options}: the server {server.get('name')} ({server['id']}) is {server.get('state')} and must be stopped for "
            f"this: {', '.join(str(reason) for reason in reasons.values() if reason)}. Set allow_stop to true to have it "
            "stopped and started again.",
            server=server,
        )


def _check_change(task: ServerTask, server: Item, change: Change) -> None:
    """What the type of a server, the one it has or the one it gets, cannot have."""
    new_type = change.patch.get("commercial_type")
    if not (new_type or change.volumes.local or change.join):
        return
    about = type_of(task.client, new_type or server["commercial_type"])
    if new_type and about.get("arch") != server.get("arch"):
        raise InvalidInput(
            f"commercial_type: {new_type} is {about.get('arch')}, and the server {server.get('name')} ({server['id']}) "
            f"is {server.get('arch')}. Choose another type, or create another server."
        )
    there = server.get("volumes") if change.volumes.kept is None else change.volumes.kept
    volumes = [*(there or {}).values(), *change.volumes.new]
    networks = len(server.get("private_nics") or []) - len(change.leave) + len(change.join)
    starts = task.target == "running" or (bool(change.stopped_for) and task.target is None)
    check_fits(task, about, volumes, networks, bool(new_type) and starts)


def check_fits(task: ServerTask, about: Item, volumes: t.List[Item], networks: int, starts: bool) -> None:
    """What a type cannot have is told before anything is made. Raises :class:`InvalidInput`."""
    name = about["name"]
    local = [volume for volume in volumes if volume.get("volume_type") == "l_ssd"]
    sizes = [volume["size"] for volume in local if volume.get("size")]
    total, whole = about.get("volumes_constraint") or {}, sum(sizes)
    each = (about.get("per_volume_constraint") or {}).get("l_ssd") or {}
    too_small = len(sizes) == len(local) and whole < (total.get("min_size") or 0)
    if local and (too_small or whole > total.get("max_size", whole)):
        raise InvalidInput(
            f"root_volume, additional_volumes: local volumes of {whole / 1e9:g} GB do not fit a {name}: it takes "
            f"{(total.get('min_size') or 0) / 1e9:g} to {total['max_size'] / 1e9:g} GB of them. Ask for another size, or "
            "for sbs_volume."
        )
    for size in sizes:
        if not (each.get("min_size") or 0) <= size <= each.get("max_size", size):
            raise InvalidInput(
                f"root_volume, additional_volumes: a local volume of {size / 1e9:g} GB does not fit a {name}: each must "
                f"have {(each.get('min_size') or 0) / 1e9:g} to {each['max_size'] / 1e9:g} GB."
            )
    most = (about.get("capabilities") or {}).get("private_network")
    if most is not None and networks > most:
        raise InvalidInput(
            f"private_networks: {networks} private networks are more than the {most} that a {name} can have."
        )
    if starts and availabilities(task.client).get(name) == SOLD_OUT:
        raise InvalidInput(
            f"commercial_type: {name} is out of stock in {task.client.settings.zone}. Choose another type or zone."
        )
