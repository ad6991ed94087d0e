# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mnq_nats_credentials
short_description: Manage credentials of NATS accounts
description:
  - Create and delete the credentials with which clients connect to a NATS account of Scaleway Messaging and Queuing.
  - Credentials are found by their exact name among those of O(account), or by their ID. They cannot be changed in place.
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
  account:
    description:
      - The NATS account, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [nats_account_id]
  name:
    description:
      - The name of the credentials. Needed unless O(id) is set.
    type: str
notes:
  - The file is in the result of the task that created the credentials, as RV(nats_credentials.credentials), and Scaleway never
    shows it again. Set C(no_log) to V(true) for the task and register its result, as the example does.
seealso:
  - module: community.scaleway.scaleway_mnq_nats_credentials_info
  - module: community.scaleway.scaleway_mnq_nats_account
"""

EXAMPLES = r"""
- name: Create a NATS account
  community.scaleway.scaleway_mnq_nats_account:
    name: orders
    region: fr-par

- name: Create credentials for it
  community.scaleway.scaleway_mnq_nats_credentials:
    account: orders
    name: shop
    region: fr-par
  register: made
  no_log: true

- name: Keep the file while it is known
  ansible.builtin.copy:
    content: "{{ made.nats_credentials.credentials.content }}"
    dest: "{{ lookup('ansible.builtin.env', 'HOME') }}/shop.creds"
    mode: "0600"
  when: made is changed
  no_log: true

- name: Delete them
  community.scaleway.scaleway_mnq_nats_credentials:
    account: orders
    name: shop
    region: fr-par
    state: absent
"""

RETURN = r"""
nats_credentials:
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
    nats_account_id:
      description: The ID of the account.
      returned: success
      type: str
      sample: ABXWWLHQ7JSKQ2VZRZ2DG4ZKLG4FMICQDNBS5CPLVTB3C4CWFAIFEEUF
    credentials:
      description: The credentials as a file, with its V(name) and its V(content). Never shown again.
      returned: when they were created by this task
      type: dict
      sample: {"name": "user.creds", "content": "-----BEGIN NATS USER JWT-----"}
    checksum:
      description: A checksum of the file.
      returned: when it exists
      type: str
      sample: 5a31270c3e22b9b99a6a289eaa1fbde2a483130a
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

from ..module_utils._mnq import NATS_CREDENTIALS
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    NATS_CREDENTIALS,
    {"account": {"type": "str", "aliases": ["nats_account_id"]}, "name": {"type": "str"}},
    required_one_of=[("account", "id"), ("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
