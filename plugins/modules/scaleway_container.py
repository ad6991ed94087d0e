# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_container
short_description: Manage Serverless Containers
description:
  - Create, change, and delete Scaleway's Serverless Containers. Each change deploys the container anew.
  - A container is found by its exact name in its namespace, or by its ID.
  - If a container cannot be deployed, the task fails with the reason that the API gives.
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
      - The name of the container. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
  namespace:
    description:
      - The namespace, by its exact name or its ID. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
    aliases: [namespace_id]
  image:
    description:
      - The image with its registry and tag.
      - Needed to create a container.
    type: str
    aliases: [registry_image]
  description:
    description:
      - What the container is for. An empty text removes it.
    type: str
  port:
    description:
      - The port that the container listens at.
    type: int
  protocol:
    description:
      - What it speaks there.
    type: str
    choices: [http1, h2c]
  privacy:
    description:
      - Whether everybody can call it, or only who has a token.
      - A new container is public if this is not set.
    type: str
    choices: [public, private]
  https_connections_only:
    description:
      - Whether calls by HTTP are sent on to HTTPS.
    type: bool
  min_scale:
    description:
      - How many instances run when nobody calls.
    type: int
  max_scale:
    description:
      - How many instances run at most.
    type: int
  scaling_option:
    description:
      - What makes another instance start. One of these, and another one takes its place.
    type: dict
    suboptions:
      concurrent_requests_threshold:
        description:
          - So many calls at once for each instance.
        type: int
      cpu_usage_threshold:
        description:
          - So many percent of the CPU.
        type: int
      memory_usage_threshold:
        description:
          - So many percent of the memory.
        type: int
  max_concurrency:
    description:
      - The same as O(scaling_option.concurrent_requests_threshold), as C(community.general) had it.
    type: int
  cpu_limit:
    description:
      - The CPU of an instance, in thousandths of a virtual CPU.
    type: int
    aliases: [mvcpu_limit]
  memory_limit:
    description:
      - "The memory of an instance: megabytes, or a number with its unit like V(2GB)."
    type: str
  local_storage_limit:
    description:
      - "The storage of an instance: megabytes, or a number with its unit like V(1GB)."
    type: str
  container_timeout:
    description:
      - How long a call may take, for example V(300s).
    type: str
  command:
    description:
      - What is run instead of what the image says. An empty list takes that back.
    type: list
    elements: str
  args:
    description:
      - The arguments of the command. An empty list takes them back.
    type: list
    elements: str
  sandbox:
    description:
      - "The environment that it runs in: V(v2) starts faster, V(v1) knows all of Linux' system calls."
    type: str
    choices: [v1, v2]
  liveness_probe:
    description:
      - How to see that an instance still works. What is not named stays as it is.
    type: dict
    suboptions:
      failure_threshold:
        description:
          - How many times in a row it must fail to count.
        type: int
      interval:
        description:
          - The pause between two probes, for example V(10s).
        type: str
      timeout:
        description:
          - How long an answer may take, for example V(1s).
        type: str
      http_path:
        description:
          - The path that is asked for by HTTP.
          - An empty text, and a new probe without one, only connects to the port.
        type: str
  startup_probe:
    description:
      - How to see that an instance has started. What is not named stays as it is, and an empty dict removes it.
    type: dict
    suboptions:
      failure_threshold:
        description:
          - How many times in a row it must fail to count.
        type: int
      interval:
        description:
          - The pause between two probes, for example V(10s).
        type: str
      timeout:
        description:
          - How long an answer may take, for example V(1s).
        type: str
      http_path:
        description:
          - The path that is asked for by HTTP.
          - An empty text, and a new probe without one, only connects to the port.
        type: str
  private_network:
    description:
      - The private network that it can reach, by its exact name or its ID. An empty text detaches it.
    type: str
    aliases: [private_network_id]
  redeploy:
    description:
      - Has no effect, and is accepted for playbooks that were written for C(community.general). Each change deploys the
        container anew.
    type: bool
seealso:
  - module: community.scaleway.scaleway_container_info
  - module: community.scaleway.scaleway_container_namespace
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
    memory_limit: 1GB
    cpu_limit: 500
    max_scale: 3
    secret_environment_variables:
      API_KEY: "{{ api_key }}"
    region: fr-par

- name: Watch it by HTTP, and start another one when 20 calls are open
  community.scaleway.scaleway_container:
    namespace: shop
    name: web
    liveness_probe:
      http_path: "/health"
      interval: 30s
    scaling_option:
      concurrent_requests_threshold: 20
    region: fr-par

- name: Give it a new secret
  community.scaleway.scaleway_container:
    namespace: shop
    name: web
    secret_environment_variables:
      API_KEY: "{{ api_key }}"
    update_secrets: always
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_container:
    namespace: shop
    name: web
    region: fr-par
    state: absent
"""

RETURN = r"""
container:
  description:
    - The container as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the container
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
    image:
      description: The image.
      returned: success
      type: str
      sample: "docker.io/library/nginx:1.29"
    public_endpoint:
      description: The URL to call it by.
      returned: success
      type: str
      sample: "https://shop8d9b1b1e-web.functions.fnc.fr-par.scw.cloud"
    port:
      description: The port.
      returned: success
      type: int
      sample: 8080
    protocol:
      description: What it speaks.
      returned: success
      type: str
      sample: http1
    privacy:
      description: Who can call it.
      returned: success
      type: str
      sample: public
    https_connections_only:
      description: Whether calls by HTTP are sent on to HTTPS.
      returned: success
      type: bool
      sample: false
    min_scale:
      description: The least number of instances.
      returned: success
      type: int
      sample: 0
    max_scale:
      description: The greatest number of instances.
      returned: success
      type: int
      sample: 5
    scaling_option:
      description: What makes another instance start.
      returned: success
      type: dict
      sample: {"concurrent_requests_threshold": 50}
    mvcpu_limit:
      description: The CPU of an instance, in thousandths of a virtual CPU.
      returned: success
      type: int
      sample: 1000
    memory_limit_bytes:
      description: The memory of an instance.
      returned: success
      type: int
      sample: 2048000000
    local_storage_limit_bytes:
      description: The storage of an instance.
      returned: success
      type: int
      sample: 1000000000
    timeout:
      description: How long a call may take.
      returned: success
      type: str
      sample: "300s"
    command:
      description: What is run instead of what the image says.
      returned: success
      type: list
      elements: str
      sample: ["serve"]
    args:
      description: The arguments of the command.
      returned: success
      type: list
      elements: str
      sample: ["--verbose"]
    sandbox:
      description: The environment that it runs in.
      returned: success
      type: str
      sample: v2
    liveness_probe:
      description: How instances are probed.
      returned: success
      type: dict
      sample: {"failure_threshold": 30, "interval": "10s", "timeout": "1s", "tcp": {}}
    startup_probe:
      description: How to see that an instance has started.
      returned: success
      type: dict
      sample: {"failure_threshold": 30, "interval": "10s", "timeout": "1s", "tcp": {}}
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
      type: dict
      sample: {"API_KEY": "********"}
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

from ..module_utils._containers import CONTAINER
from ..module_utils._module import resource_module
from ..module_utils._options import VARIABLES
from ..module_utils._run import run

MODULE = resource_module(
    CONTAINER,
    {
        "name": {"type": "str"},
        "namespace": {"type": "str", "aliases": ["namespace_id"]},
        "image": {"type": "str", "aliases": ["registry_image"]},
        "description": {"type": "str"},
        "port": {"type": "int"},
        "protocol": {"type": "str", "choices": ["http1", "h2c"]},
        "privacy": {"type": "str", "choices": ["public", "private"]},
        "https_connections_only": {"type": "bool"},
        "min_scale": {"type": "int"},
        "max_scale": {"type": "int"},
        "scaling_option": {
            "type": "dict",
            "options": {
                "concurrent_requests_threshold": {"type": "int"},
                "cpu_usage_threshold": {"type": "int"},
                "memory_usage_threshold": {"type": "int"},
            },
        },
        "max_concurrency": {"type": "int"},
        "cpu_limit": {"type": "int", "aliases": ["mvcpu_limit"]},
        "memory_limit": {"type": "str"},
        "local_storage_limit": {"type": "str"},
        "container_timeout": {"type": "str"},
        "command": {"type": "list", "elements": "str"},
        "args": {"type": "list", "elements": "str"},
        "sandbox": {"type": "str", "choices": ["v1", "v2"]},
        "liveness_probe": {
            "type": "dict",
            "options": {
                "failure_threshold": {"type": "int"},
                "interval": {"type": "str"},
                "timeout": {"type": "str"},
                "http_path": {"type": "str"},
            },
        },
        "startup_probe": {
            "type": "dict",
            "options": {
                "failure_threshold": {"type": "int"},
                "interval": {"type": "str"},
                "timeout": {"type": "str"},
                "http_path": {"type": "str"},
            },
        },
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        **VARIABLES,
        "tags": {"type": "list", "elements": "str"},
        "redeploy": {"type": "bool"},
    },
    required_one_of=[("name", "id")],
    mutually_exclusive=[("scaling_option", "max_concurrency")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
