# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_tem_webhook
short_description: Manage webhooks of Transactional Email
description:
  - Create, change, and delete webhooks of Scaleway Transactional Email. They tell an SNS topic what becomes of e-mails.
  - A webhook is found by its exact name among those of O(domain), or by its ID.
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
  domain:
    description:
      - The domain whose e-mails it is about, by ID or name. Needed unless O(id) is set.
    type: str
    aliases: [domain_id]
  name:
    description:
      - The name of the webhook.
      - Needed unless O(id) is set. Together with O(id) it is the name that the webhook gets.
    type: str
  sns_arn:
    description:
      - The SNS topic that is told, which begins with V(arn:scw:sns:). Needed for a new webhook.
    type: str
  event_types:
    description:
      - What the topic is told, in any order. An empty list means nothing.
    type: list
    elements: str
    choices:
      - email_queued
      - email_dropped
      - email_deferred
      - email_delivered
      - email_spam
      - email_mailbox_not_found
      - email_blocklisted
      - blocklist_created
seealso:
  - module: community.scaleway.scaleway_tem_webhook_info
  - module: community.scaleway.scaleway_tem_domain
  - module: community.scaleway.scaleway_mnq_sns
"""

EXAMPLES = r"""
- name: Add a domain
  community.scaleway.scaleway_tem_domain:
    name: mail.example.com
    region: fr-par

- name: Tell a topic of e-mails that did not arrive
  community.scaleway.scaleway_tem_webhook:
    domain: mail.example.com
    name: returned
    sns_arn: arn:scw:sns:fr-par:project-22222222-2222-4222-8222-222222222222:returned
    event_types: [email_dropped, email_mailbox_not_found]
    region: fr-par

- name: Delete the webhook
  community.scaleway.scaleway_tem_webhook:
    domain: mail.example.com
    name: returned
    region: fr-par
    state: absent
"""

RETURN = r"""
webhook:
  description:
    - The webhook as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: when it exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: The name.
      returned: success
      type: str
      sample: returned
    domain_id:
      description: The ID of the domain.
      returned: success
      type: str
      sample: 44444444-4444-4444-8444-444444444444
    sns_arn:
      description: The SNS topic that is told.
      returned: success
      type: str
      sample: arn:scw:sns:fr-par:project-22222222-2222-4222-8222-222222222222:returned
    event_types:
      description: What it is told.
      returned: success
      type: list
      elements: str
      sample: ["email_dropped"]
    project_id:
      description: The ID of its project.
      returned: when it exists
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization_id:
      description: The ID of its organization.
      returned: when it exists
      type: str
      sample: 33333333-3333-4333-8333-333333333333
    created_at:
      description: When it was created.
      returned: when it exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
    updated_at:
      description: When it was changed last.
      returned: when it exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._tem import WEBHOOK

MODULE = resource_module(
    WEBHOOK,
    {
        "domain": {"type": "str", "aliases": ["domain_id"]},
        "name": {"type": "str"},
        "sns_arn": {"type": "str"},
        "event_types": {
            "type": "list",
            "elements": "str",
            "choices": [
                "email_queued",
                "email_dropped",
                "email_deferred",
                "email_delivered",
                "email_spam",
                "email_mailbox_not_found",
                "email_blocklisted",
                "blocklist_created",
            ],
        },
    },
    required_one_of=[("domain", "id"), ("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
