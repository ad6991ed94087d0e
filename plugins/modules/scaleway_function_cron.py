# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_function_cron
short_description: Manage schedules of Serverless Functions
description:
  - Have a function of Scaleway's Serverless Functions called at times of a schedule.
  - A schedule is found by its exact name in its function, or by its ID.
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
      - The name of the schedule.
      - Needed unless O(id) is set.
    type: str
  function:
    description:
      - The function, by its ID, or by its exact name where no other one in the region has it. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
    aliases: [function_id]
  schedule:
    description:
      - "The five fields of cron: minute, hour, day of the month, month, day of the week. The times are UTC."
      - Needed to create one.
    type: str
  args:
    description:
      - What is sent to the function. It replaces all that is there, and an empty dict removes it.
    type: dict
seealso:
  - module: community.scaleway.scaleway_function_cron_info
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

- name: Call it each night
  community.scaleway.scaleway_function_cron:
    function: hello
    name: nightly
    schedule: "0 4 * * *"
    args:
      full: true
    region: fr-par

- name: Do not call it any more
  community.scaleway.scaleway_function_cron:
    function: hello
    name: nightly
    region: fr-par
    state: absent
"""

RETURN = r"""
function_cron:
  description:
    - The function cron as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the function cron
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
    schedule:
      description: The schedule.
      returned: success
      type: str
      sample: "0 4 * * *"
    args:
      description: What is sent.
      returned: success
      type: dict
      sample: {"full": true}
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._functions import CRON
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    CRON,
    {
        "name": {"type": "str"},
        "function": {"type": "str", "aliases": ["function_id"]},
        "schedule": {"type": "str"},
        "args": {"type": "dict"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
