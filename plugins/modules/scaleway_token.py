# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_token
short_description: Manage tokens of the classic API
description:
  - Create, extend, and delete tokens of the classic account API (C(account.scaleway.com)).
  - A token has no name. The file O(path) keeps it, so that a second run finds it again.
  - The ID of a token is the token itself, so this module never returns it whole.
  - Today's accounts use API keys instead of tokens. Manage them with Scaleway's Identity and Access Management (IAM).
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
options:
  state:
    description:
      - V(present) keeps a valid token. It creates one with O(email) and O(password) when the one in O(path) is missing,
        unknown, or expired.
      - V(absent) deletes the token at the API, and the file O(path).
    type: str
    default: present
    choices: [present, absent]
  path:
    description:
      - The file that keeps the token, on the machine that the task runs on. It holds nothing else, and only its owner
        may read it (mode 0600).
      - A new token is written to it before the task reports success.
    type: path
  token_id:
    description:
      - The token that is meant, when no file keeps it. One that the API does not know is not created.
    type: str
  email:
    description:
      - The e-mail address of the account. Needed to create a token.
    type: str
  password:
    description:
      - The password of the account. Needed to create a token.
    type: str
  expires:
    description:
      - Whether a new token expires after 30 minutes without use. The API's own default is V(true).
      - It cannot be changed afterwards.
    type: bool
  valid_for:
    description:
      - For how many minutes the token must be valid at least. When less is left it is extended by 30 minutes.
    type: int
  recreate:
    description:
      - Whether to replace a token whose O(expires) differs.
    type: bool
    default: false
notes:
  - The settings O(secret_key) and O(profile) are not used to manage a token. Each token speaks for itself.
seealso:
  - module: community.scaleway.scaleway_token_info
"""

EXAMPLES = r"""
- name: Keep a token in a file
  community.scaleway.scaleway_token:
    path: "{{ ansible_env.HOME | default('.') }}/scaleway.token"
    email: admin@example.com
    password: "{{ account_password }}"

- name: Make sure that it lasts for the play
  community.scaleway.scaleway_token:
    path: "{{ ansible_env.HOME | default('.') }}/scaleway.token"
    valid_for: 20

- name: Use it
  community.scaleway.scaleway_volume_info:
    zone: par1
    api_generation: classic
    secret_key: "{{ lookup('ansible.builtin.file', ansible_env.HOME | default('.') ~ '/scaleway.token') }}"

- name: Delete the token and its file
  community.scaleway.scaleway_token:
    path: "{{ ansible_env.HOME | default('.') }}/scaleway.token"
    state: absent
"""

RETURN = r"""
token:
  description:
    - The token as the API describes it. Its ID shows the last four characters only, because the ID is the token.
    - Empty when there is none any more.
  returned: success
  type: dict
  contains:
    id:
      description: Stars, and the last four characters of the token.
      returned: when the token exists
      type: str
      sample: "********1f2e"
    creation_date:
      description: When it was created.
      returned: when the token exists
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
    expires:
      description: When it expires, or V(null).
      returned: when the token exists
      type: str
      sample: "2026-03-01T10:30:00.000000+00:00"
    user_id:
      description: The user that it belongs to.
      returned: when the token exists
      type: str
      sample: 5bea0358-db40-429e-bd82-914686a7e7b9
    inherits_user_perms:
      description: Whether it may do all that its user may.
      returned: when the token exists
      type: bool
      sample: true
    permissions:
      description: What else it may do.
      returned: when the token exists
      type: list
      elements: dict
      sample: []
    roles:
      description: The organization that it is for, and its role there.
      returned: when the token exists
      type: dict
      sample: {"organization": null, "role": null}
token_file:
  description: The file that keeps the token.
  returned: when O(path) is set
  type: str
  sample: /etc/ansible/scaleway.token
"""

from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._run import run
from ..module_utils._token import manage

MODULE = Module(
    dict(
        AUTH,
        **PLACE,
        state={"type": "str", "default": "present", "choices": ["present", "absent"]},
        path={"type": "path"},
        token_id={"type": "str", "no_log": True},
        email={"type": "str"},
        password={"type": "str", "no_log": True},
        expires={"type": "bool"},
        valid_for={"type": "int"},
        recreate={"type": "bool", "default": False},
    ),
    manage,
    {"required_one_of": [("path", "token_id")], "mutually_exclusive": [("path", "token_id")]},
    in_project=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
