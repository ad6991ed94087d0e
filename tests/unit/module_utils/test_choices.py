# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Values that a product lists."""

from __future__ import annotations

import pytest

from ansible_collections.community.scaleway.plugins.module_utils._choices import check_known, did_you_mean
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput

NAMES = ["LB-S", "LB-GP-M"]


def test_a_known_value_is_spelled_as_it_is_known() -> None:
    assert check_known("type", "lb-gp-m", NAMES, "type", "here") == "LB-GP-M"


def test_a_value_that_is_not_known_is_told_with_the_nearest_first() -> None:
    with pytest.raises(InvalidInput) as caught:
        check_known("type", "LB-GP-N", NAMES, "type", "here")
    told = "type: 'LB-GP-N' is no type in here. Did you mean LB-GP-M or LB-S? There are: LB-GP-M, LB-S."
    assert str(caught.value) == told


def test_not_more_names_are_told_than_can_be_read() -> None:
    with pytest.raises(InvalidInput) as caught:
        check_known("node_type", "x", [f"n{number}" for number in range(20)], "node type", "here")
    assert str(caught.value).endswith("and 8 more.")


def test_nothing_is_near_to_something_else() -> None:
    assert did_you_mean("?", NAMES) == ""
