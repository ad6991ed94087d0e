# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_dns_record_info
short_description: List the records of a DNS zone
description:
  - List the records of a DNS zone, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  dns_zone:
    description:
      - The zone, by its whole name, for example V(example.com) or V(dev.example.com). It must exist.
    type: str
    required: true
  name:
    description:
      - Only list records of this name below the zone. V(@) is the zone itself.
    type: str
  type:
    description:
      - Only list records of this type.
    type: str
    choices: [A, AAAA, ALIAS, CAA, CNAME, DNAME, DS, HINFO, HTTPS, LOC, MX, NAPTR, NS, PTR, RP, SRV, SSHFP, SVCB, TLSA, TXT, URI]
seealso:
  - module: community.scaleway.scaleway_dns_record
"""

EXAMPLES = r"""
- name: List the name servers of a zone
  community.scaleway.scaleway_dns_record_info:
    dns_zone: example.com
    name: "@"
    type: NS
  register: servers
"""

RETURN = r"""
records:
  description:
    - The records as the API describes them, an empty list when there is none.
  returned: success
  type: list
  elements: dict
  sample: [{"name": "", "type": "NS", "data": "ns0.dom.scw.cloud.", "ttl": 1800}]
"""

from ..module_utils._dns_records import list_records
from ..module_utils._dns_values import TYPES
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._run import run

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        "dns_zone": {"type": "str", "required": True},
        "name": {"type": "str"},
        "type": {"type": "str", "choices": list(TYPES)},
    },
    list_records,
    in_project=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
