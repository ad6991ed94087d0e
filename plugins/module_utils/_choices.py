# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Options whose values a product lists: offers, node types, versions. What is not in the list is told with the nearest."""

from __future__ import annotations

import difflib
import typing as t

from ._errors import InvalidInput

SHOWN = 12  # values that a message names


def check_known(option: str, value: str, known: t.Iterable[str], what: str, place: str) -> str:
    """The value as it is spelled among those that are known, whichever case it has. Raises :class:`InvalidInput` for others.

    ``what`` is what one of them is, like ``node type``; ``place`` is where they are offered.
    """
    names = {name.lower(): name for name in known}
    if value.lower() in names:
        return names[value.lower()]
    there = ", ".join(sorted(names.values())[:SHOWN]) + (
        f", and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    )
    raise InvalidInput(
        f"{option}: {value!r} is no {what} in {place}.{did_you_mean(value, names.values())} There are: {there}."
    )


def check_span(fields: t.Mapping[str, t.Any], least: str, most: str, inside: str = "") -> None:
    """Raise InvalidInput when the lower bound that fields have is above the upper one. ``inside`` is how errors name what
    holds both."""
    low, high = fields.get(least), fields.get(most)
    if low is not None and high is not None and low > high:
        raise InvalidInput(f"{inside}{least}: {low} is above {most}, {high}.")


def did_you_mean(value: str, known: t.Iterable[str]) -> str:
    """A sentence with the names that are near to a value, the nearest first; nothing when none is."""
    names = {name.lower(): name for name in known}
    near = difflib.get_close_matches(value.lower(), list(names), n=2, cutoff=0.4)
    return f" Did you mean {' or '.join(names[name] for name in near)}?" if near else ""
