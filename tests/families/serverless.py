# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Serverless: containers, functions and jobs."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks
from tests.simulator.store import PROJECT
from tests.tools.link_collection import ROOT

QUICK = {"wait_interval": 0.1}
NEEDED = {"api_key": "never-shown-again"}
HIDDEN = {"secret_environment_variables": {"API_KEY": "never/shown & nowhere"}}
NOWHERE = {"namespace": PROJECT, "name": "web"}
IMAGE = "docker.io/library/nginx:1.29"
CONTAINERS = [{"community.scaleway.scaleway_container_namespace": {"name": "shop", **QUICK}}]
IN_SHOP = tuple({"namespace": "shop", "name": name} for name in ("web", "web-1", "my-web"))
HELLO = {"runtime": "python313", "handler": "handler.handle", "source": str(ROOT / "tests" / "functions" / "hello")}
FUNCTIONS = [{"community.scaleway.scaleway_function_namespace": {"name": "shop", **QUICK}}]
JOB = {
    "image": "docker.io/library/alpine:3.22",
    "startup_command": ["true"],
    "cpu_limit": 140,
    "memory_limit": 256,
    "local_storage": 1000,
}
TASKS: Tasks = {
    "scaleway_container_namespace": [
        {"name": "shop", "environment_variables": {"PORT": 80, "DEBUG": True}, **QUICK},
        {"name": "shop", "environment_variables": {"LIST": ["a"]}},
        {"name": "shop", "secret_environment_variables": {"API_KEY": "never-shown"}, **QUICK},
    ],
    "scaleway_container_namespace_info": [{"region": "all"}],
    "scaleway_container": [
        {**NOWHERE, "image": IMAGE},
        {**NOWHERE, "image": IMAGE, "port": 70000},
        {**NOWHERE, "liveness_probe": {"http_path": "health"}},
        {**NOWHERE, "namespace": "none", "state": "absent"},
    ],
    "scaleway_container_info": [{"namespace": PROJECT}],
    "scaleway_function_namespace": [
        {"name": "shop", "environment_variables": {"PORT": 80}, **QUICK},
        {"name": "shop", "vpc_integration": True},
        {"name": "shop", "secret_environment_variables": {"API_KEY": "never-shown"}, **QUICK},
    ],
    "scaleway_function_namespace_info": [{"region": "all"}],
    "scaleway_function": [
        {**NOWHERE, **HELLO},
        {**NOWHERE, **HELLO, "runtime": "python133"},
        {**NOWHERE, **HELLO, "source": "/nowhere/at/all"},
        {**NOWHERE, "namespace": "none", "state": "absent"},
    ],
    "scaleway_function_info": [{"namespace": PROJECT}],
    "scaleway_job_definition": [
        {"name": "backup", **JOB},
        {"name": "backup", "cron_schedule": {"schedule": "0 25 * * *"}},
        {"name": "backup", "secrets": [{"secret": PROJECT}]},
    ],
    "scaleway_job_definition_info": [{"region": "all"}],
    "scaleway_job_run": [
        {"job_definition": PROJECT},
        {"job_definition": "none"},
        {"action": "stop", "id": PROJECT},
        {"action": "stop"},
    ],
    "scaleway_job_run_info": [{"job_definition": PROJECT}],
    "scaleway_container_domain": [
        {"container": PROJECT, "hostname": "www.example.com"},
        {"container": PROJECT},
        {"container": "none", "hostname": "www.example.com", "state": "absent"},
    ],
    "scaleway_container_domain_info": [{"container": PROJECT}],
    "scaleway_container_trigger": [
        {"container": PROJECT, "name": "nightly", "cron_config": {"schedule": "0 4 * * *"}},
        {"container": PROJECT, "name": "nightly", "cron_config": {"schedule": "every night"}},
        {"container": PROJECT, "name": "nightly"},
        {"container": "none", "name": "nightly", "state": "absent"},
    ],
    "scaleway_container_trigger_info": [{"container": PROJECT}],
    "scaleway_function_cron": [
        {"function": PROJECT, "name": "nightly", "schedule": "0 4 * * *"},
        {"function": PROJECT, "name": "nightly", "schedule": "0 4 * *"},
        {"function": "none", "name": "nightly", "state": "absent"},
    ],
    "scaleway_function_cron_info": [{"function": PROJECT}],
    "scaleway_function_domain": [
        {"function": PROJECT, "hostname": "www.example.com"},
        {"function": PROJECT},
        {"function": "none", "hostname": "www.example.com", "state": "absent"},
    ],
    "scaleway_function_domain_info": [{"function": PROJECT}],
    "scaleway_function_trigger": [
        {"function": PROJECT, "name": "orders", "scw_sqs_config": {"queue": "orders"}},
        {"function": PROJECT, "name": "orders"},
        {"function": "none", "name": "orders", "state": "absent"},
    ],
    "scaleway_function_trigger_info": [{"function": PROJECT}],
}
WEB = [
    *CONTAINERS,
    {"community.scaleway.scaleway_container": {"namespace": "shop", "name": "origin", "image": IMAGE, **QUICK}},
]
FUNCTION = [
    *FUNCTIONS,
    {"community.scaleway.scaleway_function": {"namespace": "shop", "name": "origin", "runtime": "go126", **QUICK}},
]
OF_WEB = tuple({"container": "origin", "name": name} for name in ("web", "web-1", "my-web"))
OF_FUNCTION = tuple({"function": "origin", "name": name} for name in ("web", "web-1", "my-web"))
HOSTS = tuple({"hostname": f"{name}.example.com"} for name in ("web", "web-1", "my-web"))
SECRETS: Tasks = {
    "scaleway_container_namespace": [{"community.scaleway.scaleway_container_namespace": {"name": "hidden", **HIDDEN}}],
    "scaleway_container": [
        {"community.scaleway.scaleway_container_namespace": {"name": "hidden"}},
        {
            "community.scaleway.scaleway_container": {
                "namespace": "hidden",
                "name": "hidden",
                "image": IMAGE,
                **HIDDEN,
            }
        },
    ],
    "scaleway_function_namespace": [{"community.scaleway.scaleway_function_namespace": {"name": "hidden", **HIDDEN}}],
    "scaleway_function": [
        {"community.scaleway.scaleway_function_namespace": {"name": "hidden"}},
        {
            "community.scaleway.scaleway_function": {
                "namespace": "hidden",
                "name": "hidden",
                "runtime": "go126",
                **HIDDEN,
            }
        },
    ],
    "scaleway_container_trigger": [
        *WEB,
        {
            "community.scaleway.scaleway_container_trigger": {
                "container": "origin",
                "name": "hidden",
                "sqs_config": {"access_key_id": "key", "secret_access_key": "never/shown & nowhere"},
            }
        },
        {
            "community.scaleway.scaleway_container_trigger": {
                "container": "origin",
                "name": "hidden-2",
                "nats_config": {"subject": "orders", "credentials_file_content": "never/shown & nowhere 2"},
            }
        },
    ],
    "scaleway_function_trigger": [
        *FUNCTION,
        {
            "community.scaleway.scaleway_function_trigger": {
                "function": "origin",
                "name": "hidden",
                "sqs_config": {"queue_url": "https://sqs.example.com/web", "secret_key": "never/shown & nowhere"},
            }
        },
    ],
}
CASES = [
    Case(
        "scaleway_container_namespace",
        "container_namespace",
        "container.namespace",
        {"description": "the shop", "environment_variables": {"A": "1", "B": "2"}, "tags": ["b", "a"], **QUICK},
        {"description": "", "environment_variables": {"A": "1"}, "tags": ["a", "b"], **QUICK},
        {"description": "", "environment_variables": {"A": "1"}},
    ),
    Case(
        "scaleway_container",
        "container",
        "container.container",
        {
            "image": IMAGE,
            "memory_limit": 1024,
            "container_timeout": "300s",
            "secret_environment_variables": {"OLD": "never-shown"},
            **QUICK,
        },
        {
            "memory_limit": "2GB",
            "https_connections_only": True,
            "liveness_probe": {"http_path": "/health", "interval": "30s"},
            "scaling_option": {"cpu_usage_threshold": 70},
            "secret_environment_variables": {"OLD": "not-sent", "NEW": "sent"},
            **QUICK,
        },
        {
            "memory_limit_bytes": 2_000_000_000,
            "https_connection_only": True,
            "liveness_probe": {
                "failure_threshold": 30,
                "interval": "30s",
                "timeout": "1s",
                "http": {"path": "/health"},
            },
            "scaling_option": {"cpu_usage_threshold": 70},
            "secret_environment_variables": {"OLD": "", "NEW": "sent"},
        },
        before=CONTAINERS,
        who=IN_SHOP,
        shown=(
            "memory_limit_bytes",
            "https_connections_only",
            "liveness_probe",
            "scaling_option",
            "secret_environment_variables",
        ),
    ),
    Case(
        "scaleway_function_namespace",
        "function_namespace",
        "function.namespace",
        {"description": "the shop", "secret_environment_variables": {"OLD": "never-shown", "GONE": "x"}, **QUICK},
        {"description": "", "secret_environment_variables": {"OLD": "not-sent", "NEW": "sent"}, **QUICK},
        {
            "description": "",
            "secret_environment_variables": [{"key": "NEW", "value": "sent"}, {"key": "GONE", "value": None}],
        },
    ),
    Case(
        "scaleway_function",
        "function",
        "function.function",
        {**HELLO, "environment_variables": {"A": "1", "B": "2"}, **QUICK},
        {**HELLO, "environment_variables": {"A": "1"}, "memory_limit": 512, "function_timeout": "10s", **QUICK},
        {"environment_variables": {"A": "1"}, "memory_limit": 512, "timeout": "10s"},
        before=FUNCTIONS,
        who=IN_SHOP,
        creation=("POST", "PUT", "POST"),
    ),
    Case(
        "scaleway_job_definition",
        "job_definition",
        "jobs.definition",
        {**JOB, "cron_schedule": {"schedule": "0 4 * * *", "timezone": "Europe/Paris"}, "job_timeout": "1h"},
        {"cron_schedule": {"schedule": "30  4 * * *"}, "cpu_limit": 280, "max_retries": 2, "args": ["--all"]},
        {
            "cron_schedule": {"schedule": "30 4 * * *", "timezone": "Europe/Paris"},
            "cpu_limit": 280,
            "retry_policy": {"max_retries": 2},
            "args": ["--all"],
        },
    ),
    Case(
        "scaleway_container_domain",
        "container_domain",
        "container.domain",
        {"container": "origin", "tags": ["a"], **QUICK},
        {"tags": [], **QUICK},
        {"tags": []},
        before=WEB,
        who=HOSTS,
        twin=None,
    ),
    Case(
        "scaleway_container_trigger",
        "container_trigger",
        "container.trigger",
        {"cron_config": {"schedule": "0 4 * * *", "headers": {"A": "1", "B": "2"}}, **QUICK},
        {
            "cron_config": {"schedule": "*/5 * * * SUN", "headers": {"A": "1"}},
            "destination_config": {"http_path": "/jobs"},
            **QUICK,
        },
        {
            "cron_config": {"schedule": "*/5 * * * SUN", "timezone": "UTC", "body": "", "headers": {"A": "1"}},
            "destination_config": {"http_path": "/jobs", "http_method": "get"},
        },
        before=WEB,
        who=OF_WEB,
    ),
    Case(
        "scaleway_function_cron",
        "function_cron",
        "function.cron",
        {"schedule": "0 4 * * *", "args": {"a": 1, "b": [2]}, **QUICK},
        {"schedule": "30 4 * * *", "args": {"a": 1}, **QUICK},
        {"schedule": "30 4 * * *", "args": {"a": 1}},
        before=FUNCTION,
        who=OF_FUNCTION,
    ),
    Case(
        "scaleway_function_trigger",
        "function_trigger",
        "function.trigger",
        {"scw_sqs_config": {"queue": "orders", "mnq_project_id": PROJECT, "mnq_region": "fr-par"}, **QUICK},
        {"description": "orders", **QUICK},
        {"description": "orders"},
        before=FUNCTION,
        who=OF_FUNCTION,
    ),
]
VALUES = {
    "scaleway_container": {
        "port": [80, 8080],
        "min_scale": [0, 1],
        "max_scale": [2, 5],
        "cpu_limit": [140, 1120],
        "command": [[], ["nginx"], ["sh", "-c", "exec nginx"]],
        "args": [[], ["-g", "daemon off;"]],
        "startup_probe": [{"http_path": "/up"}, {"failure_threshold": 5, "interval": "10s", "timeout": "1500ms"}],
        "environment_variables": [{}, {"PORT": "80"}, {"A": "1", "B": "{{ b }}"}],
    },
    "scaleway_function_namespace": {"environment_variables": [{}, {"PORT": "80"}, {"A": "1", "B": ""}]},
    "scaleway_function": {"min_scale": [0, 1], "max_scale": [2, 5]},
    "scaleway_job_definition": {"environment_variables": [{}, {"PORT": "80"}, {"A": "1", "B": ""}]},
}
CONTRACTS = [
    Contract("containers/v1", 35, later=(".error_message",)),
    Contract("functions/v1beta1", 30),
    Contract("serverless-jobs/v1alpha2", 16),
]
