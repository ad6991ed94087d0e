# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What containers, functions and jobs have in common."""

from __future__ import annotations

import re

# All that is ever shown of a secret variable.
HASHED = "$argon2id$v=19$m=65536,t=1,p=2$c2ltdWxhdGVk$bm90LXRoZS1zZWNyZXQ"
LIMITS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
NAMES = re.compile(r"(?i:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")


def short_duration(text: str) -> str:
    """A duration as answers show it: 300.000000000s is 300s."""
    return re.sub(r"\.0+s$", "s", text)


def cron_problem(text: str) -> str:
    """What is wrong with a schedule, "" when nothing is."""
    fields = text.split()
    if len(fields) != len(LIMITS):
        return "a schedule has five fields"
    for field, (low, high) in zip(fields, LIMITS):
        for number in re.findall(r"[0-9]+", NAMES.sub("", field.split("/")[0])):
            if not low <= int(number) <= high:
                return f"{number} is out of range"
        if re.search(r"[^0-9*,/\-]", NAMES.sub("", field)):
            return f"{field} cannot be read"
    return ""
