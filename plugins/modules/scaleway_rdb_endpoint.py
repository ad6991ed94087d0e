# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_endpoint
short_description: Manage endpoints of database instances
description:
  - Create and delete endpoints of an instance of Managed Databases. There is nothing to change in one.
  - An instance has one endpoint in a private network, and one public endpoint at most.
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
  - community.scaleway.managed.instance
options:
  private_network:
    description:
      - The private network to be reached in, by ID or exact name. If not set, the public endpoint is meant.
    type: str
    aliases: [private_network_id]
  service_ip:
    description:
      - The address in O(private_network), with the length of its subnet. One is chosen if this is not set.
    type: str
seealso:
  - module: community.scaleway.scaleway_rdb_endpoint_info
"""

EXAMPLES = r"""
- name: Create a database instance
  community.scaleway.scaleway_rdb_instance:
    name: shop
    engine: PostgreSQL-16
    node_type: DB-DEV-S
    user_name: admin
    password: "{{ database_password }}"
    volume_type: sbs_5k
    volume_size: 10GB
    region: fr-par

- name: Take away the public endpoint
  community.scaleway.scaleway_rdb_endpoint:
    instance: shop
    region: fr-par
    state: absent

- name: Give it back
  community.scaleway.scaleway_rdb_endpoint:
    instance: shop
    region: fr-par
"""

RETURN = r"""
endpoint:
  description:
    - The endpoint as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51
    name:
      description: Its name.
      returned: success
      type: str
      sample: null
    ip:
      description: Its address.
      returned: success
      type: str
      sample: 198.51.100.7
    port:
      description: Its port.
      returned: success
      type: int
      sample: 15432
    hostname:
      description: Its host name.
      returned: success
      type: str
      sample: null
    load_balancer:
      description: Empty, and only there for the public endpoint.
      returned: success
      type: dict
      sample: {}
    private_network:
      description: Where it is in a private network.
      returned: success
      type: dict
      sample: {"private_network_id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "service_ip": "172.16.40.2/22"}
    direct_access:
      description: Empty, and only there for endpoints of a read replica.
      returned: success
      type: dict
      sample: {}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._rdb_endpoints import ENDPOINT
from ..module_utils._run import run

MODULE = resource_module(
    ENDPOINT,
    {
        "instance": {"type": "str", "required": True, "aliases": ["instance_id"]},
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        "service_ip": {"type": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
