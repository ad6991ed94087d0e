# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iot_network_info
short_description: List networks of IoT hubs
description:
  - List the networks of hubs of Scaleway IoT Hub in a region, over all pages.
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
  hub:
    description:
      - Only list networks of this hub, given by ID or exact name.
    type: str
    aliases: [hub_id]
seealso:
  - module: community.scaleway.scaleway_iot_network
"""

EXAMPLES = r"""
- name: Create a hub
  community.scaleway.scaleway_iot_hub:
    name: factory
    region: fr-par

- name: List its networks
  community.scaleway.scaleway_iot_network_info:
    hub: factory
    region: fr-par
"""

RETURN = r"""
networks:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_iot_network#module:network) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}]
"""

from ..module_utils._iot import NETWORK
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(NETWORK, {"hub": {"type": "str", "aliases": ["hub_id"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
