# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Networks: VPCs, private networks, IPAM, public gateways, flexible IPs of Elastic Metal."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks
from tests.simulator.store import PROJECT

LATER = (
    ".has_s3_integration",
    ".s3_integration_enabled",
    ".transitivity_enabled",
    ".subnets[].region",
)
VALUES = {
    "scaleway_vpc": {"enable_routing": [], "enable_custom_routes_propagation": []},  # these cannot be turned off again
    "scaleway_private_network": {"enable_dhcp": []},
    "scaleway_public_gateway": {"bastion_allowed_ips": [["0.0.0.0/0"], ["192.0.2.0/24", "198.51.100.7/32"]]},
}
CONTRACTS = [
    Contract("vpc/v2", 100, LATER),
    Contract("ipam/v1", 30, LATER),
    Contract("vpc-gw/v2", 10, LATER),
    Contract("flexible-ip/v1alpha1", 12, LATER),
]
GATEWAY = {"gateway": PROJECT}
WEB = {"protocol": "TCP", "source": "10.0.0.0/24", "destination": "10.1.0.0/24", "dst_port_low": 443}
TASKS: Tasks = {
    "scaleway_vpc": [
        {"name": "web", "tags": ["a"], "enable_transitivity": True},
        {"name": "web", "enable_transitivity": False},
        {"name": "other", "enable_routing": False},
        {"name": "web", "enable_custom_routes_propagation": False},
        {"name": "web", "state": "absent"},
    ],
    "scaleway_vpc_info": [{"region": "all", "is_default": True}, {"region": "nowhere"}],
    "scaleway_private_network": [
        {"name": "web", "subnets": ["10.0.0.0/24"], "tags": ["a"]},
        {"name": "web", "subnets": ["10.0.0.1/24"]},
        {"name": "other", "vpc": "default", "subnets": ["10.0.0.128/25"]},
        {"name": "web", "default_route_propagation_enabled": True, "tags": []},
        {"name": "web", "state": "absent"},
    ],
    "scaleway_private_network_info": [{"region": "all"}, {"vpc": "none"}],
    "scaleway_vpc_route": [
        {"vpc": "default", "destination": "10.0.0.0/16", "nexthop_resource": PROJECT, "tags": ["a"]},
        {"vpc": "default", "destination": "10.1.0.0/16"},
        {"vpc": "default", "destination": "here", "nexthop_resource": PROJECT},
        {"vpc": "default", "destination": "10.0.0.0/16", "description": "the office"},
        {"vpc": "default", "destination": "10.0.0.0/16", "state": "absent"},
    ],
    "scaleway_vpc_route_info": [{"vpc": "default"}],
    "scaleway_vpc_acl": [
        {"vpc": "default", "rules": [WEB], "default_policy": "drop"},
        {"vpc": "default", "rules": [{**WEB, "protocol": "ICMP"}]},
        {"vpc": "default", "rules": [WEB], "is_ipv6": True},
        {"vpc": "default", "default_policy": "accept"},
        {"vpc": "default", "state": "absent"},
    ],
    "scaleway_vpc_acl_info": [{"vpc": "default"}, {"vpc": "none"}],
    "scaleway_ipam_ip": [
        {"address": "172.16.1.9"},
        {"private_network": "none", "address": "172.16.1.9"},
        {"address": "none"},
        {"tags": ["a"], "resource": {"mac_address": "here"}},
        {"tags": ["a"], "state": "absent"},
    ],
    "scaleway_ipam_ip_info": [{"region": "all", "attached": False}],
    "scaleway_public_gateway": [
        {"name": "web", "type": "VPC-GW-S", "bastion_allowed_ips": ["198.51.100.0/24"]},
        {"name": "web", "type": "VPC-GW-M", "bastion_port": 2222},
        {"name": "web", "bastion_port": 0},
        {"name": "other", "ip": "192.0.2.1", "type": "VPC-GW-S"},
        {"name": "web", "delete_ip": True, "state": "absent"},
    ],
    "scaleway_public_gateway_info": [{"zone": "all", "status": "running"}],
    "scaleway_public_gateway_ip": [
        {"tags": ["a"]},
        {"tags": ["a"], "reverse": "unresolved.example.com"},
        {"address": "192.0.2.77"},
        {"tags": ["a"], "state": "absent"},
    ],
    "scaleway_public_gateway_ip_info": [{"zone": "all", "is_free": True}],
    "scaleway_public_gateway_network": [
        {"gateway": "none", "private_network": PROJECT},
        {"gateway": PROJECT, "private_network": PROJECT, "enable_masquerade": True},
        {"gateway": PROJECT, "private_network": "none", "state": "absent"},
        {"private_network": PROJECT},
    ],
    "scaleway_public_gateway_network_info": [{"zone": "all"}],
    "scaleway_public_gateway_pat_rule": [
        {**GATEWAY, "public_port": 2222, "private_ip": "10.0.0.2", "private_port": 22},
        {**GATEWAY, "public_port": 70000, "private_ip": "10.0.0.2", "private_port": 22},
        {**GATEWAY, "public_port": 2222, "private_ip": "here", "private_port": 22},
        {**GATEWAY, "public_port": 2222, "protocol": "icmp"},
    ],
    "scaleway_public_gateway_pat_rule_info": [{"zone": "all"}, {"gateway": "none"}],
    "scaleway_flexible_ip": [
        {"tags": ["a"], "virtual_mac": "kvm", "server": PROJECT},
        {"tags": ["a"], "is_ipv6": True},
        {"tags": ["a"], "description": "for a machine", "virtual_mac": "", "server": ""},
        {"address": "192.0.2.77"},
        {"tags": ["a"], "state": "absent"},
    ],
    "scaleway_flexible_ip_info": [{"zone": "all"}],
}
VPC = {"community.scaleway.scaleway_vpc": {"name": "office"}}
NETWORKS = [
    {"community.scaleway.scaleway_private_network": {"name": name, "subnets": [f"10.{number}.0.0/24"]}}
    for number, name in enumerate(("one", "two", "three"))
]
PUBLIC_GATEWAY = {"community.scaleway.scaleway_public_gateway": {"name": "origin", "type": "VPC-GW-S"}}
CASES = [
    Case(
        "scaleway_vpc",
        "vpc",
        "vpc.vpc",
        {"tags": ["a", "b"]},
        {"tags": []},
        {"tags": []},
    ),
    Case(
        "scaleway_private_network",
        "private_network",
        "vpc.private_network",
        {"tags": ["a"], "default_route_propagation_enabled": True},
        {"tags": ["b"], "default_route_propagation_enabled": False},
        {"tags": ["b"], "default_route_propagation_enabled": False},
    ),
    Case(
        "scaleway_vpc_route",
        "route",
        "vpc.route",
        {"vpc": "office", "nexthop_resource": PROJECT, "tags": ["a"]},
        {"vpc": "office", "description": "to the office", "tags": []},
        {"description": "to the office", "tags": []},
        before=[VPC],
        who=tuple({"vpc": "office", "destination": f"10.{number}.0.0/16"} for number in range(3)),
        twin=None,
    ),
    Case(
        "scaleway_ipam_ip",
        "ip",
        "ipam.ip",
        {"tags": ["a"], "resource": {"mac_address": "02:00:00:00:00:2a", "name": "machine"}},
        {"tags": ["b"], "resource": {"mac_address": "02-00-00-00-00-2b"}},
        {},
        changes=[
            ("PATCH", {"tags": ["b"]}),
            (
                "POST",
                {
                    "from_resource": {"mac_address": "02:00:00:00:00:2A", "name": "machine"},
                    "to_resource": {"mac_address": "02:00:00:00:00:2B", "name": "machine"},
                },
            ),
        ],
        shown=("tags", "resource"),
        deletion=("POST", "DELETE"),
        before=NETWORKS[:1],
        who=tuple({"private_network": "one", "address": f"10.0.0.{number}"} for number in (7, 8, 9)),
        twin=None,
    ),
    Case(
        "scaleway_public_gateway",
        "gateway",
        "vpcgw.gateway",
        {"type": "VPC-GW-S", "tags": ["a"]},
        {"bastion_port": 2222, "enable_bastion": True, "tags": []},
        {"bastion_port": 2222, "enable_bastion": True, "tags": []},
        shown=("bastion_port", "bastion_enabled", "tags"),
    ),
    Case(
        "scaleway_public_gateway_network",
        "gateway_network",
        "vpcgw.gateway_network",
        {"enable_masquerade": False},
        {"enable_masquerade": True, "push_default_route": True},
        {"enable_masquerade": True, "push_default_route": True},
        shown=("masquerade_enabled", "push_default_route"),
        before=[*NETWORKS, PUBLIC_GATEWAY],
        who=tuple({"gateway": "origin", "private_network": name} for name in ("one", "two", "three")),
        twin=None,
    ),
    Case(
        "scaleway_public_gateway_pat_rule",
        "pat_rule",
        "vpcgw.pat_rule",
        {"private_ip": "10.0.0.7", "private_port": 22},
        {"private_ip": "10.0.0.8", "private_port": 2022},
        {"private_ip": "10.0.0.8", "private_port": 2022},
        before=[PUBLIC_GATEWAY],
        who=(
            {"gateway": "origin", "public_port": 2222, "protocol": "tcp"},
            {"gateway": "origin", "public_port": 2222, "protocol": "udp"},
            {"gateway": "origin", "public_port": 2223},
        ),
        twin=None,
    ),
    Case(
        "scaleway_flexible_ip",
        "flexible_ip",
        "flexibleip.ip",
        {"virtual_mac": "kvm"},
        {"description": "for a machine"},
        {"description": "for a machine"},
        creation=("POST", "POST"),
        who=({"tags": ["web"]}, {"tags": ["other"]}, {"tags": ["web", "other"]}),
        twin={"tags": ["web"]},
    ),
    Case(
        "scaleway_public_gateway_ip",
        "ip",
        "vpcgw.ip",
        {},
        {"reverse": "gateway.example.com"},
        {"reverse": "gateway.example.com"},
        who=({"tags": ["web"]}, {"tags": ["other"]}, {"tags": ["web", "other"]}),
        twin={"tags": ["web"]},
    ),
]
