# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_webhosting_info
short_description: List Web Hosting plans
description:
  - List the plans of Scaleway Web Hosting in a region, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
options:
  domain:
    description:
      - The domain of the plan.
    type: str
seealso:
  - module: community.scaleway.scaleway_webhosting
"""

EXAMPLES = r"""
- name: Order a hosting
  community.scaleway.scaleway_webhosting:
    domain: shop.example.com
    offer: essential
    email: ada@example.com
    region: fr-par

- name: List the plans
  community.scaleway.scaleway_webhosting_info:
    region: fr-par
"""

RETURN = r"""
hostings:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_webhosting#module:hosting) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "domain": "shop.example.com"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._webhosting import HOSTING

MODULE = info_module(HOSTING, {"domain": {"type": "str"}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
