# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Zones and record sets, down to the requests they lead to."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Run, Task

ZONE, RECORD = "community.scaleway.scaleway_dns_zone", "community.scaleway.scaleway_dns_record"
RECORDS = "community.scaleway.scaleway_dns_records"


def record(kind: str, *values: str, **options: Any) -> Task:
    told = {"dns_zone": "example.com", "name": "www", "type": kind, **({"values": list(values)} if values else {})}
    return {RECORD: {**told, **options}, "ignore_errors": True}


def play(ansible: Ansible, tasks: list[Task], *options: str, **more: Any) -> Run:
    done = ansible.play(tasks, "--diff", *options, **more)
    assert len(done.results) == len(tasks), done.output
    return done


def changes(simulator: SimulatorProcess) -> list[list[dict[str, Any]]]:
    """The changes that each request asked for."""
    return [entry["body"]["changes"] for entry in simulator.requests() if entry["method"] == "PATCH"]


def kept(simulator: SimulatorProcess, zone: str = "example.com") -> list[tuple[str, str, str]]:
    found = next(one for one in simulator.state("domain.zone") if one["id"] == zone)
    return sorted((one["name"], one["type"], one["data"]) for one in found["_records"] if one["type"] != "NS")


def www(*values: str, kind: str = "A") -> list[tuple[str, str, str]]:
    return [("www", kind, value) for value in values]


def test_life_of_a_zone(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    zone = {"domain": "Example.com", "subdomain": "dev"}
    checked = play(ansible, [{ZONE: zone}, {ZONE: {**zone, "state": "absent"}}], "--check", vars=way)
    assert [result["changed"] for result in checked.results] == [True, False]
    assert simulator.writes() == []
    tasks: list[Task] = [
        {ZONE: zone},
        {ZONE: {**zone, "wait": False}},
        {ZONE: {"domain": "example.com"}},
        {ZONE: {"domain": "example.com", "state": "absent"}, "ignore_errors": True},
        {ZONE: {"id": "other.example.com"}, "ignore_errors": True},
        {ZONE: {"domain": "example"}, "ignore_errors": True},
        {ZONE: {"id": "dev.example.com", "state": "absent"}},
        {ZONE: {**zone, "state": "absent"}},
    ]
    done = play(ansible, tasks, vars=way)
    assert [result["changed"] for result in done.results] == [True, False, False, False, False, False, True, False]
    made = done.results[0]["dns_zone"]
    assert (made["name"], made["status"]) == ("dev.example.com", "active")
    predicted = checked.results[0]["dns_zone"]
    assert predicted["name"] == "dev.example.com"
    assert {name: made[name] for name in predicted} == predicted
    for result, told in zip(
        done.results[3:6],
        [
            "is the zone of the domain itself",
            "there is no dns zone other.example.com",
            "'example' is no name of a zone",
        ],
    ):
        assert told in result["msg"]
    assert [method for method, _path in simulator.writes()] == ["POST", "DELETE"]


def test_a_record_set(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    first, second, third = "192.0.2.1", "192.0.2.2", "192.0.2.3"
    checked = play(ansible, [record("A", first, second)], "--check", vars=way)
    assert simulator.writes() == []
    tasks = [
        record("A", first, second),
        record("A", second, first),
        record("A", third, exclusive=False, ttl=600),
        record("A", third, exclusive=False),
        record("A", first, third),
        record("A", second, ttl=300),
        record("A", ttl=900, comment="for the web"),
        record("A", ttl=900, comment="for the web"),
        record("A", second, first, wait=False),
        record("A", first, exclusive=False, state="absent"),
        record("AAAA", state="absent"),
        record("A", state="absent"),
        record("A", state="absent"),
    ]
    done = play(ansible, tasks, vars=way)
    assert [result["changed"] for result in done.results] == [
        *(True, False, True, False, True, True, True, False, True, True, False, True, False)
    ], done.output
    told = [[(one["data"], one["ttl"]) for one in result["records"]] for result in done.results]
    assert told[:9] == [
        [(first, 3600), (second, 3600)],
        [(first, 3600), (second, 3600)],
        [(first, 3600), (second, 3600), (third, 600)],
        [(first, 3600), (second, 3600), (third, 600)],
        [(first, 3600), (third, 600)],
        [(second, 300)],
        [(second, 900)],
        [(second, 900)],
        [(first, 900), (second, 900)],
    ]
    assert done.results[0]["diff"]["after"] == checked.last["diff"]["after"]
    assert done.results[0]["diff"]["before"] == {"records": []}
    asked = changes(simulator)
    assert len(asked) == len([result for result in done.results if result["changed"]])
    kinds = [[next(iter(change)) for change in one] for one in asked]
    assert kinds == [["add"], ["add"], ["delete"], ["delete", "set"], ["set"], ["add"], ["delete"], ["delete"]]
    assert kept(simulator) == []


def test_values_come_back_in_another_spelling(ansible: Ansible, simulator: SimulatorProcess) -> None:
    sets: list[tuple[str, list[str], dict[str, Any]]] = [
        ("TXT", ["v=spf1 include:example.org -all", 'a "quoted" text'], {}),
        ("MX", ["10 mx1.example.org.", "20 mx2.example.org."], {}),
        ("MX", ["mx1.example.org."], {"priority": 10, "name": "mail"}),
        ("SRV", ["10 5 5060 sip.example.com."], {"name": "_sip._tcp"}),
        ("SRV", ["5 5060 sip.example.com."], {"priority": 10, "name": "_sips._tcp"}),
        ("AAAA", ["2001:DB8:0::1"], {}),
        ("CAA", ['0 issue "letsencrypt.org"'], {"name": "@"}),
        ("CNAME", ["WWW.example.com."], {"name": "alias"}),
        ("TLSA", ["3 1 1 " + "ab" * 32], {"name": "_443._tcp"}),
        ("HTTPS", ["1 . alpn=h2"], {"name": "*.app.example.com."}),
    ]
    tasks = [record(kind, *values, **options) for kind, values, options in sets]
    done = play(ansible, [*tasks, *tasks])
    assert [result["changed"] for result in done.results] == [True] * len(sets) + [False] * len(sets), done.output
    assert ("www", "TXT", '"a \\"quoted\\" text"') in kept(simulator)
    assert ("mail", "MX", "10 mx1.example.org.") in kept(simulator)
    assert ("*.app", "HTTPS", "1 . alpn=h2") in kept(simulator)


def test_answers_that_depend(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    match = {"countries": ["fr"], "data": "192.0.2.2"}
    check = {"ips": ["192.0.2.1", "192.0.2.2"], "url": "http://example.com/", "strategy": "all", "must_contain": "up"}
    options: list[dict[str, Any]] = [
        {"geo_ip": {"default": "192.0.2.1", "matches": [match]}, "name": "geo"},
        {"weighted": [{"ip": "192.0.2.1", "weight": 1}, {"ip": "192.0.2.2", "weight": 9}], "name": "weighted"},
        {"views": [{"subnet": "192.0.2.0/24", "data": "192.0.2.1"}], "name": "view"},
        {"http_service": check, "name": "checked"},
    ]
    tasks = [record("A", **one) for one in options]
    done = play(ansible, [*tasks, *tasks], vars=way)
    assert [result["changed"] for result in done.results] == [True] * 4 + [False] * 4, done.output
    (geo,) = done.results[0]["records"]
    assert geo["geo_ip_config"]["matches"] == [{"countries": ["FR"], "continents": [], "data": "192.0.2.2"}]
    assert [result["records"][0]["data"] for result in done.results[:4]] == ["192.0.2.1"] * 4
    simulator.clear_requests()
    more = [
        record("A", name="weighted", weighted=[{"ip": "192.0.2.1", "weight": 5}]),
        record("A", name="weighted", ttl=60),
        record("A", name="weighted", weighted=[]),
        record("A", name="geo", geo_ip={"default": "192.0.2.9", "matches": [match]}),
    ]
    done = play(ansible, [*more, *more[1:]], vars=way)
    assert [result["changed"] for result in done.results] == [True] * 4 + [False] * 3, done.output
    assert done.results[1]["records"][0]["weighted_config"] == {"weighted_ips": [{"ip": "192.0.2.1", "weight": 5}]}
    assert "weighted_config" not in done.results[2]["records"][0]
    assert [[next(iter(change)) for change in one] for one in changes(simulator)] == [["set"]] * 4


def test_what_is_wrong_is_told_before_anything_is_written(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    made = play(ansible, [record("A", "192.0.2.1"), record("A", "192.0.2.1", name="@")], vars=way)
    assert made.returncode == 0, made.output
    simulator.clear_requests()
    tasks = {
        "values[1]: '2001:db8::1' does not fit A. It must be an IPv4": record("A", "192.0.2.1", "2001:db8::1"),
        "values[0]: '192.0.2.1' does not fit AAAA": record("AAAA", "192.0.2.1"),
        "values[0]: '192.0.2.1' does not fit CNAME": record("CNAME", "192.0.2.1"),
        "does not fit MX. It must be a priority": record("MX", "mail.example.com."),
        "does not fit SRV": record("SRV", "10 5 70000 sip.example.com."),
        "says the priority 10, and the option priority 5": record("MX", "10 mail.example.com.", priority=5),
        "does not fit CAA": record("CAA", "letsencrypt.org"),
        "does not fit TXT: its quotes": record("TXT", '"half'),
        "a CNAME has one value": record("CNAME", "a.", "b.", name="alias"),
        "www would have a CNAME and A": record("CNAME", "a.example.org."),
        "cannot be a CNAME. Use ALIAS": record("CNAME", "a.example.org.", name="@"),
        "is not in the zone example.com": record("A", "192.0.2.1", name="www.example.org."),
        "'w w' is no name of a record": record("A", "192.0.2.1", name="w w"),
        "ttl: 0 is no time to live": record("A", "192.0.2.1", ttl=0),
        "there is no zone none.example.com": record("A", "192.0.2.1", dns_zone="none.example.com"),
        "dns_zone: 'com' is no name of a zone": record("A", "192.0.2.1", dns_zone="com"),
        "There is no record new A yet": record("A", name="new", ttl=60),
        "values must be set where exclusive is false": record("A", exclusive=False),
        "geo_ip.matches[0].data: 'x' does not fit A": record(
            "A", geo_ip={"default": "192.0.2.1", "matches": [{"data": "x"}]}
        ),
        "views[0].subnet: '192.0.2.1/24' is no subnet": record(
            "A", views=[{"subnet": "192.0.2.1/24", "data": "192.0.2.1"}]
        ),
        "records[1].values[0]: 'x' does not fit A": {
            RECORDS: {
                "dns_zone": "example.com",
                "records": [
                    {"name": "a", "type": "A", "values": ["192.0.2.1"]},
                    {"name": "b", "type": "A", "values": ["x"]},
                ],
            },
            "ignore_errors": True,
        },
        "records[1]: a A is in the list twice": {
            RECORDS: {"dns_zone": "example.com", "records": [{"name": "a", "type": "A", "values": []}] * 2},
            "ignore_errors": True,
        },
    }
    done = play(ansible, list(tasks.values()), vars=way)
    for told, result in zip(tasks, done.results):
        assert result.get("failed") is True, told
        assert told in result["msg"]
    assert simulator.writes() == []


def test_a_whole_zone_in_one_request(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    records: list[dict[str, Any]] = [
        {"name": f"host-{number}", "type": "A", "values": [f"192.0.2.{number}"]} for number in range(1, 151)
    ]
    records.append({"name": "@", "type": "TXT", "values": ["v=spf1 -all"]})
    task = {RECORDS: {"dns_zone": "example.com", "records": records, "purge": True}}
    assert play(ansible, [record("A", "192.0.2.1"), task], "--check", vars=way).results[1]["changed"] is True
    assert simulator.writes() == []
    done = play(ansible, [record("CNAME", "a.example.org."), task, task], vars=way)
    assert [result["changed"] for result in done.results] == [True, True, False], done.output
    assert len(changes(simulator)) == 2
    assert len(kept(simulator)) == 151
    assert len([one for one in done.results[1]["records"] if one["type"] == "NS"]) == 2
    simulator.clear_requests()
    few = {"dns_zone": "example.com", "records": [{"name": "host-1", "type": "CNAME", "values": ["a."]}, *records[1:3]]}
    absent = {**few, "records": records[1:3], "state": "absent"}
    tasks: list[Task] = [
        {RECORDS: few, "ignore_errors": True},
        {RECORDS: {**few, "purge": True}},
        {RECORDS: absent},
        {RECORDS: absent},
    ]
    done = play(ansible, tasks, vars=way)
    assert "would have a CNAME and A" in done.results[0]["msg"]
    assert [result["changed"] for result in done.results[1:]] == [True, True, False]
    assert len(changes(simulator)) == 2
    assert kept(simulator) == [("host-1", "CNAME", "a.")]


def test_a_lost_answer_adds_no_record_twice(ansible: Ansible, simulator: SimulatorProcess) -> None:
    for fault in (
        {"reset": "after"},
        {"reset": "before"},
        {"status": 503, "effect": "after", "body": {"message": "timeout"}},
    ):
        simulator.fault(method="PATCH", path="/records$", **fault)
        done = play(ansible, [record("A", "192.0.2.1", "192.0.2.2"), record("A", state="absent")])
        assert [result["changed"] for result in done.results] == [True, True], done.output
        assert len(done.results[0]["records"]) == 2
        assert kept(simulator) == []


def test_a_wait_that_fails_says_what_was_changed(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.control("POST", "clock", {"scale": 0.001})
    done = play(ansible, [record("A", "192.0.2.1", wait_timeout=1, wait_interval=0.2)])
    assert done.last["failed"] is True
    assert done.last["changed"] is True
    assert [one["data"] for one in done.last["records"]] == ["192.0.2.1"]
    assert "pending" in done.last["msg"]


def test_lists(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    zones, records = "community.scaleway.scaleway_dns_zone_info", "community.scaleway.scaleway_dns_record_info"
    done = play(
        ansible,
        [
            {ZONE: {"domain": "example.com", "subdomain": "dev"}},
            record("A", "192.0.2.1"),
            record("TXT", "one", name="@"),
            {zones: {"domain": "example.com"}},
            {zones: {"name": "dev.example.com"}},
            {zones: {"name": "none.example.com"}},
            {records: {"dns_zone": "example.com"}},
            {records: {"dns_zone": "example.com", "name": "@"}},
            {records: {"dns_zone": "example.com", "name": "www.example.com.", "type": "A"}},
            {records: {"dns_zone": "example.com", "type": "CNAME"}},
        ],
        vars=way,
        module_defaults={"group/community.scaleway.scaleway": {"zone": "nl-ams-1", "region": "nl-ams"}},
    )
    listed = [sorted(zone["name"] for zone in result["dns_zones"]) for result in done.results[3:6]]
    assert listed == [["dev.example.com", "example.com"], ["dev.example.com"], []]
    found = [[one["type"] for one in result["records"]] for result in done.results[6:]]
    assert found == [["NS", "NS", "TXT", "A"], ["NS", "NS", "TXT"], ["A"], []]
