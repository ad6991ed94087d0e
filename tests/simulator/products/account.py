# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The classic account API: tokens, organizations, users. A token's id is the token."""

from __future__ import annotations

from ..clock import date_text, seconds_of
from ..errors import unauthenticated
from ..kinds import Body, Field, Kind, Place
from ..store import ORGANIZATION, USER, Entry, Store
from .iam import fingerprint

HALF_AN_HOUR = 1800.0


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
        return False
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
KINDS = (TOKEN, ORGANIZATIONS, USERS)


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
