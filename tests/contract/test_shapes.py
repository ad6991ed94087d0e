# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Products of which no whole life cycle was recorded, only single answers: what the simulator shows of objects that our modules
made has the keys and kinds of values of a recorded answer to the same request."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.contract.replay import RECORDINGS, call, differences
from tests.families.case import Contract
from tests.families.edge import BACKEND, BUCKET
from tests.families.others import MODEL, PLAN
from tests.families.vpn import BETWEEN, CUSTOMER, GATEWAY, NETWORK, POLICY, SESSION
from tests.simulator.process import SimulatorProcess
from tests.simulator.products import KINDS
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import Ansible

pytestmark = pytest.mark.skipif(
    not RECORDINGS.exists(), reason="the recordings lie beside the checkout of developers only"
)
QUICK = {"wait_interval": 0.1}
WITHIN = {"hub": "factory", "name": "web"}
# One of each, by our modules.
MADE: list[tuple[str, dict[str, Any]]] = [
    ("vpn_gateway", GATEWAY),
    ("vpn_customer_gateway", CUSTOMER),
    ("vpn_routing_policy", POLICY),
    ("vpn_connection", {"name": "office", **BETWEEN, "bgp_config_ipv4": SESSION}),
    ("edge_pipeline", {"name": "web"}),
    ("edge_stage", {"pipeline": "web", "kind": "backend", "bucket": {**BUCKET, "is_website": False}}),
    ("edge_stage", {"pipeline": "web", "kind": "cache", "fallback_ttl": "1h", "backend_stage": BACKEND}),
    ("edge_stage", {"pipeline": "web", "kind": "tls", "managed_certificate": True, "backend_stage": BACKEND}),
    ("edge_stage", {"pipeline": "web", "kind": "dns", "fqdns": ["www.example.com"], "backend_stage": BACKEND}),
    ("edge_stage", {"pipeline": "web", "kind": "waf", "paranoia_level": 3, "backend_stage": BACKEND}),
    ("edge_stage", {"pipeline": "web", "kind": "route", "waf_stage": BACKEND}),
    ("inference_deployment", {"name": "chat", **MODEL, **QUICK}),
    ("webhosting", {"domain": "web.example.com", **PLAN, **QUICK}),
    ("iot_hub", {"name": "factory", "product_plan": "plan_shared", **QUICK}),
    ("iot_device", WITHIN),
    ("iot_network", {**WITHIN, "type": "sigfox", "topic_prefix": "sigfox"}),
    (
        "iot_route",
        {**WITHIN, "topic": "#", "rest_config": {"verb": "get", "uri": "https://example.com", "headers": {}}},
    ),
    ("sdb_database", {"name": "orders", "cpu_max": 4, **QUICK}),
]
# Products in the recordings, how many answers must be alike at least, and what the API added after them.
PRODUCTS = [
    Contract("s2s-vpn", 8),
    Contract(
        "edge-services",
        15,
        (".status", ".vpc_endpoint_ids", ".full_private", ".default_private_fqdn", ".wildcard_domain"),
    ),
    Contract("inference", 4, (".error_message",)),
    Contract("webhosting", 3),
    Contract("iot", 7, (".region",)),
    Contract("serverless-sqldb", 1),
    Contract("audit-trail", 1, (".next_page_token",)),
    Contract("billing", 3),
]
LOCAL = {"region": "fr-par", "zone": "fr-par-1", "project_id": PROJECT}


@pytest.fixture(scope="module")
def made(simulator_process: SimulatorProcess, tmp_path_factory: pytest.TempPathFactory) -> SimulatorProcess:
    simulator_process.reset(0)
    ansible = Ansible(tmp_path_factory.mktemp("shapes"), simulator_process.url)
    tasks: list[dict[str, Any]] = [NETWORK, *({f"community.scaleway.scaleway_{name}": told} for name, told in MADE)]
    done = ansible.play(tasks)
    assert done.returncode == 0, done.output
    return simulator_process


def answers(product: str) -> dict[str, list[dict[str, Any]]]:
    """What was recorded of reading: by operation."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in (RECORDINGS / "samples" / f"{product}.jsonl").read_text().splitlines():
        sample = json.loads(line)
        if sample["method"] == "GET" and sample["status"] == 200:
            found.setdefault(sample["op"].split(" ")[1], []).append(sample["response"])
    return found


def path_of(simulator: SimulatorProcess, template: str) -> str | None:
    """A recorded path with ids of what was made; None when nothing of the kind can be made."""
    parts = template.split("/")
    for number, part in enumerate(parts):
        name = part.strip("{}")
        if not part.startswith("{"):
            continue
        if name in LOCAL:
            parts[number] = LOCAL[name]
            continue
        kinds = [kind for kind in KINDS if kind.product == parts[1] and kind.path.split("/")[-1] == parts[number - 1]]
        there = [item for kind in kinds for item in simulator.state(kind.key)]
        if not there:
            return None
        parts[number] = there[0]["id"]
    return "/".join(parts)


@pytest.mark.parametrize("contract", PRODUCTS, ids=lambda contract: contract.product)
def test_answers_have_a_recorded_shape(made: SimulatorProcess, contract: Contract) -> None:
    product = contract.product
    alike, other = 0, []
    for template, recorded in answers(product).items():
        path = path_of(made, template)
        if path is None:
            other.append(f"{template}: nothing to read")
            continue
        status, _headers, ours = call(made.url, "GET", path)
        found: list[list[str]] = [[str(status)]]
        if status == 200:
            found = [differences(ours, theirs, contract) for theirs in recorded]
        alike += [] in found
        if [] not in found:
            nearest: list[str] = min(found, key=len)
            other.append(f"{template}: {'; '.join(nearest)}")
    told = f"{product}: {alike} of {alike + len(other)} answers are alike" + "".join(f"\n  {line}" for line in other)
    print(told)
    assert alike >= contract.least, told
