# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Buckets of object storage: brought to the wanted state, setting by setting, and listed."""

from __future__ import annotations

import copy
import re
import typing as t
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

from ._bucket_settings import SETTINGS, asked_for
from ._client import Client
from ._context import Context
from ._errors import (
    ApiError,
    Conflict,
    FailedState,
    Immutable,
    InvalidInput,
    NoAnswer,
    NotFound,
    PermissionDenied,
    ScalewayError,
)
from ._locality import REGIONS
from ._resource import Item
from ._s3 import ObjectStorage

NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
BATCH = 1000  # S3 deletes no more at once


def bucket(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """Do what the options of scaleway_bucket say, and return the task's result."""
    params = context.params
    name = checked_name(params["name"])
    wanted = asked_for(params)
    storage = ObjectStorage(client.settings, context.environment)
    current = find(storage, name, tuple(wanted))
    if params["state"] == "absent":
        return _removed(storage, context, current)
    if current is not None:
        _check_fixed(current, wanted)
    elif wanted.get("default_retention") and not wanted.get("object_lock"):
        raise InvalidInput("default_retention: a new bucket needs object_lock to be true for it.")
    before = current or fresh(storage, name, bool(wanted.get("object_lock")))
    changes = {option: value for option, value in wanted.items() if differs(option, value, before[option])}
    after = dict(before, **changes)
    changed = current is None or bool(changes)
    if changed and not context.check_mode:
        _apply(storage, before, changes, create=current is None)
    return _result(changed, current, after)


def checked_name(name: str) -> str:
    """A name that a bucket can have. Raises :class:`InvalidInput`."""
    if not NAME.fullmatch(name) or ".." in name:
        raise InvalidInput(
            f"name: {name!r} is no name of a bucket. It has 3 to 63 lower-case letters, digits, dots and hyphens, and "
            "begins and ends with a letter or digit."
        )
    return name


def differs(option: str, wanted: t.Any, current: t.Any) -> bool:
    plain = SETTINGS[option].plain
    return bool(plain(wanted) != plain(current))


def fresh(storage: ObjectStorage, name: str, locked: bool) -> Item:
    """A bucket as it is when it was just made."""
    item = _base(storage, name)
    item.update({option: copy.copy(setting.none) for option, setting in SETTINGS.items()})
    item.update(object_lock=locked, versioning=locked)
    return item


def _base(storage: ObjectStorage, name: str) -> Item:
    return {"name": name, "region": storage.region, "endpoint": f"{storage.url}/{name}"}


def find(storage: ObjectStorage, name: str, asked: t.Tuple[str, ...]) -> t.Optional[Item]:
    """The bucket with all of its settings, None when there is none. What was not asked for may be unreadable: None."""
    try:
        storage.call("head_bucket", Bucket=name)
    except NotFound:
        return None
    except PermissionDenied as error:
        error.message = (
            f"The bucket {name!r} exists, but this API key may not see it: names are shared by all accounts, so it may be "
            f"somebody else's. {error.message}"
        )
        raise
    except ApiError as error:
        if error.status in (301, 307):
            error.message = (
                f"The bucket {name!r} is not in {storage.region}: set the region where it is. {error.message}"
            )
        raise
    return _with_settings(storage, _base(storage, name), asked)


def _with_settings(storage: ObjectStorage, item: Item, asked: t.Tuple[str, ...] = ()) -> Item:
    """The item with its settings, read at once."""
    operations = {
        setting.get: (
            setting.lacking,
            any(option in asked for option in SETTINGS if SETTINGS[option].get == setting.get),
        )
        for setting in SETTINGS.values()
    }

    def answer(operation: str) -> t.Optional[t.Dict[str, t.Any]]:
        lacking, needed = operations[operation]
        try:
            return storage.read(operation, lacking, Bucket=item["name"])
        except ApiError:
            if needed:
                raise
            return None

    with ThreadPoolExecutor(max_workers=len(operations)) as pool:
        answers = dict(zip(operations, pool.map(answer, operations)))
    settings: Item = {}
    for option, setting in SETTINGS.items():
        found = answers[setting.get]
        settings[option] = None if found is None else setting.read(found)
    return dict(item, **settings)


def _check_fixed(current: Item, wanted: Item) -> None:
    """Object lock is for the whole life of a bucket."""
    lock = wanted.get("object_lock")
    if lock is not None and lock != current["object_lock"]:
        raise Immutable(
            f"The bucket {current['name']} cannot be changed in place: object_lock is {current['object_lock']} and {lock} "
            "was asked for. It is chosen when a bucket is created: leave it out, or use another bucket.",
            bucket=current,
        )
    if wanted.get("default_retention") and not current["object_lock"]:
        raise InvalidInput(
            f"default_retention: the bucket {current['name']} was created without object_lock, so it cannot have one."
        )
    if wanted.get("versioning") is False and current["object_lock"]:
        raise InvalidInput(
            f"versioning: the bucket {current['name']} has object_lock, which keeps versions: it cannot be false."
        )


def _apply(storage: ObjectStorage, before: Item, changes: Item, create: bool) -> None:
    """Carry out what was planned. A failure tells what was done by then."""
    done, changed = dict(before), False
    try:
        if create:
            _create(storage, before)
            changed = True
        for option, setting in SETTINGS.items():
            if option not in changes:
                continue
            value = changes[option]
            if setting.delete and value == setting.none:
                storage.call(setting.delete, Bucket=before["name"])
            else:
                storage.call(setting.put, Bucket=before["name"], **setting.write(value))
            done[option], changed = value, True
    except ScalewayError as error:
        if changed or not create:
            error.extra.setdefault("bucket", done)
        error.extra.setdefault("changed", changed)
        raise


def _create(storage: ObjectStorage, item: Item) -> None:
    options: Item = {"ObjectLockEnabledForBucket": True} if item["object_lock"] else {}
    try:
        storage.call(
            "create_bucket",
            Bucket=item["name"],
            CreateBucketConfiguration={"LocationConstraint": storage.region},
            **options,
        )
    except Conflict as error:
        # Its first answer was lost, and the second attempt found what the first had made.
        if error.type != "BucketAlreadyOwnedByYou":
            raise


def _removed(storage: ObjectStorage, context: Context, current: t.Optional[Item]) -> t.Dict[str, t.Any]:
    if current is None:
        return _result(False, None, None)
    name = current["name"]
    if not context.params["force"] and _is_filled(storage, name):
        raise InvalidInput(
            f"The bucket {name} is not empty, so it was not deleted: set force to true to delete it with all of its objects.",
            bucket=current,
        )
    if not context.check_mode:
        if context.params["force"]:
            _empty(storage, name)
        try:
            storage.call("delete_bucket", Bucket=name)
        except NotFound:
            pass
    return _result(True, current, None)


def _is_filled(storage: ObjectStorage, name: str) -> bool:
    page = storage.call("list_object_versions", Bucket=name, MaxKeys=1)
    return bool(page.get("Versions") or page.get("DeleteMarkers"))


def _empty(storage: ObjectStorage, name: str) -> None:
    """Delete every version of every object, and what was uploaded in part. What is left is listed anew each time."""
    last: t.List[Item] = []
    while True:
        page = storage.call("list_object_versions", Bucket=name, MaxKeys=BATCH)
        found = [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
        keys = [{"Key": entry["Key"], "VersionId": entry["VersionId"]} for entry in found]
        if not keys:
            break
        answer = storage.call("delete_objects", Bucket=name, Delete={"Objects": keys, "Quiet": True})
        refused = answer.get("Errors") or (keys if keys == last else [])
        if refused:
            first = refused[0]
            raise FailedState(
                f"{len(refused)} objects of the bucket {name} cannot be deleted, so the bucket cannot either; the first is "
                f"{first['Key']!r}: {first.get('Code', '')} {first.get('Message', 'it is still there')}",
                changed=bool(last) or len(refused) < len(keys),
            )
        last = keys
    for upload in storage.call("list_multipart_uploads", Bucket=name).get("Uploads", []):
        storage.call("abort_multipart_upload", Bucket=name, Key=upload["Key"], UploadId=upload["UploadId"])


def _result(changed: bool, before: t.Optional[Item], after: t.Optional[Item]) -> t.Dict[str, t.Any]:
    name = (after or before or {}).get("name")
    diff: Item = {"before": before or {}, "after": after or {}}
    if name:
        diff.update(before_header=f"bucket {name}", after_header=f"bucket {name}")
    return {"changed": changed, "bucket": after or {}, "diff": diff}


def buckets(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """List the buckets of a region or of all of them: the result of scaleway_bucket_info."""
    everywhere = context.params["region"] == "all"
    found: t.List[t.Optional[Item]] = []
    for place in REGIONS if everywhere else [client.settings.region]:
        storage = ObjectStorage(replace(client.settings, region=place), context.environment)
        try:
            listed = storage.call("list_buckets").get("Buckets") or []
        except NoAnswer as error:
            if not everywhere:
                raise
            # Not every region has object storage: there is no such host then.
            context.warn(f"The buckets of {place} are not listed: {error.message}")
            continue
        entries = [entry for entry in listed if _chosen(entry, context)]
        with ThreadPoolExecutor(max_workers=8) as pool:
            found += pool.map(partial(_listed, storage, context), entries)
    return {"changed": False, "buckets": [item for item in found if item is not None]}


def _chosen(entry: Item, context: Context) -> bool:
    name = context.params["name"]
    if not name:
        return True
    return name in entry["Name"] if context.params["name_match"] == "contains" else name == entry["Name"]


def _listed(storage: ObjectStorage, context: Context, entry: Item) -> t.Optional[Item]:
    """A bucket of a list, None when it is in another region: some servers list those, too."""
    item = dict(_base(storage, entry["Name"]), creation_date=entry["CreationDate"].isoformat())
    try:
        place = storage.call("get_bucket_location", Bucket=item["name"]).get("LocationConstraint")
    except ApiError:
        place = None  # that it may not be asked for is no reason not to list it
    if place and place != storage.region:
        return None
    return _with_settings(storage, item) if context.params["details"] else item
