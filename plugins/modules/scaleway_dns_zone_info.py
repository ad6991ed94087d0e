# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_dns_zone_info
short_description: List DNS zones
description:
  - List the DNS zones that the API key may see, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  domain:
    description:
      - Only list zones of this domain.
    type: str
  name:
    description:
      - Only list the zone with this whole name, for example V(dev.example.com).
    type: str
seealso:
  - module: community.scaleway.scaleway_dns_zone
"""

EXAMPLES = r"""
- name: List the zones of a domain
  community.scaleway.scaleway_dns_zone_info:
    domain: example.com
  register: zones
"""

RETURN = r"""
dns_zones:
  description:
    - The zones, an empty list when there is none.
    - See RV(community.scaleway.scaleway_dns_zone#module:dns_zone) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"name": "dev.example.com", "domain": "example.com", "subdomain": "dev", "status": "active"}]
"""

from ..module_utils._dns import ZONE
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(ZONE, {"domain": {"type": "str"}, "name": {"type": "str"}}, named=False)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
