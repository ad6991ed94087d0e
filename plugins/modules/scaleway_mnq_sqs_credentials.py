# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mnq_sqs_credentials
short_description: Manage credentials of SQS
description:
  - Create, change, and delete the credentials with which clients use SQS of Scaleway Messaging and Queuing.
  - Credentials are found by their exact name in their region and project, or by their ID.
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
  - community.scaleway.mnq
notes:
  - The secret key is in the result of the task that created the credentials, as RV(sqs_credentials.secret_key), and Scaleway
    never shows it again. Set C(no_log) to V(true) for the task and register its result, as the example does.
seealso:
  - module: community.scaleway.scaleway_mnq_sqs_credentials_info
  - module: community.scaleway.scaleway_mnq_sqs
"""

EXAMPLES = r"""
- name: Activate SQS
  community.scaleway.scaleway_mnq_sqs:
    region: fr-par

- name: Create credentials that can send
  community.scaleway.scaleway_mnq_sqs_credentials:
    name: shop
    permissions:
      can_publish: true
    region: fr-par
  register: made
  no_log: true

- name: Keep the secret key while it is known
  ansible.builtin.copy:
    content: "{{ made.sqs_credentials.secret_key }}"
    dest: "{{ lookup('ansible.builtin.env', 'HOME') }}/shop.key"
    mode: "0600"
  when: made is changed
  no_log: true

- name: Let them receive, too
  community.scaleway.scaleway_mnq_sqs_credentials:
    name: shop
    permissions:
      can_receive: true
    region: fr-par

- name: Delete them
  community.scaleway.scaleway_mnq_sqs_credentials:
    name: shop
    region: fr-par
    state: absent
"""

RETURN = r"""
sqs_credentials:
  description:
    - The credentials as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: when it exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: The name.
      returned: success
      type: str
      sample: shop
    access_key:
      description: The access key.
      returned: when it exists
      type: str
      sample: f3iOgyMgseJxnRnND0P8
    secret_key:
      description: The secret key. Never shown again.
      returned: when they were created by this task
      type: str
      sample: 11111111-1111-4111-8111-111111111111
    secret_checksum:
      description: A checksum of the secret key.
      returned: when it exists
      type: str
      sample: 14bcc6dac53fc75822d52c660628b073625d02a3
    permissions:
      description: What they allow.
      returned: when it exists
      type: dict
      sample: {"can_publish": true, "can_receive": false, "can_manage": false}
    project_id:
      description: The ID of its project.
      returned: when it exists
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    region:
      description: The region it is in.
      returned: when it exists
      type: str
      sample: fr-par
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

from ..module_utils._mnq import CREDENTIALS, SQS_CREDENTIALS
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    SQS_CREDENTIALS,
    CREDENTIALS,
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
