# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # The options of module_utils/_options.py, LOCALITY: one part for each scope.
    ZONE = r"""
options:
  zone:
    description:
      - The zone, for example V(fr-par-1). The older names like V(par1) and V(EMEA-FR-PAR1) are understood.
      - If not set, the environment variable E(SCW_DEFAULT_ZONE) or the profile is used, then V(fr-par-1).
    type: str
    aliases: [region]
"""

    REGION = r"""
options:
  region:
    description:
      - The region, for example V(fr-par).
      - If not set, the environment variable E(SCW_DEFAULT_REGION) or the profile is used, then V(fr-par).
    type: str
"""
