# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Cockpit and Transactional Email, beyond the common life cycle: tokens, contact points, domains that configure themselves."""

from __future__ import annotations

from typing import Any

from tests.families.tem import TOPIC
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import Ansible

Result = dict[str, Any]


def task(kind: str, **options: Any) -> dict[str, Any]:
    return {f"community.scaleway.scaleway_{kind}": {"wait_interval": 0.1, **options}}


def play(ansible: Ansible, *tasks: dict[str, Any], **vars: Any) -> list[Result]:
    """The results of some tasks, all of which work."""
    done = ansible.play(list(tasks), "--diff", vars=vars)
    assert done.returncode == 0, done.output
    return done.results


def changes(results: list[Result]) -> list[bool]:
    return [result["changed"] for result in results]


def test_tokens_are_given_once_and_sources_told_apart_by_type(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    token = task("cockpit_token", name="agents", scopes=["write_only_logs", "read_only_metrics"])
    wider = task("cockpit_token", name="agents", scopes=["write_only_logs"])
    metrics, logs = (task("cockpit_source", name="shop", type=kind) for kind in ("metrics", "logs"))
    gone = task("cockpit_source", name="shop", type="logs", state="absent")
    steps = [token, token, wider | {"ignore_errors": True}, metrics, logs, logs, gone]
    done = ansible.play(steps, "--diff", vars=way)
    results = done.results
    assert [result.get("changed") for result in results] == [True, False, False, True, True, False, True], done.output
    assert len(results[0]["token"]["secret_key"]) == 36
    assert "secret_key" not in results[0]["diff"]["after"]
    assert "secret_key" not in results[1]["token"]
    assert "scopes is" in results[2]["msg"]
    assert [found["type"] for found in simulator.state("cockpit.data_source")] == ["metrics"]
    again = ansible.play([{**wider, "no_log": False}], vars=way).last
    assert again["failed"]
    anew = task("cockpit_token", name="agents", scopes=["write_only_logs"], recreate=True)
    assert changes(play(ansible, anew, **way)) == [True]
    assert [found["scopes"] for found in simulator.state("cockpit.token")] == [["write_only_logs"]]


def test_contact_points_that_are_not_mentioned_stay(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    def manager(**options: Any) -> dict[str, Any]:
        return task("cockpit_alert_manager", **options)

    duty, office = {"email": "duty@example.com"}, {"email": "office@example.com"}
    quiet = {**office, "send_resolved_notifications": False}
    steps = [
        manager(contact_points=[office, duty]),
        manager(),
        manager(contact_points=[duty, office]),
        manager(contact_points=[duty, quiet]),
        manager(preconfigured_alerts=["InstanceHighCPU", "DatabaseDiskFull"]),
        manager(preconfigured_alerts=["DatabaseDiskFull"]),
        manager(contact_points=[]),
    ]
    results = play(ansible, *steps, {"community.scaleway.scaleway_cockpit_alert_manager_info": {}}, **way)
    assert changes(results) == [True, False, False, True, True, True, True, False]
    seen = [result["alert_manager"] for result in results[:7]]
    assert [[point["email"] for point in one["contact_points"]] for one in seen[:6]] == [
        [*duty.values(), *office.values()]
    ] * 6
    assert seen[3]["contact_points"][1]["send_resolved_notifications"] is False
    assert seen[5]["preconfigured_alerts"] == ["DatabaseDiskFull"]
    assert results[7]["alert_managers"] == [seen[6]]
    paths = [(method, path.rsplit("alert-manager/", 1)[1]) for method, path in simulator.writes()]
    assert paths == [
        ("POST", "enable"),
        ("POST", "contact-points"),
        ("POST", "contact-points"),
        ("PATCH", "contact-points"),
        ("POST", "enable-alert-rules"),
        ("POST", "disable-alert-rules"),
        ("POST", "contact-points/delete"),
        ("POST", "contact-points/delete"),
    ]


def test_a_domain_is_waited_for_until_it_is_checked(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    domain = task("tem_domain", name="Mail.Example.com.", autoconfig=True)
    gone = task("tem_domain", name="mail.example.com", state="absent")
    results = play(ansible, domain, domain, gone, gone, domain, **way)
    assert changes(results) == [True, False, True, False, True]
    assert results[0]["domain"]["status"] == "checked"
    assert results[0]["domain"]["name"] == "mail.example.com"
    assert results[4]["domain"]["id"] != results[0]["domain"]["id"]
    found = simulator.state("tem.domain")
    assert sorted(one["status"] for one in found) == ["checked", "revoked"]
    listed = play(ansible, {"community.scaleway.scaleway_tem_domain_info": {}}, **way)[0]["domains"]
    assert [one["id"] for one in listed] == [results[4]["domain"]["id"]]


def test_bad_input_is_told_before_anything_is_written(ansible: Ansible, simulator: SimulatorProcess) -> None:
    wrong = {
        "retention_days: 0 is no number of days": task("cockpit_source", name="a", type="logs", retention_days=0),
        "type must be set to create it": task("cockpit_source", name="a"),
        "scopes must be set to create it": task("cockpit_token", name="a"),
        "contact_points[0].email: 'duty' is no e-mail": task(
            "cockpit_alert_manager", contact_points=[{"email": "duty"}]
        ),
        "duty@example.com is given twice": task(
            "cockpit_alert_manager", contact_points=[{"email": "duty@example.com"}, {"email": "duty@example.com"}]
        ),
        "Did you mean InstanceHighCPU": task("cockpit_alert_manager", preconfigured_alerts=["InstanceHighCpus"]),
        "name: 'mail example' is no domain": task("tem_domain", name="mail example"),
        "sns_arn: 'topic' names no SNS topic": task("tem_webhook", domain=PROJECT, name="a", sns_arn="topic"),
        "domain: there is no domain named 'a.example.com'": task(
            "tem_webhook", domain="a.example.com", name="a", sns_arn=TOPIC
        ),
    }
    done = ansible.play([{**one, "ignore_errors": True} for one in wrong.values()])
    for told, result in zip(wrong, done.results):
        assert told in result["msg"], (told, result["msg"])
    assert simulator.writes() == []
