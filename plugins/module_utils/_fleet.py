# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The machines of an account as an inventory sees them. It knows the API and nothing of Ansible."""

from __future__ import annotations

import typing as t
from concurrent.futures import ThreadPoolExecutor

from ._client import Client
from ._endpoints import Endpoint
from ._locality import region_of
from ._paging import list_all

Host = t.Dict[str, t.Any]
Warn = t.Callable[[str], None]


def list_servers(client: Client, zones: t.Sequence[str], query: t.Mapping[str, t.Any], warn: Warn) -> t.List[Host]:
    """The Instances of some zones, all zones and pages at once, in the order of the zones. Raises ScalewayError."""
    classic = client.settings.classic
    endpoint = Endpoint("instance", "v1", "zone", classic)

    def in_zone(zone: str) -> t.List[Host]:
        url = f"{endpoint.base(client.settings, zone)}/servers"
        servers = list_all(client, url, "servers", query, endpoint.page_size_name, warn)
        return [host_of(server, zone) for server in servers]

    if len(zones) == 1:
        return in_zone(zones[0])
    with ThreadPoolExecutor(max_workers=len(zones) or 1) as pool:
        return [host for hosts in pool.map(in_zone, zones) for host in hosts]


def host_of(server: t.Dict[str, t.Any], zone: str) -> Host:
    """A server with its place and its addresses as plain strings; None where it has none.

    The routed addresses are in ``public_ips``; ``public_ip``, ``ipv6`` and ``private_ip`` are those of older servers.
    """
    addresses = [ip for ip in server.get("public_ips") or [] if isinstance(ip, dict) and ip.get("address")]
    older = server.get("public_ip")
    if isinstance(older, dict) and older.get("address"):
        addresses.append(older)
    ipv6 = server.get("ipv6")
    if isinstance(ipv6, dict) and ipv6.get("address"):
        addresses.append(ipv6)
    public = list(dict.fromkeys(str(ip["address"]) for ip in addresses))
    private = server.get("private_ip")
    private = private if isinstance(private, str) and private else None
    host = dict(server)
    host.update(
        zone=zone,
        region=region_of(zone),
        public_ipv4=next((address for address in public if ":" not in address), None),
        public_ipv6=next((address for address in public if ":" in address), None),
        public_addresses=public,
        private_ipv4=private,
    )
    return host
