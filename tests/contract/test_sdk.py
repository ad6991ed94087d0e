# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The official SDK, unmodified, against the simulator: what it accepts, real clients accept."""

from __future__ import annotations

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT

scaleway = pytest.importorskip("scaleway", reason="the SDK needs a newer requests than this environment has")


@pytest.fixture
def api(client) -> object:  # type: ignore[no-untyped-def]
    from scaleway.instance.v1.custom_api import InstanceUtilsV1API

    return InstanceUtilsV1API(client)


def test_life_cycle_of_a_volume(api, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    made = api.create_volume(volume_type="l_ssd", name="sdk", size=20_000_000_000, tags=["a"]).volume
    assert (made.name, made.size, made.tags, str(made.state)) == ("sdk", 20_000_000_000, ["a"], "available")
    assert api.get_volume(volume_id=made.id).volume == made
    changed = api.update_volume(volume_id=made.id, name="renamed", tags=["b"]).volume
    assert (changed.name, changed.tags) == ("renamed", ["b"])
    assert [volume.id for volume in api.list_volumes_all(name="renam")] == [made.id]
    api.delete_volume(volume_id=made.id)
    assert simulator.state("instance.volume") == []


def test_errors_have_the_form_that_it_reads(api) -> None:  # type: ignore[no-untyped-def]
    from scaleway_core.api import ScalewayException

    with pytest.raises(ScalewayException) as caught:
        api.get_volume(volume_id=PROJECT)
    assert caught.value.status_code == 404
    assert caught.value.response.json()["type"] == "not_found"


def test_servers_images_and_addresses(api, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    simulator.reset(600)
    servers = api.list_servers_all()
    assert len(servers) == 60
    assert {server.zone for server in servers} == {"fr-par-1"}
    assert servers[0].public_ips[0].address
    assert api.get_server(server_id=servers[0].id).server == servers[0]
    assert [image.arch for image in api.list_images_all()] == ["x86_64"]
    assert len(api.list_ips_all()) >= 60


def test_life_cycle_of_a_server(api, client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.instance.v1 import ServerAction, ServerState
    from scaleway.marketplace.v2 import MarketplaceV2API

    images = MarketplaceV2API(client).list_local_images_all(image_label="ubuntu_jammy", zone="fr-par-1")
    image = next(found for found in images if found.arch == "x86_64" and str(found.type_) == "instance_local")
    group = api.create_security_group(
        name="sdk",
        description="",
        stateful=True,
        inbound_default_policy="drop",
        outbound_default_policy="accept",
    ).security_group
    rule = api.create_security_group_rule(
        security_group_id=group.id,
        protocol="TCP",
        direction="inbound",
        action="accept",
        ip_range="0.0.0.0/0",
        position=1,
        editable=True,
        dest_port_from=22,
    ).rule
    assert rule.id in [found.id for found in api.list_security_group_rules_all(security_group_id=group.id)]
    made = api.create_server(
        name="sdk",
        commercial_type="DEV1-S",
        image=image.id,
        security_group=group.id,
        dynamic_ip_required=False,
        protected=False,
    ).server
    assert (made.state, made.security_group.id) == (ServerState.STOPPED, group.id)
    api.server_action(server_id=made.id, action=ServerAction.POWERON)
    simulator.advance(60)
    running = api.wait_instance_server(server_id=made.id, zone="fr-par-1").server
    assert running.state == ServerState.RUNNING
    api.set_server_user_data(server_id=made.id, key="role", content=b"web")
    assert api.get_all_server_user_data(server_id=made.id).user_data == {"role": b"web"}
    address = api.create_ip(type_="routed_ipv4", server=made.id).ip
    assert [held.id for held in api.get_server(server_id=made.id).server.public_ips] == [address.id]
    root = running.volumes["0"]
    snapshot = api.create_snapshot(name="sdk", volume_id=root.id).snapshot
    simulator.advance(60)
    assert str(api.get_snapshot(snapshot_id=snapshot.id).snapshot.state) == "available"
    own = api.create_image(root_volume=snapshot.id, arch="x86_64", name="sdk", public=False).image
    assert api.get_image(image_id=own.id).image.name == "sdk"
    api.server_action(server_id=made.id, action=ServerAction.TERMINATE)
    simulator.advance(60)
    assert simulator.state("instance.server") == []
    api.delete_image(image_id=own.id)
    api.delete_snapshot(snapshot_id=snapshot.id)
    api.delete_ip(ip=address.id)
    api.delete_security_group(security_group_id=group.id)
    for kind in ("snapshot", "ip"):
        assert simulator.state(f"instance.{kind}") == []
    assert own.id not in [found["id"] for found in simulator.state("instance.image")]
