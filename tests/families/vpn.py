# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Site-to-site VPN."""

from __future__ import annotations

from typing import Any

from tests.families.case import Case, Tasks

QUICK = {"wait_interval": 0.1}
NETWORK = {"community.scaleway.scaleway_private_network": {"name": "inner"}}
GATEWAY = {"name": "cloud", "gateway_type": "VGW-S", "private_network": "inner", **QUICK}
CUSTOMER = {"name": "office", "asn": 65000, "public_ipv4": "192.0.2.1"}
POLICY = {"name": "office", "prefix_filter_in": ["192.0.2.0/24"]}
CIPHER = {"encryption": "aes256", "integrity": "sha256", "dh_group": "modp2048"}
CIPHERS = {"ikev2_ciphers": [CIPHER], "esp_ciphers": [CIPHER]}
BETWEEN = {"vpn_gateway": "cloud", "customer_gateway": "office", **CIPHERS}
SESSION = {"routing_policy": "office", "private_ip": "169.254.1.1/30", "peer_private_ip": "169.254.1.2/30"}
BOTH_SIDES: list[dict[str, Any]] = [
    NETWORK,
    {"community.scaleway.scaleway_vpn_gateway": GATEWAY},
    {"community.scaleway.scaleway_vpn_customer_gateway": CUSTOMER},
    {"community.scaleway.scaleway_vpn_routing_policy": POLICY},
]
WHO = tuple({"name": name} for name in ("web", "web-1", "my-web"))
TASKS: Tasks = {
    "scaleway_vpn_gateway": [
        {**GATEWAY, "private_network": "none"},
        {**GATEWAY, "private_network": "22222222-2222-4222-8222-222222222222", "gateway_type": "VGW-XS"},
        {**GATEWAY, "private_network": "22222222-2222-4222-8222-222222222222"},
    ],
    "scaleway_vpn_gateway_info": [{"region": "all"}],
    "scaleway_vpn_customer_gateway": [CUSTOMER, {**CUSTOMER, "asn": 0}, {"name": "office", "public_ipv4": "here"}],
    "scaleway_vpn_customer_gateway_info": [{}],
    "scaleway_vpn_routing_policy": [
        POLICY,
        {**POLICY, "is_ipv6": True},
        {**POLICY, "prefix_filter_out": ["192.0.2.1/24"]},
    ],
    "scaleway_vpn_routing_policy_info": [{"name": "office"}],
    "scaleway_vpn_connection": [{"name": "web", **BETWEEN}, {"name": "web", "state": "absent"}, {"name": "web"}],
    "scaleway_vpn_connection_info": [{}],
}
CASES = [
    Case(
        "scaleway_vpn_gateway",
        "gateway",
        "s2s_vpn.gateway",
        {"gateway_type": "VGW-S", "private_network": "inner", **QUICK},
        {"tags": ["a", "b"], **QUICK},
        {"tags": ["a", "b"]},
        before=[NETWORK],
    ),
    Case(
        "scaleway_vpn_customer_gateway",
        "customer_gateway",
        "s2s_vpn.customer_gateway",
        {"asn": 65000, "public_ipv4": "192.0.2.1", "tags": ["a"]},
        {"public_ipv4": "192.0.2.2", "tags": []},
        {"ipv4_public": "192.0.2.2", "tags": []},
        shown=("public_ipv4", "tags"),
    ),
    Case(
        "scaleway_vpn_routing_policy",
        "routing_policy",
        "s2s_vpn.routing_policy",
        {"prefix_filter_in": ["192.0.2.0/24"], "prefix_filter_out": ["198.51.100.0/24", "203.0.113.0/24"]},
        {"prefix_filter_in": []},
        {"prefix_filter_in": []},
    ),
    Case(
        "scaleway_vpn_connection",
        "connection",
        "s2s_vpn.connection",
        {**BETWEEN, "bgp_config_ipv4": SESSION},
        {"initiation_policy": "customer_gateway", "route_propagation_enabled": True},
        {},
        before=BOTH_SIDES,
        changes=[("PATCH", {"initiation_policy": "customer_gateway"}), ("POST", {})],
        shown=("initiation_policy", "route_propagation_enabled"),
        once=("pre_shared_key",),
    ),
]
