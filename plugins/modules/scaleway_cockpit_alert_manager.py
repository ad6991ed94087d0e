# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_cockpit_alert_manager
short_description: Manage the alert manager of Cockpit
description:
  - Enable or disable the alert manager of Scaleway Cockpit in a project and region, and say whom it tells of what.
  - There is one for each project and region.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state.singleton
  - community.scaleway.wait
options:
  contact_points:
    description:
      - Whom alerts are sent to, all of them, in any order. An empty list means nobody. What is not set stays as it is.
    type: list
    elements: dict
    suboptions:
      email:
        description: The e-mail address.
        type: str
        required: true
      send_resolved_notifications:
        description: Whether it is also told that an alert is over.
        type: bool
        default: true
  preconfigured_alerts:
    description:
      - The names of the alerts prepared by Scaleway that are on, all of them, in any order. An empty list means none.
      - What is not set stays as it is.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_cockpit_alert_manager_info
"""

EXAMPLES = r"""
- name: Send alerts to the people on duty
  community.scaleway.scaleway_cockpit_alert_manager:
    contact_points:
      - email: duty@example.com
      - email: office@example.com
        send_resolved_notifications: false
    region: fr-par

- name: Disable the alert manager
  community.scaleway.scaleway_cockpit_alert_manager:
    region: fr-par
    state: absent
"""

RETURN = r"""
alert_manager:
  description:
    - The alert manager as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    alert_manager_enabled:
      description: Whether it is on.
      returned: success
      type: bool
      sample: true
    alert_manager_url:
      description: Where it can be reached.
      returned: when it exists
      type: str
      sample: https://0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77.alertmanager.cockpit.fr-par.scw.cloud
    managed_alerts_enabled:
      description: Whether the former managed alerts are on.
      returned: when it exists
      type: bool
      sample: false
    contact_points:
      description: Whom alerts are sent to.
      returned: success
      type: list
      elements: dict
      sample: [{"email": "duty@example.com", "send_resolved_notifications": true}]
    preconfigured_alerts:
      description: The names of the alerts prepared by Scaleway that are on.
      returned: when it exists
      type: list
      elements: str
      sample: []
    project_id:
      description: The ID of its project.
      returned: when it exists
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    region:
      description: The region it is in.
      returned: when it exists
      type: str
      sample: fr-par
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._cockpit import ALERT_MANAGER
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    ALERT_MANAGER,
    {
        "contact_points": {
            "type": "list",
            "elements": "dict",
            "options": {
                "email": {"type": "str", "required": True},
                "send_resolved_notifications": {"type": "bool", "default": True},
            },
        },
        "preconfigured_alerts": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
