# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Messaging and queuing."""

from __future__ import annotations

from typing import Any

from tests.families.case import Case, Contract, Tasks

CREDENTIALS: list[dict[str, Any]] = [
    {"name": "shop", "permissions": {"can_publish": True}},
    {"permissions": {"can_publish": True}},
    {"name": "shop", "permissions": {"can_fly": True}},
    {"name": "shop", "state": "absent"},
]
NOWHERE = "A" * 56
TASKS: Tasks = {
    "scaleway_mnq_nats_account": [
        {"name": "orders"},
        {"id": "orders", "name": "sales"},
        {"id": NOWHERE, "name": "sales"},
        {"name": "orders", "state": "absent"},
    ],
    "scaleway_mnq_nats_account_info": [{"name": "ord", "name_match": "contains", "region": "all"}],
    "scaleway_mnq_nats_credentials": [
        {"account": NOWHERE, "name": "shop"},
        {"account": "none", "name": "shop"},
        {"account": "none", "name": "shop", "state": "absent"},
    ],
    "scaleway_mnq_nats_credentials_info": [{}],
    "scaleway_mnq_sqs": [{}, {"state": "absent"}, {"region": "fr-nowhere"}],
    "scaleway_mnq_sqs_info": [{"region": "all"}],
    "scaleway_mnq_sqs_credentials": CREDENTIALS,
    "scaleway_mnq_sqs_credentials_info": [{}],
    "scaleway_mnq_sns": [{}, {"state": "absent"}],
    "scaleway_mnq_sns_info": [{}],
    "scaleway_mnq_sns_credentials": CREDENTIALS,
    "scaleway_mnq_sns_credentials_info": [{}],
}
CASES = [
    Case(
        f"scaleway_mnq_{product}_credentials",
        f"{product}_credentials",
        f"mnq.{product}_credentials",
        {"permissions": {"can_publish": True}},
        {"permissions": {"can_publish": False, "can_manage": True}},
        {"permissions": {"can_publish": False, "can_receive": False, "can_manage": True}},
        before=[{f"community.scaleway.scaleway_mnq_{product}": {"wait_interval": 0.1}}],
        who=tuple({"name": name, "wait_interval": 0.1} for name in ("web", "web-1", "my-web")),
        once=("secret_key",),
    )
    for product in ("sqs", "sns")
]
SECRETS: Tasks = {
    "scaleway_mnq_nats_credentials": [
        {"community.scaleway.scaleway_mnq_nats_account": {"name": "hidden"}},
        {"community.scaleway.scaleway_mnq_nats_credentials": {"account": "hidden", "name": "hidden"}},
    ]
}
CONTRACTS = [Contract("mnq/v1beta1", 24, wavers=True)]
