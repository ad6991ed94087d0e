# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What of an account can be a host: where each kind is listed, and how its facts are read.

A host is what the API says of it, without secrets, and some facts that every kind has (``FACTS``).
"""

from __future__ import annotations

import re
import typing as t

from ._fleet_addresses import Address, public_facts
from ._locality import REGIONS, ZONES, region_of

Item = t.Dict[str, t.Any]
Host = t.Dict[str, t.Any]

# Facts of every host: None, or an empty list, where there is nothing to tell.
FACTS = (
    "account",
    "dns",
    "hostname",
    "id",
    "image_name",
    "kubernetes",
    "login_user",
    "name",
    "organization_id",
    "private_addresses",
    "private_ipv4",
    "private_ipv4_addresses",
    "private_ipv6",
    "private_ipv6_addresses",
    "private_networks",
    "project_id",
    "project_name",
    "public_addresses",
    "public_ipv4",
    "public_ipv4_addresses",
    "public_ipv6",
    "public_ipv6_addresses",
    "region",
    "reverse_names",
    "source",
    "state",
    "tag_values",
    "tags",
    "type",
    "zone",
)
NOTHING: t.Dict[str, t.Any] = dict.fromkeys(FACTS)
# No list tells these of its own elements, whatever it calls them.
OURS: t.Dict[str, t.Any] = {"account": None, "kubernetes": None}
SECRETS = frozenset(
    (
        "admin_password",
        "admin_password_encrypted_value",
        "password",
        "service_password",
        "sudo_password",
        "vnc_url",
    )
)
_TAG = re.compile(r"([^=:]+)[=:](.*)", re.DOTALL)


class Source(t.NamedTuple):
    """A kind of host. ``places`` are those where the product is known to be; others are asked when a user names them.

    ``query`` gives the API's own names for what it can filter by: project, organization, tags (those that all must be
    there), state, type, and name (the beginning of it).
    """

    name: str
    label: str
    product: str
    version: str
    path: str
    key: str
    scope: str
    places: t.Tuple[str, ...]
    facts: t.Callable[[Item], Host]
    query: t.Mapping[str, str]
    cards: str = ""
    """The version of the product in which its servers' private networks are listed"""
    ipam: str = ""
    """What IPAM calls the thing that holds a private address"""


def host_of(source: Source, item: Item, place: str) -> Host:
    """The facts of one element of a list, but for what only other lists tell."""
    raw = dict(item) if source.name == "instances" else without_secrets(item)
    host: Host = {**NOTHING, **raw, **OURS}
    if host.pop("admin_password_encrypted_value", None) is not None:
        host.pop("admin_password", None)
    host.update(source.facts(item))
    zone = place if source.scope == "zone" else host["zone"]
    tags = host["tags"] = [str(tag) for tag in host["tags"] or []]
    host["source"] = source.name
    host["zone"] = zone
    host["region"] = region_of(zone) if zone else place
    host["tag_values"] = tag_values(tags)
    return host


def tag_values(tags: t.Iterable[t.Any]) -> t.Dict[str, str]:
    """The tags that have a key and a value: ``key=value`` and ``key:value``. The first of a key is taken."""
    values: t.Dict[str, str] = {}
    for tag in tags:
        found = _TAG.fullmatch(tag) if isinstance(tag, str) and ("=" in tag or ":" in tag) else None
        if found:
            values.setdefault(found.group(1), found.group(2))
    return values


def without_secrets(value: t.Any) -> t.Any:
    if isinstance(value, dict):
        return {name: without_secrets(item) for name, item in value.items() if name not in SECRETS}
    return [without_secrets(item) for item in value] if isinstance(value, list) else value


def text(value: t.Any) -> t.Optional[str]:
    return value if isinstance(value, str) and value else None


def texts(items: t.Any, address: str, reverse: str = "reverse") -> t.List[Address]:
    """The addresses of some objects, which have them under one name."""
    return [Address(str(ip[address]), text(ip.get(reverse))) for ip in items or [] if ip and ip.get(address)]


def instance(server: Item) -> Host:
    # The routed addresses are in public_ips; public_ip and ipv6 are those of older servers.
    found = [*(server.get("public_ips") or []), server.get("public_ip"), server.get("ipv6")]
    image = server.get("image")
    return {
        "type": server.get("commercial_type"),
        "project_id": server.get("project"),
        "organization_id": server.get("organization"),
        "image_name": text(image.get("name")) if isinstance(image, dict) else None,
        "dns": text(server.get("dns")),
        "kubernetes": of_tags(server.get("tags") or []),
        **public_facts([Address(str(ip["address"])) for ip in found if isinstance(ip, dict) and ip.get("address")]),
    }


def of_tags(tags: t.List[t.Any]) -> t.Optional[Host]:
    """What the tags of an Instance tell of the Kubernetes cluster that it is a node of; None when it is none."""
    for tag in tags:
        if isinstance(tag, str) and (tag.startswith("kapsule=") or tag == "managed=true"):
            break
    else:
        return None
    values = tag_values(tags)
    return {
        "cluster_id": values.get("kapsule"),
        "cluster_name": None,
        "pool_id": values.get("pool"),
        "pool_name": values.get("pool-name"),
        "node_id": values.get("node"),
        "node_name": None,
        "status": None,
    }


def elastic_metal(server: Item) -> Host:
    install = server.get("install") or {}
    return {
        "state": server.get("status"),
        "type": server.get("offer_name"),
        "hostname": text(install.get("hostname")),
        "login_user": text(install.get("user")),
        "dns": text(server.get("domain")),
        **public_facts(texts(server.get("ips"), "address")),
    }


def apple_silicon(server: Item) -> Host:
    return {
        "state": server.get("status"),
        "login_user": text(server.get("ssh_username")),
        "image_name": text((server.get("os") or {}).get("name")),
        **public_facts(texts([{"address": server.get("ip")}], "address")),
    }


def dedibox(server: Item) -> Host:
    public = [
        ip
        for card in server.get("interfaces") or []
        for ip in card.get("ips") or []
        if card.get("type") != "ipmi" and ip.get("semantic") not in ("ipmi", "private", "adm")
    ]
    return {
        "id": str(server["id"]),
        "name": text(server.get("hostname")),
        "state": server.get("status"),
        "type": server.get("offer_name"),
        **public_facts(texts(public, "address")),
    }


def service(item: Item) -> Host:
    """A managed service: its addresses are those of its endpoints."""
    public: t.List[Address] = []
    cards: t.List[Item] = []
    names: t.List[t.Optional[str]] = []
    for endpoint in item.get("endpoints") or []:
        found = [endpoint.get("ip"), *(endpoint.get("ips") or [])]
        names += [text(endpoint.get("hostname")), text(endpoint.get("dns_record"))]
        network = endpoint.get("private_network")
        if isinstance(network, dict):
            told = [network.get("service_ip"), *(network.get("service_ips") or []), *found]
            addresses = list(dict.fromkeys(str(ip).partition("/")[0] for ip in told if ip))
            ident = network.get("private_network_id") or network.get("id")
            cards.append({"private_network_id": ident, "addresses": addresses})
        else:
            public += [Address(str(ip)) for ip in found if ip]
    return {
        "state": item.get("status"),
        "type": item.get("node_type"),
        "dns": next((name for name in names if name), None),
        "_cards": [card for card in cards if card["addresses"]],
        **public_facts(public),
    }


def load_balancer(item: Item) -> Host:
    return {"state": item.get("status"), **public_facts(texts(item.get("ip"), "ip_address"))}


def public_gateway(item: Item) -> Host:
    return {"state": item.get("status"), **public_facts(texts([item.get("ipv4")], "address"))}


def node(item: Item) -> Host:
    found = [{"address": item.get(name)} for name in ("public_ip_v4", "public_ip_v6")]
    return {"state": item.get("status"), **public_facts(texts(found, "address"))}


_OWNER = {"project": "project_id", "organization": "organization_id"}
_TAGGED = dict(_OWNER, tags="tags")
METAL_ZONES = ("fr-par-1", "fr-par-2", "nl-ams-1", "nl-ams-2", "pl-waw-2", "pl-waw-3")
APPLE_ZONES = ("fr-par-1", "fr-par-3")
DEDIBOX_ZONES = ("fr-par-1", "fr-par-2", "nl-ams-1")
INSTANCE_QUERY = {
    "project": "project",
    "organization": "organization",
    "tags": "tags",
    "state": "state",
    "type": "commercial_type",
    "name": "name",
}
SOURCES = {
    source.name: source
    for source in (
        Source(
            "instances",
            "Instances",
            "instance",
            "v1",
            "servers",
            "servers",
            "zone",
            ZONES,
            instance,
            INSTANCE_QUERY,
            ipam="instance_private_nic",
        ),
        Source(
            "elastic_metal",
            "Elastic Metal",
            "baremetal",
            "v1",
            "servers",
            "servers",
            "zone",
            METAL_ZONES,
            elastic_metal,
            dict(_TAGGED, state="status"),
            cards="v3",
            ipam="baremetal_private_nic",
        ),
        Source(
            "apple_silicon",
            "Apple silicon",
            "apple-silicon",
            "v1alpha1",
            "servers",
            "servers",
            "zone",
            APPLE_ZONES,
            apple_silicon,
            _OWNER,
            cards="v1alpha1",
            ipam="apple_silicon_private_nic",
        ),
        Source(
            "dedibox",
            "Dedibox",
            "dedibox",
            "v1",
            "servers",
            "servers",
            "zone",
            DEDIBOX_ZONES,
            dedibox,
            {"project": "project_id"},
        ),
        Source(
            "databases",
            "Managed databases",
            "rdb",
            "v1",
            "instances",
            "instances",
            "region",
            REGIONS,
            service,
            _TAGGED,
            ipam="rdb_instance",
        ),
        Source(
            "redis",
            "Redis",
            "redis",
            "v1",
            "clusters",
            "clusters",
            "zone",
            ZONES,
            service,
            _TAGGED,
            ipam="redis_cluster",
        ),
        Source(
            "mongodb",
            "MongoDB",
            "mongodb",
            "v1",
            "instances",
            "instances",
            "region",
            REGIONS,
            service,
            _TAGGED,
            ipam="mgdb_instance",
        ),
        Source(
            "load_balancers",
            "Load Balancers",
            "lb",
            "v1",
            "lbs",
            "lbs",
            "zone",
            ZONES,
            load_balancer,
            _TAGGED,
            ipam="lb_server",
        ),
        Source(
            "public_gateways",
            "Public Gateways",
            "vpc-gw",
            "v2",
            "gateways",
            "gateways",
            "zone",
            ZONES,
            public_gateway,
            _TAGGED,
        ),
        Source(
            "kubernetes",
            "Kubernetes",
            "k8s",
            "v1",
            "clusters",
            "clusters",
            "region",
            REGIONS,
            node,
            _OWNER,
        ),
    )
}
