# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_function_namespace
short_description: Manage namespaces of Serverless Functions
description:
  - Create, change, and delete namespaces of Scaleway's Serverless Functions.
  - A namespace is found by its exact name in its region and project, or by its ID. To delete one deletes the functions in
    it.
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
  - community.scaleway.legacy
  - community.scaleway.variables
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the namespace. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
  description:
    description:
      - What the namespace is for. An empty text removes it.
    type: str
  vpc_integration:
    description:
      - Whether its functions can be attached to private networks. It cannot be changed in place.
    type: bool
seealso:
  - module: community.scaleway.scaleway_function_namespace_info
  - module: community.scaleway.scaleway_function
"""

EXAMPLES = r"""
- name: Create a namespace
  community.scaleway.scaleway_function_namespace:
    name: shop
    description: the shop
    environment_variables:
      LOG_LEVEL: info
    region: fr-par

- name: Give all its functions a secret
  community.scaleway.scaleway_function_namespace:
    name: shop
    secret_environment_variables:
      API_KEY: "{{ api_key }}"
    region: fr-par

- name: Delete it with its functions
  community.scaleway.scaleway_function_namespace:
    name: shop
    region: fr-par
    state: absent
"""

RETURN = r"""
function_namespace:
  description:
    - The function namespace as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the function namespace
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4"
    name:
      description: The name.
      returned: success
      type: str
      sample: shop
    description:
      description: What it is for.
      returned: success
      type: str
      sample: the shop
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
    environment_variables:
      description: The environment variables.
      returned: success
      type: dict
      sample: {"LOG_LEVEL": "info"}
    secret_environment_variables:
      description: The names of the secret environment variables, with stars in place of their values.
      returned: success
      type: list
      elements: dict
      sample: [{"key": "API_KEY", "hashed_value": "********"}]
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    registry_namespace_id:
      description: The ID of the namespace of the Container Registry that holds what is built.
      returned: success
      type: str
      sample: "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51"
    registry_endpoint:
      description: Where that is.
      returned: success
      type: str
      sample: rg.fr-par.scw.cloud/funcscwshop
    vpc_integration_activated:
      description: Whether its functions can be attached to private networks.
      returned: success
      type: bool
      sample: false
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: "22222222-2222-4222-8222-222222222222"
    organization_id:
      description: The ID of the organization.
      returned: success
      type: str
      sample: "33333333-3333-4333-8333-333333333333"
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

from ..module_utils._functions import NAMESPACE
from ..module_utils._module import resource_module
from ..module_utils._options import VARIABLES
from ..module_utils._run import run

MODULE = resource_module(
    NAMESPACE,
    {
        "name": {"type": "str"},
        "description": {"type": "str"},
        **VARIABLES,
        "vpc_integration": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
