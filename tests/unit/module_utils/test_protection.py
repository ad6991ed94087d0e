# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is protected is deleted only by a task that says so."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput
from ansible_collections.community.scaleway.plugins.module_utils._protection import unprotected_first
from ansible_collections.community.scaleway.plugins.module_utils._resource import ITEM, Request

DELETION = unprotected_first("secret")


@pytest.mark.parametrize("params", [{}, {"protected": None}, {"protected": True}])
def test_what_is_protected_stays(params: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match=r"^The secret token \(some-id\) is protected. Set protected to false"):
        DELETION({"name": "token", "id": "some-id", "protected": True}, params)


@pytest.mark.parametrize("item", [{"protected": True}, {"protected": False}, {}])
def test_what_may_go_goes(item: dict[str, Any]) -> None:
    first = [Request("POST", (ITEM, "unprotect"), {})] if item.get("protected") else []
    assert DELETION(item, {"protected": False}) == [*first, Request("DELETE", (ITEM,), purpose="delete")]
