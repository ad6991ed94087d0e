# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Keeping secrets out of texts.

ansible-core masks the exact values of ``no_log`` options in results, but neither in warnings and exceptions nor in
another spelling of the value: these are masked here.
"""

from __future__ import annotations

import base64
import json
import re
import typing as t
from urllib.parse import quote, quote_plus

MASK = "********"
# A shorter "secret" is a word that occurs everywhere: masking it would only make texts unreadable.
SHORTEST = 4
LONG_LINE = 30


class Redactor:
    """Replaces some secrets, in every spelling, by stars."""

    def __init__(self, secrets: t.Iterable[str]) -> None:
        forms = {form for secret in secrets if secret for form in spellings(secret)}
        longest_first = sorted(forms, key=len, reverse=True)
        # A function, not the pattern: that one would show what it looks for.
        self._replace = re.compile("|".join(re.escape(form) for form in longest_first)).sub if forms else None

    def text(self, text: str) -> str:
        """The text without the secrets."""
        return text if self._replace is None else self._replace(MASK, text)

    def data(self, value: t.Any) -> t.Any:
        """The same over all strings of a JSON-like structure, keys included."""
        if self._replace is None:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.data(key): self.data(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.data(item) for item in value]
        return value


def spellings(secret: str) -> t.Set[str]:
    """The forms in which a text may show a secret: plain, JSON-escaped, URL-encoded, base64 (standard and URL-safe), and the
    long lines of a key."""
    raw = secret.encode("utf-8", "surrogateescape")
    forms = {secret, json.dumps(secret)[1:-1], quote(raw, safe=""), quote(raw), quote_plus(raw)}
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        forms.add(encode(raw).decode("ascii").rstrip("="))
    forms |= {line for line in secret.splitlines() if len(line) > LONG_LINE and "-----" not in line}
    return {form for form in forms if len(form) >= SHORTEST}


class Secret:
    """A value that shows itself only to those who ask: neither ``repr`` nor ``str`` nor pickling give it away."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself, to be sent and nothing else."""
        return self._value

    def __repr__(self) -> str:
        return MASK

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, _memo: object) -> Secret:
        return self

    def __reduce__(self) -> t.NoReturn:
        raise TypeError("A secret is not to be pickled.")


class HiddenText(str):
    """A text that libraries can send, whose ``repr`` is masked: a traceback with its variables may show their dicts of
    headers."""

    def __repr__(self) -> str:
        return MASK

    def __reduce__(self) -> t.NoReturn:
        raise TypeError("A secret is not to be pickled.")


def masked_id(secret: str) -> str:
    """Stars and the last four characters: enough to tell one from another where the id itself is the secret."""
    return MASK + secret[-4:]
