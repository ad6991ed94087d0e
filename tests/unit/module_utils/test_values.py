# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sizes, places, addresses and secrets."""

from __future__ import annotations

import base64
import pickle
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput, ScalewayError
from ansible_collections.community.scaleway.plugins.module_utils._locality import (
    classic_region,
    region_named,
    region_of,
    zone_named,
)
from ansible_collections.community.scaleway.plugins.module_utils._module import Module, execute
from ansible_collections.community.scaleway.plugins.module_utils._redact import MASK, Redactor, Secret
from ansible_collections.community.scaleway.plugins.module_utils._urls import path_of, same_origin, without_credentials
from ansible_collections.community.scaleway.plugins.module_utils._values import (
    in_words,
    milliseconds,
    seconds_text,
    size_in_bytes,
    texts_of,
    what_was_set,
)
from ansible_collections.community.scaleway.plugins.module_utils._wait import Patience, wait_until


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("20GB", 20 * 10**9),
        ("20GiB", 20 * 2**30),
        ("20 gb", 20 * 10**9),
        (20_000_000_000, 20 * 10**9),
        ("20000000000", 20 * 10**9),
        ("1.5TB", 1_500_000_000_000),
        ("1TiB", 2**40),
        ("512MiB", 2**29),
        ("1kb", 1000),
        ("7B", 7),
    ],
)
def test_sizes(text: Any, size: int) -> None:
    assert size_in_bytes(text, "size") == size


@pytest.mark.parametrize(
    "text", ["20G", "20XB", "GB", "", "-1", "-20GB", "0", "0GB", "1.5", "0.1B", "1e9", "20GB20", "٣GB"]
)
def test_no_sizes(text: str) -> None:
    with pytest.raises(InvalidInput, match=r"size: .*is no size"):
        size_in_bytes(text, "size")


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("fr-par-1", "fr-par-1"),
        ("FR-PAR-2", "fr-par-2"),
        ("par1", "fr-par-1"),
        ("ams3", "nl-ams-3"),
        ("waw2", "pl-waw-2"),
        ("EMEA-FR-PAR1", "fr-par-1"),
        ("EMEA-FR-PAR2", "fr-par-2"),
        ("EMEA-NL-EVS", "nl-ams-1"),
        ("EMEA-PL-WAW1", "pl-waw-1"),
        ("xy-new-7", "xy-new-7"),
    ],
)
def test_zones(name: str, zone: str) -> None:
    assert zone_named(name) == zone
    assert region_named(name) == region_of(zone)


@pytest.mark.parametrize(
    "name", ["", "fr-par", "par", "par0", "fr-par-0", "fr_par_1", "fr-par-1/x", "mars1", "..", "fr-par-1\n-"]
)
def test_no_zones(name: str) -> None:
    with pytest.raises(InvalidInput, match="is no zone"):
        zone_named(name)


def test_classic_names() -> None:
    assert [classic_region(zone) for zone in ("fr-par-1", "nl-ams-1")] == ["par1", "ams1"]


@given(st.text(min_size=1))
def test_a_part_of_a_path_never_leads_elsewhere(part: str) -> None:
    if part in (".", ".."):
        with pytest.raises(InvalidInput):
            path_of(part)
    else:
        try:
            encoded = path_of(part)
        except UnicodeEncodeError:
            return  # half a character is no text
        assert not set("/?#\\ \n\r") & set(encoded)


@given(
    st.sampled_from(["http", "https", "HTTPS", "ftp", "javascript", ""]),
    st.sampled_from(["", "user@", "user:pw@", "api.example.com@"]),
    st.sampled_from(["api.example.com", "API.example.COM", "evil.example", "api.example.com.evil.example", "[::1]"]),
    st.sampled_from(["", ":443", ":80", ":8443", ":0", ":99999", ":x"]),
    st.sampled_from(
        ["", "/", "/path", "//api.example.com", "/@api.example.com", "?@api.example.com", "\\@api.example.com"]
    ),
)
def test_only_the_same_scheme_host_and_port_are_one_origin(
    scheme: str, user: str, host: str, port: str, path: str
) -> None:
    url = f"{scheme}://{user}{host}{port}{path}"
    expected = scheme.lower() == "https" and host.lower() == "api.example.com" and port in ("", ":443")
    expected = expected and not path.startswith("\\")
    assert same_origin("https://api.example.com/x", url) is expected


def test_shown_addresses_have_no_credentials() -> None:
    assert without_credentials("https://me:pw@h.example:1/x?token=1#f") == "https://h.example:1/x"
    assert without_credentials("https://[::1]:1/x") == "https://[::1]:1/x"


@pytest.mark.parametrize("secret", ["11111111-1111-4111-8111-111111111111", 'pä/ss"word+ &\\', "a" * 200])
def test_every_spelling_of_a_secret_is_masked(secret: str) -> None:
    raw = secret.encode()
    text = " ".join(
        [
            secret,
            quote(secret),
            quote(secret, safe=""),
            base64.b64encode(raw).decode(),
            base64.urlsafe_b64encode(raw).decode(),
        ]
    )
    redactor = Redactor([secret])
    masked = redactor.text(text)
    assert set(masked.replace("=", "").split()) == {MASK}
    assert redactor.data({"a": [secret, {secret: 1}], "b": 2}) == {"a": [MASK, {MASK: 1}], "b": 2}


def test_nothing_is_masked_without_secrets() -> None:
    assert Redactor(["", "abc"]).data({"a": "abc"}) == {"a": "abc"}


def test_a_secret_shows_itself_to_nobody() -> None:
    secret = Secret("hunter2!")
    assert "hunter2!" not in f"{secret} {secret!r} {[secret]}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    assert secret == Secret("hunter2!")
    assert secret != Secret("other")


def test_a_result_is_masked_and_warnings_come_once() -> None:
    key = "66666666-6666-4666-8666-666666666666"

    def act(client: Any, context: Context) -> dict[str, Any]:
        context.warn(f"mind {key}")
        context.warn(f"mind {key}")
        raise ScalewayError(f"failed with {base64.b64encode(key.encode()).decode()}", thing={"id": key})

    context = Context({"secret_key": key}, environment={"HOME": "/nonexistent"})
    result = execute(Module({}, act), context, diff=False)
    assert result == {
        "failed": True,
        "msg": f"failed with {MASK}",
        "error": {"type": "scaleway_error"},
        "thing": {"id": MASK},
        "warnings": [f"mind {MASK}"],
    }


def test_diff_is_only_there_when_asked_for() -> None:
    module = Module({}, lambda client, context: {"changed": False, "diff": {}})
    context = Context({}, environment={"HOME": "/nonexistent"})
    assert "diff" not in execute(module, context, diff=False)
    assert "diff" in execute(module, context, diff=True)


def test_progress_is_calm() -> None:
    now = [0.0]
    told: list[str] = []
    states = iter(["creating"] * 40 + ["starting"] * 3 + ["ready"])

    def sleep(seconds: float) -> None:
        now[0] += seconds

    wait_until(
        lambda: next(states),
        lambda state: state == "ready",
        lambda state: state,
        "server web",
        Patience(3600, 2, longest=5, sleep=sleep, now=lambda: now[0]),
        told.append,
    )
    assert told[0] == "Waiting for server web: creating, 5 s"
    assert len(told) <= now[0] / 30 + 3
    assert any("starting" in line for line in told)


def test_a_short_wait_says_nothing() -> None:
    told: list[str] = []
    states = iter(["creating", "ready"])
    wait_until(
        lambda: next(states),
        lambda state: state == "ready",
        lambda state: state,
        "server web",
        Patience(60, 1, sleep=lambda seconds: None, now=iter(range(100)).__next__),
        told.append,
    )
    assert told == []


@pytest.mark.parametrize(("value", "wanted"), [("5s", 5000), ("250ms", 250), (30, 30), ("1.5s", 1500), ("2m", 120_000)])
def test_durations_in_milliseconds(value: Any, wanted: int) -> None:
    assert milliseconds(value, "wait") == wanted


def test_durations_as_text() -> None:
    assert [seconds_text(value, "wait") for value in ("0s", "4s", "500ms", "1.05s")] == ["0s", "4s", "0.500s", "1.050s"]
    with pytest.raises(InvalidInput, match="wait: 'soon' is no duration"):
        seconds_text("soon", "wait")


def test_what_was_not_set_of_a_dict_is_left_out() -> None:
    assert what_was_set({"a": None, "b": {"c": None, "d": 0}, "e": []}) == {"b": {"d": 0}, "e": []}


def test_environment_variables_are_texts() -> None:
    given = {"A": "x", "B": 1, "C": True, "D": None}
    assert texts_of(given, "environment_variables") == {"A": "x", "B": "1", "C": "true", "D": ""}
    with pytest.raises(InvalidInput, match=r"environment_variables\.LIST is no text"):
        texts_of({"LIST": ["a"]}, "environment_variables")


def test_names_in_a_sentence() -> None:
    names = ["one", "two", "three"]
    assert [in_words(names[:count]) for count in (1, 2, 3)] == ["one", "one and two", "one, two and three"]
