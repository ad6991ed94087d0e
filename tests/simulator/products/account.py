# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The classic account API with tokens, organizations and users, and the projects of today's. A token's id is the token."""

from __future__ import annotations

from typing import Any

from ..clock import date_text, seconds_of
from ..errors import precondition, unauthenticated
from ..kinds import Body, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, USER, Entry, Store
from .iam import among, fingerprint, is_secret_key

HALF_AN_HOUR = 1800.0
QUALIFICATION = {"architecture_type": "unknown_architecture_type"}


def new_token(store: Store, place: Place, body: Body) -> Body:
    expires = store.clock.text(HALF_AN_HOUR) if body.get("expires", True) else None
    return token_data(store, store.new_id(), expires)


def token_data(store: Store, ident: str, expires: str | None) -> Body:
    return {
        "id": ident,
        "creation_date": store.clock.text(),
        "expires": expires,
        "user_id": USER,
        "inherits_user_perms": True,
        "permissions": [],
        "roles": {"organization": None, "role": None},
    }


def check_token(store: Store, place: Place, body: Body) -> None:
    if (body["email"], body["password"]) != (store.email, store.password):
        raise unauthenticated(has_token=True)


def is_valid(store: Store, ident: str) -> bool:
    """Whether a token is known and has not expired."""
    entry = store.find(TOKEN, "", ident)
    if entry is None:
        return is_secret_key(store, ident)
    expires = entry.data["expires"]
    return expires is None or seconds_of(expires) > store.clock.now()


def change_user(store: Store, entry: Entry, change: Body) -> None:
    """SSH keys get their fingerprints."""
    if "ssh_public_keys" in change:
        change["ssh_public_keys"] = [
            {"key": key["key"], "fingerprint": fingerprint(key["key"])} for key in change["ssh_public_keys"]
        ]
    names = [str(change.get(name, entry.data[name])) for name in ("firstname", "lastname")]
    change["fullname"] = " ".join(names)


def extended(store: Store, data: Body) -> Body:
    """What a PATCH without a body changes: half an hour more."""
    if data["expires"] is None:
        return {}
    return {"expires": date_text(seconds_of(data["expires"]) + HALF_AN_HOUR)}


def new_project(store: Store, place: Place, body: Body) -> Body:
    """The answers to a creation and to a change say nothing of its qualification, all others do."""
    return project_data(store, body.get("name") or "proj-simulated", body.get("description") or "", qualification=None)


def project_data(store: Store, name: str, description: str, **more: Any) -> Body:
    now = store.clock.zulu()
    return {
        "name": name,
        "organization_id": ORGANIZATION,
        "created_at": now,
        "updated_at": now,
        "description": description,
        "qualification": QUALIFICATION,
        **more,
    }


def project_made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, 0, {"qualification": QUALIFICATION})


def change_project(store: Store, entry: Entry, change: Body) -> None:
    change["qualification"] = None
    store.soon(entry, 0, {"qualification": QUALIFICATION})


def project_may_go(store: Store, entry: Entry) -> None:
    """A project goes when it is empty (coverage, row 29)."""
    ident = entry.data["id"]
    for (key, _locality), found in store.objects.items():
        if any(ident in (other.data.get("project_id"), other.data.get("project")) for other in found.values()):
            raise precondition("resource_still_in_use", f"the project still has resources: {key}")


TOKEN = Kind(
    key="account.token",
    product="account",
    version="classic",
    path="tokens",
    one="token",
    many="tokens",
    resource="token",
    scope="global",
    wrapped=True,
    paging="per_page",
    created=201,
    fields={
        "email": Field(str, required=True),
        "password": Field(str, required=True),
        "expires": Field(bool),
    },
    substring_filters=(),
    new=new_token,
    check=check_token,
)
ORGANIZATIONS = Kind(
    key="account.organization",
    product="account",
    version="classic",
    path="organizations",
    one="organization",
    many="organizations",
    resource="organization",
    scope="global",
    wrapped=True,
    paging="per_page",
    methods=("GET",),
    substring_filters=(),
)
USERS = Kind(
    key="account.user",
    product="account",
    version="classic",
    path="users",
    one="user",
    many="users",
    resource="user",
    scope="global",
    wrapped=True,
    paging="none",
    methods=("GET", "PATCH"),
    fields={
        "firstname": Field(str, update=True),
        "lastname": Field(str, update=True),
        "email": Field(str, update=True),
        "ssh_public_keys": Field(list, update=True),
    },
    may_change=change_user,
    substring_filters=(),
)
PROJECTS = Kind(
    key="account.project",
    product="account",
    version="v3",
    path="projects",
    one="project",
    many="projects",
    resource="project_id",
    scope="global",
    fields={
        "name": Field(str, update=True),
        "description": Field(str, update=True),
        "organization_id": Field(str),
    },
    exact_filters=("organization_id",),
    filters={"project_ids": among("id")},
    new=new_project,
    made=project_made,
    may_change=change_project,
    may_go=project_may_go,
)
KINDS = (TOKEN, ORGANIZATIONS, USERS, PROJECTS)


def seed(store: Store) -> None:
    """The account that there is from the start: one token, one organization, one user."""
    store.add(TOKEN, "", token_data(store, store.first_token, None))
    roles = [{"organization": {"id": ORGANIZATION, "name": "Simulated"}, "role": "manager"}]
    user = {
        "id": USER,
        "email": store.email,
        "firstname": "Ada",
        "lastname": "Example",
        "fullname": "Ada Example",
        "organizations": [{"id": ORGANIZATION, "name": "Simulated"}],
        "roles": roles,
        "ssh_public_keys": [],
    }
    store.add(USERS, "", user)
    organization = {"id": ORGANIZATION, "name": "Simulated", "users": [dict(user)]}
    store.add(ORGANIZATIONS, "", organization)
    store.add(PROJECTS, "", {"id": PROJECT, **project_data(store, "default", "")})
