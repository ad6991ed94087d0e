# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Protection from deletion, as Secret Manager and Key Manager have it: set and taken by actions."""

from __future__ import annotations

import typing as t

from ._errors import InvalidInput
from ._resource import ITEM, Item, Params, Request, Steps


def protection(item: Item, value: t.Any) -> Steps:
    return [Request("POST", (ITEM, "protect" if value else "unprotect"), {})]


def unprotected_first(one: str) -> t.Callable[[Item, Params], Steps]:
    """What is protected is deleted when the task says that it shall not be protected."""

    def deletion(item: Item, params: Params) -> Steps:
        delete = Request("DELETE", (ITEM,), purpose="delete")
        if not item.get("protected"):
            return [delete]
        if params.get("protected") is not False:
            raise InvalidInput(
                f"The {one} {item['name']} ({item['id']}) is protected. Set protected to false to delete it all the same."
            )
        return [*protection(item, False), delete]

    return deletion
