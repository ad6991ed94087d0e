# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Addresses of hosts as plain strings: the public ones that a list shows, and the private ones, which only IPAM knows.

One list of a region's addresses is joined in memory with the network cards of its hosts (api/inventory_sources.md, 2).
"""

from __future__ import annotations

import ipaddress
import typing as t

Host = t.Dict[str, t.Any]
Item = t.Dict[str, t.Any]


class Address(t.NamedTuple):
    """A public address, and the name that it resolves to where that is known."""

    address: str
    reverse: t.Optional[str] = None


def public_facts(addresses: t.Sequence[Address]) -> Host:
    """The facts of some public addresses, in their order and each once. A prefix length is left out."""
    found: t.List[str] = []
    v4: t.List[str] = []
    v6: t.List[str] = []
    for ip in addresses:
        address = ip.address.partition("/")[0]
        if address not in found:
            found.append(address)
            (v6 if ":" in address else v4).append(address)
    return {
        "public_ipv4": v4[0] if v4 else None,
        "public_ipv6": v6[0] if v6 else None,
        "public_ipv4_addresses": v4,
        "public_ipv6_addresses": v6,
        "public_addresses": found,
        "reverse_names": list(dict.fromkeys(ip.reverse.rstrip(".") for ip in addresses if ip.reverse)),
    }


class Attached(t.NamedTuple):
    """One address of IPAM. ``network`` is the private network, None where IPAM names only the subnet."""

    address: str
    subnet: t.Optional[str]
    network: t.Optional[str]


class Ipam:
    """The private addresses of an account, found by their own id, or by the id or the MAC address of what has them."""

    def __init__(self) -> None:
        self.by_id: t.Dict[str, Attached] = {}
        self.by_holder: t.Dict[str, t.List[Attached]] = {}

    def add(self, items: t.Iterable[Item]) -> None:
        for item in items:
            address = item.get("address")
            if not isinstance(address, str) or not address:
                continue
            source = item.get("source") or {}
            found = Attached(address.partition("/")[0], source.get("subnet_id"), source.get("private_network_id"))
            self.by_id[item["id"]] = found
            holder = item.get("resource") or {}
            for name in (holder.get("id"), (holder.get("mac_address") or "").upper()):
                if name:
                    self.by_holder.setdefault(name, []).append(found)

    def of_card(self, card: Item) -> t.List[str]:
        """The addresses of a network card, or of what ties a server to a private network."""
        if not self.by_id:
            return []
        found = [self.by_id[ident].address for ident in card.get("ipam_ip_ids") or () if ident in self.by_id]
        if not found:
            holders = (card.get("id") or "", (card.get("mac_address") or "").upper())
            found = [ip.address for name in holders for ip in self.by_holder.get(name, ())]
        return in_order(found)


def in_order(addresses: t.List[str]) -> t.List[str]:
    """Each once, IPv4 first, then as numbers."""
    if len(addresses) < 2:
        return addresses
    return sorted(set(addresses), key=_position)


def _position(address: str) -> t.Tuple[int, int, str]:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return (9, 0, address)
    return (found.version, int(found), address)


class Networks:
    """Private networks: their names, their subnets, and the bastion that leads into each."""

    def __init__(self) -> None:
        self.names: t.Dict[str, str] = {}
        self.of_subnet: t.Dict[str, str] = {}
        self.bastions: t.Dict[str, str] = {}

    def add(self, items: t.Iterable[Item]) -> None:
        for item in items:
            self.names[item["id"]] = str(item.get("name") or item["id"])
            for subnet in item.get("subnets") or []:
                if isinstance(subnet, dict) and subnet.get("id"):
                    self.of_subnet[subnet["id"]] = item["id"]

    def add_gateways(self, items: t.Iterable[Item]) -> None:
        """The bastions of public gateways, by network. What is no address and no port is not taken: it would get into
        the arguments of ssh."""
        for item in items:
            bastion = bastion_of(item)
            if bastion is not None:
                for tie in item.get("gateway_networks") or []:
                    self.bastions.setdefault(tie.get("private_network_id"), bastion)


def bastion_of(gateway: Item) -> t.Optional[str]:
    """``address:port`` of a public gateway's bastion when it is on."""
    if not gateway.get("bastion_enabled"):
        return None
    try:
        address = ipaddress.ip_address(str((gateway.get("ipv4") or {}).get("address")))
        port = int(gateway.get("bastion_port") or 61000)
    except (TypeError, ValueError):
        return None
    return f"{address}:{port}" if address.version == 4 else f"[{address}]:{port}"


def private_facts(host: Host, cards: t.Iterable[Item], ipam: Ipam, networks: Networks) -> Host:
    """The facts of a host's private networks: ``cards`` are its network cards. What a managed service tells of its own
    addresses is used as it is, and the classic ``private_ip`` where nothing else is known."""
    found: t.List[Host] = []
    for card in cards:
        ident = card.get("private_network_id")
        addresses = card["addresses"] if "addresses" in card else ipam.of_card(card)
        found.append(
            {
                "id": ident,
                "name": networks.names.get(ident),  # type: ignore[arg-type]
                "mac_address": card.get("mac_address"),
                "ipv4": [address for address in addresses if ":" not in address],
                "ipv6": [address for address in addresses if ":" in address],
                "bastion": networks.bastions.get(ident),  # type: ignore[arg-type]
            }
        )
    v4 = [address for network in found for address in network["ipv4"]]
    v6 = [address for network in found for address in network["ipv6"]]
    older = host.get("private_ip")
    if not v4 and not v6 and isinstance(older, str) and older:
        (v6 if ":" in older else v4).append(older)
    return {
        "private_ipv4": v4[0] if v4 else None,
        "private_ipv6": v6[0] if v6 else None,
        "private_ipv4_addresses": v4,
        "private_ipv6_addresses": v6,
        "private_addresses": v4 + v6,
        "private_networks": found,
    }


def held_cards(ident: str, ipam: Ipam, networks: Networks) -> t.List[Item]:
    """The network cards, as it were, of something whose addresses are in IPAM under its own id."""
    by_network: t.Dict[t.Optional[str], t.List[str]] = {}
    for ip in ipam.by_holder.get(ident, ()):
        network = ip.network or networks.of_subnet.get(ip.subnet or "")
        by_network.setdefault(network, []).append(ip.address)
    return [{"private_network_id": network, "addresses": in_order(ips)} for network, ips in by_network.items()]
