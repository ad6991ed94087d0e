# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_secret_version_info
short_description: List the versions of a secret
description:
  - List the versions of a secret of Secret Manager, the newest first. What they hold is not shown, see the lookup
    P(community.scaleway.scaleway_secret#lookup).
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  secret:
    description:
      - The secret, by ID, or by its exact name after its path, for example V(/production/database). Without a path it is in V(/).
    type: str
    required: true
    aliases: [secret_id]
seealso:
  - module: community.scaleway.scaleway_secret_version
  - plugin: community.scaleway.scaleway_secret
    plugin_type: lookup
"""

EXAMPLES = r"""
- name: Have a secret
  community.scaleway.scaleway_secret:
    name: database
    path: /production
    region: fr-par

- name: List its versions
  community.scaleway.scaleway_secret_version_info:
    secret: /production/database
    region: fr-par
  register: database
"""

RETURN = r"""
versions:
  description:
    - The versions, an empty list when there is none. Deleted ones are left out.
    - See RV(community.scaleway.scaleway_secret_version#module:secret_version) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"revision": 2, "status": "enabled", "latest": true}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._secret_manager import VERSION

MODULE = info_module(
    VERSION,
    {"secret": {"type": "str", "required": True, "aliases": ["secret_id"], "no_log": False}},
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
