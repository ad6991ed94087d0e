# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # The options of module_utils/_options.py, WAIT.
    DOCUMENTATION = r"""
options:
  wait:
    description:
      - Whether to wait until the resource is ready, or gone.
      - With V(false) the task ends when the API has taken the request. The result holds what the API answered.
    type: bool
    default: true
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
    type: int
    default: 300
  wait_interval:
    description:
      - The pause between two looks, in seconds. It grows while the wait lasts.
    type: float
    default: 1.0
    aliases: [wait_sleep_time]
"""
