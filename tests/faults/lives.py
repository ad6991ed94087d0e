# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The lives of all managing modules: those of their families' ``CASES``, else the examples of their documentation."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from jinja2.nativetypes import NativeEnvironment

from tests import families
from tests.families.case import Case
from tests.simulator.store import ORGANIZATION
from tests.tools.link_collection import ROOT

PREFIX = "community.scaleway."
PACKAGE = "ansible_collections.community.scaleway.plugins.modules"
NEEDED = {"account_password": "simulator-password", **families.NEEDED}
# What the matrix cannot hold to its rules, and why.
LEFT_OUT = {
    "scaleway_api": "sends what it is told to, and knows of no wanted state",
    "scaleway_bucket": "speaks S3 through boto3, whose retries are its own; the simulator does not speak it",
    "scaleway_k8s_kubeconfig": "manages a file",
    "scaleway_registry_tag": "only deletes what docker pushed; its example deletes what is not there",
    "scaleway_token": "manages a file with a token in it",
}


class Task(NamedTuple):
    """A task; ``phase`` is its name when it is under trial, "" when it only makes what others need."""

    module: str
    options: dict[str, Any]
    phase: str = ""
    register: str = "_"


class Life(NamedTuple):
    module: str
    tasks: list[Task]


def of_case(case: Case) -> Life:
    """Create, change, delete, with others of similar names around."""
    mine, *others = case.who
    before = [Task(name.removeprefix(PREFIX), options) for task in case.before for name, options in task.items()]
    there = [Task(case.module, {**case.options, **other}) for other in others]
    changes = {"create": case.options, "change": case.change, "delete": {"state": "absent"}}
    own = [Task(case.module, {**mine, **options}, phase) for phase, options in changes.items()]
    return Life(case.module, [*before, *there, *own])


def of_examples(module: str) -> Life:
    tasks = []
    found = yaml.safe_load(importlib.import_module(f"{PACKAGE}.{module}").EXAMPLES)
    for number, task in enumerate(found, start=1):
        names = [name.removeprefix(PREFIX) for name in task if name.startswith(PREFIX)]
        if not names or task.get("check_mode"):
            continue
        options = dict(task[PREFIX + names[0]])
        phase = f"example {number}" if names[0] == module else ""
        tasks.append(Task(names[0], options, phase, task.get("register", "_")))
    return Life(module, tasks)


def rendered(value: Any, known: dict[str, Any]) -> Any:
    """Options without templates."""
    if isinstance(value, dict):
        return {name: rendered(item, known) for name, item in value.items()}
    if isinstance(value, list):
        return [rendered(item, known) for item in value]
    return TEMPLATES.from_string(value).render(known) if isinstance(value, str) and "{{" in value else value


def _lookup(name: str, term: str, **_options: Any) -> str:
    """What examples look up."""
    return ORGANIZATION if term == "SCW_DEFAULT_ORGANIZATION_ID" else "correct-Horse-battery-0-staple-X"


def managing() -> Iterator[str]:
    for path in sorted((ROOT / "plugins" / "modules").glob("scaleway_*.py")):
        if not path.stem.endswith(("_info", "_facts")):
            yield path.stem


TEMPLATES = NativeEnvironment()
TEMPLATES.globals["lookup"] = _lookup
_with_case = {case.module for case in families.CASES}
LIVES = [
    *map(of_case, families.CASES),
    *(of_examples(name) for name in managing() if name not in _with_case and name not in LEFT_OUT),
]
