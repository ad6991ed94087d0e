# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of Instances, for the modules that manage, list or name them (api/resources.json, instance.v1)."""

from __future__ import annotations

import ipaddress
import typing as t

from ._compare import same_ignoring_case, same_set
from ._errors import InvalidInput
from ._resource import Item, Part, Resource, Shown
from ._rules import rule_alone, rules_in_order, rules_of_users
from ._settings import UUID, uuid
from ._values import size_in_bytes
from ._vpc import PRIVATE_NETWORK

BOTH = ("current", "classic")


def inner_id(name: str) -> Shown:
    """A field that takes an id, and that the API shows as an object under this name."""
    return Shown(name, lambda inner: inner.get("id") if isinstance(inner, dict) else None, _with_id)


def _with_id(ident: t.Any) -> t.Optional[Item]:
    return {"id": ident} if ident else None


def address(value: t.Any, option: str) -> str:
    """An IP address. Raises InvalidInput for what is none."""
    try:
        return str(ipaddress.ip_address(str(value)))
    except ValueError:
        raise InvalidInput(f"{option}: {value!r} is no address. An address is written like 192.0.2.7.") from None


def uuid_or_address(value: t.Any, option: str, otherwise: str = "") -> str:
    """Flexible IPs take an address for an id (findings, section 4). Raises InvalidInput for what is neither."""
    if "." in str(value) or ":" in str(value):
        return address(value, option)
    if value and not UUID.fullmatch(str(value)):
        raise InvalidInput(
            f"{option}: {value!r} is no address, like 192.0.2.7, and no UUID, like 11111111-2222-4333-8444-555555555555."
            f"{otherwise}"
        )
    return str(value).lower()


def ids_by_number(volumes: t.Any) -> Item:
    """The further volumes of an image as a creation takes them."""
    return {number: {"id": str(volume["id"])} for number, volume in (volumes or {}).items()}


def numbered(snapshots: t.List[str], option: str) -> t.Dict[str, t.Dict[str, str]]:
    """Snapshots as an image takes them: by the number of the volume, after the root volume's."""
    return {str(number): {"id": uuid(ident, option)} for number, ident in enumerate(snapshots, start=1)}


VOLUME = Resource(
    product="instance",
    version="v1",
    path="volumes",
    one="volume",
    wrapped=True,
    generations=BOTH,
    needed=("name", "size"),
    create_only=("size", "volume_type"),
    convert={"size": size_in_bytes},
    compare={"tags": same_set},
    filters=("name", "volume_type"),
    defaults={"volume_type": "l_ssd", "tags": [], "server": None, "export_uri": None},
    sent_defaults=("volume_type",),
    steady=("available",),
    legacy={"data": "volume"},
    legacy_list="scaleway_volume_info",
)
SNAPSHOT = Resource(
    product="instance",
    version="v1",
    path="snapshots",
    one="snapshot",
    wrapped=True,
    generations=BOTH,
    put_in=("classic",),
    needed=("name", "volume"),
    create_only=("volume_id",),
    rename={"volume": "volume_id"},
    references={"volume": VOLUME},
    shown_as={"volume_id": inner_id("base_volume")},
    compare={"tags": same_set},
    defaults={"tags": []},
    steady=("available",),
    failed=("error", "invalid_data", "locked"),
    legacy_list="scaleway_snapshot_info",
)
IMAGE = Resource(
    product="instance",
    version="v1",
    path="images",
    one="image",
    wrapped=True,
    generations=BOTH,
    put_in=("classic",),
    filters=("name", "arch", "public"),
    needed=("name", "snapshot", "arch"),
    create_only=("root_volume", "extra_volumes"),
    rename={"snapshot": "root_volume", "extra_snapshots": "extra_volumes"},
    convert={"extra_snapshots": numbered},
    references={"snapshot": SNAPSHOT, "extra_snapshots": SNAPSHOT},
    shown_as={
        "root_volume": inner_id("root_volume"),
        "extra_volumes": Shown("extra_volumes", ids_by_number, ids_by_number),
    },
    compare={"tags": same_set},
    defaults={"public": False, "tags": [], "extra_volumes": {}},
    steady=("available",),
    legacy_list="scaleway_image_info",
)
SECURITY_GROUP = Resource(
    product="instance",
    version="v1",
    path="security_groups",
    one="security_group",
    wrapped=True,
    generations=BOTH,
    put_in=("classic",),
    filters=("name", "project_default"),
    needed=("name",),
    not_fields=("purge_rules",),
    compare={"tags": same_set},
    parts={"rules": Part("rules", "rules", rules_in_order, rules_of_users, purge="purge_rules")},
    defaults={
        "description": None,
        "stateful": True,
        "inbound_default_policy": "accept",
        "outbound_default_policy": "accept",
        "enable_default_security": True,
        "project_default": False,
        "organization_default": False,
        "servers": [],
        "tags": [],
    },
    steady=("available",),
    legacy={"data": "scaleway_security_group"},
    legacy_list="scaleway_security_group_info",
)
SECURITY_GROUP_RULE = Resource(
    product="instance",
    version="v1",
    path="security_groups/{security_group}/rules",
    one="rule",
    wrapped=True,
    generations=BOTH,
    identity=("action", "direction", "protocol", "ip_range", "dest_port_from", "dest_port_to"),
    may_lack=("dest_port_from", "dest_port_to"),
    filters=(),
    owner="",
    not_fields=("security_group",),
    spelled=rule_alone,
    references={"security_group": SECURITY_GROUP},
    defaults={"dest_port_from": None, "dest_port_to": None, "dest_ip_range": None, "editable": True},
    volatile=("position",),
    legacy={"data": "scaleway_security_group_rule"},
)
PLACEMENT_GROUP = Resource(
    product="instance",
    version="v1",
    path="placement_groups",
    one="placement_group",
    wrapped=True,
    needed=("name",),
    compare={"tags": same_set},
    defaults={"policy_type": "max_availability", "policy_mode": "optional", "policy_respected": True, "tags": []},
    volatile=("policy_respected",),
)
SERVER = Resource(
    product="instance",
    version="v1",
    path="servers",
    one="server",
    wrapped=True,
    generations=BOTH,
    filters=("name", "state", "commercial_type"),
    references={
        "security_group": SECURITY_GROUP,
        "placement_group": PLACEMENT_GROUP,
        "private_networks": PRIVATE_NETWORK,
    },
    compare={"tags": same_set, "commercial_type": same_ignoring_case},
    steady=("running", "stopped", "stopped in place"),
    failed=("locked",),
    legacy_list="scaleway_server_info",
)
IP = Resource(
    product="instance",
    version="v1",
    path="ips",
    one="ip",
    wrapped=True,
    generations=BOTH,
    identity=("address",),
    alternatives=(("tags",), ("reverse",), ("server",)),
    nameless=True,
    ident=uuid_or_address,
    convert={"address": address},
    filters=("type", "tags"),
    fields=("type", "reverse", "server", "tags"),
    create_only=("type",),
    references={"server": SERVER},
    null_clears=("server", "reverse"),
    shown_as={"server": inner_id("server")},
    compare={"tags": same_set},
    defaults={"reverse": None, "server": None, "tags": []},
    steady=("attached", "detached"),
    legacy={"data": "ips"},
    legacy_list="scaleway_ip_info",
)
PRIVATE_NIC = Resource(
    product="instance",
    version="v1",
    path="servers/{server}/private_nics",
    one="private_nic",
    wrapped=True,
    identity=("private_network",),
    filters=(),
    owner="",
    rename={"private_network": "private_network_id"},
    not_fields=("server",),
    references={"server": SERVER, "private_network": PRIVATE_NETWORK},
    create_only=("private_network_id",),
    compare={"tags": same_set},
    defaults={"tags": []},
    steady=("available",),
    failed=("syncing_error",),
    legacy={"scaleway_compute_private_network": ""},
)
