# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # Credentials for queues and topics: the options of module_utils/_mnq.py, CREDENTIALS.
    DOCUMENTATION = r"""
options:
  name:
    description:
      - The name of the credentials.
      - Needed unless O(id) is set. Together with O(id) it is the name that they get.
    type: str
  permissions:
    description:
      - What the credentials allow. What is not mentioned stays as it is, and is not allowed to new ones.
    type: dict
    suboptions:
      can_publish:
        description: Whether messages can be sent.
        type: bool
      can_receive:
        description: Whether messages can be received.
        type: bool
      can_manage:
        description: Whether the queues or topics can be created, changed, and deleted.
        type: bool
"""
