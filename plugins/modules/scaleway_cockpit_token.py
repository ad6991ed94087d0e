# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_cockpit_token
short_description: Manage tokens of Cockpit
description:
  - Create and delete the tokens with which agents and tools use the data sources of Scaleway Cockpit.
  - A token is found by its exact name in its region and project, or by its ID. It cannot be changed in place.
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
      - The name of the token. Needed unless O(id) is set.
    type: str
  scopes:
    description:
      - What the token allows, in any order. Needed for a new token.
    type: list
    elements: str
    choices:
      - read_only_metrics
      - write_only_metrics
      - full_access_metrics_rules
      - read_only_logs
      - write_only_logs
      - full_access_logs_rules
      - full_access_alert_manager
      - read_only_traces
      - write_only_traces
notes:
  - The secret is in the result of the task that created the token, as RV(token.secret_key), and Scaleway never shows it again. Set
    C(no_log) to V(true) for the task and register its result, as the example does.
seealso:
  - module: community.scaleway.scaleway_cockpit_token_info
  - module: community.scaleway.scaleway_cockpit_source
"""

EXAMPLES = r"""
- name: Create a token for agents
  community.scaleway.scaleway_cockpit_token:
    name: agents
    scopes: [write_only_metrics, write_only_logs]
    region: fr-par
  register: made
  no_log: true

- name: Keep its secret while it is known
  ansible.builtin.copy:
    content: "{{ made.token.secret_key }}"
    dest: "{{ lookup('ansible.builtin.env', 'HOME') }}/agents.token"
    mode: "0600"
  when: made is changed
  no_log: true

- name: Delete it
  community.scaleway.scaleway_cockpit_token:
    name: agents
    region: fr-par
    state: absent
"""

RETURN = r"""
token:
  description:
    - The token as the API describes it. Empty when there is none any more.
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
      sample: agents
    scopes:
      description: What it allows.
      returned: success
      type: list
      elements: str
      sample: ["write_only_metrics", "write_only_logs"]
    secret_key:
      description: The secret. Never shown again.
      returned: when it was created by this task
      type: str
      sample: 11111111-1111-4111-8111-111111111111
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

from ..module_utils._cockpit import TOKEN
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    TOKEN,
    {
        "name": {"type": "str"},
        "scopes": {
            "type": "list",
            "elements": "str",
            "choices": [
                "read_only_metrics",
                "write_only_metrics",
                "full_access_metrics_rules",
                "read_only_logs",
                "write_only_logs",
                "full_access_logs_rules",
                "full_access_alert_manager",
                "read_only_traces",
                "write_only_traces",
            ],
        },
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
