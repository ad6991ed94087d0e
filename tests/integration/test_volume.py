# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The life cycle of a volume, in both generations and both ways, with the requests that were made."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT
from tests.tools.ansible_process import Ansible

MODULE = "community.scaleway.scaleway_volume"
OTHER_PROJECT = "99999999-9999-4999-8999-999999999999"
PATHS = {"current": "/instance/v1/zones/fr-par-1/volumes", "classic": "/cp-par1/volumes"}


def volume(generation: str = "current", **options: Any) -> dict[str, Any]:
    return {MODULE: {"name": "data", "zone": "fr-par-1", "api_generation": generation, **options}}


def ours(simulator: SimulatorProcess) -> list[dict[str, Any]]:
    return simulator.state("instance.volume")


def test_life_cycle(ansible: Ansible, simulator: SimulatorProcess, generation: str, way: dict[str, Any]) -> None:
    path = PATHS[generation]
    created = volume(generation, size="20GB", tags=["a", "b"])
    done = ansible.play([created, created], "--diff", vars=way)
    assert done.returncode == 0, done.output
    first, second = done.results
    assert (first["changed"], second["changed"]) == (True, False)
    assert first["volume"]["size"] == 20_000_000_000
    assert first["volume"]["id"] == second["volume"]["id"]
    assert first["data"] == {"volume": first["volume"]}
    assert first["diff"]["before"] == {}
    assert first["diff"]["after"]["name"] == "data"
    assert second["diff"]["before"] == second["diff"]["after"]
    assert simulator.writes() == [("POST", path)]
    assert len(ours(simulator)) == 1
    ident = first["volume"]["id"]

    simulator.clear_requests()
    done = ansible.play(
        [
            volume(generation, tags=["b", "a"]),
            volume(generation, tags=["c"]),
            volume(generation, tags=[]),
            volume(generation, size=20_000_000_000, volume_type="l_ssd"),
            volume(generation, id=ident, name="renamed"),
            volume(generation, id=ident, name="data"),
        ],
        "--diff",
        vars=way,
    )
    assert [result["changed"] for result in done.results] == [False, True, True, False, True, True]
    assert done.results[1]["diff"]["before"]["tags"] == ["a", "b"]
    assert done.results[1]["diff"]["after"]["tags"] == ["c"]
    sent = [entry["body"] for entry in simulator.requests() if entry["method"] == "PATCH"]
    assert sent == [{"tags": ["c"]}, {"tags": []}, {"name": "renamed"}, {"name": "data"}]
    assert simulator.writes() == [("PATCH", f"{path}/{ident}")] * 4

    simulator.clear_requests()
    gone = volume(generation, state="absent")
    done = ansible.play([gone, gone], "--diff", vars=way)
    assert [result["changed"] for result in done.results] == [True, False]
    assert done.results[0]["volume"] == {}
    assert done.results[0]["diff"]["before"]["name"] == "data"
    assert done.results[0]["diff"]["after"] == {}
    assert simulator.writes() == [("DELETE", f"{path}/{ident}")]
    assert ours(simulator) == []


def test_check_mode_predicts_and_writes_nothing(
    ansible: Ansible, simulator: SimulatorProcess, generation: str, way: dict[str, Any]
) -> None:
    wanted = volume(generation, size="20GB", tags=["a"])
    predicted = ansible.play([wanted], "--check", "--diff", vars=way).last
    assert predicted["changed"] is True
    assert simulator.writes() == []
    assert ours(simulator) == []

    real = ansible.play([wanted], "--diff", vars=way).last
    for name, value in predicted["volume"].items():
        assert real["volume"][name] == value, name
    simulator.clear_requests()
    done = ansible.play(
        [wanted, volume(generation, tags=["x"]), volume(generation, state="absent")], "--check", "--diff", vars=way
    )
    assert [result["changed"] for result in done.results] == [False, True, True]
    assert done.results[1]["volume"]["tags"] == ["x"]
    assert done.results[1]["diff"]["after"]["tags"] == ["x"]
    assert done.results[2]["volume"] == {}
    assert simulator.writes() == []
    assert ours(simulator)[0]["tags"] == ["a"]


def test_what_cannot_change_fails_and_names_field_and_values(
    ansible: Ansible, simulator: SimulatorProcess, generation: str, way: dict[str, Any]
) -> None:
    ansible.play([volume(generation, size="20GB")], vars=way)
    simulator.clear_requests()
    for options in ([], ["--check"]):
        done = ansible.play([volume(generation, size="30GB")], *options, vars=way)
        assert done.returncode != 0
        assert "size is 20000000000 and 30000000000 was asked for" in done.last["msg"]
        assert done.last["error"]["type"] == "immutable"
        assert done.last["volume"]["name"] == "data"
    assert simulator.writes() == []


def test_recreate_replaces_on_request(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    first = ansible.play([volume(size="20GB", tags=["kept"])], vars=way).last["volume"]
    simulator.clear_requests()
    replaced = volume(size="30GB", recreate=True)
    predicted = ansible.play([replaced], "--check", "--diff", vars=way).last
    assert simulator.writes() == []
    assert predicted["diff"]["before"]["size"] == 20_000_000_000
    assert predicted["diff"]["after"]["size"] == 30_000_000_000
    done = ansible.play([replaced, replaced], vars=way)
    assert [result["changed"] for result in done.results] == [True, False]
    assert [method for method, path in simulator.writes()] == ["DELETE", "POST"]
    (left,) = ours(simulator)
    assert left["id"] != first["id"]
    assert (left["size"], left["tags"]) == (30_000_000_000, ["kept"])


def test_two_of_one_name_are_refused_with_both_ids(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    ids = sorted(add_volume(ansible, "data") for _number in range(2))
    simulator.clear_requests()
    for state in ("present", "absent"):
        done = ansible.play([volume(state=state, size="20GB")], vars=way)
        assert done.returncode != 0
        assert all(ident in done.last["msg"] for ident in ids)
        assert done.last["ids"] == ids
    assert simulator.writes() == []
    done = ansible.play([volume(state="absent", id=ids[0])], vars=way)
    assert done.last["changed"] is True
    assert [left["id"] for left in ours(simulator)] == [ids[1]]


def test_a_name_that_is_part_of_another_is_not_touched(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    others = {add_volume(ansible, name) for name in ("data-1", "data-10", "my-data", "DATA")}
    done = ansible.play([volume(state="absent"), volume(size="20GB"), volume(state="absent")], vars=way)
    assert [result["changed"] for result in done.results] == [False, True, True]
    assert {left["id"] for left in ours(simulator)} == others


def test_one_name_in_two_projects_and_two_zones(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    tasks = [
        volume(size="20GB"),
        volume(size="20GB", project=OTHER_PROJECT),
        volume(size="20GB", zone="nl-ams-1"),
        volume(state="absent"),
    ]
    done = ansible.play(tasks, vars=way)
    assert [result["changed"] for result in done.results] == [True] * 4
    left = {(found["project"], found["zone"]) for found in ours(simulator)}
    assert left == {(OTHER_PROJECT, "fr-par-1"), (PROJECT, "nl-ams-1")}


def test_old_names_of_zones_and_options(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    old = {
        "name": "data",
        "region": "EMEA-FR-PAR1",
        "organization": ORGANIZATION,
        "size": 10_000_000_000,
        "volume_type": "l_ssd",
        "state": "present",
        "api_token": ansible.environment["SCW_SECRET_KEY"],
        "query_parameters": {"per_page": 50},
    }
    done = ansible.play([{MODULE: old}, {MODULE: old}], vars=way)
    assert [result["changed"] for result in done.results] == [True, False], done.output
    assert ours(simulator)[0]["zone"] == "fr-par-1"
    lists = [entry["query"] for entry in simulator.requests() if entry["method"] == "GET"]
    assert all("per_page=50" in query and f"organization={ORGANIZATION}" in query for query in lists)


def test_info_reads_all_pages_and_filters_exactly(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    simulator.reset(1250)  # 125 root volumes in each of the ten zones
    info = "community.scaleway.scaleway_volume_info"
    done = ansible.play(
        [
            {info: {"zone": "fr-par-1"}},
            {info: {"zone": "all"}},
            {info: {"zone": "par1", "name": "web-100-root"}},
            {info: {"zone": "fr-par-1", "name": "web-100", "name_match": "contains"}},
            {info: {"zone": "fr-par-1", "name": "web-10"}},
            {info: {"zone": "fr-par-1", "tags": ["none"]}},
            {info: {"zone": "fr-par-1", "project": OTHER_PROJECT}},
            {info: {"zone": "all", "api_generation": "classic"}},
        ],
        vars=way,
    )
    assert done.returncode == 0, done.output
    counts = [len(result["volumes"]) for result in done.results]
    assert counts == [125, 1250, 1, 2, 0, 0, 0, 250]
    assert done.results[2]["scaleway_volume_info"] == done.results[2]["volumes"]
    assert not any(result["changed"] for result in done.results)
    assert len({found["id"] for found in done.results[1]["volumes"]}) == 1250
    assert simulator.writes() == []


def add_volume(ansible: Ansible, name: str) -> str:
    """Make a volume by the API itself, which allows many of one name."""
    body = {"name": name, "size": 20_000_000_000, "project": PROJECT}
    call = {"method": "POST", "path": "/instance/v1/zones/fr-par-1/volumes", "body": body}
    made = ansible.play([{"community.scaleway.scaleway_api": call}]).last
    return str(made["json"]["volume"]["id"])
