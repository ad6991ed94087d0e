# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of Block Storage, for the modules that manage, list or name them (api/resources.json, block.v1)."""

from __future__ import annotations

from dataclasses import replace

from ._api import ResourceApi
from ._compare import same_set
from ._context import Context
from ._errors import InvalidInput, NotFound
from ._key_manager import KEY
from ._locality import region_of
from ._plan import Plan, placed
from ._resource import CREATED, ITEM, Item, Request, Resource, Shown, Steps
from ._values import size_in_bytes


def volume_made(fields: Item) -> Item:
    """The body of a new volume: its size stands with what it begins as. Raises :class:`InvalidInput`."""
    size, snapshot = fields.get("size"), fields.get("parent_snapshot_id")
    if not size and not snapshot:
        raise InvalidInput("There is no such volume yet: size, or snapshot to begin with, must be set to create it.")
    origin: Item = {"size": size} if size else {}
    begins = {"from_snapshot": dict(origin, snapshot_id=snapshot)} if snapshot else {"from_empty": origin}
    return dict({name: value for name, value in fields.items() if name not in ("size", "parent_snapshot_id")}, **begins)


SNAPSHOT_NAMED = Resource(product="block", version="v1", path="snapshots", one="snapshot")
BLOCK_VOLUME = Resource(
    product="block",
    version="v1",
    path="volumes",
    one="volume",
    needed=("name",),
    create_only=("parent_snapshot_id", "kms_key_id"),
    grow_only=("size",),
    rename={"snapshot": "parent_snapshot_id", "kms_key": "kms_key_id"},
    references={"snapshot": SNAPSHOT_NAMED, "kms_key": KEY},
    convert={"size": size_in_bytes},
    creation=volume_made,
    shown_as={
        "perf_iops": Shown("specs", lambda specs: (specs or {}).get("perf_iops"), lambda iops: {"perf_iops": iops}),
    },
    compare={"tags": same_set},
    defaults={"tags": [], "references": [], "parent_snapshot_id": None, "kms_key_id": None, "last_detached_at": None},
    status="status",
    steady=("available", "in_use"),
    # The type follows the IOPS.
    volatile=("type", "last_detached_at"),
)


def with_object_storage(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """The plan with an import instead of a creation from a volume, and with an export. Raises :class:`InvalidInput`."""
    origin, target = context.params.get("import_from"), context.params.get("export_to")
    steps = list(plan.requests)
    for number, step in enumerate(steps):
        if isinstance(step, Request) and step.purpose == "create":
            if not origin and not (step.body or {}).get("volume_id"):
                raise InvalidInput(
                    "There is no such snapshot yet: volume, or import_from to take it from, must be set to create it."
                )
            if origin:
                steps[number] = step._replace(path="snapshots/import-from-object-storage", body=imported(step, origin))
    if target and not _is_exported(api, context, target):
        made = plan.before is None
        item = {"id": CREATED} if made else plan.before or {}
        body = {"bucket": target["bucket"], "key": target["key"]}
        export: Steps = [Request("POST", (ITEM, "export-to-object-storage"), body)]
        steps += placed(api.resource, item, export)
    return plan._replace(requests=tuple(steps))


def imported(step: Request, origin: Item) -> Item:
    """The body of an import: the fields of a creation that it takes, and where the image is."""
    fields = {name: value for name, value in (step.body or {}).items() if name in ("name", "project_id", "tags")}
    size = {"size": size_in_bytes(origin["size"], "import_from.size")} if origin.get("size") else {}
    return dict(fields, bucket=origin["bucket"], key=origin["key"], **size)


def _is_exported(api: ResourceApi, context: Context, target: Item) -> bool:
    """Whether the object is there already: a snapshot never changes, so once is enough."""
    from ._s3 import BOTO3_IMPORT_ERROR, ObjectStorage  # most tasks do without boto3

    if BOTO3_IMPORT_ERROR is not None:
        raise InvalidInput(
            "export_to: the Python package boto3 is needed to see whether the object is there. Install it."
        )
    settings = replace(api.client.settings, region=region_of(api.locality))
    try:
        ObjectStorage(settings, context.environment).call("head_object", Bucket=target["bucket"], Key=target["key"])
    except NotFound:
        return False
    return True


BLOCK_SNAPSHOT = replace(
    SNAPSHOT_NAMED,
    needed=("name",),
    create_only=("volume_id",),
    rename={"volume": "volume_id"},
    not_fields=("import_from", "export_to"),
    references={"volume": BLOCK_VOLUME},
    shown_as={
        "volume_id": Shown(
            "parent_volume", lambda volume: (volume or {}).get("id"), lambda ident: {"id": ident} if ident else None
        )
    },
    compare={"tags": same_set},
    defaults={"tags": [], "references": [], "public": False, "parent_volume": None},
    more=with_object_storage,
    status="status",
    steady=("available", "in_use"),
)
