# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What no S3 server of a test does by itself: refusals, lost answers, settings that others made."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.community.scaleway.plugins.module_utils import _bucket
from ansible_collections.community.scaleway.plugins.module_utils._bucket_settings import (
    acl_of,
    comparable_policy,
    cors_read,
    lifecycle_read,
    lifecycle_written,
)
from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._errors import (
    ApiError,
    Conflict,
    PermissionDenied,
    api_error,
)

EVERYBODY = {"URI": "http://acs.amazonaws.com/groups/global/AllUsers", "Type": "Group"}
OWNER = {"ID": "project:project", "Type": "CanonicalUser"}


def refusal(status: int, kind: str) -> ApiError:
    return api_error("HeadBucket", "https://s3.fr-par.scw.cloud/web", status, {"type": kind, "message": "no"})


class Storage:
    """An object storage of which each operation answers what was put there, or raises it."""

    region = "fr-par"
    url = "https://s3.fr-par.scw.cloud"

    def __init__(self, **answers: Any) -> None:
        self.answers = answers

    def call(self, operation: str, **arguments: Any) -> Any:
        answer = self.answers.get(operation, {"Grants": []} if operation == "get_bucket_acl" else {})
        if isinstance(answer, Exception):
            raise answer
        return answer

    def read(self, operation: str, lacking: str, **arguments: Any) -> Any:
        return self.call(operation, **arguments)


def find(storage: Storage, *asked: str) -> Any:
    return _bucket.find(storage, "web", asked)  # type: ignore[arg-type]


def test_what_may_not_be_read_is_null_unless_it_is_asked_for() -> None:
    storage = Storage(
        get_bucket_policy=refusal(403, "AccessDenied"), get_bucket_encryption=refusal(501, "NotImplemented")
    )
    found = find(storage, "tags")
    assert (found["policy"], found["encryption"], found["tags"], found["acl"]) == (None, None, {}, "private")
    with pytest.raises(PermissionDenied):
        find(storage, "policy")


def test_a_bucket_of_somebody_else_or_in_another_region() -> None:
    with pytest.raises(PermissionDenied, match="names are shared by all accounts"):
        find(Storage(head_bucket=refusal(403, "")))
    with pytest.raises(ApiError, match="is not in fr-par: set the region"):
        find(Storage(head_bucket=refusal(301, "PermanentRedirect")))
    assert find(Storage(head_bucket=refusal(404, "NoSuchBucket"))) is None


def test_a_bucket_whose_creation_was_not_answered_is_not_an_error() -> None:
    item = {"name": "web", "object_lock": False}
    _bucket._create(Storage(create_bucket=refusal(409, "BucketAlreadyOwnedByYou")), item)  # type: ignore[arg-type]
    with pytest.raises(Conflict):
        _bucket._create(Storage(create_bucket=refusal(409, "BucketAlreadyExists")), item)  # type: ignore[arg-type]


def test_a_bucket_that_is_gone_in_the_meantime_is_gone() -> None:
    gone = Storage(delete_bucket=refusal(404, "NoSuchBucket"))
    task = Context(params={"force": False})
    result = _bucket._removed(gone, task, {"name": "web"})  # type: ignore[arg-type]
    assert (result["changed"], result["bucket"]) == (True, {})


def test_grants_have_a_name_or_are_other() -> None:
    def acl(*grants: tuple[dict[str, str], str]) -> str:
        told = [{"Grantee": grantee, "Permission": right} for grantee, right in grants]
        return acl_of({"Owner": {"ID": OWNER["ID"]}, "Grants": told})

    own = (OWNER, "FULL_CONTROL")
    assert acl(own) == "private"
    assert acl(own, (EVERYBODY, "READ")) == "public-read"
    assert acl(own, (EVERYBODY, "WRITE"), (EVERYBODY, "READ")) == "public-read-write"
    assert acl(own, (EVERYBODY, "READ_ACP")) == "other"
    assert acl(own, ({"ID": "somebody:else"}, "READ")) == "other"


def test_rules_that_others_made_are_not_taken_for_ours() -> None:
    rule = {"id": "old", "enabled": True, "expiration_days": 3}
    written = lifecycle_written([rule])["LifecycleConfiguration"]["Rules"]
    assert lifecycle_read({"Rules": written}) == [rule]
    more = dict(written[0], Filter={"And": {"Prefix": "", "ObjectSizeGreaterThan": 5}})
    assert lifecycle_read({"Rules": [more]}) != [rule]
    older = {"ID": "old", "Status": "Enabled", "Prefix": "logs/", "Expiration": {"Days": 3}}
    assert lifecycle_read({"Rules": [older]}) == [dict(rule, prefix="logs/")]
    assert cors_read({"CORSRules": [{"AllowedMethods": ["GET"], "New": 1}]}) == [{"allowed_methods": ["GET"], "New": 1}]


def test_policies_that_mean_the_same() -> None:
    one = {"Statement": {"Action": "s3:GetObject", "Condition": {"Bool": {"aws:SecureTransport": True}}}}
    same = {"Statement": [{"Action": ["s3:GetObject"], "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}
    assert comparable_policy(one) == comparable_policy(same)
    other = {"Statement": [{"Action": ["s3:GetObject", "s3:PutObject"]}]}
    assert comparable_policy(one) != comparable_policy(other)
