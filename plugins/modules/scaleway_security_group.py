# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_security_group
short_description: Manage security groups of Instances
description:
  - Create, change, and delete security groups of Scaleway Instances, together with all of their rules.
  - A security group is found by its exact name in its zone and project, or by its ID.
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
  - community.scaleway.legacy
  - community.scaleway.rules.many
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the security group.
      - Needed unless O(id) is set. Together with O(id) it is the name that the security group gets.
    type: str
  description:
    description:
      - What the security group is for. An empty text removes it.
    type: str
  stateful:
    description:
      - Whether answers to what was let through are let through, too.
      - A new security group is stateful if this is not set.
    type: bool
  inbound_default_policy:
    description:
      - What happens to traffic to the servers that no rule is for.
      - V(accept) for a new security group if this is not set.
    type: str
    choices: [accept, drop]
  outbound_default_policy:
    description:
      - What happens to traffic from the servers that no rule is for.
      - V(accept) for a new security group if this is not set.
    type: str
    choices: [accept, drop]
  enable_default_security:
    description:
      - Whether the security group has Scaleway's own rules, which stop servers from sending mail.
      - A new security group has them if this is not set.
    type: bool
  organization_default:
    description:
      - Whether servers of the organization get this security group when they name none.
      - Only the older API knows it. Today it is O(project_default).
    type: bool
  project_default:
    description:
      - Whether servers of the project get this security group when they name none. A new one is not the default if
        this is not set.
    type: bool
  purge_rules:
    description:
      - Whether rules that are not in O(rules) are removed. If not, those of O(rules) that are missing are added at the end.
      - Nothing is removed when O(rules) is not set.
    type: bool
    default: true
seealso:
  - module: community.scaleway.scaleway_security_group_info
  - module: community.scaleway.scaleway_security_group_rule
  - module: community.scaleway.scaleway_server
"""

EXAMPLES = r"""
- name: Let in what web servers need
  community.scaleway.scaleway_security_group:
    name: web
    zone: fr-par-1
    stateful: true
    inbound_default_policy: drop
    rules:
      - {action: accept, protocol: ICMP}
      - {action: accept, dest_port_from: 22, ip_range: 192.0.2.0/24}
      - {action: accept, dest_port_from: 80}
      - {action: accept, dest_port_from: 443}
      - {action: accept, dest_port_from: 443, ip_range: "::/0"}

- name: Let in one thing more
  community.scaleway.scaleway_security_group:
    name: web
    zone: fr-par-1
    purge_rules: false
    rules:
      - {action: accept, protocol: UDP, dest_port_from: 60000, dest_port_to: 61000}

- name: Delete the security group
  community.scaleway.scaleway_security_group:
    name: web
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
security_group:
  description:
    - The security group as the API describes it. Empty when there is none any more.
    - In check mode it is the security group as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the security group
  type: dict
  contains:
    id:
      description: The ID of the security group.
      returned: when the security group exists
      type: str
      sample: 5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10
    name:
      description: Its name.
      returned: success
      type: str
      sample: web
    description:
      description: What it is for.
      returned: success
      type: str
      sample: null
    stateful:
      description: Whether answers are let through.
      returned: success
      type: bool
      sample: true
    inbound_default_policy:
      description: What happens to other traffic to the servers.
      returned: success
      type: str
      sample: drop
    outbound_default_policy:
      description: What happens to other traffic from the servers.
      returned: success
      type: str
      sample: accept
    enable_default_security:
      description: Whether it has Scaleway's own rules.
      returned: success
      type: bool
      sample: true
    project_default:
      description: Whether it is the default of its project.
      returned: success
      type: bool
      sample: false
    organization_default:
      description: Whether it is the default of its organization.
      returned: success
      type: bool
      sample: false
    rules:
      description: Its rules, without Scaleway's own.
      returned: when O(rules) is set
      type: list
      elements: dict
      sample:
        - action: accept
          direction: inbound
          protocol: TCP
          ip_range: 0.0.0.0/0
          dest_port_from: 80
          dest_port_to: null
    servers:
      description: ID and name of the servers that it is for.
      returned: success
      type: list
      elements: dict
      sample: []
    tags:
      description: Its tags.
      returned: success
      type: list
      elements: str
      sample: []
    state:
      description: What it is doing, V(available) when nothing is going on.
      returned: success
      type: str
      sample: available
    zone:
      description: Its zone, in the current API.
      returned: success
      type: str
      sample: fr-par-1
    project:
      description: The ID of its project, in the current API.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization:
      description: The ID of its organization.
      returned: success
      type: str
      sample: 33333333-3333-4333-8333-333333333333
    creation_date:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
    modification_date:
      description: When it was changed last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
data:
  description:
    - RV(security_group) under the key C(scaleway_security_group), for playbooks that were written for C(community.general).
  returned: when RV(security_group) is not empty
  type: dict
  sample: {"scaleway_security_group": {"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "name": "web"}}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._instance import SECURITY_GROUP
from ..module_utils._module import resource_module
from ..module_utils._rules import RULE
from ..module_utils._run import run

MODULE = resource_module(
    SECURITY_GROUP,
    {
        "name": {"type": "str"},
        "description": {"type": "str"},
        "stateful": {"type": "bool"},
        "inbound_default_policy": {"type": "str", "choices": ["accept", "drop"]},
        "outbound_default_policy": {"type": "str", "choices": ["accept", "drop"]},
        "enable_default_security": {"type": "bool"},
        "organization_default": {"type": "bool"},
        "project_default": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
        "rules": {"type": "list", "elements": "dict", "options": RULE},
        "purge_rules": {"type": "bool", "default": True},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
