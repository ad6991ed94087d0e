# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_project
short_description: Manage projects
description:
  - Create, change, and delete projects of a Scaleway organization.
  - A project is found by its exact name in its organization, or by its ID. A project can only be deleted when it is empty.
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
      - The name of the project.
      - Needed unless O(id) is set. Together with O(id) it is the name that the project gets.
    type: str
  description:
    description:
      - What the project is for. An empty text removes it.
    type: str
notes:
  - O(project) does not say which project is meant. It is accepted so that C(module_defaults) can set it for all modules, and O(organization) counts here.
seealso:
  - module: community.scaleway.scaleway_project_info
"""

EXAMPLES = r"""
- name: Make a project for the shop
  community.scaleway.scaleway_project:
    name: shop
    description: All that the shop needs

- name: Put something into it, by its name
  community.scaleway.scaleway_placement_group:
    name: web
    project: shop
    zone: fr-par-1

- name: Take it out again
  community.scaleway.scaleway_placement_group:
    name: web
    project: shop
    zone: fr-par-1
    state: absent

- name: Delete the project
  community.scaleway.scaleway_project:
    name: shop
    state: absent
"""

RETURN = r"""
project:
  description:
    - The project as the API describes it. Empty when there is none any more.
    - In check mode it is the project as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the project
  type: dict
  contains:
    id:
      description: The ID of the project.
      returned: when the project exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: Its name.
      returned: success
      type: str
      sample: shop
    description:
      description: What it is for.
      returned: success
      type: str
      sample: All that the shop needs
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
    qualification:
      description: What the project is used for, as far as somebody said so.
      returned: when it exists
      type: dict
      sample: {"architecture_type": "unknown_architecture_type"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._module import resource_module
from ..module_utils._project import PROJECT
from ..module_utils._run import run

MODULE = resource_module(
    PROJECT,
    {"name": {"type": "str"}, "description": {"type": "str"}},
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
