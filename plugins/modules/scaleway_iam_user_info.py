# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iam_user_info
short_description: List users of an organization
description:
  - List the users of a Scaleway organization, over all pages. Their names are their e-mail addresses and user names.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
options:
  type:
    description:
      - Only list users of this type.
    type: str
    choices: [owner, member]
  tags:
    description:
      - Only list users that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_iam_user
"""

EXAMPLES = r"""
- name: List the users
  community.scaleway.scaleway_iam_user_info:
  register: everything

- name: Find a user by the e-mail address
  community.scaleway.scaleway_iam_user_info:
    name: admin@example.com
"""

RETURN = r"""
users:
  description:
    - The users, an empty list when there is none.
    - See RV(community.scaleway.scaleway_iam_user#module:user) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "44444444-4444-4444-8444-444444444444", "email": "admin@example.com"}]
"""

from ..module_utils._identity import USER
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    USER, {"type": {"type": "str", "choices": ["owner", "member"]}, "tags": {"type": "list", "elements": "str"}}
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
