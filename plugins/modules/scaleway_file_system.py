# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_file_system
short_description: Manage file systems of File Storage
description:
  - Create, grow, rename, tag, and delete file systems of Scaleway's File Storage, which several servers of a region can use
    at once.
  - A file system is found by its exact name in its region and project, or by its ID.
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
      - The name of the file system.
      - Needed unless O(id) is set. Together with O(id) it is the name that the file system gets.
    type: str
  size:
    description:
      - The size, as a number of bytes or with a unit, for example V(20GB) (20 × 10⁹ bytes) or V(20GiB) (20 × 2³⁰ bytes).
      - It can grow in place. A smaller size than the file system has is refused, unless O(recreate=true).
      - Needed to create a file system. The smallest has V(100GB).
    type: str
  type:
    description:
      - The type of a new file system, if the region offers several. It only counts when one is created.
    type: str
seealso:
  - module: community.scaleway.scaleway_file_system_info
"""

EXAMPLES = r"""
- name: Have a file system for all web servers
  community.scaleway.scaleway_file_system:
    name: uploads
    region: fr-par
    size: 100GB
    tags: [web]

- name: Make it larger
  community.scaleway.scaleway_file_system:
    name: uploads
    region: fr-par
    size: 200GB

- name: Delete it
  community.scaleway.scaleway_file_system:
    name: uploads
    region: fr-par
    state: absent
"""

RETURN = r"""
filesystem:
  description:
    - It, as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 92c3cd4b-68a9-442e-9ca6-aa9f9023a195
    name:
      description: The name.
      returned: success
      type: str
      sample: uploads
    size:
      description: The size in bytes.
      returned: success
      type: int
      sample: 100000000000
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    status:
      description: What it is doing, V(available) when nothing is going on.
      returned: success
      type: str
      sample: available
    number_of_attachments:
      description: How many servers use it.
      returned: success
      type: int
      sample: 0
    filesystem_type_id:
      description: The type.
      returned: success
      type: str
      sample: ""
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization_id:
      description: The ID of the organization.
      returned: success
      type: str
      sample: 33333333-3333-4333-8333-333333333333
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
    updated_at:
      description: When it was changed last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._file import FILE_SYSTEM
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    FILE_SYSTEM,
    {
        "name": {"type": "str"},
        "size": {"type": "str"},
        "type": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
