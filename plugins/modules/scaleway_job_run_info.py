# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_job_run_info
short_description: List runs of Serverless Jobs
description:
  - List the runs of a job of Scaleway's Serverless Jobs, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.region
  - community.scaleway.place
options:
  id:
    description:
      - Only list the run with this ID.
    type: str
  job_definition:
    description:
      - Only list the runs of this job, by its exact name or its ID.
    type: str
    aliases: [job_definition_id]
seealso:
  - module: community.scaleway.scaleway_job_run
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

- name: List its runs
  community.scaleway.scaleway_job_run_info:
    job_definition: backup
    region: fr-par
"""

RETURN = r"""
job_runs:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_job_run#module:job_runs) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "state": "succeeded"}]
"""

from ..module_utils._jobs import RUN
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    RUN, {"id": {"type": "str"}, "job_definition": {"type": "str", "aliases": ["job_definition_id"]}}, named=False
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
