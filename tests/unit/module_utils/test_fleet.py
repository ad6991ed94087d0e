# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the inventory works out without the API: names, addresses, choices, groups, and what it says of failures."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput, NoAnswer, api_error
from ansible_collections.community.scaleway.plugins.module_utils._fleet import Wanted, zones_in
from ansible_collections.community.scaleway.plugins.module_utils._fleet_addresses import (
    Address,
    Ipam,
    Networks,
    bastion_of,
    held_cards,
    in_order,
    private_facts,
    public_facts,
)
from ansible_collections.community.scaleway.plugins.module_utils._fleet_choice import Choice
from ansible_collections.community.scaleway.plugins.module_utils._fleet_connection import USER, address_of, jump_to
from ansible_collections.community.scaleway.plugins.module_utils._fleet_failures import Failure, reason_of, told
from ansible_collections.community.scaleway.plugins.module_utils._fleet_groups import KINDS, groups_of, harmless
from ansible_collections.community.scaleway.plugins.module_utils._fleet_names import field, preferences, tagged, unique
from ansible_collections.community.scaleway.plugins.module_utils._fleet_sources import (
    FACTS,
    NOTHING,
    SOURCES,
    host_of,
    tag_values,
    without_secrets,
)
from tests.simulator import fleet
from tests.simulator.seed import server


def host(**facts: Any) -> dict[str, Any]:
    lists: dict[str, list[Any]] = {"tags": [], "private_networks": [], "private_addresses": [], "public_addresses": []}
    tags = tag_values(facts.get("tags", []))
    return {
        **NOTHING,
        "zone": "fr-par-1",
        "region": "fr-par",
        "source": "instances",
        **lists,
        "tag_values": tags,
        **facts,
    }


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "a_z1", "a_0", "a_1", "{a}", "b"]), st.sampled_from(["z1", "z2"])), max_size=12
    )
)
def test_no_two_hosts_have_one_name(given_names: list[tuple[str, str]]) -> None:
    hosts = [host(id=str(number), zone=zone) for number, (_name, zone) in enumerate(given_names)]
    warnings: list[str] = []
    names = unique([name for name, _zone in given_names], hosts, warnings.append)
    assert len(set(names)) == len(names) == len(hosts)
    assert not any("{" in name for name in names)
    plain = [name.replace("{", "_").replace("}", "_") for name, _zone in given_names]
    assert bool(warnings) == (len(set(plain)) < len(plain))
    for name, result in zip(plain, names):
        assert result == name or plain.count(name) > 1  # a name of one's own is kept


def test_where_names_come_from() -> None:
    found = host(name="n", image={"name": "debian"}, tags=["env=prod", "role:db", "plain"], size=5)
    assert field(found, "image.name") == "debian"
    assert field(found, "size") is field(found, "image") is field(found, "image.name.x") is None
    assert [tagged(found, tag) for tag in ("env", "role", "plain", "env=prod", "env=test", "nothing")] == [
        "prod",
        "db",
        "plain",
        "env_prod",
        None,
        None,
    ]
    assert preferences("name")[0].separator == "_"
    for wrong in ([5], [{"prefix": "x"}], [{"name": "x", "separator": 1}], [{"name": "x", "more": "y"}]):
        with pytest.raises(InvalidInput):
            preferences(wrong)


def test_tags_with_values() -> None:
    assert tag_values(["a=1", "a=2", "b:x=y", "c", "=d", "e="]) == {"a": "1", "b": "x=y", "e": ""}


def test_addresses_in_order() -> None:
    assert in_order(["fd00::1", "10.0.0.10", "10.0.0.9", "10.0.0.9", "nonsense"]) == [
        "10.0.0.9",
        "10.0.0.10",
        "fd00::1",
        "nonsense",
    ]
    facts = public_facts(
        [Address("2001:db8::1/64"), Address("192.0.2.1", "a.example."), Address("192.0.2.1", "a.example")]
    )
    assert (facts["public_ipv4"], facts["public_ipv6"]) == ("192.0.2.1", "2001:db8::1")
    assert facts["reverse_names"] == ["a.example"]


def test_private_addresses_are_joined_in_three_ways() -> None:
    ipam, networks = Ipam(), Networks()
    by_mac = fleet.ipam_ip(3, "10.0.0.3/22", "instance_private_nic", "", "fr-par")
    by_mac["resource"]["mac_address"] = "02:00:00:AB:00:01"
    ipam.add(
        [
            fleet.ipam_ip(1, "10.0.0.1/22", "x", "", "fr-par"),
            fleet.ipam_ip(2, "10.0.0.2/22", "x", "card", "fr-par"),
            by_mac,
            {"id": "no address", "address": None},
            fleet.ipam_ip(4, "10.0.0.4/22", "rdb_instance", "database", "fr-par", source={"subnet_id": "s"}),
        ]
    )
    networks.add([{"id": "n", "name": "backend", "subnets": [{"id": "s"}, "odd"]}])
    cards: list[dict[str, Any]] = [
        {"ipam_ip_ids": [fleet.ipam_ip(1, "", "", "", "")["id"], "unknown"], "private_network_id": "n"},
        {"id": "card", "ipam_ip_ids": []},
        {"id": "other", "mac_address": "02:00:00:ab:00:01"},
        {"id": "nothing"},
    ]
    facts = private_facts(host(), cards, ipam, networks)
    assert facts["private_addresses"] == ["10.0.0.1", "10.0.0.2", "10.0.0.3"]
    assert facts["private_networks"][0]["name"] == "backend"
    held = private_facts(host(), held_cards("database", ipam, networks), ipam, networks)
    assert (held["private_ipv4"], held["private_networks"][0]["name"]) == ("10.0.0.4", "backend")
    assert private_facts(host(private_ip="10.1.1.1"), [], Ipam(), networks)["private_addresses"] == ["10.1.1.1"]


@pytest.mark.parametrize(
    "odd",
    [
        {"bastion_enabled": False},
        {"ipv4": None},
        {"ipv4": {"address": "192.0.2.1 -oProxyCommand=x"}},
        {"ipv4": {"address": "$(id)"}},
        {"bastion_port": "22;id"},
    ],
)
def test_nothing_but_an_address_and_a_port_becomes_an_argument_of_ssh(odd: dict[str, Any]) -> None:
    assert bastion_of(fleet.gateway(0, "fr-par-1", [])) == "198.51.100.200:61000"
    assert bastion_of(fleet.gateway(0, "fr-par-1", [], **odd)) is None
    assert not USER.fullmatch("-oProxyCommand=x")
    assert not USER.fullmatch("a b")


def test_the_bastion_of_the_address_that_is_used() -> None:
    networks = [
        {"id": "1", "name": "one", "ipv4": ["10.0.0.1"], "ipv6": [], "bastion": "192.0.2.1:1"},
        {"id": "2", "name": "two", "ipv4": ["10.0.0.2"], "ipv6": ["fd00::2"], "bastion": "192.0.2.2:2"},
    ]
    found = host(
        private_networks=networks, private_addresses=["10.0.0.1", "10.0.0.2", "fd00::2"], public_ipv4="192.0.2.9"
    )
    assert address_of(found, ["private_network:two", "public_ipv4"]) == "10.0.0.2"
    assert address_of(found, ["private_network:three", "public_ipv4"]) == "192.0.2.9"
    assert jump_to(found, "10.0.0.2", "jump") == "-o ProxyJump=jump@192.0.2.2:2"
    assert jump_to(found, "192.0.2.9", "jump") is None


def test_what_is_asked_of_the_api() -> None:
    choice = Choice(
        projects=("p",),
        organizations=("o",),
        states=("ready",),
        tags=("a", "!b", "c,d"),
        names=("web-*",),
        types=("X*",),
    )
    assert choice.query(SOURCES["instances"], False) == {
        "project": "p",
        "organization": "o",
        "tags": "a",
        "state": "ready",
        "name": "web-",
    }
    assert choice.query(SOURCES["instances"], True) == {"organization": "o", "tags": "a", "state": "ready"}
    assert choice.query(SOURCES["elastic_metal"], False) == {
        "project_id": "p",
        "organization_id": "o",
        "tags": ["a"],
        "status": "ready",
    }
    assert choice.query(SOURCES["dedibox"], False) == {"project_id": "p"}
    several = Choice(
        projects=("p", "q"), states=("a", "b"), tags=("a", "b"), any_tag=True, names=("*x",), types=("a", "b")
    )
    assert several.query(SOURCES["instances"], False) == {}


def test_what_the_api_cannot_filter() -> None:
    found = host(
        id="i", name="web-1", state="running", type="DEV1-S", tags=["a", "b"], project_id="p", project_name="shop"
    )
    for choice in (
        Choice(),
        Choice(names=("x", "web-?")),
        Choice(types=("DEV1-*",)),
        Choice(projects=("shop",)),
        Choice(projects=("p", "q")),
        Choice(tags=("a", "x"), any_tag=True),
        Choice(tags=("!x",)),
        Choice(organizations=("o",)),  # it does not tell, so the API's answer counts
    ):
        assert choice.fits(found), choice
    for choice in (
        Choice(names=("WEB-*",)),
        Choice(types=("dev*",)),
        Choice(projects=("x",)),
        Choice(states=("stopped",)),
        Choice(tags=("a", "x")),
        Choice(tags=("a", "!b"), any_tag=True),
    ):
        assert not choice.fits(found), choice
    node = host(kubernetes={"cluster_id": "c"})
    assert not Choice().fits(node)
    assert Choice(nodes=True).fits(node)


def test_every_source_gives_every_fact() -> None:
    items = {
        "instances": server(0, "fr-par-1"),
        "elastic_metal": fleet.baremetal(0),
        "apple_silicon": fleet.apple_silicon(0),
        "dedibox": fleet.dedibox(0),
        "databases": fleet.rdb(0),
        "redis": fleet.redis(0),
        "mongodb": fleet.mongodb(0),
        "load_balancers": fleet.load_balancer(0),
        "public_gateways": fleet.gateway(0, "fr-par-1", []),
        "kubernetes": fleet.k8s_node(0, fleet.k8s_pool(0, fleet.k8s_cluster(0)), None),
    }
    assert set(items) == set(SOURCES)
    for name, item in items.items():
        facts = host_of(SOURCES[name], item, "fr-par-1" if SOURCES[name].scope == "zone" else "fr-par")
        assert set(FACTS) <= set(facts), name
        assert facts["region"] == "fr-par"
        assert isinstance(facts["id"], str)
        assert isinstance(facts["tags"], list)
        assert facts["state"], name


def test_secrets_are_left_out_wherever_they_are() -> None:
    told_of = {"rescue_server": {"user": "u", "password": "p"}, "list": [{"vnc_url": "v", "name": "n"}]}
    assert without_secrets(told_of) == {"rescue_server": {"user": "u"}, "list": [{"name": "n"}]}
    item = {**server(0, "fr-par-1"), "admin_password_encrypted_value": "x"}
    assert "admin_password_encrypted_value" not in host_of(SOURCES["instances"], item, "fr-par-1")


def test_groups_of_a_host() -> None:
    found = host(tags=["env=prod", "env", "url:http://x"], state="running", project_id="p", account="shop")
    names = {group.name: group.parent for group in groups_of(found, KINDS)}
    assert names == {
        "zone_fr-par-1": "region_fr-par",
        "source_instances": "",
        "state_running": "",
        "project_p": "",
        "account_shop": "",
        "tag_env=prod": "tag_env",
        "tag_env": "",
        "tag_url:http://x": "tag_url",
    }
    assert groups_of(found, ()) == []
    assert harmless("tag_{{ x }}") == "tag___ x __"


def test_places() -> None:
    nowhere = Wanted(("instances",), (), (), Choice())
    assert nowhere.places(SOURCES["apple_silicon"], False) == ["fr-par-1", "fr-par-3"]
    assert nowhere.places(SOURCES["instances"], True) == ["fr-par-1", "nl-ams-1"]
    chosen = nowhere._replace(zones=("nl-ams-1",), regions=("fr-par", "nl-ams"))
    assert chosen.places(SOURCES["instances"], False) == ["nl-ams-1", *zones_in("fr-par"), "nl-ams-2", "nl-ams-3"]
    assert chosen.places(SOURCES["databases"], False) == ["nl-ams", "fr-par"]
    assert zones_in("xx-new") == ["xx-new-1", "xx-new-2", "xx-new-3"]


def test_failures_are_told_once_for_all_places() -> None:
    def failed(zone: str) -> Failure:
        url = f"https://api.example/instance/v1/zones/{zone}/servers"
        return Failure("Instances", zone, reason_of(api_error("GET", url, 403, {"message": "no rights"}, "", zone)))

    lost = NoAnswer("GET https://x/y: the connection broke", "GET", "https://x/y", True)
    assert told([failed("b"), failed("a"), Failure("Redis", "", reason_of(lost))]) == [
        "Instances in a, b cannot be listed: HTTP 403: no rights",
        "Redis cannot be listed: the request: the connection broke",
    ]
