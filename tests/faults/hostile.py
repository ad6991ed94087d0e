# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Answers that are almost right: one place of the JSON holds something that does not belong there."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from jinja2 import UndefinedError

from ansible_collections.community.scaleway.plugins.module_utils import _client
from tests.faults.lives import NEEDED, Life, rendered
from tests.faults.world import Result, World

ODD: list[Any] = [
    None,
    True,
    0,
    -1,
    2**64 + 1,
    1.5e308,
    "",
    "{{ lookup('pipe', 'id') }}",
    "\x00\x1b[31m\u202e\ud800",
    "x" * 1_000_000,
    [],
    [None],
    ["x"],
    [[]],
    {},
    {"x": None},
    {"id": {}},
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def spoiled(value: Any, chance: random.Random) -> Any:
    """A copy with something else in one place, or without it, or with it twice."""
    value = copy.deepcopy(value)
    *way, last = (None, *chance.choice(list(places(value))))
    there: Any = {None: value}
    holder = there
    for key in way:
        holder = holder[key]
    how = chance.randrange(4)
    if how == 0 and last is not None:
        del holder[last]
    elif how == 1 and isinstance(holder[last], list):
        holder[last] = holder[last] * 2
    else:
        holder[last] = chance.choice(ODD)
    return there[None]


class Spoiler:
    """Spoils answers, some in a life."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)
        self.honest = False
        self.times = 0
        self._read = _client.Client._read

    def read(self, client: _client.Client, *arguments: Any) -> _client.Answer:
        answer = self._read(client, *arguments)
        if self.honest or answer.data is None or self.chance.random() > 0.3:
            return answer
        self.times += 1
        return answer._replace(data=spoiled(answer.data, self.chance))

    @contextmanager
    def at_work(self) -> Iterator[None]:
        with patch.object(_client.Client, "_read", lambda client, *arguments: self.read(client, *arguments)):
            yield


def lived(world: World, life: Life, seed: str) -> Iterator[tuple[str, Result]]:
    """What becomes of the tasks of a life. What others need is made without spoiling."""
    spoiler = Spoiler(seed)
    world.reset()
    known: dict[str, Any] = dict(NEEDED)
    with spoiler.at_work():
        for task in life.tasks:
            spoiler.honest = not task.phase
            try:
                options = rendered(task.options, known)
            except UndefinedError:
                return  # it stands on what a spoiled task did not give
            result = world.run(task.module, options, wait_timeout=2, retry_timeout=5)
            if task.phase:
                yield f"{life.module} {task.phase} ({seed})", result
            if result.get("failed") and not task.phase:
                return
            known[task.register] = result
