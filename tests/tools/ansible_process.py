# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Running Ansible's commands as processes, as users do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN
from tests.tools.link_collection import COLLECTIONS

BIN = Path(sys.executable).parent
CALLBACKS = Path(__file__).resolve().parent / "callbacks"
Task = dict[str, Any]


class Run(NamedTuple):
    """What a playbook did: ``results`` holds each task's result in order, those of a loop within one result; ``requests``
    says how many requests the simulator had logged when each of them was there, ``plays`` the names of their plays."""

    returncode: int
    output: str
    results: list[dict[str, Any]]
    requests: list[int]
    plays: list[str]

    @property
    def last(self) -> dict[str, Any]:
        return self.results[-1]


class Listed(NamedTuple):
    """What one run of ansible-inventory printed, and the requests that came of it."""

    returncode: int
    stdout: str
    stderr: str
    requests: list[dict[str, Any]]

    @property
    def groups(self) -> dict[str, Any]:
        """The inventory as ``--list`` prints it."""
        assert self.returncode == 0, self.stderr
        listed: dict[str, Any] = plain(json.loads(self.stdout))
        return listed

    @property
    def hosts(self) -> dict[str, dict[str, Any]]:
        """The variables of each host of the group scaleway."""
        groups = self.groups
        names = groups.get("scaleway", {}).get("hosts", [])
        return {name: groups["_meta"]["hostvars"].get(name, {}) for name in names}

    @property
    def told(self) -> str:
        """What was printed beside the inventory, in one line: releases of ansible-core fold it differently, some at hyphens."""
        return " ".join(self.stderr.replace("-\n", "-").split())


class Ansible:
    """Runs commands in ``folder``, which is their home, too. ``environment`` may be changed by a test."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url
        self.environment = {
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
            "ANSIBLE_COLLECTIONS_PATH": str(COLLECTIONS),
            "ANSIBLE_HOME": str(folder / ".ansible"),
            "ANSIBLE_ASYNC_DIR": str(folder / ".ansible_async"),
            "ANSIBLE_LOCALHOST_WARNING": "false",
            "ANSIBLE_INVENTORY_UNPARSED_WARNING": "false",
            "ANSIBLE_NOCOLOR": "true",
            "ANSIBLE_PYTHON_INTERPRETER": sys.executable,
            "SCW_SECRET_KEY": TOKEN,
            "SCW_DEFAULT_PROJECT_ID": PROJECT,
            "SCW_DEFAULT_ORGANIZATION_ID": ORGANIZATION,
            "SCW_DEFAULT_ZONE": "fr-par-1",
            "SCW_API_URL": url,
            "SCW_COMPUTE_URL": f"{url}/cp-{{region}}",
            "SCW_ACCOUNT_URL": f"{url}/account",
            **{name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")},
        }

    def run(self, command: str, *arguments: str, check: bool = False) -> subprocess.CompletedProcess[str]:
        """Run one of Ansible's commands and keep what it prints, on both channels."""
        done = subprocess.run(
            [str(BIN / command), *arguments],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if check and done.returncode:
            raise AssertionError(f"{command} failed:\n{done.stdout}\n{done.stderr}")
        return done

    def play(self, tasks: list[Task], *options: str, **play: Any) -> Run:
        """Run tasks on localhost. ``play`` holds further keywords of the play."""
        whole = [{"hosts": "localhost", "gather_facts": False, **play, "tasks": tasks}]
        return self.playbook(yaml.safe_dump(whole, sort_keys=False), *options)

    def playbook(self, text: str, *options: str) -> Run:
        """Run a playbook given as a text; its tasks' results come through a callback, the output stays as users see it."""
        book, log = self.written(text)
        done = self.run("ansible-playbook", str(book), *options)
        told = results_of(log)
        results, requests, plays = ([entry[key] for entry in told] for key in ("result", "requests", "play"))
        return Run(done.returncode, done.stdout + done.stderr, results, requests, plays)

    def written(self, text: str) -> tuple[Path, Path]:
        """Write a playbook, and see to it that its tasks' results are logged: both files."""
        book = self.folder / "playbook.yml"
        book.write_text(text, encoding="utf-8")
        log = self.folder / "results.jsonl"
        log.unlink(missing_ok=True)
        self.environment.update(
            ANSIBLE_CALLBACK_PLUGINS=str(CALLBACKS),
            ANSIBLE_CALLBACKS_ENABLED="results_log",
            RESULTS_LOG=str(log),
            SIMULATOR=self.url,
        )
        return book, log

    def module(self, name: str, options: Task, *flags: str, in_process: bool = True) -> dict[str, Any]:
        """The result of one task, run in process or as a module."""
        task = {f"community.scaleway.{name}": options, "ignore_errors": True}
        run = self.play([task], "-e", f"scaleway_in_process={str(in_process).lower()}", *flags)
        assert run.results, run.output
        return run.last

    def inventory(self, text: str, *options: str, name: str = "test.scaleway.yml") -> subprocess.CompletedProcess[str]:
        """Run ansible-inventory on a file with this text."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return self.run("ansible-inventory", "-i", str(path), *(options or ("--list",)))

    def inventories(self, files: dict[str, str], *options: str, **environment: str) -> dict[str, Listed]:
        """Run ``ansible-inventory --list`` on a file with each of these texts; the keys name the answers."""
        wanted = []
        for number, text in enumerate(files.values()):
            path = self.folder / f"{number}.scaleway.yml"
            path.write_text(text, encoding="utf-8")
            arguments = ["-i", str(path), *(options or ("--list",))]
            wanted.append({"arguments": arguments, "environment": environment})
        done = subprocess.run(
            [sys.executable, str(Path(__file__).parent / "many_inventories.py")],
            cwd=self.folder,
            env=self.environment,
            input=json.dumps(wanted),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if done.returncode:
            raise AssertionError(done.stderr)
        return {name: Listed(**one) for name, one in zip(files, json.loads(done.stdout))}

    def hosts(self, text: str, *options: str) -> dict[str, Any]:
        """The inventory as ``--list`` prints it."""
        done = self.inventory(text, "--list", *options)
        assert done.returncode == 0, done.stderr
        listed: dict[str, Any] = plain(json.loads(done.stdout))
        return listed


def results_of(log: Path) -> list[dict[str, Any]]:
    """What was logged of each task that has ended."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return [json.loads(line) for line in lines]


def plain(value: Any) -> Any:
    """Without the mark that ansible-inventory puts on texts that are no templates."""
    if isinstance(value, dict):
        return (
            value["__ansible_unsafe"] if set(value) == {"__ansible_unsafe"} else {k: plain(v) for k, v in value.items()}
        )
    return [plain(item) for item in value] if isinstance(value, list) else value
