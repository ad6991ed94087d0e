# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # Of everything that has tags.
    DOCUMENTATION = r"""
options:
  tags:
    description:
      - The tags, in any order. They replace all that there are, and an empty list removes them.
      - If not set, they stay as they are.
    type: list
    elements: str
"""
