# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The classic account API, and requests to any endpoint."""

from __future__ import annotations

from tests.families.case import Tasks
from tests.simulator.store import TOKEN

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d ada@example.com"
SECRETS: Tasks = {
    "scaleway_token": [
        {
            "community.scaleway.scaleway_token": {
                "path": "hidden",
                "email": "admin@example.com",
                "password": "simulator-password",
            }
        },
        {"community.scaleway.scaleway_token": {"token_id": TOKEN}},
    ]
}
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
    "scaleway_organization_info": [{}, {"name": "Simulated"}, {"name": "none"}],
    "scaleway_sshkey": [
        {"ssh_pub_key": KEY},
        {"ssh_pub_key": KEY, "api_generation": "classic"},
        {"ssh_pub_key": "no key"},
        {"ssh_pub_key": KEY, "state": "absent"},
    ],
    "scaleway_user": [
        {"firstname": "Grace", "ssh_public_keys": [KEY]},
        {"user": "nobody@example.com"},
        {"ssh_public_keys": ["no key"]},
    ],
}
