# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Who may do what: the resources of IAM, for the modules that manage, list or name them (api/resources.json, iam.v1alpha1)."""

from __future__ import annotations

import base64
import binascii
import re
import typing as t
from datetime import datetime, timezone

from ._api import ResourceApi
from ._choices import did_you_mean
from ._compare import same_ignoring_case, same_set
from ._context import Context
from ._errors import InvalidInput
from ._plan import Plan, renewed
from ._project import PROJECT
from ._resource import CREATED, ITEM, Item, Params, Part, Request, Resource, Shown, Steps, act
from ._settings import uuid
from ._values import duration, email_of

KINDS = ("ssh-", "ecdsa-", "sk-")
PRINCIPALS = {"user": "user_id", "group": "group_id", "application": "application_id", "no_principal": "no_principal"}
MEMBERS = {"users": "user_ids", "applications": "application_ids"}
MEMBER_FIELDS = ("first_name", "last_name", "phone_number", "locale")
ONE_TAG = {"tags": "tag"}


def material(text: str, option: str) -> str:
    """A public key without its comment. Raises :class:`InvalidInput` for what is no public key."""
    words = text.split()
    if len(words) >= 2 and words[0].startswith(KINDS):
        try:
            inner = base64.b64decode(words[1].encode("ascii"), validate=True)
        except (binascii.Error, UnicodeEncodeError):
            inner = b""
        if inner[4:].startswith(words[0].partition("@")[0].encode("ascii")):
            return " ".join(words[:2])
    raise InvalidInput(
        f"{option}: this is no SSH public key. It should start like 'ssh-ed25519 AAAA', as in a file that ends in .pub."
    )


def same_key(wanted: t.Any, current: t.Any) -> bool:
    """The same public key, whatever its comment."""
    return str(wanted).split()[:2] == str(current).split()[:2]


def access_key(value: t.Any, option: str) -> str:
    """The id of an API key. Raises :class:`InvalidInput` for what is none."""
    text = str(value).strip()
    if not re.fullmatch(r"SCW[A-Z0-9]{17}", text):
        raise InvalidInput(f"{option}: this is no access key. It is SCW and 17 more capital letters or digits.")
    return text


def moment(value: t.Any, option: str) -> str:
    """A time in UTC, as the API writes it. Raises :class:`InvalidInput` for what is no time."""
    try:
        found = datetime.fromisoformat(str(value).strip().replace("Z", "+00:00"))
    except ValueError:
        raise InvalidInput(
            f"{option}: {value!r} is no time. Write it like 2030-01-31 or 2030-01-31T12:00:00Z."
        ) from None
    told = found if found.tzinfo else found.replace(tzinfo=timezone.utc)
    return told.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


def same_moment(wanted: t.Any, current: t.Any) -> bool:
    return (moment(wanted, "") if wanted else None) == (moment(current, "") if current else None)


def new_user(fields: Item) -> Item:
    """Somebody is invited by address, and chooses the rest; or a member is made with a user name."""
    if fields.get("username"):
        outer: Item = {name: fields[name] for name in ("organization_id", "tags") if name in fields}
        member = {name: fields.get(name, "") for name in ("email", "username", "password", *MEMBER_FIELDS)}
        return dict(outer, member=dict(member, send_password_email=False, send_welcome_email=False))
    own = [name for name in ("password", *MEMBER_FIELDS) if name in fields]
    if own:
        raise InvalidInput(
            f"username must be set to create a user with {' and '.join(own)}. "
            "Without it somebody is invited, who sets the rest."
        )
    return dict(fields)


def lock(item: Item, value: t.Any) -> Steps:
    return [Request("POST", (ITEM, "lock" if value else "unlock"), {})]


def with_members(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """The plan of a group with its members: both sets of them go in one request."""
    asked = {
        field: context.params[option] for option, field in MEMBERS.items() if context.params.get(option) is not None
    }
    now = {field: (plan.before or {}).get(field) or [] for field in MEMBERS.values()}
    wanted = dict(now, **asked)
    if plan.after is None or all(same_set(wanted[field], now[field]) for field in now):
        return plan
    request = Request("PUT", (str((plan.before or {}).get("id") or CREATED), "members"), wanted)
    return plan._replace(after=dict(plan.after, **wanted), requests=(*plan.requests, request))


def rules_of(rules: t.List[Item], option: str) -> t.List[Item]:
    """The rules of a policy in the API's spelling and one order. Raises :class:`InvalidInput`."""
    spelled = []
    for number, rule in enumerate(rules):
        named = f"{option}[{number}]"
        if bool(rule.get("projects")) == bool(rule.get("organization")):
            raise InvalidInput(
                f"{named}: a rule is about projects or about an organization. Give either projects or organization."
            )
        if not rule["permission_sets"]:
            raise InvalidInput(f"{named}.permission_sets: give at least one, like InstancesReadOnly.")
        scope = (
            {"project_ids": rule["projects"]}
            if rule.get("projects")
            else {"organization_id": uuid(rule["organization"], f"{named}.organization")}
        )
        spelled.append(dict(scope, permission_set_names=rule["permission_sets"], condition=rule.get("condition") or ""))
    return in_order(spelled)


def in_order(rules: t.List[Item]) -> t.List[Item]:
    """Rules without what the API adds, so that the same rules are equal."""
    told = [
        {
            "permission_set_names": sorted(rule.get("permission_set_names") or []),
            "condition": rule.get("condition") or "",
            **({"project_ids": sorted(rule["project_ids"])} if rule.get("project_ids") else {}),
            **({"organization_id": rule["organization_id"]} if rule.get("organization_id") else {}),
        }
        for rule in rules
    ]
    return sorted(told, key=repr)


def principal(params: Params) -> Item:
    """The fields of a policy; it is for one principal. Raises :class:`InvalidInput` for more of them."""
    chosen = {option: params[option] for option in PRINCIPALS if params.get(option)}
    if len(chosen) > 1:
        raise InvalidInput(
            f"{' and '.join(chosen)}: a policy is for one principal. Give one of user, group and application, or no_principal."
        )
    fields = {name: params[name] for name in ("name", "description", "tags") if params.get(name) is not None}
    return dict(fields, **{PRINCIPALS[option]: value for option, value in chosen.items()})


def check_policy(api: ResourceApi, context: Context, plan: Plan) -> None:
    """A new policy needs a principal, and rules need permission sets that there are. Raises :class:`InvalidInput`."""
    if plan.before is None and not any((plan.after or {}).get(field) for field in PRINCIPALS.values()):
        raise InvalidInput(
            "There is no such policy yet: user, group or application must be set to create it, or no_principal to true."
        )
    asked = [name for rule in context.params.get("rules") or [] for name in rule["permission_sets"]]
    if not asked or (plan.before or {}).get("rules") == (plan.after or {}).get("rules"):
        return
    known = permission_sets(api)
    for name in asked:
        if name not in known:
            raise InvalidInput(f"rules: there is no permission set {name!r}.{did_you_mean(name, known)}")


def permission_sets(api: ResourceApi) -> t.List[str]:
    """The names of all permission sets: the same ones while a playbook runs."""
    catalog = api.client.catalogs
    if "permission_sets" not in catalog:
        sets = ResourceApi(api.client, PERMISSION_SET, {})
        owner, owner_id = sets.owner
        catalog["permission_sets"] = [str(item["name"]) for item in sets.list({owner: owner_id} if owner_id else {})]
    found: t.List[str] = catalog["permission_sets"]
    return found


def without_owner(fields: Item) -> Item:
    """The organization of an API key is its bearer's."""
    return {name: value for name, value in fields.items() if name != "organization_id"}


def rotated(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """The plan of an API key; to rotate means to make a new one before the old one is deleted. Raises InvalidInput."""
    old, due = plan.before, is_due(context.params, plan.before)
    if old is None or plan.after is None or not due:
        return plan
    wanted = api.resource.wanted(context.params)
    kept = {
        name: old[name] for name in ("application_id", "user_id", "description", "default_project_id") if old.get(name)
    }
    body = {name: value for name, value in dict(kept, **wanted).items() if value is not None}
    after = dict(body, expires_at=wanted.get("expires_at"))
    create = Request("POST", (), body, purpose="create")
    return Plan(old, after, (create, renewed(api.resource, lambda api, new, old: None, old)))


def is_due(params: Params, key: t.Optional[Item]) -> bool:
    """Whether an API key is to be replaced. Raises :class:`InvalidInput`."""
    after_age = params.get("rotate_after")
    oldest = int(duration(after_age, "rotate_after")[:-1]) if after_age else None
    return bool(params.get("rotate")) or (key is not None and oldest is not None and age(key) >= oldest)


def half_rotated(resource: Resource, params: Params, newer: Item, older: Item) -> t.Optional[Item]:
    """The older of two API keys with one description. Nobody may know the secret of the newer one: another is made, and both
    are deleted."""
    alike = newer.get("default_project_id") == older.get("default_project_id")
    return older if alike and is_due(params, older) else None


def age(item: Item) -> float:
    """For how many seconds something has existed."""
    made = datetime.fromisoformat(str(item["created_at"]).replace("Z", "+00:00"))
    return (datetime.now(timezone.utc) - made).total_seconds()


SSH_KEY = Resource(
    product="iam",
    version="v1alpha1",
    path="ssh-keys",
    one="ssh_key",
    scope="global",
    alternatives=(("public_key",),),
    filters=("name", "disabled"),
    fields=("name", "public_key", "disabled"),
    needed=("name", "public_key"),
    create_only=("public_key",),
    convert={"public_key": material},
    compare={"public_key": same_key},
    shown_as={"public_key": Shown("public_key", lambda text: text, lambda text: " ".join(str(text).split()[:2]))},
    defaults={"disabled": False},
    actions={"disabled": act(key="disabled", method="PATCH")},
    set_later=("disabled",),
    settles=True,
)
USER = Resource(
    product="iam",
    version="v1alpha1",
    path="users",
    one="user",
    scope="global",
    owner="organization",
    identity=("email",),
    alternatives=(("username",),),
    filters=("type",),
    filtered_as={"name": "", **ONE_TAG},
    named_by=("email", "username"),
    needed=("email",),
    write_only=("password",),
    resend="update_password",
    creation=new_user,
    actions={
        "username": act("update-username", key="username"),
        "password": act("update-password", key="password"),
        "locked": lock,
    },
    set_later=("locked",),
    compare={"tags": same_set, "email": same_ignoring_case, "username": same_ignoring_case},
    defaults={"tags": [], "locked": False},
    volatile=("last_login_at",),
    convert={"email": email_of},
    settles=True,
    status="status",
    failed=(),
)
APPLICATION = Resource(
    product="iam",
    version="v1alpha1",
    path="applications",
    one="application",
    scope="global",
    owner="organization",
    filtered_as=ONE_TAG,
    needed=("name",),
    compare={"tags": same_set},
    defaults={"description": "", "tags": []},
    sent_defaults=("description",),
    volatile=("nb_api_keys",),
    settles=True,
)
GROUP = Resource(
    product="iam",
    version="v1alpha1",
    path="groups",
    one="group",
    scope="global",
    owner="organization",
    filtered_as=ONE_TAG,
    references={"users": USER, "applications": APPLICATION},
    not_fields=tuple(MEMBERS),
    needed=("name",),
    compare={"tags": same_set},
    defaults={"description": "", "tags": [], "user_ids": [], "application_ids": []},
    sent_defaults=("description",),
    more=with_members,
    settles=True,
)
POLICY = Resource(
    product="iam",
    version="v1alpha1",
    path="policies",
    one="policy",
    scope="global",
    owner="organization",
    filtered_as={"name": "policy_name", **ONE_TAG},
    references={"user": USER, "group": GROUP, "application": APPLICATION, "rules.projects": PROJECT},
    spelled=principal,
    needed=("name",),
    compare={"tags": same_set},
    exclusive=(tuple(PRINCIPALS.values()),),
    parts={"rules": Part("rules", "rules", beside="policy_id", created_with=True, convert=rules_of, own=in_order)},
    defaults={"description": "", "tags": []},
    sent_defaults=("description",),
    check=check_policy,
    volatile=("nb_rules", "nb_scopes", "nb_permission_sets"),
    settles=True,
)
API_KEY = Resource(
    product="iam",
    version="v1alpha1",
    path="api-keys",
    one="api_key",
    key="access_key",
    ident=access_key,
    scope="global",
    owner="organization",
    identity=("application", "description"),
    alternatives=(("user", "description"),),
    filters=("application", "user"),
    filtered_as={"name": "", **ONE_TAG},
    references={"application": APPLICATION, "user": USER, "default_project": PROJECT},
    rename={"application": "application_id", "user": "user_id", "default_project": "default_project_id"},
    not_fields=("rotate", "rotate_after"),
    create_only=("application_id", "user_id"),
    convert={"expires_at": moment},
    null_clears=("expires_at",),
    compare={"expires_at": same_moment},
    recognized={"organization_id": lambda wanted, current: True},
    creation=without_owner,
    read_as=without_owner,
    more=rotated,
    halfway=half_rotated,
    defaults={"expires_at": None},
    volatile=("access_key",),
    given_once=("secret_key",),
    settles=True,
)
PERMISSION_SET = Resource(
    product="iam",
    version="v1alpha1",
    path="permission-sets",
    one="permission_set",
    scope="global",
    owner="organization",
    filtered_as={"name": ""},
    only_listed=True,
)
