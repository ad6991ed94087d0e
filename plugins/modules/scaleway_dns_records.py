# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_dns_records
short_description: Manage many record sets of a DNS zone at once
description:
  - Bring many records of a DNS zone, or all of them, to what is asked for. The zone is read once and changed in one request.
  - Every value is checked before anything is sent. Either all changes are made, or none.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.wait
  - community.scaleway.dns.many
options:
  dns_zone:
    description:
      - The zone, by its whole name, for example V(example.com) or V(dev.example.com). It must exist.
    type: str
    required: true
  purge:
    description:
      - Whether all other records of the zone are removed, except the name servers of the zone itself.
    type: bool
    default: false
  state:
    description:
      - V(present) has the records as they are asked for.
      - V(absent) removes those that O(records) names, with O(purge) having no meaning.
    type: str
    default: present
    choices: [present, absent]
seealso:
  - module: community.scaleway.scaleway_dns_record
  - module: community.scaleway.scaleway_dns_record_info
"""

EXAMPLES = r"""
- name: Have these records in the zone and no others
  community.scaleway.scaleway_dns_records:
    dns_zone: example.com
    purge: true
    records:
      - {name: "@", type: A, values: [192.0.2.1]}
      - {name: "@", type: TXT, values: [v=spf1 -all]}
      - {name: www, type: CNAME, values: [example.com.], ttl: 600}
      - {name: _sip._tcp, type: SRV, values: [10 5 5060 sip.example.com.]}
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
from ..module_utils._dns_records import many_sets
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE, STATE, WAIT
from ..module_utils._run import run

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        **WAIT,
        "state": STATE["state"],
        "dns_zone": {"type": "str", "required": True},
        "records": {
            "type": "list",
            "elements": "dict",
            "required": True,
            "options": RECORD_SET,
            "mutually_exclusive": [("geo_ip", "weighted", "views", "http_service")],
        },
        "purge": {"type": "bool", "default": False},
    },
    many_sets,
    in_project=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
