# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Databases of serverless-sqldb/v1alpha1. One that is gone answers as if it were another's (api/errors.md, section 3)."""

from __future__ import annotations

from ._api import ResourceApi
from ._context import Context
from ._errors import InvalidInput
from ._plan import Plan
from ._resource import Resource

MOST = 15  # vCPUs


def check_cores(api: ResourceApi, context: Context, plan: Plan) -> None:
    least, most = ((plan.after or {}).get(name) for name in ("cpu_min", "cpu_max"))
    if most is not None and not 1 <= most <= MOST:
        raise InvalidInput(f"cpu_max: {most} is no number of vCPUs for a database. It can be 1 to {MOST}.")
    if least is not None and most is not None and not 0 <= least <= most:
        raise InvalidInput(f"cpu_min: {least} must be at least 0, and at most cpu_max, which is {most}.")


DATABASE = Resource(
    product="serverless-sqldb",
    version="v1alpha1",
    path="databases",
    one="database",
    scope="region",
    hidden=True,
    needed=("name",),
    create_only=("name",),
    defaults={"cpu_min": 0, "cpu_max": MOST},
    sent_defaults=("cpu_min", "cpu_max"),
    check=check_cores,
    volatile=("cpu_current", "started"),
    status="status",
    steady=("ready",),
    failed=("error", "locked", "unknown_status"),
    lingers=True,
    leaving=("deleting",),
)
