# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Projects, and who may do what in them."""

from __future__ import annotations

from tests.families.account import KEY
from tests.families.case import Case, Contract, Tasks, Values
from tests.simulator.store import ORGANIZATION, PROJECT, USER

RULES = [
    {"permission_sets": ["VPCFullAccess", "InstancesFullAccess"], "projects": ["default"]},
    {"permission_sets": ["IAMReadOnly"], "organization": ORGANIZATION, "condition": "request.ip == '192.0.2.1'"},
]
TASKS: Tasks = {
    "scaleway_project": [
        {"name": "shop", "description": "all of it", "project": "is not looked for"},
        {"id": PROJECT, "name": "main"},
        {"id": USER, "name": "shop"},
        {"name": "shop", "state": "absent"},
    ],
    "scaleway_project_info": [{}, {"name": "def", "name_match": "contains"}],
    "scaleway_iam_application": [
        {"name": "deploy", "tags": ["a"]},
        {"name": "deploy", "description": "d", "tags": []},
        {"name": "deploy", "state": "absent"},
    ],
    "scaleway_iam_application_info": [{"tags": ["a"]}],
    "scaleway_iam_group": [
        {"name": "staff", "users": ["admin@example.com"]},
        {"name": "staff", "applications": ["nothing"]},
        {"name": "staff", "users": []},
        {"name": "staff", "state": "absent"},
    ],
    "scaleway_iam_group_info": [{}],
    "scaleway_iam_policy": [
        {"name": "web", "user": "admin@example.com", "rules": RULES},
        {"name": "new", "rules": RULES},
        {"name": "web", "rules": [{"permission_sets": ["InstanceFullAccess"], "projects": [PROJECT]}]},
        {"name": "web", "no_principal": True, "rules": []},
        {"name": "web", "state": "absent"},
    ],
    "scaleway_iam_policy_info": [{"name": "web"}],
    "scaleway_iam_permission_set_info": [{"name": "VPC", "name_match": "contains"}],
    "scaleway_iam_ssh_key": [
        {"name": "ada", "public_key": KEY},
        {"public_key": "-----BEGIN OPENSSH PRIVATE KEY-----"},
        {"public_key": KEY, "disabled": True},
        {"name": "ada", "state": "absent"},
    ],
    "scaleway_iam_ssh_key_info": [{"project": "default", "disabled": False}, {"project": "none"}],
    "scaleway_iam_user": [
        {"email": "grace@example.com", "tags": ["a"]},
        {"email": "nobody@example.com", "first_name": "No"},
        {"username": "none"},
        {"email": "admin@example.com", "state": "absent"},
        {"email": "grace@example.com", "state": "absent"},
    ],
    "scaleway_iam_user_info": [{"type": "owner"}],
    "scaleway_iam_api_key": [
        {"user": "admin@example.com", "description": "mine", "expires_at": "2039-01-31"},
        {"user": "admin@example.com", "description": "mine", "expires_at": "soon"},
        {"id": "SCW1", "state": "absent"},
        {"user": "admin@example.com", "description": "mine", "state": "absent"},
    ],
    "scaleway_iam_api_key_info": [{"user": "admin@example.com"}, {"id": "SCWXXXXXXXXXXXXXXXXX"}],
}
APPLICATION = {"community.scaleway.scaleway_iam_application": {"name": "origin"}}
CASES = [
    Case(
        "scaleway_project",
        "project",
        "account.project",
        {"description": "all of it"},
        {"description": ""},
        {"description": ""},
    ),
    Case(
        "scaleway_iam_application",
        "application",
        "iam.application",
        {"description": "deploys", "tags": ["a", "b"]},
        {"description": "", "tags": []},
        {"description": "", "tags": []},
    ),
    Case(
        "scaleway_iam_group",
        "group",
        "iam.group",
        {"description": "staff", "tags": ["a", "b"], "applications": ["origin"]},
        {"description": "all", "tags": ["c"], "users": ["admin@example.com"], "applications": []},
        {},
        before=[APPLICATION],
        creation=("POST", "PUT"),
        changes=[
            ("PATCH", {"description": "all", "tags": ["c"]}),
            ("PUT", {"user_ids": [USER], "application_ids": []}),
        ],
        shown=("description", "tags", "user_ids", "application_ids"),
    ),
    Case(
        "scaleway_iam_policy",
        "policy",
        "iam.policy",
        {"application": "origin", "tags": ["a", "b"], "rules": RULES},
        {"description": "", "tags": ["b"], "rules": [*reversed(RULES)]},
        {"tags": ["b"]},
        before=[APPLICATION],
    ),
    Case(
        "scaleway_iam_ssh_key",
        "ssh_key",
        "iam.ssh_key",
        {"public_key": KEY},
        {"public_key": KEY, "disabled": True},
        {"disabled": True},
    ),
    Case(
        "scaleway_iam_user",
        "user",
        "iam.user",
        {"tags": ["a", "b"]},
        {"tags": [], "locked": True},
        {},
        who=({"email": "web@example.com"}, {"email": "web-1@example.com"}, {"email": "my-web@example.com"}),
        changes=[("PATCH", {"tags": []}), ("POST", {})],
        shown=("tags", "locked"),
        twin={"email": "web@example.com"},
    ),
]
SECRETS: Tasks = {
    "scaleway_iam_user": [
        {
            "community.scaleway.scaleway_iam_user": {
                "email": "ada@example.com",
                "username": "ada",
                "password": "pass wörd/with & everything",
                "update_password": "always",
            }
        }
    ],
    "scaleway_iam_api_key": [
        APPLICATION,
        {"community.scaleway.scaleway_iam_api_key": {"application": "origin", "description": "once"}},
    ],
}
VALUES: Values = {"scaleway_iam_policy": {"no_principal": []}}  # there is an application
CONTRACTS = [
    Contract("account/v3", least=20, later=(".qualification",)),
    Contract("iam/v1alpha1", least=110),
]
