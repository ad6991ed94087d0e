# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Waiting: the only loop with a clock beside the client's retries."""

from __future__ import annotations

import time
import typing as t

from ._errors import WaitTimeout

T = t.TypeVar("T")
CALM = 30.0  # seconds between two lines of progress in one state
INSTANT = 0.001  # a shorter rest of the time is none: the clock may not even tell it


class Patience(t.NamedTuple):
    """How long to wait and how often to look, in seconds; the pauses grow by half up to ``longest``."""

    timeout: float
    interval: float
    longest: float = 15.0
    sleep: t.Callable[[float], None] = time.sleep
    now: t.Callable[[], float] = time.monotonic


def wait_until(
    fetch: t.Callable[[], T],
    done: t.Callable[[T], bool],
    state: t.Callable[[T], str],
    what: str,
    patience: Patience,
    progress: t.Callable[[str], None],
    first: t.Optional[T] = None,
) -> T:
    """Fetch until ``done`` likes what came, and return that. ``first`` is what is known before the first look.

    Tells ``progress`` of a new state, at most once in half a minute in the same one, and nothing in the first seconds.
    Raises :class:`WaitTimeout`, whose ``extra["last"]`` is what was fetched last.
    """
    start = patience.now()
    pause = patience.interval
    value = fetch() if first is None else first
    told, told_at = "", start
    while not done(value):
        now = patience.now()
        waited = now - start
        if patience.timeout - waited < INSTANT:
            raise WaitTimeout(
                f"{what} is still {state(value)} after {waited:.0f} s. It goes on at Scaleway; "
                "raise wait_timeout to wait longer.",
                last=value,
            )
        if waited >= 2 * patience.interval and (state(value) != told or now - told_at >= CALM):
            told, told_at = state(value), now
            progress(f"Waiting for {what}: {told}, {waited:.0f} s")
        patience.sleep(min(pause, patience.timeout - waited))
        pause = min(pause * 1.5, patience.longest)
        value = fetch()
    return value
