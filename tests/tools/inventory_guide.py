# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The small account that docs/docsite/rst/inventory.rst is about. The guide's outputs are made by tests.tools.guides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.simulator import fleet
from tests.simulator.process import SimulatorProcess
from tests.simulator.seed import seeded_id, server
from tests.simulator.store import TOKEN
from tests.tools.ansible_process import Ansible


def account(simulator: SimulatorProcess) -> None:
    """The account of the guide: web servers in two regions, a database server behind a gateway, and more."""
    simulator.reset(0)
    network = fleet.private_network("backend", "fr-par")

    def instance(number: int, name: str, zone: str, tags: list[str], **changes: Any) -> dict[str, Any]:
        data = server(number, zone)
        public = {**data["public_ips"][0], "address": f"203.0.113.{number}"}
        return {
            **data,
            "name": name,
            "hostname": name,
            "tags": tags,
            "state": "running",
            "commercial_type": "PLAY2-NANO",
            "public_ips": [public],
            "public_ip": None,
            "private_nics": [],
            **changes,
        }

    card = {"id": seeded_id("nic", 3), "private_network_id": network["id"], "mac_address": "02:00:00:00:00:03"}
    node = instance(6, "scw-production-general-1", "fr-par-1", ["kapsule=x", "managed=true"])
    simulator.add(
        "instance.server",
        "fr-par-1",
        instance(1, "web-1", "fr-par-1", ["web", "env=prod"]),
        node,
    )
    simulator.add("instance.server", "nl-ams-1", instance(2, "web-2", "nl-ams-1", ["web", "env=prod"]))
    simulator.add(
        "instance.server",
        "fr-par-2",
        instance(3, "db-1", "fr-par-2", ["db", "env=prod"], public_ips=[], private_nics=[card]),
    )
    simulator.add("instance.server", "pl-waw-1", instance(4, "web-1", "pl-waw-1", ["web", "env=test"], state="stopped"))
    metal = fleet.baremetal(1, name="metal-1", tags=["build"])
    simulator.add("baremetal.server", "fr-par-2", metal)
    simulator.add("apple_silicon.server", "fr-par-3", fleet.apple_silicon(1, "fr-par-3", name="mac-1", tags=["build"]))
    simulator.add("vpc.private_network", "fr-par", network)
    address = fleet.ipam_ip(3, "10.0.0.3/22", "instance_private_nic", card["id"], "fr-par")
    simulator.add("ipam.ip", "fr-par", address)
    simulator.add("vpcgw.gateway", "fr-par-1", fleet.gateway(0, "fr-par-1", [network["id"]]))
    simulator.add("rdb.instance", "fr-par", fleet.rdb(0, name="orders"))
    simulator.add("redis.cluster", "fr-par-1", fleet.redis(0, name="sessions"))
    cluster = fleet.k8s_cluster(0, name="production")
    pool = fleet.k8s_pool(0, cluster, name="general")
    simulator.add("k8s.cluster", "fr-par", cluster)
    simulator.add("k8s.pool", "fr-par", pool)
    simulator.add("k8s.node", "fr-par", fleet.k8s_node(0, pool, node))


def prepared(folder: Path, url: str) -> Ansible:
    """Ansible in a folder, with the profiles that the guide names."""
    ansible = Ansible(folder, url)
    config = folder / "config.yaml"
    config.write_text(yaml.safe_dump({"profiles": {name: {"secret_key": TOKEN} for name in ("shop", "lab")}}))
    config.chmod(0o600)
    ansible.environment["SCW_CONFIG_PATH"] = str(config)
    return ansible
