# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaleway's own Python SDK against the simulator: Load Balancers."""

from __future__ import annotations

from tests.families.lb import CERTIFICATE, KEY
from tests.simulator.process import SimulatorProcess


def test_life_cycle_of_a_load_balancer(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.lb.v1 import LbV1ZonedAPI
    from scaleway.lb.v1 import types as lb

    api = LbV1ZonedAPI(client)
    assert "LB-GP-M" in [found.name for found in api.list_lb_types_all()]
    address = api.create_ip(is_ipv6=False, tags=["sdk"])
    assert api.update_ip(ip_id=address.id, reverse="www.example.com").reverse == "www.example.com"
    made = api.create_lb(description="", type_="LB-S", name="sdk", ip_ids=[address.id], assign_flexible_ip=False)
    ready = api.wait_for_lb(lb_id=made.id)
    assert (ready.status, ready.ip[0].id, ready.type_) == (lb.LbStatus.READY, address.id, "lb-s")
    level = lb.SSLCompatibilityLevel.SSL_COMPATIBILITY_LEVEL_MODERN
    changed = api.update_lb(lb_id=made.id, name="sdk", description="new", tags=["a"], ssl_compatibility_level=level)
    assert (changed.description, changed.tags, changed.ssl_compatibility_level) == ("new", ["a"], level)
    api.migrate_lb(lb_id=made.id, type_="LB-GP-M")
    assert api.wait_for_lb(lb_id=made.id).type_ == "lb-gp-m"

    check = lb.HealthCheck(port=80, check_max_retries=3, check_send_proxy=False, tcp_config=lb.HealthCheckTcpConfig())
    fields = {
        "name": "sdk",
        "forward_protocol": lb.Protocol.HTTP,
        "forward_port": 80,
        "forward_port_algorithm": lb.ForwardPortAlgorithm.ROUNDROBIN,
        "sticky_sessions": lb.StickySessionsType.NONE,
        "sticky_sessions_cookie_name": "",
    }
    backend = api.create_backend(lb_id=made.id, health_check=check, server_ip=["192.0.2.1"], **fields)
    assert api.set_backend_servers(backend_id=backend.id, server_ip=["192.0.2.2"]).pool == ["192.0.2.2"]
    assert api.add_backend_servers(backend_id=backend.id, server_ip=["192.0.2.3"]).pool == ["192.0.2.2", "192.0.2.3"]
    assert api.remove_backend_servers(backend_id=backend.id, server_ip=["192.0.2.2"]).pool == ["192.0.2.3"]
    web = lb.HealthCheckHttpConfig(uri="/health", method="GET", host_header="", code=200)
    told = api.update_health_check(
        backend_id=backend.id, port=81, check_max_retries=2, check_send_proxy=False, http_config=web
    )
    assert (told.http_config, told.tcp_config) == (web, None)
    assert api.update_backend(backend_id=backend.id, **{**fields, "forward_port": 8080}).forward_port == 8080

    own = lb.CreateCertificateRequestCustomCertificate(certificate_chain=CERTIFICATE + KEY)
    certificate = api.create_certificate(lb_id=made.id, name="sdk", custom_certificate=own)
    assert (certificate.common_name, str(certificate.status)) == ("www.example.com", "ready")
    one = {"inbound_port": 443, "backend_id": backend.id, "enable_http3": False, "name": "sdk"}
    frontend = api.create_frontend(lb_id=made.id, enable_access_logs=False, certificate_ids=[certificate.id], **one)
    assert frontend.certificate_ids == [certificate.id]
    assert api.update_frontend(frontend_id=frontend.id, **one).certificate_ids == []
    match = lb.RouteMatch(match_subdomains=False, host_header="api.example.com")
    route = api.create_route(frontend_id=frontend.id, backend_id=backend.id, match=match)
    assert [found.id for found in api.list_routes_all(frontend_id=frontend.id)] == [route.id]
    deny = lb.AclAction(type_=lb.AclActionType.DENY)
    acl = api.create_acl(frontend_id=frontend.id, action=deny, index=1, description="", name="sdk")
    assert api.update_acl(acl_id=acl.id, name="sdk", action=deny, index=2).index == 2

    subscriber = api.create_subscriber(name="sdk", email_config=lb.SubscriberEmailConfig(email="ops@example.com"))
    assert api.subscribe_to_lb(lb_id=made.id, subscriber_id=subscriber.id).subscriber == subscriber
    assert api.unsubscribe_from_lb(lb_id=made.id).subscriber is None
    counted = api.get_lb(lb_id=made.id)
    assert (counted.frontend_count, counted.backend_count, counted.route_count) == (1, 1, 1)
    api.delete_subscriber(subscriber_id=subscriber.id)
    api.delete_acl(acl_id=acl.id)
    api.delete_route(route_id=route.id)
    api.delete_frontend(frontend_id=frontend.id)
    api.delete_certificate(certificate_id=certificate.id)
    api.delete_backend(backend_id=backend.id)
    api.delete_lb(lb_id=made.id, release_ip=True)
    simulator.advance(60)
    kinds = ("lb", "ip", "backend", "frontend", "route", "acl", "certificate", "subscriber")
    assert {kind: simulator.state(f"lb.{kind}") for kind in kinds} == {kind: [] for kind in kinds}


def test_private_networks_of_a_load_balancer(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.lb.v1 import LbV1ZonedAPI
    from scaleway.vpc.v2 import VpcV2API

    api = LbV1ZonedAPI(client)
    network = VpcV2API(client).create_private_network(name="sdk", default_route_propagation_enabled=False)
    made = api.create_lb(description="", type_="LB-S", name="sdk", assign_flexible_ip=False)
    assert api.wait_for_lb(lb_id=made.id).ip == []
    api.attach_private_network(lb_id=made.id, private_network_id=network.id)
    simulator.advance(60)
    (attached,) = api.list_lb_private_networks_all(lb_id=made.id)
    assert (attached.private_network_id, str(attached.status), len(attached.ipam_ids)) == (network.id, "ready", 1)
    api.detach_private_network(lb_id=made.id, private_network_id=network.id)
    assert api.list_lb_private_networks_all(lb_id=made.id) == []
