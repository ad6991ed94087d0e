# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Edge Services, beyond the common life cycle: stages of every kind, the head of a pipeline, rules."""

from __future__ import annotations

from typing import Any

from tests.families.edge import BUCKET, PIPELINES
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible

SECRET = "9c5bb850-0d04-4997-9c55-6bc9103e7f50"


def stage(kind: str, register: str = "", **options: Any) -> dict[str, Any]:
    task = {"community.scaleway.scaleway_edge_stage": {"pipeline": "web", "kind": kind, **options}}
    return {**task, "ignore_errors": True, **({"register": register} if register else {})}


def head(ident: str) -> dict[str, Any]:
    return {"community.scaleway.scaleway_edge_pipeline": {"name": "web", "head_stage": ident}}


def test_a_pipeline_is_built(ansible: Ansible, simulator: SimulatorProcess) -> None:
    leads = "{{ bucket.stage.id }}"
    rules = [{"methods": ["put", "get"], "path": "/api/.*", "backend_stage": "{{ balancer.stage.id }}"}]
    balancer = {"id": SECRET, "zone": "fr-par-1", "frontend_id": SECRET}
    building = [
        PIPELINES[0],
        stage("backend", "bucket", bucket=BUCKET),
        stage("backend", "balancer", load_balancer=balancer),
        stage("route", "route", backend_stage=leads, rules=rules),
        stage("waf", backend_stage=leads, paranoia_level=2),
        stage("tls", "tls", secrets=[SECRET], secret_region="fr-par", route_stage="{{ route.stage.id }}"),
        stage("dns", "dns", fqdns=["b.example.com", "a.example.com"], tls_stage="{{ tls.stage.id }}"),
        head("{{ dns.stage.id }}"),
    ]
    changing = [
        stage("backend", bucket={**BUCKET, "is_website": True}),
        stage("route", rules=[]),
        stage("tls", secrets=[], managed_certificate=True),
        head(""),
    ]
    done = ansible.play([*building, *building, *changing, *changing])
    assert done.returncode == 0, done.output
    changed = [result["changed"] for result in done.results]
    assert changed[:16] == [True] * 8 + [False] * 8
    assert changed[16:] == [True] * 4 + [False] * 4
    assert done.results[7]["pipeline"]["status"] == "ready"
    assert done.results[19]["pipeline"]["status"] == "warning"
    assert len(simulator.state("edge.backend_stage")) == 2
    (tls,) = simulator.state("edge.tls_stage")
    assert (tls["secrets"], tls["managed_certificate"]) == ([], True)


def test_stages_that_cannot_be_are_told(ansible: Ansible, simulator: SimulatorProcess) -> None:
    done = ansible.play(
        [
            PIPELINES[0],
            stage("waf", fqdns=["a.example.com"]),
            stage("route", rules=[{"path": "/"}]),
            stage("cache", fallback_ttl="soon"),
            stage("tls", secrets=[SECRET]),
            stage("backend", "first", bucket=BUCKET),
            stage("backend", "second", bucket={**BUCKET, "bucket_name": "other"}),
            stage("backend", state="absent"),
            stage("backend", state="absent", id="{{ first.stage.id }}"),
        ]
    )
    told = [result.get("msg", "") for result in done.results]
    assert "fqdns: a waf stage has none" in told[1]
    assert "rules[0]: either backend_stage or waf_stage must be set" in told[2]
    assert "'soon' is no duration" in told[3]
    assert "secret_region must be set" in told[4]
    assert "2 such backend stages" in told[7]
    assert done.results[8]["changed"]
    (left,) = simulator.state("edge.backend_stage")
    assert left["scaleway_s3"]["bucket_name"] == "other"
