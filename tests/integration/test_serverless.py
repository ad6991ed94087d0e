# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Containers, functions and jobs, beyond the life cycle that all resources have."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.families.serverless import IMAGE, JOB
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible

QUICK = {"wait_interval": 0.1}


def task(kind: str, **options: Any) -> dict[str, Any]:
    return {f"community.scaleway.scaleway_{kind}": options, "ignore_errors": True}


def test_code_is_deployed_when_its_content_has_changed(
    ansible: Ansible, simulator: SimulatorProcess, tmp_path: Path
) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "handler.py").write_text("x = 1\n")
    other = tmp_path / "other"
    shutil.copytree(code, other)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "does-not-build").write_text("")
    shutil.make_archive(str(tmp_path / "packed"), "zip", code)
    (code / "handler.py").touch()
    web = {"namespace": "shop", "name": "web", **QUICK}
    check = {"check_mode": True}
    steps = [
        task("function_namespace", name="shop", **QUICK),
        task("function", **web, runtime="python313", source=str(tmp_path / "nowhere")),
        task("function", **web, runtime="python133", source=str(code)),
        task("function", **web, runtime="python313"),
        task("function", **web, source=str(code)),
        task("function", **web, source=str(other)),
        task("function", **web, source=str(tmp_path / "packed.zip")),
        {**task("function", **web, source=str(broken)), **check},
        task("function", **web, source=str(broken)),
        task("function", **web, source=str(broken)),
        task("function", **web, source=str(code)),
    ]
    done = ansible.play(steps)
    results = done.results
    assert "nowhere' does not exist" in results[1]["msg"]
    assert "'python133' is no runtime in fr-par. Did you mean python313" in results[2]["msg"]
    log = simulator.requests()
    written = [
        [e["method"] for e in log[a:b] if e["method"] != "GET"] for a, b in zip([0, *done.requests], done.requests)
    ]
    assert written[1:3] == [[], []]
    assert results[3]["function"]["status"] == "created"
    assert written[3:8] == [["POST"], ["PUT", "POST"], [], [], []]
    assert [result.get("changed") for result in results[3:8]] == [True, True, False, False, True]
    assert [("the build failed" in result.get("msg", "")) for result in results[8:10]] == [True, True]
    assert written[8:] == [["PUT", "POST"]] * 3
    assert results[10]["function"]["status"] == "ready"
    signed = [entry for entry in log if entry["path"].startswith("/object-storage/")]
    assert signed
    assert not any(entry["token"] for entry in signed)
    assert "X-Amz-Signature" not in done.output


def test_secret_variables_and_failed_containers(ansible: Ansible, simulator: SimulatorProcess) -> None:
    web = {"namespace": "shop", "name": "web", **QUICK}
    secret = {"secret_environment_variables": {"A": "never-shown-1", "B": "never-shown-2"}}
    done = ansible.play(
        [
            task("container_namespace", name="shop", **QUICK),
            task("container", **web, image=IMAGE, **secret),
            task("container", **web, **secret),
            task("container", **web, **secret, update_secrets="always"),
            task("container", **web, secret_environment_variables={"B": "never-shown-3"}),
            task("container", **web, secret_environment_variables={}),
            task("container", **web, image="does-not-exist"),
        ]
    )
    shown = [result["container"]["secret_environment_variables"] for result in done.results[1:6]]
    assert shown == [dict.fromkeys("AB", "********")] * 3 + [{"B": "********"}, {}], done.output
    assert [result["changed"] for result in done.results[1:6]] == [True, False, True, True, True]
    sent = [entry["body"] for entry in simulator.requests() if entry["method"] == "PATCH"]
    assert sent[:3] == [
        secret,
        {"secret_environment_variables": {"B": ""}},
        {"secret_environment_variables": {}},
    ]
    assert "is in the state 'error': the image cannot be pulled" in done.results[6]["msg"]
    assert "argon2" not in done.output


def test_jobs_run_with_their_secrets(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    job = {"name": "backup"}
    password = {"secret": "/production/db", "env_var_name": "PASSWORD"}
    as_file = {"secret": "/production/db", "version": "1", "path": "/run/password"}
    done = ansible.play(
        [
            task("secret", name="db", path="/production"),
            task("job_definition", **job, **JOB, secrets=[password]),
            task("job_definition", **job, secrets=[password]),
            {**task("job_definition", **job, secrets=[as_file]), "check_mode": True},
            task("job_definition", **job, secrets=[{**password, "version": "2"}, as_file]),
            task("job_definition", **job, secrets=[]),
            task("job_run", job_definition="backup", replicas=2, **QUICK),
            task("job_run", job_definition="backup", startup_command=["false"], **QUICK),
            {**task("job_run", job_definition="backup", wait=False, startup_command=["serve"]), "register": "started"},
            task("job_definition", **job, state="absent"),
            task("job_run", action="stop", id="{{ started.job_runs[0].id }}", **QUICK),
            task("job_run", action="stop", id="{{ started.job_runs[0].id }}", **QUICK),
            task("job_run_info", job_definition="backup"),
            task("job_definition", **job, state="absent"),
        ],
        vars=way,
    )
    results = done.results
    changed = [True, False, True, True, True, True]
    assert [result.get("changed") for result in results[1:7]] == changed, done.output
    log = [(e["method"], e["path"].split("/")[5]) for e in simulator.requests() if e["method"] != "GET"]
    assert log[1:7] == [
        ("POST", "job-definitions"),
        ("POST", "secrets"),
        ("PATCH", "secrets"),
        ("POST", "secrets"),
        ("DELETE", "secrets"),
        ("DELETE", "secrets"),
    ]
    assert [run["state"] for run in results[6]["job_runs"]] == ["succeeded", "succeeded"]
    assert "is in the state 'failed': exit code 1" in results[7]["msg"]
    assert [run["exit_code"] for run in results[7]["job_runs"]] == [1]
    assert "one or more job runs are still running" in results[9]["msg"]
    assert [(result["changed"], result["job_runs"][0]["state"]) for result in results[10:12]] == [
        (True, "interrupted"),
        (False, "interrupted"),
    ]
    assert len(results[12]["job_runs"]) == 4
    assert results[13]["changed"]


def test_domains_of_functions_and_kinds_of_triggers(ansible: Ansible, simulator: SimulatorProcess) -> None:
    host = {"hostname": "www.example.com", **QUICK}
    made = {"namespace": "shop", "runtime": "go126", **QUICK}
    cron = {"container": "web", "name": "web", **QUICK}
    done = ansible.play(
        [
            task("function_namespace", name="shop", **QUICK),
            task("function", **made, name="web"),
            task("function", **made, name="other"),
            task("function_domain", **host, function="web"),
            task("function_domain", **host, function="web"),
            task("function_domain", **host, function="other"),
            task("function_domain_info", function="web"),
            task("function_domain", **host, state="absent"),
            task("function_domain", **host, state="absent"),
            task("container_namespace", name="shop", **QUICK),
            task("container", namespace="shop", name="web", image=IMAGE, **QUICK),
            task("container_trigger", **cron, cron_config={"schedule": "0 4 * * *"}),
            task("container_trigger", **cron, nats_config={"subject": "orders"}),
            task("container_trigger", **cron, cron_config={"schedule": "0 24 * * *"}),
        ]
    )
    results = done.results
    assert [result.get("changed") for result in results[3:5]] == [True, False], done.output
    assert results[3]["function_domain"]["url"] == "https://www.example.com"
    assert "cannot be changed in place: function_id is" in results[5]["msg"]
    assert len(results[6]["function_domains"]) == 1
    assert [result["changed"] for result in results[7:9]] == [True, False]
    assert "nats_config: the trigger web" in results[12]["msg"]
    assert "cron_config.schedule: '0 24 * * *' is no schedule: '24' is no hour." in results[13]["msg"]
    assert simulator.state("function.domain") == []
