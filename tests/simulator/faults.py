# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Making the API misbehave by rule. The form of a rule is documented in README.md."""

from __future__ import annotations

import re
from typing import Any

KEYS = {
    "method",
    "path",
    "query",
    "times",
    "after",
    "every",
    "status",
    "body",
    "headers",
    "content_type",
    "effect",
    "reset",
    "hang",
    "truncate",
    "invalid_json",
    "empty",
    "html",
    "wrong_shape",
    "redirect",
    "link",
    "page_shift",
    "drop_total",
    "latency_ms",
}


class Rule:
    """One rule: which requests it is for, how often, and what happens to them."""

    def __init__(self, told: dict[str, Any]) -> None:
        unknown = set(told) - KEYS
        if unknown:
            raise ValueError(f"unknown keys: {', '.join(sorted(unknown))}")
        self.told = told
        self.left: float = float("inf") if told.get("times", 1) is None else told.get("times", 1)
        self.skip = told.get("after", 0)
        self.path = re.compile(told.get("path", ""))

    def take(self, method: str, path: str, query: str) -> bool:
        """Whether the rule is for this request, and has not been used up."""
        if self.told.get("method") not in (None, method) or not self.path.search(path):
            return False
        if self.told.get("query", "") not in query or self.left < 1:
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        self.skip = self.told.get("every", 1) - 1
        self.left -= 1
        return True

    def __getitem__(self, name: str) -> Any:
        return self.told.get(name)


class Faults:
    """The rules in force, oldest first; the first that fits is taken."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def add(self, told: dict[str, Any]) -> None:
        self.rules.append(Rule(told))

    def clear(self) -> None:
        self.rules.clear()

    def for_request(self, method: str, path: str, query: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.take(method, path, query)), None)
