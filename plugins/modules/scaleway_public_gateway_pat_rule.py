# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_public_gateway_pat_rule
short_description: Manage the ports that public gateways pass on
description:
  - Let a Scaleway public gateway pass a port on to a machine in one of its private networks.
  - A rule is found by gateway, public port, and protocol, or by its ID.
  - That no other rule and no bastion has the port is checked before anything is sent.
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
  gateway:
    description:
      - The gateway, by ID or exact name. Needed unless O(id) is set. It cannot be changed in place.
    type: str
    aliases: [gateway_id]
  public_port:
    description:
      - The port of the gateway. Needed unless O(id) is set.
    type: int
  protocol:
    description:
      - Which packets are passed on. If not set, it is V(both).
    type: str
    choices: [tcp, udp, both]
  private_ip:
    description:
      - The address of the machine. Needed to create a rule.
    type: str
  private_port:
    description:
      - The port of the machine. Needed to create a rule.
    type: int
seealso:
  - module: community.scaleway.scaleway_public_gateway_pat_rule_info
"""

EXAMPLES = r"""
- name: Keep a public gateway
  community.scaleway.scaleway_public_gateway:
    name: gateway
    type: VPC-GW-S
    zone: fr-par-1

- name: Pass a port on to the SSH server of a machine
  community.scaleway.scaleway_public_gateway_pat_rule:
    gateway: gateway
    public_port: 2222
    protocol: tcp
    private_ip: 10.20.0.10
    private_port: 22
    zone: fr-par-1

- name: Pass nothing on any more
  community.scaleway.scaleway_public_gateway_pat_rule:
    gateway: gateway
    public_port: 2222
    protocol: tcp
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
pat_rule:
  description:
    - The rule as the API describes it. Empty when there is none any more.
    - In check mode it is the rule as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the rule
  type: dict
  contains:
    id:
      description: The ID of the rule.
      returned: when the rule exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    gateway_id:
      description: The ID of the gateway.
      returned: success
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    public_port:
      description: The port of the gateway.
      returned: success
      type: int
      sample: 2222
    protocol:
      description: Which packets are passed on.
      returned: success
      type: str
      sample: tcp
    private_ip:
      description: The address of the machine.
      returned: success
      type: str
      sample: 10.20.0.10
    private_port:
      description: The port of the machine.
      returned: success
      type: int
      sample: 22
    zone:
      description: Its zone.
      returned: success
      type: str
      sample: fr-par-1
    created_at:
      description: When it was made.
      returned: success
      type: str
      sample: "2026-07-30T13:54:26.075544Z"
    updated_at:
      description: When it was last changed.
      returned: success
      type: str
      sample: "2026-07-30T13:54:26.075544Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._vpcgw import PUBLIC_GATEWAY_PAT_RULE

MODULE = resource_module(
    PUBLIC_GATEWAY_PAT_RULE,
    {
        "gateway": {"type": "str", "aliases": ["gateway_id"]},
        "public_port": {"type": "int"},
        "protocol": {"type": "str", "choices": ["tcp", "udp", "both"]},
        "private_ip": {"type": "str"},
        "private_port": {"type": "int"},
    },
    required_one_of=[("gateway", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
