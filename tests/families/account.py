# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The classic account API, and requests to any endpoint."""

from __future__ import annotations

from tests.families.case import Tasks

TASKS: Tasks = {
    "scaleway_api": [
        {"path": "/instance/v1/zones/{zone}/servers", "pages": True, "list_key": "servers"},
        {"path": "/instance/v1/zones/{zone}/volumes", "method": "POST", "body": {"name": "x"}},
        {"path": "no-slash"},
        {},
    ],
    "scaleway_token": [
        {"path": "token", "email": "admin@example.com", "password": "simulator-password", "valid_for": 20},
        {"path": "other", "email": "admin@example.com", "password": "wrong"},
        {"token_id": "x", "path": "token"},
    ],
    "scaleway_token_info": [{}, {"api_generation": "current"}, {"unknown": 1}],
}
