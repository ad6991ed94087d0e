# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The simulator against recorded exchanges with the real API: the same statuses, keys and kinds of values."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.contract.replay import RECORDINGS, call, shape, tally
from tests.families import CONTRACTS
from tests.families.case import Contract
from tests.families.instance import LATER
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT

pytestmark = pytest.mark.skipif(
    not RECORDINGS.exists(), reason="the recordings lie beside the checkout of developers only"
)
SHARE = 0.95  # of the exchanges of a product must be answered as recorded

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


def samples(operation: str) -> list[dict[str, Any]]:
    lines = (RECORDINGS / "samples" / "instance.jsonl").read_text().splitlines()
    return [sample for sample in map(json.loads, lines) if sample["op"] == operation and sample["status"] == 200]


@pytest.mark.parametrize("operation", READ)
def test_what_is_read_has_the_recorded_shape(simulator: SimulatorProcess, operation: str) -> None:
    simulator.reset(40)
    many, ident = READ[operation]
    later = {name.lstrip(".") for name in LATER}
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
    assert set(ours) - later == set(theirs) - later
    for key in set(ours) & set(theirs):
        if ours[key] is not None and theirs[key] is not None:
            assert type(ours[key]) is type(theirs[key]), key
    for name in ("X-Request-Id", *(("X-Total-Count", "Link") if not ident else ())):
        assert name in headers


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.product)
def test_recorded_life_cycles_are_answered_alike(simulator: SimulatorProcess, contract: Contract) -> None:
    found = tally(simulator, contract)
    print(found.told())
    assert found.agreed >= contract.least, found.told()
    assert found.share >= SHARE, found.told()


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
