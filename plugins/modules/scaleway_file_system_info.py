# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_file_system_info
short_description: List file systems of File Storage
description:
  - List the file systems of Scaleway's File Storage in one region or in all of them, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.info.region
  - community.scaleway.place
options:
  tags:
    description:
      - Only list file systems of Scaleway's File Storage that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_file_system
"""

EXAMPLES = r"""
- name: List the file systems of a region
  community.scaleway.scaleway_file_system_info:
    region: fr-par
  register: here
"""

RETURN = r"""
filesystems:
  description:
    - The file systems of Scaleway's File Storage, an empty list when there is none.
    - See RV(community.scaleway.scaleway_file_system#module:filesystem) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "92c3cd4b-68a9-442e-9ca6-aa9f9023a195", "name": "uploads", "size": 100000000000}]
"""

from ..module_utils._file import FILE_SYSTEM
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(FILE_SYSTEM, {"tags": {"type": "list", "elements": "str"}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
