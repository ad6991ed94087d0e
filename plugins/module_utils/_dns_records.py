# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Bringing the records of a zone to what was asked for: read once, compared here, changed in one request."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._client import Client
from ._compare import same
from ._context import Context
from ._dns import DYNAMIC, RECORD, TTL, ZONE, RecordSet, record_set
from ._dns_values import meaning, relative_name, value_of, zone_name
from ._errors import InvalidInput, NotFound, PermissionDenied, RequestError, ScalewayError
from ._reconcile import wait_steady
from ._resource import Item
from ._retry import sent_once

FIELDS = ("name", "type", "data", "ttl", "priority", "comment", *DYNAMIC.values())


class Changes(t.NamedTuple):
    """The changes of a zone in the API's words, and its records afterwards."""

    changes: t.List[Item]
    after: t.List[Item]


class Goal(t.NamedTuple):
    """What a task asks for. ``purge`` says whether all other records of the zone go, except the zone's own name servers."""

    sets: t.Sequence[RecordSet]
    present: bool
    purge: bool = False

    def is_about(self, record: Item) -> bool:
        return self.purge or key_of(record) in {(one.name, one.type) for one in self.sets}

    @property
    def only(self) -> str:
        """The one name that it is about, "" when it is about several, or about the zone itself."""
        names = {one.name for one in self.sets}
        return "" if self.purge or len(names) != 1 else names.pop()


def key_of(record: Item) -> t.Tuple[str, str]:
    return record["name"], record["type"]


def in_order(records: t.Iterable[Item]) -> t.List[Item]:
    return sorted(records, key=lambda record: (record["name"], record["type"], record["data"]))


def changes_of(goal: Goal, there: t.Sequence[Item]) -> Changes:
    """What leads there: first what is deleted, then what is replaced, then what is new."""
    deleted: t.List[Item] = []
    replaced: t.List[t.Tuple[Item, Item]] = []
    added: t.List[Item] = []
    after: t.List[Item] = []
    asked = {(one.name, one.type) for one in goal.sets}
    for record in there:
        if key_of(record) not in asked:
            stays = not goal.purge or key_of(record) == ("", "NS")
            (after if stays else deleted).append(record)
    for one in goal.sets:
        current = [record for record in there if key_of(record) == (one.name, one.type)]
        if not goal.present:
            mine = [meaning(one.type, data) for data in one.data or []]
            for record in current:
                goes = one.data is None or meaning(one.type, record["data"]) in mine
                (deleted if goes else after).append(record)
            continue
        pairs = _pairs(one, current)
        taken = {old["id"] for old, _new in pairs if old is not None}
        rest = [record for record in current if record["id"] not in taken]
        for old, new in pairs:
            if old is None and one.exclusive and rest:  # a value that goes makes room for one that comes
                old = rest.pop(0)
                new = dict(new, id=old["id"])
            if old is None:
                added.append(new)
            elif not all(same(new.get(name), old.get(name)) for name in FIELDS if name in new):
                replaced.append((old, new))
            after.append(new)
        (deleted if one.exclusive else after).extend(rest)
    _check_aliases(after)
    changes: t.List[Item] = [{"delete": {"id": record["id"]}} for record in deleted]
    changes += [{"set": {"id": old["id"], "records": [_sent(new)]}} for old, new in replaced]
    if added:
        changes.append({"add": {"records": [_sent(record) for record in added]}})
    return Changes(changes, in_order(after))


def _pairs(one: RecordSet, current: t.Sequence[Item]) -> t.List[t.Tuple[t.Optional[Item], Item]]:
    """Each record of the set as it is, None for a new one, and as it shall be."""
    if one.data is None:
        if not current:
            raise InvalidInput(f"There is no record {one.told} yet: values must be set to create it.")
        return [(old, dict(old, **one.fields)) for old in current]
    known = {meaning(one.type, record["data"]): record for record in current}
    pairs: t.List[t.Tuple[t.Optional[Item], Item]] = []
    for data in one.data:
        old = known.get(meaning(one.type, data))
        if old is None:
            priority = value_of(one.type, data, one.fields.get("priority"), "values")[1]
            ttl = current[0]["ttl"] if current else TTL  # one set, one time to live
            base = {"name": one.name, "type": one.type, "data": data, "ttl": ttl, "priority": priority, "comment": None}
            pairs.append((None, dict(base, **one.fields)))
        else:
            pairs.append((old, dict(old, **one.fields)))
    return pairs


def _sent(record: Item) -> Item:
    """A record as a change holds it."""
    return {name: record[name] for name in FIELDS if record.get(name) is not None}


def _check_aliases(records: t.Sequence[Item]) -> None:
    """A CNAME stands alone. Raises :class:`InvalidInput` where something would be beside one."""
    kinds: t.Dict[str, t.Set[str]] = {}
    for record in records:
        kinds.setdefault(record["name"], set()).add(record["type"])
    for name, found in kinds.items():
        if "CNAME" in found and len(found) > 1:
            others = ", ".join(sorted(found - {"CNAME"}))
            raise InvalidInput(
                f"{name or '@'} would have a CNAME and {others}: a CNAME cannot be beside other records."
            )


def records_in(api: ResourceApi, name: str = "", kind: str = "") -> t.Optional[t.List[Item]]:
    """The records of a zone, None when there is no such zone: it is answered as 403 or 404 (findings, section 5)."""
    try:
        found = api.list({"name": name, "type": kind or None})
    except (NotFound, PermissionDenied) as error:
        if isinstance(error, PermissionDenied) and "not found" not in str(error.body.get("message")):
            raise
        return None
    return [record for record in found if not name or record["name"] == name]


def converge(client: Client, context: Context, goal: Goal) -> t.Dict[str, t.Any]:
    """Bring the record sets of a zone to what was asked for; the task's result."""
    zone = zone_name(str(context.params["dns_zone"]))
    api = ResourceApi(client, RECORD, dict(context.params, dns_zone=zone), warn=context.warn)
    there = records_in(api, goal.only)
    if there is None and goal.present:
        raise InvalidInput(f"dns_zone: there is no zone {zone}. The module scaleway_dns_zone makes one.")
    planned = changes_of(goal, there or [])
    after = planned.after
    if planned.changes and not context.check_mode:
        after = _apply(api, goal, planned.changes)
        if context.params.get("wait", True):
            _wait_until_published(client, context, zone, [record for record in after if goal.is_about(record)])
    before = [record for record in in_order(there or []) if goal.is_about(record)]
    after = [record for record in after if goal.is_about(record)]
    diff: t.Dict[str, t.Any] = {
        when: {"records": [{name: one[name] for name in FIELDS if name in one} for one in records]}
        for when, records in (("before", before), ("after", after))
    }
    diff.update(before_header=f"zone {zone}", after_header=f"zone {zone}")
    return {"changed": bool(planned.changes), "records": after, "diff": diff}


def _wait_until_published(client: Client, context: Context, zone: str, records: t.List[Item]) -> None:
    zones = ResourceApi(client, ZONE, context.params, warn=context.warn)
    try:
        for found in zones.list({"dns_zones": zone}):
            wait_steady(zones, context, found)
    except ScalewayError as error:
        error.extra.pop("last", None)
        error.extra.update(changed=True, records=records)
        raise


def _apply(api: ResourceApi, goal: Goal, changes: t.List[Item]) -> t.List[Item]:
    """Send the changes; the records of the zone afterwards. When the answer is lost, the zone is looked at before anything is
    sent again: a record is never added twice."""
    left = Changes(changes, [])

    def send() -> t.List[Item]:
        body = {"changes": left.changes, "return_all_records": True, "disallow_new_zone_creation": True}
        answer = api.client.request("PATCH", api.url, None, body, repeatable=False).data
        found = answer.get("records") if isinstance(answer, dict) else None
        return in_order(found or [])

    def look(lost: RequestError) -> t.Optional[t.List[Item]]:
        nonlocal left
        left = changes_of(goal, records_in(api, goal.only) or [])
        return None if left.changes else left.after

    return sent_once(api.client, send, look, "The records were not changed")


def one_set(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """What scaleway_dns_record does."""
    params = context.params
    wanted = record_set(params, zone_name(str(params["dns_zone"])))
    return converge(client, context, Goal([wanted], params["state"] == "present"))


def many_sets(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """What scaleway_dns_records does."""
    params = context.params
    zone = zone_name(str(params["dns_zone"]))
    sets: t.Dict[t.Tuple[str, str], RecordSet] = {}
    for number, told in enumerate(params["records"]):
        one = record_set(told, zone, f"records[{number}].")
        if (one.name, one.type) in sets:
            raise InvalidInput(f"records[{number}]: {one.told} is in the list twice. Give all of its values at once.")
        sets[one.name, one.type] = one
    present = params["state"] == "present"
    return converge(client, context, Goal(list(sets.values()), present, params["purge"] and present))


def list_records(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """What scaleway_dns_record_info does."""
    params = context.params
    zone = zone_name(str(params["dns_zone"]))
    api = ResourceApi(client, RECORD, dict(params, dns_zone=zone), warn=context.warn)
    name = None if params.get("name") is None else relative_name(str(params["name"]), zone)
    found = records_in(api, name or "", params.get("type") or "")
    if found is None:
        raise InvalidInput(f"dns_zone: there is no zone {zone}.")
    fit = [record for record in found if name is None or record["name"] == name]
    return {"changed": False, "records": [one for one in fit if params.get("type") in (None, one["type"])]}
