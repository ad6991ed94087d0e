# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Reading what users write: sizes, networks, addresses, ports, and UUIDs through :func:`~._settings.uuid`.

Errors name option, value and remedy.
"""

from __future__ import annotations

import ipaddress
import re
import typing as t
from decimal import Decimal

from ._errors import InvalidInput

_UNITS = {"": 1, "B": 1}
for _power, _letter in enumerate("KMGTP", start=1):
    _UNITS[f"{_letter}B"] = 1000**_power
    _UNITS[f"{_letter}IB"] = 1024**_power
_DURATION = re.compile(r"([0-9]+)\s*([smhd]?)")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}
_SIZE = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]*)\s*")


def size_in_bytes(value: t.Any, option: str) -> int:
    """Bytes from a number of bytes, or from a text like ``20GB`` (10^9) or ``20GiB`` (2^30)."""
    found = _SIZE.fullmatch(str(value))
    unit = _UNITS.get(found.group(2).upper()) if found else None
    if found is None or unit is None:
        raise InvalidInput(f"{option}: {value!r} is no size. Give bytes, or a number with its unit: 20GB or 20GiB.")
    size = Decimal(found.group(1)) * unit
    if size != int(size) or size <= 0:
        raise InvalidInput(f"{option}: {value!r} is no size. It must be a whole number of bytes above 0.")
    return int(size)


def network_of(value: t.Any, option: str) -> str:
    """A network, as ``192.0.2.0/24``. Raises :class:`InvalidInput` for what is none, or has bits beyond its length."""
    text = str(value).strip()
    try:
        return str(ipaddress.ip_network(text))
    except ValueError:
        pass
    try:
        whole = ipaddress.ip_network(text, strict=False)
    except ValueError:
        raise InvalidInput(f"{option}: {value!r} is no network. Write it like 192.0.2.0/24 or 2001:db8::/64.") from None
    raise InvalidInput(f"{option}: {value!r} has bits beyond its length. The network of that length is {whole}.")


def networks_of(values: t.Any, option: str) -> t.List[str]:
    """Networks. Raises :class:`InvalidInput`."""
    return [network_of(value, f"{option}[{number}]") for number, value in enumerate(values)]


def address_of(value: t.Any, option: str) -> str:
    """An address without the length of its network. Raises :class:`InvalidInput` for what is none."""
    try:
        return str(ipaddress.ip_interface(str(value).strip()).ip)
    except ValueError:
        raise InvalidInput(f"{option}: {value!r} is no address. Write it like 192.0.2.1 or 2001:db8::1.") from None


DOMAIN_NAME = re.compile(r"([a-z0-9_]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


def domain_name(value: t.Any, option: str) -> str:
    """A domain as the API spells it. Raises :class:`InvalidInput` for what is none."""
    name = str(value).strip().lower().rstrip(".")
    if not DOMAIN_NAME.fullmatch(name):
        raise InvalidInput(f"{option}: {value!r} is no domain. Write it like mail.example.com.")
    return name


def email_of(value: t.Any, option: str) -> str:
    """An e-mail address. Raises :class:`InvalidInput` for what surely is none."""
    if not _EMAIL.fullmatch(str(value)):
        raise InvalidInput(f"{option}: {value!r} is no e-mail address. Write it like ops@example.com.")
    return str(value)


def port_of(value: t.Any, option: str) -> int:
    """A port. Raises :class:`InvalidInput` for a number that is none."""
    if not 1 <= int(value) <= 65535:
        raise InvalidInput(f"{option}: {value} is no port. Ports are 1 to 65535.")
    return int(value)


def duration(value: t.Any, option: str) -> str:
    """The API's spelling, ``3600s``, of a number of seconds, or of a text like ``30m``, ``12h`` or ``7d``."""
    text = str(value).strip()
    found = _DURATION.fullmatch(text)
    if not found or not int(found.group(1)):
        raise InvalidInput(f"{option}: {text!r} is no duration, like 3600, 30m, 12h or 7d.")
    return f"{int(found.group(1)) * _SECONDS[found.group(2)]}s"


_SHORT_DURATION = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(ms|s|m|h)?\s*")
_MILLISECONDS = {None: 1, "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000}


def milliseconds(value: t.Any, option: str) -> int:
    """Milliseconds from a number of them, or from a text like ``500ms``, ``5s``, ``2m``, or ``1h``."""
    found = _SHORT_DURATION.fullmatch(str(value))
    if found is None:
        raise InvalidInput(f"{option}: {value!r} is no duration. Give milliseconds, or a number with its unit: 5s.")
    return int(Decimal(found.group(1)) * _MILLISECONDS[found.group(2)])


def seconds_text(value: t.Any, option: str) -> str:
    """A duration as most products show it: ``5s``, or ``0.500s`` where it is no whole number of seconds."""
    whole, rest = divmod(milliseconds(value, option), 1000)
    return f"{whole}.{rest:03}s" if rest else f"{whole}s"


def what_was_set(value: t.Any, option: str = "") -> t.Any:
    """An option that is a dict without the keys that were not set, however deep."""
    if isinstance(value, dict):
        return {key: what_was_set(inner, option) for key, inner in value.items() if inner is not None}
    return value


def in_words(names: t.Sequence[str]) -> str:
    """Names in a sentence: one, two and three."""
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


def texts_of(values: t.Any, option: str) -> t.Dict[str, str]:
    """A dict of texts, as environment variables are: numbers and booleans as YAML writes them, nothing as ""."""
    found = {}
    for name, value in values.items():
        if isinstance(value, (dict, list)):
            raise InvalidInput(f"{option}.{name} is no text. Write a list or a dict as JSON, for example with to_json.")
        text = str(value).lower() if isinstance(value, bool) else str(value)
        found[str(name)] = "" if value is None else text
    return found
