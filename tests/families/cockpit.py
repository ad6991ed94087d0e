# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Cockpit."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks
from tests.simulator.store import PROJECT

TASKS: Tasks = {
    "scaleway_cockpit_source": [
        {"name": "shop", "type": "logs", "retention_days": 14, "wait_interval": 0.1},
        {"name": "shop", "type": "logs", "retention_days": 0},
        {"name": "shop"},
        {"name": "none", "state": "absent"},
    ],
    "scaleway_cockpit_source_info": [{"type": "logs", "region": "all"}],
    "scaleway_cockpit_token": [
        {"name": "agents", "scopes": ["write_only_logs", "read_only_metrics"]},
        {"name": "agents", "scopes": ["write_only_logs"]},
        {"name": "none"},
    ],
    "scaleway_cockpit_token_info": [{}],
    "scaleway_cockpit_alert_manager": [
        {"contact_points": [{"email": "duty@example.com"}]},
        {"contact_points": [{"email": "duty"}]},
        {"preconfigured_alerts": ["InstanceHighCpus"]},
    ],
    "scaleway_cockpit_alert_manager_info": [{}],
}
FIRST = {"email": {"to": "duty@example.com"}, "send_resolved_notifications": True, "project_id": PROJECT}
SECOND = {"email": {"to": "office@example.com"}, "send_resolved_notifications": False, "project_id": PROJECT}
RULE = "00000000-0000-4000-9000-000000000003"
CASES = [
    Case(
        "scaleway_cockpit_source",
        "data_source",
        "cockpit.data_source",
        {"type": "metrics", "wait_interval": 0.1},
        {"retention_days": 62},
        {"retention_days": 62},
    ),
    Case(
        "scaleway_cockpit_alert_manager",
        "alert_manager",
        "cockpit.alert_manager",
        {"contact_points": [{"email": "duty@example.com"}], "wait_interval": 0.1},
        {
            "contact_points": [{"email": "office@example.com", "send_resolved_notifications": False}],
            "preconfigured_alerts": ["DatabaseDiskFull"],
        },
        {},
        who=({"region": "fr-par"}, {"region": "nl-ams"}, {"region": "pl-waw"}),
        ident="region",
        creation=("POST", "POST"),
        changes=[
            ("POST", SECOND),
            ("POST", {"email": FIRST["email"], "project_id": PROJECT}),
            ("POST", {"project_id": PROJECT, "rule_ids": [RULE]}),
        ],
        shown=("contact_points", "preconfigured_alerts"),
        deletion=("POST",),
        twin=None,
    ),
]
SECRETS: Tasks = {
    "scaleway_cockpit_token": [
        {"community.scaleway.scaleway_cockpit_token": {"name": "hidden", "scopes": ["write_only_logs"]}}
    ]
}
VALUES = {"scaleway_cockpit_source": {"retention_days": [1, 31, 365]}}
CONTRACTS = [Contract("cockpit/v1", 36)]
