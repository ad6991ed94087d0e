# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iam_policy
short_description: Manage policies of IAM
description:
  - Create, change, and delete policies of Scaleway IAM, which say what a user, a group, or an application may do.
  - A policy is found by its exact name in its organization, or by its ID.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state
  - community.scaleway.wait
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the policy.
      - Needed unless O(id) is set. Together with O(id) it is the name that the policy gets.
    type: str
  description:
    description:
      - What the policy is for. An empty text removes it.
    type: str
  user:
    description:
      - The user that the policy is for, by ID, e-mail address, or user name.
      - A new policy needs one of O(user), O(group), O(application), and O(no_principal). A policy is for one of them. Another one takes its place.
    type: str
  group:
    description:
      - The group that the policy is for, by ID or name.
    type: str
  application:
    description:
      - The application that the policy is for, by ID or name.
    type: str
  no_principal:
    description:
      - Whether the policy is for nobody, for the time being.
    type: bool
  rules:
    description:
      - What is allowed, as a whole. Rules that are not here are removed. An empty list removes all of them.
      - The order of the rules does not count.
    type: list
    elements: dict
    suboptions:
      permission_sets:
        description:
          - The names of permission sets, for example V(InstancesReadOnly), in any order.
          - M(community.scaleway.scaleway_iam_permission_set_info) lists them.
        type: list
        elements: str
        required: true
      projects:
        description:
          - The projects in which they are allowed, by ID or name, in any order.
        type: list
        elements: str
      organization:
        description:
          - The ID of the organization in which they are allowed, in all of its projects.
          - Each rule has either this or O(rules[].projects).
        type: str
      condition:
        description:
          - An expression that says when the rule counts.
        type: str
notes:
  - A policy takes up to some minutes until it counts everywhere. Set O(permission_timeout) for the tasks that depend on it.
seealso:
  - module: community.scaleway.scaleway_iam_policy_info
  - module: community.scaleway.scaleway_iam_permission_set_info
"""

EXAMPLES = r"""
- name: Make a project and an application
  community.scaleway.scaleway_project:
    name: shop

- name: Make an application
  community.scaleway.scaleway_iam_application:
    name: deploy

- name: Let the application work in one project, and look at everything
  community.scaleway.scaleway_iam_policy:
    name: deploy
    application: deploy
    rules:
      - permission_sets: [InstancesFullAccess, VPCFullAccess]
        projects: [shop]
      - permission_sets: [AllProductsReadOnly]
        organization: "{{ lookup('ansible.builtin.env', 'SCW_DEFAULT_ORGANIZATION_ID') }}"

- name: Let nobody have these rights for now
  community.scaleway.scaleway_iam_policy:
    name: deploy
    no_principal: true

- name: Delete the policy
  community.scaleway.scaleway_iam_policy:
    name: deploy
    state: absent
"""

RETURN = r"""
policy:
  description:
    - The policy as the API describes it. Empty when there is none any more.
    - In check mode it is the policy as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the policy
  type: dict
  contains:
    id:
      description: The ID of the policy.
      returned: when the policy exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: Its name.
      returned: success
      type: str
      sample: deploy
    description:
      description: What it is for.
      returned: success
      type: str
      sample: What the program that deploys may do
    user_id:
      description: The ID of the user it is for.
      returned: when it is for a user
      type: str
      sample: 44444444-4444-4444-8444-444444444444
    group_id:
      description: The ID of the group it is for.
      returned: when it is for a group
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    application_id:
      description: The ID of the application it is for.
      returned: when it is for an application
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    no_principal:
      description: Whether it is for nobody.
      returned: when it is for nobody
      type: bool
      sample: true
    rules:
      description: Its rules, in a fixed order.
      returned: when O(rules) is set
      type: list
      elements: dict
      sample: [{"permission_set_names": ["AllProductsReadOnly"], "condition": "", "organization_id": "33333333-3333-4333-8333-333333333333"}]
    tags:
      description: Its tags.
      returned: success
      type: list
      elements: str
      sample: []
    organization_id:
      description: The ID of its organization.
      returned: success
      type: str
      sample: 33333333-3333-4333-8333-333333333333
    created_at:
      description: When it was created.
      returned: when it exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
    updated_at:
      description: When it was changed last.
      returned: when it exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
    editable:
      description: Whether it can be changed.
      returned: when it exists
      type: bool
      sample: true
    deletable:
      description: Whether it can be deleted.
      returned: when it exists
      type: bool
      sample: true
    managed:
      description: Whether Scaleway itself looks after it.
      returned: when it exists
      type: bool
      sample: false
    nb_rules:
      description: How many rules it has.
      returned: when it exists
      type: int
      sample: 1
    nb_scopes:
      description: How many projects and organizations they are about.
      returned: when it exists
      type: int
      sample: 1
    nb_permission_sets:
      description: How many permission sets they name.
      returned: when it exists
      type: int
      sample: 1
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._identity import POLICY
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    POLICY,
    {
        "name": {"type": "str"},
        "description": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
        "user": {"type": "str"},
        "group": {"type": "str"},
        "application": {"type": "str"},
        "no_principal": {"type": "bool"},
        "rules": {
            "type": "list",
            "elements": "dict",
            "options": {
                "permission_sets": {"type": "list", "elements": "str", "required": True},
                "projects": {"type": "list", "elements": "str"},
                "organization": {"type": "str"},
                "condition": {"type": "str"},
            },
        },
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
