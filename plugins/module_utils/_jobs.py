# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Serverless Jobs of serverless-jobs/v1alpha2 (api/resources.json, jobs.v1alpha2)."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ._api import ResourceApi
from ._client import Client
from ._context import Context
from ._cron import scheduled
from ._errors import BadAnswer, FailedState, InvalidInput
from ._paging import list_all
from ._plan import Plan, merged
from ._reconcile import wait_steady
from ._references import UNMADE, id_or_unmade
from ._resource import CREATED, Item, Request, Resource, Shown, Steps
from ._secret_manager import SECRET
from ._values import seconds_text, texts_of


def created(fields: Item) -> Item:
    """A creation needs a schedule with its time zone."""
    told = fields.get("cron_schedule")
    if not told:
        return {name: value for name, value in fields.items() if name != "cron_schedule"}
    if "schedule" not in told:
        raise InvalidInput("cron_schedule.schedule must be set: there is no schedule yet.")
    return dict(fields, cron_schedule=dict({"timezone": "UTC"}, **told))


def changed(change: Item, item: Item) -> Item:
    """An update takes a whole schedule; one of nothing removes it."""
    if "cron_schedule" not in change:
        return change
    if not change["cron_schedule"]:
        return dict(change, cron_schedule={"schedule": None, "timezone": None})
    there = item.get("cron_schedule")
    told = merged(DEFINITION, there, change["cron_schedule"])
    return dict(change, cron_schedule=created({"cron_schedule": told})["cron_schedule"])


def secrets_wanted(secrets: t.Any) -> t.Dict[t.Tuple[str, str], Item]:
    """The secrets that were asked for, by the place where a run finds them. Raises InvalidInput."""
    wanted: t.Dict[t.Tuple[str, str], Item] = {}
    for number, secret in enumerate(secrets):
        places = [(name, secret[name]) for name in ("env_var_name", "path") if secret.get(name)]
        if len(places) != 1:
            raise InvalidInput(f"secrets[{number}]: one of env_var_name and path must be set.")
        if places[0] in wanted:
            raise InvalidInput(f"secrets[{number}]: {places[0][1]!r} is there twice.")
        told = {"secret_manager_id": secret["secret"], "secret_manager_version": secret["version"]}
        wanted[places[0]] = dict(told, **dict(places))
    return wanted


def place_of(secret: Item) -> t.Tuple[str, str]:
    """Where a run finds a secret."""
    if secret.get("file"):
        return "path", str(secret["file"].get("path"))
    return "env_var_name", str((secret.get("env_var") or {}).get("name"))


def with_secrets(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """The plan with the secrets that are to come, to go, or to have another version."""
    if context.params.get("secrets") is None or plan.after is None:
        return plan
    wanted = secrets_wanted(context.params["secrets"])
    made = any(isinstance(step, Request) and step.purpose == "create" for step in plan.requests)
    ident = CREATED if made or plan.before is None else str(plan.before["id"])
    there: t.Dict[t.Tuple[str, str], Item] = {}
    if ident != CREATED:
        query = {"job_definition_id": ident}
        found = list_all(api.client, f"{api.base}/secrets", "secrets", query, api.endpoint.page_size_name)
        there = {place_of(secret): secret for secret in found}
    steps: t.List[Request] = []
    new = []
    for place, secret in there.items():
        if place not in wanted or wanted[place]["secret_manager_id"] != secret["secret_manager_id"]:
            steps.append(Request("DELETE", path=f"secrets/{secret['secret_id']}"))
        elif wanted[place]["secret_manager_version"] != secret["secret_manager_version"]:
            version = {"secret_manager_version": wanted[place]["secret_manager_version"]}
            steps.append(Request("PATCH", body=version, path=f"secrets/{secret['secret_id']}"))
    for place, told in wanted.items():
        if place not in there or there[place]["secret_manager_id"] != told["secret_manager_id"]:
            new.append(told)
    if new:
        steps.append(Request("POST", body={"job_definition_id": ident, "secrets": new}, path="secrets"))
    return plan._replace(requests=(*plan.requests, *t.cast(Steps, steps)))


DEFINITION = Resource(
    product="serverless-jobs",
    version="v1alpha2",
    path="job-definitions",
    one="job_definition",
    scope="region",
    filters=(),
    filtered_as={"name": ""},
    needed=("name", "image", "cpu_limit", "memory_limit", "local_storage"),
    not_fields=("secrets",),
    rename={
        "image": "image_uri",
        "local_storage": "local_storage_capacity",
        "max_retries": "retry_policy",
    },
    references={"secrets.secret": SECRET},
    convert={
        "environment_variables": texts_of,
        "job_timeout": seconds_text,
        "cron_schedule": scheduled,
        "max_retries": lambda value, option: {"max_retries": value},
    },
    maps=("environment_variables",),
    shown_as={"cron_schedule": Shown("cron_schedule", lambda value: value, lambda value: value or None)},
    creation=created,
    change=changed,
    more=with_secrets,
    defaults={"description": "", "startup_command": [], "args": [], "environment_variables": {}},
    sent_defaults=("description",),
)
RUN = Resource(
    product="serverless-jobs",
    version="v1alpha2",
    path="job-runs",
    one="job_run",
    scope="region",
    owner="",
    identity=("job_definition",),
    filters=("job_definition",),
    filtered_as={"name": ""},
    rename={"job_definition": "job_definition_id"},
    references={"job_definition": DEFINITION},
    status="state",
    steady=("succeeded",),
    failed=("failed", "interrupted"),
)
# For whoever stops a run: however it ends.
STOPPED = replace(RUN, steady=("succeeded", "failed", "interrupted"), failed=())


def run_job(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """Start a job, or stop a run, and return the task's result."""
    return stop(client, context) if context.params["action"] == "stop" else start(client, context)


def start(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """Start a job as often as was asked for. Raises FailedState when a run fails."""
    params = context.params
    ident = id_or_unmade(client, DEFINITION, context, "job_definition", str(params["job_definition"]))
    api = ResourceApi(client, DEFINITION, params, warn=context.warn)
    body = {name: params[name] for name in ("startup_command", "args", "replicas") if params.get(name) is not None}
    if params.get("environment_variables") is not None:
        body["environment_variables"] = texts_of(params["environment_variables"], "environment_variables")
    if (params.get("replicas") or 1) < 1:
        raise InvalidInput(f"replicas: {params['replicas']} is too few. Give 1 or more.")
    if context.check_mode:
        if ident != UNMADE and api.get(ident) is None:
            raise InvalidInput(f"job_definition: there is no job definition {ident} in {api.locality}.")
        return {"changed": True, "job_runs": []}
    answer = api.act(Request("POST", (ident, "start"), body))
    runs = answer.get("job_runs") if isinstance(answer, dict) else None
    if not runs:
        raise BadAnswer(f"The job definition {ident} was started, and the API told of no run.", "POST", api.url)
    if params["wait"]:
        runs = ended(ResourceApi(client, RUN, params, warn=context.warn), context, runs)
    return {"changed": True, "job_runs": runs}


def ended(api: ResourceApi, context: Context, runs: t.List[Item]) -> t.List[Item]:
    """The runs when all have ended. Raises FailedState for the first that failed, with all of them."""
    done = list(runs)
    failure: t.Optional[FailedState] = None
    for number, run in enumerate(runs):
        try:
            done[number] = wait_steady(api, context, run)
        except FailedState as error:
            done[number] = error.extra.pop("job_run", run)
            failure = failure or error
    if failure is not None:
        failure.extra.update(job_runs=done, changed=True)
        raise failure
    return done


def stop(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """Stop a run that has not ended."""
    api = ResourceApi(client, STOPPED, context.params, warn=context.warn)
    ident = RUN.id_given(context.params["id"], "id")
    run = api.get(ident)
    if run is None:
        raise InvalidInput(f"id: there is no job run {ident} in {api.locality}.")
    changed = run.get("state") not in STOPPED.steady
    if changed and not context.check_mode:
        run = api.item_in(api.act(Request("POST", (ident, "stop"), {}))) or run
        run = wait_steady(api, context, run) if context.params["wait"] else run
    return {"changed": changed, "job_runs": [run]}
