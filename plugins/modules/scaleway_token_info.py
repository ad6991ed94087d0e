# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_token_info
short_description: List tokens of the classic API
description:
  - List the tokens of the classic account API (C(account.scaleway.com)) that the token of the task may see.
  - The ID of a token is the token itself, so only its last four characters are shown.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_token
"""

EXAMPLES = r"""
- name: List the tokens of the account
  community.scaleway.scaleway_token_info:
  register: known
"""

RETURN = r"""
tokens:
  description:
    - The tokens.
    - See RV(community.scaleway.scaleway_token#module:token) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "********1f2e", "expires": null}]
"""

from ..module_utils._module import info_module
from ..module_utils._resource import Resource
from ..module_utils._run import run

TOKENS = Resource(
    product="account",
    version="",
    path="tokens",
    one="token",
    many="tokens",
    scope="global",
    wrapped=True,
    generations=("classic",),
    owner="",
    secret=("id",),
)

MODULE = info_module(TOKENS, {}, named=False)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
