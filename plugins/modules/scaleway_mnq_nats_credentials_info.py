# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mnq_nats_credentials_info
short_description: List credentials of NATS accounts
description:
  - List the credentials of NATS accounts of Scaleway Messaging and Queuing, over all pages. The files are never shown.
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
  account:
    description:
      - Only list the credentials of this NATS account, given by ID or exact name.
    type: str
    aliases: [nats_account_id]
seealso:
  - module: community.scaleway.scaleway_mnq_nats_credentials
"""

EXAMPLES = r"""
- name: Create a NATS account
  community.scaleway.scaleway_mnq_nats_account:
    name: orders
    region: fr-par

- name: List its credentials
  community.scaleway.scaleway_mnq_nats_credentials_info:
    account: orders
    region: fr-par
"""

RETURN = r"""
nats_credentials:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_mnq_nats_credentials#module:nats_credentials) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "shop"}]
"""

from ..module_utils._mnq import NATS_CREDENTIALS
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(NATS_CREDENTIALS, {"account": {"type": "str", "aliases": ["nats_account_id"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
