# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_function
short_description: Manage Serverless Functions
description:
  - Create, change, deploy, and delete Scaleway's Serverless Functions.
  - A function is found by its exact name in its namespace, or by its ID.
  - The code is uploaded to a URL that the API signs for this one purpose. The secret key is not sent there.
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
      - The name of the function. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
  namespace:
    description:
      - The namespace, by its exact name or its ID. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
    aliases: [namespace_id]
  runtime:
    description:
      - The language and its version, for example V(python313).
      - Needed to create a function.
    type: str
  source:
    description:
      - "The code: a directory, or a ZIP archive, on the machine that runs the module."
      - It is compared with the code that is deployed, file by file. Only when another file, or other content, is there,
        or when the function is not ready, it is uploaded and deployed.
      - If this is not set, the code is left alone. A new function then has none, and is not deployed.
      - Of a directory, the directories C(.git) and C(__pycache__) are left out.
    type: path
  handler:
    description:
      - The file and the function in it that are called, for example V(handler.handle).
    type: str
  description:
    description:
      - What the function is for. An empty text removes it.
    type: str
  privacy:
    description:
      - Whether everybody can call it, or only who has a token.
      - A new function is public if this is not set.
    type: str
    choices: [public, private]
  http_option:
    description:
      - Whether calls by HTTP are answered, or sent on to HTTPS.
    type: str
    choices: [enabled, redirected]
  min_scale:
    description:
      - How many instances run when nobody calls.
    type: int
  max_scale:
    description:
      - How many instances run at most.
    type: int
  memory_limit:
    description:
      - The memory of an instance in megabytes. The CPU grows with it.
    type: int
  function_timeout:
    description:
      - How long a call may take, for example V(300s).
    type: str
  sandbox:
    description:
      - The environment that it runs in. V(v2) is the newer one, which a new function has if this is not set.
    type: str
    choices: [v1, v2]
  private_network:
    description:
      - The private network that it can reach, by its exact name or its ID. An empty text detaches it.
      - Its namespace must have been created with
        O(community.scaleway.scaleway_function_namespace#module:vpc_integration).
    type: str
    aliases: [private_network_id]
  redeploy:
    description:
      - Has no effect, and is accepted for playbooks that were written for C(community.general). Each change deploys the
        function anew.
    type: bool
  wait_timeout:
    description:
      - How long to wait, in seconds. To build a function takes minutes.
    type: int
    default: 900
seealso:
  - module: community.scaleway.scaleway_function_info
  - module: community.scaleway.scaleway_function_namespace
"""

EXAMPLES = r"""
- name: Create a namespace
  community.scaleway.scaleway_function_namespace:
    name: shop
    region: fr-par

- name: Make a directory for the code
  ansible.builtin.file:
    path: "{{ playbook_dir }}/hello"
    state: directory
    mode: "0755"

- name: Write the code
  ansible.builtin.copy:
    dest: "{{ playbook_dir }}/hello/handler.py"
    content: |
      def handle(event, context):
          return {"body": "hello", "statusCode": 200}
    mode: "0644"

- name: Deploy it whenever it has changed
  community.scaleway.scaleway_function:
    namespace: shop
    name: hello
    runtime: python313
    handler: handler.handle
    source: "{{ playbook_dir }}/hello"
    memory_limit: 256
    max_scale: 3
    secret_environment_variables:
      API_KEY: "{{ api_key }}"
    region: fr-par

- name: Let only those call it who have a token
  community.scaleway.scaleway_function:
    namespace: shop
    name: hello
    privacy: private
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_function:
    namespace: shop
    name: hello
    region: fr-par
    state: absent
"""

RETURN = r"""
function:
  description:
    - The function as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the function
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
    namespace_id:
      description: The ID of the namespace.
      returned: success
      type: str
      sample: "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51"
    description:
      description: What it is for.
      returned: success
      type: str
      sample: says hello
    status:
      description: What it is doing, V(ready) when it can be called, V(created) when no code was deployed yet.
      returned: success
      type: str
      sample: ready
    error_message:
      description: What went wrong, if anything did.
      returned: success
      type: str
      sample: ""
    build_message:
      description: What the build said.
      returned: success
      type: str
      sample: ""
    runtime_message:
      description: What is to be known of the runtime.
      returned: success
      type: str
      sample: ""
    ready_at:
      description: When it was ready last.
      returned: success
      type: str
      sample: "2026-03-01T10:02:00.000000Z"
    domain_name:
      description: The host to call it at.
      returned: success
      type: str
      sample: shop8d9b1b1e-hello.functions.fnc.fr-par.scw.cloud
    runtime:
      description: The language and its version.
      returned: success
      type: str
      sample: python313
    handler:
      description: What is called.
      returned: success
      type: str
      sample: handler.handle
    privacy:
      description: Who can call it.
      returned: success
      type: str
      sample: public
    http_option:
      description: Whether calls by HTTP are answered.
      returned: success
      type: str
      sample: enabled
    min_scale:
      description: The least number of instances.
      returned: success
      type: int
      sample: 0
    max_scale:
      description: The greatest number of instances.
      returned: success
      type: int
      sample: 20
    memory_limit:
      description: The memory of an instance in megabytes.
      returned: success
      type: int
      sample: 256
    cpu_limit:
      description: The CPU of an instance, in thousandths of a virtual CPU.
      returned: success
      type: int
      sample: 140
    timeout:
      description: How long a call may take.
      returned: success
      type: str
      sample: "300s"
    sandbox:
      description: The environment that it runs in.
      returned: success
      type: str
      sample: v2
    private_network_id:
      description: The ID of the private network.
      returned: success
      type: str
      sample: "5b0c7c39-6b0e-4f9e-9d0a-3c8b8c7f3a11"
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
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
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

from ..module_utils._functions import FUNCTION
from ..module_utils._module import resource_module
from ..module_utils._options import VARIABLES
from ..module_utils._run import run

MODULE = resource_module(
    FUNCTION,
    {
        "name": {"type": "str"},
        "namespace": {"type": "str", "aliases": ["namespace_id"]},
        "runtime": {"type": "str"},
        "source": {"type": "path"},
        "handler": {"type": "str"},
        "description": {"type": "str"},
        "privacy": {"type": "str", "choices": ["public", "private"]},
        "http_option": {"type": "str", "choices": ["enabled", "redirected"]},
        "min_scale": {"type": "int"},
        "max_scale": {"type": "int"},
        "memory_limit": {"type": "int"},
        "function_timeout": {"type": "str"},
        "sandbox": {"type": "str", "choices": ["v1", "v2"]},
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        **VARIABLES,
        "tags": {"type": "list", "elements": "str"},
        "redeploy": {"type": "bool"},
        "wait_timeout": {"type": "int", "default": 900},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
