# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Flexible addresses of Elastic Metal."""

from __future__ import annotations

from ..kinds import Kind

IP = Kind(
    key="flexibleip.ip",
    product="flexible-ip",
    version="v1alpha1",
    path="fips",
    one="flexible_ip",
    many="flexible_ips",
    resource="flexible_ip",
    methods=("GET",),
    exact_filters=("project_id", "organization_id", "status", "server_id"),
)
KINDS = (IP,)
