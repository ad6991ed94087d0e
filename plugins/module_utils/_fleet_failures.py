# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What could not be listed, and how it is told: nothing is left out silently."""

from __future__ import annotations

import typing as t

from ._errors import ApiError, InvalidInput, RequestError, ScalewayError, Unauthenticated, said_by

# A place that a product does not know is told in one of these ways.
UNKNOWN_PLACE = (400, 404, 501)


class Failure(t.NamedTuple):
    """``place`` is a zone or a region, "" for what has none. ``hosts`` says whether hosts are missing because of it, not
    only facts of them."""

    product: str
    place: str
    reason: str
    hosts: bool = True


def is_fatal(error: ScalewayError) -> bool:
    """Whether going on makes no sense: who asks is not known, or the question itself is wrong."""
    return isinstance(error, (Unauthenticated, InvalidInput))


def reason_of(error: ScalewayError) -> str:
    """Why, in words that are the same for each place."""
    if isinstance(error, ApiError):
        said = said_by(error.body)
        tried = error.message.rpartition(" (given up")
        more = f", given up{tried[2][:-1]}" if tried[1] else ""
        return f"HTTP {error.status}{more}" + (f": {said}" if said else "")
    if isinstance(error, RequestError):
        return error.message.replace(f"{error.method} {error.url}", "the request", 1)
    return error.message


def told(failures: t.Sequence[Failure]) -> t.List[str]:
    """One sentence for each product and reason, with all its places."""
    places: t.Dict[t.Tuple[str, str], t.List[str]] = {}
    for failure in failures:
        known = places.setdefault((failure.product, failure.reason), [])
        if failure.place and failure.place not in known:
            known.append(failure.place)
    return [
        f"{product}{' in ' + ', '.join(sorted(found)) if found else ''} cannot be listed: {reason}"
        for (product, reason), found in places.items()
    ]
