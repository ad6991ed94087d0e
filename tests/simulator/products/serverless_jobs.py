# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Serverless Jobs of serverless-jobs/v1alpha2: definitions with their secrets, and runs."""

from __future__ import annotations

from ..errors import not_found, untyped
from ..kinds import Answer, Body, Call, EndpointAnswer, Field, Kind, Place
from ..serverless import cron_problem, short_duration
from ..store import PROJECT, Entry, Store

ENDED = ("succeeded", "failed", "interrupted")
MOMENT = 0.2


def check_schedule(told: Body | None) -> None:
    problem = cron_problem(told["schedule"]) if told and told.get("schedule") else ""
    if problem:
        raise untyped(400, f"invalid cron schedule: {problem}")


def new_definition(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    definition = {
        "name": body.get("name") or "job-simulated",
        "project_id": body.get("project_id") or PROJECT,
        "created_at": now,
        "updated_at": now,
        "cpu_limit": body["cpu_limit"],
        "memory_limit": body["memory_limit"],
        "local_storage_capacity": body["local_storage_capacity"],
        "image_uri": body["image_uri"],
        "command": body.get("command") or "",
        "environment_variables": body.get("environment_variables") or {},
        "job_timeout": short_duration(body.get("job_timeout") or "86400s"),
        "description": body.get("description") or "",
        "cron_schedule": body.get("cron_schedule") or None,
        "startup_command": body.get("startup_command") or [],
        "args": body.get("args") or [],
        "region": place.locality,
    }
    if body.get("retry_policy"):
        definition["retry_policy"] = body["retry_policy"]
    return definition


def check_definition(store: Store, place: Place, body: Body) -> None:
    check_schedule(body.get("cron_schedule"))


def change_definition(store: Store, entry: Entry, change: Body) -> None:
    if "cron_schedule" in change:
        told = {name: value for name, value in change["cron_schedule"].items() if value}
        change["cron_schedule"] = {**(entry.data["cron_schedule"] or {}), **told} if told else None
        check_schedule(change["cron_schedule"])
    if "job_timeout" in change:
        change["job_timeout"] = short_duration(change["job_timeout"])
    if "retry_policy" in change:
        change["retry_policy"] = change["retry_policy"] or None


def may_go(store: Store, entry: Entry) -> None:
    for run in store.entries(RUN, entry.locality):
        if run.data["job_definition_id"] == entry.data["id"] and run.data["state"] not in ENDED:
            raise untyped(403, "one or more job runs are still running")


def gone_definition(store: Store, entry: Entry) -> None:
    for kind in (SECRET, RUN):
        for below in list(store.entries(kind, entry.locality)):
            if below.data["job_definition_id"] == entry.data["id"]:
                store.remove(below)


def start(store: Store, entry: Entry, call: Call) -> Answer:
    runs = [_started(store, entry, call.body) for _number in range(call.body.get("replicas") or 1)]
    return Answer(200, {"job_runs": [run.data for run in runs]})


def _started(store: Store, definition: Entry, body: Body) -> Entry:
    now = store.clock.zulu()
    told = definition.data
    same = ("cpu_limit", "memory_limit", "local_storage_capacity", "region")
    run = {
        "id": store.new_id(),
        "job_definition_id": told["id"],
        "created_at": now,
        "updated_at": now,
        "started_at": None,
        "terminated_at": None,
        "run_duration": None,
        "state": "validated",
        **{name: told[name] for name in same},
        "command": body.get("command") or told["command"],
        "environment_variables": {**told["environment_variables"], **(body.get("environment_variables") or {})},
        "startup_command": body.get("startup_command") or told["startup_command"],
        "args": body.get("args") or told["args"],
    }
    entry = store.add(RUN, definition.locality, run)
    store.soon(entry, MOMENT, {"state": "running", "started_at": now})
    fails = "false" in run["startup_command"]
    end: Body = {"state": "failed", "exit_code": 1, "reason": "exited_with_error", "error_message": "exit code 1"}
    if not fails:
        end = {"state": "succeeded", "exit_code": 0}
    # What does nothing is quick.
    seconds = 2 * MOMENT if run["startup_command"][:1] in (["true"], ["false"]) else 120.0
    store.soon(entry, seconds, {**end, "terminated_at": now, "run_duration": "1s"})
    return entry


DEFINITION = Kind(
    key="jobs.definition",
    product="serverless-jobs",
    version="v1alpha2",
    path="job-definitions",
    one="job_definition",
    many="job_definitions",
    resource="job_definition",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "project_id": Field(str),
        "cpu_limit": Field(int, required=True, update=True),
        "memory_limit": Field(int, required=True, update=True),
        "local_storage_capacity": Field(int, required=True, update=True),
        "image_uri": Field(str, required=True, update=True),
        "command": Field(str, update=True),
        "startup_command": Field(list, update=True),
        "args": Field(list, update=True),
        "environment_variables": Field(dict, update=True),
        "description": Field(str, update=True),
        "job_timeout": Field(str, update=True),
        "cron_schedule": Field(dict, update=True),
        "retry_policy": Field(dict, update=True),
    },
    substring_filters=(),
    exact_filters=("project_id", "organization_id"),
    new=new_definition,
    check=check_definition,
    may_change=change_definition,
    may_go=may_go,
    gone=gone_definition,
    missing="job definition is not found",
    parts={"start": start},
)


def stop(store: Store, entry: Entry, call: Call) -> Answer:
    if entry.data["state"] in ENDED:
        raise untyped(400, "the job run is not running")
    entry.forget()
    entry.change({"state": "interrupting", "reason": "cancellation", "updated_at": store.clock.zulu()})
    store.soon(entry, MOMENT, {"state": "interrupted"})
    return Answer(200, entry.data)


def shown_secret(store: Store, entry: Entry) -> Body:
    """A secret without the id that the simulator keeps it under."""
    return {name: value for name, value in entry.data.items() if name != "id"}


RUN = Kind(
    key="jobs.run",
    product="serverless-jobs",
    version="v1alpha2",
    path="job-runs",
    one="job_run",
    many="job_runs",
    resource="job_run",
    scope="region",
    methods=("GET",),
    substring_filters=(),
    exact_filters=("job_definition_id",),
    parts={"stop": stop},
    missing="job run is not found",
)
SECRET = Kind(
    key="jobs.secret",
    product="serverless-jobs",
    version="v1alpha2",
    path="secrets",
    one="secret",
    many="secrets",
    resource="secret",
    scope="region",
    methods=("GET", "PATCH", "DELETE"),
    fields={
        "path": Field(str, update=True),
        "env_var_name": Field(str, update=True),
        "secret_manager_version": Field(str, update=True),
    },
    substring_filters=(),
    exact_filters=("job_definition_id",),
    shown=shown_secret,
    missing="secret is not found",
)


def secrets(store: Store, place: Place, call: Call) -> Answer:
    """The secrets of a definition; several are made at once."""
    definition = call.body.get("job_definition_id") or call.query.get("job_definition_id") or ""
    if store.find(DEFINITION, place.locality, definition) is None and call.method == "POST":
        raise untyped(404, "job definition is not found")
    if call.method == "GET":
        found = list(store.entries(SECRET, place.locality))
        told = [shown_secret(store, entry) for entry in found if entry.data["job_definition_id"] == definition]
        return Answer(200, {"secrets": told, "total_count": len(told)})
    made = []
    for secret in call.body.get("secrets") or []:
        if store.named("secret.secret", place.locality, secret["secret_manager_id"]) is None:
            raise not_found("secret", secret["secret_manager_id"])
        ident = store.new_id()
        data = {
            "id": ident,
            "secret_id": ident,
            "secret_manager_id": secret["secret_manager_id"],
            "secret_manager_version": secret.get("secret_manager_version") or "latest",
            "job_definition_id": definition,
        }
        if secret.get("path"):
            data["file"] = {"path": secret["path"]}
        else:
            data["env_var"] = {"name": secret["env_var_name"]}
        made.append(shown_secret(store, store.add(SECRET, place.locality, data)))
    return Answer(200, {"secrets": made})


KINDS = (DEFINITION, RUN, SECRET)
ENDPOINTS: dict[tuple[str, str, str], EndpointAnswer] = {("serverless-jobs", "v1alpha2", "secrets"): secrets}
