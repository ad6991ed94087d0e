# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mnq_nats_account
short_description: Manage NATS accounts
description:
  - Create, rename, and delete the NATS accounts of Scaleway Messaging and Queuing.
  - An account is found by its exact name in its region and project, or by its ID.
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
  name:
    description:
      - The name of the account.
      - Needed unless O(id) is set. Together with O(id) it is the name that the account gets.
    type: str
seealso:
  - module: community.scaleway.scaleway_mnq_nats_account_info
  - module: community.scaleway.scaleway_mnq_nats_credentials
"""

EXAMPLES = r"""
- name: Create a NATS account
  community.scaleway.scaleway_mnq_nats_account:
    name: orders
    region: fr-par
  register: made

- name: Show where it can be reached
  ansible.builtin.debug:
    msg: "{{ made.nats_account.endpoint }}"

- name: Delete it with its credentials
  community.scaleway.scaleway_mnq_nats_account:
    name: orders
    region: fr-par
    state: absent
"""

RETURN = r"""
nats_account:
  description:
    - The account as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID, which is a public key of NATS.
      returned: when it exists
      type: str
      sample: ABXWWLHQ7JSKQ2VZRZ2DG4ZKLG4FMICQDNBS5CPLVTB3C4CWFAIFEEUF
    name:
      description: The name.
      returned: success
      type: str
      sample: orders
    endpoint:
      description: The address that clients connect to.
      returned: when it exists
      type: str
      sample: nats://nats.mnq.fr-par.scaleway.com:4222
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

from ..module_utils._mnq import NATS_ACCOUNT
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    NATS_ACCOUNT,
    {"name": {"type": "str"}},
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
