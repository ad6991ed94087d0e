# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_cockpit_source
short_description: Manage data sources of Cockpit
description:
  - Create, change, and delete data sources of Scaleway Cockpit, which keep metrics, logs, or traces.
  - A data source is found by its exact name in its region and project, together with O(type) when that is set, or by its ID.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state
  - community.scaleway.wait
options:
  name:
    description:
      - The name of the data source.
      - Needed unless O(id) is set. Together with O(id) it is the name that the data source gets.
    type: str
  type:
    description:
      - What it keeps. Needed for a new data source, and cannot be changed.
    type: str
    choices: [metrics, logs, traces]
  retention_days:
    description:
      - How many days it keeps that. If this is not set, a new one keeps it as long as is usual for its type.
    type: int
seealso:
  - module: community.scaleway.scaleway_cockpit_source_info
  - module: community.scaleway.scaleway_cockpit_token
"""

EXAMPLES = r"""
- name: Keep logs for a month
  community.scaleway.scaleway_cockpit_source:
    name: shop
    type: logs
    retention_days: 31
    region: fr-par
  register: made

- name: Show where to send them
  ansible.builtin.debug:
    msg: "{{ made.data_source.url }}"

- name: Delete the data source with all that it holds
  community.scaleway.scaleway_cockpit_source:
    name: shop
    type: logs
    region: fr-par
    state: absent
"""

RETURN = r"""
data_source:
  description:
    - The data source as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: when it exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: The name.
      returned: success
      type: str
      sample: shop
    type:
      description: What it keeps.
      returned: success
      type: str
      sample: logs
    url:
      description: Where to send to, and to ask.
      returned: when it exists
      type: str
      sample: https://0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77.logs.cockpit.fr-par.scw.cloud
    origin:
      description: Who made it. V(custom), V(scaleway), or V(external).
      returned: when it exists
      type: str
      sample: custom
    retention_days:
      description: How many days it keeps what it gets.
      returned: when it exists
      type: int
      sample: 31
    synchronized_with_grafana:
      description: Whether Grafana shows it.
      returned: when it exists
      type: bool
      sample: false
    current_month_usage:
      description: How much it got this month.
      returned: when it exists
      type: int
      sample: 0
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
    created_at:
      description: When it was created.
      returned: when it exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
    updated_at:
      description: When it was changed last.
      returned: when it exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._cockpit import SOURCE
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    SOURCE,
    {
        "name": {"type": "str"},
        "type": {"type": "str", "choices": ["metrics", "logs", "traces"]},
        "retention_days": {"type": "int"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
