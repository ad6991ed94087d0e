# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Schedules, and archives of code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ansible_collections.community.scaleway.plugins.module_utils._cron import cron, same_schedule, scheduled
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput
from ansible_collections.community.scaleway.plugins.module_utils._function_code import archive, contents
from ansible_collections.community.scaleway.plugins.module_utils._jobs import changed, created, secrets_wanted


@pytest.mark.parametrize(
    "text", ["* * * * *", "*/5 4 1 * SUN", "0 0 1,15 jan-jun 1-5", "5  4 1-31/2 * 7", "0-59/15 23 * 12 mon"]
)
def test_schedules(text: str) -> None:
    assert cron(text, "schedule") == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("every day", "it has 2 fields"),
        ("* * * * * *", "it has 6 fields"),
        ("60 * * * *", "'60' is no minute"),
        ("* 24 * * *", "'24' is no hour"),
        ("* * 0 * *", "'0' is no day of the month"),
        ("* * * 13 *", "'13' is no month"),
        ("* * * * 8", "'8' is no day of the week"),
        ("5-1 * * * *", "'5-1' is no minute"),
        ("*/0 * * * *", r"'\*/0' is no minute"),
        ("1, * * * *", "'' is no minute"),
        ("@daily", "it has 1 fields"),
    ],
)
def test_what_is_no_schedule(text: str, told: str) -> None:
    with pytest.raises(InvalidInput, match=f"^schedule: .*{told}"):
        cron(text, "schedule")


def test_time_zones() -> None:
    told = {"schedule": "0  4 * * *", "timezone": "Europe/Paris", "body": None}
    assert scheduled(told, "cron") == {"schedule": "0 4 * * *", "timezone": "Europe/Paris"}
    with pytest.raises(InvalidInput, match=r"^cron.timezone: 'Europe/Pari' is no time zone. Did you mean Europe/Paris"):
        scheduled({"timezone": "Europe/Pari"}, "cron")


def test_schedules_are_compared_by_their_fields() -> None:
    assert same_schedule("0 0 * * SUN", "0  0 * * sun")
    assert not same_schedule("0 0 * * *", "0 1 * * *")
    assert not same_schedule("0 0 * * *", None)


def test_a_job_gets_its_schedule_whole_or_not_at_all() -> None:
    whole = {"schedule": "0 4 * * *", "timezone": "Europe/Paris"}
    assert created({"name": "job"}) == created({"name": "job", "cron_schedule": {}}) == {"name": "job"}
    assert created({"cron_schedule": {"schedule": "0 4 * * *"}}) == {"cron_schedule": {**whole, "timezone": "UTC"}}
    with pytest.raises(InvalidInput, match=r"^cron_schedule.schedule must be set"):
        created({"cron_schedule": {"timezone": "Europe/Paris"}})

    assert changed({"description": "new"}, {"cron_schedule": whole}) == {"description": "new"}
    assert changed({"cron_schedule": {}}, {"cron_schedule": whole}) == {
        "cron_schedule": {"schedule": None, "timezone": None}
    }
    assert changed({"cron_schedule": {"schedule": "0 5 * * *"}}, {"cron_schedule": whole}) == {
        "cron_schedule": {**whole, "schedule": "0 5 * * *"}
    }


def test_each_secret_of_a_job_has_one_place_of_its_own() -> None:
    secret = {"secret": "some-id", "version": "latest", "env_var_name": "TOKEN"}
    told = {"secret_manager_id": "some-id", "secret_manager_version": "latest", "env_var_name": "TOKEN"}
    assert secrets_wanted([secret]) == {("env_var_name", "TOKEN"): told}
    for wrong, message in (
        ([secret, {**secret, "path": "/token"}], r"^secrets\[1\]: one of env_var_name and path must be set"),
        ([{**secret, "env_var_name": ""}], r"^secrets\[0\]: one of env_var_name and path must be set"),
        ([secret, secret], r"^secrets\[1\]: 'TOKEN' is there twice"),
    ):
        with pytest.raises(InvalidInput, match=message):
            secrets_wanted(wrong)


def test_an_archive_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    code = tmp_path / "code"
    (code / "lib").mkdir(parents=True)
    (code / "__pycache__").mkdir()
    (code / "__pycache__" / "handler.pyc").write_text("left out")
    (code / "handler.py").write_text("x = 1\n")
    (code / "lib" / "more.py").write_text("")
    first = archive(str(code), "source")
    assert set(contents(first)) == {"handler.py", "lib/more.py"}
    os.utime(code / "handler.py", (1, 1))
    assert archive(str(code), "source") == first
    packed = tmp_path / "code.zip"
    packed.write_bytes(first)
    assert archive(str(packed), "source") == first
    (code / "handler.py").write_text("x = 2\n")
    assert contents(archive(str(code), "source")) != contents(first)


def test_what_is_no_code(tmp_path: Path) -> None:
    empty, text = tmp_path / "empty", tmp_path / "code.zip"
    empty.mkdir()
    text.write_text("no archive")
    with pytest.raises(InvalidInput, match=r"^source: .*nowhere' does not exist\."):
        archive(str(tmp_path / "nowhere"), "source")
    for path in (empty, text):
        with pytest.raises(InvalidInput, match=r"^source: .* holds no files\."):
            archive(str(path), "source")
