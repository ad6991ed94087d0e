# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The simulator as its users see it: both generations, faults, log, clock."""

from __future__ import annotations

import subprocess
import sys
from typing import Any
from urllib.error import HTTPError

import pytest
import requests

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN
from tests.tools.link_collection import ROOT

VOLUMES = "/instance/v1/zones/fr-par-1/volumes"
BODY = {"name": "data", "size": 20_000_000_000, "project": PROJECT}


def call(
    simulator: SimulatorProcess, method: str, path: str, token: str | None = TOKEN, **more: Any
) -> requests.Response:
    headers = {"X-Auth-Token": token} if token else {}
    url = simulator.url + path
    return requests.request(method, url, headers=headers, allow_redirects=False, timeout=5, **more)


def test_volumes_in_both_generations(simulator: SimulatorProcess) -> None:
    made = call(simulator, "POST", VOLUMES, json=BODY)
    ident = made.json()["volume"]["id"]
    assert made.status_code == 201
    assert made.headers["Location"] == f"{simulator.url}{VOLUMES}/{ident}"
    classic = call(simulator, "GET", f"/cp-par1/volumes/{ident}").json()["volume"]
    assert "project" not in classic
    assert classic["organization"] == ORGANIZATION
    assert call(simulator, "PATCH", f"{VOLUMES}/{ident}", json={"tags": ["x"]}).json()["volume"]["tags"] == ["x"]
    assert call(simulator, "PATCH", f"{VOLUMES}/{ident}", json={"size": 1}).status_code == 400
    gone = call(simulator, "DELETE", f"/cp-par1/volumes/{ident}")
    assert (gone.status_code, gone.content) == (204, b"")
    assert call(simulator, "GET", f"{VOLUMES}/{ident}").status_code == 404
    assert call(simulator, "GET", f"/cp-par1/volumes/{ident}").json()["type"] == "unknown_resource"


def test_a_put_replaces_the_whole(simulator: SimulatorProcess) -> None:
    lbs = "/lb/v1/zones/fr-par-1/lbs"
    made = call(
        simulator, "POST", lbs, json={"name": "web", "type": "LB-S", "description": "old", "tags": ["a"]}
    ).json()
    put = call(simulator, "PUT", f"{lbs}/{made['id']}", json={"name": "new"})
    assert put.status_code == 200
    assert [put.json()[name] for name in ("name", "description", "tags", "type")] == ["new", "", [], "lb-s"]
    assert call(simulator, "PATCH", f"{lbs}/{made['id']}", json={"name": "web"}).status_code == 404


def test_names_are_not_unique_and_filters_match_parts(simulator: SimulatorProcess) -> None:
    for name in ("data", "data", "data-10"):
        call(simulator, "POST", VOLUMES, json={**BODY, "name": name, "tags": [name, "all"]})
    assert len(call(simulator, "GET", VOLUMES + "?name=data").json()["volumes"]) == 3
    assert len(call(simulator, "GET", VOLUMES + "?tags=data,all").json()["volumes"]) == 2
    assert call(simulator, "GET", VOLUMES + f"?project={ORGANIZATION}").json()["volumes"] == []


@pytest.mark.parametrize(
    ("body", "argument"),
    [
        ({**BODY, "name": None}, "name"),
        ({**BODY, "size": "big"}, "size"),
        ({**BODY, "size": 1}, "size"),
        ({**BODY, "volume_type": "floppy"}, "volume_type"),
        ({"name": "x", "size": 20_000_000_000}, "project"),
    ],
)
def test_bad_bodies(simulator: SimulatorProcess, body: dict[str, Any], argument: str) -> None:
    answer = call(simulator, "POST", VOLUMES, json=body)
    assert answer.status_code == 400
    assert [detail["argument_name"] for detail in answer.json()["details"]] == [argument]
    classic = call(simulator, "POST", "/cp-par1/volumes", json=body)
    assert classic.json()["type"] == "invalid_request_error"
    assert list(classic.json()["fields"]) == [argument if argument != "project" else "organization"]


def test_an_attached_volume_stays(simulator: SimulatorProcess) -> None:
    simulator.reset(10)
    attached = simulator.state("instance.volume")[0]
    answer = call(simulator, "DELETE", f"/instance/v1/zones/{attached['zone']}/volumes/{attached['id']}")
    assert answer.status_code == 412


def test_pages(simulator: SimulatorProcess) -> None:
    simulator.reset(1250)
    answer = call(simulator, "GET", "/instance/v1/zones/fr-par-1/servers?page=2&state=running")
    assert answer.headers["X-Total-Count"] == "125"
    assert len(answer.json()["servers"]) == 50
    assert answer.headers["Link"] == (
        '</servers?page=1&per_page=50&state=running>; rel="first",'
        '</servers?page=1&per_page=50&state=running>; rel="previous",'
        '</servers?page=3&per_page=50&state=running>; rel="next",'
        '</servers?page=3&per_page=50&state=running>; rel="last"'
    )
    assert len(call(simulator, "GET", "/cp-par1/servers?per_page=1000").json()["servers"]) == 100
    empty = call(simulator, "GET", "/instance/v1/zones/fr-par-1/servers?name=none")
    assert empty.headers["Link"] == '</servers?page=0&per_page=50&name=none>; rel="last"'
    assert call(simulator, "GET", "/instance/v1/zones/fr-par-1/servers?page=-1").status_code == 400


def test_tokens(simulator: SimulatorProcess) -> None:
    assert call(simulator, "GET", VOLUMES, token=None).json()["type"] == "denied_authentication"
    assert call(simulator, "GET", "/cp-par1/volumes", token="x").json()["type"] == "invalid_auth"
    body = {"email": "admin@example.com", "password": "simulator-password"}
    made = call(simulator, "POST", "/account/tokens", token=None, json=body).json()["token"]
    assert call(simulator, "GET", VOLUMES, token=made["id"]).status_code == 200
    longer = call(simulator, "PATCH", f"/account/tokens/{made['id']}").json()["token"]
    assert longer["expires"] > made["expires"]
    simulator.advance(3500)
    assert call(simulator, "GET", VOLUMES, token=made["id"]).status_code == 200
    simulator.advance(200)
    assert call(simulator, "GET", VOLUMES, token=made["id"]).status_code == 401
    wrong = call(simulator, "POST", "/account/tokens", token=None, json={**body, "password": "x"})
    assert wrong.status_code == 401
    missing = call(simulator, "POST", "/account/tokens", token=None, json={})
    assert set(missing.json()["fields"]) == {"email", "password"}
    for path in ("/account/organizations", "/account/tokens"):
        assert call(simulator, "GET", path).status_code == 200


def test_rights_and_quotas(simulator: SimulatorProcess) -> None:
    simulator.control("POST", "rights", {"token": TOKEN, "refused": ["instance_volume"]})
    assert call(simulator, "GET", VOLUMES).json()["type"] == "permissions_denied"
    assert call(simulator, "GET", "/instance/v1/zones/fr-par-1/servers").status_code == 200
    simulator.reset()
    simulator.control("POST", "quota", {"resource": "instance_volume", "quota": 1})
    assert call(simulator, "POST", VOLUMES, json=BODY).status_code == 201
    assert call(simulator, "POST", VOLUMES, json=BODY).json()["type"] == "quotas_exceeded"


def test_the_log_has_no_secrets(simulator: SimulatorProcess) -> None:
    body = {"email": "admin@example.com", "password": "simulator-password"}
    call(simulator, "POST", "/account/tokens", token=None, json=body)
    call(simulator, "GET", VOLUMES + "?name=x")
    first, second = simulator.requests()
    assert (first["token"], first["status"], first["body"]["password"]) == (False, 201, "********")
    assert (second["method"], second["path"], second["query"], second["token"]) == ("GET", VOLUMES, "name=x", True)
    assert TOKEN not in str(simulator.requests())
    simulator.clear_requests()
    assert simulator.requests() == []


def test_faults_by_rule(simulator: SimulatorProcess) -> None:
    simulator.fault(method="GET", path="volumes", status=429, after=1, times=2, headers={"Retry-After": "7"})
    statuses = [call(simulator, "GET", VOLUMES).status_code for _number in range(4)]
    assert statuses == [200, 429, 429, 200]
    simulator.fault(path="volumes", redirect="http://127.0.0.1:1/x", status=307)
    assert call(simulator, "GET", VOLUMES).headers["Location"] == "http://127.0.0.1:1/x"
    simulator.fault(path="volumes", html=True)
    assert call(simulator, "GET", VOLUMES).status_code == 502
    with pytest.raises(HTTPError, match="400"):
        simulator.fault(nonsense=True)


@pytest.mark.parametrize(("when", "count"), [("before", 0), ("after", 1)])
def test_resets(simulator: SimulatorProcess, when: str, count: int) -> None:
    simulator.fault(method="POST", reset=when)
    with pytest.raises(requests.ConnectionError):
        call(simulator, "POST", VOLUMES, json=BODY)
    assert len(simulator.state("instance.volume")) == count


def test_halves_and_hangs(simulator: SimulatorProcess) -> None:
    simulator.fault(truncate=True)
    with pytest.raises((requests.exceptions.RequestException, ValueError)):
        call(simulator, "GET", VOLUMES).json()
    simulator.fault(hang=1)
    with pytest.raises(requests.ReadTimeout):
        requests.get(simulator.url + VOLUMES, timeout=0.2)


def test_latency_is_waited_together() -> None:
    with SimulatorProcess("--latency-ms", "300") as slow:
        url = slow.url + VOLUMES
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _number: requests.get(url, timeout=5), range(8)))
        assert all(answer.elapsed.total_seconds() >= 0.3 for answer in answers)
        assert sum(answer.elapsed.total_seconds() for answer in answers) < 8 * 1.5


def test_its_own_token_and_password() -> None:
    token = "77777777-7777-4777-8777-777777777777"
    with SimulatorProcess("--token", token, "--password", "other") as simulator:
        assert call(simulator, "GET", VOLUMES, token=token).status_code == 200
        assert call(simulator, "GET", VOLUMES).status_code == 401


def test_it_says_where_it_listens_and_ends_by_a_signal() -> None:
    command = [sys.executable, "-m", "tests.simulator", "--port", "0", "--servers", "10"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("listening on http://127.0.0.1:")
        process.terminate()
        assert process.wait(timeout=10) == 0
        assert process.stdout.read() == ""


def test_a_fault_comes_again_and_again(simulator: SimulatorProcess) -> None:
    simulator.fault(status=500, times=None, after=1, every=3)
    assert [call(simulator, "GET", VOLUMES).status_code for _number in range(7)] == [200, 500, 200] * 2 + [200]
    assert [entry["fault"] for entry in simulator.requests()] == [False, True, False] * 2 + [False]


def test_a_list_is_as_things_are_at_each_page(simulator: SimulatorProcess) -> None:
    def tags(query: str = "") -> list[Any]:
        return [found["tags"] for found in call(simulator, "GET", VOLUMES + query).json()["volumes"]]

    ident = call(simulator, "POST", VOLUMES, json=BODY).json()["volume"]["id"]
    assert tags() == [[]]
    call(simulator, "PATCH", f"{VOLUMES}/{ident}", json={"tags": ["patched"]})
    assert tags() == [["patched"]]
    simulator.control("POST", "change", {"kind": "instance.volume", "id": ident, "changes": {"tags": ["changed"]}})
    assert tags() == [["changed"]]
    assert tags("?tags=later") == []
    simulator.control("POST", "change", {"kind": "instance.volume", "id": ident, "changes": {"tags": ["later"]}})
    assert tags("?tags=later") == [["later"]]
    (found,) = simulator.state("instance.volume")
    simulator.add("instance.volume", "fr-par-1", {**found, "id": PROJECT, "tags": ["added"]})
    assert tags() == [["later"], ["added"]]
    call(simulator, "DELETE", f"{VOLUMES}/{ident}")
    assert tags() == [["added"]]


def test_a_list_shows_what_time_brings(simulator: SimulatorProcess) -> None:
    volumes = "/block/v1/zones/fr-par-1/volumes"

    def states() -> list[str]:
        return [found["status"] for found in call(simulator, "GET", volumes).json()["volumes"]]

    body = {"name": "data", "project_id": PROJECT, "from_empty": {"size": 20_000_000_000}, "perf_iops": 5000}
    assert call(simulator, "POST", volumes, json=body).status_code == 200
    assert states() == states() == ["creating"]
    simulator.advance(3600)
    assert states() == ["available"]
