# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_job_definition
short_description: Manage Serverless Jobs
description:
  - Create, change, and delete Scaleway's Serverless Jobs, with their schedule and the secrets that they find.
  - A job is found by its exact name in its region and project, or by its ID. It cannot be deleted while it runs.
  - See M(community.scaleway.scaleway_job_run) to start one.
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
      - The name of the job.
      - Needed unless O(id) is set.
    type: str
  image:
    description:
      - The image with its registry and tag.
      - Needed to create a job.
    type: str
    aliases: [image_uri]
  cpu_limit:
    description:
      - The CPU of a run, in thousandths of a virtual CPU.
      - Needed to create a job.
    type: int
  memory_limit:
    description:
      - The memory of a run in megabytes.
      - Needed to create a job.
    type: int
  local_storage:
    description:
      - The storage of a run in megabytes.
      - Needed to create a job.
    type: int
    aliases: [local_storage_capacity]
  description:
    description:
      - What the job is for. An empty text removes it.
    type: str
  startup_command:
    description:
      - What is run instead of what the image says. An empty list takes that back.
    type: list
    elements: str
  args:
    description:
      - The arguments of the command. An empty list takes them back.
    type: list
    elements: str
  environment_variables:
    description:
      - The environment variables. They replace all that there are.
      - An empty dict removes them. For values that must not be read, see O(secrets).
    type: dict
  secrets:
    description:
      - The secrets of Secret Manager that a run finds. They replace all that the job has, and an empty list removes them.
      - Their values are never read by this module, and are not part of its result.
    type: list
    elements: dict
    suboptions:
      secret:
        description:
          - "The secret, by its ID, or by its exact name with its folder before it: V(/production/db)."
        type: str
        required: true
      version:
        description:
          - "The version: its number, V(latest), or V(latest_enabled)."
        type: str
        default: latest
      env_var_name:
        description:
          - The environment variable that holds it.
        type: str
      path:
        description:
          - The file that holds it. One of this and O(secrets[].env_var_name) is needed.
        type: str
  cron_schedule:
    description:
      - When the job starts by itself. An empty dict has it not start by itself any more.
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
  job_timeout:
    description:
      - How long a run may take, for example V(1h).
    type: str
  max_retries:
    description:
      - How often a run that failed is tried again.
    type: int
seealso:
  - module: community.scaleway.scaleway_job_definition_info
  - module: community.scaleway.scaleway_job_run
  - module: community.scaleway.scaleway_secret
"""

EXAMPLES = r"""
- name: Create a secret
  community.scaleway.scaleway_secret:
    name: db
    path: "/production"
    region: fr-par

- name: Run a backup each night, with the password of the database
  community.scaleway.scaleway_job_definition:
    name: backup
    image: docker.io/library/alpine:3.22
    startup_command: [backup]
    cpu_limit: 140
    memory_limit: 256
    local_storage: 1000
    cron_schedule:
      schedule: "0 4 * * *"
      timezone: Europe/Paris
    secrets:
      - secret: "/production/db"
        env_var_name: DB_PASSWORD
    region: fr-par

- name: Start it by hand only
  community.scaleway.scaleway_job_definition:
    name: backup
    cron_schedule: {}
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_job_definition:
    name: backup
    region: fr-par
    state: absent
"""

RETURN = r"""
job_definition:
  description:
    - The job definition as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the job definition
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
      sample: sends mail
    image_uri:
      description: The image.
      returned: success
      type: str
      sample: "docker.io/library/alpine:3.22"
    cpu_limit:
      description: The CPU of a run, in thousandths of a virtual CPU.
      returned: success
      type: int
      sample: 140
    memory_limit:
      description: The memory of a run in megabytes.
      returned: success
      type: int
      sample: 256
    local_storage_capacity:
      description: The storage of a run in megabytes.
      returned: success
      type: int
      sample: 1000
    startup_command:
      description: What is run.
      returned: success
      type: list
      elements: str
      sample: ["backup"]
    args:
      description: The arguments of that.
      returned: success
      type: list
      elements: str
      sample: ["--all"]
    command:
      description: The command as older clients set it.
      returned: success
      type: str
      sample: ""
    environment_variables:
      description: The environment variables.
      returned: success
      type: dict
      sample: {"LOG_LEVEL": "info"}
    job_timeout:
      description: How long a run may take.
      returned: success
      type: str
      sample: "86400s"
    cron_schedule:
      description: When the job starts by itself, if it does.
      returned: success
      type: dict
      sample: {"schedule": "0 4 * * *", "timezone": "Europe/Paris"}
    retry_policy:
      description: How often a run that failed is tried again.
      returned: success
      type: dict
      sample: {"max_retries": 2}
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

from ..module_utils._jobs import DEFINITION
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    DEFINITION,
    {
        "name": {"type": "str"},
        "image": {"type": "str", "aliases": ["image_uri"]},
        "cpu_limit": {"type": "int"},
        "memory_limit": {"type": "int"},
        "local_storage": {"type": "int", "aliases": ["local_storage_capacity"]},
        "description": {"type": "str"},
        "startup_command": {"type": "list", "elements": "str"},
        "args": {"type": "list", "elements": "str"},
        "environment_variables": {"type": "dict"},
        "secrets": {
            "type": "list",
            "elements": "dict",
            "no_log": False,
            "options": {
                "secret": {"type": "str", "required": True, "no_log": False},
                "version": {"type": "str", "default": "latest"},
                "env_var_name": {"type": "str"},
                "path": {"type": "str"},
            },
        },
        "cron_schedule": {"type": "dict", "options": {"schedule": {"type": "str"}, "timezone": {"type": "str"}}},
        "job_timeout": {"type": "str"},
        "max_retries": {"type": "int"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
