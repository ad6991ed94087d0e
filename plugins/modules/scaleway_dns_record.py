# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_dns_record
short_description: Manage a record set of a DNS zone
description:
  - Create, change, and remove the records of one name and type in a DNS zone, all of them or some values among others.
  - The values are checked before anything is sent. All changes of a task are one request, so that a name is never without an
    answer in between.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.wait
  - community.scaleway.dns
options:
  dns_zone:
    description:
      - The zone, by its whole name, for example V(example.com) or V(dev.example.com). It must exist.
    type: str
    required: true
  exclusive:
    description:
      - Whether other values of the same name and type are removed.
      - V(false) leaves them alone, and O(state=absent) removes O(values) only.
    type: bool
    default: true
  state:
    description:
      - V(present) has the records as they are asked for.
      - V(absent) removes O(values), or all records of the name and type when they are not set.
    type: str
    default: present
    choices: [present, absent]
seealso:
  - module: community.scaleway.scaleway_dns_record_info
  - module: community.scaleway.scaleway_dns_records
  - module: community.scaleway.scaleway_dns_zone
"""

EXAMPLES = r"""
- name: Let www have two addresses
  community.scaleway.scaleway_dns_record:
    dns_zone: example.com
    name: www
    type: A
    values: [192.0.2.1, 192.0.2.2]
    ttl: 600

- name: Have one address more
  community.scaleway.scaleway_dns_record:
    dns_zone: example.com
    name: www
    type: A
    values: [192.0.2.3]
    exclusive: false

- name: Say where mail goes
  community.scaleway.scaleway_dns_record:
    dns_zone: example.com
    name: "@"
    type: MX
    values: [10 mx1.example.org., 20 mx2.example.org.]

- name: Answer Europe with another address than the rest of the world
  community.scaleway.scaleway_dns_record:
    dns_zone: example.com
    name: near
    type: A
    geo_ip:
      default: 192.0.2.1
      matches:
        - continents: [EU]
          data: 192.0.2.2

- name: Remove www
  community.scaleway.scaleway_dns_record:
    dns_zone: example.com
    name: www
    type: A
    state: absent
"""

RETURN = r"""
records:
  description:
    - The records that the task is about, as the API describes them, as they are afterwards.
    - In check mode they are as they would be. New ones have no ID then.
  returned: success
  type: list
  elements: dict
  sample:
    - id: 19ab4db1-2642-4ce6-a9bf-0989d08d5637
      name: www
      type: A
      data: 192.0.2.1
      ttl: 3600
      priority: 0
      comment: null
      updated_at: "2026-03-20T09:28:15Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._dns import RECORD_SET
from ..module_utils._dns_records import one_set
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE, STATE, WAIT
from ..module_utils._run import run

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        **WAIT,
        **RECORD_SET,
        "state": STATE["state"],
        "dns_zone": {"type": "str", "required": True},
        "exclusive": {"type": "bool", "default": True},
    },
    one_set,
    {"mutually_exclusive": [("geo_ip", "weighted", "views", "http_service")]},
    in_project=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
