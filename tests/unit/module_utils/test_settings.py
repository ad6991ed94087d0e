# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput
from ansible_collections.community.scaleway.plugins.module_utils._settings import resolve

A, B, C, D = (f"{digit * 8}-{digit * 4}-4{digit * 3}-8{digit * 3}-{digit * 12}" for digit in "abcd")
NOWHERE = {"HOME": "/nonexistent"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / ".config" / "scw").mkdir(parents=True)
    return tmp_path


def write(home: Path, text: str, mode: int = 0o600) -> dict[str, str]:
    path = home / ".config" / "scw" / "config.yaml"
    path.write_text(text)
    path.chmod(mode)
    return {"HOME": str(home)}


def token(options: dict[str, Any], environment: dict[str, str]) -> str:
    return resolve(options, environment).secret_key.reveal()


def test_order_of_sources(home: Path) -> None:
    environment = write(home, f"secret_key: {D}\nprofiles: {{p: {{secret_key: {C}}}}}\n")
    assert token({}, environment) == D
    assert token({}, {**environment, "SCW_PROFILE": "p"}) == C
    assert token({}, {**environment, "SCW_PROFILE": "p", "SCW_SECRET_KEY": B}) == B
    assert token({"secret_key": A}, {**environment, "SCW_SECRET_KEY": B}) == A
    # Who names a profile for a task wants its account.
    assert token({"profile": "p"}, {**environment, "SCW_SECRET_KEY": B}) == C
    assert token({"profile": "p", "secret_key": A}, environment) == A


def test_active_profile_and_default(home: Path) -> None:
    environment = write(home, f"secret_key: {D}\nactive_profile: p\nprofiles: {{p: {{secret_key: {C}}}}}\n")
    assert token({}, environment) == C
    assert token({"profile": "default"}, environment) == D


def test_older_variables_and_empty_ones() -> None:
    variables = ["SCW_SECRET_KEY", "SCW_TOKEN", "SCW_API_KEY", "SCW_OAUTH_TOKEN", "SCW_API_TOKEN"]
    for number, variable in enumerate(variables):
        stronger = dict.fromkeys(variables[:number], "")
        weaker = dict.fromkeys(variables[number + 1 :], B)
        settings = resolve({}, {**NOWHERE, **stronger, variable: A, **weaker})
        assert settings.secret_key.reveal() == A
        assert settings.sources["secret_key"] == f"the environment variable {variable}"


def test_an_account_is_not_mixed(home: Path) -> None:
    environment = write(home, f"access_key: SCWFILE\nsecret_key: {D}\ndefault_project_id: {C}\n")
    settings = resolve({}, environment)
    assert (settings.access_key, settings.project) == ("SCWFILE", C)
    settings = resolve({"secret_key": A}, {**environment, "SCW_DEFAULT_PROJECT_ID": B, "SCW_ACCESS_KEY": "SCWENV"})
    assert (settings.access_key, settings.project) == ("", "")
    assert settings.unused["project"] == "the environment variable SCW_DEFAULT_PROJECT_ID"
    assert settings.unused["access_key"] == "the environment variable SCW_ACCESS_KEY"
    # A half of another key is passed over, and the right one found behind it.
    settings = resolve({}, {**environment, "SCW_ACCESS_KEY": "SCWENV"})
    assert (settings.access_key, settings.unused["access_key"]) == (
        "SCWFILE",
        "the environment variable SCW_ACCESS_KEY",
    )
    # A stronger source may say more of the account than where its token is.
    assert resolve({"project": B}, environment).project == B


def test_the_halves_of_a_key_stand_together(home: Path) -> None:
    environment = write(home, f"access_key: SCWROOT\nsecret_key: {D}\nprofiles: {{p: {{secret_key: {C}}}}}\n")
    assert resolve({"profile": "p"}, environment).access_key == ""
    # What else stands outside of the profile is there for it all the same.
    write(home, f"access_key: SCWROOT\ndefault_zone: nl-ams-2\nprofiles: {{p: {{secret_key: {C}}}}}\n")
    settings = resolve({"profile": "p"}, environment)
    assert (settings.access_key, settings.zone) == ("", "nl-ams-2")


def test_where_the_file_is(tmp_path: Path) -> None:
    for name, environment in {
        "direct.yaml": {"SCW_CONFIG_PATH": str(tmp_path / "direct.yaml"), "XDG_CONFIG_HOME": "/nonexistent"},
        "scw/config.yaml": {"XDG_CONFIG_HOME": str(tmp_path), "HOME": "/nonexistent"},
        ".config/scw/config.yml": {"HOME": str(tmp_path)},
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"secret_key: {A}\n")
        assert token({}, environment) == A
        path.unlink()
    with pytest.raises(InvalidInput, match="does not exist"):
        resolve({}, {"SCW_CONFIG_PATH": str(tmp_path / "lost.yaml")})


def test_a_changed_file_is_noticed(home: Path) -> None:
    environment = write(home, f"secret_key: {A}\n")
    assert token({}, environment) == A
    write(home, f"secret_key: {B}\n\n")
    assert token({}, environment) == B


def test_where_object_storage_is(home: Path) -> None:
    assert resolve({}, NOWHERE).s3_url == "https://s3.{region}.scw.cloud"
    environment = write(home, f"secret_key: {A}\ns3_endpoint: https://file.example.com/\n")
    assert resolve({}, environment).s3_url == "https://file.example.com"
    variable = {**environment, "SCW_S3_ENDPOINT": "https://variable.example.com"}
    assert resolve({}, variable).s3_url == "https://variable.example.com"
    assert resolve({"s3_url": "https://option.example.com"}, variable).s3_url == "https://option.example.com"
    with pytest.raises(InvalidInput, match="s3_url"):
        resolve({"s3_url": "http://192.0.2.1"}, NOWHERE)


def test_unknown_profiles(home: Path) -> None:
    environment = write(home, "profiles: {dev: {}, prod: {}}\n")
    with pytest.raises(InvalidInput, match=r"'live', asked for by the option profile.*are: dev, prod"):
        resolve({"profile": "live"}, environment)
    with pytest.raises(InvalidInput, match="environment variable SCW_PROFILE"):
        resolve({}, {**environment, "SCW_PROFILE": "live"})
    with pytest.raises(InvalidInput, match="there is no configuration file"):
        resolve({"profile": "live"}, NOWHERE)


@pytest.mark.parametrize("text", [f"secret_key: {A}\n  bad: {A}\n", f"key: '{A}\n", f"\x00{A}", f"a: {A}\n\tb: {A}\n"])
def test_a_broken_file_does_not_show_its_contents(home: Path, text: str) -> None:
    with pytest.raises(InvalidInput, match="is no YAML") as caught:
        resolve({}, write(home, text))
    assert A not in str(caught.value)


def test_a_file_that_others_can_read_warns(home: Path) -> None:
    assert resolve({}, write(home, "default_zone: fr-par-2\n", 0o640)).warnings
    assert not resolve({}, write(home, "default_zone: fr-par-2\n", 0o600)).warnings


@pytest.mark.parametrize(
    ("options", "environment", "zone", "region"),
    [
        ({}, {}, "fr-par-1", "fr-par"),
        ({}, {"SCW_DEFAULT_ZONE": "nl-ams-2"}, "nl-ams-2", "nl-ams"),
        ({}, {"SCW_DEFAULT_REGION": "pl-waw"}, "fr-par-1", "pl-waw"),
        ({"zone": "EMEA-NL-EVS"}, {"SCW_DEFAULT_REGION": "pl-waw"}, "nl-ams-1", "nl-ams"),
        ({"region": "par2"}, {}, "fr-par-2", "fr-par"),
        ({"region": "EMEA-PL-WAW1"}, {"SCW_DEFAULT_ZONE": "nl-ams-2"}, "pl-waw-1", "pl-waw"),
        ({"region": "it-mil"}, {}, "it-mil-1", "it-mil"),
        ({"region": "fr-par"}, {"SCW_DEFAULT_ZONE": "fr-par-3"}, "fr-par-3", "fr-par"),
        ({"region": "nl-ams", "zone": "fr-par-2"}, {}, "fr-par-2", "nl-ams"),
    ],
)
def test_places(options: dict[str, str], environment: dict[str, str], zone: str, region: str) -> None:
    settings = resolve(options, {**NOWHERE, **environment})
    assert (settings.zone, settings.region) == (zone, region)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"api_url": "http://api.scaleway.com"}, "would send the token unencrypted"),
        ({"compute_url": "http://cp-{region}.scaleway.com"}, "compute_url"),
        ({"account_url": "http://192.0.2.1"}, "account_url"),
        ({"api_url": "api.scaleway.com"}, "is no URL"),
        ({"api_url": "https://"}, "is no URL"),
        ({"api_url": "https://me:secret@api.scaleway.com"}, "user name or a password"),
        ({"api_url": "https://@api.scaleway.com"}, "user name or a password"),
        ({"api_url": "https://api.scaleway.com?x=1"}, "no query"),
        ({"api_url": "https://api.scaleway.com?"}, "no query"),
        ({"api_url": "https://api.scaleway.com#"}, "no query"),
        ({"api_generation": "modern"}, "neither current nor classic"),
        ({"project": "mine"}, "project: 'mine' is no UUID"),
        ({"organization": A + "0"}, "organization"),
        ({"api_timeout": 0}, "api_timeout: 0 is no time"),
        ({"api_timeout": float("nan")}, "api_timeout: nan is no time"),
        ({"api_timeout": float("inf")}, "api_timeout: inf is no time"),
        ({"api_timeout": 1e300}, "is no time"),
        ({"retry_timeout": -1}, "retry_timeout: -1 is no time"),
        ({"retry_timeout": float("nan")}, "retry_timeout: nan is no time"),
        ({"retry_timeout": float("inf")}, "retry_timeout: inf is no time"),
        ({"secret_key": "two words"}, "characters that no token has"),
        ({"secret_key": "new\nline"}, "characters that no token has"),
        ({"zone": "nowhere"}, "zone: 'nowhere' is no zone"),
        ({"region": "nowhere"}, "region: 'nowhere' is no region"),
    ],
)
def test_bad_settings(options: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        resolve(options, NOWHERE)
    assert said in str(caught.value)
    assert "secret@" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8900", "http://localhost", "http://[::1]:80", "https://proxy.example/x/"]
)
def test_good_addresses(url: str) -> None:
    assert resolve({"api_url": url}, NOWHERE).api_url == url.rstrip("/")


def test_what_weakens_safety_works_as_asked_and_warns() -> None:
    settings = resolve({"api_url": "http://api.example.com", "allow_http": True, "validate_certs": False}, NOWHERE)
    assert settings.api_url == "http://api.example.com"
    assert settings.validate_certs is False
    assert len(settings.warnings) == 2
    assert resolve({}, {**NOWHERE, "SCW_INSECURE": "true"}).validate_certs is False
    assert resolve({"validate_certs": True}, {**NOWHERE, "SCW_INSECURE": "1"}).validate_certs is True
    with pytest.raises(InvalidInput, match="SCW_INSECURE"):
        resolve({}, {**NOWHERE, "SCW_INSECURE": "perhaps"})


def test_the_environment_of_the_process_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setitem(os.environ, "SCW_SECRET_KEY", A)
    assert resolve({}).secret_key.reveal() == A


@pytest.mark.parametrize(
    "text",
    [
        "default_zone: 2024-13-45\n",
        "secret_key: 0x_\n",
        f"a: !!float {A}\n",
        f"a: !!bool {A}\n",
        f"secret_key: *{A}\n",
        f"secret_key: !{A} x\n",
        "a: " + "[" * 5000,
        b"a: \xff\n",
    ],
    ids=["date", "number", "float", "bool", "alias", "tag", "nesting", "encoding"],
)
def test_values_that_the_parser_trips_over_are_told_without_them(home: Path, text: str | bytes) -> None:
    environment = write(home, "")
    (home / ".config" / "scw" / "config.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InvalidInput, match="is no YAML") as caught:
        resolve({}, environment)
    assert A not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("active_profile: [a]\n", "active_profile must be the name of a profile, not list"),
        ("active_profile: 3\n", "active_profile must be the name of a profile, not int"),
        ("profiles: [a]\n", "profiles must map names"),
        ("profiles: {default: 3}\n", "the profile default must map settings"),
        ("- a\n", "must map settings to values"),
        ("secret_key: 12\n", "must be a string, not int"),
        ("insecure: perhaps\n", "'perhaps' is neither true nor false"),
    ],
)
def test_wrong_types_in_the_file_are_told(home: Path, text: str, said: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        resolve({}, write(home, text))
    assert said in str(caught.value)
