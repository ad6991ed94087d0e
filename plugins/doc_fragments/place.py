# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # The options of module_utils/_options.py, PLACE.
    DOCUMENTATION = r"""
options:
  zone:
    description:
      - The zone, for example V(fr-par-1). The older names like V(par1) and V(EMEA-FR-PAR1) are understood.
      - If not set, the environment variable E(SCW_DEFAULT_ZONE) or the profile is used, then V(fr-par-1).
      - Modules of resources that are not in zones accept it, so that C(module_defaults) can set it for all.
    type: str
  region:
    description:
      - The region, for example V(fr-par).
      - If not set, the region of O(zone) is used, then the environment variable E(SCW_DEFAULT_REGION) or the profile,
        then V(fr-par).
      - When this is set and O(zone) is not, resources in zones are in the default zone if that lies in the region,
        otherwise in the first zone of the region. A zone is understood as well, as older playbooks put it here.
    type: str
  project:
    description:
      - The project that the resource belongs to, by its ID or its exact name. A name is looked up once for each task.
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
