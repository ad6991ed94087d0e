# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpc_acl
short_description: Manage the rules between the private networks of VPCs
description:
  - Set the rules that say what may pass between the private networks of a Scaleway VPC.
  - A VPC has one list of rules for IPv4 and one for IPv6. O(is_ipv6) says which of them is meant. The list is
    compared and replaced as a whole.
  - Without rules everything passes. O(state=absent) brings that back.
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
  vpc:
    description:
      - The VPC, by ID or exact name.
    type: str
    required: true
    aliases: [vpc_id]
  is_ipv6:
    description:
      - Whether the rules of IPv6 are meant, instead of those of IPv4.
    type: bool
    default: false
  default_policy:
    description:
      - What happens to packets that no rule is about. Rules that were never set have V(accept).
    type: str
    choices: [accept, drop]
  rules:
    description:
      - >-
        The rules in order: the first that fits a packet counts. An empty list removes all of them.
    type: list
    elements: dict
    suboptions:
      protocol:
        description:
          - The protocol.
        type: str
        default: ANY
        choices: [ANY, TCP, UDP, ICMP]
      source:
        description:
          - Where the packets come from, as a network.
        type: str
        required: true
      src_port_low:
        description:
          - The first port that they come from. Only for V(TCP) and V(UDP); every port if it is not set.
        type: int
      src_port_high:
        description:
          - The last port that they come from. The same as the first if it is not set.
        type: int
      destination:
        description:
          - Where the packets go, as a network.
        type: str
        required: true
      dst_port_low:
        description:
          - The first port that they go to. Only for V(TCP) and V(UDP); every port if it is not set.
        type: int
      dst_port_high:
        description:
          - The last port that they go to. The same as the first if it is not set.
        type: int
      action:
        description:
          - What happens to the packets.
        type: str
        default: accept
        choices: [accept, drop]
      description:
        description:
          - What the rule is for.
        type: str
seealso:
  - module: community.scaleway.scaleway_vpc_acl_info
"""

EXAMPLES = r"""
- name: Keep a VPC
  community.scaleway.scaleway_vpc:
    name: production
    region: fr-par

- name: Let only the web through
  community.scaleway.scaleway_vpc_acl:
    vpc: production
    default_policy: drop
    rules:
      - protocol: TCP
        source: 10.20.0.0/24
        destination: 10.20.1.0/24
        dst_port_low: 443
        description: The web
      - protocol: ICMP
        source: 0.0.0.0/0
        destination: 0.0.0.0/0
    region: fr-par

- name: Let everything through again
  community.scaleway.scaleway_vpc_acl:
    vpc: production
    region: fr-par
    state: absent
"""

RETURN = r"""
acl:
  description:
    - The ACL as the API describes it. Empty when there is none any more.
    - In check mode it is the ACL as it would be.
  returned: always, unless nothing is known of the ACL
  type: dict
  contains:
    rules:
      description: The rules. Scaleway writes their scope before their descriptions.
      returned: success
      type: list
      elements: dict
      sample: [{"protocol": "TCP", "action": "accept", "dst_port_low": 443}]
    default_policy:
      description: What happens to packets that no rule is about.
      returned: success
      type: str
      sample: drop
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._vpc import ACL

MODULE = resource_module(
    ACL,
    {
        "vpc": {"type": "str", "required": True, "aliases": ["vpc_id"]},
        "is_ipv6": {"type": "bool", "default": False},
        "default_policy": {"type": "str", "choices": ["accept", "drop"]},
        "rules": {
            "type": "list",
            "elements": "dict",
            "options": {
                "protocol": {"type": "str", "default": "ANY", "choices": ["ANY", "TCP", "UDP", "ICMP"]},
                "source": {"type": "str", "required": True},
                "src_port_low": {"type": "int"},
                "src_port_high": {"type": "int"},
                "destination": {"type": "str", "required": True},
                "dst_port_low": {"type": "int"},
                "dst_port_high": {"type": "int"},
                "action": {"type": "str", "default": "accept", "choices": ["accept", "drop"]},
                "description": {"type": "str"},
            },
        },
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
