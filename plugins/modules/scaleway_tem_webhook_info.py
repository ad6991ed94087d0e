# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_tem_webhook_info
short_description: List webhooks of Transactional Email
description:
  - List the webhooks of Scaleway Transactional Email, over all pages.
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
      - Only list the webhooks of this domain, given by ID or name.
    type: str
    aliases: [domain_id]
seealso:
  - module: community.scaleway.scaleway_tem_webhook
"""

EXAMPLES = r"""
- name: List the webhooks
  community.scaleway.scaleway_tem_webhook_info:
    region: fr-par
  register: found
"""

RETURN = r"""
webhooks:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_tem_webhook#module:webhook) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "returned"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._tem import WEBHOOK

MODULE = info_module(WEBHOOK, {"domain": {"type": "str", "aliases": ["domain_id"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
