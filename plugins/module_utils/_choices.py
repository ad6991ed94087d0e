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


def check_known(option: str, value: str, known: t.Iterable[str], what: str, place: str) -> None:
    """Raise :class:`InvalidInput` when the value is not among those that are known, whichever case they have.

    ``what`` is what one of them is, like ``node type``; ``place`` is where they are offered.
    """
    names = list(known)
    if value.lower() in (name.lower() for name in names):
        return
    near = difflib.get_close_matches(value.lower(), [name.lower() for name in names], n=3, cutoff=0.4)
    closest = [name for name in names if name.lower() in near]
    hint = f" Did you mean {' or '.join(closest)}?" if closest else ""
    more = ", ..." if len(names) > SHOWN else ""
    raise InvalidInput(
        f"{option}: {value!r} is no {what} in {place}.{hint} There are: {', '.join(sorted(names)[:SHOWN])}{more}."
    )
