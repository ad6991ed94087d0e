# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaleway's own Python SDK against the simulator: VPCs, IPAM, public gateways, flexible IPs."""

from __future__ import annotations

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT


def test_life_cycle_of_a_vpc(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.vpc.v2 import VpcV2API, types
    from scaleway_core.api import ScalewayException

    api = VpcV2API(client)
    made = api.create_vpc(enable_routing=True, enable_transitivity=False, name="sdk", tags=["a"])
    assert (made.name, made.is_default, made.routing_enabled) == ("sdk", False, True)
    assert api.update_vpc(vpc_id=made.id, name="renamed").name == "renamed"
    assert [found.id for found in api.list_vp_cs_all(name="renam")] == [made.id]
    assert [found.name for found in api.list_vp_cs_all(is_default=True)] == ["default"]
    network = api.create_private_network(
        default_route_propagation_enabled=False, name="sdk", vpc_id=made.id, subnets=["10.0.0.0/24"]
    )
    assert [(":" in subnet.subnet, subnet.vpc_id) for subnet in network.subnets] == [(False, made.id), (True, made.id)]
    assert api.enable_dhcp(private_network_id=network.id).dhcp_enabled
    assert api.update_private_network(
        private_network_id=network.id, default_route_propagation_enabled=True
    ).default_route_propagation_enabled
    rule = types.AclRule(
        protocol=types.AclRuleProtocol.TCP,
        source="0.0.0.0/0",
        src_port_low=0,
        src_port_high=0,
        destination="0.0.0.0/0",
        dst_port_low=80,
        dst_port_high=80,
        action=types.Action.ACCEPT,
        description="web",
    )
    api.set_acl(vpc_id=made.id, rules=[rule], is_ipv6=False, default_policy=types.Action.DROP)
    told = api.get_acl(vpc_id=made.id, is_ipv6=False)
    assert (told.default_policy, told.rules[0].dst_port_high) == (types.Action.DROP, 80)
    assert api.get_acl(vpc_id=made.id, is_ipv6=True).rules == []
    route = api.create_route(
        description="", vpc_id=made.id, destination="10.9.0.0/16", nexthop_private_network_id=network.id
    )
    assert (route.description, route.is_read_only) == ("Custom route", False)
    assert api.update_route(route_id=route.id, description="office").description == "office"
    api.delete_route(route_id=route.id)
    with pytest.raises(ScalewayException) as refused:
        api.delete_vpc(vpc_id=made.id)
    assert refused.value.status_code == 412
    api.delete_private_network(private_network_id=network.id)
    api.delete_vpc(vpc_id=made.id)
    assert [found["name"] for found in simulator.state("vpc.vpc")] == ["default"] * 4


def test_life_cycle_of_an_address(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.ipam.v1 import IpamV1API, types
    from scaleway.vpc.v2 import VpcV2API

    network = VpcV2API(client).create_private_network(default_route_propagation_enabled=False, name="sdk")
    api = IpamV1API(client)
    made = api.book_ip(source=types.Source(private_network_id=network.id), is_ipv6=False, tags=["a"])
    assert (made.address, made.resource) == ("172.16.4.2/22", None)
    one, other = (types.CustomResource(mac_address=f"02:00:00:00:00:0{number}") for number in (1, 2))
    attached = api.attach_ip(ip_id=made.id, resource=one).resource
    assert attached is not None
    assert (str(attached.type_), attached.mac_address) == ("custom", "02:00:00:00:00:01")
    assert [found.id for found in api.list_i_ps_all(attached=True, private_network_id=network.id)] == [made.id]
    moved = api.move_ip(ip_id=made.id, from_resource=one, to_resource=other).resource
    assert moved is not None
    assert moved.mac_address == "02:00:00:00:00:02"
    assert api.detach_ip(ip_id=made.id, resource=other).resource is None
    api.update_ip(ip_id=made.id, tags=["b"], reverses=[types.Reverse(hostname="db.example.com")])
    simulator.advance(1)
    assert [name.hostname for name in api.get_ip(ip_id=made.id).reverses] == ["db.example.com"]
    api.release_ip(ip_id=made.id)
    assert simulator.state("ipam.ip") == []


def test_life_cycle_of_a_public_gateway(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.vpc.v2 import VpcV2API
    from scaleway.vpcgw.v2 import VpcgwV2API, types

    network = VpcV2API(client).create_private_network(default_route_propagation_enabled=False, name="sdk")
    api = VpcgwV2API(client)
    assert "VPC-GW-S" in [found.name for found in api.list_gateway_types().types]
    address = api.create_ip(tags=["sdk"])
    assert api.update_ip(ip_id=address.id, reverse="gw.example.com").reverse == "gw.example.com"
    made = api.create_gateway(type_="VPC-GW-S", enable_smtp=False, enable_bastion=True, name="sdk", ip_id=address.id)
    assert made.status == types.GatewayStatus.ALLOCATING
    ready = api.wait_for_gateway(gateway_id=made.id)
    assert (ready.status, ready.ipv4.id if ready.ipv4 else "") == (types.GatewayStatus.RUNNING, address.id)
    joined = api.create_gateway_network(
        gateway_id=made.id, private_network_id=network.id, enable_masquerade=True, push_default_route=False
    )
    joined = api.wait_for_gateway_network(gateway_network_id=joined.id)
    assert (joined.masquerade_enabled, bool(joined.mac_address)) == (True, True)
    api.wait_for_gateway(gateway_id=made.id)
    assert api.set_bastion_allowed_i_ps(gateway_id=made.id, ip_ranges=["198.51.100.0/24"]).ip_ranges
    assert api.upgrade_gateway(gateway_id=made.id, type_="VPC-GW-M").bandwidth == 1000
    rule = api.create_pat_rule(gateway_id=made.id, public_port=2222, private_ip="172.16.4.3", private_port=22)
    assert rule.protocol == types.PatRuleProtocol.BOTH
    assert api.update_pat_rule(pat_rule_id=rule.id, private_port=2022).private_port == 2022
    assert [found.id for found in api.list_pat_rules_all(gateway_ids=[made.id])] == [rule.id]
    api.delete_pat_rule(pat_rule_id=rule.id)
    assert api.delete_gateway_network(gateway_network_id=joined.id).status == types.GatewayNetworkStatus.DETACHING
    simulator.advance(10)
    assert api.delete_gateway(gateway_id=made.id, delete_ip=True).status == types.GatewayStatus.DELETING
    simulator.advance(10)
    kinds = ("gateway", "gateway_network", "ip", "pat_rule")
    assert {kind: simulator.state(f"vpcgw.{kind}") for kind in kinds} == {kind: [] for kind in kinds}
    assert simulator.state("ipam.ip") == []


def test_life_cycle_of_a_flexible_ip(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.flexibleip.v1alpha1 import FlexibleipV1Alpha1API, types
    from scaleway_core.api import ScalewayException

    api = FlexibleipV1Alpha1API(client)
    made = api.create_flexible_ip(description="", is_ipv6=False, tags=["sdk"])
    assert made.status == types.FlexibleIPStatus.READY
    told = api.attach_flexible_ip(fips_ids=[made.id], server_id=PROJECT).flexible_ips[0]
    assert told.status == types.FlexibleIPStatus.UPDATING
    assert api.wait_for_flexible_ip(fip_id=made.id).server_id == PROJECT
    mac = api.generate_mac_addr(fip_id=made.id, mac_type=types.MACAddressType.KVM).mac_address
    assert mac is not None
    assert mac.mac_type == types.MACAddressType.KVM
    api.wait_for_flexible_ip(fip_id=made.id)
    api.delete_mac_addr(fip_id=made.id)
    assert api.update_flexible_ip(fip_id=made.id, description="machine").description == "machine"
    api.detach_flexible_ip(fips_ids=[made.id])
    assert api.wait_for_flexible_ip(fip_id=made.id).server_id is None
    api.delete_flexible_ip(fip_id=made.id)
    with pytest.raises(ScalewayException) as refused:
        api.get_flexible_ip(fip_id=made.id)
    assert refused.value.status_code == 403
    assert simulator.state("flexibleip.ip") == []
