# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Edge Services."""

from __future__ import annotations

from typing import Any

from tests.families.case import Case, Tasks, Values

BUCKET = {"bucket_name": "shop", "bucket_region": "fr-par"}
BACKEND = "5fb20315-3661-4b4f-8884-94f29dc05d0d"
PIPELINES: list[dict[str, Any]] = [
    {"community.scaleway.scaleway_edge_pipeline": {"name": name}} for name in ("web", "web-1", "my-web")
]
TASKS: Tasks = {
    "scaleway_edge_pipeline": [{"name": "shop"}],
    "scaleway_edge_pipeline_info": [{}],
    "scaleway_edge_stage": [
        {"pipeline": "none", "kind": "backend", "bucket": BUCKET},
        {"pipeline": "none", "kind": "nothing"},
        {"pipeline": "none", "kind": "waf", "state": "absent"},
    ],
    "scaleway_edge_stage_info": [{"pipeline": "none", "kind": "dns"}],
}
CASES = [
    Case(
        "scaleway_edge_pipeline",
        "pipeline",
        "edge.pipeline",
        {"description": "of the shop"},
        {"description": ""},
        {"description": ""},
    ),
    Case(
        "scaleway_edge_stage",
        "stage",
        "edge.cache_stage",
        {"fallback_ttl": "1h", "backend_stage": BACKEND},
        {"fallback_ttl": "2h", "include_cookies": True, "waf_stage": BACKEND},
        {"fallback_ttl": "7200s", "include_cookies": True, "waf_stage_id": BACKEND},
        before=PIPELINES,
        who=tuple({"pipeline": name, "kind": "cache"} for name in ("web", "web-1", "my-web")),
        shown=("fallback_ttl", "include_cookies", "waf_stage_id", "backend_stage_id"),
        twin=None,
    ),
]

VALUES: Values = {
    "scaleway_edge_stage": {"full_private": [], "wildcard_domain": [], "managed_certificate": []}
}  # not of a cache
