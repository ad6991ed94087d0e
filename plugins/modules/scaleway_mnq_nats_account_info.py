# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mnq_nats_account_info
short_description: List NATS accounts
description:
  - List the NATS accounts of Scaleway Messaging and Queuing, over all pages.
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
  - module: community.scaleway.scaleway_mnq_nats_account
"""

EXAMPLES = r"""
- name: List the NATS accounts of all regions
  community.scaleway.scaleway_mnq_nats_account_info:
    region: all
  register: found
"""

RETURN = r"""
nats_accounts:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_mnq_nats_account#module:nats_account) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "ABXWWLHQ7JSKQ2VZRZ2DG4ZKLG4FMICQDNBS5CPLVTB3C4CWFAIFEEUF", "name": "orders"}]
"""

from ..module_utils._mnq import NATS_ACCOUNT
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(NATS_ACCOUNT, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
