# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""How a host is reached: its address by preference, and the bastion before it."""

from __future__ import annotations

import re
import typing as t

from ._fleet_names import field, tagged

Host = t.Dict[str, t.Any]
NETWORK = "private_network:"
USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")


def address_of(host: Host, preferences: t.Iterable[str]) -> t.Optional[str]:
    """The first that the host has: a field, ``tag:key``, or its address in a private network that is named."""
    for preference in preferences:
        if preference.startswith(NETWORK):
            found = address_in(host, preference[len(NETWORK) :])
        elif preference.startswith("tag:"):
            found = tagged(host, preference[4:])
        else:
            found = field(host, preference)
        if found:
            return found
    return None


def address_in(host: Host, network: str) -> t.Optional[str]:
    """The address in a private network, which is given by name or id."""
    for found in host["private_networks"]:
        if network in (found["name"], found["id"]):
            for address in found["ipv4"] + found["ipv6"]:
                return str(address)
    return None


def jump_to(host: Host, address: t.Optional[str], user: str) -> t.Optional[str]:
    """The arguments with which ssh reaches a private address through the bastion of its network; None when it is no
    private address, or nobody leads there."""
    if address is None or address not in host["private_addresses"]:
        return None
    networks = sorted(host["private_networks"], key=lambda network: address not in network["ipv4"] + network["ipv6"])
    bastion = next((network["bastion"] for network in networks if network["bastion"]), None)
    return f"-o ProxyJump={user}@{bastion}" if bastion else None
