# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_baremetal_offer_info
short_description: List offers of Elastic Metal
description:
  - List what servers of Elastic Metal can be ordered, in one zone or in all of them.
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
options:
  billing:
    description:
      - Only list offers with this billing.
    type: str
    choices: [hourly, monthly]
seealso:
  - module: community.scaleway.scaleway_baremetal_server
"""

EXAMPLES = r"""
- name: List the offers that are paid for by the hour
  community.scaleway.scaleway_baremetal_offer_info:
    zone: fr-par-2
    billing: hourly
"""

RETURN = r"""
offers:
  description:
    - They, as the API describes them. An empty list when there is none.
  returned: success
  type: list
  elements: dict
  sample: [{"name": "EM-A115X-SSD", "stock": "available", "subscription_period": "hourly"}]
"""

from ..module_utils._baremetal import OFFER
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(OFFER, {"billing": {"type": "str", "choices": ["hourly", "monthly"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
