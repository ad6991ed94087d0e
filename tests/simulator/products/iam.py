# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""SSH keys of iam/v1alpha1."""

from __future__ import annotations

import base64
import binascii
import hashlib

from ..errors import invalid
from ..kinds import Body, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Store


def fingerprint(public_key: str) -> str:
    """MD5 in colons, as the API writes it. Raises ApiFault for what is no key."""
    words = public_key.split()
    try:
        digest = hashlib.md5(base64.b64decode(words[1], validate=True)).hexdigest()
    except (IndexError, binascii.Error):
        raise invalid({"public_key": ("constraint", "ssh key is invalid")}) from None
    return ":".join(digest[start : start + 2] for start in range(0, 32, 2))


def new_ssh_key(store: Store, place: Place, body: Body) -> Body:
    """The comment of the key is cut (findings, section 10)."""
    now = store.clock.zulu()
    return {
        "name": body.get("name") or "key-simulated",
        "public_key": " ".join(body["public_key"].split()[:2]),
        "fingerprint": f"256 MD5:{fingerprint(body['public_key'])} (ssh-ed25519)",
        "created_at": now,
        "updated_at": now,
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "disabled": False,
    }


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
KINDS = (SSH_KEY,)
