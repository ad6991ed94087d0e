# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Networks, addresses, ports, names and rules as users write them, and how they are compared."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.community.scaleway.plugins.module_utils import _flexible_ip, _ipam, _vpc, _vpcgw
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput
from ansible_collections.community.scaleway.plugins.module_utils._values import address_of, network_of, port_of


def test_networks_and_addresses_are_spelled_as_the_api_spells_them() -> None:
    assert network_of(" 10.0.0.0/24", "x") == "10.0.0.0/24"
    assert network_of("192.0.2.7", "x") == "192.0.2.7/32"
    assert network_of("2001:DB8:0::/64", "x") == "2001:db8::/64"
    assert address_of("172.16.64.7/22", "x") == "172.16.64.7"
    assert address_of("2001:DB8::0001", "x") == "2001:db8::1"
    assert port_of("22", "x") == 22


@pytest.mark.parametrize(
    ("function", "value", "told"),
    [
        (
            network_of,
            "10.0.0.1/24",
            "x: '10.0.0.1/24' has bits beyond its length. The network of that length is 10.0.0.0/24",
        ),
        (network_of, "2001:db8::1/64", "is 2001:db8::/64"),
        (network_of, "10.0.0.0/33", "x: '10.0.0.0/33' is no network"),
        (network_of, "everywhere", "Write it like 192.0.2.0/24"),
        (address_of, "10.0.0.256", "x: '10.0.0.256' is no address"),
        (port_of, 0, "x: 0 is no port"),
        (port_of, 65536, "Ports are 1 to 65535"),
    ],
)
def test_what_is_none_is_told(function: Any, value: Any, told: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        function(value, "x")
    assert told in refused.value.message


def test_subnets_are_compared_by_the_versions_that_were_asked_for() -> None:
    there = ["10.0.0.0/24", "fd00::/64"]
    assert _vpc.same_networks(["10.0.0.0/24"], there)
    assert _vpc.same_networks(["fd00::/64", "10.0.0.0/24"], there)
    assert not _vpc.same_networks(["10.0.1.0/24"], there)
    with pytest.raises(InvalidInput, match="another one of the list"):
        _vpc.subnets_of(["10.0.0.0/16", "10.0.1.0/24"], "subnets")


def rule(**more: Any) -> dict[str, Any]:
    return {"protocol": "TCP", "source": "0.0.0.0/0", "destination": "0.0.0.0/0", "action": "accept", **more}


def test_rules_have_every_port_when_none_is_named() -> None:
    open_rule, one_port = _vpc.acl_rules([rule(), rule(dst_port_low=80, description="web")], "rules")
    assert [open_rule[name] for name in _vpc.PORTS] == [0, 0, 0, 0]
    assert [one_port[name] for name in _vpc.PORTS] == [0, 0, 80, 80]
    shown = _vpc.rules_as_shown([one_port])
    assert shown[0]["description"] == "(Rule scope: client) web"
    assert _vpc.rules_shown(shown) == [one_port]
    assert _vpc.no_rules({"rules": [], "default_policy": "accept"})
    assert not _vpc.no_rules({"rules": [], "default_policy": "drop"})


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"protocol": "ICMP", "dst_port_low": 1}, "ICMP has no ports"),
        ({"dst_port_low": 9, "dst_port_high": 8}, "is no range of ports"),
        ({"source": "10.0.0.1/8"}, "rules[0].source: '10.0.0.1/8' has bits"),
        ({"destination": "::/0"}, "is no network of IPv4"),
    ],
)
def test_rules_that_cannot_be_are_told(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        _vpc.acl_fields({"rules": [rule(**wrong)]})
    assert told in refused.value.message


def test_what_is_on_stays_on() -> None:
    turn = _vpc.one_way("enable_dhcp", "enable-dhcp")
    assert [request.target[-1] for request in turn({"id": "1"}, True)] == ["enable-dhcp"]  # type: ignore[union-attr]
    with pytest.raises(InvalidInput, match="cannot be turned off again"):
        turn({"id": "1"}, False)


def test_names_that_the_api_gives_by_itself_do_not_count() -> None:
    there = [
        {"hostname": "7-0-0-10.rev.scw.cloud.", "address": None},
        {"hostname": "db.example.com.", "address": "::1"},
    ]
    assert _ipam.same_names([{"hostname": "db.example.com"}], there)
    assert _ipam.same_names([{"hostname": "db.example.com", "address": "::1"}], there)
    assert not _ipam.same_names([{"hostname": "db.example.com", "address": "::2"}], there)
    assert not _ipam.same_names([], there)
    assert _ipam.same_names([], there[:1])
    assert _ipam.names_of([{"hostname": "a.example.com.", "address": "2001:DB8::1"}], "reverses") == [
        {"hostname": "a.example.com", "address": "2001:db8::1"}
    ]
    assert _vpcgw.same_reverse("", "51-185-172-163.instances.scw.cloud")
    assert not _vpcgw.same_reverse("", "gw.example.com")
    assert _flexible_ip.same_reverse("vm.example.com", "vm.example.com.")
    assert _flexible_ip.same_reverse("", "195-154-1-2.rev.poneytelecom.eu.")
    assert not _flexible_ip.same_reverse("", "vm.example.com.")


def test_an_address_is_attached_moved_and_detached() -> None:
    free = {"id": "1", "address": "10.0.0.7/24", "resource": None}
    mine = {"mac_address": "02:00:00:00:00:2A", "name": "vm", "type": "custom", "id": "1"}
    value = _ipam.custom_resource({"mac_address": "02-00-00-00-00-2b", "name": None}, "resource")

    def told(item: dict[str, Any], wanted: dict[str, Any]) -> Any:
        (request,) = _ipam.attached_to(item, wanted)
        return (request.target[-1], request.body)  # type: ignore[union-attr]

    former = {"mac_address": "02:00:00:00:00:2A", "name": "vm"}
    assert told(free, value) == ("attach", {"resource": {"mac_address": "02:00:00:00:00:2B"}})
    assert told(dict(free, resource=mine), {}) == ("detach", {"resource": former})
    assert told(dict(free, resource=mine), value) == (
        "move",
        {"from_resource": former, "to_resource": dict(former, **value)},
    )
    assert _ipam.custom_resource({"mac_address": None, "name": None}, "resource") == {}
    server = {"type": "instance_private_nic", "id": "2", "name": "web", "mac_address": "02:00:00:00:00:01"}
    with pytest.raises(InvalidInput, match=r"10.0.0.7 belongs to the instance_private_nic web \(2\)"):
        _ipam.attached_to(dict(free, resource=server), {})


def test_protocols_that_share_a_port() -> None:
    assert _vpcgw.protocols(None) == {"tcp", "udp"}
    assert not _vpcgw.protocols("tcp") & _vpcgw.protocols("udp")
    assert _vpcgw.same_protocol(None, "both")
    assert not _vpcgw.same_protocol("tcp", "both")
