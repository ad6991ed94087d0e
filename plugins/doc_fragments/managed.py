# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # What managed databases share: the options of module_utils/_managed.py, PASSWORD.
    PASSWORD = r"""
options:
  password:
    description:
      - The password of the user. Needed to create one.
      - It has 8 to 128 characters, among them a lower case letter, a capital, a digit, and a special character.
    type: str
  update_password:
    description:
      - Whether the password of one that exists is set each time, as it cannot be read, or only when it is created.
      - With V(always) every run with O(password) reports a change.
    type: str
    default: on_create
    choices: [always, on_create]
"""

    # PUBLIC_ENDPOINTS.
    ENDPOINTS = r"""
options:
  endpoints:
    description:
      - What can be connected to, as a whole. There is a public endpoint at first if this is not set.
    type: dict
    suboptions:
      public_network:
        description: Whether there is a public endpoint.
        type: bool
        default: false
      private_networks:
        description: The private networks with an endpoint of it, by ID or exact name.
        type: list
        elements: str
        default: []
"""

    # SNAPSHOT_OPTIONS.
    SNAPSHOT = r"""
options:
  instance:
    description:
      - The database instance, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [instance_id]
  name:
    description:
      - The name of the snapshot.
      - Needed unless O(id) is set. Together with O(id) it is the name that the snapshot gets.
    type: str
  expires_at:
    description:
      - When it is deleted by itself, for example V(2027-01-31T12:00:00Z).
    type: str
"""

    # Of what belongs to an instance of Managed Databases.
    INSTANCE = r"""
options:
  instance:
    description:
      - The database instance, by ID or exact name.
    type: str
    required: true
    aliases: [instance_id]
"""
