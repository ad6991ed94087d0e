# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_container_domain
short_description: Manage domains of Serverless Containers
description:
  - Let a container of Scaleway's Serverless Containers be called by a host name of your own.
  - A domain is found by its host name, or by its ID.
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
  - community.scaleway.tags
options:
  container:
    description:
      - The container, by its ID, or by its exact name where no other one in the region has it. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
    aliases: [container_id]
  hostname:
    description:
      - The host name. It cannot be changed in place. Its CNAME record must lead to the host of the container first.
      - Needed unless O(id) is set.
    type: str
seealso:
  - module: community.scaleway.scaleway_container_domain_info
  - module: community.scaleway.scaleway_container
  - module: community.scaleway.scaleway_dns_record
"""

EXAMPLES = r"""
- name: Create a namespace
  community.scaleway.scaleway_container_namespace:
    name: shop
    region: fr-par

- name: Run a container
  community.scaleway.scaleway_container:
    namespace: shop
    name: web
    image: docker.io/library/nginx:1.29
    port: 80
    region: fr-par

- name: Call it www.example.com
  community.scaleway.scaleway_container_domain:
    container: web
    hostname: www.example.com
    region: fr-par

- name: Take the name from it
  community.scaleway.scaleway_container_domain:
    hostname: www.example.com
    region: fr-par
    state: absent
"""

RETURN = r"""
container_domain:
  description:
    - The container domain as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the container domain
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4"
    container_id:
      description: The ID of the container.
      returned: success
      type: str
      sample: "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51"
    hostname:
      description: The host name.
      returned: success
      type: str
      sample: www.example.com
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    error_message:
      description: What went wrong, if anything did.
      returned: success
      type: str
      sample: ""
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
    updated_at:
      description: When it was changed last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._containers import DOMAIN
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    DOMAIN,
    {
        "container": {"type": "str", "aliases": ["container_id"]},
        "hostname": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("hostname", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
