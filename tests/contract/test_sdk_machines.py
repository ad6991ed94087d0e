# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaleway's own Python SDK against the simulator: Elastic Metal and Apple silicon."""

from __future__ import annotations

from tests.families.account import KEY
from tests.simulator.process import SimulatorProcess


def test_life_cycle_of_an_elastic_metal_server(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.baremetal.v1 import BaremetalV1API
    from scaleway.baremetal.v3 import BaremetalV3PrivateNetworkAPI
    from scaleway.iam.v1alpha1 import IamV1Alpha1API
    from scaleway.vpc.v2 import VpcV2API

    api, joined, here = BaremetalV1API(client), BaremetalV3PrivateNetworkAPI(client), {"zone": "fr-par-2"}
    (offer,) = [found for found in api.list_offers_all(**here) if found.name == "EM-A115X-SSD"][:1]
    made = api.create_server(offer_id=offer.id, name="sdk", description="", protected=False, **here)
    ready = api.wait_for_server(server_id=made.id, **here)
    assert (str(ready.status), ready.offer_name, ready.install) == ("ready", "EM-A115X-SSD", None)
    key = IamV1Alpha1API(client).create_ssh_key(name="sdk", public_key=KEY)
    system = next(found for found in api.list_os_all(offer_id=offer.id, **here) if found.name == "Ubuntu")
    api.install_server(server_id=made.id, os_id=system.id, hostname="sdk", ssh_key_ids=[key.id], **here)
    simulator.advance(600)
    installed = api.get_server(server_id=made.id, **here)
    assert (str(installed.install.status), installed.install.os_id) == ("completed", system.id)
    assert api.update_server(server_id=made.id, description="new", tags=["a"], **here).tags == ["a"]
    option = next(found for found in offer.options if found.name == "Private Network")
    api.add_option_server(server_id=made.id, option_id=option.id, **here)
    api.wait_for_server(server_id=made.id, **here)
    network = VpcV2API(client).create_private_network(name="sdk", default_route_propagation_enabled=False)
    joined.add_server_private_network(server_id=made.id, private_network_id=network.id, ipam_ip_ids=[], **here)
    simulator.advance(60)
    (found,) = joined.list_server_private_networks_all(server_id=made.id, **here)
    assert (found.private_network_id, str(found.status)) == (network.id, "attached")
    joined.delete_server_private_network(server_id=made.id, private_network_id=network.id, **here)
    simulator.advance(60)
    api.stop_server(server_id=made.id, **here)
    assert str(api.wait_for_server(server_id=made.id, **here).status) == "stopped"
    api.start_server(server_id=made.id, **here)
    assert str(api.wait_for_server(server_id=made.id, **here).status) == "ready"
    api.delete_server(server_id=made.id, **here)
    simulator.advance(600)
    assert simulator.state("baremetal.server") == []


def test_life_cycle_of_a_mac(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.applesilicon.v1alpha1 import ApplesiliconV1Alpha1API, CommitmentType

    api = ApplesiliconV1Alpha1API(client)
    kind = api.list_server_types().server_types[0]
    no = {"enable_vpc": False, "enable_kext": False, "public_bandwidth_bps": 0}
    made = api.create_server(name="sdk", type_=kind.name, commitment_type=CommitmentType.NONE, **no)
    ready = api.wait_for_server(server_id=made.id)
    assert (str(ready.status), ready.type_) == ("ready", kind.name)
    assert api.update_server(server_id=made.id, name="new").name == "new"
    systems = api.list_os_all(server_type=kind.name)
    api.reinstall_server(server_id=made.id, os_id=systems[-1].id, enable_kext=False)
    assert api.wait_for_server(server_id=made.id).os.id == systems[-1].id
    api.reboot_server(server_id=made.id)
    assert str(api.wait_for_server(server_id=made.id).status) == "ready"
    simulator.advance(25 * 3600)
    api.delete_server(server_id=made.id)
    simulator.advance(600)
    assert simulator.state("apple_silicon.server") == []
