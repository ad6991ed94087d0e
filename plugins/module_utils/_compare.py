# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Whether what the API has already is what was asked for."""

from __future__ import annotations

import typing as t

Comparator = t.Callable[[t.Any, t.Any], bool]


def same(wanted: t.Any, current: t.Any) -> bool:
    """Equal values. Of dicts only the keys that were asked for count, in lists, too; an empty value, or false, equals a
    missing one."""
    if isinstance(wanted, dict) and isinstance(current, dict):
        if not wanted:
            return not current
        return all(same(value, current.get(key)) for key, value in wanted.items() if value is not None)
    if current is None and wanted in ("", [], {}, False):
        return True
    if isinstance(wanted, bool) or isinstance(current, bool):
        return wanted is current
    if isinstance(wanted, list) and isinstance(current, list):
        return len(wanted) == len(current) and all(map(same, wanted, current))
    return bool(wanted == current)


def same_set(wanted: t.Any, current: t.Any) -> bool:
    """The same elements, in any order and however often."""
    return {repr(item) for item in wanted or []} == {repr(item) for item in current or []}


def same_ignoring_case(wanted: t.Any, current: t.Any) -> bool:
    """Commercial types and the like, which the API echoes in lower case."""
    return str(wanted or "").lower() == str(current or "").lower()


def same_sets_inside(wanted: t.Any, current: t.Any) -> bool:
    """Like :func:`same`, but the order of lists in dicts does not count."""
    if isinstance(wanted, dict) and isinstance(current, dict) and wanted:
        return all(same_sets_inside(value, current.get(key)) for key, value in wanted.items() if value is not None)
    return same_set(wanted, current) if isinstance(wanted, list) else same(wanted, current)


def same_map(wanted: t.Any, current: t.Any) -> bool:
    """The same keys with the same values: none is left over on either side."""
    return bool((wanted or {}) == (current or {}))


def same_keys(wanted: t.Any, current: t.Any) -> bool:
    """The same keys, whatever their values."""
    return set(wanted or ()) == set(current or ())
