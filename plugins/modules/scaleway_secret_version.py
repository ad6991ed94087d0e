# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_secret_version
short_description: Manage the versions of a secret
description:
  - Make, change, enable, disable, and delete versions of a secret of Secret Manager.
  - A new version is made when the data differs from that of the newest enabled version. For that the version is read and
    compared; what it holds is never shown.
  - A deleted version can be restored for some days. For this module it is not there any more.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state
  - community.scaleway.wait
options:
  secret:
    description:
      - The secret, by ID, or by its exact name after its path, for example V(/production/database). Without a path it is in V(/).
    type: str
    required: true
    aliases: [secret_id]
  data:
    description:
      - What the version holds, as a text. It is kept as it is, with spaces and line ends.
      - An object or a list is kept as JSON. Ansible hides each value in it wherever it occurs in results. With the filter
        C(to_json) it is one text, and short values in it do not make results unreadable.
    type: raw
  data_base64:
    description:
      - What the version holds, in base64. Use this for what is no text.
    type: str
  revision:
    description:
      - The version that is meant, by its number, or V(latest) or V(latest_enabled).
      - What a version holds cannot be changed. That is why O(data) cannot be set together with this.
    type: str
  description:
    description:
      - A text about the version. An empty text removes it.
    type: str
  enabled:
    description:
      - Whether the version can be read.
      - A new version is enabled. V(false) together with data needs O(compare_data=false).
    type: bool
  disable_previous:
    description:
      - Whether the version before is disabled when a new one is made.
    type: bool
    default: false
  compare_data:
    description:
      - Whether to read the newest enabled version and to make a new one only when its data differs.
      - V(false) makes a new version each time. It is needed for versions that expire once they are read, and for keys that may
        not read secrets.
    type: bool
    default: true
  id:
    description:
      - The same as O(revision).
seealso:
  - module: community.scaleway.scaleway_secret
  - module: community.scaleway.scaleway_secret_version_info
  - plugin: community.scaleway.scaleway_secret
    plugin_type: lookup
"""

EXAMPLES = r"""
- name: Have a secret
  community.scaleway.scaleway_secret:
    name: database
    path: /production
    region: fr-par

- name: Have it hold this password, and disable the version before
  community.scaleway.scaleway_secret_version:
    secret: /production/database
    data: "{{ database_password | default('correct horse battery staple') }}"
    disable_previous: true
    region: fr-par

- name: Disable the newest version
  community.scaleway.scaleway_secret_version:
    secret: /production/database
    revision: latest
    enabled: false
    region: fr-par

- name: Delete the first version
  community.scaleway.scaleway_secret_version:
    secret: /production/database
    revision: "1"
    region: fr-par
    state: absent
"""

RETURN = r"""
secret_version:
  description:
    - The version as the API describes it, without what it holds. Empty when there is none any more.
    - In check mode it is the version as it would be. A new one has no revision then.
  returned: always, unless nothing is known of the version
  type: dict
  contains:
    revision:
      description: The number of the version.
      returned: when the version exists
      type: int
      sample: 2
    secret_id:
      description: The ID of its secret.
      returned: when the version exists
      type: str
      sample: 842d724a-1e9c-4017-ac08-6bf83cab4c64
    status:
      description: Whether it is V(enabled) or V(disabled).
      returned: success
      type: str
      sample: enabled
    description:
      description: The text about it.
      returned: success
      type: str
      sample: ""
    latest:
      description: Whether it is the newest version.
      returned: success
      type: bool
      sample: true
    ephemeral_properties:
      description: When it expires.
      returned: when the version exists
      type: dict
      sample: null
    region:
      description: Its region.
      returned: when the version exists
      type: str
      sample: fr-par
    created_at:
      description: When it was made.
      returned: when the version exists
      type: str
      sample: "2026-07-03T15:28:00.329374Z"
    updated_at:
      description: When it was changed last.
      returned: when the version exists
      type: str
      sample: "2026-07-03T15:28:00.329374Z"
    deleted_at:
      description: When it was deleted for good.
      returned: when the version exists
      type: str
      sample: null
    deletion_requested_at:
      description: When its deletion was asked for.
      returned: when the version exists
      type: str
      sample: null
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._secret_manager import VERSION

MODULE = resource_module(
    VERSION,
    {
        "secret": {"type": "str", "required": True, "aliases": ["secret_id"], "no_log": False},
        "data": {"type": "raw", "no_log": True},
        "data_base64": {"type": "str", "no_log": True},
        "revision": {"type": "str"},
        "description": {"type": "str"},
        "enabled": {"type": "bool"},
        "disable_previous": {"type": "bool", "default": False},
        "compare_data": {"type": "bool", "default": True},
    },
    mutually_exclusive=[("data", "data_base64", "revision", "id")],
    required_one_of=[("data", "data_base64", "revision", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
