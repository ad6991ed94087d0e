# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iam_ssh_key_info
short_description: List SSH keys
description:
  - List the SSH keys of a Scaleway organization or of one project, over all pages.
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
  disabled:
    description:
      - Only list SSH keys that let nobody in, or only those that do.
    type: bool
seealso:
  - module: community.scaleway.scaleway_iam_ssh_key
"""

EXAMPLES = r"""
- name: List the SSH keys of one project
  community.scaleway.scaleway_iam_ssh_key_info:
    project: default
    disabled: false
"""

RETURN = r"""
ssh_keys:
  description:
    - The SSH keys, an empty list when there is none.
    - See RV(community.scaleway.scaleway_iam_ssh_key#module:ssh_key) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "name": "ada"}]
"""

from ..module_utils._identity import SSH_KEY
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(SSH_KEY, {"disabled": {"type": "bool"}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
