# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Block, file, and object storage."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks

TASKS: Tasks = {
    "scaleway_block_volume": [
        {"name": "data", "size": "20GB", "tags": ["a"]},
        {"name": "data", "size": "10GB"},
        {"name": "copy", "snapshot": "none"},
        {"name": "copy"},
        {"name": "data", "state": "absent"},
    ],
    "scaleway_block_volume_info": [{"zone": "all", "tags": ["a"]}],
    "scaleway_block_snapshot": [
        {"name": "golden", "import_from": {"bucket": "images", "key": "golden.qcow2", "size": "20GB"}},
        {"name": "other", "volume": "none"},
        {"name": "other"},
        {"name": "golden", "state": "absent"},
    ],
    "scaleway_block_snapshot_info": [{"zone": "all"}],
    "scaleway_file_system": [
        {"name": "uploads", "size": "100GB"},
        {"name": "other", "size": "1GB"},
        {"name": "uploads", "state": "absent"},
    ],
    "scaleway_file_system_info": [{}],
    "scaleway_bucket": [
        {"name": "example-bucket", "versioning": True, "tags": {"a": "b"}},
        {"name": "example-bucket", "object_lock": True},
        {"name": "example-bucket", "cors": [{"allowed_methods": ["GET"]}]},
        {"name": "example-bucket", "state": "absent"},
    ],
    "scaleway_bucket_info": [{}, {"name": "example", "name_match": "contains", "details": False}],
}
VOLUME = {"community.scaleway.scaleway_block_volume": {"name": "origin", "size": "10GB"}}
CASES = [
    Case(
        "scaleway_block_volume",
        "volume",
        "block.volume",
        {"size": "20GB", "perf_iops": 5000, "tags": ["a", "b"]},
        {"size": "30GB", "tags": []},
        {"size": 30_000_000_000, "tags": []},
    ),
    Case(
        "scaleway_block_snapshot",
        "snapshot",
        "block.snapshot",
        {"volume": "origin", "tags": ["a", "b"]},
        {"tags": [], "public": True},
        {"tags": [], "public": True},
        before=[VOLUME],
    ),
    Case(
        "scaleway_file_system",
        "filesystem",
        "file.filesystem",
        {"size": "100GB", "tags": ["a"]},
        {"size": "200GB", "tags": []},
        {"size": 200_000_000_000, "tags": []},
    ),
]
CONTRACTS = [Contract("file/v1alpha1", 25)]
