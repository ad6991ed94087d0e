# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_secret
short_description: Manage secrets of Secret Manager
description:
  - Create, change, protect, and delete secrets. What a secret holds is in its versions, see
    M(community.scaleway.scaleway_secret_version).
  - A secret is found by its exact name and path in its region and project, or by its ID.
  - A deleted secret can be restored for some days. For this module it is not there any more.
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
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the secret, without its path.
      - Needed unless O(id) is set. Together with O(id) it is the name that the secret gets.
    type: str
  path:
    description:
      - The folder of the secret, for example V(/production/web).
      - If not set, the secret is looked for and created in V(/). Together with O(id) it is the folder that the secret is moved
        to, and without O(path) it stays where it is.
    type: str
  type:
    description:
      - What the secret holds. It cannot be changed in place.
      - V(key_value), V(basic_credentials), and V(database_credentials) hold JSON objects.
      - A new secret is V(opaque) if this is not set.
    type: str
    choices: [opaque, certificate, key_value, basic_credentials, database_credentials, ssh_key]
  description:
    description:
      - A text about the secret. An empty text removes it.
    type: str
  protected:
    description:
      - Whether the secret cannot be deleted.
      - To delete a protected secret, set this to V(false) in the task that deletes it.
    type: bool
  ephemeral_policy:
    description:
      - When the versions that are made from now on expire.
    type: dict
    suboptions:
      action:
        description:
          - What happens to a version that expires.
        type: str
        choices: [delete, disable]
        required: true
      time_to_live:
        description:
          - How long a version lives, for example V(30m), V(12h), or V(7d).
        type: str
      expires_once_accessed:
        description:
          - Whether a version expires once it was read.
        type: bool
  kms_key:
    description:
      - The key of Key Manager that encrypts a new secret, by ID or exact name. It cannot be changed in place.
      - If not set, the secret is encrypted with a key of Scaleway's.
    type: str
    aliases: [key_id]
seealso:
  - module: community.scaleway.scaleway_secret_info
  - module: community.scaleway.scaleway_secret_version
  - plugin: community.scaleway.scaleway_secret
    plugin_type: lookup
"""

EXAMPLES = r"""
- name: Have a secret that cannot be deleted
  community.scaleway.scaleway_secret:
    name: database
    path: /production
    type: key_value
    protected: true
    tags: [web]
    region: fr-par

- name: Let its versions expire after a week
  community.scaleway.scaleway_secret:
    name: database
    path: /production
    ephemeral_policy:
      action: disable
      time_to_live: 7d
    region: fr-par

- name: Delete the secret all the same
  community.scaleway.scaleway_secret:
    name: database
    path: /production
    protected: false
    region: fr-par
    state: absent
"""

RETURN = r"""
secret:
  description:
    - The secret as the API describes it, without what it holds. Empty when there is none any more.
    - In check mode it is the secret as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the secret
  type: dict
  contains:
    id:
      description: The ID of the secret.
      returned: when the secret exists
      type: str
      sample: 842d724a-1e9c-4017-ac08-6bf83cab4c64
    name:
      description: Its name.
      returned: success
      type: str
      sample: database
    path:
      description: Its folder.
      returned: success
      type: str
      sample: /production
    type:
      description: What it holds.
      returned: success
      type: str
      sample: key_value
    status:
      description: Its state.
      returned: when the secret exists
      type: str
      sample: ready
    description:
      description: The text about it.
      returned: success
      type: str
      sample: ""
    tags:
      description: Its tags.
      returned: success
      type: list
      elements: str
      sample: [web]
    protected:
      description: Whether it cannot be deleted.
      returned: success
      type: bool
      sample: true
    managed:
      description: Whether a product of Scaleway made it.
      returned: success
      type: bool
      sample: false
    used_by:
      description: The products that may use it.
      returned: success
      type: list
      elements: str
      sample: []
    version_count:
      description: How many versions it has.
      returned: success
      type: int
      sample: 1
    ephemeral_policy:
      description: When its versions expire.
      returned: success
      type: dict
      sample: {"action": "disable", "time_to_live": "604800s", "expires_once_accessed": false}
    key_id:
      description: The key of Key Manager that it is encrypted with, when that is a key of your own.
      returned: success
      type: str
      sample: null
    region:
      description: Its region.
      returned: when the secret exists
      type: str
      sample: fr-par
    project_id:
      description: The ID of its project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    created_at:
      description: When it was created.
      returned: when the secret exists
      type: str
      sample: "2026-07-03T15:27:59.863920Z"
    updated_at:
      description: When it was changed last.
      returned: when the secret exists
      type: str
      sample: "2026-07-03T15:27:59.863920Z"
    deletion_requested_at:
      description: When its deletion was asked for.
      returned: when the secret exists
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
from ..module_utils._secret_manager import SECRET

MODULE = resource_module(
    SECRET,
    {
        "name": {"type": "str"},
        "path": {"type": "str"},
        "type": {
            "type": "str",
            "choices": ["opaque", "certificate", "key_value", "basic_credentials", "database_credentials", "ssh_key"],
        },
        "description": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
        "protected": {"type": "bool"},
        "ephemeral_policy": {
            "type": "dict",
            "options": {
                "action": {"type": "str", "choices": ["delete", "disable"], "required": True},
                "time_to_live": {"type": "str"},
                "expires_once_accessed": {"type": "bool"},
            },
        },
        "kms_key": {"type": "str", "no_log": False, "aliases": ["key_id"]},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
