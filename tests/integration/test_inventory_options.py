# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every option of the inventory, alone and with others, over one account that has a bit of everything."""

from __future__ import annotations

import fcntl
import json
import os
from typing import Any
from urllib.parse import unquote

import pytest

from tests.simulator import fleet
from tests.simulator.process import SimulatorProcess
from tests.simulator.seed import seeded_id, server
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN
from tests.tools.ansible_process import Ansible, Listed

PLUGIN = "plugin: community.scaleway.scaleway\nretry_timeout: 1\n"
HERE = "zones: [fr-par-1, fr-par-2]\n"
BACKEND = seeded_id("private_network", "fr-par")
ADMIN = seeded_id("private_network", "fr-par/admin")
STAGING = "88888888-8888-4888-8888-88888888aaaa"
TRAP = "{{ lookup('ansible.builtin.pipe', 'id') }}"
ALL_SOURCES = (
    "sources: [instances, elastic_metal, apple_silicon, dedibox, databases, redis, mongodb, load_balancers, "
    "public_gateways, kubernetes]\n"
)

FILES = {
    "default": "",
    "everything": ALL_SOURCES,
    "here": HERE,
    "regions": "regions: [it-mil, par2]\n",
    "one source": "sources: [elastic_metal]\n",
    "services": HERE + "sources: [databases, redis, mongodb, load_balancers, public_gateways]\n",
    "kubernetes": HERE + "sources: [kubernetes, instances]\n",
    "only kubernetes": "sources: [kubernetes]\n",
    "nodes": HERE + "kubernetes_nodes: true\n",
    "new zone": "zones: [xx-new-1]\nsources: [instances]\n",
    "project by name": HERE + "projects: [staging]\n",
    "project by id": HERE + f"project: {STAGING.upper()}\n",
    "two projects": HERE + f"projects: [staging, {PROJECT}]\n",
    "organization": HERE + f"organizations: [{ORGANIZATION}]\n",
    "other organization": HERE + "organization: 99999999-9999-4999-8999-999999999999\n",
    "states": HERE + "states: [running, ready]\n",
    "one state": HERE + "states: [ready]\n",
    "all tags": HERE + "tags: ['env=prod', plain]\n",
    "any tag": HERE + "tags: [plain, metal]\ntags_match: any\n",
    "not a tag": HERE + "tags: ['!staging', '!production']\n",
    "tag and not": HERE + "tags: [web, '!staging']\n",
    "names": HERE + "names: ['web-*']\n",
    "several names": HERE + "names: ['tag*', 'mac-?']\n",
    "types": HERE + "types: ['M2-*', EM-A115X-SSD]\n",
    "one type": HERE + "types: [DEV1-S]\n",
    "include": HERE + "include: [\"scw_name == 'tagged'\", \"{{ scw_source == 'elastic_metal' }}\"]\n",
    "exclude": HERE + "exclude: [scw_source == 'instances']\n",
    "hostnames": HERE + "hostnames: ['tag:role', 'image.name', 'id']\n",
    "hostname pair": HERE + "hostnames: ['tag:env=prod', name]\n",
    "hostname parts": HERE + "hostnames: [{name: 'tag:role', prefix: 'tag:env', separator: '-'}, {name: name}]\n",
    "hostname template": HERE + "hostnames: ['{{ scw_name | upper }}.{{ scw_zone }}']\n",
    "hostname template fails": HERE + "hostnames: ['{{ nothing }}', name]\n",
    "hostname template fails strictly": HERE + "strict: true\nhostnames: ['{{ nothing }}', name]\n",
    "no such field": HERE + "hostnames: [nmae, name]\n",
    "by network name": HERE + "connect_with: ['private_network:admin', private_ipv6]\n",
    "by network id": HERE + f"connect_with: ['private_network:{ADMIN}']\n",
    "by unknown network": HERE + "connect_with: ['private_network:amdin', public_ipv4]\n",
    "by name": HERE + "connect_with: [hostname]\n",
    "by dns": HERE + "connect_with: [dns]\n",
    "by tag": HERE + "connect_with: ['tag:address', public_ipv4]\n",
    "bastion": HERE + "bastion: true\n",
    "bastion user": HERE + "bastion: true\nbastion_user: jump\nconnect_with: [private_ipv4]\n",
    "no private addresses": HERE + "private_addresses: false\n",
    "reverse names": HERE + "reverse_names: true\n",
    "common": HERE + "hostvars: common\n",
    "none": HERE + "hostvars: none\nbastion: true\ncompose: {size: scw_type}\n",
    "prefix and suffix": HERE + "hostvars_prefix: cloud_\nhostvars_suffix: _now\n",
    "no prefix": HERE + 'hostvars_prefix: ""\n',
    "no groups": HERE + "group_by: []\n",
    "two groups": HERE + "group_by: [region, tag]\n",
    "fail": HERE + "on_error: fail\n",
    "few connections": HERE + "connections: 1\n",
    "constructed": HERE
    + "compose: {where: scw_zone}\ngroups: {metal: \"scw_source == 'elastic_metal'\"}\nstrict: true\n"
    + "leading_separator: false\nkeyed_groups: [{key: scw_region}, {key: scw_tag_values, prefix: t}]\n",
    "common ones": HERE
    + "sources: [instances, elastic_metal]\nstates: [running, ready]\nnames: ['web-*', 'metal-*']\n"
    + "hostnames: [hostname, name]\nconnect_with: [private_ipv4, public_ipv4]\nhostvars: common\n"
    + "keyed_groups: [{key: scw_type, prefix: size}]\ncompose: {ansible_user: \"scw_login_user | default('root', true)\"}\n",
    "accounts": HERE
    + "profiles:\n  - {name: first, secret_key: '"
    + TOKEN
    + "', prefix: a-}\n  - {name: second, secret_key: '"
    + TOKEN
    + "', prefix: b-}\n",
}
WRONG = {
    "unknown source": ("sources: [servers]\n", "line 3: sources: 'servers' is none of instances"),
    "no list": ("\nstates: {a: b}\n", "line 4: states: {'a': 'b'} is no list"),
    "list in a list": ("tags: [[a]]\n", "line 3: tags: ['a'] is no text"),
    "no number": ("connections: many\n", "line 3: connections: 'many' is no whole number"),
    "too few": ("connections: 0\n", "connections: 0 is no number above 0"),
    "no choice": ("on_error: ignore\n", "line 3: on_error: 'ignore' is none of warn, fail"),
    "no map": ("compose: 5\n", "line 3: compose: 5 is no map"),
    "no text": ("hostvars_prefix: [a]\n", "line 3: hostvars_prefix: ['a'] is no text"),
    "bad prefix": ("hostvars_prefix: 1-\n", "hostvars_prefix: '1-' cannot be part of the names of variables"),
    "their prefix": ("hostvars_prefix: ansible_\n", "hostvars_prefix: 'ansible_' cannot be part"),
    "bad user": ("bastion_user: -oProxyCommand=x\nbastion: true\n", "bastion_user: '-oProxyCommand=x' is no name"),
    "hostnames": ("hostnames: [{nam: x}]\n", "hostnames: {'nam': 'x'} is neither a text nor a map with a name"),
    "more in hostnames": ("hostnames: [{name: x, default: y}]\n", "must hold texts under name, prefix and separator"),
    "profile": ("profiles: [5]\n", "profiles: entry 1 is neither the name of a profile nor a map"),
    "shown secret": ("secret_key: [55555555-not-to-be-shown]\n", "line 3: secret_key: what stands there is no str"),
    "shown secrets": ("profiles: {secret_key: 55555555-not}\n", "line 3: profiles: what stands there is no list"),
    "profile key": ("profiles: [{zone: x}]\n", "profiles: 'zone' in entry 1 is no option"),
    "profile name": ("profiles: [nowhere]\n", "profile: 'nowhere'"),
    "no project": (HERE + "projects: [stagin]\n", "projects: 'stagin': no project has this name"),
    "include": (HERE + "include: [scw_nothing == 1]\n", "include: 'scw_nothing == 1' cannot be evaluated for"),
    "no expression": (HERE + "exclude: ['1 +']\n", "exclude: '1 +' cannot be evaluated for"),
    "region": ("regions: [europe]\n", "regions: 'europe' is no region"),
    "classic": ("api_generation: classic\nsources: [elastic_metal]\n", "baremetal does not exist in the classic"),
}


def lonely(number: int, name: str, zone: str = "fr-par-1", **changes: Any) -> dict[str, Any]:
    """An Instance without any address."""
    bare: dict[str, Any] = {
        "name": name,
        "hostname": name,
        "public_ips": [],
        "public_ip": None,
        "private_nics": [],
        "tags": [],
    }
    return {**server(number, zone), **bare, **changes}


def nic(number: int, network: str, **changes: Any) -> dict[str, Any]:
    mac = f"02:00:00:ff:00:{number:02x}"
    return {
        "id": seeded_id("nic", number),
        "private_network_id": network,
        "mac_address": mac,
        "ipam_ip_ids": [],
        **changes,
    }


def fill(simulator: SimulatorProcess) -> None:
    """An account with something of every source, and with what is difficult."""
    simulator.reset(20)
    simulator.add("account.project", "", {"id": STAGING, "name": "staging", "organization_id": ORGANIZATION})
    kube = lonely(1004, "kube", tags=["kapsule=c", "pool=p", "pool-name=workers", "managed=true"])
    six = {"id": "x", "address": "2001:db8:6::6", "family": "inet6"}
    simulator.add(
        "instance.server",
        "fr-par-1",
        lonely(1000, "lonely"),
        lonely(1001, "six", public_ips=[six]),
        lonely(1002, "inside", private_nics=[nic(1, BACKEND), nic(2, ADMIN, ipam_ip_ids=[seeded_id("ipam", 5002)])]),
        lonely(1003, TRAP, tags=[TRAP], state_detail=TRAP, image={"name": TRAP}),
        kube,
        lonely(1005, "tagged", tags=["env=prod", "role:db", "plain", "address=192.0.2.77"], project=STAGING),
        lonely(1006, "twin"),
        lonely(1007, "twin"),
    )
    simulator.add("instance.server", "fr-par-2", lonely(1008, "twin", "fr-par-2"))
    web = seeded_id("ip/inet", 0)
    simulator.control("POST", "change", {"kind": "instance.ip", "id": web, "changes": {"reverse": "web-0.example."}})
    metal, mac = fleet.baremetal(0), fleet.apple_silicon(0)
    simulator.add("baremetal.server", "fr-par-2", metal)
    tie = fleet.server_private_network(0, metal, ADMIN, ipam_ip_ids=[seeded_id("ipam", 5003)])
    simulator.add("baremetal.server_private_network", "fr-par-2", tie)
    simulator.add("flexibleip.ip", "fr-par-2", fleet.flexible_ip(0, metal))
    simulator.add("apple_silicon.server", "fr-par-1", mac)
    simulator.add("apple_silicon.server_private_network", "fr-par-1", fleet.server_private_network(1, mac, ADMIN))
    simulator.add("dedibox.server", "fr-par-1", fleet.dedibox(0))
    private = {"private_network_id": ADMIN, "service_ip": "10.200.0.9/24", "zone": "fr-par-1"}
    database = fleet.rdb(0)
    database["endpoints"] = [*database["endpoints"], {"id": "e", "ip": "10.200.0.9", "private_network": private}]
    simulator.add("rdb.instance", "fr-par", database)
    simulator.add("redis.cluster", "fr-par-1", fleet.redis(0))
    simulator.add("mongodb.instance", "fr-par", fleet.mongodb(0))
    simulator.add("lb.lb", "fr-par-1", fleet.load_balancer(0))
    simulator.add("vpcgw.gateway", "fr-par-1", fleet.gateway(0, "fr-par-1", [BACKEND]))
    cluster = fleet.k8s_cluster(0)
    pool = fleet.k8s_pool(0, cluster)
    simulator.add("k8s.cluster", "fr-par", cluster)
    simulator.add("k8s.pool", "fr-par", pool)
    simulator.add("k8s.node", "fr-par", fleet.k8s_node(0, pool, kube), fleet.k8s_node(1, pool, None))
    simulator.add("vpc.private_network", "fr-par", fleet.private_network("admin", "fr-par"))
    card = "instance_private_nic"
    by_mac = fleet.ipam_ip(5001, "10.100.0.3/22", card, "", "fr-par")
    by_mac["resource"]["mac_address"] = "02:00:00:FF:00:01"
    simulator.add(
        "ipam.ip",
        "fr-par",
        by_mac,
        fleet.ipam_ip(5002, "10.200.0.2/24", card, "other", "fr-par"),
        fleet.ipam_ip(5003, "10.200.0.3/24", "baremetal_private_nic", "other", "fr-par"),
        fleet.ipam_ip(
            5004, "10.200.0.4/24", "apple_silicon_private_nic", seeded_id("server_private_network", 1), "fr-par"
        ),
        fleet.ipam_ip(5005, "fd00::2/64", card, seeded_id("nic", 1), "fr-par"),
        fleet.ipam_ip(5006, "10.100.0.20/22", card, seeded_id("nic", 1), "fr-par"),
    )


@pytest.fixture(scope="module")
def listings(simulator_process: SimulatorProcess, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Listed]:
    """What every file gives. Processes that share these tests share the answers, too."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    answers = folder / "listings.json"
    with (folder / "listings.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not answers.exists():
            fill(simulator_process)
            ansible = Ansible(tmp_path_factory.mktemp("listings"), simulator_process.url)
            files = {**FILES, **{f"wrong: {name}": text for name, (text, _said) in WRONG.items()}}
            listed = ansible.inventories({name: PLUGIN + text for name, text in files.items()})
            answers.write_text(json.dumps(listed))
            simulator_process.reset(0)
    return {name: Listed(*one) for name, one in json.loads(answers.read_text()).items()}


def test_all_right_files_are_read(listings: dict[str, Listed]) -> None:
    for name in FILES:
        assert listings[name].returncode == 0, name
        assert "Traceback" not in listings[name].stderr
        assert "unable to parse" not in listings[name].stderr, (name, listings[name].stderr)


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_told_once_and_clearly(listings: dict[str, Listed], name: str) -> None:
    listed = listings[f"wrong: {name}"]
    assert WRONG[name][1] in listed.told
    assert not listed.groups.get("scaleway")
    assert "Traceback" not in listed.stderr
    assert "55555555" not in listed.stderr


def names(listed: Listed) -> set[str]:
    return set(listed.hosts)


def seeded(*zones: str) -> set[str]:
    places = {"fr-par-1": 0, "fr-par-2": 1, "it-mil-1": 9}
    return {server(number, zone)["name"] for zone in zones for number in (places[zone], places[zone] + 10)}


TWINS = {f"twin_{seeded_id('server', number)}" for number in (1006, 1007)} | {"twin_fr-par-2"}
HARMLESS = TRAP.replace("{", "_").replace("}", "_")
ODD = {"lonely", "six", "inside", HARMLESS, "tagged"} | TWINS
INSTANCES = seeded("fr-par-1", "fr-par-2") | ODD


def test_sources_and_places(listings: dict[str, Listed]) -> None:
    assert len(listings["default"].hosts) == 20 + len(ODD) + 2
    assert names(listings["here"]) == INSTANCES | {"metal-0", "mac-0"}
    assert names(listings["one source"]) == {"metal-0"}
    assert names(listings["regions"]) == seeded("fr-par-2", "it-mil-1") | {"twin", "metal-0"}
    assert names(listings["new zone"]) == set()
    everything = names(listings["everything"])
    assert {"dedi-0", "database-0", "redis-0", "mongodb-0", "balancer-0", "gateway-0", "node-1", "kube"} <= everything
    assert "node-0" not in everything  # it is the Instance kube
    asked = {tuple(entry["path"].split("/")[1:5:3]) for entry in listings["here"].requests if "zones" in entry["path"]}
    assert asked == {
        (product, zone) for product in ("instance", "baremetal", "apple-silicon") for zone in ("fr-par-1", "fr-par-2")
    } | {("flexible-ip", "fr-par-2")}


def test_requests_stay_few(listings: dict[str, Listed]) -> None:
    for name, listed in listings.items():
        assert len(listed.requests) <= (80 if name == "everything" else 40), name
        asked = [(entry["path"], entry["query"]) for entry in listed.requests]
        if name != "accounts":
            # Twice at most: the projects, once to find one by name.
            assert len(asked) - len(set(asked)) <= ("by name" in name or "two projects" in name), name


def test_addresses_are_plain_texts(listings: dict[str, Listed]) -> None:
    hosts = listings["here"].hosts
    assert "ansible_host" not in hosts["lonely"]
    assert hosts["lonely"]["scw_public_addresses"] == hosts["lonely"]["scw_private_addresses"] == []
    assert hosts["six"]["ansible_host"] == hosts["six"]["scw_public_ipv6"] == "2001:db8:6::6"
    assert hosts["six"]["scw_public_ipv4"] is None
    inside = hosts["inside"]
    assert inside["ansible_host"] == inside["scw_private_ipv4"] == "10.100.0.3"
    assert inside["scw_private_ipv4_addresses"] == ["10.100.0.3", "10.100.0.20", "10.200.0.2"]
    assert inside["scw_private_ipv6_addresses"] == ["fd00::2"]
    networks = {network["name"]: network["ipv4"] for network in inside["scw_private_networks"]}
    assert networks == {"backend": ["10.100.0.3", "10.100.0.20"], "admin": ["10.200.0.2"]}
    metal = hosts["metal-0"]
    assert (metal["scw_private_ipv4"], metal["scw_login_user"]) == ("10.200.0.3", "debian")
    assert metal["scw_public_ipv4_addresses"] == ["198.51.100.1", "198.51.100.150"]
    assert metal["scw_reverse_names"] == [metal["scw_domain"], "flexible-0.example"]
    assert hosts["mac-0"]["scw_private_ipv4"] == "10.200.0.4"
    web = hosts["web-0"]
    assert web["scw_private_ipv4"] == "10.0.0.0"
    assert web["scw_public_ip"]["address"] == web["ansible_host"] == "198.18.0.0"
    reverses = listings["reverse names"].hosts
    assert (reverses["web-0"]["scw_reverse_names"], reverses["six"]["scw_reverse_names"]) == (["web-0.example"], [])
    assert sum(entry["path"].endswith("/ips") for entry in listings["reverse names"].requests) == 3
    off = listings["no private addresses"]
    assert off.hosts["inside"]["scw_private_addresses"] == []
    assert not any("ipam" in entry["path"] for entry in off.requests)


def test_services(listings: dict[str, Listed]) -> None:
    hosts = listings["services"].hosts
    assert set(hosts) == {"database-0", "redis-0", "mongodb-0", "balancer-0", "gateway-0"}
    database = hosts["database-0"]
    assert (database["scw_public_ipv4"], database["scw_private_ipv4"]) == ("203.0.113.100", "10.200.0.9")
    assert database["scw_private_networks"][0]["name"] == "admin"
    assert (database["scw_zone"], database["scw_region"], database["scw_state"]) == (None, "fr-par", "ready")
    assert hosts["redis-0"]["scw_type"] == "RED1-micro"
    assert hosts["mongodb-0"]["scw_dns"].endswith(".mgdb.fr-par.example")
    assert hosts["balancer-0"]["scw_reverse_names"] == ["lb-0.example"]
    groups = listings["services"].groups
    assert groups["source_databases"]["hosts"] == ["database-0"]
    assert "zone_fr_par_1" in groups["region_fr_par"]["children"]
    assert set(groups["region_fr_par"]["hosts"]) == {"database-0", "mongodb-0"}


def test_kubernetes(listings: dict[str, Listed]) -> None:
    assert "kube" not in listings["here"].hosts
    known = listings["nodes"].hosts["kube"]["scw_kubernetes"]
    assert (known["cluster_id"], known["pool_name"], known["cluster_name"]) == ("c", "workers", None)
    joined = listings["kubernetes"].hosts
    assert set(joined) == INSTANCES | {"kube", "node-1"}
    assert joined["kube"]["scw_kubernetes"]["cluster_name"] == "cluster-0"
    assert joined["kube"]["scw_source"] == "instances"
    assert joined["node-1"]["ansible_host"] == "192.0.2.201"
    groups = listings["kubernetes"].groups
    assert groups["kubernetes_cluster_0"]["children"] == ["kubernetes_cluster_0_pool_0"]
    assert set(groups["kubernetes_cluster_0_pool_0"]["hosts"]) == {"kube", "node-1"}
    assert names(listings["only kubernetes"]) == {"node-0", "node-1"}


def test_choice_by_owner(listings: dict[str, Listed]) -> None:
    assert names(listings["project by name"]) == names(listings["project by id"]) == {"tagged"}
    asked = [entry["query"] for entry in listings["project by name"].requests if entry["path"].endswith("/servers")]
    assert all(STAGING in query for query in asked)
    assert names(listings["two projects"]) == names(listings["organization"]) == names(listings["here"])
    assert names(listings["other organization"]) == set()


def test_choice_by_state_tag_name_and_type(listings: dict[str, Listed]) -> None:
    here = listings["here"].hosts
    running = {name for name, host in here.items() if host["scw_state"] in ("running", "ready")}
    assert names(listings["states"]) == running
    assert 0 < len(running) < len(here)
    assert names(listings["one state"]) == {"metal-0", "mac-0"}
    assert names(listings["all tags"]) == {"tagged"}
    assert names(listings["any tag"]) == {"tagged", "metal-0"}
    staged = {name for name, host in here.items() if {"staging", "production"} & set(host["scw_tags"])}
    assert names(listings["not a tag"]) == set(here) - staged
    assert names(listings["tag and not"]) == {"web-1"}
    assert names(listings["names"]) == {"web-0", "web-1"}
    assert names(listings["several names"]) == {"tagged", "mac-0"}
    assert names(listings["types"]) == {"metal-0", "mac-0"}
    small = {host["scw_id"] for host in here.values() if host["scw_type"] == "DEV1-S"}
    assert {host["scw_id"] for host in listings["one type"].hosts.values()} == small
    assert len(small) == 3
    for name, word in {
        "one state": "state=ready",
        "all tags": "tags=env=prod,plain",
        "names": "name=web-",
        "one type": "commercial_type=DEV1-S",
    }.items():
        queries = [
            unquote(entry["query"]) for entry in listings[name].requests if entry["path"].startswith("/instance/")
        ]
        assert all(word in query for query in queries), name


def test_include_and_exclude(listings: dict[str, Listed]) -> None:
    assert names(listings["include"]) == {"tagged", "metal-0"}
    assert names(listings["exclude"]) == {"metal-0", "mac-0"}


def test_host_names(listings: dict[str, Listed]) -> None:
    assert "db" in listings["hostnames"].hosts
    assert any(name.startswith("Debian Bookworm_") for name in listings["hostnames"].hosts)
    assert len(listings["hostnames"].hosts) == len(listings["here"].hosts)
    assert {"env_prod", "web-0"} <= names(listings["hostname pair"])
    assert {"prod-db", "lonely", "metal-0"} <= names(listings["hostname parts"])
    assert {"TAGGED.fr-par-1", "METAL-0.fr-par-2"} <= names(listings["hostname template"])
    assert names(listings["hostname template fails"]) == names(listings["here"])
    assert "hostnames: '{{ nothing }}' has no value for" in listings["hostname template fails strictly"].told
    assert "no host has a field 'nmae'" in listings["no such field"].told
    assert "1 names belong to more than one host (twin)" in listings["here"].told


def test_connection(listings: dict[str, Listed]) -> None:
    def address(listing: str, host: str) -> Any:
        return listings[listing].hosts[host].get("ansible_host")

    assert address("by network name", "inside") == address("by network id", "inside") == "10.200.0.2"
    assert address("by network name", "metal-0") == "10.200.0.3"
    assert address("by network name", "web-0") is None
    assert "no host is in a private network 'amdin'" in listings["by unknown network"].told
    assert address("by name", "metal-0") == "metal-0.example"
    assert address("by dns", "web-0") == f"{seeded_id('server', 0)}.pub.instances.example"
    assert address("by tag", "tagged") == "192.0.2.77"
    jumping = listings["bastion"].hosts
    assert jumping["inside"]["ansible_ssh_common_args"] == "-o ProxyJump=bastion@198.51.100.200:61000"
    assert [name for name, host in jumping.items() if "ansible_ssh_common_args" in host] == ["inside"]
    assert (
        listings["bastion user"].hosts["web-0"]["ansible_ssh_common_args"] == "-o ProxyJump=jump@198.51.100.200:61000"
    )
    assert "ansible_ssh_common_args" not in listings["bastion user"].hosts["metal-0"]


def test_variables(listings: dict[str, Listed]) -> None:
    full, common = listings["here"].hosts["web-0"], listings["common"].hosts["web-0"]
    assert set(common) < set(full)
    assert "scw_commercial_type" not in common
    assert {name: full[name] for name in common} == common
    every = {frozenset(host) - {"ansible_host"} for host in listings["common"].hosts.values()}
    assert len(every) == 1  # none is removed because it is missing
    bare = listings["none"].hosts
    assert bare["web-0"] == {"ansible_host": full["ansible_host"], "size": full["scw_type"]}
    assert set(bare["inside"]) == {"ansible_host", "ansible_ssh_common_args", "size"}
    assert listings["prefix and suffix"].hosts["web-0"]["cloud_zone_now"] == "fr-par-1"
    plain = listings["no prefix"].hosts["web-0"]
    assert (plain["zone"], plain["scw_tags"], plain["scw_name"]) == ("fr-par-1", full["scw_tags"], "web-0")
    assert "tags" not in plain
    assert "reserved" not in listings["no prefix"].told


def test_no_secret_becomes_a_variable(listings: dict[str, Listed]) -> None:
    for listed in listings.values():
        assert "s3cret-of-a-mac" not in listed.stdout
        assert TOKEN not in listed.stdout + listed.stderr


def test_groups(listings: dict[str, Listed]) -> None:
    groups = listings["here"].groups
    for group, hosts in {
        "source_elastic_metal": {"metal-0"},
        "source_apple_silicon": {"mac-0"},
        "tag_env_prod": {"tagged"},
        "tag_role_db": {"tagged"},
        "tag_plain": {"tagged"},
        "project_staging": {"tagged"},
        "private_network_admin": {"inside", "metal-0", "mac-0"},
        "image_macos_sequoia_15_6": {"mac-0"},
        "type_EM_A115X_SSD": {"metal-0"},
    }.items():
        assert set(groups[group]["hosts"]) == hosts, group
    assert groups["tag_env"]["children"] == ["tag_env_prod"]
    assert groups["tag_role"]["children"] == ["tag_role_db"]
    assert set(groups["region_fr_par"]["children"]) == {"zone_fr_par_1", "zone_fr_par_2"}
    assert set(listings["no groups"].groups) == {"_meta", "all", "scaleway"}
    assert not any(
        "private-networks" in entry["path"] for entry in listings["no groups"].requests if "vpc" in entry["path"]
    )
    assert not any("projects" in entry["path"] for entry in listings["no groups"].requests)
    two = listings["two groups"].groups
    assert set(two["region_fr_par"]["hosts"]) == names(listings["here"])
    assert not any(name.startswith(("zone_", "state_", "project_")) for name in two)


def test_constructed_and_common_options_together(listings: dict[str, Listed]) -> None:
    listed = listings["constructed"]
    assert listed.hosts["metal-0"]["where"] == "fr-par-2"
    assert listed.groups["metal"]["hosts"] == ["metal-0"]
    assert set(listed.groups["fr_par"]["hosts"]) == names(listings["here"])
    assert listed.groups["t_env_prod"]["hosts"] == ["tagged"]
    common = listings["common ones"]
    assert names(common) == {"web-0", "web-1", "metal-0.example"}
    assert common.hosts["metal-0.example"]["ansible_user"] == "debian"
    assert common.hosts["web-0"]["ansible_user"] == "root"
    assert common.hosts["web-0"]["ansible_host"] == "10.0.0.0"
    assert common.groups["size_EM_A115X_SSD"]["hosts"] == ["metal-0.example"]


def test_several_accounts(listings: dict[str, Listed]) -> None:
    hosts = listings["accounts"].hosts
    assert {name[2:] for name in hosts} >= INSTANCES - TWINS | {"metal-0"}
    assert len(hosts) == 2 * len(listings["here"].hosts)
    assert (hosts["a-web-0"]["scw_account"], hosts["b-web-0"]["scw_account"]) == ("first", "second")
    groups = listings["accounts"].groups
    assert set(groups["account_first"]["hosts"]) == {name for name in hosts if name.startswith("a-")}
    # Each account has connections of its own.
    assert len(listings["accounts"].requests) == 2 * len(listings["here"].requests)


def test_a_single_connection_is_enough(listings: dict[str, Listed]) -> None:
    assert len({entry["peer"] for entry in listings["few connections"].requests}) == 1
    assert len({entry["peer"] for entry in listings["default"].requests}) <= 16
    assert listings["few connections"].hosts == listings["here"].hosts


@pytest.mark.parametrize(
    ("setting", "group"),
    [("", "tag_a_b_c"), ("never", "tag_a-b.c"), ("silently", "tag_a_b_c"), ("ignore", "tag_a-b.c")],
)
def test_names_of_groups_follow_the_users_setting(
    ansible: Ansible, simulator: SimulatorProcess, setting: str, group: str
) -> None:
    if setting:
        ansible.environment["ANSIBLE_TRANSFORM_INVALID_GROUP_CHARS"] = setting
    simulator.add("instance.server", "fr-par-1", lonely(1, "one", tags=["a-b.c", "{{ 1 + 1 }}"]))
    listed = ansible.inventories({"x": PLUGIN + "zones: [fr-par-1]\nsources: [instances]\n"})["x"]
    assert listed.groups[group]["hosts"] == ["one"]
    assert not any("{" in name for name in listed.groups)
