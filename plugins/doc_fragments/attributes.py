# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    DOCUMENTATION = r"""
options: {}
attributes:
  action_group:
    description: Use C(group/community.scaleway.scaleway) in C(module_defaults) to set defaults for this module.
    support: full
    membership:
      - community.scaleway.scaleway
notes:
  - A task that would run on the controller anyway runs inside Ansible itself, without starting a Python process for it.
    Set the variable C(scaleway_in_process) to V(false) to run it as an ordinary module.
"""

    RESOURCE = r"""
options: {}
attributes:
  check_mode:
    description: Predicts the result, the new resource included, and sends nothing that could change anything.
    support: full
    details:
      - What an option names and is not there yet is taken for one that another task makes before, with a warning.
  diff_mode:
    description: Shows the resource before and after, without what changes by itself and without secrets.
    support: full
  idempotent:
    description: A second run with the same options reports no change and sends nothing that could change anything.
    support: full
"""

    # Not INFO: Ansible would take attributes.info for the fragment info.py.
    INFO_MODULE = r"""
options: {}
attributes:
  check_mode:
    description: Predicts the result, the new resource included, and sends nothing that could change anything.
    support: full
    details:
      - This module never changes anything.
  diff_mode:
    description: Shows the resource before and after, without what changes by itself and without secrets.
    support: N/A
    details:
      - This module never changes anything.
  idempotent:
    description: A second run with the same options reports no change and sends nothing that could change anything.
    support: full
    details:
      - This module never changes anything.
"""
