# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Managed Inference, Web Hosting, billing, the Audit Trail."""

from __future__ import annotations

from tests.families.case import Case, Tasks

QUICK = {"wait_interval": 0.1}
MODEL = {"model": "mistral/mistral-7b-instruct-v0.3:bf16", "node_type": "L4", "endpoints": [{"disable_auth": False}]}
PLAN = {"offer": "essential", "email": "ada@example.com"}
TASKS: Tasks = {
    "scaleway_billing_info": [{}, {"billing_period": "2026-13"}],
    "scaleway_audit_trail_info": [{"product_name": "secret-manager"}, {"recorded_after": "yesterday"}],
    "scaleway_inference_deployment": [
        {"name": "web", **MODEL, **QUICK},
        {"name": "other", **MODEL, "node_type": "L5"},
        {"name": "other", **MODEL, "model": "meta/llama-3.1-8b-instruct:bf16"},
        {"name": "web", "min_size": 3},
    ],
    "scaleway_inference_deployment_info": [{}],
    "scaleway_webhosting": [
        {"domain": "shop.example.com", **PLAN, **QUICK},
        {"domain": "other.example.com", **PLAN, "offer": "none"},
    ],
    "scaleway_webhosting_info": [{"region": "all"}],
}
CASES = [
    Case(
        "scaleway_inference_deployment",
        "deployment",
        "inference.deployment",
        {**MODEL, "tags": ["a"], **QUICK},
        {"max_size": 3, "tags": ["a", "b"], "quantization_bits": 8, **QUICK},
        {"max_size": 3, "tags": ["a", "b"], "quantization": {"bits": 8}},
    ),
    Case(
        "scaleway_webhosting",
        "hosting",
        "webhosting.hosting",
        {**PLAN, **QUICK},
        {"email": "grace@example.com", "tags": ["a"], "protected": False, **QUICK},
        {"email": "grace@example.com", "tags": ["a"]},
        who=tuple({"domain": f"{name}.example.com"} for name in ("web", "web-1", "my-web")),
        shown=("user", "tags"),
        twin=None,
    ),
]
