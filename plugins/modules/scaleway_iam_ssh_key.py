# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iam_ssh_key
short_description: Manage SSH keys of a project
description:
  - Add, change, and remove SSH keys of Scaleway projects. New servers of the project let them in.
  - An SSH key is found by its exact name in its project, or by the key itself when no name is given, or by its ID.
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
  name:
    description:
      - The name of the SSH key.
      - Together with O(id) it is the name that the SSH key gets. Needed to add one.
    type: str
  public_key:
    description:
      - The public key, as it stands in a file like C(id_ed25519.pub). Its comment does not count.
      - Needed to add one. Another key needs another name, or O(recreate=true).
    type: str
  disabled:
    description:
      - Whether the SSH key lets nobody in, for the time being.
    type: bool
seealso:
  - module: community.scaleway.scaleway_iam_ssh_key_info
  - module: community.scaleway.scaleway_sshkey
"""

EXAMPLES = r"""
- name: Let Ada in
  community.scaleway.scaleway_iam_ssh_key:
    name: ada
    public_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d ada@example.com

- name: Do not let her in for a while
  community.scaleway.scaleway_iam_ssh_key:
    name: ada
    disabled: true

- name: Remove the key, whatever it is called
  community.scaleway.scaleway_iam_ssh_key:
    public_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d ada@example.com
    state: absent
"""

RETURN = r"""
ssh_key:
  description:
    - The SSH key as the API describes it. Empty when there is none any more.
    - In check mode it is the SSH key as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the SSH key
  type: dict
  contains:
    id:
      description: The ID of the SSH key.
      returned: when the SSH key exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: Its name.
      returned: success
      type: str
      sample: ada
    public_key:
      description: The key without its comment.
      returned: success
      type: str
      sample: ssh-ed25519 AAAA
    fingerprint:
      description: Its fingerprint.
      returned: when it exists
      type: str
      sample: 256 MD5:6b:cd:72:8a (ssh-ed25519)
    disabled:
      description: Whether it lets nobody in.
      returned: success
      type: bool
      sample: false
    project_id:
      description: The ID of its project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization_id:
      description: The ID of its organization.
      returned: when it exists
      type: str
      sample: 33333333-3333-4333-8333-333333333333
    created_at:
      description: When it was created.
      returned: when it exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
    updated_at:
      description: When it was changed last.
      returned: when it exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._identity import SSH_KEY
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    SSH_KEY,
    {
        "name": {"type": "str"},
        "public_key": {"type": "str", "no_log": False},
        "disabled": {"type": "bool"},
    },
    required_one_of=[("name", "public_key", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
