# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iam_api_key
short_description: Manage API keys of IAM
description:
  - Create, change, rotate, and delete API keys of applications and users of Scaleway IAM.
  - An API key is found by its access key in O(id), or by its exact description among the keys of O(application) or O(user).
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
options:
  id:
    description:
      - The access key of the key that is meant.
    type: str
  application:
    description:
      - The application that the key is for, by ID or name. It cannot be changed in place, see O(recreate).
      - A new key needs this or O(user).
    type: str
  user:
    description:
      - The user that the key is for, by ID, e-mail address, or user name. It cannot be changed in place, see O(recreate).
    type: str
  description:
    description:
      - The description of the key. It tells the keys of an application or a user from each other.
      - Together with O(id) it is the description that the key gets.
    type: str
  default_project:
    description:
      - The project that tools use with this key when no other is named, by ID or name.
    type: str
  expires_at:
    description:
      - When the key ends to count, for example V(2030-01-31) or V(2030-01-31T12:00:00Z). An empty text means
        never, and so does a new key for which this is not set.
    type: str
  rotate:
    description:
      - Whether to replace a key that is there by a new one. The new one is created before the old one is deleted.
      - The new key ends when O(expires_at) says, not when the old one would.
      - This makes a new key each time. See O(rotate_after) for one that does so from time to time.
      - When such a task was stopped before the old key was deleted, there are two of one description. The secret of the newer one
        may be lost then, so that the next rotation makes another one and deletes both.
    type: bool
    default: false
  rotate_after:
    description:
      - How old the key may become, for example V(90d) or V(12h). An older one is replaced as with O(rotate=true).
      - A key that is not as old is left alone.
    type: str
notes:
  - The secret of a key is in the result of the task that created it, as RV(api_key.secret_key), and Scaleway never shows it
    again. Set C(no_log) to V(true) for the task and register its result to keep the secret out of the output and of logs, as the
    example does.
  - A key takes up to some minutes until it counts everywhere. Set O(permission_timeout) for the first tasks that use it.
seealso:
  - module: community.scaleway.scaleway_iam_api_key_info
  - module: community.scaleway.scaleway_iam_application
"""

EXAMPLES = r"""
- name: Make an application
  community.scaleway.scaleway_iam_application:
    name: deploy

- name: Make a key for it
  community.scaleway.scaleway_iam_api_key:
    application: deploy
    description: for the pipeline
    expires_at: "2039-01-31"
  register: made
  no_log: true

- name: Write the secret down while it is known
  ansible.builtin.copy:
    content: "{{ made.api_key.secret_key }}"
    dest: "{{ lookup('ansible.builtin.env', 'HOME') }}/deploy.key"
    mode: "0600"
  when: made is changed
  no_log: true

- name: Replace it by a new one, as soon as it is three months old
  community.scaleway.scaleway_iam_api_key:
    application: deploy
    description: for the pipeline
    expires_at: "2039-01-31"
    rotate_after: 90d
  register: made
  no_log: true

- name: Replace it by a new one now
  community.scaleway.scaleway_iam_api_key:
    application: deploy
    description: for the pipeline
    expires_at: "2039-06-30"
    rotate: true
  register: made
  no_log: true

- name: Delete it
  community.scaleway.scaleway_iam_api_key:
    application: deploy
    description: for the pipeline
    state: absent
"""

RETURN = r"""
api_key:
  description:
    - The API key as the API describes it. Empty when there is none any more.
    - In check mode it is the API key as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the API key
  type: dict
  contains:
    access_key:
      description: The access key, which is the ID of the API key.
      returned: when the API key exists
      type: str
      sample: SCWXXXXXXXXXXXXXXXXX
    secret_key:
      description: The secret key, which is the token. It is never shown again.
      returned: when the API key was created by this task, null otherwise
      type: str
      sample: 11111111-1111-4111-8111-111111111111
    description:
      description: What the API key is for.
      returned: success
      type: str
      sample: for the pipeline
    application_id:
      description: The ID of the application it is for.
      returned: when it is for an application
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    user_id:
      description: The ID of the user it is for.
      returned: when it is for a user
      type: str
      sample: 44444444-4444-4444-8444-444444444444
    default_project_id:
      description: The ID of the project that tools use with it.
      returned: when the API key exists
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    expires_at:
      description: When it ends to count, null for never.
      returned: success
      type: str
      sample: "2039-01-31T00:00:00Z"
    creation_ip:
      description: The address from which it was created.
      returned: when the API key exists
      type: str
      sample: 203.0.113.10
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
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._identity import API_KEY
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    API_KEY,
    {
        "application": {"type": "str"},
        "user": {"type": "str"},
        "description": {"type": "str"},
        "default_project": {"type": "str"},
        "expires_at": {"type": "str"},
        "rotate": {"type": "bool", "default": False},
        "rotate_after": {"type": "str"},
    },
    required_one_of=[("application", "user", "id")],
    mutually_exclusive=[("application", "user")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
