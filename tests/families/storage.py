# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Block, file, and object storage."""

from __future__ import annotations

from tests.families.case import Tasks

TASKS: Tasks = {
    "scaleway_bucket": [
        {"name": "example-bucket", "versioning": True, "tags": {"a": "b"}},
        {"name": "example-bucket", "object_lock": True},
        {"name": "example-bucket", "cors": [{"allowed_methods": ["GET"]}]},
        {"name": "example-bucket", "state": "absent"},
    ],
    "scaleway_bucket_info": [{}, {"name": "example", "name_match": "contains", "details": False}],
}
