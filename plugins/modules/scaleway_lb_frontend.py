# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_frontend
short_description: Manage frontends of Load Balancers
description:
  - Create, change, and delete the frontends of Scaleway Load Balancers.
  - A frontend is found by its exact name in its Load Balancer, or by its ID.
  - The API replaces a frontend as a whole. What a task does not mention is sent back as it was.
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
      - The Load Balancer, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [lb_id]
  name:
    description:
      - The name of the frontend.
      - Needed unless O(id) is set. Together with O(id) it is the name that the frontend gets.
    type: str
  inbound_port:
    description:
      - The port that clients connect to, 1 to 65535. Needed for a new frontend.
    type: int
  backend:
    description:
      - The backend that requests go to, by ID or exact name. Needed for a new frontend.
    type: str
    aliases: [backend_id]
  certificates:
    description:
      - The certificates, each by ID or exact name. The first is for clients that name no host. An empty list removes all of
        them.
    type: list
    elements: str
    aliases: [certificate_ids]
  timeout_client:
    description:
      - How long a client may be silent. Milliseconds, or a number with its unit, for example V(5s).
    type: str
  enable_http3:
    description:
      - Whether clients may use HTTP/3.
    type: bool
  enable_access_logs:
    description:
      - Whether requests are logged in Cockpit.
    type: bool
  connection_rate_limit:
    description:
      - How many new connections a client may make each second. V(0) lifts the limit.
    type: int
seealso:
  - module: community.scaleway.scaleway_lb_frontend_info
  - module: community.scaleway.scaleway_lb_acl
  - module: community.scaleway.scaleway_lb_route
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
    timeout_client: 30s
    zone: fr-par-1

- name: Limit what a client may do
  community.scaleway.scaleway_lb_frontend:
    lb: web
    name: http
    connection_rate_limit: 100
    zone: fr-par-1

- name: Delete the frontend
  community.scaleway.scaleway_lb_frontend:
    lb: web
    name: http
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
frontend:
  description:
    - The frontend as the API describes it. Empty when there is none any more.
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
    inbound_port:
      description: The port that clients connect to.
      returned: success
      type: int
      sample: 80
    backend:
      description: The backend that requests go to.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "servers"}
    certificate_ids:
      description: The IDs of its certificates.
      returned: success
      type: list
      elements: str
      sample: []
    certificate:
      description: The first of its certificates.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "www"}
    timeout_client:
      description: Milliseconds that a client may be silent.
      returned: success
      type: int
      sample: 30000
    enable_http3:
      description: Whether clients may use HTTP/3.
      returned: success
      type: bool
      sample: false
    enable_access_logs:
      description: Whether requests are logged.
      returned: success
      type: bool
      sample: false
    connection_rate_limit:
      description: How many new connections a client may make each second.
      returned: success
      type: int
      sample: 100
    lb:
      description: The Load Balancer that it belongs to.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}
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

from ..module_utils._lb_traffic import FRONTEND
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    FRONTEND,
    {
        "lb": {"type": "str", "aliases": ["lb_id"]},
        "name": {"type": "str"},
        "inbound_port": {"type": "int"},
        "backend": {"type": "str", "aliases": ["backend_id"]},
        "certificates": {"type": "list", "elements": "str", "aliases": ["certificate_ids"]},
        "timeout_client": {"type": "str"},
        "enable_http3": {"type": "bool"},
        "enable_access_logs": {"type": "bool"},
        "connection_rate_limit": {"type": "int"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
