# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mnq_sns
short_description: Manage whether a project has SNS
description:
  - Activate or deactivate SNS of Scaleway Messaging and Queuing in a project and region.
  - There is one for each project and region. Without it there are no topics and no credentials for them.
  - Some seconds pass until all of the API knows of an activation. They are waited for, unless O(wait=false).
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state.singleton
  - community.scaleway.wait
notes:
  - Delete the topics and the credentials of the project before it is deactivated.
seealso:
  - module: community.scaleway.scaleway_mnq_sns_info
  - module: community.scaleway.scaleway_mnq_sns_credentials
"""

EXAMPLES = r"""
- name: Activate SNS
  community.scaleway.scaleway_mnq_sns:
    region: fr-par
  register: made

- name: Show where it can be reached
  ansible.builtin.debug:
    msg: "{{ made.sns.sns_endpoint_url }}"

- name: Deactivate it
  community.scaleway.scaleway_mnq_sns:
    region: fr-par
    state: absent
"""

RETURN = r"""
sns:
  description:
    - SNS as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    status:
      description: Whether it is on. V(enabled) or V(disabled).
      returned: success
      type: str
      sample: enabled
    sns_endpoint_url:
      description: The address that clients connect to.
      returned: when it exists
      type: str
      sample: https://sns.mnq.fr-par.scaleway.com
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

from ..module_utils._mnq import SNS
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    SNS,
    {},
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
