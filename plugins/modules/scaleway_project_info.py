# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_project_info
short_description: List projects
description:
  - List the projects of a Scaleway organization, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_project
"""

EXAMPLES = r"""
- name: List the projects
  community.scaleway.scaleway_project_info:
  register: everything

- name: Find the project called default
  community.scaleway.scaleway_project_info:
    name: default
"""

RETURN = r"""
projects:
  description:
    - The projects, an empty list when there is none.
    - See RV(community.scaleway.scaleway_project#module:project) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "22222222-2222-4222-8222-222222222222", "name": "default"}]
"""

from ..module_utils._module import info_module
from ..module_utils._project import PROJECT
from ..module_utils._run import run

MODULE = info_module(PROJECT, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
