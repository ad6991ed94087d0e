# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Load Balancers of lb/v1: the list."""

from __future__ import annotations

from ..kinds import Kind

LB = Kind(
    key="lb.lb",
    product="lb",
    version="v1",
    path="lbs",
    one="lb",
    many="lbs",
    resource="lb",
    methods=("GET",),
    exact_filters=("project_id", "organization_id"),
)
KINDS = (LB,)
