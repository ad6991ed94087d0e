# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations

import textwrap


class ModuleDocFragment:
    # One rule of a security group: the options of module_utils/_rules.py, RULE.
    DOCUMENTATION = r"""
options:
  action:
    description:
      - What to do with the traffic that the rule is for.
    type: str
    required: true
    choices: [accept, drop]
  direction:
    description:
      - Whether the rule is for traffic to the servers or from them.
    type: str
    default: inbound
    choices: [inbound, outbound]
  protocol:
    description:
      - The protocol of the traffic. V(ICMP) and V(ANY) have no ports.
    type: str
    default: TCP
    choices: [TCP, UDP, ICMP, ANY]
  ip_range:
    description:
      - The addresses at the other end, IPv4 or IPv6. The default is all of IPv4. V(::/0) is all of IPv6.
    type: str
    default: 0.0.0.0/0
  dest_port_from:
    description:
      - The port, or the first one of a range. All ports if it is not set.
    type: int
    aliases: [port]
  dest_port_to:
    description:
      - The last port of a range. One port alone if it is not set.
    type: int
"""
    # With its type, because ansible-test takes what has none for a literal.
    MANY: str = r"""
options:
  rules:
    description:
      - All rules of the security group, in the order in which they are tried. An empty list removes all of them. They
        stay as they are if it is not set.
      - Scaleway's own rules are not among them. See O(enable_default_security).
      - All of them are replaced by one request when any of them differs, see O(purge_rules).
    type: list
    elements: dict
    suboptions:
""" + textwrap.indent(DOCUMENTATION.partition("options:\n")[2], "    ")

    # The networks that may reach something: NETWORKS.
    NETWORKS = r"""
options:
  rules:
    description:
      - All rules, in any order. They are replaced by one request when any of them differs.
      - Needed unless O(state=absent), which removes all of them.
    type: list
    elements: dict
    suboptions:
      ip:
        description: The network, IPv4 or IPv6, for example V(192.0.2.0/24).
        type: str
        required: true
      description:
        description: What the rule is for.
        type: str
"""
