# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_baremetal_os_info
short_description: List systems for Elastic Metal
description:
  - List the systems that can be installed on servers of Elastic Metal, in one zone or in all of them.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.info.zone
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_baremetal_server
"""

EXAMPLES = r"""
- name: List the versions of Ubuntu
  community.scaleway.scaleway_baremetal_os_info:
    zone: fr-par-2
    name: Ubuntu
"""

RETURN = r"""
os:
  description:
    - They, as the API describes them. An empty list when there is none.
  returned: success
  type: list
  elements: dict
  sample: [{"name": "Ubuntu", "version": "22.04 LTS (Jammy Jellyfish)"}]
"""

from ..module_utils._baremetal import OS
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(OS, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
