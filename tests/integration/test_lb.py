# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Load Balancers, beyond the common life cycle: actions, health checks, certificates, private networks."""

from __future__ import annotations

from typing import Any

from tests.families.lb import BACKEND, CERTIFICATE, KEY, OTHER_CERTIFICATE, OTHER_KEY, task
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, TOKEN
from tests.tools.ansible_process import Ansible

Result = dict[str, Any]


def play(ansible: Ansible, *tasks: dict[str, Any], **vars: Any) -> list[Result]:
    """The results of some tasks, all of which work."""
    done = ansible.play(list(tasks), "--diff", vars=vars)
    assert done.returncode == 0, done.output
    return done.results


def changes(results: list[Result]) -> list[bool]:
    return [result["changed"] for result in results]


def sent(simulator: SimulatorProcess, *names: str) -> list[tuple[str, str, Any]]:
    """Method, last part of the path and body of what was written; paths that hold one of some names only."""
    written = [entry for entry in simulator.requests() if entry["method"] not in ("GET", "HEAD")]
    chosen = [entry for entry in written if not names or any(name in entry["path"] for name in names)]
    return [(entry["method"], entry["path"].rsplit("/", 1)[1], entry["body"]) for entry in chosen]


def test_type_addresses_and_subscriber_are_changed_by_actions(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    address = play(ansible, task("lb_ip", tags=["web"]), **way)[0]["ip"]
    play(ansible, task("lb_subscriber", name="ops", email_config={"email": "ops@example.com"}), **way)
    whole = {"name": "web", "type": "LB-S", "ips": [address["ip_address"]], "subscriber": "ops"}
    made = play(ansible, task("lb", **whole), task("lb", **whole), **way)
    assert changes(made) == [True, False]
    assert [ip["id"] for ip in made[0]["lb"]["ip"]] == [address["id"]]
    assert made[0]["lb"]["subscriber"]["name"] == "ops"
    assert made[0]["scaleway_lb"] == made[0]["lb"]

    six = play(ansible, task("lb_ip", tags=["six"], is_ipv6=True), **way)[0]["ip"]
    simulator.clear_requests()
    larger = {"name": "web", "type": "lb-gp-m", "ips": [six["id"]], "subscriber": "", "description": "larger"}
    done = play(ansible, task("lb", **larger), task("lb", **larger), **way)
    assert changes(done) == [True, False]
    kept = {"name": "web", "tags": [], "ssl_compatibility_level": "ssl_compatibility_level_intermediate"}
    ident = made[0]["lb"]["id"]
    assert sent(simulator) == [
        ("PUT", ident, {**kept, "description": "larger"}),
        ("POST", "migrate", {"type": "LB-GP-M"}),
        ("PATCH", six["id"], {"lb_id": ident}),
        ("DELETE", "unsubscribe", None),
    ]
    lb = done[0]["lb"]
    assert (lb["id"], lb["type"], lb["status"], lb["subscriber"]) == (ident, "lb-gp-m", "ready", None)
    assert {ip["id"] for ip in lb["ip"]} == {address["id"], six["id"]}
    assert done[0]["diff"]["before"]["type"] == "lb-s"


def test_addresses_stay_unless_they_are_released(ansible: Ansible, simulator: SimulatorProcess) -> None:
    keep, release = (task("lb", name=name) for name in ("keep", "release"))
    play(ansible, keep, release)
    gone = [task("lb", name="keep", state="absent"), task("lb", name="release", state="absent", release_ip=True)]
    assert changes(play(ansible, *gone, *gone)) == [True, True, False, False]
    queries = [entry["query"] for entry in simulator.requests() if entry["method"] == "DELETE"]
    assert queries == ["release_ip=false", "release_ip=true"]
    assert simulator.state("lb.lb") == []
    assert [ip["lb_id"] for ip in simulator.state("lb.ip")] == [None]


def test_one_that_cannot_be_created_or_is_leaving(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.control("POST", "conditions", {"mishaps": ["lb"]})
    failed = ansible.module("scaleway_lb", {"name": "web"})
    assert "is in the state 'error'" in failed["msg"]
    assert failed["lb"]["id"] == simulator.state("lb.lb")[0]["id"]
    simulator.control("POST", "conditions", {"slowness": 1000})
    left = ansible.module("scaleway_lb", {"name": "web", "state": "absent", "wait": False})
    assert left["changed"] is True
    simulator.control("POST", "conditions", {})
    again = ansible.module("scaleway_lb", {"name": "web"})
    assert again["changed"] is True
    assert sorted(lb["status"] for lb in simulator.state("lb.lb")) == ["ready", "to_delete"]


def test_servers_and_health_check_have_requests_of_their_own(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    play(ansible, task("lb", name="web"), **way)

    def backend(**options: Any) -> dict[str, Any]:
        return task("lb_backend", lb="web", name="servers", **options)

    check = {"check_delay": "5s", "transient_check_delay": "200ms", "http_config": {"uri": "/health", "code": 200}}
    first = {**BACKEND, "servers": ["192.0.2.2", "192.0.2.1"], "health_check": check, "max_retries": 5, "host": "www"}
    made = play(ansible, backend(**first), backend(**first), backend(servers=["192.0.2.1", "192.0.2.2"]), **way)
    assert changes(made) == [True, False, False]
    shown = made[0]["backend"]["health_check"]
    assert (shown["port"], shown["check_delay"], shown["http_config"]["uri"]) == (8080, 5000, "/health")

    simulator.clear_requests()
    second = {"servers": ["192.0.2.3"], "health_check": {"tcp_config": {}, "port": 81}}
    done = play(ansible, backend(**second), backend(**second), **way)
    assert changes(done) == [True, False]
    told = {name: value for name, value in shown.items() if name != "http_config"}
    assert sent(simulator) == [
        ("PUT", "healthcheck", {**told, "port": 81, "tcp_config": {}}),
        ("PUT", "servers", {"server_ip": ["192.0.2.3"]}),
    ]
    assert done[0]["backend"]["max_retries"] == 5
    assert "http_config" not in done[0]["backend"]["health_check"]

    for kind in ("mysql", "pgsql", "redis", "ldap", "https"):
        inner = {"mysql": {"user": "check"}, "pgsql": {"user": "check"}, "https": {"uri": "/", "sni": "www"}}
        wanted = {"health_check": {f"{kind}_config": inner.get(kind, {})}}
        assert changes(play(ansible, backend(**wanted), backend(**wanted), **way)) == [True, False], kind
        found = simulator.state("lb.backend")[0]["health_check"]
        assert [name for name in found if name.endswith("_config")] == [f"{kind}_config"]


def test_frontends_rules_and_routes(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    def frontend(**options: Any) -> dict[str, Any]:
        return task("lb_frontend", lb="web", name="http", **options)

    def route(**options: Any) -> dict[str, Any]:
        return task("lb_route", lb="web", frontend="http", **options)

    def rule(**options: Any) -> dict[str, Any]:
        return task("lb_acl", lb="web", frontend="http", name="https", **options)

    play(ansible, task("lb", name="web"), *(task("lb_backend", lb="web", name=name, **BACKEND) for name in "ab"), **way)
    first = {"inbound_port": 80, "backend": "a", "timeout_client": "30s", "connection_rate_limit": 10}
    made = play(ansible, frontend(**first), frontend(**first), **way)
    assert changes(made) == [True, False]
    simulator.clear_requests()
    done = play(ansible, frontend(backend="b"), frontend(connection_rate_limit=0), frontend(backend="b"), **way)
    assert changes(done) == [True, True, False]
    backends = {backend["name"]: backend["id"] for backend in simulator.state("lb.backend")}
    kept = {"name": "http", "inbound_port": 80, "backend_id": backends["b"], "timeout_client": 30000}
    rest = {"certificate_ids": [], "enable_http3": False, "enable_access_logs": False}
    ident = made[0]["frontend"]["id"]
    assert sent(simulator) == [
        ("PUT", ident, {**kept, **rest, "connection_rate_limit": 10}),
        ("PUT", ident, {**kept, **rest, "connection_rate_limit": 0}),
    ]

    match = {"host_header": "api.example.com"}
    wide = {**match, "match_subdomains": True}
    steps = [route(match=match, backend="a"), route(match=wide), route(match=match), route(match=match, backend="b")]
    done = play(ansible, *steps, route(match={"path_begin": "/api"}, backend="a"), **way)
    assert changes(done) == [True, True, False, True, True]
    assert [found["match"] for found in simulator.state("lb.route")] == [
        wide,
        {"match_subdomains": False, "path_begin": "/api"},
    ]

    redirect = {"type": "redirect", "redirect": {"type": "scheme", "target": "https", "code": 301}}
    steps = [rule(index=1, action=redirect), rule(action=redirect), rule(action={"type": "deny"}), rule(match={})]
    assert changes(play(ansible, *steps, **way)) == [True, False, True, False]
    assert simulator.state("lb.acl")[0]["action"] == {"type": "deny", "redirect": None}

    listed = play(
        ansible,
        task("lb_frontend_info", lb="web"),
        task("lb_backend_info", lb="web", name="a"),
        task("lb_route_info", lb="web", frontend="http"),
        task("lb_acl_info", lb="web", frontend="http"),
        **way,
    )
    keys = ("frontends", "backends", "routes", "acls")
    assert [len(result[key]) for result, key in zip(listed, keys)] == [1, 1, 2, 1]
    gone = [rule(state="absent"), route(match=match, state="absent"), frontend(state="absent")]
    assert changes(play(ansible, *gone, *gone, **way)) == [True, True, True, False, False, False]


def test_a_certificate_is_replaced_without_a_gap(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    def certificate(**options: Any) -> dict[str, Any]:
        return task("lb_certificate", lb="web", name="www", **options)

    own = {"certificate_chain": CERTIFICATE, "private_key": KEY}
    other = {"certificate_chain": OTHER_CERTIFICATE + OTHER_KEY}
    encrypted = {"common_name": "www.example.com", "alternative_names": ["example.com", "www2.example.com"]}
    made = play(
        ansible,
        task("lb", name="web"),
        task("lb_backend", lb="web", name="a", **BACKEND),
        certificate(**own),
        certificate(certificate_chain=KEY + CERTIFICATE),
        task("lb_frontend", lb="web", name="https", inbound_port=443, backend="a", certificates=["www"]),
        **way,
    )
    assert changes(made) == [True, True, True, False, True]
    spelled = {
        "common_name": "WWW.example.com.",
        "alternative_names": ["www2.Example.com", "example.com", "www.example.com"],
    }
    again = {id(encrypted): spelled}
    steps = [
        (certificate(**options), certificate(**again.get(id(options), options))) for options in (other, encrypted, own)
    ]
    for number, pair in enumerate(steps):
        old = simulator.state("lb.certificate")[0]["id"]
        simulator.clear_requests()
        done = ansible.play(list(pair), "--check", vars=way)
        assert changes(done.results) == [True, True]
        assert simulator.writes() == []
        results = play(ansible, *pair, **way)
        assert changes(results) == [True, False], number
        assert [method for method, _path in simulator.writes()] == ["POST", "PUT", "DELETE"]
        assert simulator.writes()[2][1].endswith(old)
        found = simulator.state("lb.certificate")
        assert [one["id"] for one in found] == [results[0]["certificate"]["id"]] != [old]
        assert simulator.state("lb.frontend")[0]["certificate_ids"] == [found[0]["id"]]
    simulator.clear_requests()
    renamed = task("lb_certificate", lb="web", id=simulator.state("lb.certificate")[0]["id"], name="new")
    assert changes(play(ansible, renamed, renamed, **way)) == [True, False]
    assert [body for _method, _path, body in sent(simulator)] == [{"name": "new"}]


def test_a_certificate_that_cannot_be_is_told(ansible: Ansible, simulator: SimulatorProcess) -> None:
    play(ansible, task("lb", name="web"))
    simulator.clear_requests()
    wrong = {
        "the private key does not belong to the certificate": {"certificate_chain": CERTIFICATE + OTHER_KEY},
        "there is no private key in it": {"certificate_chain": CERTIFICATE},
        "there is no certificate in it": {"certificate_chain": KEY},
        "cannot be read": {"certificate_chain": CERTIFICATE.replace("MII", "AAA") + KEY},
        "common_name or certificate_chain must be set": {},
    }
    tasks = [
        {**task("lb_certificate", lb="web", name="www", **options), "ignore_errors": True} for options in wrong.values()
    ]
    done = ansible.play(tasks, "-vvv")
    for told, result in zip(wrong, done.results):
        assert told in result["msg"]
    assert simulator.writes() == []
    for secret in (KEY, OTHER_KEY):
        assert secret.splitlines()[1] not in done.output
    simulator.control("POST", "conditions", {"mishaps": ["certificate"]})
    failed = ansible.module("scaleway_lb_certificate", {"lb": "web", "name": "www", "common_name": "www.example.com"})
    assert "www.example.com does not resolve to your Load Balancer" in failed["msg"]


def test_private_networks(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    network = {"path": "/vpc/v2/regions/fr-par/private-networks", "method": "POST", "body": {"name": "backend"}}
    network = ansible.module("scaleway_api", network)["json"]
    booked = play(ansible, task("lb", name="web"), task("ipam_ip", private_network="backend"), **way)[1]["ip"]
    given = [booked["id"]]

    def attached(**options: Any) -> dict[str, Any]:
        return task("lb_private_network", lb="web", private_network="backend", **options)

    simulator.clear_requests()
    checked = ansible.play([attached(ipam_ids=given)], "--check", vars=way).last
    assert (checked["changed"], simulator.writes()) == (True, [])
    address = [booked["address"].split("/")[0]]
    results = play(ansible, attached(ipam_ids=address), attached(ipam_ids=given), attached(), **way)
    assert changes(results) == [True, False, False]
    made = results[0]["private_network"]
    assert (made["private_network_id"], made["status"], made["ipam_ids"]) == (network["id"], "ready", given)
    assert sent(simulator) == [
        ("POST", "attach-private-network", {"private_network_id": network["id"], "ipam_ids": given})
    ]
    listed = play(ansible, task("lb_private_network_info", lb="web"), **way)[0]["private_networks"]
    assert [one["private_network_id"] for one in listed] == [network["id"]]
    simulator.clear_requests()
    assert changes(play(ansible, attached(state="absent"), attached(state="absent"), **way)) == [True, False]
    assert sent(simulator) == [("POST", "detach-private-network", {"private_network_id": network["id"]})]
    assert simulator.state("lb.private_network") == []


def test_bad_input_is_told_before_anything_is_written(ansible: Ansible, simulator: SimulatorProcess) -> None:
    play(ansible, task("lb", name="web"))
    simulator.clear_requests()
    here = {"lb": "web", "name": "x"}
    wrong = {
        "type: 'LB-GP-N' is no load balancer type in nl-ams-1. Did you mean LB-GP-M or LB-GP-L": task(
            "lb", name="new", type="LB-GP-N", zone="nl-ams-1"
        ),
        "type: 'LB-X' is no load balancer type in": task("lb", name="web", type="LB-X"),
        "forward_port: 0 is no port. Ports are 1 to 65535.": task("lb_backend", **here, forward_port=0),
        "health_check.port: 65536 is no port": task("lb_backend", **here, health_check={"port": 65536}),
        "servers[0]: 'web-0' is no address": task("lb_backend", **here, servers=["web-0"]),
        "timeout_queue: 'long' is no duration": task("lb_backend", **here, timeout_queue="long"),
        "inbound_port: 65536 is no port": task("lb_frontend", **here, inbound_port=65536),
        "backend: there is no backend named 'none'": task("lb_frontend", **here, inbound_port=80, backend="none"),
        "lb: there is no lb named 'none'": task("lb_frontend", lb="none", name="x"),
        "lb must be set: frontends belong to one.": task("lb_frontend", name="x"),
    }
    done = ansible.play([{**one, "ignore_errors": True} for one in wrong.values()])
    for told, result in zip(wrong, done.results):
        assert told in result["msg"], result["msg"]
    assert simulator.writes() == []


def test_old_playbooks_work_after_replacing_the_prefix(ansible: Ansible) -> None:
    old = {"api_token": TOKEN, "organization_id": ORGANIZATION, "region": "fr-par", "name": "web", "api_timeout": 30}
    make = task("lb", **old, description="for the web", tags=["a"], wait=True, wait_sleep_time=1, wait_timeout=60)
    gone = task("lb", **old, description="for the web", state="absent", query_parameters={})
    results = play(ansible, make, make, gone, gone)
    assert changes(results) == [True, False, True, False]
    kept = {"backend_count", "description", "frontend_count", "id", "instances", "ip", "name", "organization_id"}
    assert kept | {"region", "status", "tags"} <= set(results[0]["scaleway_lb"])
    assert results[0]["scaleway_lb"]["status"] == "ready"
