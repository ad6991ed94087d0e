# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iam_application
short_description: Manage applications of IAM
description:
  - Create, change, and delete applications of Scaleway IAM, which are users that are programs.
  - An application is found by its exact name in its organization, or by its ID. With it, its API keys are deleted.
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
      - The name of the application.
      - Needed unless O(id) is set. Together with O(id) it is the name that the application gets.
    type: str
  description:
    description:
      - What the application is for. An empty text removes it.
    type: str
seealso:
  - module: community.scaleway.scaleway_iam_application_info
  - module: community.scaleway.scaleway_iam_api_key
  - module: community.scaleway.scaleway_iam_policy
"""

EXAMPLES = r"""
- name: Make a user of the program that deploys
  community.scaleway.scaleway_iam_application:
    name: deploy
    description: Deploys the shop
    tags: [shop]

- name: Delete it, with its API keys
  community.scaleway.scaleway_iam_application:
    name: deploy
    state: absent
"""

RETURN = r"""
application:
  description:
    - The application as the API describes it. Empty when there is none any more.
    - In check mode it is the application as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the application
  type: dict
  contains:
    id:
      description: The ID of the application.
      returned: when the application exists
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
      sample: Deploys the shop
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
    nb_api_keys:
      description: How many API keys it has.
      returned: when it exists
      type: int
      sample: 0
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._identity import APPLICATION
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    APPLICATION,
    {"name": {"type": "str"}, "description": {"type": "str"}, "tags": {"type": "list", "elements": "str"}},
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
