# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""IoT Hub."""

from __future__ import annotations

from tests.families.case import Case, Tasks
from tests.simulator.store import PROJECT

NOWHERE = {"hub": PROJECT, "name": "web"}
TASKS: Tasks = {
    "scaleway_iot_hub": [
        {"name": "factory", "product_plan": "plan_shared", "disable_events": True},
        {"name": "factory", "product_plan": "plan_huge"},
    ],
    "scaleway_iot_hub_info": [{"region": "all"}],
    "scaleway_iot_device": [
        {**NOWHERE, "allow_insecure": True},
        {**NOWHERE, "certificate": "none"},
        {"hub": "none", "name": "web", "state": "absent"},
        {"hub": "none", "name": "web"},
    ],
    "scaleway_iot_device_info": [{"hub": PROJECT}],
    "scaleway_iot_network": [
        {**NOWHERE, "type": "rest"},
        {**NOWHERE, "type": "carrier pigeons"},
        {**NOWHERE},
        {**NOWHERE, "state": "absent"},
    ],
    "scaleway_iot_network_info": [{}],
    "scaleway_iot_route": [
        {**NOWHERE, "topic": "#", "rest_config": {"verb": "get", "uri": "https://www.example.com"}},
        {**NOWHERE, "topic": "#", "db_config": {"port": 70000, "password": "never-shown"}},
        {**NOWHERE, "topic": "#"},
    ],
    "scaleway_iot_route_info": [{}],
}
FACTORY = [{"community.scaleway.scaleway_iot_hub": {"name": "origin"}}]
WITHIN = tuple({"hub": "origin", "name": name} for name in ("web", "web-1", "my-web"))
SECRETS: Tasks = {
    "scaleway_iot_network": [
        {"community.scaleway.scaleway_iot_hub": {"name": "hidden"}},
        {"community.scaleway.scaleway_iot_network": {"hub": "hidden", "name": "hidden", "type": "rest"}},
    ],
    "scaleway_iot_route": [
        {"community.scaleway.scaleway_iot_hub": {"name": "hidden"}},
        {
            "community.scaleway.scaleway_iot_route": {
                "hub": "hidden",
                "name": "hidden",
                "topic": "#",
                "db_config": {
                    "host": "db.example.com",
                    "port": 5432,
                    "dbname": "orders",
                    "username": "iot",
                    "password": "never/shown & nowhere",
                    "query": "INSERT INTO orders VALUES ($TOPIC, $PAYLOAD)",
                },
            }
        },
    ],
}
CASES = [
    Case(
        "scaleway_iot_hub",
        "hub",
        "iot.hub",
        {"product_plan": "plan_shared", "twins_graphite_config": {"push_uri": "https://graphite.example.com"}},
        {"disable_events": True, "product_plan": "plan_ha"},
        {"disable_events": True, "product_plan": "plan_ha"},
    ),
    Case(
        "scaleway_iot_device",
        "device",
        "iot.device",
        {"description": "a sensor", "message_filters": {"publish": {"policy": "accept", "topics": ["a", "b"]}}},
        {"description": "", "allow_insecure": True},
        {"description": "", "allow_insecure": True},
        before=FACTORY,
        who=WITHIN,
        once=("certificate",),
    ),
    Case(
        "scaleway_iot_route",
        "route",
        "iot.route",
        {"topic": "#", "s3_config": {"bucket_region": "fr-par", "bucket_name": "orders", "strategy": "per_topic"}},
        {"topic": "orders/#", "s3_config": {"object_prefix": "web"}},
        {
            "topic": "orders/#",
            "s3_config": {
                "bucket_region": "fr-par",
                "bucket_name": "orders",
                "strategy": "per_topic",
                "object_prefix": "web",
            },
        },
        before=FACTORY,
        who=WITHIN,
    ),
]
VALUES = {"scaleway_iot_hub": {"events_topic_prefix": ["$SCW/events", "events"]}}
