# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Certificates with their keys, checked with what Python has itself."""

from __future__ import annotations

import re
import ssl
import tempfile
import typing as t

from ._errors import InvalidInput

_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")
_UTC_TIME = 0x17
_VERSION = 0xA0
_COMMON_NAME = b"\x06\x03\x55\x04\x03"


class Certificate(t.NamedTuple):
    """What is told of a certificate, as the API writes it."""

    common_name: str
    not_valid_before: str
    not_valid_after: str


def with_its_key(chain: str, option: str) -> Certificate:
    """The first certificate of a PEM text that also holds its private key. Raises :class:`InvalidInput` for any other
    text; no message shows a part of it."""
    first = _CERTIFICATE.search(chain)
    if first is None:
        raise InvalidInput(f"{option}: there is no certificate in it. Give PEM: the certificate first, then its chain.")
    if _KEY.search(chain) is None:
        raise InvalidInput(f"{option}: there is no private key in it, nor in private_key. Give the certificate's key.")
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:  # nobody else can read it; ssl takes files only
        file.write(chain)
        file.flush()
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(file.name, password=_no_password)
        except ssl.SSLError as error:
            if error.reason == "KEY_VALUES_MISMATCH":
                told = "the private key does not belong to the certificate. Give the key that it was made with"
            else:
                told = "the certificate or its private key cannot be read. Give both as PEM, the key without a password"
            raise InvalidInput(f"{option}: {told}.") from None
    try:
        der = ssl.PEM_cert_to_DER_cert(first.group())
        return _read(der)
    except (ValueError, IndexError):
        raise InvalidInput(f"{option}: the certificate cannot be read. Give it as PEM.") from None


def _no_password() -> str:
    return ""  # instead of asking for one at the terminal


def _read(der: bytes) -> Certificate:
    """The name and the two times of a certificate (RFC 5280, section 4.1)."""
    at = _element(der, _element(der, 0)[1])[1]
    if der[at] == _VERSION:
        at = _element(der, at)[2]
    for _field in ("serial number", "signature", "issuer"):
        at = _element(der, at)[2]
    _tag, start, end = _element(der, at)
    times = _time(der, start), _time(der, _element(der, start)[2])
    _tag, start, end = _element(der, end)
    name = der.find(_COMMON_NAME, start, end)
    if name < 0:
        return Certificate("", *times)
    _tag, start, end = _element(der, name + len(_COMMON_NAME))
    return Certificate(der[start:end].decode("utf-8"), *times)


def _element(der: bytes, at: int) -> t.Tuple[int, int, int]:
    """Tag of the element there, and where its content begins and ends."""
    tag, length, start = der[at], der[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        length = int.from_bytes(der[start : start + size], "big")
        start += size
    return tag, start, start + length


def _time(der: bytes, at: int) -> str:
    tag, start, end = _element(der, at)
    text = der[start:end].decode("ascii")
    if tag == _UTC_TIME:  # two digits of the year: before 2050
        text = ("19" if int(text[:2]) >= 50 else "20") + text
    year, month, day, hour, minute, second = text[:4], *(text[n : n + 2] for n in range(4, 14, 2))
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
