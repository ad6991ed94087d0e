# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # The options of module_utils/_options.py, OWNER.
    DOCUMENTATION = r"""
options:
  project:
    description:
      - The ID of the project that the resource belongs to.
      - If not set, the environment variable E(SCW_DEFAULT_PROJECT_ID) or the profile is used. The default project is
        used to create and to find one resource. It does not narrow lists.
      - The classic API knows no projects. There, O(organization) counts.
    type: str
    aliases: [project_id]
  organization:
    description:
      - The ID of the organization that the resource belongs to.
      - If not set, the environment variable E(SCW_DEFAULT_ORGANIZATION_ID) or the profile is used.
      - In the current API it only counts when this option is set and O(project) is not.
    type: str
    aliases: [organization_id]
"""
