# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_route
short_description: Manage routes of Load Balancers
description:
  - Create, change, and delete routes, which send some of the requests to a frontend of a Scaleway Load Balancer to
    another backend.
  - A route is found by its frontend and the name or path it is for, or by its ID.
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
      - The Load Balancer, by ID or exact name. Needed when O(frontend) or O(backend) is a name.
    type: str
    aliases: [lb_id]
  frontend:
    description:
      - The frontend, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [frontend_id]
  backend:
    description:
      - The backend that the requests go to, by ID or exact name. Needed for a new route.
    type: str
    aliases: [backend_id]
  match:
    description:
      - Which requests the route is for. Needed unless O(id) is set.
      - Exactly one of O(match.sni), O(match.host_header), and O(match.path_begin) must be set.
    type: dict
    suboptions:
      sni:
        description:
          - The name in the handshake of TLS, for backends that talk TCP.
        type: str
      host_header:
        description:
          - The host that is asked for, for backends that talk HTTP.
        type: str
      path_begin:
        description:
          - The beginning of the path that is asked for, for backends that talk HTTP.
        type: str
      match_subdomains:
        description:
          - Whether the route is for the names below it, too.
        type: bool
seealso:
  - module: community.scaleway.scaleway_lb_route_info
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

- name: Create a backend for the API
  community.scaleway.scaleway_lb_backend:
    lb: web
    name: api
    forward_protocol: http
    forward_port: 9000
    zone: fr-par-1

- name: Send requests for the API there
  community.scaleway.scaleway_lb_route:
    lb: web
    frontend: http
    backend: api
    match: {host_header: api.example.com}
    zone: fr-par-1

- name: Those for the names below it, too
  community.scaleway.scaleway_lb_route:
    lb: web
    frontend: http
    match: {host_header: api.example.com, match_subdomains: true}
    zone: fr-par-1

- name: Delete the route
  community.scaleway.scaleway_lb_route:
    lb: web
    frontend: http
    match: {host_header: api.example.com}
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
route:
  description:
    - The route as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    frontend_id:
      description: The ID of its frontend.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    backend_id:
      description: The ID of the backend that the requests go to.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    match:
      description: Which requests it is for.
      returned: success
      type: dict
      sample: {"host_header": "api.example.com", "match_subdomains": false}
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

from ..module_utils._lb_traffic import ROUTE
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    ROUTE,
    {
        "lb": {"type": "str", "aliases": ["lb_id"]},
        "frontend": {"type": "str", "aliases": ["frontend_id"]},
        "backend": {"type": "str", "aliases": ["backend_id"]},
        "match": {
            "type": "dict",
            "options": {
                "sni": {"type": "str"},
                "host_header": {"type": "str"},
                "path_begin": {"type": "str"},
                "match_subdomains": {"type": "bool"},
            },
        },
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
