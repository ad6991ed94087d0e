# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Reading what users write: sizes, and UUIDs through :func:`~._settings.uuid`. Errors name option, value and remedy."""

from __future__ import annotations

import re
import typing as t
from decimal import Decimal

from ._errors import InvalidInput

_UNITS = {"": 1, "B": 1}
for _power, _letter in enumerate("KMGTP", start=1):
    _UNITS[f"{_letter}B"] = 1000**_power
    _UNITS[f"{_letter}IB"] = 1024**_power
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
