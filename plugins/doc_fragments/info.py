# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # The options of module_utils/_options.py, INFO.
    DOCUMENTATION = r"""
options:
  id:
    description:
      - Only list the resource with this ID.
    type: str
  name:
    description:
      - Only list resources with this name.
    type: str
  name_match:
    description:
      - Whether O(name) is the whole name, or only a part of it.
    type: str
    default: exact
    choices: [exact, contains]
"""

    # For the zone of a list, before place.py: the text there with one value more.
    ZONE = r"""
options:
  zone:
    description:
      - The zone to list, for example V(fr-par-1), or V(all) for every zone that is known.
      - The older names like V(par1) and V(EMEA-FR-PAR1) are understood.
      - If not set, the environment variable E(SCW_DEFAULT_ZONE) or the profile is used, then V(fr-par-1).
    type: str
"""

    # For the region of a list, in the same way.
    REGION = r"""
options:
  region:
    description:
      - The region to list, for example V(fr-par), or V(all) for every region that is known.
      - If not set, the region of O(zone) is used, then the environment variable E(SCW_DEFAULT_REGION) or the profile,
        then V(fr-par).
    type: str
"""
