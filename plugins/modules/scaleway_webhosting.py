# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_webhosting
short_description: Manage Web Hosting plans
description:
  - Order, change, and delete plans of Scaleway Web Hosting.
  - A plan is found by its domain in its region and project, or by its ID.
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
  domain:
    description:
      - The domain of the plan. Needed unless O(id) is set. It cannot be changed in place.
    type: str
  offer:
    description:
      - The offer, by exact name, for example V(essential), or by ID. Needed to order a plan.
    type: str
    aliases: [offer_id]
  email:
    description:
      - The address of the user. Needed to order a plan.
    type: str
  subdomain:
    description:
      - The beginning of the name below C(scw.site) under which it is reached, too. Scaleway chooses one if this is not set. It only counts for a new plan.
    type: str
  language:
    description:
      - The language of messages to the user. It only counts for a new plan.
    type: str
    choices: [en_US, fr_FR, de_DE]
  skip_welcome_email:
    description:
      - Whether the user gets no message about a new plan.
    type: bool
  protected:
    description:
      - Whether it cannot be deleted. A new plan can be if this is not set.
    type: bool
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A plan takes half a minute to create.
    type: int
    default: 900
seealso:
  - module: community.scaleway.scaleway_webhosting_info
"""

EXAMPLES = r"""
- name: Order a hosting
  community.scaleway.scaleway_webhosting:
    domain: shop.example.com
    offer: essential
    email: ada@example.com
    region: fr-par

- name: Keep it from being deleted
  community.scaleway.scaleway_webhosting:
    domain: shop.example.com
    protected: true
    region: fr-par

- name: It may be deleted now
  community.scaleway.scaleway_webhosting:
    domain: shop.example.com
    protected: false
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_webhosting:
    domain: shop.example.com
    region: fr-par
    state: absent
"""

RETURN = r"""
hosting:
  description:
    - The plan as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    domain:
      description: The domain.
      returned: success
      type: str
      sample: "shop.example.com"
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: "ready"
    offer:
      description: The offer.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "essential"}
    user:
      description: "The user. The first password is not shown: it comes by mail."
      returned: success
      type: dict
      sample: {"username": "cpe0004206", "contact_email": "ada@example.com"}
    protected:
      description: Whether it cannot be deleted.
      returned: success
      type: bool
      sample: false
    ipv4:
      description: Its address.
      returned: success
      type: str
      sample: "192.0.2.80"
    platform:
      description: The machine on which it runs.
      returned: success
      type: dict
      sample: {}
    domain_info:
      description: What is known of its names.
      returned: success
      type: dict
      sample: {"subdomain": "web.scw.site"}
    dns_status:
      description: Whether the name servers of the domain know it.
      returned: success
      type: str
      sample: "valid"
    domain_status:
      description: Whether the domain is its own.
      returned: success
      type: str
      sample: "valid"
    commitment:
      description: How long it was ordered for.
      returned: success
      type: dict
      sample: {}
    provider:
      description: Who runs it.
      returned: success
      type: str
      sample: "elements"
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
      sample: "fr-par"
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
    updated_at:
      description: When it was last changed.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "invalid_arguments", "status": 400, "message": "some arguments are not valid"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._webhosting import HOSTING

MODULE = resource_module(
    HOSTING,
    {
        "domain": {"type": "str"},
        "offer": {"type": "str", "aliases": ["offer_id"]},
        "email": {"type": "str"},
        "subdomain": {"type": "str"},
        "language": {"type": "str", "choices": ["en_US", "fr_FR", "de_DE"]},
        "skip_welcome_email": {"type": "bool"},
        "protected": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
        "wait_timeout": {"type": "int", "default": 900},
    },
    required_one_of=[("domain", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
