# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_security_group_rule
short_description: Manage single rules of security groups
description:
  - Add a rule to a security group of Scaleway Instances, or delete it.
  - A rule is found by all that it says, or by its ID. Other rules are left alone.
  - M(community.scaleway.scaleway_security_group) manages all rules of a group as a whole, with fewer requests.
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
  - community.scaleway.rules
options:
  security_group:
    description:
      - The security group, by ID or exact name.
    type: str
    required: true
seealso:
  - module: community.scaleway.scaleway_security_group
"""

EXAMPLES = r"""
- name: Create a security group
  community.scaleway.scaleway_security_group:
    name: web
    zone: fr-par-1

- name: Let in web traffic
  community.scaleway.scaleway_security_group_rule:
    security_group: web
    zone: fr-par-1
    action: accept
    port: 443

- name: Let in web traffic no longer
  community.scaleway.scaleway_security_group_rule:
    security_group: web
    zone: fr-par-1
    action: accept
    port: 443
    state: absent
"""

RETURN = r"""
rule:
  description:
    - It, as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10
    action:
      description: What to do with the traffic.
      returned: success
      type: str
      sample: accept
    direction:
      description: Whose traffic it is for.
      returned: success
      type: str
      sample: inbound
    protocol:
      description: The protocol.
      returned: success
      type: str
      sample: TCP
    ip_range:
      description: The addresses at the other end.
      returned: success
      type: str
      sample: 0.0.0.0/0
    dest_ip_range:
      description: Not used by the API.
      returned: success
      type: str
      sample: null
    dest_port_from:
      description: The port, or the first of a range.
      returned: success
      type: int
      sample: 443
    dest_port_to:
      description: The last port of a range.
      returned: success
      type: int
      sample: null
    position:
      description: Its place among the rules.
      returned: success
      type: int
      sample: 1
    editable:
      description: Whether it can be changed.
      returned: success
      type: bool
      sample: true
    zone:
      description: The zone, in the current API.
      returned: success
      type: str
      sample: fr-par-1
data:
  description: RV(rule) under the key C(scaleway_security_group_rule), for playbooks that were written for C(community.general).
  returned: when RV(rule) is not empty
  type: dict
  sample: {"scaleway_security_group_rule": {"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10"}}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._instance import SECURITY_GROUP_RULE
from ..module_utils._module import resource_module
from ..module_utils._rules import RULE
from ..module_utils._run import run

MODULE = resource_module(
    SECURITY_GROUP_RULE,
    {
        "security_group": {"type": "str", "required": True},
        **RULE,
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
