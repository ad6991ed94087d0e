# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Domains and DNS: zones and their records of domain/v2beta1.

The records of a zone are kept in the object itself and shown by their own path only. Three domains are registered from the start.
"""

from __future__ import annotations

from typing import Any

from ..errors import ApiFault, invalid, not_found, untyped
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import PROJECT, Entry, Store

REGISTERED = ("example.com", "example.org", "scaleway-terraform.com")
SERVERS = ["ns0.dom.scw.cloud", "ns1.dom.scw.cloud"]
TYPES = (
    "A AAAA CNAME TXT SRV TLSA MX NS PTR CAA ALIAS LOC SSHFP HINFO RP URI DS NAPTR DNAME SVCB HTTPS".split()  # noqa: SIM905
)
DYNAMIC = ("geo_ip_config", "http_service_config", "weighted_config", "view_config")
PUBLISH = 0.2  # seconds until a changed zone is active again


def now_of(store: Store) -> str:
    """Dates are without a fraction here (findings, section 10)."""
    return store.clock.zulu()[:19] + "Z"


def zone_name(domain: str, subdomain: str) -> str:
    return f"{subdomain}.{domain}" if subdomain else domain


def domain_of(name: str) -> str:
    """The registered domain that a zone lies in. Raises ApiFault when there is none."""
    for domain in REGISTERED:
        if name == domain or name.endswith(f".{domain}"):
            return domain
    raise untyped(404, "domain not found")


def zone(store: Store, domain: str, subdomain: str, project: str = PROJECT) -> Body:
    servers = [
        record(store, {"data": f"{server}.", "name": "", "ttl": 1800, "type": "NS"}, store.new_id())
        for server in SERVERS
    ]
    return {
        "id": zone_name(domain, subdomain),
        "domain": domain,
        "subdomain": subdomain,
        "ns": SERVERS,
        "ns_default": SERVERS,
        "ns_master": [],
        "status": "active",
        "message": None,
        "updated_at": now_of(store),
        "project_id": project,
        "linked_products": [],
        "_records": servers,
    }


def new_zone(store: Store, place: Place, body: Body) -> Body:
    domain, subdomain = body["domain"], body.get("subdomain") or ""
    if domain_of(domain) != domain:
        raise untyped(404, "domain not found")
    if store.find(ZONE, "", zone_name(domain, subdomain)):
        raise untyped(409, "the zone exists already")
    return zone(store, domain, subdomain, body.get("project_id") or PROJECT)


def shown(store: Store, entry: Entry) -> Body:
    return {name: value for name, value in entry.data.items() if name not in ("id", "_records")}


def change_zone(store: Store, entry: Entry, change: Body) -> None:
    name = change.pop("new_dns_zone", None)
    if name and name != entry.data["id"]:
        if not entry.data["subdomain"] or domain_of(name) != entry.data["domain"] or store.find(ZONE, "", name):
            raise invalid({"new_dns_zone": ("constraint", "the zone cannot have this name")})
        store.remove(entry)
        subdomain = name[: -len(entry.data["domain"]) - 1]
        change.update(id=name, subdomain=subdomain)
        store.place(ZONE, "")[name] = entry
    change["updated_at"] = now_of(store)


def delete_zone(store: Store, entry: Entry, query: Any) -> None:
    if not entry.data["subdomain"]:
        raise untyped(403, "root zone can't be deleted")
    store.remove(entry)
    entry.change({"id": "", "_records": []})
    for name in list(entry.data):  # the answer is an empty object
        del entry.data[name]


def no_zone(resource: str, ident: str) -> ApiFault:
    return untyped(403, "subdomain not found")


def of_zone(store: Store, place: Place, name: str) -> str:
    return name.lower().rstrip(".")


def implied(store: Store, place: Place, name: str, part: str, call: Call) -> None:
    """Records of a subdomain without a zone make one, unless the request forbids it (findings, section 10)."""
    name = of_zone(store, place, name)
    if call.method != "PATCH" or call.body.get("disallow_new_zone_creation") or store.find(ZONE, "", name):
        return
    domain = domain_of(name)
    store.add(ZONE, "", zone(store, domain, name[: -len(domain) - 1]))


def records(store: Store, entry: Entry, call: Call) -> Answer:
    kept: list[Body] = entry.data["_records"]
    if call.method == "PATCH":
        changed = [found for change in call.body.get("changes") or [] for found in apply(store, kept, change)]
        kept[:] = [one for one in kept if not one.pop("_gone", False)]
        published(store, entry)
        return Answer(200, {"records": kept if call.body.get("return_all_records") else changed})
    if call.method == "DELETE":
        kept[:] = [one for one in kept if one["type"] == "NS" and one["name"] == ""]
        published(store, entry)
        return Answer(200, {})
    query = call.query
    found = [
        one
        for one in sorted(kept, key=lambda one: str(one["name"]))
        if query.get("id") in (None, "", one["id"])
        and query.get("name") in (None, "", one["name"])
        and str(query.get("type") or "unknown").upper() in ("UNKNOWN", one["type"])
    ]
    size, number = int(query.get("page_size") or 100), int(query.get("page") or 1)
    return Answer(200, {"records": found[(number - 1) * size : number * size], "total_count": len(found)})


def published(store: Store, entry: Entry) -> None:
    """A changed zone is published; it is pending until then."""
    entry.change({"status": "pending", "updated_at": now_of(store)})
    store.soon(entry, PUBLISH, {"status": "active"})


def apply(store: Store, kept: list[Body], change: Body) -> list[Body]:
    """Carry out one change of a zone; the records that it made."""
    if change.get("add"):
        made = [record(store, told, store.new_id()) for told in change["add"]["records"]]
        for one in made:
            check_beside(kept, one)
        kept += made
        return made
    if change.get("set"):
        old = meant(kept, change["set"])
        ids = [one["id"] for one in old]
        made = []
        for number, told in enumerate(change["set"]["records"]):
            made.append(record(store, told, ids[number] if number < len(ids) else store.new_id()))
        for one in old:
            kept.remove(one)
        for one in made:
            check_beside(kept, one)
        kept += made
        return made
    if change.get("delete"):
        for one in meant(kept, change["delete"]):
            kept.remove(one)
        return []
    if "clear" in change:
        kept[:] = [one for one in kept if one["type"] == "NS" and one["name"] == ""]
        return []
    raise invalid({"changes": ("required", "add, set, delete or clear is needed")})


def meant(kept: list[Body], told: Body) -> list[Body]:
    """The records that an id or the fields of an identifier mean."""
    if told.get("id"):
        found = [one for one in kept if one["id"] == told["id"]]
        if not found:
            raise not_found("record", told["id"])
        return found
    fields = told.get("id_fields")
    if not fields:
        raise invalid({"id_fields": ("required", "id or id_fields is needed")})
    wanted = {name: value for name, value in fields.items() if value is not None}
    wanted["type"] = str(wanted.get("type")).upper()
    return [one for one in kept if all(one[name] == value for name, value in wanted.items())]


def check_beside(kept: list[Body], new: Body) -> None:
    """An alias stands alone."""
    others = [one for one in kept if one["name"] == new["name"] and one is not new]
    if others and "CNAME" in (new["type"], others[0]["type"]):
        raise untyped(400, f"a CNAME cannot be beside other records of {new['name']!r}")


def record(store: Store, told: Body, ident: str) -> Body:
    """A record as it is kept: quotes around texts, the priority before the name of a mail server (findings, section 10)."""
    # Scaleway's SDK for Python writes types in lower case.
    kind, data, priority = str(told.get("type")).upper(), str(told.get("data") or ""), int(told.get("priority") or 0)
    if kind not in TYPES:
        raise invalid({"type": ("constraint", f"{kind} is no type of record")})
    if not data:
        raise invalid({"data": ("required", "required key not provided")})
    if kind == "TXT" and not data.startswith('"'):
        data = f'"{data}"'
    if kind == "MX":
        first, _space, rest = data.partition(" ")
        data, priority = (data, int(first)) if rest else (f"{priority} {data}", priority)
    if kind == "SRV":
        words = data.split()
        if len(words) == 3:
            data = f"{priority} {data}"
        elif len(words) == 4:
            priority = int(words[0])
        else:
            raise untyped(400, "a SRV record is priority, weight, port and target")
    made = {
        "id": ident,
        "name": str(told.get("name") or ""),
        "type": kind,
        "data": data,
        "ttl": int(told.get("ttl") or 3600),
        "priority": priority,
        "comment": told.get("comment"),
        "updated_at": now_of(store),
    }
    for name in DYNAMIC:
        if told.get(name):
            made[name] = told[name]
    return made


ZONE = Kind(
    key="domain.zone",
    product="domain",
    version="v2beta1",
    path="dns-zones",
    one="dns_zone",
    many="dns_zones",
    resource="dns_zone",
    scope="global",
    uuids=False,
    fields={
        "domain": Field(str, required=True),
        "subdomain": Field(str),
        "project_id": Field(str, update=True),
        "new_dns_zone": Field(str, update=True),
    },
    exact_filters=("project_id", "domain"),
    filters={"dns_zones": lambda data, names: data["id"] in names, "dns_zone": lambda data, names: data["id"] in names},
    new=new_zone,
    shown=shown,
    ident=of_zone,
    absent=no_zone,
    implied=implied,
    may_change=change_zone,
    delete=delete_zone,
    deleted=200,
    parts={"records": records},
)
KINDS = (ZONE,)


def seed(store: Store) -> None:
    for domain in REGISTERED:
        store.add(ZONE, "", zone(store, domain, ""))
