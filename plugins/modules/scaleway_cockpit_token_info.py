# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_cockpit_token_info
short_description: List tokens of Cockpit
description:
  - List the tokens of Scaleway Cockpit, over all pages. Their secrets are never shown.
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
seealso:
  - module: community.scaleway.scaleway_cockpit_token
"""

EXAMPLES = r"""
- name: List the tokens
  community.scaleway.scaleway_cockpit_token_info:
    region: fr-par
  register: found
"""

RETURN = r"""
tokens:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_cockpit_token#module:token) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "agents", "scopes": ["write_only_logs"]}]
"""

from ..module_utils._cockpit import TOKEN
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(TOKEN, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
