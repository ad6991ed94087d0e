# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Projects by name, and what is special about the resources of IAM."""

from __future__ import annotations

import textwrap
from typing import Any

from tests.families.account import KEY
from tests.families.identity import RULES
from tests.integration.test_lookups import answers
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT, USER
from tests.tools.ansible_process import Ansible, Run
from tests.tools.link_collection import ROOT

REFUSED = {"type": "permissions_denied", "message": "the key lacks a permission", "details": []}
UNKNOWN = {"type": "not_found", "message": "resource is not found", "resource": "access_key"}
OTHER_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d bob@example.com"


def task(module: str, /, check: Any = False, **options: Any) -> dict[str, Any]:
    keywords = {"check_mode": check, "ignore_errors": True, "diff": True}
    return {f"community.scaleway.scaleway_{module}": options, **keywords}


def sent(simulator: SimulatorProcess, run: Run, step: int) -> list[tuple[str, str, Any]]:
    """Method, path and body of what one task sent that could change something."""
    log = simulator.requests()[run.requests[step - 1] if step else 0 : run.requests[step]]
    return [(entry["method"], entry["path"], entry["body"]) for entry in log if entry["method"] != "GET"]


def test_a_project_by_its_name(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    volume = {"name": "data-{{ item }}", "size": "1GB", "project": "shop"}
    gone = [task("volume", name="data-0", project="shop", state="absent"), task("project", name="shop", state="absent")]
    run = ansible.play(
        [
            task("project", name="shop"),
            {**task("volume", **volume), "loop": list(range(5))},
            task("volume_info", project="shop"),
            task("volume_info", project=PROJECT),
            task("project", name="shop", state="absent"),
            {**task("volume", **{**volume, "state": "absent"}), "loop": list(range(5))},
            task("project", name="shop", state="absent"),
            *gone,
            task("server", name="web", project="shop", state="absent"),
            task("volume", id=PROJECT, project="shop", state="absent"),
            task("volume", name="data-0", size="1GB", project="shop"),
        ],
        vars=way,
    )
    made, filled, listed, others, refused, emptied, deleted, *again, by_id, missing = run.results
    ident = made["project"]["id"]
    assert [found["volume"]["project"] for found in filled["results"]] == [ident] * 5
    assert [found["name"] for found in listed["volumes"]] == [f"data-{number}" for number in range(5)]
    assert others["volumes"] == []
    assert refused["failed"] is True
    assert refused["error"]["type"] == "precondition_failed"
    assert emptied["changed"] is deleted["changed"] is True
    assert [result["changed"] for result in again] == [False, False, False]
    for result in (by_id, missing):
        assert result["msg"] == "project: there is no project named 'shop'. Give its exact name or its id."
    lookups = [
        entry["query"]
        for entry in simulator.requests()[run.requests[0] : run.requests[1]]
        if "account" in entry["path"]
    ]
    if way["scaleway_in_process"]:
        assert lookups == [f"name=shop&organization_id={ORGANIZATION}&page_size=100"]
    listing = simulator.requests()[run.requests[2] : run.requests[3]]
    assert [entry["path"] for entry in listing] == ["/instance/v1/zones/fr-par-1/volumes"]


def test_the_lookup_of_a_project(ansible: Ansible, simulator: SimulatorProcess) -> None:
    results = answers(ansible, "scaleway_project", f"'default', '{USER}'", "'defaul'", "''")
    assert results[0]["found"] == [PROJECT, USER]
    assert "there is no project named 'defaul'" in results[1]["msg"]
    assert "'' is no name and no id" in results[2]["msg"]


def test_policies(ansible: Ansible, simulator: SimulatorProcess) -> None:
    unknown = [{"permission_sets": ["InstanceFullAccess"], "projects": [PROJECT]}]
    both = [{"permission_sets": ["VPCReadOnly"], "projects": [PROJECT], "organization": ORGANIZATION}]
    run = ansible.play(
        [
            task("iam_application", name="deploy"),
            task("iam_policy", name="p", rules=RULES),
            task("iam_policy", name="p", application="deploy", user=USER),
            task("iam_policy", name="p", application="deploy", rules=unknown),
            task("iam_policy", name="p", application="deploy", rules=both),
            task("iam_policy", name="p", application="deploy", rules=RULES),
            task("iam_policy", name="p", rules=RULES[:1]),
            task("iam_policy", name="p", rules=RULES[:1], user="admin@example.com", check=True),
            task("iam_policy", name="p", rules=RULES[:1], user="admin@example.com"),
            task("iam_policy", name="p", rules=[{"permission_sets": ["VPCReadOnly"], "projects": ["gone"]}]),
            task(
                "iam_policy",
                name="p",
                rules=[{"permission_sets": ["VPCReadOnly"], "projects": ["gone"]}],
                state="absent",
            ),
        ]
    )
    told = [result["msg"] for result in run.results[1:5]]
    assert told == [
        "There is no such policy yet: user, group or application must be set to create it, or no_principal to true.",
        "user and application: a policy is for one principal. Give one of user, group and application, or no_principal.",
        "rules: there is no permission set 'InstanceFullAccess'. Did you mean InstancesFullAccess or ContainersFullAccess?",
        "rules[0]: a rule is about projects or about an organization. Give either projects or organization.",
    ]
    assert [sent(simulator, run, step) for step in (1, 2, 3, 4)] == [[]] * 4
    made, fewer, checked, changed = run.results[5:9]
    application = run.results[0]["application"]["id"]
    (create,) = sent(simulator, run, 5)
    names = [rule["permission_set_names"] for rule in create[2]["rules"]]
    assert (names, create[2]["application_id"]) == (
        [["IAMReadOnly"], ["InstancesFullAccess", "VPCFullAccess"]],
        application,
    )
    rule = {"permission_set_names": names[1], "condition": "", "project_ids": [PROJECT]}
    body = {"rules": [rule], "policy_id": made["policy"]["id"]}
    assert sent(simulator, run, 6) == [("PUT", "/iam/v1alpha1/rules", body)]
    assert (fewer["policy"]["rules"], len(fewer["diff"]["before"]["rules"])) == ([rule], 2)
    assert sent(simulator, run, 7) == []
    assert [entry[2] for entry in sent(simulator, run, 8)] == [{"user_id": USER}]
    assert checked["diff"]["after"] == changed["diff"]["after"]
    assert "application_id" not in changed["policy"]
    assert "there is no project named 'gone'" in run.results[9]["msg"]
    assert run.results[10]["changed"] is True


def test_api_keys(ansible: Ansible, simulator: SimulatorProcess) -> None:
    mine = {"application": "deploy", "description": "pipeline"}
    run = ansible.play(
        [
            task("iam_application", name="deploy"),
            task("iam_api_key", **mine, check=True),
            task("iam_api_key", **mine, expires_at="2039-01-31"),
            task("iam_api_key", **mine, expires_at="2039-01-31T01:00:00+01:00"),
            task("iam_api_key", **mine, expires_at="", default_project="default"),
            task("iam_api_key", **mine, rotate=True, check=True),
            task("iam_api_key", **mine, rotate=True),
            task("iam_api_key_info", application="deploy"),
            task("iam_api_key", **mine, state="absent"),
            task("iam_api_key", **mine, state="absent"),
        ],
        "-vvv",
    )
    checked, made, same, endless, predicted, rotated, listed, *gone = run.results[1:]
    assert [result["changed"] for result in run.results[1:7]] == [True, True, False, True, True, True]
    assert "secret_key" not in checked["api_key"]
    assert made["api_key"]["secret_key"]
    assert same["api_key"]["secret_key"] is None
    assert [entry[0] for entry in sent(simulator, run, 4)] == ["PATCH"]
    assert endless["api_key"]["expires_at"] is None
    assert sent(simulator, run, 5) == []
    old, new = made["api_key"]["access_key"], rotated["api_key"]["access_key"]
    methods = [(entry[0], entry[1].rpartition("/")[2]) for entry in sent(simulator, run, 6)]
    assert methods == [("POST", "api-keys"), ("DELETE", old)]
    assert predicted["api_key"]["default_project_id"] == rotated["api_key"]["default_project_id"] == PROJECT
    assert rotated["api_key"]["secret_key"] not in (None, made["api_key"]["secret_key"])
    assert [(key["access_key"], key["secret_key"]) for key in listed["api_keys"]] == [(new, None)]
    assert [result["changed"] for result in gone] == [True, False]
    for result in run.results:
        assert "secret_key" not in str(result.get("diff"))


def test_api_keys_that_are_too_old(ansible: Ansible, simulator: SimulatorProcess) -> None:
    mine = {"user": "admin@example.com", "description": "pipeline"}
    first = ansible.play([task("iam_api_key", **mine, rotate_after="90d")]).last["api_key"]["access_key"]
    ages = {"created_at": "2020-01-01T00:00:00.000000Z"}
    simulator.control("POST", "change", {"kind": "iam.api_key", "id": first, "changes": ages})
    run = ansible.play(
        [
            task("iam_api_key", **mine, rotate_after="often"),
            task("iam_api_key", **mine, rotate_after="36500d"),
            task("iam_api_key", **mine, rotate_after="90d"),
            task("iam_api_key", **mine, rotate_after="90d"),
        ]
    )
    assert run.results[0]["msg"].startswith("rotate_after: 'often' is no duration")
    assert [result["changed"] for result in run.results] == [False, False, True, False]
    new = run.results[2]["api_key"]["access_key"]
    assert new != first
    assert [key["access_key"] for key in simulator.state("iam.api_key")] == [new]


def test_what_was_just_made_may_be_unknown_for_a_while(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.fault(method="GET", path="/api-keys/", status=404, body=UNKNOWN, times=2)
    simulator.fault(method="GET", path="/policies/", status=403, body=REFUSED, times=2)
    quick = {"wait_interval": 0.1}
    run = ansible.play(
        [
            task("iam_application", name="deploy"),
            task("iam_policy", name="p", application="deploy", rules=RULES, **quick),
            task("iam_api_key", application="deploy", description="d", **quick),
        ]
    )
    assert [result["changed"] for result in run.results] == [True] * 3, run.output
    key = run.results[2]["api_key"]
    # The new key is not known everywhere, and the policy does not count yet.
    simulator.fault(path="/applications", status=401, body={"type": "denied_authentication", "message": "?"}, times=1)
    simulator.fault(path="/applications", status=403, body=REFUSED, times=1)
    as_new = {"secret_key": key["secret_key"], "organization": ORGANIZATION}
    run = ansible.play(
        [
            task("iam_application_info", **as_new),
            task("iam_application_info", **as_new, permission_timeout=20),
        ]
    )
    assert run.results[0]["failed"] is True
    assert [found["name"] for found in run.results[1]["applications"]] == ["deploy"]
    assert key["secret_key"] not in run.output
    simulator.fault(method="GET", path="/api-keys/", status=404, body=UNKNOWN, times=None)
    late = ansible.play(
        [task("iam_api_key", application="deploy", description="late", wait_timeout=1, wait_interval=0.3)]
    ).last
    assert late["failed"] is True
    assert late["changed"] is True
    assert late["api_key"]["secret_key"]  # which would be lost otherwise


def test_groups_and_users(ansible: Ansible, simulator: SimulatorProcess) -> None:
    password = "s3cret passw&rd"
    ada = {"email": "ada@example.com", "username": "ada", "password": password}
    run = ansible.play(
        [
            task("iam_user", **ada, first_name="Ada", tags=["a"], locked=True),
            task("iam_user", **ada),
            task("iam_user", **ada, update_password="always", locked=False),
            task("iam_user", email="ADA@example.com", username="lovelace"),
            task("iam_group", name="staff", users=["lovelace", "admin@example.com"]),
            task("iam_group", name="staff", users=["admin@example.com", "ada@example.com"]),
            task("iam_group", name="staff", users=["nobody"]),
            task("iam_group", name="staff", users=["nobody"], state="absent"),
            task("iam_user", email="ada@example.com", state="absent"),
        ],
        "-vvvv",
    )
    assert [result.get("changed") for result in run.results] == [
        True,
        False,
        True,
        True,
        True,
        False,
        False,
        True,
        True,
    ]
    made, _same, unlocked, renamed = run.results[:4]
    paths = [(entry[0], entry[1].rpartition("/")[2]) for entry in sent(simulator, run, 0)]
    assert paths == [("POST", "users"), ("POST", "lock")]
    assert (made["user"]["username"], made["user"]["locked"], made["user"]["status"]) == ("ada", True, "activated")
    paths = [(entry[0], entry[1].rpartition("/")[2]) for entry in sent(simulator, run, 2)]
    assert sorted(paths) == [("POST", "unlock"), ("POST", "update-password")]
    assert unlocked["user"]["locked"] is False
    assert renamed["user"]["username"] == "lovelace"
    assert "users[0]: there is no user named 'nobody'" in run.results[6]["msg"]
    assert password not in run.output
    assert [found["email"] for found in simulator.state("iam.user")] == ["admin@example.com"]


def test_ssh_keys(ansible: Ansible, simulator: SimulatorProcess) -> None:
    private = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU"
    run = ansible.play(
        [
            task("sshkey", ssh_pub_key=KEY),
            task("iam_ssh_key", public_key=KEY),
            task("iam_ssh_key", name="ada@example.com", public_key=OTHER_KEY),
            task("iam_ssh_key", name="ada@example.com", public_key=OTHER_KEY, recreate=True),
            task("iam_ssh_key", public_key=KEY),
            task("iam_ssh_key", name="x", public_key=private),
            task("iam_ssh_key", name="x", public_key="ssh-ed25519 AAAAC3NzaC1yc2E="),
            task("iam_ssh_key", public_key=OTHER_KEY, state="absent"),
        ]
    )
    assert [bool(result.get("failed")) for result in run.results] == [
        False,
        False,
        True,
        False,
        True,
        True,
        True,
        False,
    ]
    assert [result["changed"] for result in run.results] == [True, False, False, True, False, False, False, True]
    assert "recreate" in run.results[2]["msg"]
    for result in run.results[5:7]:
        assert "this is no SSH public key" in result["msg"]
        assert "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU" not in result["msg"]
    assert simulator.state("iam.ssh_key") == []


def test_the_playbook_of_the_guide(ansible: Ansible, simulator: SimulatorProcess) -> None:
    guide = (ROOT / "docs" / "docsite" / "rst" / "identity.rst").read_text(encoding="utf-8")
    book = textwrap.dedent(guide.split(".. code-block:: yaml\n")[1].split("\nRights that")[0])
    for changed in (True, False):
        run = ansible.playbook(book, "-v")
        assert run.returncode == 0, run.output
        assert [bool(result.get("changed")) for result in run.results[:3]] == [changed] * 3
    (group,) = simulator.state("instance.placement_group")
    assert group["project"] == next(
        found["id"] for found in simulator.state("account.project") if found["name"] == "shop"
    )
