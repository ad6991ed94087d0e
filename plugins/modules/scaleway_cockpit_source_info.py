# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_cockpit_source_info
short_description: List data sources of Cockpit
description:
  - List the data sources of Scaleway Cockpit, over all pages, those of Scaleway itself, too.
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
  type:
    description:
      - Only list data sources that keep this.
    type: str
    choices: [metrics, logs, traces]
seealso:
  - module: community.scaleway.scaleway_cockpit_source
"""

EXAMPLES = r"""
- name: List where logs are kept
  community.scaleway.scaleway_cockpit_source_info:
    type: logs
    region: fr-par
  register: found
"""

RETURN = r"""
data_sources:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_cockpit_source#module:data_source) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "shop", "type": "logs"}]
"""

from ..module_utils._cockpit import SOURCE
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(SOURCE, {"type": {"type": "str", "choices": ["metrics", "logs", "traces"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
