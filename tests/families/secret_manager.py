# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Secret Manager."""

from __future__ import annotations

import base64

from tests.families.case import Case, Contract, Tasks

TASKS: Tasks = {
    "scaleway_secret": [
        {
            "name": "web",
            "path": "/prod/",
            "tags": ["a"],
            "ephemeral_policy": {"action": "disable", "time_to_live": "2h"},
        },
        {"name": "web", "path": "/prod", "type": "certificate"},
        {"name": "web", "path": "prod"},
        {"name": "web", "ephemeral_policy": {"action": "disable", "time_to_live": "soon"}},
        {"name": "web", "path": "/prod", "state": "absent"},
    ],
    "scaleway_secret_info": [{"region": "all", "path": "/prod"}],
    "scaleway_secret_version": [
        {"secret": "/prod/none", "data": "opensesame"},
        {"secret": "/prod/none", "data_base64": "open sesame!", "compare_data": False},
        {"secret": "/prod/none", "data": "opensesame", "revision": "2"},
        {"secret": "/prod/none", "revision": "2", "state": "absent"},
    ],
    "scaleway_secret_version_info": [{"secret": "none"}],
}
SECRETS: Tasks = {
    "scaleway_secret_version": [
        {"community.scaleway.scaleway_secret": {"name": "hidden"}},
        {"community.scaleway.scaleway_secret_version": {"secret": "hidden", "data": 'open "sesame" & more/of it'}},
        {
            "community.scaleway.scaleway_secret_version": {
                "secret": "hidden",
                "data_base64": base64.b64encode(b"\x00\xffnot a text at all").decode(),
            }
        },
        {"community.scaleway.scaleway_secret_version_info": {"secret": "hidden"}},
    ]
}
CASES = [
    Case(
        "scaleway_secret",
        "secret",
        "secret.secret",
        {"path": "/", "description": "for the web", "tags": ["a", "b"], "type": "key_value"},
        {"description": "", "tags": ["b"]},
        {"description": "", "tags": ["b"]},
    ),
]
CONTRACTS = [Contract("secret-manager/v1beta1", 30)]
# Without a comparison each task makes another version.
VALUES = {
    "scaleway_secret_version": {"compare_data": [True]},
    "scaleway_secret": {
        "ephemeral_policy": [
            {"action": "disable", "time_to_live": "24h"},
            {"action": "delete", "time_to_live": "3d", "expires_once_accessed": True},
        ],
    },
}
