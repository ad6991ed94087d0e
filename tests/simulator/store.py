# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the simulator knows: objects by kind and place, tokens, quotas."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Hashable, Iterator
from typing import Any

import orjson

from .clock import Clock
from .kinds import Body, Kind

TOKEN = "11111111-1111-4111-8111-111111111111"
PROJECT = "22222222-2222-4222-8222-222222222222"
ORGANIZATION = "33333333-3333-4333-8333-333333333333"
USER = "44444444-4444-4444-8444-444444444444"


class Entry:
    """One object. Its serialised forms are kept until it changes: a page is then a matter of joining bytes."""

    __slots__ = ("_pending", "_raw", "_raw_classic", "as_is", "data", "kind", "locality", "store")

    def __init__(self, store: Store, kind: Kind, locality: str, data: Body) -> None:
        self.store = store
        self.kind = kind
        self.locality = locality
        self.data = data
        # Whether it is shown as it is kept, whatever its kind would make of it.
        self.as_is = False
        self._raw: bytes | None = None
        self._raw_classic: bytes | None = None
        self._pending: list[tuple[float, Body | Callable[[], None]]] = []

    def change(self, changes: Body) -> None:
        self.data.update(changes)
        self._raw = self._raw_classic = None
        self.store.lists.clear()

    def later(self, due: float, changes: Body | Callable[[], None]) -> None:
        """Let something become true, or happen, at a simulated time."""
        self._pending.append((due, changes))
        self.store.lists.clear()

    def forget(self) -> None:
        """Nothing of what was to come happens any more."""
        self._pending.clear()

    @property
    def is_settled(self) -> bool:
        return not self._pending

    def settle(self, now: float) -> None:
        if not self._pending:
            return
        for pending in [pending for pending in self._pending if pending[0] <= now]:
            self._pending.remove(pending)
            self.store.lists.clear()
            changes = pending[1]
            if callable(changes):
                changes()
            else:
                self.change(changes)

    def raw(self, classic: bool) -> bytes:
        if self.kind.shown is not None and not self.as_is:
            return orjson.dumps(self.kind.shown(self.store, self))
        if classic:
            if self._raw_classic is None:
                self._raw_classic = orjson.dumps(self.kind.classic(self.data))
            return self._raw_classic
        if self._raw is None:
            self._raw = orjson.dumps(self.data)
        return self._raw


class Store:
    """``token`` is the one that is accepted from the start; e-mail and password make more of them."""

    def __init__(
        self, token: str = TOKEN, email: str = "admin@example.com", password: str = "simulator-password"
    ) -> None:
        self.first_token = token
        self.email = email
        self.password = password
        self.clock = Clock()
        # Where requests come in.
        self.url = ""
        self.reset()

    def reset(self) -> None:
        self.clock.reset()
        self.objects: dict[tuple[str, str], dict[str, Entry]] = {}
        # Lists that were asked for, by what they were asked by: kept from page to page until anything changes.
        self.lists: dict[Hashable, list[Entry]] = {}
        self.quotas: dict[str, int] = {}
        # How many addresses were given out.
        self.addresses = 0
        # Things that go wrong by order of a test, for example "poweron".
        self.mishaps: set[str] = set()
        # How much longer than usual everything takes.
        self.slowness = 1.0
        # Texts below objects: user data of servers, by server and key.
        self.texts: dict[str, dict[str, str]] = {}
        # The own rules of each security group, and of each policy.
        self.rules: dict[str, list[Body]] = {}
        # What was uploaded to signed URLs, by key.
        self.blobs: dict[str, bytes] = {}
        # Secret keys to the API keys they belong to.
        self.secrets: dict[str, Entry] = {}
        # Token to what it may not do: names of resources, "*" is all of them.
        self.refused: dict[str, set[str]] = {}

    def place(self, kind: Kind, locality: str) -> dict[str, Entry]:
        return self.objects.setdefault((kind.key, locality), {})

    def entries(self, kind: Kind, locality: str) -> Iterator[Entry]:
        now = self.clock.now()
        for entry in list(self.place(kind, locality).values()):
            entry.settle(now)
        yield from self.place(kind, locality).values()

    def soon(self, entry: Entry, seconds: float, changes: Body | Callable[[], None]) -> None:
        """Let something become true, or happen, after some simulated seconds."""
        entry.later(self.clock.now() + seconds * self.slowness, changes)

    def find(self, kind: Kind, locality: str, ident: str) -> Entry | None:
        entry = self.place(kind, locality).get(ident)
        if entry is not None:
            entry.settle(self.clock.now())
        return self.place(kind, locality).get(ident)

    def named(self, key: str, locality: str, ident: str) -> Entry | None:
        """An object by the name of its kind."""
        return self.objects.get((key, locality), {}).get(ident)

    def add(self, kind: Kind, locality: str, data: Body, first: bool = False) -> Entry:
        entry = Entry(self, kind, locality, data)
        self.lists.clear()
        place = self.place(kind, locality)
        if first:
            others = dict(place)
            place.clear()
            place[str(data["id"])] = entry
            place.update(others)
        else:
            place[str(data["id"])] = entry
        return entry

    def remove(self, entry: Entry) -> None:
        self.lists.clear()
        self.place(entry.kind, entry.locality).pop(str(entry.data["id"]), None)

    def new_id(self) -> str:
        return str(uuid.uuid4())

    def count(self, kind: Kind) -> int:
        return sum(len(found) for (key, dummy), found in self.objects.items() if key == kind.key)

    def dump(self, hide: Callable[[str, Any], Any]) -> dict[str, list[Body]]:
        """Everything there is, by kind."""
        dumped: dict[str, list[Body]] = {}
        for (key, locality), found in list(self.objects.items()):
            now = self.clock.now()
            for entry in list(found.values()):
                entry.settle(now)
            for entry in found.values():
                shown = {name: hide(f"{key}.{name}", value) for name, value in entry.data.items()}
                dumped.setdefault(key, []).append(dict(shown, _locality=locality))
        return dumped
