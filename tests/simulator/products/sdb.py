# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Databases of serverless-sqldb/v1alpha1. One that is not there is refused as if it were another's."""

from __future__ import annotations

from ..errors import ApiFault, denied, invalid
from ..kinds import Body, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store
from .rdb import CREATE, LEAVES, shown

MOST = 15  # cores


def refused(resource: str, ident: str) -> ApiFault:
    return denied(resource, "read")


def check_database(store: Store, place: Place, body: Body) -> None:
    check_cores(body["cpu_min"], body["cpu_max"])


def check_cores(least: int, most: int) -> None:
    if not 0 <= least <= most <= MOST or most == 0:
        raise invalid({"cpu_max": ("constraint", f"must be at least cpu_min, and at most {MOST}")})


def new_database(store: Store, place: Place, body: Body) -> Body:
    ident = store.new_id()
    return {
        "id": ident,
        "name": body["name"],
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "region": place.locality,
        "status": "creating",
        "endpoint": f"postgres://{ident}.pg.sdb.{place.locality}.example:5432/{body['name']}?sslmode=require",
        "cpu_min": body["cpu_min"],
        "cpu_max": body["cpu_max"],
        "cpu_current": 0,
        "started": False,
        "engine_major_version": 16,
        "created_at": store.clock.zulu(),
    }


def made_database(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, CREATE, {"status": "ready"})


def change_database(store: Store, entry: Entry, change: Body) -> None:
    now = {**entry.data, **change}
    check_cores(now["cpu_min"], now["cpu_max"])


DATABASE = Kind(
    key="sdb.database",
    product="serverless-sqldb",
    version="v1alpha1",
    path="databases",
    one="database",
    many="databases",
    resource="database",
    scope="region",
    fields={
        "name": Field(str, required=True),
        "project_id": Field(str),
        "cpu_min": Field(int, required=True, update=True),
        "cpu_max": Field(int, required=True, update=True),
        "from_backup_id": Field(str),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_database,
    check=check_database,
    made=made_database,
    may_change=change_database,
    absent=refused,
    leaves_as=LEAVES,
    deleted=200,
    shown=shown,
)
KINDS = (DATABASE,)
