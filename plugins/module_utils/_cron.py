# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Schedules in the five fields of cron."""

from __future__ import annotations

import functools
import re
import typing as t

from ._choices import did_you_mean
from ._errors import InvalidInput
from ._values import what_was_set

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
# Name, least, greatest, and names that stand for numbers from the least on.
_FIELDS: t.Tuple[t.Tuple[str, int, int, t.Tuple[str, ...]], ...] = (
    ("minute", 0, 59, ()),
    ("hour", 0, 23, ()),
    ("day of the month", 1, 31, ()),
    ("month", 1, 12, _MONTHS),
    ("day of the week", 0, 7, _DAYS),
)
_ITEM = re.compile(r"(?:\*|(\w+)(?:-(\w+))?)(?:/([0-9]+))?")


def cron(value: t.Any, option: str) -> str:
    """A schedule with one space between its fields. Raises :class:`InvalidInput` for what is none."""
    fields = str(value).split()
    if len(fields) != len(_FIELDS):
        told = ", ".join(name for name, _low, _high, _names in _FIELDS)
        raise InvalidInput(
            f"{option}: {value!r} is no schedule: it has {len(fields)} fields, and five are needed: {told}."
        )
    for text, (name, low, high, names) in zip(fields, _FIELDS):
        for item in text.split(","):
            if not _fits(item, low, high, names):
                raise InvalidInput(
                    f"{option}: {value!r} is no schedule: {item!r} is no {name}. Give {low} to {high}, a range like "
                    f"{low}-{high}, a step like */2, or *."
                )
    return " ".join(fields)


def scheduled(value: t.Any, option: str) -> t.Dict[str, t.Any]:
    """What was set of a schedule with its time zone. Raises :class:`InvalidInput`."""
    told: t.Dict[str, t.Any] = what_was_set(value)
    checks: t.Dict[str, t.Callable[[t.Any, str], str]] = {"schedule": cron, "timezone": timezone}
    return {name: checks[name](one, f"{option}.{name}") if name in checks else one for name, one in told.items()}


def timezone(value: t.Any, option: str) -> str:
    """A time zone by its name. Raises :class:`InvalidInput` for what is none, where this machine knows what there is."""
    known = _timezones()
    if known and str(value) not in known:
        raise InvalidInput(
            f"{option}: {value!r} is no time zone.{did_you_mean(str(value), known)} Write it like Europe/Paris or UTC."
        )
    return str(value)


@functools.lru_cache(maxsize=None)
def _timezones() -> t.FrozenSet[str]:
    """What the machine's data on time zones holds: without them, or before Python 3.9, nothing is known."""
    try:
        import zoneinfo
    except ImportError:
        return frozenset()
    return frozenset(zoneinfo.available_timezones())


def _fits(item: str, low: int, high: int, names: t.Tuple[str, ...]) -> bool:
    found = _ITEM.fullmatch(item)
    if found is None or (found.group(3) is not None and int(found.group(3)) == 0):
        return False
    ends = [_number(text, low, names) for text in found.groups()[:2] if text is not None]
    if any(end is None or not low <= end <= high for end in ends):
        return False
    return len(ends) < 2 or t.cast(int, ends[0]) <= t.cast(int, ends[1])


def _number(text: str, low: int, names: t.Tuple[str, ...]) -> t.Optional[int]:
    if text.lower() in names:
        return names.index(text.lower()) + low
    return int(text) if text.isdigit() else None


def same_schedule(wanted: t.Any, current: t.Any) -> bool:
    """The same fields, whatever is between them, and however days and months are written."""
    return str(wanted).lower().split() == str(current or "").lower().split()
