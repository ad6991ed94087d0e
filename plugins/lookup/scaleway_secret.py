# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: scaleway_secret
short_description: What a secret of Secret Manager holds
description:
  - Reads a version of a secret and gives what it holds. Nothing is kept, each call reads anew.
  - Ansible shows the arguments of a task. Set C(no_log) where the value must not be seen.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.auth
  - community.scaleway.place
options:
  _terms:
    description:
      - Secrets, each by ID, or by its exact name after its path, for example V(/production/database). Without a path it is in V(/).
      - The project matters for names only. A name that is there more than once is refused.
    type: list
    elements: str
    required: true
  revision:
    description:
      - The version to read, by its number, or V(latest) or V(latest_enabled).
      - V(latest) cannot be read when it is disabled.
    type: str
    default: latest_enabled
  format:
    description:
      - What to make of the value. V(text) decodes it as UTF-8, V(bytes) and V(base64) are for what is no text, and V(json) gives
        what the JSON in it says.
    type: str
    choices: [text, json, base64, bytes]
    default: text
  field:
    description:
      - Only give the value of this key of the JSON object that the secret holds.
    type: str
seealso:
  - module: community.scaleway.scaleway_secret_version
"""

EXAMPLES = r"""
- name: Have a secret
  community.scaleway.scaleway_secret:
    name: database
    path: /production
    type: key_value

- name: Have it hold something
  community.scaleway.scaleway_secret_version:
    secret: /production/database
    data: {user: web, password: correct horse battery staple}

- name: Use one of its fields
  ansible.builtin.set_fact:
    password: "{{ lookup('community.scaleway.scaleway_secret', '/production/database', field='password') }}"
  no_log: true

- name: Use the whole of its first version
  ansible.builtin.set_fact:
    database: "{{ lookup('community.scaleway.scaleway_secret', '/production/database', format='json', revision=1, region='fr-par') }}"
  no_log: true
"""

RETURN = r"""
_raw:
  description:
    - The values, in the order of the terms.
  type: list
  elements: raw
"""

import typing as t

from ..module_utils._client import Client
from ..module_utils._context import Context
from ..module_utils._references import id_of
from ..module_utils._secret_manager import SECRET, as_asked, read_secret
from ..plugin_utils._lookup import ScalewayLookup


class LookupModule(ScalewayLookup):
    def find(self, client: Client, context: Context, term: str) -> t.Any:
        params = context.params
        secret = id_of(client, SECRET, context, "secret", term)
        return as_asked(read_secret(client, context, secret, params["revision"]), params["format"], params.get("field"))
