# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaleway's own Python SDK against the simulator: projects and IAM."""

from __future__ import annotations

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT, USER


def test_life_cycle_of_a_project(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.account.v3 import AccountV3ProjectAPI

    api = AccountV3ProjectAPI(client)
    made = api.create_project(description="all of it", name="sdk")
    assert (made.name, made.description, made.organization_id) == ("sdk", "all of it", ORGANIZATION)
    assert api.update_project(project_id=made.id, name="renamed").name == "renamed"
    assert [project.id for project in api.list_projects_all(name="renamed")] == [made.id]
    api.delete_project(project_id=made.id)
    assert [project["id"] for project in simulator.state("account.project")] == [PROJECT]


def test_life_cycle_of_who_may_do_what(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.iam.v1alpha1 import IamV1Alpha1API, RuleSpecs

    api = IamV1Alpha1API(client)
    application = api.create_application(description="", name="sdk", tags=["a"])
    assert api.update_application(application_id=application.id, tags=["b"]).tags == ["b"]
    group = api.create_group(description="", name="sdk")
    group = api.set_group_members(group_id=group.id, user_ids=[USER], application_ids=[application.id])
    assert api.remove_group_member(group_id=group.id, user_id=USER).application_ids == [application.id]
    names = {found.name for found in api.list_permission_sets_all()}
    assert {"InstancesReadOnly", "IAMManager"} <= names
    rule = RuleSpecs(condition="", permission_set_names=["InstancesReadOnly"], project_ids=[PROJECT])
    policy = api.create_policy(description="", name="sdk", rules=[rule], group_id=group.id)
    assert [found.project_ids for found in api.list_rules_all(policy_id=policy.id)] == [[PROJECT]]
    wider = RuleSpecs("", ["IAMManager"], project_ids=None, organization_id=ORGANIZATION)
    assert len(api.set_rules(policy_id=policy.id, rules=[rule, wider]).rules) == 2
    assert api.get_policy(policy_id=policy.id).nb_rules == 2
    assert api.update_policy(policy_id=policy.id, application_id=application.id).group_id is None
    key = api.create_api_key(description="sdk", application_id=application.id)
    assert key.secret_key
    assert api.get_api_key(access_key=key.access_key).secret_key is None
    assert [found.access_key for found in api.list_api_keys_all(bearer_id=application.id)] == [key.access_key]
    assert api.get_application(application_id=application.id).nb_api_keys == 1
    api.delete_policy(policy_id=policy.id)
    api.delete_group(group_id=group.id)
    api.delete_api_key(access_key=key.access_key)
    api.delete_application(application_id=application.id)
    for kind in ("policy", "group", "api_key", "application"):
        assert simulator.state(f"iam.{kind}") == []


def test_life_cycle_of_users_and_their_keys(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.iam.v1alpha1 import IamV1Alpha1API

    api = IamV1Alpha1API(client)
    user = api.create_user(email="sdk@example.com", tags=["a"])
    assert str(user.status) == "invitation_pending"
    assert api.update_user(user_id=user.id, tags=[]).tags == []
    assert api.update_user_username(user_id=user.id, username="sdk").username == "sdk"
    assert api.lock_user(user_id=user.id).locked is True
    assert {found.id for found in api.list_users_all()} == {USER, user.id}
    public = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d"
    key = api.create_ssh_key(public_key=f"{public} sdk", name="sdk")
    assert api.get_ssh_key(ssh_key_id=key.id).public_key == public
    assert api.update_ssh_key(ssh_key_id=key.id, disabled=True).disabled is True
    api.delete_ssh_key(ssh_key_id=key.id)
    api.delete_user(user_id=user.id)
    assert simulator.state("iam.ssh_key") == []
