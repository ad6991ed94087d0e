# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # The options of module_utils/_options.py, LEGACY.
    DOCUMENTATION = r"""
options:
  query_parameters:
    description:
      - Further parameters of the query with which the API lists the resources.
      - This is here for playbooks that were written for C(community.general).
    type: dict
"""
