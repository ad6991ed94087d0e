# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: scaleway_project
short_description: The ID of a project
description:
  - Gives the ID of a Scaleway project by its exact name in the organization. What is an ID already is given back.
  - The modules of this collection accept names of projects themselves. This is for everything else.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.auth
  - community.scaleway.place
options:
  _terms:
    description:
      - Names of projects.
    type: list
    elements: str
    required: true
seealso:
  - module: community.scaleway.scaleway_project
  - module: community.scaleway.scaleway_project_info
"""

EXAMPLES = r"""
- name: Show the ID of a project
  ansible.builtin.debug:
    msg: "{{ lookup('community.scaleway.scaleway_project', 'default') }}"
"""

RETURN = r"""
_raw:
  description:
    - The IDs, in the order of the terms.
  type: list
  elements: str
"""

import typing as t

from ..module_utils._client import Client
from ..module_utils._context import Context
from ..module_utils._project import PROJECT
from ..module_utils._references import id_of
from ..plugin_utils._lookup import ScalewayLookup


class LookupModule(ScalewayLookup):
    def find(self, client: Client, context: Context, term: str) -> t.Any:
        return id_of(client, PROJECT, context, "project", term)
