# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""No module shows a secret, in whatever spelling: not in its output, not in a log, not in an error.

Which modules have secrets is said by their own marks: options with ``no_log``, and fields that are ``given_once``.
"""

from __future__ import annotations

import base64
import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import yaml

from tests.families import CASES, SECRETS, TASKS
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import TOKEN
from tests.tools.ansible_process import Ansible, Run, Task
from tests.tools.link_collection import ROOT

PREFIX = "community.scaleway."
PACKAGE = "ansible_collections.community.scaleway.plugins.modules"
MODULES = {
    path.stem: importlib.import_module(f"{PACKAGE}.{path.stem}").MODULE
    for path in sorted((ROOT / "plugins" / "modules").glob("*.py"))
}
SHORTEST = 8  # what is shorter stands everywhere


def marked(spec: dict[str, Any]) -> set[str]:
    """The secret options of a module's own, those of options in options too."""
    found = {name for name, about in spec.items() if about.get("no_log") is True and name != "secret_key"}
    return found.union(*(marked(about["options"]) for about in spec.values() if about.get("options")))


WITH_SECRETS = {name: options for name, module in MODULES.items() if (options := marked(module.argument_spec))}
ONCE = {name: module.resource for name, module in MODULES.items() if module.resource and module.resource.given_once}
ONCE = {name: resource for name, resource in ONCE.items() if not name.endswith("_info")}


def values(options: Any, names: set[str]) -> Iterator[tuple[str, str]]:
    """The secret options that are set, with their values."""
    if isinstance(options, dict):
        for name, value in options.items():
            if name in names and isinstance(value, (str, dict)):
                yield from ((name, text) for text in texts({name: value}) if len(text) >= SHORTEST)
            else:
                yield from values(value, names)
    elif isinstance(options, list):
        for item in options:
            yield from values(item, names)


def forms(secret: str) -> set[str]:
    """The spellings in which a text may hold a secret; of a text of many lines, each long line as well."""
    raw = secret.encode()
    found = {secret, json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], repr(secret)[1:-1]}
    found |= {quote(secret), quote(secret, safe=""), quote_plus(secret)}
    found |= {encode(raw).decode().rstrip("=") for encode in (base64.b64encode, base64.urlsafe_b64encode)}
    found |= {line for line in secret.splitlines() if len(line) > 30 and "-----" not in line}
    return found


def tasks_of(name: str) -> list[Task]:
    """What is known of a module's secrets: its own tasks for this test, its life cycle, and what else is tried with it."""
    module = f"{PREFIX}{name}"
    tasks = list(SECRETS.get(name, []))
    for case in [case for case in CASES if case.module == name]:
        tasks += [*case.before, {module: {**case.who[0], **case.options}}, {module: {**case.who[0], **case.change}}]
    return [*tasks, *({module: options} for options in TASKS[name])]


def creation_of(name: str) -> list[Task]:
    """What the life cycle of a module begins with."""
    case = next((case for case in CASES if case.module == name), None)
    assert case, f"the SECRETS of a family must tell how {name} gives its secret"
    return [*case.before, {f"{PREFIX}{name}": {**case.who[0], **case.options}}]


def texts(value: Any) -> list[str]:
    """All texts in a value."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    return [value] if isinstance(value, str) else []


def hidden(value: Any, secrets: list[str]) -> Any:
    """A task with the names of variables in place of secrets: what a playbook says, Ansible itself may show."""
    if isinstance(value, dict):
        return {key: hidden(item, secrets) for key, item in value.items()}
    if isinstance(value, list):
        return [hidden(item, secrets) for item in value]
    return f"{{{{ hidden_{secrets.index(value)} }}}}" if isinstance(value, str) and value in secrets else value


class Watched:
    """Runs tasks with as much output as there is, a log, and a cache of facts in files."""

    def __init__(self, ansible: Ansible, secrets: list[str]) -> None:
        self.ansible = ansible
        self.secrets = secrets
        self.log = ansible.folder / "ansible.log"
        ansible.environment["ANSIBLE_LOG_PATH"] = str(self.log)
        self.cache = ansible.folder / "cache"
        ansible.environment["ANSIBLE_CACHE_PLUGIN"] = "jsonfile"
        ansible.environment["ANSIBLE_CACHE_PLUGIN_CONNECTION"] = str(self.cache)
        self.known = ansible.folder / "hidden.yml"
        self.known.write_text(yaml.safe_dump({f"hidden_{number}": text for number, text in enumerate(secrets)}))

    def play(self, tasks: list[Task], way: dict[str, Any]) -> Run:
        safe = [hidden({**task, "ignore_errors": True}, self.secrets) for task in tasks]
        return self.ansible.play(safe, "-vvvvv", "--diff", "-e", f"@{self.known}", vars=way)

    def assert_nothing_shown(self, run: Run, secrets: list[str] | None = None) -> None:
        shown = {
            "output": run.output,
            "results": json.dumps(run.results, ensure_ascii=False),
            "log": self.log.read_text(encoding="utf-8"),
            "cache": "".join(path.read_text(encoding="utf-8") for path in self.cache.rglob("*") if path.is_file()),
        }
        for number, secret in enumerate(self.secrets if secrets is None else secrets):
            for form in forms(secret):
                places = [place for place, text in shown.items() if form in text]
                assert not places, f"secret {number} ({form[:4]}…) is in the {' and in the '.join(places)}"


def test_options_that_are_secret(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    tasks: list[tuple[str, Task, list[tuple[str, str]]]] = []
    for name, options in WITH_SECRETS.items():
        tasks += [(name, task, list(values(task.get(f"{PREFIX}{name}"), options))) for task in tasks_of(name)]
    secrets = sorted({value for _name, _task, held in tasks for _option, value in held} | {TOKEN})
    watched = Watched(ansible, secrets)
    run = watched.play([task for _name, task, _held in tasks], way)
    assert len(run.results) == len(tasks), run.output
    taken = {
        (name, option)
        for (name, _task, held), result in zip(tasks, run.results)
        for option, _value in held
        if not result.get("failed")
    }
    # What is missing here is set by no task that works: tell one in the SECRETS of its family.
    assert taken == {(name, option) for name, options in WITH_SECRETS.items() for option in options}
    watched.assert_nothing_shown(run)


def test_errors_that_repeat_secrets(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    """An API that tells in an error what was sent to it."""
    control = {"url": f"{simulator.url}/_simulator/faults", "body_format": "json", "status_code": 204}
    tasks: list[Task] = []
    secrets = [TOKEN]
    for name, options in WITH_SECRETS.items():
        left = set(options)
        for task in tasks_of(name):
            found = list(values(task.get(f"{PREFIX}{name}"), options))
            held = sorted({value for _option, value in found})
            if not left & {option for option, _value in found}:
                continue
            left -= {option for option, _value in found}
            secrets += [value for value in held if value not in secrets]
            told = " ".join(form for value in (TOKEN, *held) for form in sorted(forms(value)))
            details = [{"argument_name": "it", "reason": "constraint", "help_message": told}]
            body = {"type": "invalid_arguments", "message": told, "details": details}
            rule = {"status": 400, "body": body, "times": None}
            (ansible.folder / f"fault-{len(tasks)}.json").write_text(json.dumps(rule))
            at = {**control, "method": "POST", "src": f"fault-{len(tasks)}.json", "body_format": "raw"}
            at["headers"] = {"Content-Type": "application/json"}
            tasks += [
                {"ansible.builtin.uri": {**control, "method": "DELETE"}},
                {"ansible.builtin.uri": at, "no_log": True},
                task,
            ]
    watched = Watched(ansible, secrets)
    run = watched.play(tasks, way)
    assert len(run.results) == len(tasks), run.output
    assert all(not result.get("failed") for result in run.results[1::3]), run.output
    refused = [result for result in run.results[2::3] if result.get("error", {}).get("status") == 400]
    assert len(refused) >= len(WITH_SECRETS)
    assert all("********" in result["msg"] for result in refused)
    watched.assert_nothing_shown(run)


def test_secrets_that_are_given_once(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    """They are in the result, for whoever needs them; ``no_log``, as the documentation says, keeps them out of all else."""
    assert ONCE
    tasks: list[Task] = []
    kept: list[Path] = []
    for name, resource in ONCE.items():
        *before, making = SECRETS.get(name) or creation_of(name)
        tasks += [*before, {**making, "no_log": True, "register": "made"}]
        for field in resource.given_once:
            kept.append(ansible.folder / f"{name}.{field}")
            copied = {"content": f"{{{{ made.{resource.one}.{field} | to_json }}}}", "dest": str(kept[-1])}
            tasks.append({"ansible.builtin.copy": copied, "no_log": True, "diff": False})
        tasks.append(making)
    watched = Watched(ansible, [TOKEN])
    run = watched.play(tasks, way)
    assert not any(result.get("failed") for result in run.results), run.output
    given = [text for path in kept for text in texts(json.loads(path.read_text()))]
    assert len(given) >= len(kept)
    assert all(len(text) >= SHORTEST for text in given)
    watched.assert_nothing_shown(run, [TOKEN, *given])
