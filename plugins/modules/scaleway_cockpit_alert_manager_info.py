# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_cockpit_alert_manager_info
short_description: Show the alert manager of Cockpit
description:
  - Show the alert manager of Scaleway Cockpit in a project, with its contact points. An empty list means that it is off.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.region
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_cockpit_alert_manager
"""

EXAMPLES = r"""
- name: Show the alert manager
  community.scaleway.scaleway_cockpit_alert_manager_info:
    region: fr-par
  register: found
"""

RETURN = r"""
alert_managers:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_cockpit_alert_manager#module:alert_manager) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"alert_manager_enabled": true, "contact_points": [], "region": "fr-par"}]
"""

from ..module_utils._cockpit import ALERT_MANAGER
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(ALERT_MANAGER, {}, named=False)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
