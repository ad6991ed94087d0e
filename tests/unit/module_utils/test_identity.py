# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is read and compared in IAM: public keys, access keys, times, rules."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput
from ansible_collections.community.scaleway.plugins.module_utils._identity import (
    access_key,
    in_order,
    material,
    moment,
    new_user,
    rules_of,
    same_key,
    same_moment,
)

ED25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d"
PROJECT = "22222222-2222-4222-8222-222222222222"


def test_a_public_key_is_its_first_two_words() -> None:
    assert material(f"  {ED25519}  ada@example.com, at work \n", "key") == ED25519
    assert same_key(f"{ED25519} ada", f"{ED25519}")
    assert not same_key(ED25519, ED25519.replace("b", "c"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ssh-ed25519",
        "ssh-ed25519 AAAA",
        "ssh-ed25519 ****",
        "ssh-rsa " + ED25519.split()[1],
        "-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjEAAAAABG5vbmU",
        "ssh-ed25519 ünïcöde",
    ],
)
def test_what_is_no_public_key_is_refused_without_being_shown(text: str) -> None:
    with pytest.raises(InvalidInput, match="key: this is no SSH public key") as caught:
        material(text, "key")
    assert "b3Blbn" not in str(caught.value)


def test_access_keys() -> None:
    assert access_key(" SCWABCDEFGHIJ0123456 ", "id") == "SCWABCDEFGHIJ0123456"
    for text in ("SCW", "scwabcdefghij0123456", PROJECT):
        with pytest.raises(InvalidInput, match="id: this is no access key"):
            access_key(text, "id")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("2030-01-31", "2030-01-31T00:00:00Z"),
        ("2030-01-31T12:00:00Z", "2030-01-31T12:00:00Z"),
        ("2035-07-06T11:00:00+02:00", "2035-07-06T09:00:00Z"),
        ("2030-01-31 12:00:00", "2030-01-31T12:00:00Z"),
    ],
)
def test_times(told: str, meant: str) -> None:
    assert moment(told, "expires_at") == meant
    assert same_moment(told, meant)
    assert not same_moment(told, None)


def test_no_time() -> None:
    assert same_moment(None, None)
    with pytest.raises(InvalidInput, match="expires_at: 'tomorrow' is no time"):
        moment("tomorrow", "expires_at")


def test_rules_are_compared_without_their_order() -> None:
    asked: list[dict[str, Any]] = [
        {"permission_sets": ["B", "A"], "projects": [PROJECT], "organization": None, "condition": None},
        {"permission_sets": ["C"], "projects": None, "organization": PROJECT, "condition": "x"},
    ]
    shown = [
        {"id": "2", "permission_set_names": ["C"], "condition": "x", "organization_id": PROJECT},
        {"id": "1", "permission_set_names": ["A", "B"], "condition": "", "project_ids": [PROJECT]},
    ]
    assert rules_of(asked, "rules") == in_order(shown)
    with pytest.raises(InvalidInput, match=r"rules\[0\].permission_sets: give at least one"):
        rules_of([{"permission_sets": [], "projects": [PROJECT]}], "rules")
    with pytest.raises(InvalidInput, match=r"rules\[0\].organization: 'mine' is no UUID"):
        rules_of([{"permission_sets": ["A"], "organization": "mine"}], "rules")


def test_users_are_invited_or_created() -> None:
    assert new_user({"email": "a@example.com", "tags": []}) == {"email": "a@example.com", "tags": []}
    body = new_user({"email": "a@example.com", "username": "a", "password": "p", "organization_id": "o"})
    assert set(body) == {"organization_id", "member"}
    assert (body["member"]["username"], body["member"]["password"], body["member"]["first_name"]) == ("a", "p", "")
    with pytest.raises(InvalidInput, match="username must be set to create a user with password and last_name"):
        new_user({"email": "a@example.com", "password": "p", "last_name": "b"})
