# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Addresses of ipam/v1: the list."""

from __future__ import annotations

from ..kinds import Body, Kind


def of_types(address: Body, types: list[str]) -> bool:
    return (address.get("resource") or {}).get("type") in types


def is_attached(address: Body, wanted: list[str]) -> bool:
    return bool(address.get("resource")) == (wanted == ["true"])


IP = Kind(
    key="ipam.ip",
    product="ipam",
    version="v1",
    path="ips",
    one="ip",
    many="ips",
    resource="ip",
    scope="region",
    methods=("GET",),
    exact_filters=("project_id", "organization_id", "is_ipv6"),
    filters={"attached": is_attached, "resource_types": of_types, "resource_type": of_types},
)
KINDS = (IP,)
