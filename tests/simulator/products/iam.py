# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who may do what, as iam/v1alpha1 has it: users, applications, groups, policies with their rules, API keys, SSH keys."""

from __future__ import annotations

import base64
import binascii
import hashlib
import random
import string
from collections.abc import Callable, Mapping
from datetime import datetime, timezone

from ..clock import seconds_of
from ..errors import invalid, no_route, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, USER, Entry, Store

Filter = Callable[[Body, list[str]], bool]
PRINCIPALS = ("user_id", "group_id", "application_id", "no_principal")
# What permissions are about; each has a set for all and one for reading.
PRODUCTS = (
    "AllProducts",
    "AppleSilicon",
    "BlockStorage",
    "ContainerRegistry",
    "Containers",
    "DomainsDNS",
    "ElasticMetal",
    "FileStorage",
    "Functions",
    "IPAM",
    "Instances",
    "KeyManager",
    "Kubernetes",
    "LoadBalancers",
    "ObjectStorage",
    "PrivateNetworks",
    "RelationalDatabases",
    "Redis",
    "SSHKeys",
    "SecretManager",
    "ServerlessJobs",
    "TransactionalEmail",
    "VPC",
    "VPCGateway",
)
FURTHER = {
    "IAMManager": "organization",
    "IAMReadOnly": "organization",
    "OrganizationManager": "organization",
    "OrganizationReadOnly": "organization",
    "ProjectManager": "organization",
    "ProjectReadOnly": "organization",
    "ObjectStorageBucketsRead": "projects",
    "ObjectStorageObjectsRead": "projects",
    "ObjectStorageObjectsWrite": "projects",
    "SecretManagerSecretAccess": "projects",
}
PERMISSION_SETS = {
    **{f"{product}{right}": "projects" for product in PRODUCTS for right in ("FullAccess", "ReadOnly")},
    **FURTHER,
}


def among(*fields: str) -> Filter:
    """A filter that one value fits: of a field, or of the list in it."""

    def fits(data: Body, values: list[str]) -> bool:
        return any(
            value in (found if isinstance(found, list) else [found])
            for found in (data.get(field) for field in fields)
            for value in values
        )

    return fits


def part_of_name(data: Body, values: list[str]) -> bool:
    return ",".join(values) in str(data["name"])


def permission_sets(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, list[Body]]:
    listed = [
        {
            "id": f"00000000-0000-4000-8000-{number:012}",
            "name": name,
            "scope_type": PERMISSION_SETS[name],
            "description": f"Simulated rights of {name}",
            "categories": ["simulated"],
        }
        for number, name in enumerate(sorted(PERMISSION_SETS), start=1)
    ]
    return "permission_sets", listed


def fingerprint(public_key: str) -> str:
    """MD5 in colons, as the API writes it. Raises ApiFault for what is no key."""
    words = public_key.split()
    try:
        digest = hashlib.md5(base64.b64decode(words[1], validate=True)).hexdigest()
    except (IndexError, binascii.Error):
        raise invalid({"public_key": ("constraint", "ssh key is invalid")}) from None
    return ":".join(digest[start : start + 2] for start in range(0, 32, 2))


def dated(store: Store, data: Body) -> Body:
    now = store.clock.zulu()
    return {"created_at": now, "updated_at": now, **data}


def new_ssh_key(store: Store, place: Place, body: Body) -> Body:
    """The comment of the key is cut (findings, section 10)."""
    return dated(
        store,
        {
            "name": body.get("name") or "key-simulated",
            "public_key": " ".join(body["public_key"].split()[:2]),
            "fingerprint": f"256 MD5:{fingerprint(body['public_key'])} (ssh-ed25519)",
            "organization_id": ORGANIZATION,
            "project_id": body.get("project_id") or PROJECT,
            "disabled": False,
        },
    )


def new_application(store: Store, place: Place, body: Body) -> Body:
    return dated(
        store,
        {
            "name": body.get("name") or "app-simulated",
            "description": body.get("description") or "",
            "organization_id": body.get("organization_id") or ORGANIZATION,
            "editable": True,
            "deletable": True,
            "managed": False,
            "nb_api_keys": 0,
            "tags": body.get("tags") or [],
        },
    )


def application_gone(store: Store, entry: Entry) -> None:
    """Its API keys go with it."""
    for key in list(store.entries(API_KEY, "")):
        if key.data.get("application_id") == entry.data["id"]:
            store.remove(key)


def new_group(store: Store, place: Place, body: Body) -> Body:
    """One name, one group (coverage, row 26)."""
    if any(other.data["name"] == body.get("name") for other in store.entries(GROUP, "")):
        raise invalid({"name": ("constraint", "a group of this name exists already")})
    return dated(
        store,
        {
            "organization_id": body.get("organization_id") or ORGANIZATION,
            "name": body.get("name") or "grp-simulated",
            "description": body.get("description") or "",
            "user_ids": [],
            "application_ids": [],
            "tags": body.get("tags") or [],
            "editable": True,
            "deletable": True,
            "managed": False,
        },
    )


def _must_exist(store: Store, body: Body) -> None:
    for kind, idents in ((USERS, body.get("user_ids")), (APPLICATION, body.get("application_ids"))):
        for ident in idents or []:
            if store.find(kind, "", ident) is None:
                raise not_found(kind.resource, ident)


def set_members(store: Store, entry: Entry, call: Call) -> Answer:
    _must_exist(store, call.body)
    entry.change({name: list(call.body.get(name) or []) for name in ("user_ids", "application_ids")})
    return Answer(200, dict(entry.data))


def _member(body: Body) -> tuple[str, str]:
    return ("user_ids", body["user_id"]) if body.get("user_id") else ("application_ids", body.get("application_id", ""))


def add_member(store: Store, entry: Entry, call: Call) -> Answer:
    name, ident = _member(call.body)
    _must_exist(store, {name: [ident]})
    if ident not in entry.data[name]:
        entry.change({name: [*entry.data[name], ident]})
    return Answer(200, dict(entry.data))


def remove_member(store: Store, entry: Entry, call: Call) -> Answer:
    name, ident = _member(call.body)
    if ident not in entry.data[name]:
        raise not_found("", ident)
    entry.change({name: [other for other in entry.data[name] if other != ident]})
    return Answer(200, dict(entry.data))


def check_policy(store: Store, place: Place, body: Body) -> None:
    if len([name for name in PRINCIPALS if body.get(name)]) != 1:
        raise invalid({"principal": ("constraint", "exactly one principal is needed")})
    _check_rules(body.get("rules") or [])


def _check_rules(rules: list[Body]) -> None:
    for rule in rules:
        for name in rule.get("permission_set_names") or []:
            if name not in PERMISSION_SETS:
                raise invalid({"permission_set_names": ("constraint", f"permission set {name} does not exist")})
        if bool(rule.get("project_ids")) == bool(rule.get("organization_id")):
            raise invalid({"scope": ("constraint", "either projects or an organization is needed")})


def new_policy(store: Store, place: Place, body: Body) -> Body:
    return dated(
        store,
        {
            "name": body.get("name") or "pol-simulated",
            "description": body.get("description") or "",
            "organization_id": body.get("organization_id") or ORGANIZATION,
            "editable": True,
            "deletable": True,
            "managed": False,
            "nb_rules": 0,
            "nb_scopes": 0,
            "nb_permission_sets": 0,
            "tags": body.get("tags") or [],
            **{name: body[name] for name in PRINCIPALS if body.get(name)},
        },
    )


def policy_made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    """The answer does not count the rules yet, the next one does."""
    ident = str(entry.data["id"])
    store.rules[ident] = shown_rules(store, body.get("rules") or [])
    store.soon(entry, 0, counts(store.rules[ident]))


def shown_rules(store: Store, rules: list[Body]) -> list[Body]:
    shown = []
    for rule in rules:
        names = list(rule.get("permission_set_names") or [])
        scope = {name: rule[name] for name in ("project_ids", "organization_id") if rule.get(name)}
        kind = PERMISSION_SETS[names[0]] if names else "projects"
        head = {"id": store.new_id(), "permission_set_names": names, "permission_sets_scope_type": kind}
        shown.append({**head, "condition": rule.get("condition") or "", **scope})
    return shown


def counts(rules: list[Body]) -> Body:
    scopes = {scope for rule in rules for scope in [*rule.get("project_ids", []), rule.get("organization_id")] if scope}
    return {
        "nb_rules": len(rules),
        "nb_scopes": len(scopes),
        "nb_permission_sets": len({name for rule in rules for name in rule["permission_set_names"]}),
    }


def change_policy(store: Store, entry: Entry, change: Body) -> None:
    """A new principal takes the place of the one there was."""
    chosen = [name for name in PRINCIPALS if change.get(name)]
    if chosen:
        for name in PRINCIPALS:
            if name not in chosen:
                change.pop(name, None)
                entry.data.pop(name, None)


def policy_gone(store: Store, entry: Entry) -> None:
    store.rules.pop(str(entry.data["id"]), None)


def rules_of_policy(store: Store, place: Place, call: Call) -> Answer:
    """Lists the rules of one policy, or replaces them as a whole."""
    ident = str((call.query if call.method == "GET" else call.body).get("policy_id", ""))
    entry = store.find(POLICY, "", ident)
    if entry is None:
        raise not_found("policy", ident)
    if call.method not in ("GET", "PUT"):
        raise no_route(call.method, "/iam/v1alpha1/rules")
    if call.method == "GET":
        rules = store.rules.get(ident, [])
        size, number = int(call.query.get("page_size") or 20), int(call.query.get("page") or 1)
        return Answer(200, {"rules": rules[(number - 1) * size : number * size], "total_count": len(rules)})
    _check_rules(call.body.get("rules") or [])
    store.rules[ident] = shown_rules(store, call.body.get("rules") or [])
    entry.change({**counts(store.rules[ident]), "updated_at": store.clock.zulu()})
    return Answer(200, {"rules": store.rules[ident]})


def check_api_key(store: Store, place: Place, body: Body) -> None:
    bearers = [
        kind for kind, name in ((APPLICATION, "application_id"), (USERS, "user_id")) if body.get(name) not in (None, "")
    ]
    if len(bearers) != 1:
        raise invalid({"bearer": ("constraint", "an application or a user is needed")})
    ident = str(body.get(f"{bearers[0].one}_id"))
    if store.find(bearers[0], "", ident) is None:
        raise not_found(bearers[0].resource, ident)


def new_api_key(store: Store, place: Place, body: Body) -> Body:
    """The secret is in this one answer only."""
    bearer = "application_id" if body.get("application_id") else "user_id"
    letters = string.ascii_uppercase + string.digits
    access_key = "SCW" + "".join(random.choice(letters) for _number in range(17))
    return {
        "id": access_key,
        "access_key": access_key,
        "secret_key": store.new_id(),
        "description": body.get("description") or "",
        **dated(store, {}),
        "expires_at": moment(body.get("expires_at")),
        "default_project_id": body.get("default_project_id") or PROJECT,
        "editable": True,
        "deletable": True,
        "managed": False,
        "creation_ip": "203.0.113.10",
        bearer: body[bearer],
    }


def without_id(store: Store, entry: Entry) -> Body:
    return {name: value for name, value in entry.data.items() if name != "id"}


def moment(told: str | None) -> str | None:
    """A time as the API writes it, whatever its zone was."""
    if not told:
        return None
    try:
        found = datetime.fromisoformat(told.replace("Z", "+00:00")).astimezone(timezone.utc)
    except ValueError:
        raise invalid({"expires_at": ("format", "must be a date and time of RFC 3339")}) from None
    return found.isoformat().replace("+00:00", "Z")


def change_api_key(store: Store, entry: Entry, change: Body) -> None:
    if "expires_at" in change:
        change["expires_at"] = moment(change["expires_at"])


def api_key_made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.secrets[entry.data["secret_key"]] = entry
    store.soon(entry, 0, {"secret_key": None})
    application = store.find(APPLICATION, "", str(entry.data.get("application_id")))
    if application is not None:
        application.change({"nb_api_keys": application.data["nb_api_keys"] + 1})


def api_key_gone(store: Store, entry: Entry) -> None:
    application = store.find(APPLICATION, "", str(entry.data.get("application_id")))
    if application is not None:
        application.change({"nb_api_keys": application.data["nb_api_keys"] - 1})


def is_secret_key(store: Store, token: str) -> bool:
    """Whether it is the secret of an API key that still counts."""
    entry = store.secrets.get(token)
    if entry is None or entry not in list(store.entries(API_KEY, "")):
        return False
    expires = entry.data["expires_at"]
    return not expires or seconds_of(expires.replace("Z", "+00:00")) > store.clock.now()


def new_user(store: Store, place: Place, body: Body) -> Body:
    """Somebody invited by address, or a member with a name and a password."""
    member = body.get("member") or {}
    address = member.get("email") or body.get("email")
    if not address or bool(body.get("member")) == bool(body.get("email")):
        raise invalid({"email": ("required", "an address, or a member with one, is needed")})
    if "@" not in address:
        raise invalid({"email": ("format", f"{address} is no address")})
    return user_data(
        store,
        {
            "email": address,
            "username": member.get("username") or address,
            **{name: member.get(name) or "" for name in ("first_name", "last_name", "phone_number")},
            "locale": member.get("locale") or "en_US",
            "status": "activated" if member else "invitation_pending",
            "tags": body.get("tags") or [],
        },
    )


def user_data(store: Store, data: Body) -> Body:
    return dated(
        store,
        {
            "username": data["email"],
            "first_name": "",
            "last_name": "",
            "phone_number": "",
            "locale": "en_US",
            "organization_id": ORGANIZATION,
            "deletable": True,
            "last_login_at": None,
            "type": "member",
            "two_factor_enabled": False,
            "status": "activated",
            "mfa": False,
            "account_root_user_id": "",
            "tags": [],
            "locked": False,
            **data,
        },
    )


def user_may_go(store: Store, entry: Entry) -> None:
    if not entry.data["deletable"]:
        raise invalid({"user_id": ("constraint", "the owner cannot be removed")})


def update_username(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"username": call.body["username"], "updated_at": store.clock.zulu()})
    return Answer(200, dict(entry.data))


def update_password(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"updated_at": store.clock.zulu()})
    return Answer(200, dict(entry.data))


def locked(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"locked": True})
    return Answer(200, dict(entry.data))


def unlocked(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"locked": False})
    return Answer(200, dict(entry.data))


SSH_KEY = Kind(
    key="iam.ssh_key",
    product="iam",
    version="v1alpha1",
    path="ssh-keys",
    one="ssh_key",
    many="ssh_keys",
    resource="ssh_key",
    scope="global",
    fields={
        "name": Field(str, update=True),
        "public_key": Field(str, required=True),
        "project_id": Field(str),
        "disabled": Field(bool, update=True),
    },
    exact_filters=("project_id", "organization_id", "disabled"),
    new=new_ssh_key,
)
USERS = Kind(
    key="iam.user",
    product="iam",
    version="v1alpha1",
    path="users",
    one="user",
    many="users",
    resource="user",
    scope="global",
    fields={
        "email": Field(str, update=True),
        "member": Field(dict),
        "organization_id": Field(str),
        "tags": Field(list, update=True),
        "first_name": Field(str, update=True),
        "last_name": Field(str, update=True),
        "phone_number": Field(str, update=True),
        "locale": Field(str, update=True),
    },
    substring_filters=(),
    exact_filters=("organization_id", "mfa", "type"),
    filters={"tag": among("tags"), "user_ids": among("id")},
    new=new_user,
    may_go=user_may_go,
    parts={
        "update-username": update_username,
        "update-password": update_password,
        "lock": locked,
        "unlock": unlocked,
    },
)
APPLICATION = Kind(
    key="iam.application",
    product="iam",
    version="v1alpha1",
    path="applications",
    one="application",
    many="applications",
    resource="application",
    scope="global",
    fields={
        "name": Field(str, update=True),
        "description": Field(str, update=True),
        "organization_id": Field(str),
        "tags": Field(list, update=True),
    },
    exact_filters=("organization_id", "editable"),
    filters={"tag": among("tags"), "application_ids": among("id")},
    new=new_application,
    gone=application_gone,
)
GROUP = Kind(
    key="iam.group",
    product="iam",
    version="v1alpha1",
    path="groups",
    one="group",
    many="groups",
    resource="group",
    scope="global",
    fields={
        "name": Field(str, update=True),
        "description": Field(str, update=True),
        "organization_id": Field(str),
        "tags": Field(list, update=True),
    },
    exact_filters=("organization_id",),
    filters={
        "tag": among("tags"),
        "group_ids": among("id"),
        "user_ids": among("user_ids"),
        "application_ids": among("application_ids"),
    },
    new=new_group,
    parts={"members": set_members, "add-member": add_member, "remove-member": remove_member},
)
POLICY = Kind(
    key="iam.policy",
    product="iam",
    version="v1alpha1",
    path="policies",
    one="policy",
    many="policies",
    resource="policy",
    scope="global",
    fields={
        "name": Field(str, update=True),
        "description": Field(str, update=True),
        "organization_id": Field(str),
        "tags": Field(list, update=True),
        "rules": Field(list),
        "user_id": Field(str, update=True),
        "group_id": Field(str, update=True),
        "application_id": Field(str, update=True),
        "no_principal": Field(bool, update=True),
    },
    substring_filters=(),
    exact_filters=("organization_id", "editable", "no_principal"),
    filters={
        "tag": among("tags"),
        "policy_name": part_of_name,
        "policy_ids": among("id"),
        "user_ids": among("user_id"),
        "group_ids": among("group_id"),
        "application_ids": among("application_id"),
    },
    new=new_policy,
    check=check_policy,
    made=policy_made,
    may_change=change_policy,
    gone=policy_gone,
)
API_KEY = Kind(
    key="iam.api_key",
    product="iam",
    version="v1alpha1",
    path="api-keys",
    one="api_key",
    many="api_keys",
    resource="access_key",
    scope="global",
    fields={
        "application_id": Field(str),
        "user_id": Field(str),
        "description": Field(str, update=True),
        "expires_at": Field(str, update=True),
        "default_project_id": Field(str, update=True),
    },
    substring_filters=("description",),
    exact_filters=("application_id", "user_id", "editable"),
    filters={
        "bearer_id": among("application_id", "user_id"),
        "access_key": among("access_key"),
        "access_keys": among("access_key"),
    },
    uuids=False,
    shown=without_id,
    nulls=True,
    new=new_api_key,
    check=check_api_key,
    made=api_key_made,
    may_change=change_api_key,
    gone=api_key_gone,
)
KINDS = (SSH_KEY, USERS, APPLICATION, GROUP, POLICY, API_KEY)
CATALOGS = {("iam", "permission-sets"): ("v1alpha1", permission_sets)}

ENDPOINTS = {("iam", "v1alpha1", "rules"): rules_of_policy}


def seed(store: Store) -> None:
    """The owner of the account."""
    owner = {"email": store.email, "first_name": "Ada", "last_name": "Example", "type": "owner", "deletable": False}
    store.add(USERS, "", {"id": USER, **user_data(store, owner)})
