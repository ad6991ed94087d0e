# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Playbooks that are interrupted at any moment, and what the next run makes of it."""

from __future__ import annotations

import sys

from tests.tools.link_collection import link_collection

# "python -m" has no pytest-ansible that would make the collection importable.
sys.path.append(str(link_collection()))
