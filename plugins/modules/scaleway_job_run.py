# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_job_run
short_description: Start and stop runs of Serverless Jobs
description:
  - Start a job of Scaleway's Serverless Jobs, or stop a run of it.
  - With O(wait), the module returns when the runs have ended, and fails when one of them did.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.wait
attributes:
  check_mode:
    description: Predicts the result, the new resource included, and sends nothing that could change anything.
    support: full
  diff_mode:
    description: Shows the resource before and after, without what changes by itself and without secrets.
    support: none
  idempotent:
    description: A second run with the same options reports no change and sends nothing that could change anything.
    support: partial
    details:
      - O(action=start) starts the job each time.
options:
  action:
    description:
      - V(start) starts the job, each time.
      - V(stop) stops a run that has not ended.
    type: str
    default: start
    choices: [start, stop]
  job_definition:
    description:
      - The job to start, by its exact name or its ID. Needed for O(action=start).
    type: str
    aliases: [job_definition_id]
  id:
    description:
      - The ID of the run to stop. Needed for O(action=stop).
    type: str
  startup_command:
    description:
      - What is run instead of what the job says.
    type: list
    elements: str
  args:
    description:
      - The arguments instead of those of the job.
    type: list
    elements: str
  environment_variables:
    description:
      - Environment variables besides those of the job.
    type: dict
  replicas:
    description:
      - How many runs to start.
    type: int
  wait_timeout:
    description:
      - How long to wait, in seconds.
    type: int
    default: 3600
seealso:
  - module: community.scaleway.scaleway_job_run_info
  - module: community.scaleway.scaleway_job_definition
"""

EXAMPLES = r"""
- name: Create a job
  community.scaleway.scaleway_job_definition:
    name: backup
    image: docker.io/library/alpine:3.22
    startup_command: [true]
    cpu_limit: 140
    memory_limit: 256
    local_storage: 1000
    region: fr-par

- name: Start it, and wait for its end
  community.scaleway.scaleway_job_run:
    job_definition: backup
    environment_variables:
      FULL: yes
    region: fr-par
"""

RETURN = r"""
job_runs:
  description:
    - The runs that were started, or the one that was stopped, as the API describes them.
    - In check mode there is none for a start.
  returned: always, unless no run was started
  type: list
  elements: dict
  sample: [{"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "state": "succeeded", "exit_code": 0}]
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._jobs import run_job
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE, WAIT
from ..module_utils._run import run

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        **WAIT,
        "action": {"type": "str", "default": "start", "choices": ["start", "stop"]},
        "job_definition": {"type": "str", "aliases": ["job_definition_id"]},
        "id": {"type": "str"},
        "startup_command": {"type": "list", "elements": "str"},
        "args": {"type": "list", "elements": "str"},
        "environment_variables": {"type": "dict"},
        "replicas": {"type": "int"},
        "wait_timeout": {"type": "int", "default": 3600},
    },
    run_job,
    {"required_if": [("action", "start", ("job_definition",)), ("action", "stop", ("id",))]},
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
