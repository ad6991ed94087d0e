# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""IoT Hub, beyond the common life cycle: switching, what is given once, where routes lead."""

from __future__ import annotations

from typing import Any

from tests.families.lb import CERTIFICATE, OTHER_CERTIFICATE
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible

Result = dict[str, Any]
HERE = {"hub": "factory"}


def task(kind: str, **options: Any) -> dict[str, Any]:
    return {f"community.scaleway.scaleway_iot_{kind}": options}


def play(ansible: Ansible, *tasks: dict[str, Any], **vars: Any) -> list[Result]:
    """The results of some tasks, all of which work."""
    done = ansible.play(list(tasks), "--diff", vars=vars)
    assert done.returncode == 0, done.output
    return done.results


def changes(results: list[Result]) -> list[bool]:
    return [result["changed"] for result in results]


def test_hubs_are_switched_and_deleted_with_their_devices(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    resting = task("hub", name="factory", enabled=False, enable_device_auto_provisioning=True)
    results = play(ansible, resting, resting, task("hub", name="factory", enabled=True), **way)
    assert changes(results) == [True, False, True]
    assert [result["hub"]["status"] for result in results] == ["disabled", "disabled", "ready"]
    written = [(method, path.rsplit("/", 1)[1]) for method, path in simulator.writes()]
    ident = results[0]["hub"]["id"]
    assert written == [("POST", "hubs"), ("PATCH", ident), ("POST", "disable"), ("POST", "enable")]
    play(ansible, task("device", **HERE, name="sensor"), **way)
    held = ansible.module("scaleway_iot_hub", {"name": "factory", "state": "absent"})
    assert "the hub has devices" in held["msg"]
    gone = task("hub", name="factory", state="absent", delete_devices=True)
    assert changes(play(ansible, gone, gone, **way)) == [True, False]
    assert simulator.state("iot.device") == []


def test_what_is_given_once_is_in_the_result_of_the_creation_only(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    sensor = task("device", **HERE, name="sensor", enabled=False)
    web = task("network", **HERE, name="web", type="rest")
    steps = [task("hub", name="factory"), sensor, sensor, web, web]
    results = play(ansible, *steps, **way)
    assert changes(results) == [True, True, False, True, False]
    made = results[1]["device"]
    assert made["certificate"]["key"].startswith("-----BEGIN PRIVATE KEY-----")
    assert made["status"] == "disabled"
    assert "certificate" not in results[1]["diff"]["after"]
    assert "certificate" not in results[2]["device"]
    assert results[3]["network"]["secret"].startswith("network-secret-")
    assert "secret" not in results[3]["diff"]["after"]
    assert "secret" not in results[4]["network"]
    changed = ansible.module("scaleway_iot_network", {**HERE, "name": "web", "type": "sigfox"})
    assert "type is 'rest' and 'sigfox' was asked for" in changed["msg"]

    def own(certificate: str) -> dict[str, Any]:
        return task("device", **HERE, name="sensor", certificate=certificate)

    simulator.clear_requests()
    checked = ansible.play([own(CERTIFICATE)], "--check", vars=way).last
    assert (checked["changed"], simulator.writes()) == (True, [])
    results = play(ansible, own(CERTIFICATE), own(CERTIFICATE), own(OTHER_CERTIFICATE), **way)
    assert changes(results) == [True, False, True]
    assert results[0]["device"]["has_custom_certificate"] is True
    assert [method for method, _path in simulator.writes()] == ["PUT", "PUT"]


def test_a_hub_takes_an_authority_of_its_own(ansible: Ansible, simulator: SimulatorProcess) -> None:
    def hub(authority: str) -> dict[str, Any]:
        return task("hub", name="factory", ca_certificate=authority, ca_challenge_certificate=CERTIFICATE)

    results = play(ansible, hub(CERTIFICATE), hub(CERTIFICATE), hub(OTHER_CERTIFICATE))
    assert changes(results) == [True, False, True]
    assert results[0]["hub"]["has_custom_ca"] is True
    assert [path.rsplit("/", 1)[1] for _method, path in simulator.writes()] == ["hubs", "ca", "ca"]


def test_filters_and_routes_keep_what_is_not_mentioned(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    def route(**options: Any) -> dict[str, Any]:
        return task("route", **HERE, name="orders", **options)

    def sensor(**filters: Any) -> dict[str, Any]:
        return task("device", **HERE, name="sensor", message_filters=filters)

    rule = {"policy": "accept", "topics": ["b", "a"]}
    database = {"host": "192.0.2.10", "port": 5432, "dbname": "orders", "username": "writer", "password": "hush-hush"}
    rest = {"verb": "post", "uri": "https://www.example.com", "headers": {"X-Origin": "factory"}}
    steps = [
        sensor(publish=rule),
        sensor(subscribe={"policy": "accept"}),
        sensor(publish={"topics": ["a", "b"]}),
        route(topic="#", rest_config=rest),
        route(rest_config={"verb": "put"}),
        route(db_config={**database, "query": "SELECT 1"}),
        route(db_config={**database, "password": "another"}),
        route(db_config={"port": 5433}),
    ]
    done = ansible.play([task("hub", name="factory"), *steps], "--diff", "-vvv", vars=way)
    assert done.returncode == 0, done.output
    assert changes(done.results[1:]) == [True, True, False, True, True, True, False, True]
    assert "hush-hush" not in done.output
    shown = simulator.state("iot.device")[0]["message_filters"]
    assert shown == {"publish": rule, "subscribe": {"policy": "accept", "topics": []}}
    found = simulator.state("iot.route")[0]
    assert "rest_config" not in found
    assert (found["db_config"]["host"], found["db_config"]["port"], found["type"]) == ("192.0.2.10", 5433, "database")
    bodies = [
        entry["body"] for entry in simulator.requests() if entry["method"] == "PATCH" and "/routes/" in entry["path"]
    ]
    assert bodies[0] == {"rest_config": {**rest, "verb": "put"}}
    assert "password" not in bodies[2]["db_config"]
    listed = play(ansible, task("route_info", **HERE), task("route_info", id=found["id"]), **way)
    assert "db_config" not in listed[0]["routes"][0]
    assert listed[1]["routes"][0]["db_config"]["dbname"] == "orders"


def test_bad_input_is_told_before_anything_is_written(ansible: Ansible, simulator: SimulatorProcess) -> None:
    play(ansible, task("hub", name="factory"))
    simulator.clear_requests()
    here = {**HERE, "name": "x"}
    wrong = {
        "db_config.port: 70000 is no port": task("route", **here, topic="#", db_config={"port": 70000}),
        "one of s3_config, db_config, rest_config must be set": task("route", **here, topic="#"),
        "topic must be set to create it": task("route", **here),
        "type must be set to create it": task("network", **here),
        "certificate: there is no certificate in it": task("device", **here, certificate="none"),
        "ca_certificate: there is no certificate in it": task(
            "hub", name="factory", ca_certificate="none", ca_challenge_certificate=CERTIFICATE
        ),
        "hub: there is no hub named 'none'": task("device", hub="none", name="x"),
    }
    done = ansible.play([{**one, "ignore_errors": True} for one in wrong.values()])
    for told, result in zip(wrong, done.results):
        assert told in result["msg"], result["msg"]
    assert simulator.writes() == []
    simulator.control("POST", "conditions", {"mishaps": ["hub"]})
    assert "is in the state 'error'" in ansible.module("scaleway_iot_hub", {"name": "new"})["msg"]
