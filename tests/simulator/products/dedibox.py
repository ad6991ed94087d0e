# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Dedibox: servers of dedibox/v1, whose ids are numbers."""

from __future__ import annotations

from ..kinds import Kind

SERVER = Kind(
    key="dedibox.server",
    product="dedibox",
    version="v1",
    path="servers",
    one="server",
    many="servers",
    resource="server",
    methods=("GET",),
    exact_filters=("project_id",),
    uuids=False,
)
KINDS = (SERVER,)
