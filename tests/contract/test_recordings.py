# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The simulator against recorded exchanges with the real API: the same statuses, keys and kinds of values."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT, TOKEN
from tests.tools.link_collection import ROOT

RECORDINGS = ROOT.parent / "shared" / "recordings"
pytestmark = pytest.mark.skipif(
    not RECORDINGS.exists(), reason="the recordings lie beside the checkout of developers only"
)

# Operation to a path of the simulator's; {id} is a seeded object's.
READ = {
    "GET /instance/v1/zones/{zone}/volumes": ("volumes", ""),
    "GET /instance/v1/zones/{zone}/volumes/{volume_id}": ("volumes", "{id}"),
    "GET /instance/v1/zones/{zone}/servers": ("servers", ""),
    "GET /instance/v1/zones/{zone}/servers/{server_id}": ("servers", "{id}"),
    "GET /instance/v1/zones/{zone}/images": ("images", ""),
    "GET /instance/v1/zones/{zone}/images/{image_id}": ("images", "{id}"),
    "GET /instance/v1/zones/{zone}/ips": ("ips", ""),
    "GET /instance/v1/zones/{zone}/ips/{ip}": ("ips", "{id}"),
}
# Keys that only some recorded objects have: what they belong to is not simulated yet, or the API added them lately.
LATER = {
    "filesystems",
    "end_of_service",
    "dns",
    "admin_password_encrypted_value",
    "admin_password_encryption_ssh_key_id",
}
COVERED = re.compile(r"/instance/v1/zones/[a-z0-9-]+/volumes(/[0-9a-f-]{36})?(\?|$)")


def samples(operation: str) -> list[dict[str, Any]]:
    lines = (RECORDINGS / "samples" / "instance.jsonl").read_text().splitlines()
    return [sample for sample in map(json.loads, lines) if sample["op"] == operation and sample["status"] == 200]


def call(url: str, method: str, path: str, body: Any = None) -> tuple[int, dict[str, str], Any]:
    data = None if body is None else json.dumps(body).encode()
    request = Request(url + path, data, {"X-Auth-Token": TOKEN, "Content-Type": "application/json"}, method=method)
    try:
        with urlopen(request, timeout=10) as response:
            content = response.read()
            return response.status, dict(response.headers), json.loads(content) if content else None
    except HTTPError as error:
        content = error.read()
        return error.code, dict(error.headers), json.loads(content) if content else None


@pytest.mark.parametrize("operation", READ)
def test_what_is_read_has_the_recorded_shape(simulator: SimulatorProcess, operation: str) -> None:
    simulator.reset(40)
    many, ident = READ[operation]
    path = f"/instance/v1/zones/fr-par-1/{many}"
    found = call(simulator.url, "GET", path)[2][many][0]
    status, headers, body = call(simulator.url, "GET", f"{path}/{found['id']}" if ident else path)
    recorded = [sample for sample in samples(operation) if not ident or sample["response"]]
    assert recorded, operation
    assert status == 200
    newest = max(recorded, key=lambda sample: (bool(sample["response"].get(many, True)), sample["date"]))
    assert set(body) == set(newest["response"])
    ours = body[many][0] if not ident else body[many[:-1]]
    theirs = newest["response"][many][0] if not ident else newest["response"][many[:-1]]
    assert set(ours) - LATER == set(theirs) - LATER
    for key in set(ours) & set(theirs):
        if ours[key] is not None and theirs[key] is not None:
            assert type(ours[key]) is type(theirs[key]), key
    for name in ("X-Request-Id", *(("X-Total-Count", "Link") if not ident else ())):
        assert name in headers


def exchanges() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The recorded life cycles, each with its exchanges that the simulator covers."""
    for path in sorted((RECORDINGS / "sequences").glob("instance-*.json")):
        steps = json.loads(path.read_text())
        steps = steps["exchanges"] if isinstance(steps, dict) else steps
        answers: dict[int, Any] = {}
        covered = []
        for number, step in enumerate(steps):
            if "same_as" in step:
                step["res"] = answers.get(step["same_as"])
            answers[step.get("i", number)] = step.get("res")
            if COVERED.match(step["url"]):
                covered.append(step)
        if covered:
            yield path.stem, covered


def shape(value: Any) -> Any:
    """Names and kinds of values; lists by their first element."""
    if isinstance(value, dict):
        return {name: shape(item) for name, item in sorted(value.items())}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return None if value is None else type(value).__name__


def replay(url: str, steps: list[dict[str, Any]], known: dict[str, str]) -> Iterator[tuple[bool, str]]:
    """Send recorded requests in order, with ids replaced by those of the simulator as they appear."""
    for step in steps:
        path, body = step["url"], step.get("req")
        for theirs, ours in known.items():
            path = path.replace(theirs, ours)
        if isinstance(body, dict) and "project" in body:
            body = {**body, "project": PROJECT}
        status, _headers, answer = call(url, step["m"], path, body)
        made = (step.get("res") or {}).get("volume") if isinstance(step.get("res"), dict) else None
        if step["m"] == "POST" and made and answer and "volume" in answer:
            known[made["id"]] = answer["volume"]["id"]
        same_shape = shape(answer) == shape(step.get("res")) or (step["m"] == "GET" and "?" in path)
        reason = (
            ""
            if status == step["st"] and same_shape
            else f"{step['m']} {step['url']}: {status} instead of {step['st']}"
        )
        yield not reason, reason


def test_recorded_volumes_are_answered_alike(simulator: SimulatorProcess) -> None:
    """Of volumes that a recorded client made itself; others belong to servers, which are not simulated whole yet."""
    agreed = 0
    differences = defaultdict(list)
    for name, steps in exchanges():
        own = {step["res"]["volume"]["id"] for step in steps if step["m"] == "POST" and step["st"] == 201}
        steps = [step for step in steps if step["m"] == "POST" or any(ident in step["url"] for ident in own)]
        steps = [step for step in steps if "base_snapshot" not in (step.get("req") or {})]
        steps = [step for step in steps if not ((step.get("res") or {}).get("volume") or {}).get("server")]
        for held, reason in replay(simulator.url, steps, {}):
            agreed += held
            if not held:
                differences[name].append(reason)
    different = sum(map(len, differences.values()))
    print(f"instance volumes: {agreed} of {agreed + different} exchanges agree; {dict(differences)}")
    assert agreed > 0
    assert different / (agreed + different) <= 0.05, dict(differences)


def test_a_missing_volume_is_answered_as_recorded(simulator: SimulatorProcess) -> None:
    recorded = json.loads(
        next(
            line
            for line in (RECORDINGS / "samples" / "instance.jsonl").read_text().splitlines()
            if '"GET /instance/v1/zones/{zone}/volumes/{volume_id}"' in line and '"status":404' in line
        )
    )
    status, _headers, body = call(simulator.url, "GET", f"/instance/v1/zones/fr-par-1/volumes/{PROJECT}")
    assert status == recorded["status"]
    assert shape(body) == shape(recorded["response"])
    assert body["resource"] == recorded["response"]["resource"]
