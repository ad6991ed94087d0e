# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_baremetal_server
short_description: Manage Elastic Metal servers
description:
  - Order, install, change, start, stop, and delete servers of Elastic Metal.
  - A server is found by its exact name in its zone and project, or by its ID.
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
  name:
    description:
      - The name of the server.
      - Needed unless O(id) is set. Together with O(id) it is the name that the server gets.
    type: str
  offer:
    description:
      - The name of the offer, for example V(EM-A115X-SSD). Needed to order a server. It cannot be changed in place.
      - M(community.scaleway.scaleway_baremetal_offer_info) lists them.
    type: str
  billing:
    description:
      - How a server is paid for. Hourly billing can become monthly, and not the other way round.
      - Of a server that exists it only counts together with O(offer).
    type: str
    choices: [hourly, monthly]
    default: hourly
  description:
    description:
      - A description.
    type: str
  protected:
    description:
      - Whether the server cannot be deleted.
    type: bool
  cloud_init:
    description:
      - What cloud-init is given when the system starts for the first time. Not all offers support it.
    type: str
  powered:
    description:
      - Whether the server runs.
    type: bool
  install:
    description:
      - The system that is installed. A server without it has none.
      - That of a server which exists is only changed when O(reinstall) says so.
    type: dict
    suboptions:
      os:
        description:
          - The system, by its name, for example V(Ubuntu), or by name and version where there are several, or by ID.
          - M(community.scaleway.scaleway_baremetal_os_info) lists them.
        type: str
        required: true
      hostname:
        description: The name that the system gives itself.
        type: str
      ssh_keys:
        description: The SSH keys that may log in, by ID or exact name. Most systems need one.
        type: list
        elements: str
      user:
        description: The user, where the system lets you choose.
        type: str
      password:
        description: The password of the user, where the system needs one.
        type: str
      service_user:
        description: The user of the service that comes with the system.
        type: str
      service_password:
        description: The password of that user.
        type: str
      partitioning_schema:
        description:
          - The partitions, as the API describes them, with C(disks), C(filesystems), C(raids), and C(zfs).
          - The system decides if this is not set.
        type: dict
  reinstall:
    description:
      - Whether the system of a server that exists may be installed anew. That deletes what is on the disks.
      - With V(never) the task fails when system, host name, or partitions differ from what O(install) says.
      - With V(changed) it is installed when they differ, with V(always) each time.
    type: str
    choices: [never, changed, always]
    default: never
  options:
    description:
      - The options of the server, as a whole and by name, for example V(Private Network) or V(Remote Access).
      - Those that nobody can choose, like licenses, are left alone.
    type: list
    elements: str
  private_networks:
    description:
      - The private networks that the server is in, as a whole, by ID or exact name. An empty list takes it out of all.
      - It needs the option V(Private Network).
    type: list
    elements: str
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A server is delivered in minutes to hours, and its installation takes up to half an hour.
    type: int
    default: 5400
seealso:
  - module: community.scaleway.scaleway_baremetal_server_info
  - module: community.scaleway.scaleway_baremetal_offer_info
  - module: community.scaleway.scaleway_baremetal_os_info
"""

EXAMPLES = r"""
- name: Order a server without a system
  community.scaleway.scaleway_baremetal_server:
    name: metal
    offer: EM-A115X-SSD
    options: [Remote Access]
    zone: fr-par-2

- name: Let it have monthly billing, and a tag
  community.scaleway.scaleway_baremetal_server:
    name: metal
    offer: EM-A115X-SSD
    billing: monthly
    tags: [database]
    zone: fr-par-2

- name: Delete it
  community.scaleway.scaleway_baremetal_server:
    name: metal
    zone: fr-par-2
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
      sample: metal
    description:
      description: The description.
      returned: success
      type: str
      sample: ""
    state:
      description: What it is doing as a whole, V(ready) when it is delivered and its system is installed.
      returned: success
      type: str
      sample: ready
    status:
      description: What the API says of it. It is V(ready) before the system is installed, too.
      returned: success
      type: str
      sample: ready
    offer_id:
      description: The ID of the offer.
      returned: success
      type: str
      sample: ddb09834-8680-4339-b5e3-19ca5205fa1f
    offer_name:
      description: The name of the offer.
      returned: success
      type: str
      sample: EM-A115X-SSD
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    ips:
      description: The addresses.
      returned: success
      type: list
      elements: dict
      sample: [{"address": "198.51.100.7", "version": "IPv4"}]
    domain:
      description: Its name in the DNS.
      returned: success
      type: str
      sample: metal.example.com
    boot_type:
      description: How it starts.
      returned: success
      type: str
      sample: normal
    install:
      description: The system.
      returned: success
      type: dict
      sample: {"hostname": "metal", "status": "completed", "user": "ubuntu"}
    options:
      description: The options.
      returned: success
      type: list
      elements: dict
      sample: [{"name": "Remote Access", "status": "option_status_enable"}]
    private_networks:
      description: The IDs of its private networks, when the task says something of them.
      returned: success
      type: list
      elements: str
      sample: ["2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4"]
    ping_status:
      description: Whether it answers to pings.
      returned: success
      type: str
      sample: ping_status_up
    protected:
      description: Whether it cannot be deleted.
      returned: success
      type: bool
      sample: false
    rescue_server:
      description: How to log in to the rescue system.
      returned: success
      type: dict
      sample: {"user": "rescue"}
    user_data:
      description: What cloud-init is given, in base64.
      returned: success
      type: str
      sample: ""
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

from ..module_utils._baremetal import SERVER
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    SERVER,
    {
        "name": {"type": "str"},
        "offer": {"type": "str"},
        "billing": {"type": "str", "choices": ["hourly", "monthly"], "default": "hourly"},
        "description": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
        "protected": {"type": "bool"},
        "cloud_init": {"type": "str"},
        "powered": {"type": "bool"},
        "install": {
            "type": "dict",
            "options": {
                "os": {"type": "str", "required": True},
                "hostname": {"type": "str"},
                "ssh_keys": {"type": "list", "elements": "str", "no_log": False},
                "user": {"type": "str"},
                "password": {"type": "str", "no_log": True},
                "service_user": {"type": "str"},
                "service_password": {"type": "str", "no_log": True},
                "partitioning_schema": {"type": "dict"},
            },
        },
        "reinstall": {"type": "str", "choices": ["never", "changed", "always"], "default": "never"},
        "options": {"type": "list", "elements": "str"},
        "private_networks": {"type": "list", "elements": "str"},
        "wait_timeout": {"type": "int", "default": 5400},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
