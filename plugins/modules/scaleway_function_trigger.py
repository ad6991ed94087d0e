# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_function_trigger
short_description: Manage triggers of Serverless Functions
description:
  - Have a function of Scaleway's Serverless Functions called for each message of a queue.
  - A trigger is found by its exact name in its function, or by its ID.
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
  name:
    description:
      - The name of the trigger.
      - Needed unless O(id) is set.
    type: str
  function:
    description:
      - The function, by its ID, or by its exact name where no other one in the region has it. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
    aliases: [function_id]
  description:
    description:
      - What the trigger is for. An empty text removes it.
    type: str
  scw_sqs_config:
    description:
      - A queue of Scaleway's SQS. It cannot be changed in place.
      - One of this, O(scw_nats_config), and O(sqs_config) is needed to create a trigger.
    type: dict
    suboptions:
      queue:
        description:
          - The name of the queue.
        type: str
      mnq_project_id:
        description:
          - The ID of the project of the queue.
        type: str
      mnq_region:
        description:
          - Its region.
        type: str
  scw_nats_config:
    description:
      - A subject of Scaleway's NATS. It cannot be changed in place.
    type: dict
    suboptions:
      subject:
        description:
          - The subject.
        type: str
      mnq_nats_account_id:
        description:
          - The ID of the account of NATS.
        type: str
      mnq_project_id:
        description:
          - The ID of the project of the queue.
        type: str
      mnq_region:
        description:
          - Its region.
        type: str
  sqs_config:
    description:
      - A queue of another SQS.
    type: dict
    suboptions:
      endpoint:
        description:
          - The URL of the service.
        type: str
      queue_url:
        description:
          - The URL of the queue.
        type: str
      access_key:
        description:
          - The access key.
        type: str
      secret_key:
        description:
          - "The secret key. It is never shown again: another one is sent only when something else of the queue differs."
        type: str
seealso:
  - module: community.scaleway.scaleway_function_trigger_info
  - module: community.scaleway.scaleway_function
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

- name: Call it for each order
  community.scaleway.scaleway_function_trigger:
    function: hello
    name: orders
    scw_sqs_config:
      queue: orders
      mnq_project_id: 22222222-2222-4222-8222-222222222222
      mnq_region: fr-par
    region: fr-par

- name: Do not call it any more
  community.scaleway.scaleway_function_trigger:
    function: hello
    name: orders
    region: fr-par
    state: absent
"""

RETURN = r"""
function_trigger:
  description:
    - The function trigger as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the function trigger
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
    function_id:
      description: The ID of the function.
      returned: success
      type: str
      sample: "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51"
    description:
      description: What it is for.
      returned: success
      type: str
      sample: ""
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
    input_type:
      description: What it listens to.
      returned: success
      type: str
      sample: scw_sqs
    scw_sqs_config:
      description: The queue.
      returned: success
      type: dict
      sample: {"queue": "orders", "mnq_region": "fr-par"}
    scw_nats_config:
      description: The subject.
      returned: success
      type: dict
      sample: {"subject": "orders", "mnq_region": "fr-par"}
    sqs_config:
      description: The queue of another SQS, without its secret key.
      returned: success
      type: dict
      sample: {"queue_url": "https://sqs.example.com/orders"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._functions import TRIGGER
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    TRIGGER,
    {
        "name": {"type": "str"},
        "function": {"type": "str", "aliases": ["function_id"]},
        "description": {"type": "str"},
        "scw_sqs_config": {
            "type": "dict",
            "options": {"queue": {"type": "str"}, "mnq_project_id": {"type": "str"}, "mnq_region": {"type": "str"}},
        },
        "scw_nats_config": {
            "type": "dict",
            "options": {
                "subject": {"type": "str"},
                "mnq_nats_account_id": {"type": "str"},
                "mnq_project_id": {"type": "str"},
                "mnq_region": {"type": "str"},
            },
        },
        "sqs_config": {
            "type": "dict",
            "options": {
                "endpoint": {"type": "str"},
                "queue_url": {"type": "str"},
                "access_key": {"type": "str", "no_log": False},
                "secret_key": {"type": "str", "no_log": True},
            },
        },
    },
    required_one_of=[("name", "id")],
    mutually_exclusive=[("scw_sqs_config", "scw_nats_config", "sqs_config")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
