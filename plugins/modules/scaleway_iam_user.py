# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iam_user
short_description: Manage users of an organization
description:
  - Invite users to a Scaleway organization, create members of it, change, and remove them.
  - A user is found by the e-mail address in the organization, by the user name when no address is given, or by the ID.
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
  email:
    description:
      - The e-mail address of the user.
      - Somebody who is not there yet is invited by it.
    type: str
  username:
    description:
      - The user name.
      - With it, a user who is not there yet is created as a member of the organization instead of being invited.
      - A user name of somebody who is there already is changed to this one.
    type: str
  password:
    description:
      - The password of a new member. It is only sent when the member is created, unless O(update_password=always).
    type: str
  update_password:
    description:
      - V(on_create) sends O(password) when the member is created only, V(always) sends it each time, and reports a change each time.
    type: str
    default: on_create
    choices: [on_create, always]
  first_name:
    description:
      - The first name.
    type: str
  last_name:
    description:
      - The last name.
    type: str
  phone_number:
    description:
      - The phone number, for example V(+33600000000).
    type: str
  locale:
    description:
      - The language of messages to the user, for example V(fr_FR).
    type: str
  locked:
    description:
      - Whether the user can do nothing, for the time being.
    type: bool
seealso:
  - module: community.scaleway.scaleway_iam_user_info
  - module: community.scaleway.scaleway_iam_group
"""

EXAMPLES = r"""
- name: Invite Grace
  community.scaleway.scaleway_iam_user:
    email: grace@example.com
    tags: [shop]

- name: Create a member
  community.scaleway.scaleway_iam_user:
    email: ada@example.com
    username: ada
    password: "{{ lookup('ansible.builtin.password', '/dev/null', length=20) }}"
    first_name: Ada
  no_log: true

- name: Remove Grace
  community.scaleway.scaleway_iam_user:
    email: grace@example.com
    state: absent
"""

RETURN = r"""
user:
  description:
    - The user as the API describes it. Empty when there is none any more.
    - In check mode it is the user as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the user
  type: dict
  contains:
    id:
      description: The ID of the user.
      returned: when the user exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    email:
      description: The e-mail address.
      returned: success
      type: str
      sample: grace@example.com
    username:
      description: The user name.
      returned: when the user exists
      type: str
      sample: grace
    first_name:
      description: The first name.
      returned: when the user exists
      type: str
      sample: Grace
    last_name:
      description: The last name.
      returned: when the user exists
      type: str
      sample: Hopper
    phone_number:
      description: The phone number.
      returned: when the user exists
      type: str
      sample: ""
    locale:
      description: The language of messages to the user.
      returned: when the user exists
      type: str
      sample: en_US
    type:
      description: What the user is, V(owner) or V(member).
      returned: when the user exists
      type: str
      sample: member
    status:
      description: Whether the invitation was accepted.
      returned: when the user exists
      type: str
      sample: invitation_pending
    mfa:
      description: Whether a second factor is needed.
      returned: when the user exists
      type: bool
      sample: false
    two_factor_enabled:
      description: The same, in older words.
      returned: when the user exists
      type: bool
      sample: false
    locked:
      description: Whether the user can do nothing.
      returned: success
      type: bool
      sample: false
    deletable:
      description: Whether the user can be removed.
      returned: when the user exists
      type: bool
      sample: true
    account_root_user_id:
      description: The ID of the account of an owner.
      returned: when the user exists
      type: str
      sample: ""
    last_login_at:
      description: When the user logged in last.
      returned: when the user exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
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
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._identity import USER
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    USER,
    {
        "email": {"type": "str"},
        "username": {"type": "str"},
        "password": {"type": "str", "no_log": True},
        "update_password": {"type": "str", "default": "on_create", "choices": ["on_create", "always"], "no_log": False},
        "first_name": {"type": "str"},
        "last_name": {"type": "str"},
        "phone_number": {"type": "str"},
        "locale": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
        "locked": {"type": "bool"},
    },
    required_one_of=[("email", "username", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
