# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_container_trigger
short_description: Manage triggers of Serverless Containers
description:
  - Have a container of Scaleway's Serverless Containers called at times of a schedule, or for each message of a queue.
  - A trigger is found by its exact name in its container, or by its ID.
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
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the trigger.
      - Needed unless O(id) is set.
    type: str
  container:
    description:
      - The container, by its ID, or by its exact name where no other one in the region has it. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
    aliases: [container_id]
  description:
    description:
      - What the trigger is for. An empty text removes it.
    type: str
  destination_config:
    description:
      - How the container is called.
    type: dict
    suboptions:
      http_path:
        description:
          - The path, for example V(/jobs).
        type: str
      http_method:
        description:
          - The method.
        type: str
        choices: [get, post, put, patch, delete]
  cron_config:
    description:
      - A schedule. One of this, O(sqs_config), and O(nats_config) is needed to create a trigger.
      - Which one it is cannot be changed.
    type: dict
    suboptions:
      schedule:
        description:
          - "The five fields of cron: minute, hour, day of the month, month, day of the week."
        type: str
      timezone:
        description:
          - The time zone of these, for example V(Europe/Paris). V(UTC) if it is never set.
        type: str
      body:
        description:
          - What is sent.
        type: str
      headers:
        description:
          - Headers that are sent. They replace all that there are.
        type: dict
  sqs_config:
    description:
      - A queue of SQS.
    type: dict
    suboptions:
      region:
        description:
          - The region of the queue.
        type: str
      endpoint:
        description:
          - The URL of the service.
        type: str
      queue_url:
        description:
          - The URL of the queue.
        type: str
      access_key_id:
        description:
          - The access key.
        type: str
      secret_access_key:
        description:
          - "The secret key. It is never shown again: another one is sent only when something else of the queue differs."
        type: str
  nats_config:
    description:
      - A subject of NATS.
    type: dict
    suboptions:
      server_urls:
        description:
          - The URLs of the servers, in any order.
        type: list
        elements: str
      subject:
        description:
          - The subject.
        type: str
      credentials_file_content:
        description:
          - "The credentials. They are never shown again: others are sent only when something else differs."
        type: str
seealso:
  - module: community.scaleway.scaleway_container_trigger_info
  - module: community.scaleway.scaleway_container
"""

EXAMPLES = r"""
- name: Create a namespace
  community.scaleway.scaleway_container_namespace:
    name: shop
    region: fr-par

- name: Run a container
  community.scaleway.scaleway_container:
    namespace: shop
    name: web
    image: docker.io/library/nginx:1.29
    port: 80
    region: fr-par

- name: Call it each night
  community.scaleway.scaleway_container_trigger:
    container: web
    name: nightly
    cron_config:
      schedule: "0 4 * * *"
      timezone: Europe/Paris
      body: tidy up
    destination_config:
      http_path: "/jobs"
      http_method: post
    region: fr-par

- name: Do not call it any more
  community.scaleway.scaleway_container_trigger:
    container: web
    name: nightly
    region: fr-par
    state: absent
"""

RETURN = r"""
container_trigger:
  description:
    - The container trigger as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the container trigger
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
    container_id:
      description: The ID of the container.
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
    source_type:
      description: What it listens to.
      returned: success
      type: str
      sample: cron
    destination_config:
      description: How the container is called.
      returned: success
      type: dict
      sample: {"http_path": "/", "http_method": "get"}
    cron_config:
      description: The schedule.
      returned: success
      type: dict
      sample: {"schedule": "0 4 * * *", "timezone": "UTC", "body": "", "headers": {}}
    sqs_config:
      description: The queue of SQS, without its secret key.
      returned: success
      type: dict
      sample: {"queue_url": "https://sqs.mnq.fr-par.scaleway.com/project-1/orders"}
    nats_config:
      description: The subject of NATS, without its credentials.
      returned: success
      type: dict
      sample: {"subject": "orders"}
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
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

from ..module_utils._containers import TRIGGER
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    TRIGGER,
    {
        "name": {"type": "str"},
        "container": {"type": "str", "aliases": ["container_id"]},
        "description": {"type": "str"},
        "destination_config": {
            "type": "dict",
            "options": {
                "http_path": {"type": "str"},
                "http_method": {"type": "str", "choices": ["get", "post", "put", "patch", "delete"]},
            },
        },
        "cron_config": {
            "type": "dict",
            "options": {
                "schedule": {"type": "str"},
                "timezone": {"type": "str"},
                "body": {"type": "str"},
                "headers": {"type": "dict"},
            },
        },
        "sqs_config": {
            "type": "dict",
            "options": {
                "region": {"type": "str"},
                "endpoint": {"type": "str"},
                "queue_url": {"type": "str"},
                "access_key_id": {"type": "str"},
                "secret_access_key": {"type": "str", "no_log": True},
            },
        },
        "nats_config": {
            "type": "dict",
            "options": {
                "server_urls": {"type": "list", "elements": "str"},
                "subject": {"type": "str"},
                "credentials_file_content": {"type": "str", "no_log": True},
            },
        },
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
    mutually_exclusive=[("cron_config", "sqs_config", "nats_config")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
