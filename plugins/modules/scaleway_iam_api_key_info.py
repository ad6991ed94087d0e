# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iam_api_key_info
short_description: List API keys of IAM
description:
  - List API keys of Scaleway IAM, over all pages. Their secrets are never shown.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  id:
    description:
      - Only list the API key with this access key.
    type: str
  application:
    description:
      - Only list the API keys of this application, given by ID or name.
    type: str
  user:
    description:
      - Only list the API keys of this user, given by ID, e-mail address, or user name.
    type: str
seealso:
  - module: community.scaleway.scaleway_iam_api_key
"""

EXAMPLES = r"""
- name: List the API keys of a user
  community.scaleway.scaleway_iam_api_key_info:
    user: admin@example.com
  register: found
"""

RETURN = r"""
api_keys:
  description:
    - The API keys, an empty list when there is none.
    - See RV(community.scaleway.scaleway_iam_api_key#module:api_key) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"access_key": "SCWXXXXXXXXXXXXXXXXX", "description": "for the pipeline"}]
"""

from ..module_utils._identity import API_KEY
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    API_KEY, {"id": {"type": "str"}, "application": {"type": "str"}, "user": {"type": "str"}}, named=False
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
