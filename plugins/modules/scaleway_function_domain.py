# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_function_domain
short_description: Manage domains of Serverless Functions
description:
  - Let a function of Scaleway's Serverless Functions be called by a host name of your own.
  - A domain is found by its host name in its function, or by its ID.
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
  function:
    description:
      - The function, by its ID, or by its exact name where no other one in the region has it. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
    aliases: [function_id]
  hostname:
    description:
      - The host name. It cannot be changed in place. Its CNAME record must lead to the host of the function first.
      - Needed unless O(id) is set.
    type: str
seealso:
  - module: community.scaleway.scaleway_function_domain_info
  - module: community.scaleway.scaleway_function
  - module: community.scaleway.scaleway_dns_record
"""

EXAMPLES = r"""
- name: Create a namespace
  community.scaleway.scaleway_function_namespace:
    name: shop
    region: fr-par

- name: Create a function
  community.scaleway.scaleway_function:
    namespace: shop
    name: hello
    runtime: python313
    region: fr-par

- name: Call it www.example.com
  community.scaleway.scaleway_function_domain:
    function: hello
    hostname: www.example.com
    region: fr-par

- name: Take the name from it
  community.scaleway.scaleway_function_domain:
    function: hello
    hostname: www.example.com
    region: fr-par
    state: absent
"""

RETURN = r"""
function_domain:
  description:
    - The function domain as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the function domain
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4"
    function_id:
      description: The ID of the function.
      returned: success
      type: str
      sample: "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51"
    hostname:
      description: The host name.
      returned: success
      type: str
      sample: www.example.com
    url:
      description: The URL to call it by.
      returned: success
      type: str
      sample: "https://www.example.com"
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    error_message:
      description: What went wrong, if anything did.
      returned: success
      type: str
      sample: ""
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._functions import DOMAIN
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    DOMAIN,
    {"function": {"type": "str", "aliases": ["function_id"]}, "hostname": {"type": "str"}},
    required_one_of=[("hostname", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
