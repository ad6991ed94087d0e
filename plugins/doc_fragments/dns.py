# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations

import textwrap


class ModuleDocFragment:
    # A record set: the options of scaleway_dns_record, and what each one in the list of scaleway_dns_records has.
    DOCUMENTATION = r"""
options:
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
      - How long the records may be kept in caches, in seconds. If not set, new records have V(3600), and others keep theirs.
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
      - Only one of C(geo_ip), C(weighted), C(views), and C(http_service) can be set.
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
"""
    # With its type, because ansible-test takes what has none for a literal.
    MANY: str = r"""
options:
  records:
    description:
      - The record sets. Each holds all values of one name and type.
    type: list
    elements: dict
    required: true
    suboptions:
""" + textwrap.indent(DOCUMENTATION.partition("options:\n")[2], "    ")
