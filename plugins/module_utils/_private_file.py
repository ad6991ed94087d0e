# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The file that holds a token: only its owner can read it, and it is there whole or as it was before."""

from __future__ import annotations

import os
import stat
import tempfile
import typing as t

from ._errors import InvalidInput
from ._settings import UUID


def read_token(path: str) -> str:
    """The token in a file, "" when there is no such file or nothing in it."""
    try:
        with open(path, encoding="utf-8") as stream:
            text = stream.read(200).strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"path: {path} cannot be read: {getattr(error, 'strerror', error)}.") from None
    if text and not UUID.fullmatch(text):
        raise InvalidInput(f"path: {path} holds something else than a token, and is left alone. Name another file.")
    return text


def is_private(path: str) -> bool:
    return stat.S_IMODE(os.stat(path).st_mode) == 0o600


class PrivateFile:
    """A file that only its owner can read, and that is there whole or as it was before.

    Gives a function that writes its text. Raises InvalidInput on entering when the file cannot be made; ``otherwise`` says
    what was not done then.
    """

    def __init__(self, path: str, otherwise: str) -> None:
        self.path = path
        self.otherwise = otherwise
        self.temporary = ""

    def __enter__(self) -> t.Callable[[str], None]:
        folder = os.path.dirname(os.path.abspath(self.path))
        try:
            handle, self.temporary = tempfile.mkstemp(prefix=".scaleway-", dir=folder)  # mode 0600
        except OSError as error:
            raise InvalidInput(f"path: {self.path} cannot be written: {error.strerror}. {self.otherwise}") from None
        os.close(handle)
        return self.write

    def write(self, text: str) -> None:
        with open(self.temporary, "w", encoding="utf-8") as stream:
            stream.write(text if text.endswith("\n") else text + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(self.temporary, self.path)
        self.temporary = ""

    def __exit__(self, *dummy: object) -> None:
        if self.temporary:
            os.unlink(self.temporary)
