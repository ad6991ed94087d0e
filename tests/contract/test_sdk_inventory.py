# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The hosts of the inventory are those that the official SDK lists from the same simulator, with the same addresses."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator import fleet
from tests.simulator.process import SimulatorProcess
from tests.simulator.seed import ZONES
from tests.simulator.store import TOKEN
from tests.tools.ansible_process import Ansible

scaleway = pytest.importorskip("scaleway", reason="the SDK needs a newer requests than this environment has")

REGIONS = ("fr-par", "nl-ams", "pl-waw", "it-mil")
FILE = (
    "plugin: community.scaleway.scaleway\nhostnames: [id]\nhostvars: common\n"
    "sources: [instances, elastic_metal, apple_silicon, dedibox, databases, redis, mongodb, load_balancers, "
    "public_gateways, kubernetes]\n"
)


@pytest.fixture
def client(simulator: SimulatorProcess, monkeypatch: pytest.MonkeyPatch) -> object:
    """The SDK filters by a default project and organization, when it has one: here it has none."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return scaleway.Client(access_key="SCWXXXXXXXXXXXXXXXXX", secret_key=TOKEN, api_url=simulator.url)


def everything(client: Any) -> dict[str, set[str]]:
    """The ids of each source, as the SDK lists them in every zone and region."""
    from scaleway.applesilicon.v1alpha1 import ApplesiliconV1Alpha1API
    from scaleway.baremetal.v1 import BaremetalV1API
    from scaleway.dedibox.v1 import DediboxV1API
    from scaleway.instance.v1 import InstanceV1API
    from scaleway.k8s.v1 import K8SV1API
    from scaleway.lb.v1 import LbV1ZonedAPI
    from scaleway.mongodb.v1 import MongodbV1API
    from scaleway.rdb.v1 import RdbV1API
    from scaleway.redis.v1 import RedisV1API
    from scaleway.vpcgw.v2 import VpcgwV2API

    zoned = {
        "instances": InstanceV1API(client).list_servers_all,
        "elastic_metal": BaremetalV1API(client).list_servers_all,
        "apple_silicon": ApplesiliconV1Alpha1API(client).list_servers_all,
        "dedibox": DediboxV1API(client).list_servers_all,
        "redis": RedisV1API(client).list_clusters_all,
        "load_balancers": LbV1ZonedAPI(client).list_lbs_all,
        "public_gateways": VpcgwV2API(client).list_gateways_all,
    }
    found = {name: {str(item.id) for zone in ZONES for item in listing(zone=zone)} for name, listing in zoned.items()}
    regional = {"databases": RdbV1API(client).list_instances_all, "mongodb": MongodbV1API(client).list_instances_all}
    for name, listing in regional.items():
        found[name] = {item.id for region in REGIONS for item in listing(region=region)}
    kubernetes = K8SV1API(client)
    found["kubernetes"] = {
        node.id
        for region in REGIONS
        for cluster in kubernetes.list_clusters_all(region=region)
        for node in kubernetes.list_nodes_all(cluster_id=cluster.id, region=region)
    }
    return found


def test_the_same_hosts(client: Any, ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(300)
    for zone in ("fr-par-1", "fr-par-2", "nl-ams-1"):
        number = 10 * ZONES.index(zone)
        simulator.add("baremetal.server", zone, fleet.baremetal(number, zone), fleet.baremetal(number + 1, zone))
        simulator.add("dedibox.server", zone, fleet.dedibox(number, zone))
    simulator.add("apple_silicon.server", "fr-par-3", fleet.apple_silicon(0, "fr-par-3"))
    simulator.add("rdb.instance", "nl-ams", fleet.rdb(0, "nl-ams"), fleet.rdb(1, "nl-ams"))
    simulator.add("redis.cluster", "pl-waw-1", fleet.redis(0, "pl-waw-1"))
    simulator.add("mongodb.instance", "fr-par", fleet.mongodb(0))
    simulator.add("lb.lb", "nl-ams-2", fleet.load_balancer(0, "nl-ams-2"))
    simulator.add("vpcgw.gateway", "fr-par-1", fleet.gateway(0, "fr-par-1", []))
    cluster = fleet.k8s_cluster(0)
    pool = fleet.k8s_pool(0, cluster)
    simulator.add("k8s.cluster", "fr-par", cluster)
    simulator.add("k8s.pool", "fr-par", pool)
    simulator.add("k8s.node", "fr-par", fleet.k8s_node(0, pool, None), fleet.k8s_node(1, pool, None))
    listed = ansible.inventories({"it": FILE})["it"]
    ours: dict[str, set[str]] = {}
    for name, host in listed.hosts.items():
        assert name == host["scw_id"]
        ours.setdefault(host["scw_source"], set()).add(name)
    assert ours == everything(client)
    assert {name: len(ids) for name, ids in ours.items()}["instances"] == 300


def test_the_same_addresses(client: Any, ansible: Ansible, simulator: SimulatorProcess) -> None:
    from scaleway.instance.v1 import InstanceV1API
    from scaleway.ipam.v1 import IpamV1API, ResourceType

    simulator.reset(60)
    kinds = [ResourceType.INSTANCE_PRIVATE_NIC]
    private: dict[str, list[str]] = {}
    for region in REGIONS:
        for ip in IpamV1API(client).list_i_ps_all(region=region, resource_types=kinds, attached=True):
            private.setdefault(ip.resource.id, []).append(ip.address.partition("/")[0])
    hosts = ansible.inventories({"it": FILE})["it"].hosts
    for zone in ZONES:
        for server in InstanceV1API(client).list_servers_all(zone=zone):
            host = hosts[server.id]
            assert host["scw_public_addresses"] == [ip.address for ip in server.public_ips]
            assert host["scw_private_addresses"] == [ip for nic in server.private_nics for ip in private[nic.id]]
            assert host["scw_private_addresses"]
