# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Buckets of object storage, against the S3 server of the package moto."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from botocore.exceptions import ClientError

from ansible_collections.community.scaleway.plugins.module_utils import _bucket, _s3
from ansible_collections.community.scaleway.plugins.module_utils._settings import resolve
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import Ansible
from tests.tools.object_storage import ACCESS_KEY, REGION, ObjectStorageServer

BUCKET = "community.scaleway.scaleway_bucket"
NAME = "example-bucket"
EVERYTHING: dict[str, Any] = {
    "versioning": True,
    "encryption": "AES256",
    "tags": {"team": "operations", "stage": 1},
    "acl": "public-read",
    "cors": [{"allowed_origins": ["https://example.com"], "allowed_methods": ["PUT", "GET"], "max_age_seconds": 60}],
    "lifecycle": [
        {"id": "old", "prefix": "daily/", "tags": {"keep": "no", "kind": "log"}, "expiration_days": 365},
        {"id": "cold", "transitions": [{"days": 30, "storage_class": "GLACIER"}], "enabled": False},
        {"id": "end", "expiration_date": "2030-12-31", "tags": {"keep": "no"}},
        {"id": "versions", "noncurrent_expiration_days": 7, "abort_multipart_days": 3},
    ],
    "policy": {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "read",
                "Effect": "Allow",
                "Principal": "*",
                "Action": ["s3:GetObject", "s3:GetObjectTagging"],
                "Resource": f"arn:aws:s3:::{NAME}/*",
            }
        ],
    },
    "website": {"index_document": "index.html", "error_document": "404.html"},
}
# Each of them with another value, and what that sends.
CHANGES: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"versioning": False}, [("PUT", "versioning")]),
    ({"encryption": "none"}, [("DELETE", "encryption")]),
    ({"tags": {"team": "web"}}, [("PUT", "tagging")]),
    ({"tags": {}}, [("DELETE", "tagging")]),
    ({"acl": "private"}, [("PUT", "acl")]),
    ({"cors": []}, [("DELETE", "cors")]),
    ({"lifecycle": EVERYTHING["lifecycle"][:1]}, [("PUT", "lifecycle")]),
    ({"lifecycle": []}, [("DELETE", "lifecycle")]),
    ({"website": {"index_document": "home.html"}}, [("PUT", "website")]),
    ({"policy": {}}, [("DELETE", "policy")]),
]


def task(**options: Any) -> dict[str, Any]:
    return {BUCKET: {"name": NAME, **options}}


def test_a_bucket_with_everything(ansible: Ansible, object_storage: ObjectStorageServer) -> None:
    done = ansible.play([task(**EVERYTHING)], "--check", "--diff")
    assert done.last["changed"] is True, done.output
    assert object_storage.writes() == []
    assert object_storage.client().list_buckets()["Buckets"] == []
    predicted = done.last["bucket"]

    # The same in other words: the order of words, of rules, and one word for a list of it mean nothing.
    again: dict[str, Any] = {
        **EVERYTHING,
        "lifecycle": EVERYTHING["lifecycle"][::-1],
        "cors": [dict(EVERYTHING["cors"][0], allowed_methods=["GET", "PUT"])],
        "policy": {
            "Version": "2012-10-17",
            "Statement": dict(
                EVERYTHING["policy"]["Statement"][0],
                Action=["s3:GetObjectTagging", "s3:GetObject"],
                Resource=[f"arn:aws:s3:::{NAME}/*"],
            ),
        },
    }
    object_storage.clear_requests()
    done = ansible.play([task(**EVERYTHING), task(**again), task()], "--diff")
    assert [result["changed"] for result in done.results] == [True, False, False], done.output
    assert [path.partition("?")[2] for _method, path in object_storage.writes()] == [
        "",
        "versioning",
        "encryption",
        "tagging",
        "acl",
        "cors",
        "lifecycle",
        "website",
        "policy",
    ]
    made = done.results[0]["bucket"]
    assert made == predicted
    assert done.results[0]["diff"]["after"] == made
    assert done.results[0]["diff"]["before"] == {}
    assert made["tags"] == {"team": "operations", "stage": "1"}
    assert made["endpoint"] == f"{object_storage.url}/{NAME}"
    shown = done.results[2]["bucket"]
    assert shown["acl"] == "public-read"
    assert shown["website"] == EVERYTHING["website"]
    assert {rule["id"]: rule["enabled"] for rule in shown["lifecycle"]} == {
        "old": True,
        "cold": False,
        "end": True,
        "versions": True,
    }
    s3 = object_storage.client()
    assert s3.get_bucket_versioning(Bucket=NAME)["Status"] == "Enabled"
    assert s3.get_bucket_website(Bucket=NAME)["ErrorDocument"] == {"Key": "404.html"}

    # Each change is predicted, sends what differs and nothing else, and is done once.
    for mode in (["--check"], []):
        object_storage.clear_requests()
        done = ansible.play([task(**change) for change, _sent in CHANGES for _time in range(1 if mode else 2)], *mode)
        assert [result["changed"] for result in done.results] == ([True] if mode else [True, False]) * len(CHANGES)
        for number, (change, _sent) in enumerate(CHANGES):
            (option,) = change
            assert done.results[number if mode else 2 * number]["bucket"][option] == (
                [dict(change[option][0], enabled=True)] if change[option] and option == "lifecycle" else change[option]
            )
        writes = [(method, path.partition("?")[2]) for method, path in object_storage.writes()]
        assert writes == ([] if mode else [entry for _change, sent in CHANGES for entry in sent])
    assert s3.get_bucket_versioning(Bucket=NAME)["Status"] == "Suspended"
    with pytest.raises(ClientError, match="NoSuchTagSet"):
        s3.get_bucket_tagging(Bucket=NAME)


def test_deletion(ansible: Ansible, object_storage: ObjectStorageServer) -> None:
    s3 = object_storage.client()
    assert ansible.play([task(versioning=True)]).returncode == 0
    for _version in range(2):
        s3.put_object(Bucket=NAME, Key="a", Body=b"x")
    s3.delete_object(Bucket=NAME, Key="a")
    s3.create_multipart_upload(Bucket=NAME, Key="b")
    for number in range(3):
        s3.put_object(Bucket=NAME, Key=f"many/{number}", Body=b"x")
    gone = task(state="absent")
    forced = task(state="absent", force=True)
    object_storage.clear_requests()
    for mode in (["--check"], []):
        refused = ansible.play([{**gone, "ignore_errors": True}], *mode).last
        assert "example-bucket is not empty" in refused["msg"]
        assert refused["bucket"]["name"] == NAME
    assert ansible.play([forced], "--check").last["changed"] is True
    assert object_storage.writes() == []
    done = ansible.play([forced, forced, gone], "--diff")
    assert [result["changed"] for result in done.results] == [True, False, False], done.output
    assert done.results[0]["bucket"] == {}
    assert done.results[0]["diff"]["before"]["versioning"] is True
    assert s3.list_buckets()["Buckets"] == []


def test_object_lock(ansible: Ansible, object_storage: ObjectStorageServer) -> None:
    locked = {"object_lock": True, "default_retention": {"mode": "governance", "days": 5}}
    done = ansible.play(
        [
            task(**locked),
            task(**locked),
            task(default_retention={"mode": "compliance", "years": 1}),
            task(default_retention={}),
            task(default_retention={}),
            {**task(object_lock=False), "ignore_errors": True},
            {**task(versioning=False), "ignore_errors": True},
            {BUCKET: {"name": "other-bucket"}},
            {BUCKET: {"name": "other-bucket", "object_lock": True}, "ignore_errors": True},
            {BUCKET: {"name": "other-bucket", "default_retention": locked["default_retention"]}, "ignore_errors": True},
        ]
    )
    assert [result["changed"] for result in done.results[:5]] == [True, False, True, True, False], done.output
    assert done.results[0]["bucket"]["versioning"] is True
    assert done.results[2]["bucket"]["default_retention"] == {"mode": "compliance", "years": 1}
    for result in done.results[5:7] + done.results[8:]:
        assert result["failed"]
    assert "object_lock is True and False was asked for" in done.results[5]["msg"]
    assert "object_lock" in done.results[6]["msg"]
    assert done.results[8]["error"]["type"] == "immutable"
    assert "was created without object_lock" in done.results[9]["msg"]
    s3 = object_storage.client()
    assert s3.get_bucket_versioning(Bucket=NAME)["Status"] == "Enabled"
    until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
    s3.put_object(Bucket=NAME, Key="kept", Body=b"x", ObjectLockMode="COMPLIANCE", ObjectLockRetainUntilDate=until)
    refused = ansible.play([{**task(state="absent", force=True), "ignore_errors": True}]).last
    assert "1 objects of the bucket example-bucket cannot be deleted" in refused["msg"]
    assert "'kept'" in refused["msg"]


def test_lists(ansible: Ansible, object_storage: ObjectStorageServer, way: dict[str, Any]) -> None:
    info = "community.scaleway.scaleway_bucket_info"
    done = ansible.play(
        [
            {BUCKET: {"name": "web-one", "tags": {"a": "b"}}},
            {BUCKET: {"name": "web-two", "region": "nl-ams"}},
            {info: {"region": "all"}},
            {info: {"name": "web-one"}},
            {info: {"name": "one", "name_match": "contains", "details": False}},
            {info: {"region": "nl-ams"}},
            {info: {"name": "none"}},
        ],
        vars=way,
    )
    assert done.returncode == 0, done.output
    found = [[(item["name"], item["region"]) for item in result["buckets"]] for result in done.results[2:]]
    one, two = ("web-one", "fr-par"), ("web-two", "nl-ams")
    assert found == [[one, two], [one], [one], [two], []]
    assert done.results[3]["buckets"][0]["tags"] == {"a": "b"}
    assert set(done.results[4]["buckets"][0]) == {"name", "region", "endpoint", "creation_date"}


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"name": "No_Bucket"}, "no name of a bucket"),
    ({"default_retention": {"mode": "governance"}}, "either days or years"),
    ({"default_retention": {"mode": "governance", "days": 1}}, "needs object_lock to be true"),
    ({"object_lock": True, "versioning": False}, "versioning cannot be false"),
    ({"lifecycle": [{"id": "a"}]}, "lifecycle[0]: the rule 'a' does nothing"),
    ({"lifecycle": [{"id": "a", "expiration_days": 1}, {"id": "a", "expiration_days": 2}]}, "two rules named 'a'"),
    ({"lifecycle": [{"id": "a", "expiration_days": 0}]}, "0 is no number of days"),
    ({"lifecycle": [{"id": "a", "expiration_date": "soon"}]}, "'soon' is no date"),
    ({"website": {"error_document": "x"}}, "index_document must be set"),
    ({"policy": {"Version": "2012-10-17"}}, "a policy has a Statement"),
    ({"s3_url": "http://192.0.2.1"}, "unencrypted"),
    ({"s3_url": "http://127.0.0.1:9", "retry_timeout": 0}, "head_bucket of http://127.0.0.1:9/example-bucket failed"),
]


def test_bad_input(ansible: Ansible, object_storage: ObjectStorageServer) -> None:
    done = ansible.play([{**task(**options), "ignore_errors": True} for options, _said in WRONG])
    for (options, said), result in zip(WRONG, done.results):
        assert result.get("failed"), options
        assert said in result["msg"], result["msg"]
    assert object_storage.writes() == []


def test_an_account_is_not_mixed(ansible: Ansible, object_storage: ObjectStorageServer, way: dict[str, Any]) -> None:
    """The access key of the environment does not go with the secret key of an option; other clouds' files are not read."""
    ansible.environment.update(AWS_PROFILE="none", AWS_ENDPOINT_URL="http://127.0.0.1:9", AWS_CA_BUNDLE="/none")
    ansible.environment.update(AWS_ACCESS_KEY_ID="other", AWS_SECRET_ACCESS_KEY="other")
    other = "44444444-4444-4444-8444-444444444444"
    done = ansible.play([task(), {**task(secret_key=other, tags={"a": "b"}), "ignore_errors": True}], "-vvvv", vars=way)
    assert done.results[0]["changed"] is True, done.output
    # The project stands behind the access key.
    assert object_storage.access_keys() == {f"{ACCESS_KEY}@{PROJECT}"}
    assert "SCW_ACCESS_KEY says is not used" in done.results[1]["msg"]
    assert other not in done.output


def test_what_was_done_before_a_failure_is_told(ansible: Ansible, object_storage: ObjectStorageServer) -> None:
    many = [{"allowed_origins": ["*"], "allowed_methods": ["GET"], "id": str(number)} for number in range(101)]
    failing = {**task(tags={"a": "b"}, cors=many), "ignore_errors": True}
    done = ansible.play([failing, failing])
    first, second = done.results
    assert first["error"]["type"] == "MalformedXML", first
    assert (first["changed"], first["bucket"]["tags"], first["bucket"]["cors"]) == (True, {"a": "b"}, [])
    assert "put_bucket_cors" not in first["msg"]
    assert "PutBucketCors" in first["msg"]
    assert second["changed"] is False
    assert second["bucket"]["tags"] == {"a": "b"}


def test_a_region_without_object_storage_is_told(ansible: Ansible, object_storage: ObjectStorageServer) -> None:
    ansible.environment["SCW_S3_ENDPOINT"] = object_storage.url.replace("127.0.0.1", "{region}.invalid")
    info = {"community.scaleway.scaleway_bucket_info": {"region": "all", "retry_timeout": 0, "allow_http": True}}
    result = ansible.play([info]).last
    assert result["buckets"] == []
    assert "The buckets of nl-ams are not listed" in "".join(result["warnings"])


def test_all_pages_are_emptied(object_storage: ObjectStorageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_bucket, "BATCH", 2)
    environment = {"SCW_SECRET_KEY": "of-the-test", "SCW_ACCESS_KEY": ACCESS_KEY, "SCW_S3_ENDPOINT": object_storage.url}
    storage = _s3.ObjectStorage(resolve({}, {**environment, "XDG_CONFIG_HOME": "/nonexistent"}), {})
    s3 = object_storage.client()
    s3.create_bucket(Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION})
    s3.put_bucket_versioning(Bucket=NAME, VersioningConfiguration={"Status": "Enabled"})
    for number in range(7):
        s3.put_object(Bucket=NAME, Key=f"{number // 2}", Body=b"x")
    s3.delete_object(Bucket=NAME, Key="0")
    _bucket._empty(storage, NAME)
    assert not s3.list_object_versions(Bucket=NAME).get("Versions")
    assert not s3.list_object_versions(Bucket=NAME).get("DeleteMarkers")
    assert len([entry for entry in object_storage.writes() if "delete" in entry[1]]) == 4


def test_without_boto3_it_says_so_and_nothing_else_needs_it(ansible: Ansible, way: dict[str, Any]) -> None:
    (ansible.folder / "boto3.py").write_text("raise ImportError('hidden by the test')\n")
    ansible.environment["PYTHONPATH"] = str(ansible.folder)
    export = {"name": "x", "import_from": {"bucket": "b", "key": "k"}, "export_to": {"bucket": "b", "key": "k"}}
    done = ansible.play(
        [
            {**task(), "ignore_errors": True},
            {"community.scaleway.scaleway_block_snapshot": export, "ignore_errors": True},
            {"community.scaleway.scaleway_block_volume": {"name": "data", "size": "10GB"}},
        ],
        vars=way,
    )
    bucket, snapshot, volume = done.results
    assert "Failed to import the required Python library (boto3)" in bucket["msg"]
    assert "the Python package boto3 is needed" in snapshot["msg"]
    assert volume["changed"] is True, done.output
