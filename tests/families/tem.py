# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Transactional Email."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks
from tests.simulator.store import PROJECT

TOPIC = f"arn:scw:sns:fr-par:project-{PROJECT}:returned"
DOMAIN = "mail.example.com"
TASKS: Tasks = {
    "scaleway_tem_domain": [
        {"name": DOMAIN, "autoconfig": True, "wait_interval": 0.1},
        {"name": "mail example"},
        {"name": DOMAIN, "autoconfig": False},
    ],
    "scaleway_tem_domain_info": [{"name": DOMAIN}],
    "scaleway_tem_webhook": [
        {"domain": DOMAIN, "name": "returned", "sns_arn": TOPIC, "event_types": ["email_dropped"]},
        {"domain": DOMAIN, "name": "returned", "sns_arn": "topic"},
        {"domain": "none.example.com", "name": "returned", "sns_arn": TOPIC},
    ],
    "scaleway_tem_webhook_info": [{}],
}
CASES = [
    Case(
        "scaleway_tem_domain",
        "domain",
        "tem.domain",
        {"autoconfig": False},
        {"autoconfig": True, "wait_interval": 0.1},
        {"autoconfig": True},
        who=({"name": "web.example.com"}, {"name": "web-1.example.com"}, {"name": "my-web.example.com"}),
        twin={"name": "web.example.com"},
        deletion=("POST",),
    ),
    Case(
        "scaleway_tem_webhook",
        "webhook",
        "tem.webhook",
        {"sns_arn": TOPIC, "event_types": ["email_dropped", "email_spam"]},
        {"sns_arn": f"{TOPIC}-2", "event_types": []},
        {"sns_arn": f"{TOPIC}-2", "event_types": []},
        before=[{"community.scaleway.scaleway_tem_domain": {"name": "example.com"}}],
        who=tuple({"domain": "example.com", "name": name} for name in ("web", "web-1", "my-web")),
    ),
]
CONTRACTS = [Contract("transactional-email/v1alpha1", 16)]
