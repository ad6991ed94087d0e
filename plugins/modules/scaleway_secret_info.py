# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_secret_info
short_description: List secrets of Secret Manager
description:
  - List the secrets of one region or of all of them, over all pages. What they hold is not shown.
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
  path:
    description:
      - Only list secrets in this folder.
    type: str
  type:
    description:
      - Only list secrets of this type.
    type: str
    choices: [opaque, certificate, key_value, basic_credentials, database_credentials, ssh_key]
  tags:
    description:
      - Only list secrets that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_secret
"""

EXAMPLES = r"""
- name: List the secrets of a folder
  community.scaleway.scaleway_secret_info:
    path: /production
    region: fr-par
  register: production

- name: List the certificates of all regions
  community.scaleway.scaleway_secret_info:
    type: certificate
    region: all
"""

RETURN = r"""
secrets:
  description:
    - The secrets, an empty list when there is none.
    - See RV(community.scaleway.scaleway_secret#module:secret) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "842d724a-1e9c-4017-ac08-6bf83cab4c64", "name": "database", "path": "/production"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._secret_manager import SECRET

MODULE = info_module(
    SECRET,
    {
        "path": {"type": "str"},
        "type": {
            "type": "str",
            "choices": ["opaque", "certificate", "key_value", "basic_credentials", "database_credentials", "ssh_key"],
        },
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
