# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The life cycle of a classic token: kept in a file, verified at the API, secret throughout."""

from __future__ import annotations

import base64
import stat
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible

MODULE = "community.scaleway.scaleway_token"
PASSWORD = "pass/word+with?signs"


@pytest.fixture
def simulator_process() -> Any:
    with SimulatorProcess("--password", PASSWORD) as process:
        yield process


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scaleway.token"


def token(kept_in: Path, **options: Any) -> dict[str, Any]:
    return {MODULE: {"path": str(kept_in), "email": "admin@example.com", "password": PASSWORD, **options}}


def known(simulator: SimulatorProcess) -> int:
    """How many tokens there are besides the first one."""
    return len(simulator.state("account.token")) - 1


def test_life_cycle(ansible: Ansible, simulator: SimulatorProcess, path: Path, way: dict[str, Any]) -> None:
    checked = ansible.play([token(path)], "--check", vars=way).last
    assert checked["changed"] is True
    assert (simulator.requests(), path.exists()) == ([], False)

    first, second = ansible.play([token(path), token(path)], "--diff", vars=way).results
    assert (first["changed"], second["changed"]) == (True, False)
    secret = path.read_text().strip()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert first["token"]["id"] == "********" + secret[-4:]
    assert first["token"]["expires"]
    assert first["token_file"] == str(path)
    assert known(simulator) == 1
    assert [method for method, _path in simulator.writes()] == ["POST"]

    simulator.clear_requests()
    gone = token(path, state="absent")
    assert ansible.play([gone], "--check", vars=way).last["changed"] is True
    assert simulator.writes() == []
    assert path.exists()
    first, second = ansible.play([gone, gone], vars=way).results
    assert (first["changed"], second["changed"]) == (True, False)
    assert first["token"] == {}
    assert (known(simulator), path.exists()) == (0, False)


def test_the_new_token_works(ansible: Ansible, simulator: SimulatorProcess, path: Path) -> None:
    ansible.play([token(path)])
    del ansible.environment["SCW_SECRET_KEY"]
    read = {"secret_key": "{{ lookup('ansible.builtin.file', path) }}", "api_generation": "classic", "zone": "par1"}
    done = ansible.play([{"community.scaleway.scaleway_volume_info": read}], vars={"path": str(path)})
    assert done.last["volumes"] == []


def test_an_expired_or_deleted_token_is_replaced(ansible: Ansible, simulator: SimulatorProcess, path: Path) -> None:
    ansible.play([token(path)])
    old = path.read_text()
    simulator.advance(31 * 60)
    assert ansible.play([token(path)], "--check").last["changed"] is True
    assert path.read_text() == old
    assert ansible.play([token(path)]).last["changed"] is True
    assert path.read_text() != old
    assert ansible.play([token(path)]).last["changed"] is False


def test_extension_only_when_less_is_left_than_asked_for(
    ansible: Ansible, simulator: SimulatorProcess, path: Path, way: dict[str, Any]
) -> None:
    ansible.play([token(path)], vars=way)
    simulator.clear_requests()
    assert ansible.play([token(path, valid_for=20)], vars=way).last["changed"] is False
    soon = simulator.state("account.token")[-1]["expires"]
    checked, extended, again = (
        ansible.play([token(path, valid_for=30)], *options, vars=way).last for options in (["--check"], [], [])
    )
    assert [result["changed"] for result in (checked, extended, again)] == [True, True, False]
    assert checked["token"]["expires"] == extended["token"]["expires"] > soon
    assert [method for method, _path in simulator.writes()] == ["PATCH"]


def test_expires_cannot_be_changed_but_replaced(ansible: Ansible, simulator: SimulatorProcess, path: Path) -> None:
    ansible.play([token(path)])
    old = path.read_text()
    result = ansible.module("scaleway_token", token(path, expires=False)[MODULE])
    assert "expires is true and false was asked for" in result["msg"]
    assert path.read_text() == old
    result = ansible.module("scaleway_token", token(path, expires=False, recreate=True)[MODULE])
    assert result["changed"] is True
    assert result["token"]["expires"] is None
    assert path.read_text() != old
    assert known(simulator) == 1


def test_a_file_that_others_can_read_is_closed(ansible: Ansible, path: Path) -> None:
    ansible.play([token(path)])
    path.chmod(0o644)
    assert ansible.play([token(path)]).last["changed"] is True
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_by_id(ansible: Ansible, simulator: SimulatorProcess, path: Path) -> None:
    ansible.play([token(path)])
    secret = path.read_text().strip()
    by_id = {"token_id": secret}
    assert ansible.module("scaleway_token", by_id)["changed"] is False
    assert ansible.module("scaleway_token", {**by_id, "state": "absent"})["changed"] is True
    assert ansible.module("scaleway_token", {**by_id, "state": "absent"})["changed"] is False
    result = ansible.module("scaleway_token", by_id)
    assert "the API does not know this token" in result["msg"]
    assert known(simulator) == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"password": "wrong"}, "email, password: the API refuses them"),
        ({"password": None}, "password must be set to create one"),
        ({"valid_for": 31}, "valid_for: 31 is out of range"),
        ({"path": "/nonexistent/folder/token"}, "/nonexistent/folder/token cannot be written"),
    ],
    ids=repr,
)
def test_bad_input(
    ansible: Ansible, simulator: SimulatorProcess, path: Path, options: dict[str, Any], said: str
) -> None:
    result = ansible.module("scaleway_token", token(path, **options)[MODULE])
    assert said in result["msg"]
    assert known(simulator) == 0
    assert not path.exists()
    assert [found.name for found in path.parent.glob(".scaleway-*")] == []


def test_a_file_of_something_else_is_left_alone(ansible: Ansible, simulator: SimulatorProcess, path: Path) -> None:
    path.write_text("my diary")
    for state in ("present", "absent"):
        result = ansible.module("scaleway_token", token(path, state=state)[MODULE])
        assert "holds something else than a token" in result["msg"]
    assert path.read_text() == "my diary"
    assert simulator.requests() == []


def test_a_lost_answer_is_told(ansible: Ansible, simulator: SimulatorProcess, path: Path) -> None:
    simulator.fault(method="POST", reset="after")
    result = ansible.module("scaleway_token", token(path)[MODULE])
    assert result["failed"]
    assert known(simulator) == 1
    assert len(simulator.writes()) == 1
    assert not path.exists()


def test_info_masks_every_token(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any], path: Path) -> None:
    done = ansible.play([token(path), {"community.scaleway.scaleway_token_info": {}}], "-vvvv", vars=way)
    tokens = done.last["tokens"]
    assert len(tokens) == 2
    assert all(found["id"].startswith("********") for found in tokens)
    assert path.read_text().strip() not in done.output


@pytest.mark.parametrize("state", ["present", "absent"])
def test_neither_password_nor_token_is_ever_shown(
    ansible: Ansible, simulator: SimulatorProcess, path: Path, way: dict[str, Any], state: str
) -> None:
    log = path.parent / "ansible.log"
    ansible.environment["ANSIBLE_LOG_PATH"] = str(log)
    ansible.play([token(path)], vars=way)
    secret = path.read_text().strip()
    simulator.fault(method="GET", path="tokens", status=403, body={"message": f"not for {secret} and {PASSWORD}"})
    for options in ([], ["--check"]):
        done = ansible.play(
            [
                {**token(path, state=state), "ignore_errors": True},
                token(path, state=state, valid_for=30),
                {**token(path, state=state, expires=False), "ignore_errors": True},
            ],
            "-vvvvv",
            "--diff",
            *options,
            vars=way,
        )
        shown = done.output + log.read_text() + str(done.results)
        for hidden in (secret, PASSWORD):
            # The play itself holds the password, and -vvvvv shows the plays that are read.
            for form in spellings(hidden):
                assert form not in shown.replace(playbook_echo(done.output), ""), form


def playbook_echo(output: str) -> str:
    """What Ansible itself prints of the playbook's text when a task fails (its source lines)."""
    return "\n".join(line for line in output.splitlines() if PASSWORD in line and "password:" in line)


def spellings(secret: str) -> set[str]:
    raw = secret.encode()
    return {secret, quote(secret, safe=""), base64.b64encode(raw).decode().rstrip("=")}
