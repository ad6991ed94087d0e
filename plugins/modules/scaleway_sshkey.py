# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_sshkey
short_description: Manage the SSH keys of an account by their text
description:
  - Add an SSH key to an account, or remove it. The key itself says which one is meant, its comment does not count.
  - Today it is an SSH key of the project. With the classic API it is one of the keys of the user that the token
    belongs to.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.legacy
options:
  state:
    description:
      - V(present) adds the key when it is missing. V(absent) removes it.
    type: str
    default: present
    choices: [present, absent]
  ssh_pub_key:
    description:
      - The public key, as it stands in a file like C(id_ed25519.pub).
    type: str
    required: true
  name:
    description:
      - The name of a new key, today. The comment of the key if this is not set.
    type: str
seealso:
  - module: community.scaleway.scaleway_iam_ssh_key
"""

EXAMPLES = r"""
- name: Let me in
  community.scaleway.scaleway_sshkey:
    ssh_pub_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d ada@example.com

- name: Let me in no longer
  community.scaleway.scaleway_sshkey:
    ssh_pub_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d ada@example.com
    state: absent
"""

RETURN = r"""
ssh_key:
  description: The key as the API describes it. Empty when there is none any more.
  returned: success
  type: dict
  sample: {"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "name": "ada@example.com"}
data:
  description: The keys as the modules of C(community.general) returned them.
  returned: success
  type: dict
  sample: {"ssh_public_keys": [{"key": "ssh-ed25519 AAAA"}]}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._account import manage_ssh_key
from ..module_utils._module import Module
from ..module_utils._options import AUTH, LEGACY, PLACE, STATE
from ..module_utils._run import run

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        **LEGACY,
        "state": STATE["state"],
        "ssh_pub_key": {"type": "str", "required": True, "no_log": False},
        "name": {"type": "str"},
    },
    manage_ssh_key,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
