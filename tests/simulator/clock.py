# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The simulator's time: real time that can be moved forward and sped up."""

from __future__ import annotations

import time
from datetime import datetime, timezone


class Clock:
    """``now`` is in seconds since the epoch; ``scale`` simulated seconds pass in a real one."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self._start = self._base = time.time()
        self.scale = 1.0

    def now(self) -> float:
        return self._base + (time.time() - self._start) * self.scale

    def advance(self, seconds: float) -> None:
        self._base += seconds

    def set_scale(self, scale: float) -> None:
        self._base, self._start = self.now(), time.time()
        self.scale = scale

    def text(self, ahead: float = 0.0) -> str:
        """The time as instance/v1 and the classic API write it: microseconds, and +00:00."""
        return date_text(self.now() + ahead)

    def zulu(self, ahead: float = 0.0) -> str:
        """The time as all other products write it."""
        return self.text(ahead).replace("+00:00", "Z")


def date_text(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="microseconds")


def seconds_of(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()
