# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the inventory does when the API, or a part of it, does not."""

from __future__ import annotations

import time

import pytest
import yaml

from tests.simulator import fleet
from tests.simulator.process import SimulatorProcess
from tests.simulator.seed import ZONES, seeded_id, server
from tests.simulator.store import TOKEN
from tests.tools.ansible_process import Ansible, Listed

PLUGIN = "plugin: community.scaleway.scaleway\nretry_timeout: 0.6\n"
INSTANCES = PLUGIN + "sources: [instances]\n"


@pytest.fixture
def simulator(simulator_process: SimulatorProcess) -> SimulatorProcess:
    simulator_process.reset(20)
    return simulator_process


def listed(ansible: Ansible, text: str) -> Listed:
    return ansible.inventories({"it": text})["it"]


def refuse(simulator: SimulatorProcess, path: str, status: int, message: str = "not today", **rule: object) -> None:
    simulator.fault(path=path, status=status, body={"type": "x", "message": message}, times=None, **rule)


def test_a_zone_that_is_down(ansible: Ansible, simulator: SimulatorProcess) -> None:
    refuse(simulator, "instance/v1/zones/nl-ams-1/servers", 503, "temporarily unavailable")
    found = listed(ansible, PLUGIN)
    assert len(found.hosts) == 18
    assert "Instances in nl-ams-1 cannot be listed: HTTP 503" in found.told
    assert "temporarily unavailable" in found.told
    variables = found.groups["_meta"]["hostvars"]
    missing = variables["web-0"]["scw_incomplete"]
    assert [(one["product"], one["place"]) for one in missing] == [("Instances", "nl-ams-1")]
    assert "HTTP 503" in missing[0]["reason"]
    assert "scaleway_incomplete" not in found.groups  # none of its hosts is there


def test_a_playbook_can_see_what_is_missing(ansible: Ansible, simulator: SimulatorProcess) -> None:
    refuse(simulator, "ipam/v1/regions/nl-ams", 500)
    refuse(simulator, "instance/v1/zones/pl-waw-1/servers", 500)
    (ansible.folder / "x.scaleway.yml").write_text(INSTANCES)
    gone = "{{ groups['zone_pl_waw_1'] }}"
    tasks = [
        {"ansible.builtin.debug": {"msg": [gone, "{{ groups['scaleway_incomplete'] | sort }}", "{{ scw_incomplete }}"]}}
    ]
    play = [{"hosts": "scaleway:!scaleway_incomplete", "gather_facts": False, "tasks": tasks}]
    done = ansible.playbook(yaml.safe_dump(play), "-i", "x.scaleway.yml", "--limit", "web-0")
    assert done.returncode == 0, done.output
    empty, incomplete, told = done.last["msg"]
    assert empty == []
    assert incomplete == sorted(server(n, ZONES[n % 10])["name"] for n in (3, 4, 5, 13, 14, 15))
    assert {(one["product"], one["place"]) for one in told} == {
        ("Instances", "pl-waw-1"),
        ("Private addresses (IPAM)", "nl-ams"),
    }


def test_a_product_that_is_forbidden(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.add("baremetal.server", "fr-par-2", fleet.baremetal(0))
    refuse(simulator, "^/(baremetal|ipam|vpc|account)/", 403, "insufficient permissions")
    found = listed(ansible, PLUGIN)
    assert len(found.hosts) == 20
    metal = "Elastic Metal in fr-par-1, fr-par-2, nl-ams-1, nl-ams-2, pl-waw-2, pl-waw-3 cannot be listed: HTTP 403"
    assert metal in found.told
    assert found.told.count("Elastic Metal") == 1
    for product in ("Private addresses (IPAM)", "Private networks (VPC)", "Names of projects"):
        assert product in found.told
    assert found.hosts["web-0"]["scw_private_addresses"] == []
    assert f"project_{found.hosts['web-0']['scw_project_id'].replace('-', '_')}" in found.groups


def test_parts_of_elastic_metal_that_are_forbidden(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.add("baremetal.server", "fr-par-2", fleet.baremetal(0))
    refuse(simulator, "server-private-networks|fips", 403)
    found = listed(ansible, PLUGIN + "sources: [elastic_metal]\n")
    assert found.hosts["metal-0"]["ansible_host"] == "198.51.100.1"
    assert "Private networks of Elastic Metal in fr-par-2 cannot be listed: HTTP 403" in found.told
    assert "Flexible IPs in fr-par-2 cannot be listed: HTTP 403" in found.told
    assert found.groups["scaleway_incomplete"]["hosts"] == ["metal-0"]


def test_on_error_fail(ansible: Ansible, simulator: SimulatorProcess) -> None:
    refuse(simulator, "instance/v1/zones/nl-ams-1/servers", 500)
    found = listed(ansible, INSTANCES + "on_error: fail\n")
    assert "Instances in nl-ams-1 cannot be listed: HTTP 500" in found.told
    assert "scaleway" not in found.groups


def test_a_refusal_is_tried_again_for_as_long_as_is_asked_for(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.fault(path="instance/v1/zones/nl-ams-1/servers", status=403, body={"type": "x", "message": "not yet"})
    found = listed(ansible, INSTANCES + "permission_timeout: 20\non_error: fail\n")
    assert len(found.hosts) == 20
    assert "cannot be listed" not in found.told


@pytest.mark.parametrize("policy", ["warn", "fail"])
def test_a_token_that_is_not_accepted(ansible: Ansible, simulator: SimulatorProcess, policy: str) -> None:
    simulator.fault(
        path="pl-waw-3", status=401, body={"type": "denied_authentication", "message": "invalid"}, times=None
    )
    found = listed(ansible, INSTANCES + f"on_error: {policy}\n")
    assert "HTTP 401" in found.told
    assert "scaleway" not in found.groups


def test_never_empty_by_accident(ansible: Ansible, simulator: SimulatorProcess) -> None:
    refuse(simulator, "instance/v1/zones/.*/servers", 500)
    found = listed(ansible, PLUGIN)  # Elastic Metal and Apple silicon can be listed, and there are none
    assert "No host could be listed. Instances in" in found.told
    strict = ansible.run("ansible", "-i", "0.scaleway.yml", "all", "-m", "debug", "-e", "ANSIBLE_X=1")
    assert strict.returncode == 0  # as with any inventory; the guide names the setting that makes it an error
    ansible.environment["ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED"] = "true"
    assert ansible.run("ansible", "-i", "0.scaleway.yml", "all", "-m", "debug").returncode != 0


def test_no_hosts_at_all(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(0)
    found = listed(ansible, PLUGIN)
    assert found.returncode == 0
    assert found.hosts == {}
    assert found.stderr == ""


def test_a_slow_zone_delays_nobody_beyond_itself(ansible: Ansible, simulator: SimulatorProcess) -> None:
    started = time.monotonic()
    listed(ansible, INSTANCES)
    usual = time.monotonic() - started
    simulator.fault(path="zones/nl-ams-1/servers", hang=3)
    started = time.monotonic()
    assert len(listed(ansible, INSTANCES).hosts) == 20
    assert time.monotonic() - started < 3 + 2 * usual + 1
    log = simulator.requests()
    slow = next(number for number, entry in enumerate(log) if "nl-ams-1/servers" in entry["path"])
    assert len(log) > 15
    assert all(entry["status"] == 200 and entry["seconds"] < 2 for number, entry in enumerate(log) if number != slow)
    # It waits no longer than the file says.
    simulator.fault(path="zones/nl-ams-1/servers", hang=20, times=None)
    started = time.monotonic()
    found = listed(ansible, INSTANCES + "api_timeout: 0.7\n")
    assert time.monotonic() - started < 10 + 2 * usual
    assert "Instances in nl-ams-1 cannot be listed: the request: no answer within 0.7 s (api_timeout)" in found.told


def test_a_storm_of_rate_limits(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.fault(status=429, times=25)
    found = listed(ansible, PLUGIN.replace("0.6", "30"))
    assert len(found.hosts) == 20
    assert found.stderr == ""
    assert sum(entry["status"] == 429 for entry in found.requests) == 25


@pytest.mark.parametrize("how", ["delete", "insert"])
def test_a_list_that_changes_while_it_is_read(ansible: Ansible, simulator: SimulatorProcess, how: str) -> None:
    simulator.reset(3000)
    simulator.fault(path="zones/fr-par-1/servers", page_shift=how, after=1)
    found = listed(ansible, INSTANCES + "zones: [fr-par-1]\nhostvars: none\n")
    there = {data["name"] for data in simulator.state("instance.server") if data["_locality"] == "fr-par-1"}
    assert set(found.hosts) == there
    assert len(there) == (299 if how == "delete" else 301)


@pytest.mark.parametrize("broken", ["html", "truncate", "invalid_json", "wrong_shape", "empty", "reset"])
def test_answers_that_are_none(ansible: Ansible, simulator: SimulatorProcess, broken: str) -> None:
    value = "before" if broken == "reset" else True
    simulator.fault(path="zones/nl-ams-1/servers", times=None, **{broken: value})
    found = listed(ansible, INSTANCES)
    assert len(found.hosts) == 18
    assert "Instances in nl-ams-1 cannot be listed: " in found.told
    assert "Traceback" not in found.stderr


def test_elements_of_another_shape(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.add("baremetal.server", "fr-par-2", {"id": "x", "ips": ["1.2.3.4"]})
    simulator.add(
        "instance.server", "fr-par-1", {**server(500, "fr-par-1"), "tags": None, "private_nics": None, "image": None}
    )
    found = listed(ansible, PLUGIN)
    assert len(found.hosts) == 21
    assert "Elastic Metal in fr-par-2 cannot be listed: the list holds something of another shape" in found.told


def test_a_product_that_is_not_in_a_zone(ansible: Ansible, simulator: SimulatorProcess) -> None:
    refuse(simulator, "^/(baremetal|apple-silicon)/.*/pl-waw-1/", 501, "unknown zone")
    found = listed(ansible, PLUGIN + "zones: [pl-waw-1]\n")
    assert len(found.hosts) == 2
    assert found.stderr == ""


def test_a_filter_that_the_api_does_not_take(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.add("apple_silicon.server", "fr-par-1", fleet.apple_silicon(0))
    refuse(simulator, "/instance/.*/servers", 400, "invalid state", query="state=ready")
    found = listed(ansible, PLUGIN + "states: [ready]\n")
    assert set(found.hosts) == {"mac-0"}
    assert found.stderr == ""


def test_a_redirect_does_not_get_the_token(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.fault(path="zones/nl-ams-1/servers", redirect=f"{simulator.url}/elsewhere", times=None)
    found = listed(ansible, INSTANCES)
    assert "Redirects are not followed" in found.told
    assert not any("elsewhere" in entry["path"] for entry in found.requests)


def test_one_account_of_two_is_not_accepted(ansible: Ansible, simulator: SimulatorProcess) -> None:
    bad = "66666666-6666-4666-8666-666666666666"
    text = INSTANCES + f"profiles:\n  - {{secret_key: {TOKEN}}}\n  - {{secret_key: {bad}}}\n"
    found = listed(ansible, text)
    assert "HTTP 401" in found.told
    assert bad not in found.stderr + found.stdout
    assert "scaleway" not in found.groups


def test_profiles_of_the_configuration_file(ansible: Ansible, simulator: SimulatorProcess) -> None:
    config = ansible.folder / "config.yaml"
    config.write_text(yaml.safe_dump({"profiles": {"one": {"secret_key": TOKEN}, "two": {"secret_key": TOKEN}}}))
    config.chmod(0o600)
    ansible.environment["SCW_CONFIG_PATH"] = str(config)
    refuse(simulator, "zones/nl-ams-1/servers", 500)
    found = listed(ansible, INSTANCES + "zones: [fr-par-1, nl-ams-1]\nprofiles: [one, {profile: two, prefix: two-}]\n")
    assert set(found.hosts) == {"web-0", "db-10", "two-web-0", "two-db-10"}
    assert "Instances of one in nl-ams-1" in found.told
    assert "Instances of two in nl-ams-1" in found.told
    assert found.hosts["web-0"]["scw_account"] == "one"


def test_ten_thousand_hosts_need_few_requests(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(10_000)
    found = ansible.inventories({"it": PLUGIN + "hostvars: none\ngroup_by: []\n"}, "--graph")["it"]
    assert found.returncode == 0
    assert found.stdout.count("|--") >= 10_000
    pages = 10 * 10 + 30 + 30 + 30 + 10  # of servers, and of private addresses in four regions
    assert len(found.requests) <= pages + 40
    assert len({entry["peer"] for entry in found.requests}) <= 16
    assert seeded_id("server", 0) not in found.stdout
