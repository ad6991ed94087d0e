# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_subscriber
short_description: Manage subscribers of Load Balancers
description:
  - Create, change, and delete subscribers, who are told by mail or by a webhook when something happens to a Scaleway
    Load Balancer.
  - A subscriber is found by its exact name in its zone and project, or by its ID.
  - Which subscriber a Load Balancer has is said by M(community.scaleway.scaleway_lb).
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
      - The name of the subscriber.
      - Needed unless O(id) is set. Together with O(id) it is the name that the subscriber gets.
    type: str
  email_config:
    description:
      - Tell by mail. A new subscriber needs this or O(webhook_config). Each takes the place of the other.
    type: dict
    suboptions:
      email:
        description:
          - The address.
        type: str
        required: true
  webhook_config:
    description:
      - Tell by a request to a webhook.
    type: dict
    suboptions:
      uri:
        description:
          - The address of the webhook.
        type: str
        required: true
seealso:
  - module: community.scaleway.scaleway_lb_subscriber_info
  - module: community.scaleway.scaleway_lb
"""

EXAMPLES = r"""
- name: Tell the team by mail
  community.scaleway.scaleway_lb_subscriber:
    name: ops
    email_config: {email: ops@example.com}
    zone: fr-par-1

- name: Have them told of this Load Balancer
  community.scaleway.scaleway_lb:
    name: web
    subscriber: ops
    zone: fr-par-1

- name: Tell a webhook in place of the team
  community.scaleway.scaleway_lb_subscriber:
    name: ops
    webhook_config: {uri: "https://www.example.com/hook"}
    zone: fr-par-1

- name: Have nobody told any more
  community.scaleway.scaleway_lb:
    name: web
    subscriber: ""
    zone: fr-par-1

- name: Delete the subscriber
  community.scaleway.scaleway_lb_subscriber:
    name: ops
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
subscriber:
  description:
    - The subscriber as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    name:
      description: The name.
      returned: success
      type: str
      sample: "web"
    email_config:
      description: The mail address.
      returned: success
      type: dict
      sample: {"email": "ops@example.com"}
    webhook_config:
      description: The webhook.
      returned: success
      type: dict
      sample: {"uri": "https://www.example.com/hook"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "invalid_arguments", "status": 400, "message": "some arguments are not valid"}
"""

from ..module_utils._lb import SUBSCRIBER
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    SUBSCRIBER,
    {
        "name": {"type": "str"},
        "email_config": {"type": "dict", "options": {"email": {"type": "str", "required": True}}},
        "webhook_config": {"type": "dict", "options": {"uri": {"type": "str", "required": True}}},
    },
    required_one_of=[("name", "id")],
    mutually_exclusive=[("email_config", "webhook_config")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
