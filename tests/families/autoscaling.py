# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Groups of Instances that grow and shrink."""

from __future__ import annotations

from typing import Any

from tests.families.case import Case, Tasks
from tests.simulator.store import PROJECT

QUICK = {"wait_interval": 0.1}
TEMPLATE: dict[str, Any] = {
    "community.scaleway.scaleway_api": {
        "method": "POST",
        "path": "/instance/v2alpha1/zones/fr-par-1/templates",
        "body": {"name": "small", "server_type": "PRO2-S", "project_id": PROJECT},
    }
}
TASKS: Tasks = {
    "scaleway_autoscaling_group": [
        {"name": "web", "template": "none"},
        {"name": "web", "template": PROJECT, "scaling_policy": {"minimum_size": 3, "maximum_size": 2}},
        {"name": "web", "template": PROJECT},
    ],
    "scaleway_autoscaling_group_info": [{}],
}
CASES = [
    Case(
        "scaleway_autoscaling_group",
        "group",
        "autoscaling.group",
        {"template": "small", "scaling_policy": {"maximum_size": 5, "fixed_size": 3}, "tags": ["a"], **QUICK},
        {"scaling_policy": {"cpu_target": 70, "scale_out_cooldown": "3m"}, "tags": [], **QUICK},
        {
            "scaling_policy_spec": {
                "minimum_size": 0,
                "maximum_size": 5,
                "scale_out_cooldown": "180s",
                "scale_in_cooldown": "60s",
                "scale_in_step": 1,
                "scale_out_step": 1,
                "cpu_target": {"target_avg_percent": 70},
            },
            "tags": [],
        },
        before=[TEMPLATE],
        shown=("scaling_policy", "tags"),
    )
]
