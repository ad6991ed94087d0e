# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Versions of secrets, and that nobody sees what they hold."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import quote, quote_plus

from tests.integration.test_lookups import answers
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Run

SECRET, VERSION = "community.scaleway.scaleway_secret", "community.scaleway.scaleway_secret_version"
HIDDEN = 'pä"ss w0rd/+&\nof two lines'
OTHER = "another-secret-value"
# They come from variables: Ansible quotes the lines of a playbook where something failed.
TOLD_HIDDEN, TOLD_OTHER = "{{ hidden }}", "{{ other }}"


def forms(secret: str) -> set[str]:
    """How a secret might show."""
    raw = secret.encode()
    return {
        secret,
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        quote(secret, safe=""),
        quote_plus(secret),
        base64.b64encode(raw).decode(),
        base64.b64encode(raw).decode().rstrip("="),
        base64.urlsafe_b64encode(raw).decode(),
    }


def assert_hidden(output: str, *secrets: str) -> None:
    for secret in secrets:
        for form in forms(secret):
            assert form not in output, form


def version(**options: Any) -> dict[str, Any]:
    return {VERSION: {"secret": "/prod/db", **options}, "ignore_errors": True}


def play(ansible: Ansible, tasks: list[dict[str, Any]], *options: str, **more: Any) -> Run:
    variables = ansible.folder / "variables.json"
    variables.write_text(json.dumps({"hidden": HIDDEN, "other": OTHER}))
    done = ansible.play(tasks, "-vvvv", "--diff", "-e", f"@{variables}", *options, **more)
    assert len(done.results) == len(tasks), done.output
    return done


def kept(simulator: SimulatorProcess) -> list[tuple[str, bytes]]:
    """Status and content of the versions of the only secret."""
    (secret,) = simulator.state("secret.secret")
    return [(one["status"], base64.b64decode(one["_data"])) for one in secret["_versions"]]


def test_versions(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    binary = base64.b64encode(b"\x00\xff binary").decode()
    first = [{SECRET: {"name": "db", "path": "/prod"}}, version(data=TOLD_HIDDEN, description="first")]
    checked = play(ansible, [*first[:1], version(data=TOLD_HIDDEN)], "--check", vars=way)
    assert checked.last["changed"] is True
    assert "there is no secret named '/prod/db'" in checked.last["warnings"][0]
    assert_hidden(checked.output + json.dumps(checked.results), HIDDEN)
    assert simulator.writes() == []

    done = play(ansible, [*first, version(data=TOLD_HIDDEN), version(data=TOLD_OTHER, disable_previous=True)], vars=way)
    assert [result["changed"] for result in done.results] == [True, True, False, True], done.output
    assert [result["secret_version"]["revision"] for result in done.results[1:]] == [1, 1, 2]
    assert kept(simulator) == [("disabled", HIDDEN.encode()), ("enabled", OTHER.encode())]
    assert_hidden(done.output + json.dumps(done.results), HIDDEN, OTHER)

    simulator.clear_requests()
    done = play(ansible, [version(data=TOLD_OTHER), version(data=TOLD_HIDDEN)], "--check", vars=way)
    assert [result["changed"] for result in done.results] == [False, True]
    assert simulator.writes() == []
    assert_hidden(done.output + json.dumps(done.results), HIDDEN, OTHER)

    tasks = [
        version(revision="1", enabled=True, description="again"),
        version(revision="1", enabled=True),
        version(revision="latest", enabled=False),
        version(data=TOLD_HIDDEN),  # the newest that is enabled is the first
        version(data_base64=binary, enabled=False, compare_data=False),
        version(revision="2", state="absent"),
        version(revision="2", state="absent"),
        version(revision="2", enabled=True),
        version(data={"user": "web", "password": TOLD_HIDDEN}),
        version(data={"password": TOLD_HIDDEN, "user": "web"}),
        version(data={"user": "web", "password": TOLD_HIDDEN}, compare_data=False),
    ]
    done = play(ansible, tasks, vars=way)
    assert [result["changed"] for result in done.results] == [
        *(True, False, True, False, True, True, False, False, True, False, True)
    ]
    assert "revision: there is no secret version with 2" in done.results[7]["msg"]
    diff = done.results[0]["diff"]
    assert (diff["before"]["status"], diff["after"]["status"]) == ("disabled", "enabled")
    pairs = json.dumps({"user": "web", "password": HIDDEN}).encode()
    assert kept(simulator) == [
        ("enabled", HIDDEN.encode()),
        ("scheduled_for_deletion", OTHER.encode()),
        ("disabled", b"\x00\xff binary"),
        ("enabled", pairs),
        ("enabled", pairs),
    ]
    assert_hidden(done.output + json.dumps(done.results), HIDDEN, OTHER, pairs.decode())


def test_what_is_wrong_is_told_before_anything_is_written(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    policy = {"action": "disable", "expires_once_accessed": True}
    made = play(
        ansible,
        [
            {SECRET: {"name": "db", "path": "/prod", "type": "key_value"}},
            {SECRET: {"name": "once", "ephemeral_policy": policy, "protected": True}},
            {VERSION: {"secret": "once", "data": TOLD_HIDDEN}},
        ],
        vars=way,
    )
    assert made.returncode == 0, made.output
    simulator.clear_requests()
    tasks = {
        "data and revision|mutually exclusive": version(data=TOLD_HIDDEN, revision="1"),
        "a secret is a text that is not empty": version(data=""),
        "data_base64: what is given is no base64": version(data_base64=TOLD_HIDDEN),
        "at most 64 KiB, and this is 70000 bytes": version(data="x" * 70000),
        "revision: 'newest' is no revision": version(revision="newest", enabled=True),
        "enabled: a disabled version cannot be read": version(data=TOLD_HIDDEN, enabled=False),
        "expires once it is read": {VERSION: {"secret": "once", "data": TOLD_OTHER}, "ignore_errors": True},
        "is protected. Set protected to false": {SECRET: {"name": "once", "state": "absent"}, "ignore_errors": True},
        "name: '/a/b' holds a slash": {SECRET: {"name": "/a/b"}, "ignore_errors": True},
        "type is 'opaque' and 'certificate' was asked for": {
            SECRET: {"name": "once", "type": "certificate"},
            "ignore_errors": True,
        },
        "there is no secret named '/other/db'": version(secret="/other/db", data=TOLD_HIDDEN),
    }
    done = play(ansible, list(tasks.values()), vars=way)
    for told, result in zip(tasks, done.results):
        assert result["failed"] is True, told
        assert told.split("|")[-1] in result["msg"]
    assert simulator.writes() == []
    assert_hidden(done.output + json.dumps(done.results), HIDDEN, OTHER)
    # What the API itself refuses names no value either; and what was said is done.
    done = play(
        ansible,
        [
            version(data=TOLD_HIDDEN),
            {VERSION: {"secret": "once", "data": TOLD_OTHER, "compare_data": False}},
            {SECRET: {"name": "once", "protected": False, "state": "absent"}},
            {SECRET: {"name": "once"}},
        ],
        vars=way,
    )
    assert "is no JSON" in done.results[0]["msg"]
    assert [result["changed"] for result in done.results[1:]] == [True, True, True]
    assert_hidden(done.output + json.dumps(done.results), HIDDEN, OTHER)


def test_a_secret_moves_and_changes(ansible: Ansible, simulator: SimulatorProcess) -> None:
    policy = {"action": "disable", "time_to_live": "30m"}
    tasks: list[dict[str, Any]] = [
        {SECRET: {"name": "db", "path": "/prod/", "ephemeral_policy": policy, "protected": True}},
        {SECRET: {"name": "db", "path": "/prod", "ephemeral_policy": policy, "protected": True}},
        {SECRET: {"name": "db", "path": "/prod", "ephemeral_policy": {"action": "delete"}, "protected": False}},
        {SECRET: {"id": "{{ made.secret.id }}", "path": "/", "name": "moved"}},
        {SECRET: {"name": "moved"}},
        {SECRET: {"name": "db", "path": "/prod", "state": "absent"}},
    ]
    tasks[0]["register"] = "made"
    done = play(ansible, tasks)
    assert [result["changed"] for result in done.results] == [True, False, True, True, False, False], done.output
    (secret,) = simulator.state("secret.secret")
    assert (secret["name"], secret["path"], secret["protected"]) == ("moved", "/", False)
    assert secret["ephemeral_policy"] == {"action": "delete", "time_to_live": "1800s", "expires_once_accessed": False}
    paths = [path.rpartition("/")[2] for method, path in simulator.writes() if method == "POST"]
    assert paths == ["secrets", "unprotect"]


def test_a_lost_answer_makes_no_second_version(ansible: Ansible, simulator: SimulatorProcess) -> None:
    assert ansible.module("scaleway_secret", {"name": "db", "path": "/prod"})["changed"]
    for number, options in enumerate([{}, {"compare_data": False}, {"compare_data": False, "enabled": False}], start=1):
        simulator.fault(method="POST", path="/versions$", reset="after")
        result = play(ansible, [version(data=TOLD_HIDDEN, **options)]).last
        assert result["changed"] is True
        assert result["secret_version"]["revision"] == number
        assert len(kept(simulator)) == number
    assert kept(simulator)[-1][0] == "disabled"


def test_who_may_not_read_is_told_what_to_do(ansible: Ansible, simulator: SimulatorProcess) -> None:
    made = play(ansible, [{SECRET: {"name": "db", "path": "/prod"}}, version(data=TOLD_HIDDEN)])
    assert made.last["changed"]
    refusal = {"type": "permissions_denied", "message": "no", "details": []}
    simulator.fault(method="GET", path="/access$", status=403, body=refusal, times=None)
    done = play(ansible, [version(data=TOLD_OTHER), version(data=TOLD_OTHER, compare_data=False)])
    assert "Set compare_data to false" in done.results[0]["msg"]
    assert done.results[1]["changed"] is True


def test_lists(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    info = "community.scaleway.scaleway_secret_info"
    key = "community.scaleway.scaleway_key"
    done = play(
        ansible,
        [
            {key: {"name": "own", "usage": {"symmetric_encryption": "aes_256_gcm"}}},
            {SECRET: {"name": "db", "path": "/prod", "tags": ["a", "b"], "kms_key": "own"}},
            {SECRET: {"name": "db", "path": "/prod", "kms_key": "own"}},
            {SECRET: {"name": "web", "type": "certificate"}},
            {SECRET: {"name": "db", "region": "nl-ams"}},
            {SECRET: {"name": "gone"}},
            {SECRET: {"name": "gone", "state": "absent"}},
            version(data=TOLD_HIDDEN),
            version(data=TOLD_OTHER),
            version(revision="1", state="absent"),
            {info: {"region": "all"}},
            {info: {"path": "/prod", "tags": ["a"]}},
            {info: {"type": "certificate", "name": "w", "name_match": "contains"}},
            {info: {"path": "/none"}},
            {"community.scaleway.scaleway_secret_version_info": {"secret": "/prod/db"}},
        ],
        vars=way,
    )
    assert done.results[1]["secret"]["key_id"] == done.results[0]["key"]["id"], done.output
    assert done.results[2]["changed"] is False
    names = [sorted(found["name"] for found in result["secrets"]) for result in done.results[10:14]]
    assert names == [["db", "db", "web"], ["db"], ["web"], []]
    assert [found["revision"] for found in done.last["versions"]] == [2]
    assert_hidden(done.output + json.dumps(done.results), HIDDEN, OTHER)


def test_an_error_does_not_show_what_was_sent(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    """Even when the API's answer holds it."""
    assert ansible.module("scaleway_secret", {"name": "db", "path": "/prod"})["changed"]
    told = f"{HIDDEN} {base64.b64encode(HIDDEN.encode()).decode()} {quote(HIDDEN)}"
    body = {"type": "invalid_arguments", "message": told, "details": [{"argument_name": "data", "help_message": told}]}
    simulator.fault(method="POST", path="/versions$", status=400, body=body)
    done = play(ansible, [version(data=TOLD_HIDDEN)], vars=way)
    assert done.last["failed"] is True
    assert_hidden(done.output + json.dumps(done.results), HIDDEN)


def test_lookup(ansible: Ansible, simulator: SimulatorProcess) -> None:
    pairs = {"user": "web", "password": HIDDEN, "port": "5432"}
    made = ansible.play(
        [
            {SECRET: {"name": "db", "path": "/prod", "type": "key_value"}, "register": "made"},
            version(data={**pairs, "user": "old"}),
            version(data=pairs),
            {SECRET: {"name": "blob"}},
            {VERSION: {"secret": "blob", "data_base64": base64.b64encode(b"\x00\xff").decode()}},
            {VERSION: {"secret": "blob", "data": OTHER + "{{ '{{' }} 1 + 1 {{ '}}' }}"}},
            {VERSION: {"secret": "blob", "revision": "2", "enabled": False}},
            {SECRET: {"name": "plain", "region": "nl-ams"}},
            {VERSION: {"secret": "plain", "data": "{{ braces }} 1 + 1 {{ '}}' }}", "region": "nl-ams"}},
            {SECRET: {"name": "empty"}},
        ],
        vars={"braces": "{{ '{{' }}"},
    )
    assert made.returncode == 0, made.output
    ident = made.results[0]["secret"]["id"]
    simulator.clear_requests()
    found = answers(
        ansible,
        "scaleway_secret",
        "'/prod/db', field='password'",
        f"'{ident}', format='json', project='{made.results[0]['secret']['project_id']}'",
        "'/prod/db', field='user', revision=1",
        "['/prod/db', '/prod/db/'[:-1]], field='port', revision='latest'",
        "'blob', format='base64'",
        "'plain', region='nl-ams'",
        "'blob', format='bytes'",
    )
    assert [result.get("found") for result in found[:6]] == [
        [HIDDEN],
        [pairs],
        ["old"],
        ["5432", "5432"],
        [base64.b64encode(b"\x00\xff").decode()],
        ["{{ 1 + 1 }}"],
    ]
    assert {entry["method"] for entry in simulator.requests()} == {"GET"}
    wrong = {
        "secret: there is no secret named 'db' in fr-par": "'db'",
        "has no version 7 in fr-par": "'/prod/db', revision=7",
        "revision: 'newest' is no revision": "'/prod/db', revision='newest'",
        "The version latest of the secret": "'blob', revision='latest'",
        "has no version latest_enabled": "'empty'",
        "The secret is no text in UTF-8": "'blob'",
        "The secret is no JSON": "'plain', region='nl-ams', field='user'",
        "The secret has no field 'pass'. It has password, port, user": "'/prod/db', field='pass'",
        "region: 'moon' is no region": "'/prod/db', region='moon'",
    }
    told = answers(ansible, "scaleway_secret", *wrong.values())
    for text, result in zip(wrong, told):
        assert result["failed"] is True, text
        assert text in result["msg"]
    assert_hidden(json.dumps(told), HIDDEN, OTHER)
