# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # The options of module_utils/_options.py, STATE.
    DOCUMENTATION = r"""
options:
  state:
    description:
      - V(present) creates the resource when there is none, and changes what differs.
      - V(absent) deletes it.
    type: str
    default: present
    choices: [present, absent]
  id:
    description:
      - The ID of the resource, to say which one is meant when its name is not enough, or to give it another name where
        names can be changed.
    type: str
  recreate:
    description:
      - Whether to delete the resource and to create it anew when something differs that cannot be changed in place.
      - V(false) refuses such a change and leaves all as it is. With V(true), all that the resource holds is lost.
    type: bool
    default: false
"""

    # For what there is only one of: the state alone.
    SINGLETON = r"""
options:
  state:
    description:
      - V(present) creates what there is only one of, and changes what differs.
      - V(absent) removes it.
    type: str
    default: present
    choices: [present, absent]
"""
