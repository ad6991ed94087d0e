# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_key
short_description: Manage keys of Key Manager
description:
  - Create, change, protect, enable, disable, and delete keys of Scaleway's Key Manager, which encrypt and sign without ever
    leaving it.
  - A key is found by its exact name in its region and project, or by its ID. Keys that are scheduled for deletion count as
    gone.
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
      - The name of the key.
      - Needed unless O(id) is set. Together with O(id) it is the name that the key gets.
    type: str
  usage:
    description:
      - What the key is for, and its algorithm. Needed to create one. It cannot be changed in place.
    type: dict
    suboptions:
      symmetric_encryption:
        description:
          - The algorithm of a key that encrypts and decrypts, for example V(aes_256_gcm).
        type: str
      asymmetric_encryption:
        description:
          - The algorithm of a pair of keys for encryption, for example V(rsa_oaep_3072_sha256).
        type: str
      asymmetric_signing:
        description:
          - The algorithm of a pair of keys for signatures, for example V(ec_p256_sha256).
        type: str
  description:
    description:
      - A text for people.
    type: str
  enabled:
    description:
      - Whether the key can be used.
    type: bool
  protected:
    description:
      - Whether the key cannot be deleted. A new key is protected if this is not set.
      - To delete a protected key, set this to V(false) in the task that deletes it.
    type: bool
  rotation_policy:
    description:
      - When the key is renewed by itself. Older versions of it still decrypt what they encrypted.
    type: dict
    suboptions:
      rotation_period:
        description:
          - How often, in seconds or with a unit, like V(90d).
        type: str
      next_rotation_at:
        description:
          - When it is renewed next, like V(2030-01-01T00:00:00Z). If not set, it follows from the period.
        type: str
  origin:
    description:
      - Whether Key Manager makes the key (V(scaleway_kms), the default) or O(key_material) is it (V(external)).
      - It cannot be changed in place.
    type: str
    choices: [scaleway_kms, external]
  key_material:
    description:
      - What an external key consists of, as base64. It is imported when the key has none yet, and is never compared.
    type: str
seealso:
  - module: community.scaleway.scaleway_key_info
"""

EXAMPLES = r"""
- name: Have a key that is renewed four times a year
  community.scaleway.scaleway_key:
    name: backups
    region: fr-par
    usage:
      symmetric_encryption: aes_256_gcm
    description: For the backups
    rotation_policy:
      rotation_period: 90d
    tags: [backup]

- name: Let nobody use it for now
  community.scaleway.scaleway_key:
    name: backups
    region: fr-par
    enabled: false

- name: Bring a key of your own
  community.scaleway.scaleway_key:
    name: partner
    region: fr-par
    usage:
      symmetric_encryption: aes_256_gcm
    origin: external
    key_material: "{{ lookup('ansible.builtin.password', '/dev/null', length=32) | b64encode }}"
    protected: false

- name: Schedule the protected key for deletion
  community.scaleway.scaleway_key:
    name: backups
    region: fr-par
    protected: false
    state: absent
"""

RETURN = r"""
key:
  description:
    - It, as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: c39df4ff-0f6b-4d0e-8a3e-5b1d1c1f9a02
    name:
      description: The name.
      returned: success
      type: str
      sample: backups
    usage:
      description: What it is for, and its algorithm.
      returned: success
      type: dict
      sample: {"symmetric_encryption": "aes_256_gcm"}
    state:
      description: Whether it can be used, V(enabled), V(disabled), or V(pending_key_material).
      returned: success
      type: str
      sample: enabled
    description:
      description: The text for people.
      returned: success
      type: str
      sample: For the backups
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    protected:
      description: Whether it cannot be deleted.
      returned: success
      type: bool
      sample: true
    locked:
      description: Whether Scaleway has locked it.
      returned: success
      type: bool
      sample: false
    rotation_policy:
      description: When it is renewed.
      returned: success
      type: dict
      sample: {"rotation_period": "7776000s", "next_rotation_at": "2026-08-21T10:26:52.942709Z"}
    rotation_count:
      description: How often it was made anew.
      returned: success
      type: int
      sample: 1
    rotated_at:
      description: When it was made anew last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
    origin:
      description: Who made it.
      returned: success
      type: str
      sample: scaleway_kms
    protection_level:
      description: How it is kept.
      returned: success
      type: str
      sample: software
    deletion_requested_at:
      description: When its deletion was asked for.
      returned: success
      type: str
      sample: null
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
    updated_at:
      description: When it was changed last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._key_manager import KEY
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    KEY,
    {
        "name": {"type": "str"},
        "usage": {
            "type": "dict",
            "options": {
                "symmetric_encryption": {"type": "str"},
                "asymmetric_encryption": {"type": "str"},
                "asymmetric_signing": {"type": "str"},
            },
            "mutually_exclusive": [("symmetric_encryption", "asymmetric_encryption", "asymmetric_signing")],
            "required_one_of": [("symmetric_encryption", "asymmetric_encryption", "asymmetric_signing")],
        },
        "description": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
        "enabled": {"type": "bool"},
        "protected": {"type": "bool"},
        "rotation_policy": {
            "type": "dict",
            "options": {"rotation_period": {"type": "str"}, "next_rotation_at": {"type": "str"}},
        },
        "origin": {"type": "str", "choices": ["scaleway_kms", "external"]},
        "key_material": {"type": "str", "no_log": True},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
