# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_applesilicon_server
short_description: Manage Apple silicon servers
description:
  - Order, change, reinstall, and delete Macs of Apple silicon as a Service.
  - A server is found by its exact name in its zone and project, or by its ID.
  - A Mac cannot be deleted in the first 24 hours. Use O(schedule_deletion) to have it deleted then.
  - The password of the administrator and the address for VNC are not shown. Read them with M(community.scaleway.scaleway_api).
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
  name:
    description:
      - The name of the server.
      - Needed unless O(id) is set. Together with O(id) it is the name that the server gets.
    type: str
  type:
    description:
      - The server type, for example V(M2-M). Needed to order a server. It cannot be changed in place.
    type: str
  os:
    description:
      - The system, by its name, for example V(macos-sequoia-15.6). A new server has the one that comes with its type if this is not set.
    type: str
  reinstall:
    description:
      - Whether the system of a server that exists is installed anew when O(os) differs. That deletes what is on the disk.
    type: bool
    default: false
  public_bandwidth:
    description:
      - The bandwidth to the Internet, in bits per second. Each type has some to choose from.
    type: int
  enable_vpc:
    description:
      - Whether the server can be in private networks. A new one cannot if this is not set.
    type: bool
  commitment_type:
    description:
      - How long a new server is committed to. It is only used when the server is ordered.
    type: str
    choices: [duration_24h, renewed_monthly, none]
  schedule_deletion:
    description:
      - Whether the server is deleted by itself as soon as it can be.
    type: bool
  private_networks:
    description:
      - The private networks that the server is in, as a whole, by ID or exact name. An empty list takes it out of all.
      - It needs O(enable_vpc).
    type: list
    elements: str
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A server takes some minutes to be ready.
    type: int
    default: 1800
seealso:
  - module: community.scaleway.scaleway_applesilicon_server_info
"""

EXAMPLES = r"""
- name: Order a Mac
  community.scaleway.scaleway_applesilicon_server:
    name: builder
    type: M4-M
    os: macos-sequoia-15.6
    zone: fr-par-1

- name: Give it more bandwidth
  community.scaleway.scaleway_applesilicon_server:
    name: builder
    public_bandwidth: 2000000000
    zone: fr-par-1

- name: Delete it
  community.scaleway.scaleway_applesilicon_server:
    name: builder
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
server:
  description:
    - The server as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4
    name:
      description: The name.
      returned: success
      type: str
      sample: builder
    state:
      description: What it is doing as a whole, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    status:
      description: What the API says of it.
      returned: success
      type: str
      sample: ready
    type:
      description: The server type.
      returned: success
      type: str
      sample: M4-M
    ip:
      description: The address.
      returned: success
      type: str
      sample: 203.0.113.7
    ssh_username:
      description: The user to log in as.
      returned: success
      type: str
      sample: m1
    sudo_password:
      description: Stars, because it is a secret.
      returned: success
      type: str
      sample: "********"
    vnc_url:
      description: Stars, because it holds a secret.
      returned: success
      type: str
      sample: "********"
    vnc_port:
      description: The port for VNC.
      returned: success
      type: int
      sample: 59010
    delivered:
      description: Whether it was delivered.
      returned: success
      type: bool
      sample: true
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    os:
      description: The system.
      returned: success
      type: dict
      sample: {"name": "macos-sequoia-15.6"}
    vpc_status:
      description: Whether it can be in private networks.
      returned: success
      type: str
      sample: vpc_disabled
    public_bandwidth_bps:
      description: The bandwidth to the Internet.
      returned: success
      type: int
      sample: 1000000000
    deletion_scheduled:
      description: Whether it is deleted by itself.
      returned: success
      type: bool
      sample: false
    deletable_at:
      description: From when on it can be deleted.
      returned: success
      type: str
      sample: "2026-03-02T10:00:00.000000Z"
    commitment:
      description: How long it is committed to.
      returned: success
      type: dict
      sample: {"type": "none", "cancelled": false}
    runner_configuration:
      description: The runner that was set up with it.
      returned: success
      type: dict
      sample: {"name": "ci"}
    applied_runner_configuration_ids:
      description: The runners on it.
      returned: success
      type: list
      elements: str
      sample: []
    private_networks:
      description: The IDs of its private networks, when the task says something of them.
      returned: success
      type: list
      elements: str
      sample: ["2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4"]
    zone:
      description: The zone.
      returned: success
      type: str
      sample: fr-par-1
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization_id:
      description: The ID of the organization.
      returned: success
      type: str
      sample: 33333333-3333-4333-8333-333333333333
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

from ..module_utils._apple_silicon import SERVER
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    SERVER,
    {
        "name": {"type": "str"},
        "type": {"type": "str"},
        "os": {"type": "str"},
        "reinstall": {"type": "bool", "default": False},
        "public_bandwidth": {"type": "int"},
        "enable_vpc": {"type": "bool"},
        "commitment_type": {"type": "str", "choices": ["duration_24h", "renewed_monthly", "none"]},
        "schedule_deletion": {"type": "bool"},
        "private_networks": {"type": "list", "elements": "str"},
        "wait_timeout": {"type": "int", "default": 1800},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
