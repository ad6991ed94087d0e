# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_user
short_description: Change users of the classic account API
description:
  - Change name, e-mail address, and SSH keys of a user of the classic Scaleway API.
  - Users cannot be created or deleted there. Today users are part of IAM.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
options:
  user:
    description:
      - The ID or the e-mail address of the user. The only user that the token can see if it is not set.
    type: str
    aliases: [user_id]
  firstname:
    description:
      - The first name.
    type: str
  lastname:
    description:
      - The last name.
    type: str
  email:
    description:
      - The e-mail address that the user gets.
    type: str
  ssh_public_keys:
    description:
      - All SSH keys of the user, in any order. Comments do not count. An empty list removes all of them.
    type: list
    elements: str
"""

EXAMPLES = r"""
- name: Let one key in, and no other
  community.scaleway.scaleway_user:
    user: admin@example.com
    ssh_public_keys:
      - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d ada@example.com
"""

RETURN = r"""
user:
  description:
    - The user as the API describes it.
    - Among the keys are C(id), C(email), C(firstname), C(lastname), C(fullname), C(organizations), C(roles), and C(ssh_public_keys).
  returned: success
  type: dict
  sample: {"id": "44444444-4444-4444-8444-444444444444", "email": "admin@example.com"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._account import manage_user
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._run import run

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        "user": {"type": "str", "aliases": ["user_id"]},
        "firstname": {"type": "str"},
        "lastname": {"type": "str"},
        "email": {"type": "str"},
        "ssh_public_keys": {"type": "list", "elements": "str", "no_log": False},
    },
    manage_user,
    in_project=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
