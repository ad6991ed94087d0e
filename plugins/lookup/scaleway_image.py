# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: scaleway_image
short_description: The ID of an image of Instances
description:
  - Gives the ID of an image that the marketplace knows by a label, for example V(ubuntu_noble), or of an image of your own by
    its exact name.
  - An image is looked for in one zone. What is an ID already is given back.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.auth
  - community.scaleway.place
options:
  _terms:
    description:
      - Labels or names of images.
    type: list
    elements: str
    required: true
  arch:
    description:
      - The architecture that the image must be for, for example V(arm64).
      - If not set, it is that of O(commercial_type), and V(x86_64) when that is not set either.
    type: str
  commercial_type:
    description:
      - The type of server that the image must be fit for, for example V(DEV1-S).
    type: str
  root_volume_type:
    description:
      - Where the image puts the root volume. Each label has one image for either.
      - Images of your own are given whatever this says.
    type: str
    choices: [sbs_volume, l_ssd]
    default: sbs_volume
seealso:
  - module: community.scaleway.scaleway_image_info
  - module: community.scaleway.scaleway_server
"""

EXAMPLES = r"""
- name: Show the image of a label
  ansible.builtin.debug:
    msg: "{{ lookup('community.scaleway.scaleway_image', 'ubuntu_noble') }}"

- name: Show the images of two labels that are fit for a type of server in another zone
  ansible.builtin.debug:
    msg: >-
      {{ query('community.scaleway.scaleway_image', 'ubuntu_noble', 'ubuntu_jammy', commercial_type='DEV1-S',
               root_volume_type='l_ssd', zone='nl-ams-1') }}
"""

RETURN = r"""
_raw:
  description:
    - The IDs, in the order of the terms.
  type: list
  elements: str
"""

import typing as t

from ..module_utils._catalog import image_id, type_of
from ..module_utils._client import Client
from ..module_utils._context import Context
from ..plugin_utils._lookup import ScalewayLookup


class LookupModule(ScalewayLookup):
    def find(self, client: Client, context: Context, term: str) -> t.Any:
        params = context.params
        local = params["root_volume_type"] == "l_ssd"
        if params.get("commercial_type"):
            about = type_of(client, params["commercial_type"])
            return image_id(client, context, term, about["arch"], local, about["name"])
        return image_id(client, context, term, params.get("arch") or "x86_64", local)
