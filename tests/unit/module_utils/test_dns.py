# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Values of DNS records by type, and what becomes of a zone's records."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.community.scaleway.plugins.module_utils._dns import RecordSet
from ansible_collections.community.scaleway.plugins.module_utils._dns_records import Goal, changes_of
from ansible_collections.community.scaleway.plugins.module_utils._dns_values import (
    TYPES,
    meaning,
    relative_name,
    value_of,
    zone_name,
)
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput

GOOD: dict[str, dict[str, str]] = {
    "A": {"192.0.2.1": "192.0.2.1", " 192.0.2.1 ": "192.0.2.1"},
    "AAAA": {"2001:DB8:0:0::1": "2001:db8::1"},
    "ALIAS": {"www.example.com.": "www.example.com.", "www": "www"},
    "CAA": {'0 issue "letsencrypt.org"': '0 issue "letsencrypt.org"', "128 iodef mailto:a@b": "128 iodef mailto:a@b"},
    "CNAME": {"_x.acm-validations.aws.": "_x.acm-validations.aws."},
    "DNAME": {"example.org.": "example.org."},
    "DS": {"12345 13 2 0A0B 0C": "12345 13 2 0A0B 0C"},
    "HINFO": {'"arm64" linux': '"arm64" linux'},
    "HTTPS": {"1 . alpn=h2": "1 . alpn=h2", "0 www.example.com.": "0 www.example.com."},
    "LOC": {"48 51 24 N 2 21 3 E 35m": "48 51 24 N 2 21 3 E 35m"},
    "MX": {"10  mail.example.com.": "10 mail.example.com.", "0 .": "0 ."},
    "NAPTR": {'100 10 "u" "E2U+sip" "!^.*$!sip:a@b!" .': '100 10 "u" "E2U+sip" "!^.*$!sip:a@b!" .'},
    "NS": {"ns0.example.com.": "ns0.example.com."},
    "PTR": {"host-1.example.com.": "host-1.example.com."},
    "RP": {"ada.example.com. info.example.com.": "ada.example.com. info.example.com."},
    "SRV": {"10 5 5060 sip.example.com.": "10 5 5060 sip.example.com."},
    "SSHFP": {"4 2 0a0b0c": "4 2 0a0b0c"},
    "SVCB": {"1 svc.example.com. port=8443": "1 svc.example.com. port=8443"},
    "TLSA": {"3 1 1 0a0b0c": "3 1 1 0a0b0c"},
    "TXT": {"plain  text": '"plain  text"', '"a" "b"': '"a" "b"', 'say "hi"\\': '"say \\"hi\\"\\\\"'},
    "URI": {'10 1 "https://example.com/"': '10 1 "https://example.com/"'},
}
BAD: dict[str, list[str]] = {
    "A": ["2001:db8::1", "192.0.2", "192.0.2.256", "example.com", ""],
    "AAAA": ["192.0.2.1", "2001:db8", "2001:db8::1/64"],
    "ALIAS": ["192.0.2.1", "a b"],
    "CAA": ["letsencrypt.org", "256 issue x", '0 "issue" x'],
    "CNAME": ["192.0.2.1", "https://example.com/", "-a.example.com.", "2001:db8::1", "a..b"],
    "DNAME": ["192.0.2.1"],
    "DS": ["x 13 2 0A", "12345 13 2 xyz"],
    "HINFO": ["one"],
    "HTTPS": ["alpn=h2", "70000 ."],
    "LOC": ["Paris"],
    "MX": ["mail.example.com.", "10 192.0.2.1", "-1 mail.example.com.", "65536 mail.example.com."],
    "NAPTR": ["100 10"],
    "NS": ["192.0.2.1"],
    "PTR": ["192.0.2.1"],
    "RP": ["ada@example.com"],
    "SRV": ["10 5 70000 sip.example.com.", "5 5060 sip.example.com.", "10 5 5060"],
    "SSHFP": ["4 2 secret"],
    "SVCB": ["svc.example.com."],
    "TLSA": ["4 1 1 0a", "3 1 1 xyz"],
    "TXT": ["", '"half', '"a" b"'],
    "URI": ["https://example.com/"],
}


def test_every_type_is_tested() -> None:
    assert sorted(GOOD) == sorted(BAD) == sorted(TYPES)


@pytest.mark.parametrize("kind", TYPES)
def test_values_that_fit_their_type(kind: str) -> None:
    for told, sent in GOOD[kind].items():
        assert value_of(kind, told, None, "values[0]")[0] == sent
        assert meaning(kind, sent) == meaning(kind, value_of(kind, sent, None, "values[0]")[0])


@pytest.mark.parametrize("kind", TYPES)
def test_values_that_do_not(kind: str) -> None:
    for told in BAD[kind]:
        with pytest.raises(InvalidInput, match=r"^values\[0\]: .") as caught:
            value_of(kind, told, None, "values[0]")
        assert kind in str(caught.value)


def test_priorities() -> None:
    assert value_of("MX", "mail.example.com.", 10, "v") == ("10 mail.example.com.", 10)
    assert value_of("MX", "10 mail.example.com.", 10, "v") == ("10 mail.example.com.", 10)
    assert value_of("SRV", "5 5060 sip.example.com.", 0, "v") == ("0 5 5060 sip.example.com.", 0)
    assert value_of("A", "192.0.2.1", 7, "v") == ("192.0.2.1", 7)
    with pytest.raises(InvalidInput, match="says the priority 10, and the option priority 0"):
        value_of("MX", "10 mail.example.com.", 0, "v")


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("TXT", '"v=spf1" " -all"', '"v=spf1 -all"'),
        ("CNAME", "WWW.example.com.", "www.example.com."),
        ("AAAA", "2001:DB8::0:1", "2001:db8::1"),
        ("CAA", "0 issue letsencrypt.org", '0 issue "letsencrypt.org"'),
        ("MX", "10 Mail.example.com.", "10 mail.example.com."),
    ],
)
def test_spellings_of_one_value(kind: str, one: str, other: str) -> None:
    assert meaning(kind, one) == meaning(kind, other)


def test_names() -> None:
    for told, name in {
        "": "",
        "@": "",
        "example.com.": "",
        "WWW": "www",
        "www.example.com.": "www",
        "*.dev": "*.dev",
        "_sip._tcp": "_sip._tcp",
        "example.com": "example.com",
    }.items():
        assert relative_name(told, "example.com") == name
    for told in ("www.example.org.", "myexample.com.", "a b", "a.*.b", "-a", "a..b", "x" * 64):
        with pytest.raises(InvalidInput, match="name: "):
            relative_name(told, "example.com")
    assert zone_name("Dev.Example.com.") == "dev.example.com"
    for told in ("com", "", "a b.com", "*.example.com", "../example.com", "a" * 250 + ".com"):
        with pytest.raises(InvalidInput, match="dns_zone: "):
            zone_name(told)


def there(*told: tuple[str, str, str]) -> list[dict[str, Any]]:
    return [
        {"id": f"{name}-{kind}-{data}", "name": name, "type": kind, "data": data, "ttl": 60, "priority": 0}
        for name, kind, data in told
    ]


def wanted(name: str, kind: str, *data: str, exclusive: bool = True, **fields: Any) -> RecordSet:
    return RecordSet(name, kind, list(data), fields, exclusive)


def kinds(changes: list[dict[str, Any]]) -> list[str]:
    return [next(iter(change)) for change in changes]


def test_a_value_that_goes_makes_room_for_one_that_comes() -> None:
    records = there(("a", "A", "192.0.2.1"), ("a", "A", "192.0.2.2"), ("b", "A", "192.0.2.9"))
    found = changes_of(Goal([wanted("a", "A", "192.0.2.2", "192.0.2.3", "192.0.2.4")], True), records)
    assert kinds(found.changes) == ["set", "add"]
    assert found.changes[0]["set"]["id"] == "a-A-192.0.2.1"
    assert [(one["data"], one["ttl"]) for one in found.changes[1]["add"]["records"]] == [("192.0.2.4", 60)]
    assert [one["data"] for one in found.after] == ["192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.9"]


def test_deletions_come_first() -> None:
    """An alias can take the place of addresses in one request."""
    records = there(("", "NS", "ns0."), ("www", "A", "192.0.2.1"), ("www", "A", "192.0.2.2"))
    goal = Goal([wanted("www", "CNAME", "example.org.")], True, purge=True)
    found = changes_of(goal, records)
    assert kinds(found.changes) == ["delete", "delete", "add"]
    assert [(one["name"], one["type"]) for one in found.after] == [("", "NS"), ("www", "CNAME")]
    with pytest.raises(InvalidInput, match="www would have a CNAME and A"):
        changes_of(goal._replace(purge=False), records)


def test_others_are_left_alone() -> None:
    records = there(("a", "A", "192.0.2.1"), ("a", "A", "192.0.2.2"))
    same = changes_of(Goal([wanted("a", "A", "192.0.2.2", exclusive=False)], True), records)
    assert same.changes == []
    assert changes_of(Goal([wanted("a", "A", "192.0.2.2", exclusive=False)], False), records).changes == [
        {"delete": {"id": "a-A-192.0.2.2"}}
    ]
    assert changes_of(Goal([wanted("a", "A")], True), records).after == []
    everything = Goal([RecordSet("a", "A", None, {}, True)], False)
    assert kinds(changes_of(everything, records).changes) == ["delete", "delete"]
