# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Managed Inference, Web Hosting, billing and the Audit Trail, beyond the common life cycle."""

from __future__ import annotations

from typing import Any

from tests.families.others import MODEL, PLAN, QUICK
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible


def task(kind: str, **options: Any) -> dict[str, Any]:
    return {f"community.scaleway.scaleway_{kind}": options, "ignore_errors": True}


def test_endpoints_come_before_others_go(ansible: Ansible, simulator: SimulatorProcess) -> None:
    network = {"community.scaleway.scaleway_private_network": {"name": "inner"}}
    inner = task("inference_deployment", name="chat", endpoints=[{"private_network": "inner"}], **QUICK)
    open_to_all = task(
        "inference_deployment", name="chat", endpoints=[{"private_network": "inner", "disable_auth": True}], **QUICK
    )
    none = task("inference_deployment", name="chat", endpoints=[])
    unknown = task("inference_deployment", name="other", **{**MODEL, "node_type": "L5"})
    made = task("inference_deployment", name="chat", **MODEL, **QUICK)
    model = task("inference_deployment", name="other", **{**MODEL, "model": "mistral/mistral-7b-instruct"})
    plan = {**task("webhosting", domain="other.example.com", **{**PLAN, "offer": "esential"}), "check_mode": True}
    done = ansible.play([network, made, inner, inner, open_to_all, open_to_all, none, unknown, model, plan])
    assert [result["changed"] for result in done.results[1:6]] == [True, True, False, True, False]
    assert "at least one" in done.results[6]["msg"]
    assert "'L5' is no node type in fr-par. Did you mean L4" in done.results[7]["msg"]
    assert "no model named 'mistral/mistral-7b-instruct' in fr-par. Did you mean mistral/" in done.results[8]["msg"]
    assert "there is no offer named 'esential' in fr-par. Did you mean essential?" in done.results[9]["msg"]
    (there,) = simulator.state("inference.deployment")
    assert [(one["disable_auth"], "private_network" in one) for one in there["endpoints"]] == [(True, True)]
    written = [method for method, path in simulator.writes() if "/endpoints" in path]
    assert written == ["POST", "DELETE", "PATCH"]


def test_the_password_of_a_hosting_is_not_shown(ansible: Ansible, simulator: SimulatorProcess) -> None:
    plan = {"domain": "shop.example.com", **QUICK}
    held = task("webhosting", **plan, **PLAN, protected=True)
    larger = task("webhosting", **plan, offer="premium")
    free = task("webhosting", **plan, protected=False)
    gone = task("webhosting", **plan, state="absent")
    done = ansible.play([held, held, larger, gone, task("webhosting_info"), free, gone, gone], "-vvv", "--diff")
    changed = [result["changed"] for result in done.results]
    assert changed[:3] == [True, False, True]
    assert "the hosting is protected" in done.results[3]["msg"]
    assert changed[5:] == [True, True, False]
    assert done.results[2]["hosting"]["offer"]["name"] == "premium"
    assert "First-Password-1" not in done.output
    assert "Rmlyc3QtUGFzc3dvcmQtMQ==" not in done.output
    assert simulator.state("webhosting.hosting") == []


def test_costs_and_events_are_listed(ansible: Ansible, simulator: SimulatorProcess) -> None:
    done = ansible.play(
        [
            task("billing_info", gather=["consumptions"], category="Compute"),
            task("billing_info", gather=["budgets", "invoices"], invoice_type="credit_note"),
            task("audit_trail_info"),
            task("audit_trail_info", recorded_after="2026-02-01T13:00:00", recorded_before="2026-02-03"),
            task("audit_trail_info", recorded_after="2026-02-03", recorded_before="2026-02-03"),
        ]
    )
    costs, others, everything, some, never = done.results
    assert [line["product_name"] for line in costs["consumptions"]] == ["DEV1-M", "Dynamic IP"]
    assert "invoices" not in costs
    assert (others["budgets"], others["invoices"]) == ([], [])
    assert [event["method_name"] for event in everything["events"]] == ["CreateSecret", "DeleteSecret", "ServerAction"]
    assert [event["method_name"] for event in some["events"]] == ["DeleteSecret"]
    assert "is not before recorded_before" in never["msg"]
