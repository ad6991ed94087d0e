# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_server
short_description: Manage Instances
description:
  - Create, change, switch, and delete Scaleway Instances with their volumes, addresses, private networks, and user
    data.
  - A server is found by its exact name in its zone and project, or by its ID.
  - What an option does not mention is left as it is. A list that is given is the whole list, unless the option says
    otherwise.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.wait
  - community.scaleway.legacy
  - community.scaleway.tags
options:
  state:
    description:
      - V(present) creates the server and leaves it switched on or off as it is. A new one is off.
      - V(running), V(stopped), and V(stopped_in_place) bring it to that state, and create it first if there is
        none.
      - V(restarted) restarts it each time, or starts it when it is off.
      - V(absent) stops it and deletes it. It is waited for until it is off, whatever O(wait) says. See
        O(delete_volumes) and O(delete_ips).
    type: str
    default: present
    choices: [present, absent, running, stopped, stopped_in_place, restarted]
  id:
    description:
      - The ID of the server, to say which one is meant when its name is not enough, or to give it another name.
    type: str
  name:
    description:
      - The name of the server.
      - Needed unless O(id) is set. Together with O(id) it is the name that the server gets.
    type: str
  image:
    description:
      - "The image of a new server: an ID, a label of the marketplace like V(ubuntu_jammy), or the exact name of
        an own image."
      - Needed to create a server, and ignored afterwards.
    type: str
  commercial_type:
    description:
      - The type of the server, for example V(DEV1-S). Needed to create one.
      - A server that is not stopped gets another type only when O(allow_stop) is V(true).
    type: str
  allow_stop:
    description:
      - "Whether a running server may be stopped and started again for a change that needs it: another
        O(commercial_type) or O(placement_group), or local volumes that come or go."
    type: bool
    default: false
  root_volume:
    description:
      - The root volume. If not set, a new server gets the one that Scaleway chooses for its image and type.
      - Its type cannot be changed. In block storage it can grow, and not shrink. Another size or type is refused.
    type: dict
    suboptions:
      volume_type:
        description:
          - V(sbs_volume) for block storage, V(l_ssd) for local storage.
          - A new server gets V(sbs_volume) if only O(root_volume.size) is set.
        type: str
        choices: [sbs_volume, l_ssd]
      size:
        description:
          - Its size, as bytes or with a unit, for example V(20GB).
        type: str
  additional_volumes:
    description:
      - "Further volumes. Each is given by O(additional_volumes[].id), or by a name: the volume of this name is
        attached, or created when there is none."
      - Volumes that the list does not hold stay attached, unless O(purge_volumes=true).
    type: list
    elements: dict
    suboptions:
      id:
        description:
          - The ID of a volume.
        type: str
      name:
        description:
          - The exact name of a volume.
        type: str
      size:
        description:
          - The size, as bytes or with a unit, for example V(20GB). Needed for a new volume. A volume in block storage can grow, and not shrink.
        type: str
      volume_type:
        description:
          - V(l_ssd) for local storage, V(sbs_volume) for block storage, V(scratch) for storage that is
            empty after each stop. It does not count together with O(additional_volumes[].id).
        type: str
        default: l_ssd
        choices: [l_ssd, sbs_volume, scratch]
  purge_volumes:
    description:
      - Whether volumes that are not in O(additional_volumes) are detached. They are not deleted.
    type: bool
    default: false
  public_ips:
    description:
      - "The flexible addresses of the server: IDs or addresses that are reserved, and V(ipv4) or V(ipv6) for
        one of this kind, which is reserved when the server has none to spare."
      - Others are detached, and stay reserved. An empty list detaches all.
    type: list
    elements: str
  public_ip:
    description:
      - "The older way to say O(public_ips), which wins when both are set: V(absent) for none, V(dynamic) for one while the server is running,
        V(allocated) for a flexible one, or the ID or address of a flexible one."
    type: str
  dynamic_ip_required:
    description:
      - Whether the server gets an address while it is running. A new one does not if this is not set.
    type: bool
  enable_ipv6:
    description:
      - Whether the server has an IPv6 address of the old kind. Only for the classic API. Today it has no effect, and
        O(public_ips) takes V(ipv6).
    type: bool
  security_group:
    description:
      - The security group, by ID or exact name. A new server is in the default one if this is not set.
    type: str
  placement_group:
    description:
      - The placement group, by ID or exact name. An empty text takes the server out of its group. Joining one needs the
        server to be stopped, see O(allow_stop).
    type: str
  private_networks:
    description:
      - The private networks that the server is connected to, by ID or exact name.
      - It is disconnected from others, unless O(purge_private_networks=false).
    type: list
    elements: str
  purge_private_networks:
    description:
      - Whether the server is disconnected from private networks that are not in O(private_networks).
    type: bool
    default: true
  protected:
    description:
      - Whether the server is protected from being stopped and deleted. While it is, tasks that would do so fail.
    type: bool
  boot_type:
    description:
      - What the server boots from, when it starts next. A new one boots from V(local) if this is not set.
    type: str
    choices: [local, rescue, bootscript]
  cloud_init:
    description:
      - The cloud-init configuration, which is the key C(cloud-init) of O(user_data).
      - A new server reads it when it starts for the first time. It can be changed later, which changes nothing on a
        server that has read it.
    type: str
  user_data:
    description:
      - User data by key. Keys that are not mentioned are left alone.
    type: dict
  delete_volumes:
    description:
      - Whether the volumes of the server are deleted with it.
    type: bool
    default: false
  delete_ips:
    description:
      - Whether the flexible addresses of the server are released with it.
    type: bool
    default: false
  keep_volumes:
    description:
      - The IDs of volumes that stay when O(delete_volumes) is V(true).
    type: list
    elements: str
  keep_ips:
    description:
      - The flexible addresses that stay reserved when O(delete_ips) is V(true), by ID or address.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_server_info
  - module: community.scaleway.scaleway_server_action
  - module: community.scaleway.scaleway_security_group
  - module: community.scaleway.scaleway_ip
  - module: community.scaleway.scaleway_block_volume
"""

EXAMPLES = r"""
- name: Have a server
  community.scaleway.scaleway_server:
    name: first
    zone: fr-par-1
    state: running
    commercial_type: DEV1-S
    image: ubuntu_jammy
    public_ips: [ipv4]

- name: Let in web traffic only
  community.scaleway.scaleway_security_group:
    name: web
    zone: fr-par-1
    inbound_default_policy: drop
    rules:
      - {action: accept, port: 443}

- name: Have a web server
  community.scaleway.scaleway_server:
    name: web-1
    zone: fr-par-1
    state: running
    commercial_type: DEV1-S
    image: ubuntu_jammy
    root_volume: {volume_type: sbs_volume, size: 20GB}
    additional_volumes:
      - {name: web-1-data, size: 10GB, volume_type: sbs_volume}
    public_ips: [ipv4, ipv6]
    security_group: web
    tags: [web, production]
    cloud_init: |
      #cloud-config
      packages: [nginx]
  register: web

- name: Show what a bigger type would mean
  community.scaleway.scaleway_server:
    name: web-1
    zone: fr-par-1
    commercial_type: DEV1-M
    allow_stop: true
  check_mode: true
  diff: true

- name: Restart it
  community.scaleway.scaleway_server:
    id: "{{ web.server.id }}"
    zone: fr-par-1
    state: restarted

- name: Delete it with all that belongs to it
  community.scaleway.scaleway_server:
    name: web-1
    zone: fr-par-1
    state: absent
    delete_volumes: true
    delete_ips: true
"""

RETURN = r"""
server:
  description:
    - The server as the API describes it. Empty when there is none any more.
    - In check mode it is the server as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the server
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10
    name:
      description: The name.
      returned: success
      type: str
      sample: web
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    zone:
      description: The zone, in the current API.
      returned: success
      type: str
      sample: fr-par-1
    project:
      description: The ID of the project, in the current API.
      returned: success
      type: str
      sample: "22222222-2222-4222-8222-222222222222"
    organization:
      description: The ID of the organization.
      returned: success
      type: str
      sample: "33333333-3333-4333-8333-333333333333"
    creation_date:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
    modification_date:
      description: When it was changed last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
    state:
      description: "Its state: V(running), V(stopped), V(stopped in place), or one on the way."
      returned: success
      type: str
      sample: running
    state_detail:
      description: What it is doing in that state.
      returned: success
      type: str
      sample: booting kernel
    commercial_type:
      description: Its commercial type.
      returned: success
      type: str
      sample: DEV1-S
    arch:
      description: Its architecture.
      returned: success
      type: str
      sample: x86_64
    hostname:
      description: Its host name.
      returned: success
      type: str
      sample: web-1
    image:
      description: The image that it was made of. In check mode only its ID.
      returned: success
      type: raw
      sample: {"id": "4c1a2e0b-5c6d-4f0e-8a1b-9d3e7f2a6c55", "name": "Debian Bookworm"}
    volumes:
      description: Its volumes by number. V(0) is the root volume.
      returned: success
      type: dict
      sample: {"0": {"id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "volume_type": "sbs_volume"}}
    public_ip:
      description: Its first address.
      returned: success
      type: dict
      sample: {"address": "192.0.2.10", "family": "inet", "id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10"}
    public_ips:
      description: Its addresses.
      returned: success
      type: list
      elements: dict
      sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "address": "192.0.2.10", "family": "inet"}]
    private_nics:
      description: Its connections to private networks.
      returned: success
      type: list
      elements: dict
      sample: []
    security_group:
      description: Its security group. In check mode only its ID.
      returned: success
      type: raw
      sample: {"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "name": "web"}
    placement_group:
      description: Its placement group. In check mode only its ID.
      returned: success
      type: raw
      sample: null
    protected:
      description: Whether it is protected from being deleted.
      returned: success
      type: bool
      sample: false
    boot_type:
      description: What it boots from.
      returned: success
      type: str
      sample: local
    dynamic_ip_required:
      description: Whether it gets an address while it is running.
      returned: success
      type: bool
      sample: false
    enable_ipv6:
      description: Not used by the API any more.
      returned: success
      type: bool
      sample: false
    allowed_actions:
      description: What can be done with it now.
      returned: success
      type: list
      elements: str
      sample: ["poweroff", "reboot"]
    mac_address:
      description: Its MAC address.
      returned: success
      type: str
      sample: de:00:00:12:34:56
    dns:
      description: Its name in the public DNS.
      returned: success
      type: str
      sample: 2f3a6a0c.pub.instances.example
    ipv6:
      description: Not used by the API any more.
      returned: success
      type: dict
      sample: null
    private_ip:
      description: Not used by the API any more.
      returned: success
      type: str
      sample: null
    extra_networks:
      description: Not used by the API any more.
      returned: success
      type: list
      elements: dict
      sample: []
    routed_ip_enabled:
      description: Whether its addresses are routed.
      returned: success
      type: bool
      sample: true
    bootscript:
      description: Not used by the API any more.
      returned: success
      type: dict
      sample: null
    location:
      description: Where it is in the data center.
      returned: success
      type: dict
      sample: null
    maintenances:
      description: Maintenance that is planned.
      returned: success
      type: list
      elements: dict
      sample: []
    filesystems:
      description: File systems that are attached to it.
      returned: success
      type: list
      elements: dict
      sample: []
    end_of_service:
      description: Whether its type is going to end.
      returned: success
      type: bool
      sample: false
price:
  description: What the commercial type costs in euros, by hour and by month.
  returned: in check mode, and when the server is created or gets another type
  type: dict
  sample: {"hourly": 0.009, "monthly": 6.57, "currency": "EUR"}
deleted_volumes:
  description: The IDs of the volumes that were deleted with the server.
  returned: when a server is deleted
  type: list
  elements: str
  sample: []
deleted_ips:
  description: The IDs of the addresses that were released with the server.
  returned: when a server is deleted
  type: list
  elements: str
  sample: []
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import Module
from ..module_utils._options import AUTH, LEGACY, PLACE, WAIT
from ..module_utils._run import run
from ..module_utils._server import manage

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        **WAIT,
        **LEGACY,
        "state": {
            "type": "str",
            "default": "present",
            "choices": ["present", "absent", "running", "stopped", "stopped_in_place", "restarted"],
        },
        "id": {"type": "str"},
        "name": {"type": "str"},
        "image": {"type": "str"},
        "commercial_type": {"type": "str"},
        "allow_stop": {"type": "bool", "default": False},
        "root_volume": {
            "type": "dict",
            "options": {
                "volume_type": {"type": "str", "choices": ["sbs_volume", "l_ssd"]},
                "size": {"type": "str"},
            },
        },
        "additional_volumes": {
            "type": "list",
            "elements": "dict",
            "options": {
                "id": {"type": "str"},
                "name": {"type": "str"},
                "size": {"type": "str"},
                "volume_type": {"type": "str", "default": "l_ssd", "choices": ["l_ssd", "sbs_volume", "scratch"]},
            },
        },
        "purge_volumes": {"type": "bool", "default": False},
        "public_ips": {"type": "list", "elements": "str"},
        "public_ip": {"type": "str"},
        "dynamic_ip_required": {"type": "bool"},
        "enable_ipv6": {"type": "bool"},
        "security_group": {"type": "str"},
        "placement_group": {"type": "str"},
        "private_networks": {"type": "list", "elements": "str"},
        "purge_private_networks": {"type": "bool", "default": True},
        "tags": {"type": "list", "elements": "str"},
        "protected": {"type": "bool"},
        "boot_type": {"type": "str", "choices": ["local", "rescue", "bootscript"]},
        "cloud_init": {"type": "str"},
        "user_data": {"type": "dict"},
        "delete_volumes": {"type": "bool", "default": False},
        "delete_ips": {"type": "bool", "default": False},
        "keep_volumes": {"type": "list", "elements": "str"},
        "keep_ips": {"type": "list", "elements": "str"},
    },
    manage,
    {"required_one_of": [("name", "id")], "mutually_exclusive": [("public_ip", "public_ips")]},
    absent={"changed": False, "server": {}, "diff": {"before": {}, "after": {}}},
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
