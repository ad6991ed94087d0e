# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_container_trigger_info
short_description: List triggers of Serverless Containers
description:
  - List the triggers of Scaleway's Serverless Containers, over all pages.
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
options:
  container:
    description:
      - Only list those of this container, by its ID, or by its exact name where no other one in the region has it.
    type: str
    aliases: [container_id]
seealso:
  - module: community.scaleway.scaleway_container_trigger
"""

EXAMPLES = r"""
- name: List the triggers
  community.scaleway.scaleway_container_trigger_info:
    region: fr-par
"""

RETURN = r"""
container_triggers:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_container_trigger#module:container_trigger) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "nightly"}]
"""

from ..module_utils._containers import TRIGGER
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(TRIGGER, {"container": {"type": "str", "aliases": ["container_id"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
