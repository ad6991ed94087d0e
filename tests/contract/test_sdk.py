# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The official SDK, unmodified, against the simulator: what it accepts, real clients accept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN

scaleway = pytest.importorskip("scaleway", reason="the SDK needs a newer requests than this environment has")


@pytest.fixture
def api(simulator: SimulatorProcess, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    from scaleway.instance.v1 import InstanceV1API

    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    client = scaleway.Client(
        access_key="SCWXXXXXXXXXXXXXXXXX",
        secret_key=TOKEN,
        api_url=simulator.url,
        default_project_id=PROJECT,
        default_organization_id=ORGANIZATION,
        default_zone="fr-par-1",
        default_region="fr-par",
    )
    return InstanceV1API(client)  # type: ignore[no-any-return]


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
