# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_tem_domain_info
short_description: List domains of Transactional Email
description:
  - List the domains of Scaleway Transactional Email, over all pages. Those that were revoked are left out.
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
  - module: community.scaleway.scaleway_tem_domain
"""

EXAMPLES = r"""
- name: List the domains
  community.scaleway.scaleway_tem_domain_info:
    region: fr-par
  register: found
"""

RETURN = r"""
domains:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_tem_domain#module:domain) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "mail.example.com", "status": "checked"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._tem import DOMAIN

MODULE = info_module(DOMAIN, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
