# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What the engine may know of the task that calls it: plain values and two ways to speak."""

from __future__ import annotations

import os
import typing as t
from dataclasses import dataclass, field, replace


def _silent(message: str) -> None:
    """Says nothing: a module on a target has nobody to speak to while it runs."""


@dataclass
class Context:
    """``params`` are the validated options. ``secrets`` grows with every secret met, for the masking of the result;
    ``memory`` is what the hooks of a resource keep from one look to the next."""

    # Neither options nor environment are for a repr, which a traceback may show: some are secret.
    params: t.Mapping[str, t.Any] = field(repr=False)
    check_mode: bool = False
    environment: t.Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    progress: t.Callable[[str], None] = _silent
    warnings: t.List[str] = field(default_factory=list)
    secrets: t.Set[str] = field(default_factory=set, repr=False)
    memory: t.Dict[str, t.Any] = field(default_factory=dict, repr=False)

    @property
    def predicts(self) -> bool:
        """Whether the task only says what it would make or change: what it names may be made by another task by then."""
        return self.check_mode and self.params.get("state") not in (None, "absent")

    def with_params(self, params: t.Mapping[str, t.Any]) -> Context:
        """The same task with some options replaced; warnings and secrets are shared."""
        return replace(self, params=dict(self.params, **params))

    def warn(self, message: str) -> None:
        """Tell the user of something that is not as it should be. Said once however often it is met."""
        if message not in self.warnings:
            self.warnings.append(message)
