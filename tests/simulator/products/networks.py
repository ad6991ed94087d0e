# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Private networks of vpc/v2, as far as servers need them."""

from __future__ import annotations

from ..kinds import Body, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Store


def new_network(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    return {
        "name": body.get("name") or "pn-simulated",
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "region": place.locality,
        "tags": body.get("tags") or [],
        "created_at": now,
        "updated_at": now,
        "subnets": [],
        "vpc_id": body.get("vpc_id") or store.new_id(),
        "dhcp_enabled": True,
        "default_route_propagation_enabled": False,
    }


PRIVATE_NETWORK = Kind(
    key="vpc.private_network",
    product="vpc",
    version="v2",
    path="private-networks",
    one="private_network",
    many="private_networks",
    resource="private_network",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "project_id": Field(str),
        "tags": Field(list, update=True),
        "vpc_id": Field(str),
        "subnets": Field(list),
    },
    exact_filters=("project_id", "organization_id", "vpc_id"),
    new=new_network,
)
KINDS = (PRIVATE_NETWORK,)
