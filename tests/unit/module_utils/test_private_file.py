# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The file that holds a token: for its owner only, whole or as it was."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput
from ansible_collections.community.scaleway.plugins.module_utils._private_file import (
    PrivateFile,
    is_private,
    read_token,
)

TOKEN = "11111111-2222-4333-8444-555555555555"


@pytest.mark.parametrize("before", [None, 0o644, 0o666])
def test_only_the_owner_reads_it_whatever_was_there(tmp_path: Path, before: int | None) -> None:
    path = tmp_path / "token"
    if before is not None:
        path.write_text("older")
        path.chmod(before)
        assert not is_private(str(path))
    mask = os.umask(0)
    try:
        with PrivateFile(str(path), "Nothing was made.") as write:
            (unfinished,) = [found for found in tmp_path.iterdir() if found != path]
            assert stat.S_IMODE(unfinished.stat().st_mode) == 0o600
            write(TOKEN)
    finally:
        os.umask(mask)
    assert path.read_text() == f"{TOKEN}\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert is_private(str(path))
    assert list(tmp_path.iterdir()) == [path]


def test_a_line_end_is_not_doubled(tmp_path: Path) -> None:
    with PrivateFile(str(tmp_path / "config"), "") as write:
        write("a\n")
    assert (tmp_path / "config").read_text() == "a\n"


def test_what_was_there_stays_when_it_comes_to_nothing(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("older")
    with pytest.raises(RuntimeError), PrivateFile(str(path), ""):
        raise RuntimeError
    assert [found.read_text() for found in tmp_path.iterdir()] == ["older"]
    with pytest.raises(InvalidInput, match=r"cannot be written: No such file or directory\. Nothing was made\."):
        PrivateFile(str(tmp_path / "none" / "token"), "Nothing was made.").__enter__()


def test_a_token_is_read_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "token"
    assert read_token(str(path)) == ""
    path.write_text(f" {TOKEN}\n")
    assert read_token(str(path)) == TOKEN
    path.write_text("a diary")
    with pytest.raises(InvalidInput, match="something else than a token"):
        read_token(str(path))
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidInput, match="cannot be read"):
        read_token(str(path))
    with pytest.raises(InvalidInput, match="cannot be read: Is a directory"):
        read_token(str(tmp_path))
