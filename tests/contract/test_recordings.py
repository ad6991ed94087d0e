# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The simulator against recorded exchanges with the real API: the same statuses, keys and kinds of values."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.products import catalog
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
    "kms_key_id",
    "scratch_storage_max_volumes_count",
    "has_s3_integration",
    "s3_integration_enabled",
    "transitivity_enabled",
}
LATER_BELOW = (".subnets[].region",)
PRODUCTS = "instance/v1|block/v1|marketplace/v2|vpc/v2|ipam/v1|vpc-gw/v2|flexible-ip/v1alpha1"
COVERED = re.compile(f"/({PRODUCTS})/")
SIMULATED = re.compile(f"/({PRODUCTS})/")
JAMMY = catalog.catalog_id("ubuntu_jammy", "fr-par-1", "x86_64", "instance_sbs")
# Objects whose keys are names or numbers of things.
MAPS = (".servers", ".volumes", ".extra_volumes", ".per_volume_constraint")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ADDRESS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3}){3}")
UUID_OR_ADDRESS = re.compile(f"{UUID.pattern}|{ADDRESS.pattern}")


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


def sequences() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The recorded life cycles that touch what is simulated."""
    for path in sorted((RECORDINGS / "sequences").glob("*.json")):
        told = json.loads(path.read_text())
        steps = told["exchanges"] if isinstance(told, dict) else []
        answers: dict[int, Any] = {}
        for step in steps:
            if "same_as" in step:
                step["res"] = answers.get(step["same_as"])
            answers[step["i"]] = step.get("res")
        if any(COVERED.match(step["url"]) for step in steps):
            yield path.stem, steps


def shape(value: Any) -> Any:
    """Names and kinds of values; lists by their first element."""
    if isinstance(value, dict):
        return {name: shape(item) for name, item in sorted(value.items())}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return None if value is None else type(value).__name__


def differences(ours: Any, theirs: Any, path: str = "") -> list[str]:
    """Where two answers have other keys or kinds of values. Null, and an empty list, fit everything."""
    if ours in (None, [], {}) or theirs in (None, [], {}):
        return []
    if isinstance(ours, dict) and isinstance(theirs, dict):
        mapped = path.endswith(MAPS)
        names = set(ours) & set(theirs) if mapped else set(ours) | set(theirs)
        found = []
        for name in sorted(names - LATER):
            if f"{path}.{name}".endswith(LATER_BELOW):
                continue
            if name not in ours or name not in theirs:
                found.append(f"{path}.{name} {'lacks' if name not in ours else 'is too much'}")
            else:
                found += differences(ours[name], theirs[name], f"{path}.{name}")
        return found
    if isinstance(ours, list) and isinstance(theirs, list):
        return differences(ours[0], theirs[0], f"{path}[]")
    return [] if type(ours) is type(theirs) else [f"{path} is {type(ours).__name__}, not {type(theirs).__name__}"]


def learn(ours: Any, theirs: Any, known: dict[str, str]) -> None:
    """Ids that stand at the same place in both answers mean the same thing."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in set(ours) & set(theirs):
            learn(ours[name], theirs[name], known)
    elif isinstance(ours, list) and isinstance(theirs, list):
        for mine, other in zip(sorted(ours, key=kind_of), sorted(theirs, key=kind_of)):
            learn(mine, other, known)
    elif isinstance(ours, str) and isinstance(theirs, str) and (UUID.fullmatch(theirs) or ADDRESS.fullmatch(theirs)):
        known.setdefault(theirs, ours)


def kind_of(item: Any) -> str:
    """By what the elements of two lists are matched: images by architecture, everything else by its place."""
    return str(item.get("arch", "")) if isinstance(item, dict) else ""


def translated(text: str, known: dict[str, str]) -> str:
    return UUID_OR_ADDRESS.sub(lambda found: known.get(found.group(), found.group()), text)


def ids_in(value: Any) -> set[str]:
    return {found.group() for found in UUID.finditer(json.dumps(value))}


def made_by(step: dict[str, Any]) -> set[str]:
    """The ids of what a recorded request made."""
    body = step.get("res")
    inner = [body, *body.values()] if isinstance(body, dict) else []
    return {str(item["id"]) for item in inner if isinstance(item, dict) and "id" in item}


def replay(simulator: SimulatorProcess, steps: list[dict[str, Any]]) -> Iterator[tuple[bool | None, str]]:
    """Send recorded requests in order, with ids replaced by the simulator's as they appear; whether each answer agrees.

    Before what changes something, and before a recorded 404, time passes: what was under way then, has ended. None stands
    for what cannot be replayed: it is about something made through an API that is not simulated (instance/v2alpha1, file),
    or by a request whose body the recorder lost.
    """
    known: dict[str, str] = {}
    lost: set[str] = set()
    for step in steps:
        mentioned = ids_in([step["url"], step.get("req")])
        if step.get("req_not_recorded") or not SIMULATED.match(step["url"]) or mentioned & lost:
            if step["m"] == "POST" and step["st"] < 300:
                lost |= made_by(step)
            if step["m"] != "GET" and step.get("req_not_recorded"):
                lost |= ids_in(step["url"])
            if COVERED.match(step["url"]):
                yield None, ""
            continue
        if step["m"] != "GET" or step["st"] == 404:
            simulator.advance(30)
        path = translated(step["url"], known)
        body = step.get("req")
        if isinstance(body, dict):
            body = json.loads(translated(json.dumps(body), known))
            body.update({name: PROJECT for name in ("project", "project_id") if name in body})
            if "image" in body and body["image"] == step["req"]["image"]:
                body["image"] = JAMMY  # a client that knows an image by heart: no recorded answer introduces it
        status, _headers, answer = call(simulator.url, step["m"], path, body)
        if step["st"] < 300 and status < 300:
            learn(answer, step.get("res"), known)
        if not COVERED.match(step["url"]) or step["st"] == 429:
            continue
        told = f"{step['m']} {re.sub(UUID, '<id>', step['url'].split('?')[0])}"
        if status != step["st"]:
            why = (answer or {}).get("details") or (answer or {}).get("resource", "")
            yield False, f"{told}: {status} instead of {step['st']} {why}"
            continue
        found = differences(answer, step.get("res")) if status < 400 else []
        yield not found, f"{told}: {'; '.join(found)}" if found else ""


def test_recorded_life_cycles_are_answered_alike(simulator: SimulatorProcess) -> None:
    agreed = left_out = 0
    reasons: Counter[str] = Counter()
    for _name, steps in sequences():
        simulator.reset(0)
        for held, reason in replay(simulator, steps):
            left_out += held is None
            agreed += held is True
            if held is False:
                reasons[reason] += 1
    different = sum(reasons.values())
    told = "\n".join(f"{count:4} {reason}" for reason, count in reasons.most_common())
    print(f"{agreed} of {agreed + different} exchanges agree, {left_out} cannot be replayed. The others:\n{told}")
    assert agreed > 900
    assert different / (agreed + different) <= 0.05, told


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
