# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Networks: what is special about them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT, TOKEN
from tests.tools.ansible_process import Ansible
from tests.tools.link_collection import ROOT

COMPAT = ROOT.parent / "shared" / "compat" / "community_general.json"


def task(module: str, **options: Any) -> dict[str, Any]:
    return {f"community.scaleway.scaleway_{module}": options}


def refused(module: str, **options: Any) -> dict[str, Any]:
    return {**task(module, **options), "ignore_errors": True}


GATEWAY = task("public_gateway", name="gw", type="VPC-GW-S", enable_bastion=True, bastion_port=2200)
RULE = {"gateway": "gw", "private_ip": "10.0.0.2", "private_port": 22}
WEB = {"protocol": "TCP", "source": "10.0.0.0/24", "destination": "0.0.0.0/0", "dst_port_low": 80, "description": "web"}


def test_what_cannot_be_is_told_before_anything_is_sent(ansible: Ansible, simulator: SimulatorProcess) -> None:
    prepared = ansible.play(
        [
            task("private_network", name="one", subnets=["10.0.0.0/24"]),
            task("vpc", name="other"),
            GATEWAY,
            task("public_gateway_pat_rule", **RULE, public_port=2222, protocol="tcp"),
        ]
    )
    assert prepared.returncode == 0, prepared.output
    simulator.clear_requests()
    expected = {
        "overlaps with 10.1.0.0/16, another one of the list": refused(
            "private_network", name="two", subnets=["10.1.0.0/16", "10.1.2.0/24"]
        ),
        "The network of that length is 10.2.0.0/24": refused("private_network", name="two", subnets=["10.2.0.5/24"]),
        "subnets[0]: '10.2/24' is no network": refused("private_network", name="two", subnets=["10.2/24"]),
        "a subnet of the private network one": refused("private_network", name="two", subnets=["10.0.0.128/25"]),
        "subnets is ['10.0.0.0/24', ": refused("private_network", name="one", subnets=["10.3.0.0/24"]),
        "address: 10.9.0.1 is in none of the subnets of the private network one": refused(
            "ipam_ip", private_network="one", address="10.9.0.1"
        ),
        "public_port: 2222 is in use by the rule": refused("public_gateway_pat_rule", **RULE, public_port=2222),
        "public_port: 2200 is in use by the bastion": refused("public_gateway_pat_rule", **RULE, public_port=2200),
        "bastion_allowed_ips[0]: 'all' is no network": refused(
            "public_gateway", name="gw", bastion_allowed_ips=["all"]
        ),
        "rules[0]: dst_port_low 90 to dst_port_high 80": refused(
            "vpc_acl", vpc="other", rules=[{**WEB, "dst_port_low": 90, "dst_port_high": 80}]
        ),
        "rules[1].source: fd00::/8 is no network of IPv4": refused(
            "vpc_acl", vpc="other", rules=[WEB, {**WEB, "source": "fd00::/8"}]
        ),
        "destination: '10.4.0.1/16' has bits beyond": refused(
            "vpc_route", vpc="other", destination="10.4.0.1/16", nexthop_resource=PROJECT
        ),
    }
    done = ansible.play(list(expected.values()))
    assert [text for text, result in zip(expected, done.results) if text not in result["msg"]] == [], done.output
    assert simulator.writes() == []
    # Other VPCs may have the same subnets, and UDP may use a port that TCP has.
    done = ansible.play(
        [
            task("private_network", name="two", vpc="other", subnets=["10.0.0.0/24"]),
            task("public_gateway_pat_rule", **RULE, public_port=2222, protocol="udp"),
        ]
    )
    assert [result["changed"] for result in done.results] == [True, True], done.output


def test_rules_of_a_vpc_are_one_set_for_each_version(ansible: Ansible, simulator: SimulatorProcess) -> None:
    others = {"protocol": "ICMP", "source": "10.0.0.0/8", "destination": "10.0.0.0/8"}
    v6 = {"protocol": "ANY", "source": "::/0", "destination": "fd00::/8", "action": "drop"}
    drop = task("vpc_acl", vpc="default", default_policy="drop", rules=[WEB, others])
    six = task("vpc_acl", vpc="default", is_ipv6=True, rules=[v6])
    turned = task("vpc_acl", vpc="default", rules=[others, WEB])
    gone = task("vpc_acl", vpc="default", state="absent")
    nothing = task("vpc_acl", vpc="default", rules=[], default_policy="accept")
    tasks = [
        nothing,
        {**drop, "check_mode": True, "diff": True},
        drop,
        drop,
        six,
        six,
        turned,
        turned,
        gone,
        gone,
        nothing,
    ]
    done = ansible.play([*tasks, task("vpc_acl_info", vpc="default", is_ipv6=True)])
    assert done.returncode == 0, done.output
    changed = [result["changed"] for result in done.results]
    assert changed == [False, True, True, False, True, False, True, False, True, False, False, False]
    assert done.results[1]["acl"] == done.results[2]["acl"]
    assert [rule["dst_port_high"] for rule in done.results[2]["acl"]["rules"]] == [80, 0]
    assert done.results[6]["acl"]["default_policy"] == "drop"  # unset means to leave it alone
    assert done.last["acls"][0]["rules"][0]["destination"] == "fd00::/8"
    sent = [entry["body"]["default_policy"] for entry in simulator.requests() if entry["method"] == "PUT"]
    assert sent == ["drop", "accept", "drop", "accept"]


def test_what_refuses_for_a_while_is_waited_out(ansible: Ansible, simulator: SimulatorProcess) -> None:
    prepared = ansible.play([GATEWAY, *(task("private_network", name=name) for name in ("one", "two"))])
    assert prepared.returncode == 0, prepared.output
    simulator.clear_requests()
    joined = [task("public_gateway_network", gateway="gw", private_network=name, wait=False) for name in ("one", "two")]
    simulator.control("POST", "clock", {"scale": 0.1})  # the gateway is busy for long enough on a slow machine, too
    done = ansible.play(joined)
    simulator.control("POST", "clock", {"scale": 1})
    assert [result["changed"] for result in done.results] == [True, True], done.output
    posts = [entry["status"] for entry in simulator.requests() if entry["method"] == "POST"]
    assert posts[0] == posts[-1] == 200
    assert set(posts[1:-1]) == {409}
    simulator.advance(10)
    busy = {
        "type": "precondition_failed",
        "precondition": "resource_still_in_use",
        "message": "no",
        "help_message": "no",
    }
    simulator.fault(method="DELETE", path="/private-networks/", status=412, body=busy)
    gone = [task("public_gateway_network", gateway="gw", private_network="one", state="absent")]
    done = ansible.play([*gone, task("private_network", name="one", state="absent")])
    assert [result["changed"] for result in done.results] == [True, True], done.output
    assert [found["name"] for found in simulator.state("vpc.private_network")] == ["two"]
    done = ansible.play([refused("private_network", name="two", state="absent", retry_timeout=1)])
    assert (done.last["error"]["status"], done.last["changed"]) == (412, False)


def test_servers_have_addresses_in_their_networks(ansible: Ansible, simulator: SimulatorProcess) -> None:
    server = {"name": "web", "commercial_type": "DEV1-S", "image": "ubuntu_jammy", "private_networks": ["one"]}
    listed = task("ipam_ip_info", private_network="one", resource_type="instance_private_nic")
    done = ansible.play(
        [
            task("private_network", name="one", subnets=["10.0.0.0/24"]),
            task("server", **server),
            listed,
        ]
    )
    assert done.returncode == 0, done.output
    held = done.last["ips"]
    assert [address["address"].split("/")[0] for address in held if not address["is_ipv6"]] == ["10.0.0.2"]
    assert {address["resource"]["name"] for address in held} == {"web"}
    hop = held[0]["resource"]["id"]
    done = ansible.play(
        [
            refused("ipam_ip", private_network="one", address="10.0.0.2", resource={}),
            refused("ipam_ip", private_network="one", address="10.0.0.2", state="absent"),
            task("vpc_route", vpc="default", destination="10.9.0.0/16", nexthop_resource=hop),
            task("vpc_route_info", vpc="default", is_ipv6=False),
            task("server", name="web", state="absent"),
            listed,
        ]
    )
    attached, released, routed, routes, _gone, left = done.results
    assert "belongs to the instance_private_nic web" in attached["msg"]
    assert released["error"]["status"] == 412
    assert [found["id"] for found in routes["routes"]] == ["", routed["route"]["id"]]
    assert left["ips"] == []


def test_names_of_an_address(ansible: Ansible, simulator: SimulatorProcess) -> None:
    named = {"tags": ["db"], "reverses": [{"hostname": "db.example.com."}]}
    booked = {"private_network": "one", **named}
    done = ansible.play(
        [
            task("private_network", name="one"),
            *[task("ipam_ip", **booked)] * 2,
            task("ipam_ip", tags=["db"], is_ipv6=True, private_network="one"),
            *[task("ipam_ip", tags=["db"], reverses=[])] * 2,
            task("ipam_ip", tags=["db"], state="absent"),
        ]
    )
    assert [result["changed"] for result in done.results] == [True, True, False, True, True, False, True], done.output
    # The API shows a new name a little later.
    assert done.results[2]["ip"]["reverses"][0]["hostname"] == "db.example.com"
    assert [address["is_ipv6"] for address in simulator.state("ipam.ip")] == [True]
    # The addresses of servers are named by their IDs: of a network of IPv6, one address has the name.
    public = dict(simulator.state("ipam.ip")[0], id=PROJECT, address="2001:db8:7::/64", source={"zonal": "fr-par-1"})
    simulator.add("ipam.ip", "fr-par", dict(public, resource={"type": "instance_server", "id": PROJECT}))
    name = {"id": PROJECT, "reverses": [{"hostname": "web.example.com", "address": "2001:DB8:7::1"}]}
    done = ansible.play([*[task("ipam_ip", **name)] * 2, task("ipam_ip_info", resource_type="instance_server")])
    assert [result["changed"] for result in done.results] == [True, False, False], done.output
    assert done.last["ips"][0]["reverses"] == [{"hostname": "web.example.com", "address": "2001:db8:7::1"}]


def test_a_gateway_grows_and_gives_its_address_back(ansible: Ansible, simulator: SimulatorProcess) -> None:
    done = ansible.play(
        [
            task("public_gateway_ip", tags=["gw"]) | {"register": "reserved"},
            task("public_gateway", name="gw", type="VPC-GW-S", ip="{{ reserved.ip.address }}", enable_smtp=True),
            *[task("public_gateway", name="gw", type="VPC-GW-M", bastion_allowed_ips=["192.0.2.7"])] * 2,
            refused("public_gateway_ip", tags=["gw"], state="absent"),
            refused("public_gateway", name="gw", ip=PROJECT),
            task("public_gateway_ip_info", is_free=False),
            task("public_gateway", name="gw", delete_ip=True, state="absent"),
            task("public_gateway_ip", tags=["gw"], state="absent"),
        ]
    )
    reserved, made, grown, again, kept, moved, listed, gone, nothing = done.results
    assert made["gateway"]["ipv4"]["id"] == reserved["ip"]["id"]
    assert (made["gateway"]["status"], made["gateway"]["smtp_enabled"]) == ("running", True)
    assert (grown["gateway"]["bandwidth"], grown["gateway"]["bastion_allowed_ips"]) == (1000, ["192.0.2.7/32"])
    assert [again["changed"], gone["changed"], nothing["changed"]] == [False, True, False]
    assert kept["error"]["status"] == 412
    assert "ip_id is" in moved["msg"]
    assert [address["id"] for address in listed["ips"]] == [reserved["ip"]["id"]]
    assert simulator.state("vpcgw.ip") == []


def test_a_flexible_ip_goes_from_server_to_server(ansible: Ansible, simulator: SimulatorProcess) -> None:
    place = {"project_id": PROJECT, "zone": "fr-par-1", "status": "ready"}
    servers = [
        {"id": f"{number}" * 8 + PROJECT[8:], "name": name, **place} for number, name in ((7, "one"), (8, "two"))
    ]
    simulator.add("baremetal.server", "fr-par-1", *servers)
    steps = [
        {"server": "one", "virtual_mac": "kvm"},
        {"server": "one", "virtual_mac": "kvm"},
        {"server": "two", "virtual_mac": "xen", "description": "moved"},
        {"server": "two", "virtual_mac": "xen", "description": "moved"},
        {"server": "", "virtual_mac": ""},
        {"server": "", "virtual_mac": ""},
        {"server": "two"},
    ]
    unknown = refused("flexible_ip", id=PROJECT, description="nothing")
    done = ansible.play(
        [*(task("flexible_ip", tags=["vm"], **step) for step in steps), task("flexible_ip_info", server="two"), unknown]
    )
    assert [result["changed"] for result in done.results[:7]] == [True, False, True, False, True, False, True], (
        done.output
    )
    shown = [result["flexible_ip"] for result in done.results[:7]]
    assert [address["server_id"] for address in shown[::2]] == [
        servers[n]["id"] if n < 2 else None for n in (0, 1, 2, 1)
    ]
    assert [(address["mac_address"] or {}).get("mac_type") for address in shown[::2]] == ["kvm", "xen", None, None]
    assert [address["status"] for address in shown[::2]] == ["attached", "attached", "ready", "attached"]
    assert [address["id"] for address in done.results[7]["flexible_ips"]] == [shown[0]["id"]]
    assert f"there is no flexible ip {PROJECT}" in done.last["msg"]
    gone = task("flexible_ip", id=shown[0]["id"], state="absent")
    assert [result["changed"] for result in ansible.play([gone, gone]).results] == [True, False]
    assert simulator.state("flexibleip.ip") == []


def test_addresses_share_a_virtual_hardware_address(ansible: Ansible, simulator: SimulatorProcess) -> None:
    sharing = task("flexible_ip", tags=["second"], share_mac_of="{{ first.flexible_ip.ip_address }}")
    done = ansible.play(
        [
            task("flexible_ip", tags=["first"]) | {"register": "first"},
            sharing | {"ignore_errors": True},
            task("flexible_ip", tags=["first"], virtual_mac="kvm"),
            sharing | {"check_mode": True},
            *[sharing] * 2,
            task("flexible_ip", tags=["first"], virtual_mac="xen"),
            *[sharing] * 2,
        ]
    )
    _first, early, given, checked, shared, again, _other, changed, last = done.results
    assert "has no hardware address to share" in early["msg"]
    assert [checked["changed"], shared["changed"], again["changed"], changed["changed"], last["changed"]] == [
        *(True, True, False, True, False)
    ], done.output
    mac = given["flexible_ip"]["mac_address"]["mac_address"]
    assert checked["flexible_ip"]["mac_address"] == {"mac_address": mac, "mac_type": "kvm"}
    assert shared["flexible_ip"]["mac_address"]["mac_address"] == mac
    assert changed["flexible_ip"]["mac_address"]["mac_type"] == "xen"
    assert len({found["mac_address"]["mac_address"] for found in simulator.state("flexibleip.ip")}) == 1


@pytest.mark.skipif(
    not COMPAT.exists(), reason="the list of the old modules lies beside the checkout of developers only"
)
def test_playbooks_of_community_general(ansible: Ansible, way: dict[str, Any]) -> None:
    old = json.loads(COMPAT.read_text(encoding="utf-8"))["scaleway_private_network"]
    common = {"api_token": TOKEN, "region": "par1", "project": PROJECT, "name": "old", "query_parameters": {}}
    tasks = [task("private_network", **common, tags=["a"]), task("private_network", **common, state="absent")]
    assert {name for found in tasks for name in next(iter(found.values()))} >= {
        name for name, about in old["options"].items() if about.get("required") or name in ("tags", "state")
    }
    done = ansible.play([tasks[0], *tasks, tasks[1]], vars=way)
    assert [result["changed"] for result in done.results] == [True, False, True, False], done.output
    shown = done.results[0]["scaleway_private_network"]
    # A private network is of a region today, and of no zone.
    assert set(old["return"]["scaleway_private_network"]["sample_keys"]) - set(shown) == {"zone"}
    assert shown == done.results[0]["private_network"]
