# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaleway's own Python SDK against the simulator: IoT Hub."""

from __future__ import annotations

from tests.families.lb import CERTIFICATE
from tests.simulator.process import SimulatorProcess


def test_life_cycle_of_a_hub(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.iot.v1 import IotV1API
    from scaleway.iot.v1 import types as iot

    api = IotV1API(client)
    made = api.create_hub(product_plan=iot.HubProductPlan.PLAN_SHARED, name="sdk")
    assert str(api.wait_for_hub(hub_id=made.id).status) == "ready"
    assert api.update_hub(hub_id=made.id, disable_events=True).disable_events is True
    api.disable_hub(hub_id=made.id)
    assert api.wait_for_hub(hub_id=made.id).enabled is False
    api.enable_hub(hub_id=made.id)
    assert api.set_hub_ca(hub_id=made.id, ca_cert_pem=CERTIFICATE, challenge_cert_pem=CERTIFICATE).has_custom_ca is True
    assert api.get_hub_ca(hub_id=made.id).ca_cert_pem == CERTIFICATE

    added = api.create_device(hub_id=made.id, allow_insecure=False, allow_multiple_connections=False, name="sdk")
    device = added.device
    assert added.certificate.key.startswith("-----BEGIN PRIVATE KEY-----")
    assert str(api.disable_device(device_id=device.id).status) == "disabled"
    assert api.update_device(device_id=device.id, description="new").description == "new"
    own = api.set_device_certificate(device_id=device.id, certificate_pem=CERTIFICATE)
    assert (own.certificate_pem, own.device.has_custom_certificate) == (CERTIFICATE, True)
    assert [found.id for found in api.list_devices_all(hub_id=made.id)] == [device.id]

    network = api.create_network(hub_id=made.id, type_=iot.NetworkNetworkType.REST, topic_prefix="web", name="sdk")
    assert network.secret
    assert api.get_network(network_id=network.network.id) == network.network
    rest = iot.CreateRouteRequestRestConfig(verb=iot.RouteRestConfigHttpVerb.GET, uri="https://example.com", headers={})
    route = api.create_route(hub_id=made.id, topic="#", name="sdk", rest_config=rest)
    assert api.update_route(route_id=route.id, topic="web/#").topic == "web/#"
    assert api.get_route(route_id=route.id).rest_config.uri == "https://example.com"
    assert [str(found.type_) for found in api.list_routes_all(hub_id=made.id)] == ["rest"]
    api.delete_hub(hub_id=made.id, delete_devices=True)
    kinds = ("hub", "device", "network", "route")
    assert {kind: simulator.state(f"iot.{kind}") for kind in kinds} == {kind: [] for kind in kinds}
