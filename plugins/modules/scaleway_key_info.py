# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_key_info
short_description: List keys of Key Manager
description:
  - List the keys of Scaleway's Key Manager in one region or in all of them, over all pages.
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
      - Only list keys of Scaleway's Key Manager that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_key
"""

EXAMPLES = r"""
- name: List the keys of a region
  community.scaleway.scaleway_key_info:
    region: fr-par
  register: here
"""

RETURN = r"""
key_manager_keys:
  description:
    - The keys of Scaleway's Key Manager, an empty list when there is none.
    - See RV(community.scaleway.scaleway_key#module:key) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "c39df4ff-0f6b-4d0e-8a3e-5b1d1c1f9a02", "name": "backups", "state": "enabled"}]
"""

from ..module_utils._key_manager import KEY
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(KEY, {"tags": {"type": "list", "elements": "str"}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
