# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaleway's own Python SDK against the simulator: containers and functions."""

from __future__ import annotations

from urllib.request import Request, urlopen

from tests.simulator.process import SimulatorProcess


def test_life_cycle_of_a_container(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.container.v1 import ContainerV1API
    from scaleway.container.v1 import types as container

    api = ContainerV1API(client)
    namespace = api.create_namespace(name="sdk", secret_environment_variables={"KEY": "value"})
    assert str(namespace.status) == "creating"
    namespace = api.wait_for_namespace(namespace_id=namespace.id)
    assert namespace.secret_environment_variables["KEY"].startswith("$argon2id$")
    made = api.create_container(namespace_id=namespace.id, name="sdk", image="nginx:1.29", port=80)
    made = api.wait_for_container(container_id=made.id)
    assert (str(made.status), str(made.privacy), made.timeout) == ("ready", "public", "300s")
    probe = container.ContainerProbe(failure_threshold=3, http=container.ContainerProbeHTTPProbe(path="/health"))
    api.update_container(container_id=made.id, liveness_probe=probe, https_connection_only=True)
    changed = api.wait_for_container(container_id=made.id)
    assert changed.https_connections_only is True
    assert changed.liveness_probe.http.path == "/health"
    domain = api.create_domain(container_id=made.id, hostname="www.example.com")
    assert str(api.wait_for_domain(domain_id=domain.id).status) == "ready"
    cron = container.CreateTriggerRequestCronConfig(schedule="0 4 * * *", timezone="UTC", body="", headers={})
    trigger = api.create_trigger(container_id=made.id, name="sdk", cron_config=cron)
    assert str(api.wait_for_trigger(trigger_id=trigger.id).source_type) == "cron"
    assert [found.id for found in api.list_triggers_all(container_id=made.id)] == [trigger.id]
    assert str(api.delete_namespace(namespace_id=namespace.id).status) == "deleting"
    simulator.advance(5)
    kinds = ("namespace", "container", "domain", "trigger")
    assert {kind: simulator.state(f"container.{kind}") for kind in kinds} == {kind: [] for kind in kinds}


def test_life_cycle_of_a_function(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.function.v1beta1 import FunctionV1Beta1API
    from scaleway.function.v1beta1 import types as function

    api = FunctionV1Beta1API(client)
    assert "python313" in [found.name for found in api.list_function_runtimes().runtimes]
    namespace = api.create_namespace(activate_vpc_integration=False, name="sdk")
    assert api.wait_for_namespace(namespace_id=namespace.id).registry_endpoint.startswith("rg.fr-par.scw.cloud/")
    made = api.create_function(namespace_id=namespace.id, name="sdk", runtime=function.FunctionRuntime.PYTHON313)
    assert str(made.status) == "created"
    told = api.get_function_upload_url(function_id=made.id, content_length=4)
    headers = {name: ", ".join(values) for name, values in told.headers.items()}
    with urlopen(Request(told.url, b"code", headers, method="PUT"), timeout=10) as answer:
        assert answer.status == 200
    with urlopen(api.get_function_download_url(function_id=made.id).url, timeout=10) as answer:
        assert answer.read() == b"code"
    assert str(api.deploy_function(function_id=made.id).status) == "pending"
    assert str(api.wait_for_function(function_id=made.id).status) == "ready"
    cron = api.create_cron(function_id=made.id, schedule="0 4 * * *", args={"a": 1}, name="sdk")
    assert api.wait_for_cron(cron_id=cron.id).args == {"a": 1}
    domain = api.create_domain(hostname="www.example.com", function_id=made.id)
    assert api.wait_for_domain(domain_id=domain.id).url == "https://www.example.com"
    api.delete_namespace(namespace_id=namespace.id)
    simulator.advance(5)
    kinds = ("namespace", "function", "cron", "domain")
    assert {kind: simulator.state(f"function.{kind}") for kind in kinds} == {kind: [] for kind in kinds}


def test_life_cycle_of_a_job(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.jobs.v1alpha2 import JobsV1Alpha2API
    from scaleway.jobs.v1alpha2 import types as jobs

    api = JobsV1Alpha2API(client)
    size = {"cpu_limit": 140, "memory_limit": 256, "local_storage_capacity": 1024}
    cron = jobs.CreateJobDefinitionRequestCronScheduleConfig(schedule="0 4 * * *", timezone="UTC")
    made = api.create_job_definition(
        name="sdk", image_uri="docker.io/library/alpine:3", description="", cron_schedule=cron, **size
    )
    assert (made.cpu_limit, made.cron_schedule.schedule) == (140, "0 4 * * *")
    changed = api.update_job_definition(job_definition_id=made.id, memory_limit=512, environment_variables={"A": "1"})
    assert (changed.memory_limit, changed.environment_variables) == (512, {"A": "1"})
    (run,) = api.start_job_definition(job_definition_id=made.id).job_runs
    assert str(run.state) in ("initialized", "validated", "queued", "running")
    simulator.advance(1)
    assert str(api.get_job_run(job_run_id=run.id).state) == "running"
    simulator.advance(120)
    assert str(api.get_job_run(job_run_id=run.id).state) == "succeeded"
    assert [found.id for found in api.list_job_runs_all(job_definition_id=made.id)] == [run.id]
    api.delete_job_definition(job_definition_id=made.id)
    assert simulator.state("jobs.definition") == []
