# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which token and which place a task uses, and what it says when they are wrong. Nothing is sent before that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT, TOKEN
from tests.tools.ansible_process import Ansible

WRONG = "66666666-6666-4666-8666-666666666666"


def config(ansible: Ansible, text: str) -> Path:
    path = ansible.folder / ".config" / "scw" / "config.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o600)
    return path


def test_no_token_names_what_would_set_it(ansible: Ansible, simulator: SimulatorProcess, in_process: bool) -> None:
    del ansible.environment["SCW_SECRET_KEY"]
    result = ansible.module("scaleway_volume", {"name": "data"}, in_process=in_process)
    for named in ("secret_key", "SCW_SECRET_KEY", "SCW_TOKEN", "SCW_CONFIG_PATH"):
        assert named in result["msg"]
    assert simulator.requests() == []


def test_a_wrong_token_is_told_by_its_source_not_its_value(ansible: Ansible, in_process: bool) -> None:
    ansible.environment["SCW_SECRET_KEY"] = WRONG
    result = ansible.module("scaleway_volume", {"name": "data"}, "-vvvv", in_process=in_process)
    assert "the environment variable SCW_SECRET_KEY" in result["msg"]
    assert result["error"]["status"] == 401
    result = ansible.module("scaleway_volume", {"name": "data", "secret_key": WRONG}, in_process=in_process)
    assert "the option secret_key" in result["msg"]
    del ansible.environment["SCW_SECRET_KEY"]
    ansible.environment["SCW_API_TOKEN"] = WRONG
    result = ansible.module("scaleway_volume", {"name": "data"}, in_process=in_process)
    assert "SCW_API_TOKEN" in result["msg"]
    del ansible.environment["SCW_API_TOKEN"]
    path = config(ansible, f"profiles: {{prod: {{secret_key: {WRONG}}}}}\nactive_profile: prod\n")
    result = ansible.module("scaleway_volume", {"name": "data"}, in_process=in_process)
    assert f"secret_key of the profile prod in {path}" in result["msg"]
    assert WRONG not in str(result)


def test_profiles(ansible: Ansible, simulator: SimulatorProcess, in_process: bool) -> None:
    for variable in ("SCW_SECRET_KEY", "SCW_DEFAULT_PROJECT_ID", "SCW_DEFAULT_ZONE"):
        del ansible.environment[variable]
    config(
        ansible,
        f"secret_key: {WRONG}\n"
        "profiles:\n"
        f"  prod: {{secret_key: {TOKEN}, default_project_id: {PROJECT}, default_zone: nl-ams-1}}\n"
        f"  test: {{secret_key: {WRONG}}}\n"
        "active_profile: test\n",
    )
    wanted = {"name": "data", "size": "20GB"}
    assert "profile test" in ansible.module("scaleway_volume", wanted, in_process=in_process)["msg"]
    made = ansible.module("scaleway_volume", {**wanted, "profile": "prod"}, in_process=in_process)
    assert made["volume"]["zone"] == "nl-ams-1"
    ansible.environment["SCW_PROFILE"] = "prod"
    assert ansible.module("scaleway_volume", wanted, in_process=in_process)["changed"] is False
    ansible.environment["SCW_SECRET_KEY"] = WRONG
    result = ansible.module("scaleway_volume", wanted, in_process=in_process)
    assert "the environment variable SCW_SECRET_KEY" in result["msg"]
    assert ansible.module("scaleway_volume", {**wanted, "profile": "prod"}, in_process=in_process)["changed"] is False


def test_an_account_is_never_mixed(ansible: Ansible, simulator: SimulatorProcess) -> None:
    result = ansible.module("scaleway_volume", {"name": "data", "size": "20GB", "secret_key": TOKEN})
    assert "project must be set" in result["msg"]
    assert "SCW_DEFAULT_PROJECT_ID" in result["msg"]
    assert "is not used, because the token comes from the option secret_key" in result["msg"]
    assert simulator.writes() == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"zone": "paris"}, "zone: 'paris' is no zone"),
        ({"zone": "fr-par"}, "fr-par is a region, its first zone is fr-par-1"),
        ({"zone": "../v2"}, "zone: '../v2' is no zone"),
        ({"size": "20XB"}, "size: '20XB' is no size. Give bytes, or a number with its unit: 20GB or 20GiB"),
        ({"size": "-1"}, "size: '-1' is no size"),
        ({"size": "0"}, "size: '0' is no size"),
        ({"id": "data"}, "id: 'data' is no UUID"),
        ({"organization": "mine"}, "organization: 'mine' is no UUID"),
        ({"profile": "nowhere"}, "profile: 'nowhere', asked for by the option profile, cannot be found"),
        ({"api_url": "http://api.example.com"}, "would send the token unencrypted"),
        ({"api_url": "https://user:pass@api.example.com"}, "holds a user name or a password"),
        ({"api_url": "ftp://api.example.com"}, "is no URL"),
        ({"api_timeout": -1}, "api_timeout: -1 is no time"),
        ({"secret_key": "with space"}, "secret_key holds characters that no token has"),
        ({"name": None}, "name must be set, or id"),
    ],
    ids=repr,
)
def test_bad_input_is_told_before_any_request(
    ansible: Ansible, simulator: SimulatorProcess, options: dict[str, Any], said: str, in_process: bool
) -> None:
    result = ansible.module("scaleway_volume", {"name": "data", "size": "20GB", **options}, in_process=in_process)
    assert result["failed"]
    assert said in result["msg"]
    assert simulator.requests() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"secret_key: {TOKEN}\nprofiles: [\n", "no YAML, line 3"),
        (f"secret_key: {TOKEN}\n- broken: {TOKEN}\n", "no YAML, line 2"),
        ("- a\n- list\n", "must map settings to values"),
        ("profiles: 3\n", "profiles must map names to settings"),
        ("profiles: {prod: 3}\nactive_profile: prod\n", "the profile prod must map"),
        ("profiles: {prod: {}, dev: {}}\nactive_profile: lost\n", "The profiles there are: dev, prod"),
        (f"secret_key: {TOKEN}\ndefault_zone: 3\n", "zone (from default_zone in"),
    ],
    ids=["open list", "mixed", "list", "profiles", "profile", "unknown profile", "type"],
)
def test_a_bad_configuration_file_is_told(ansible: Ansible, simulator: SimulatorProcess, text: str, said: str) -> None:
    for variable in ("SCW_SECRET_KEY", "SCW_DEFAULT_ZONE"):
        del ansible.environment[variable]
    path = config(ansible, text)
    result = ansible.module("scaleway_volume", {"name": "data", "size": "20GB"})
    assert said in result["msg"]
    assert str(path) in result["msg"]
    assert TOKEN not in str(result)
    assert simulator.requests() == []


def test_what_weakens_safety_warns(ansible: Ansible) -> None:
    config(ansible, "default_zone: fr-par-1\n").chmod(0o644)
    result = ansible.module("scaleway_volume_info", {"validate_certs": False})
    assert [warning.split(" (")[0].split(" /")[0] for warning in result["warnings"]] == [
        "The configuration file",
        "Certificates are not checked",
    ]
