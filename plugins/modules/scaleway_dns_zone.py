# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_dns_zone
short_description: Manage DNS zones
description:
  - Create and delete the zones of subdomains.
  - A zone is found by its domain and subdomain. The zone of the domain itself is there as long as the domain is; it can be
    neither created nor deleted.
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
      - The domain, for example V(example.com). It must be registered with Scaleway, or be entrusted to it.
    type: str
    aliases: [domain_name]
  subdomain:
    description:
      - The subdomain, for example V(dev) for V(dev.example.com).
      - If not set, the zone of the domain itself is meant.
    type: str
  id:
    description:
      - The whole name of the zone, for example V(dev.example.com), instead of O(domain) and O(subdomain).
    type: str
seealso:
  - module: community.scaleway.scaleway_dns_zone_info
  - module: community.scaleway.scaleway_dns_record
"""

EXAMPLES = r"""
- name: Have a zone for development
  community.scaleway.scaleway_dns_zone:
    domain: example.com
    subdomain: dev

- name: Delete it with all of its records
  community.scaleway.scaleway_dns_zone:
    domain: example.com
    subdomain: dev
    state: absent
"""

RETURN = r"""
dns_zone:
  description:
    - The zone as the API describes it. Empty when there is none any more.
  returned: always, unless nothing is known of the zone
  type: dict
  contains:
    name:
      description: Its whole name.
      returned: when the zone exists
      type: str
      sample: dev.example.com
    domain:
      description: The domain.
      returned: success
      type: str
      sample: example.com
    subdomain:
      description: The subdomain, empty for the zone of the domain itself.
      returned: success
      type: str
      sample: dev
    status:
      description: Its state.
      returned: when the zone exists
      type: str
      sample: active
    ns:
      description: Its name servers.
      returned: when the zone exists
      type: list
      elements: str
      sample: [ns0.dom.scw.cloud, ns1.dom.scw.cloud]
    ns_default:
      description: The name servers that it has by default.
      returned: when the zone exists
      type: list
      elements: str
      sample: [ns0.dom.scw.cloud, ns1.dom.scw.cloud]
    ns_master:
      description: The name servers that it is copied from.
      returned: success
      type: list
      elements: str
      sample: []
    linked_products:
      description: The products that use it.
      returned: success
      type: list
      elements: str
      sample: []
    message:
      description: What the API has to say about it.
      returned: success
      type: str
      sample: null
    project_id:
      description: The ID of its project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    updated_at:
      description: When it was changed last.
      returned: when the zone exists
      type: str
      sample: "2026-03-20T09:28:15Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._dns import ZONE
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    ZONE,
    {
        "domain": {"type": "str", "aliases": ["domain_name"]},
        "subdomain": {"type": "str"},
    },
    required_one_of=[("domain", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
