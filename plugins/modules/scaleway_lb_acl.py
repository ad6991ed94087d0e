# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_acl
short_description: Manage access rules of Load Balancers
description:
  - Create, change, and delete the access rules of the frontends of Scaleway Load Balancers.
  - A rule is found by its exact name in its frontend, or by its ID.
  - The API replaces a rule as a whole. What a task does not mention is sent back as it was.
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
  lb:
    description:
      - The Load Balancer, by ID or exact name. Needed when O(frontend) is a name.
    type: str
    aliases: [lb_id]
  frontend:
    description:
      - The frontend, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [frontend_id]
  name:
    description:
      - The name of the rule.
      - Needed unless O(id) is set. Together with O(id) it is the name that the rule gets.
    type: str
  description:
    description:
      - What the rule is for. An empty text removes it.
    type: str
  index:
    description:
      - The place of the rule. Rules are tried in this order, the lowest first. Needed for a new rule.
    type: int
  action:
    description:
      - What happens to requests that match. Needed for a new rule.
    type: dict
    suboptions:
      type:
        description:
          - Whether they are let through, refused, or sent elsewhere.
        type: str
        required: true
        choices: [allow, deny, redirect]
      redirect:
        description:
          - Where V(type=redirect) sends them.
        type: dict
        suboptions:
          type:
            description:
              - Whether O(action.redirect.target) is a whole address, or only another scheme.
            type: str
            required: true
            choices: [location, scheme]
          target:
            description:
              - The address, for example V(https://www.example.com), or the scheme, for example V(https).
            type: str
            required: true
          code:
            description:
              - The status of the answer, for example V(301).
            type: int
  match:
    description:
      - Which requests it is for. Keys that are not set stay as they are. Empty, it is for all requests.
    type: dict
    suboptions:
      ip_subnet:
        description:
          - Addresses and networks of clients. An empty list is every address.
        type: list
        elements: str
      ips_edge_services:
        description:
          - Whether it is for the addresses of Edge Services, too.
        type: bool
      http_filter:
        description:
          - What of a request is compared.
        type: str
        choices: [acl_http_filter_none, path_begin, path_end, regex, http_header_match]
      http_filter_value:
        description:
          - What it is compared with. One is enough.
        type: list
        elements: str
      http_filter_option:
        description:
          - The header, for V(http_filter=http_header_match).
        type: str
      invert:
        description:
          - Whether it is for the requests that do not match.
        type: bool
seealso:
  - module: community.scaleway.scaleway_lb_acl_info
  - module: community.scaleway.scaleway_lb_frontend
"""

EXAMPLES = r"""
- name: Create a Load Balancer
  community.scaleway.scaleway_lb:
    name: web
    zone: fr-par-1

- name: Create a backend
  community.scaleway.scaleway_lb_backend:
    lb: web
    name: servers
    forward_protocol: http
    forward_port: 8080
    zone: fr-par-1

- name: Create a frontend
  community.scaleway.scaleway_lb_frontend:
    lb: web
    name: http
    inbound_port: 80
    backend: servers
    zone: fr-par-1

- name: Refuse a network
  community.scaleway.scaleway_lb_acl:
    lb: web
    frontend: http
    name: unwanted
    index: 1
    action: {type: deny}
    match: {ip_subnet: [192.0.2.0/24]}
    zone: fr-par-1

- name: Send what is left to HTTPS
  community.scaleway.scaleway_lb_acl:
    lb: web
    frontend: http
    name: https
    index: 2
    action:
      type: redirect
      redirect: {type: scheme, target: https, code: 301}
    zone: fr-par-1

- name: Let the network in again
  community.scaleway.scaleway_lb_acl:
    lb: web
    frontend: http
    name: unwanted
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
acl:
  description:
    - The rule as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    name:
      description: The name.
      returned: success
      type: str
      sample: "web"
    description:
      description: What it is for.
      returned: success
      type: str
      sample: ""
    index:
      description: Its place.
      returned: success
      type: int
      sample: 1
    action:
      description: What happens to requests that match.
      returned: success
      type: dict
      sample: {"type": "deny", "redirect": null}
    match:
      description: Which requests it is for.
      returned: success
      type: dict
      sample: {"ip_subnet": ["192.0.2.0/24"], "http_filter": "acl_http_filter_none"}
    frontend:
      description: The frontend that it belongs to.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "http"}
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
    updated_at:
      description: When it was last changed.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "invalid_arguments", "status": 400, "message": "some arguments are not valid"}
"""

from ..module_utils._lb_traffic import ACL
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    ACL,
    {
        "lb": {"type": "str", "aliases": ["lb_id"]},
        "frontend": {"type": "str", "aliases": ["frontend_id"]},
        "name": {"type": "str"},
        "description": {"type": "str"},
        "index": {"type": "int"},
        "action": {
            "type": "dict",
            "options": {
                "type": {"type": "str", "required": True, "choices": ["allow", "deny", "redirect"]},
                "redirect": {
                    "type": "dict",
                    "options": {
                        "type": {"type": "str", "required": True, "choices": ["location", "scheme"]},
                        "target": {"type": "str", "required": True},
                        "code": {"type": "int"},
                    },
                },
            },
        },
        "match": {
            "type": "dict",
            "options": {
                "ip_subnet": {"type": "list", "elements": "str"},
                "ips_edge_services": {"type": "bool"},
                "http_filter": {
                    "type": "str",
                    "choices": ["acl_http_filter_none", "path_begin", "path_end", "regex", "http_header_match"],
                },
                "http_filter_value": {"type": "list", "elements": "str"},
                "http_filter_option": {"type": "str"},
                "invert": {"type": "bool"},
            },
        },
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
