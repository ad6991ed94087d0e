# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The settings of a bucket: how S3 spells each of them, and how it is read, written, removed and compared."""

from __future__ import annotations

import datetime
import json
import typing as t

from ._errors import InvalidInput

Data = t.Dict[str, t.Any]
GROUPS = "http://acs.amazonaws.com/groups/global/"
ACLS = {
    (): "private",
    (("AllUsers", "READ"),): "public-read",
    (("AllUsers", "READ"), ("AllUsers", "WRITE")): "public-read-write",
    (("AuthenticatedUsers", "READ"),): "authenticated-read",
}


def comparable(value: t.Any) -> t.Any:
    """Without what is not set, and without the order of words."""
    if isinstance(value, dict):
        kept = {name: comparable(item) for name, item in value.items()}
        return {name: item for name, item in kept.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        items = [comparable(item) for item in value]
        return sorted(items) if all(isinstance(item, str) for item in items) else items
    return value


class Setting(t.NamedTuple):
    """One setting of a bucket. ``get``, ``put`` and ``delete`` are operations of S3; ``lacking`` is the error that says
    that there is none. ``read`` gives the option's value of an answer, ``write`` the arguments for a value."""

    get: str
    put: str
    read: t.Callable[[Data], t.Any]
    write: t.Callable[[t.Any], Data]
    delete: str = ""
    lacking: str = ""
    none: t.Any = None
    """What a bucket has that has none"""
    plain: t.Callable[[t.Any], t.Any] = comparable
    """A value without differences that mean nothing"""


def comparable_policy(value: t.Any) -> t.Any:
    """One word and a list of it mean the same in a policy, and so do texts and what else YAML makes of them."""
    if isinstance(value, dict):
        statements = value.get("Statement")
        if isinstance(statements, dict):
            value = dict(value, Statement=[statements])
        return {name: comparable_policy(item) for name, item in value.items()}
    items = value if isinstance(value, list) else [value]
    plain = [comparable_policy(item) if isinstance(item, (dict, list)) else _as_text(item) for item in items]
    return sorted(plain, key=repr) if all(isinstance(item, str) for item in plain) else plain


def _as_text(value: t.Any) -> str:
    return json.dumps(value) if isinstance(value, (bool, int)) else str(value)


def comparable_rules(value: t.Any) -> t.Any:
    """The order of lifecycle rules means nothing."""
    return sorted(comparable(value or []), key=lambda rule: str(rule.get("id")))


def pairs(tags: t.Mapping[str, t.Any]) -> t.List[t.Dict[str, str]]:
    return [{"Key": str(name), "Value": str(value)} for name, value in tags.items()]


def unpaired(tags: t.Iterable[Data]) -> t.Dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in tags}


def acl_of(answer: Data) -> str:
    """The name of the grants that everybody or every account has."""
    grants = [
        (str(grant["Grantee"].get("URI"))[len(GROUPS) :], grant["Permission"])
        for grant in answer["Grants"]
        if grant["Grantee"].get("URI")
    ]
    owner = (answer.get("Owner") or {}).get("ID")
    others = [grant for grant in answer["Grants"] if grant["Grantee"].get("ID") not in (None, owner)]
    return "other" if others else ACLS.get(tuple(sorted(set(grants))), "other")


CORS = {
    "id": "ID",
    "allowed_origins": "AllowedOrigins",
    "allowed_methods": "AllowedMethods",
    "allowed_headers": "AllowedHeaders",
    "expose_headers": "ExposeHeaders",
    "max_age_seconds": "MaxAgeSeconds",
}


def cors_written(rules: t.List[Data]) -> Data:
    spelled = [
        {CORS[name]: value for name, value in rule.items() if value is not None and value != []} for rule in rules
    ]
    return {"CORSConfiguration": {"CORSRules": spelled}}


def cors_read(answer: Data) -> t.List[Data]:
    names = {spelled: name for name, spelled in CORS.items()}
    return [{names.get(name, name): value for name, value in rule.items()} for rule in answer.get("CORSRules", [])]


def lifecycle_written(rules: t.List[Data]) -> Data:
    return {"LifecycleConfiguration": {"Rules": [_rule_written(rule) for rule in rules]}}


def _rule_written(rule: Data) -> Data:
    prefix, tags = rule.get("prefix") or "", pairs(rule.get("tags") or {})
    where: Data = {"Prefix": prefix}
    if tags:
        where = {"Tag": tags[0]} if len(tags) == 1 and not prefix else {"And": {"Prefix": prefix, "Tags": tags}}
    spelled: Data = {"ID": rule["id"], "Status": "Enabled" if rule["enabled"] else "Disabled", "Filter": where}
    if rule.get("expiration_days"):
        spelled["Expiration"] = {"Days": rule["expiration_days"]}
    elif rule.get("expiration_date"):
        spelled["Expiration"] = {"Date": f"{rule['expiration_date']}T00:00:00Z"}
    elif rule.get("expired_object_delete_marker"):
        spelled["Expiration"] = {"ExpiredObjectDeleteMarker": True}
    if rule.get("noncurrent_expiration_days"):
        spelled["NoncurrentVersionExpiration"] = {"NoncurrentDays": rule["noncurrent_expiration_days"]}
    if rule.get("abort_multipart_days"):
        spelled["AbortIncompleteMultipartUpload"] = {"DaysAfterInitiation": rule["abort_multipart_days"]}
    if rule.get("transitions"):
        spelled["Transitions"] = [
            {"Days": step["days"], "StorageClass": step["storage_class"]} for step in rule["transitions"]
        ]
    return spelled


def lifecycle_read(answer: Data) -> t.List[Data]:
    return [_rule_read(rule) for rule in answer.get("Rules", [])]


def _rule_read(rule: Data) -> Data:
    where = rule.get("Filter") or {}
    inner = where.get("And") or where
    tags = inner.get("Tags") or ([inner["Tag"]] if inner.get("Tag") else [])
    expiration = rule.get("Expiration") or {}
    date = expiration.get("Date")
    found = {
        "id": rule.get("ID"),
        "enabled": rule.get("Status") == "Enabled",
        "prefix": inner.get("Prefix") or rule.get("Prefix"),
        "tags": unpaired(tags),
        "expiration_days": expiration.get("Days"),
        "expiration_date": date.strftime("%Y-%m-%d") if isinstance(date, datetime.datetime) else date,
        "expired_object_delete_marker": expiration.get("ExpiredObjectDeleteMarker"),
        "noncurrent_expiration_days": (rule.get("NoncurrentVersionExpiration") or {}).get("NoncurrentDays"),
        "abort_multipart_days": (rule.get("AbortIncompleteMultipartUpload") or {}).get("DaysAfterInitiation"),
        "transitions": [
            {"days": step.get("Days"), "storage_class": step.get("StorageClass")}
            for step in rule.get("Transitions") or []
        ],
    }
    # What has no option is shown as S3 spells it: a rule that was asked for differs from one that has more.
    more = {name: rule[name] for name in ("NoncurrentVersionTransitions",) if rule.get(name)}
    more.update({name: inner[name] for name in inner if name.startswith("ObjectSize")})
    return {name: value for name, value in dict(found, **more).items() if value not in (None, "", [], {})}


def retention_read(answer: Data) -> Data:
    rule = (answer.get("ObjectLockConfiguration") or {}).get("Rule") or {}
    found = rule.get("DefaultRetention") or {}
    plain = {"mode": str(found.get("Mode") or "").lower(), "days": found.get("Days"), "years": found.get("Years")}
    return {name: value for name, value in plain.items() if value}


def retention_written(value: Data) -> Data:
    configuration: Data = {"ObjectLockEnabled": "Enabled"}
    if value:
        span = {name.capitalize(): value[name] for name in ("days", "years") if value.get(name)}
        configuration["Rule"] = {"DefaultRetention": dict(Mode=value["mode"].upper(), **span)}
    return {"ObjectLockConfiguration": configuration}


def encryption_read(answer: Data) -> str:
    rules = (answer.get("ServerSideEncryptionConfiguration") or {}).get("Rules") or []
    first = rules[0].get("ApplyServerSideEncryptionByDefault") or {} if rules else {}
    return str(first.get("SSEAlgorithm") or "none")


def encryption_written(value: str) -> Data:
    return {
        "ServerSideEncryptionConfiguration": {
            "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": value}}]
        }
    }


def website_read(answer: Data) -> Data:
    found = {
        "index_document": (answer.get("IndexDocument") or {}).get("Suffix"),
        "error_document": (answer.get("ErrorDocument") or {}).get("Key"),
    }
    return {name: value for name, value in found.items() if value}


def website_written(value: Data) -> Data:
    spelled: Data = {"IndexDocument": {"Suffix": value.get("index_document")}}
    if value.get("error_document"):
        spelled["ErrorDocument"] = {"Key": value["error_document"]}
    return {"WebsiteConfiguration": spelled}


# In the order in which they are written: what one needs stands before it.
SETTINGS: t.Dict[str, Setting] = {
    "versioning": Setting(
        "get_bucket_versioning",
        "put_bucket_versioning",
        lambda answer: answer.get("Status") == "Enabled",
        lambda value: {"VersioningConfiguration": {"Status": "Enabled" if value else "Suspended"}},
        none=False,
    ),
    "object_lock": Setting(
        "get_object_lock_configuration",
        "",
        lambda answer: (answer.get("ObjectLockConfiguration") or {}).get("ObjectLockEnabled") == "Enabled",
        lambda value: {},
        lacking="ObjectLockConfigurationNotFoundError",
        none=False,
    ),
    "default_retention": Setting(
        "get_object_lock_configuration",
        "put_object_lock_configuration",
        retention_read,
        retention_written,
        lacking="ObjectLockConfigurationNotFoundError",
        none={},
    ),
    "encryption": Setting(
        "get_bucket_encryption",
        "put_bucket_encryption",
        encryption_read,
        encryption_written,
        "delete_bucket_encryption",
        "ServerSideEncryptionConfigurationNotFoundError",
        "none",
    ),
    "tags": Setting(
        "get_bucket_tagging",
        "put_bucket_tagging",
        lambda answer: unpaired(answer.get("TagSet", [])),
        lambda value: {"Tagging": {"TagSet": pairs(value)}},
        "delete_bucket_tagging",
        "NoSuchTagSet",
        {},
        lambda value: value,
    ),
    "acl": Setting("get_bucket_acl", "put_bucket_acl", acl_of, lambda value: {"ACL": value}, none="private"),
    "cors": Setting(
        "get_bucket_cors",
        "put_bucket_cors",
        cors_read,
        cors_written,
        "delete_bucket_cors",
        "NoSuchCORSConfiguration",
        [],
    ),
    "lifecycle": Setting(
        "get_bucket_lifecycle_configuration",
        "put_bucket_lifecycle_configuration",
        lifecycle_read,
        lifecycle_written,
        "delete_bucket_lifecycle",
        "NoSuchLifecycleConfiguration",
        [],
        comparable_rules,
    ),
    "website": Setting(
        "get_bucket_website",
        "put_bucket_website",
        website_read,
        website_written,
        "delete_bucket_website",
        "NoSuchWebsiteConfiguration",
        {},
    ),
    # Last: it may take from this very key the right to change the others.
    "policy": Setting(
        "get_bucket_policy",
        "put_bucket_policy",
        lambda answer: json.loads(answer["Policy"]) if answer.get("Policy") else {},
        lambda value: {"Policy": json.dumps(value)},
        "delete_bucket_policy",
        "NoSuchBucketPolicy",
        {},
        comparable_policy,
    ),
}


def asked_for(params: t.Mapping[str, t.Any]) -> Data:
    """The settings that a task names, without what it leaves open. Raises :class:`InvalidInput`."""
    wanted = {option: params[option] for option in SETTINGS if params.get(option) is not None}
    if "tags" in wanted:
        wanted["tags"] = {str(name): "" if value is None else str(value) for name, value in wanted["tags"].items()}
    for option in ("cors", "lifecycle"):
        if option in wanted:
            wanted[option] = [_set_only(rule) for rule in wanted[option]]
    for option in ("default_retention", "website"):
        if option in wanted:
            wanted[option] = _set_only(wanted[option])
    _check_rules(wanted.get("lifecycle", []))
    retention, website = wanted.get("default_retention"), wanted.get("website")
    if retention and ("mode" not in retention or ("days" in retention) == ("years" in retention)):
        raise InvalidInput("default_retention: give mode and either days or years, or {} for no default retention.")
    if website and "index_document" not in website:
        raise InvalidInput("website: index_document must be set, or {} for no website.")
    if wanted.get("policy") and not isinstance(wanted["policy"].get("Statement"), (list, dict)):
        raise InvalidInput("policy: a policy has a Statement, which is a list of statements; {} removes the policy.")
    if wanted.get("versioning") is False and (wanted.get("object_lock") or retention):
        raise InvalidInput("versioning: object lock keeps versions, so versioning cannot be false together with it.")
    if wanted.get("object_lock") is False and retention:
        raise InvalidInput("default_retention: a bucket without object_lock keeps nothing. Set object_lock to true.")
    return wanted


def _set_only(value: Data) -> Data:
    return {
        name: _set_only(item) if isinstance(item, dict) else item for name, item in value.items() if item is not None
    }


def _check_rules(rules: t.List[Data]) -> None:
    """What the argument spec cannot say of lifecycle rules."""
    seen: t.Set[str] = set()
    acts = (
        "expiration_days",
        "expiration_date",
        "expired_object_delete_marker",
        "noncurrent_expiration_days",
        "abort_multipart_days",
        "transitions",
    )
    for number, rule in enumerate(rules):
        place = f"lifecycle[{number}]"
        if rule["id"] in seen:
            raise InvalidInput(f"{place}.id: there are two rules named {rule['id']!r}. Each needs a name of its own.")
        seen.add(rule["id"])
        if all(rule.get(name) in (None, [], "") or rule[name] is False for name in acts):
            raise InvalidInput(f"{place}: the rule {rule['id']!r} does nothing. Set one of {', '.join(acts)}.")
        for name in ("expiration_days", "noncurrent_expiration_days", "abort_multipart_days"):
            if name in rule and rule[name] < 1:
                raise InvalidInput(f"{place}.{name}: {rule[name]} is no number of days. It must be at least 1.")
        if "expiration_date" in rule:
            try:
                datetime.date.fromisoformat(rule["expiration_date"])
            except ValueError:
                raise InvalidInput(
                    f"{place}.expiration_date: {rule['expiration_date']!r} is no date, like 2030-12-31."
                ) from None
