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
options:
  dns_zone:
    description:
      - The zone, by its whole name, for example V(example.com) or V(dev.example.com). It must exist.
    type: str
    required: true
  records:
    description:
      - The record sets. Each holds all values of one name and type.
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description:
          - The name below the zone, for example V(www) or V(*.dev). V(@) is the zone itself.
          - A whole name has a dot at its end, for example V(www.example.com.).
        type: str
        required: true
      type:
        description:
          - The type of the records.
        type: str
        required: true
        choices: [A, AAAA, ALIAS, CAA, CNAME, DNAME, DS, HINFO, HTTPS, LOC, MX, NAPTR, NS, PTR, RP, SRV, SSHFP, SVCB, TLSA, TXT, URI]
      values:
        description:
          - The values, each in the way of its type, for example V(192.0.2.1), V(10 mail.example.com.), or V(0 issue "letsencrypt.org").
          - Texts of V(TXT) are given without quotes.
          - Names of other machines are relative to the zone, unless they have a dot at their end.
          - An empty list removes the record set. If not set, the values that are there are kept.
        type: list
        elements: str
      ttl:
        description:
          - How long the records may be kept in caches, in seconds. New records have V(3600) if this is not set.
        type: int
      priority:
        description:
          - The priority of all values of V(MX) or V(SRV), where they do not begin with it themselves.
        type: int
      comment:
        description:
          - A text about the records.
        type: str
      geo_ip:
        description:
          - Answers that depend on where a question comes from.
        type: dict
        suboptions:
          default:
            description:
              - The answer for everywhere else.
            type: str
            required: true
          matches:
            description:
              - The answers of some places.
            type: list
            elements: dict
            required: true
            suboptions:
              countries:
                description:
                  - Codes of countries, for example V(FR).
                type: list
                elements: str
              continents:
                description:
                  - Codes of continents, for example V(EU).
                type: list
                elements: str
              data:
                description:
                  - The answer there.
                type: str
                required: true
      weighted:
        description:
          - Addresses, each of which is the answer as often as its weight says. An empty list makes it a plain record.
        type: list
        elements: dict
        suboptions:
          ip:
            description:
              - The address.
            type: str
            required: true
          weight:
            description:
              - Its weight.
            type: int
            required: true
      views:
        description:
          - Answers that depend on the subnet that a question comes from. An empty list makes it a plain record.
        type: list
        elements: dict
        suboptions:
          subnet:
            description:
              - The subnet, for example V(192.0.2.0/24).
            type: str
            required: true
          data:
            description:
              - The answer there.
            type: str
            required: true
      http_service:
        description:
          - Addresses that are only answered while a web server answers there.
        type: dict
        suboptions:
          ips:
            description:
              - The addresses.
            type: list
            elements: str
            required: true
          url:
            description:
              - What is asked for at each of them.
            type: str
            required: true
          must_contain:
            description:
              - A text that the answer must contain.
            type: str
          user_agent:
            description:
              - What the question says about itself.
            type: str
          strategy:
            description:
              - Which of the addresses that work are answered.
            type: str
            choices: [random, hashed, all]
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
  wait:
    description:
      - Whether to wait until the changed zone is published.
    type: bool
    default: true
  wait_timeout:
    description:
      - How long to wait, in seconds.
    type: int
    default: 300
  wait_interval:
    description:
      - The pause between two looks, in seconds. It grows while the wait lasts.
    type: float
    default: 1.0
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
