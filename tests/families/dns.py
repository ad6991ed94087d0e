# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Zones and records of DNS."""

from __future__ import annotations

from tests.families.case import Contract, Tasks

WWW = {"name": "www", "type": "A", "values": ["192.0.2.1", "192.0.2.2"]}
TASKS: Tasks = {
    "scaleway_dns_zone": [
        {"domain": "example.com", "subdomain": "dev"},
        {"domain": "example.net"},
        {"domain": "example.com", "subdomain": "no name"},
        {"domain": "example.com", "state": "absent"},
        {"id": "dev.example.com", "state": "absent"},
    ],
    "scaleway_dns_zone_info": [{"domain": "example.com"}],
    "scaleway_dns_record": [
        {"dns_zone": "example.com", **WWW},
        {"dns_zone": "example.com", **WWW, "type": "AAAA"},
        {"dns_zone": "none.example.com", **WWW},
        {"dns_zone": "example.com", "name": "www", "type": "A", "state": "absent"},
    ],
    "scaleway_dns_record_info": [{"dns_zone": "example.com", "name": "@"}, {"dns_zone": "none.example.com"}],
    "scaleway_dns_records": [
        {"dns_zone": "example.com", "records": [WWW], "purge": True},
        {"dns_zone": "example.com", "records": [WWW, {"name": "www.example.com.", "type": "A"}]},
        {"dns_zone": "example.com", "records": [WWW, {"name": "www", "type": "CNAME", "values": ["a."]}]},
        {"dns_zone": "example.com", "records": [WWW], "state": "absent"},
    ],
}
CONTRACTS = [Contract("domain/v2beta1", 60)]
