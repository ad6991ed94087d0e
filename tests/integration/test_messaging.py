# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Messaging and queuing, beyond the common life cycle: activation, an API that wavers after it, files that are given once."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import Ansible

Result = dict[str, Any]


def task(kind: str, **options: Any) -> dict[str, Any]:
    return {f"community.scaleway.scaleway_mnq_{kind}": options}


def play(ansible: Ansible, *tasks: dict[str, Any], **vars: Any) -> list[Result]:
    """The results of some tasks, all of which work."""
    done = ansible.play(list(tasks), "--diff", vars=vars)
    assert done.returncode == 0, done.output
    return done.results


def changes(results: list[Result]) -> list[bool]:
    return [result["changed"] for result in results]


def test_a_project_has_sqs_or_not(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    here = {"region": "nl-ams", "wait_interval": 0.1}
    steps = [
        task("sqs", **here) | {"check_mode": True},
        task("sqs", **here),
        task("sqs", **here),
        task("sns", **here),
        task("sqs_info", region="all"),
        task("sqs", **here, state="absent") | {"check_mode": True},
        task("sqs", **here, state="absent"),
        task("sqs", **here, state="absent"),
        task("sns_info", region="nl-ams"),
    ]
    results = play(ansible, *steps, **way)
    assert changes(results) == [True, True, False, True, False, True, True, False, False]
    made = results[1]["sqs"]
    assert (made["status"], made["project_id"]) == ("enabled", PROJECT)
    assert results[2]["sqs"] == made
    assert results[1]["diff"]["after"]["project_id"] == PROJECT
    assert [found["region"] for found in results[4]["sqs"]] == ["nl-ams"]
    assert results[6]["sqs"] == results[7]["sqs"] == {}
    assert [found["status"] for found in results[8]["sns"]] == ["enabled"]
    assert [path.rsplit("/", 1)[1] for _method, path in simulator.writes()] == [
        "activate-sqs",
        "activate-sns",
        "deactivate-sqs",
    ]
    bodies = [entry["body"] for entry in simulator.requests() if entry["method"] == "POST"]
    assert bodies == [{"project_id": PROJECT}] * 3
    # The API refused to show what had just been activated, and that was waited out.
    assert 403 in [entry["status"] for entry in simulator.requests()]


def test_an_activation_that_cannot_be_seen_yet_is_not_repeated(ansible: Ansible, simulator: SimulatorProcess) -> None:
    play(ansible, task("sqs"))
    denied = {"type": "permissions_denied", "message": "no", "details": [{"resource": "namespace", "action": "read"}]}
    simulator.fault(method="GET", path="sqs-info", status=403, body=denied, times=2)
    simulator.clear_requests()
    assert changes(play(ansible, task("sqs"))) == [False]
    assert simulator.writes() == []
    assert [entry["status"] for entry in simulator.requests()] == [403, 403, 200]


def test_credentials_need_an_activation_and_wait_until_they_are_known(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    shop = task("sqs_credentials", name="shop", permissions={"can_publish": True}, wait_interval=0.1)
    refused = ansible.play([shop | {"ignore_errors": True}], vars=way).last
    assert refused["error"]["type"] == "not_found"
    results = play(ansible, task("sqs", wait_interval=0.1), shop, shop, task("sqs_credentials_info"), **way)
    assert changes(results) == [True, True, False, False]
    assert len(results[1]["sqs_credentials"]["secret_key"]) == 36
    assert "secret_key" not in results[1]["diff"]["after"]
    assert "secret_key" not in results[2]["sqs_credentials"]
    assert "secret_key" not in results[3]["sqs_credentials"][0]
    ident = results[1]["sqs_credentials"]["id"]
    renamed = task("sqs_credentials", id=ident, name="office", permissions={"can_manage": True})
    assert changes(play(ansible, renamed, renamed, **way)) == [True, False]
    found = simulator.state("mnq.sqs_credentials")[0]
    assert found["name"] == "office"
    assert found["permissions"] == {"can_publish": True, "can_receive": False, "can_manage": True}


def test_nats_accounts_and_their_files(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    shop = task("nats_credentials", account="orders", name="shop")
    results = play(ansible, task("nats_account", name="orders"), task("nats_account", name="orders"), shop, shop, **way)
    assert changes(results) == [True, False, True, False]
    account, made = results[0]["nats_account"], results[2]["nats_credentials"]
    assert made["nats_account_id"] == account["id"]
    assert made["credentials"]["content"].startswith("-----BEGIN NATS USER JWT-----")
    assert "credentials" not in results[2]["diff"]["after"]
    assert "credentials" not in results[3]["nats_credentials"]
    later = [
        task("nats_account", id=account["id"], name="sales"),
        task("nats_credentials_info", account="sales"),
        task("nats_credentials", account=account["id"], name="shop"),
        task("nats_credentials", account="sales", name="shop", state="absent"),
        task("nats_credentials", account="sales", name="shop", state="absent"),
        task("nats_account", name="sales", state="absent"),
        task("nats_account", id=account["id"], state="absent"),
    ]
    results = play(ansible, *later, **way)
    assert changes(results) == [True, False, False, True, False, True, False]
    assert [found["id"] for found in results[1]["nats_credentials"]] == [made["id"]]
    assert [(method, path.rsplit("/", 1)[1]) for method, path in simulator.writes()[2:]] == [
        ("PATCH", account["id"]),
        ("DELETE", made["id"]),
        ("DELETE", account["id"]),
    ]


def test_bad_input_is_told_before_anything_is_written(ansible: Ansible, simulator: SimulatorProcess) -> None:
    wrong = {
        "id: 'orders' is no id of a NATS account": task("nats_account", id="orders", name="sales"),
        "account: there is no nats account named 'none'": task("nats_credentials", account="none", name="shop"),
        "one of the following is required: account, id": task("nats_credentials", name="shop"),
        "can_fly": task("sqs_credentials", name="shop", permissions={"can_fly": True}),
    }
    done = ansible.play([{**one, "ignore_errors": True} for one in wrong.values()])
    for told, result in zip(wrong, done.results):
        assert told in result["msg"], result["msg"]
    assert simulator.writes() == []
