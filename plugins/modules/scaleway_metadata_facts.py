# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_metadata_facts
short_description: Read what an Instance knows of itself
description:
  - Read the metadata of the Scaleway Instance that the module runs on. They become facts.
  - It asks the link-local address that only Instances have, and needs no token. The options for the account are
    there for C(module_defaults) only.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  metadata_url:
    description:
      - The address of the metadata service.
    type: str
    default: http://169.254.42.42
  user_data:
    description:
      - Whether to read the user data, too. The service gives it only to root, so the task needs C(become).
    type: bool
    default: false
  metadata_timeout:
    description:
      - Seconds to wait for the service.
    type: float
    default: 5.0
"""

EXAMPLES = r"""
- name: Read what this server knows of itself
  community.scaleway.scaleway_metadata_facts:
    metadata_url: "{{ metadata_url | default('http://169.254.42.42') }}"
"""

RETURN = r"""
ansible_facts:
  description: The metadata under the key C(scaleway_metadata), the user data under C(scaleway_user_data).
  returned: success
  type: dict
  sample: {"scaleway_metadata": {"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "web-1"}}
"""

from ..module_utils._metadata import read_metadata
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._run import run

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        "metadata_url": {"type": "str", "default": "http://169.254.42.42"},
        "user_data": {"type": "bool", "default": False},
        "metadata_timeout": {"type": "float", "default": 5.0},
    },
    None,
    alone=read_metadata,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
