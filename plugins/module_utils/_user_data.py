# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""User data of a server: texts by key (findings, sections 1 and 5)."""

from __future__ import annotations

import typing as t

from ._client import Client
from ._errors import BadAnswer, NotFound
from ._urls import path_of

Texts = t.Dict[str, str]


class UserData:
    """The user data of the server whose address is given."""

    def __init__(self, client: Client, server_url: str) -> None:
        self.client = client
        self.url = f"{server_url}/user_data"

    def keys(self) -> t.List[str]:
        answer = self.client.request("GET", self.url)
        found = answer.data.get("user_data") if isinstance(answer.data, dict) else None
        if not isinstance(found, list):
            raise BadAnswer(f"GET {self.url} answered without the list of keys that belongs there.", "GET", self.url)
        return sorted(map(str, found))

    def get(self, key: str) -> t.Optional[str]:
        """The text of a key, None when there is none."""
        try:
            data = self.client.request("GET", f"{self.url}/{path_of(key)}").data
        except NotFound:
            return None
        return "" if data is None else str(data)

    def read(self, keys: t.Iterable[str]) -> Texts:
        """The texts of those keys that there are."""
        found = {key: self.get(key) for key in keys}
        return {key: text for key, text in found.items() if text is not None}

    def apply(self, before: Texts, after: Texts) -> None:
        """Write what differs, delete what is not wanted any more."""
        for key, text in after.items():
            if before.get(key) != text:
                self.client.request("PATCH", f"{self.url}/{path_of(key)}", body=text)
        for key in before:
            if key not in after:
                try:
                    self.client.request("DELETE", f"{self.url}/{path_of(key)}")
                except NotFound:
                    continue
