# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_acl
short_description: Manage from where database instances can be reached
description:
  - Set the addresses from which the public endpoint of an instance of Managed Databases can be reached, all of them at once.
  - A new instance can be reached from everywhere. One without any rule lets nothing through.
  - A rule without a description is called C(IP allowed) by the API.
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
  - community.scaleway.rules.networks
  - community.scaleway.managed.instance
seealso:
  - module: community.scaleway.scaleway_rdb_acl_info
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

- name: Let in the office only
  community.scaleway.scaleway_rdb_acl:
    instance: shop
    rules:
      - {ip: 192.0.2.0/24, description: the office}
    region: fr-par

- name: Let nobody in
  community.scaleway.scaleway_rdb_acl:
    instance: shop
    region: fr-par
    state: absent
"""

RETURN = r"""
acl:
  description:
    - The rules as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    rules:
      description: All rules.
      returned: success
      type: list
      elements: dict
      sample: [{"ip": "192.0.2.0/24", "description": "the office"}]
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._rdb import ACL
from ..module_utils._rules import NETWORKS
from ..module_utils._run import run

MODULE = resource_module(
    ACL,
    {
        "instance": {"type": "str", "required": True, "aliases": ["instance_id"]},
        **NETWORKS,
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
