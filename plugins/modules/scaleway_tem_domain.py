# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_tem_domain
short_description: Manage domains of Transactional Email
description:
  - Add, configure, and revoke the domains from which Scaleway Transactional Email sends.
  - A domain is found by its name in its region and project, or by its ID. One that was revoked counts as none.
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
      - The domain, for example V(mail.example.com). Needed unless O(id) is set.
    type: str
  autoconfig:
    description:
      - Whether Scaleway itself puts the records into the zone of the domain, which must be one of Scaleway's DNS.
      - The domain is waited for until it is checked then, unless O(wait=false). A new domain is not configured so if this is not
        set.
    type: bool
seealso:
  - module: community.scaleway.scaleway_tem_domain_info
  - module: community.scaleway.scaleway_tem_webhook
"""

EXAMPLES = r"""
- name: Add a domain
  community.scaleway.scaleway_tem_domain:
    name: mail.example.com
    region: fr-par
  register: made

- name: Show the records that it needs
  ansible.builtin.debug:
    var: made.domain.records

- name: Revoke it
  community.scaleway.scaleway_tem_domain:
    name: mail.example.com
    region: fr-par
    state: absent
"""

RETURN = r"""
domain:
  description:
    - The domain as the API describes it. Empty when there is none any more.
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
      description: The domain.
      returned: success
      type: str
      sample: mail.example.com
    status:
      description: How far it is. V(unchecked), V(checked), V(invalid), V(locked), V(pending), or V(autoconfiguring).
      returned: when it exists
      type: str
      sample: checked
    autoconfig:
      description: Whether Scaleway puts its records into its zone.
      returned: success
      type: bool
      sample: false
    records:
      description: The records that it needs, by kind, each with its V(name) and its V(value).
      returned: when it exists
      type: dict
      sample: {"spf": {"name": "mail.example.com.", "value": "v=spf1 include:_spf.tem.scaleway.com -all"}}
    spf_config:
      description: The part of its SPF record that allows Scaleway to send.
      returned: when it exists
      type: str
      sample: include:_spf.tem.scaleway.com
    dkim_config:
      description: Its DKIM record.
      returned: when it exists
      type: str
      sample: "v=DKIM1; h=sha256; k=rsa; p=..."
    reputation:
      description: How well what it sent was received.
      returned: when it exists
      type: dict
      sample: {"status": "excellent", "score": 100}
    statistics:
      description: How much it sent.
      returned: when it exists
      type: dict
      sample: {"total_count": 0, "sent_count": 0, "failed_count": 0, "canceled_count": 0}
    last_valid_at:
      description: When it was found to be valid last.
      returned: when it exists
      type: str
      sample: "2026-11-25T10:00:00.000000Z"
    next_check_at:
      description: When it will be checked next.
      returned: when it exists
      type: str
      sample: "2026-11-26T10:00:00.000000Z"
    last_error:
      description: What was wrong with it last, null for nothing. The API does not fill it any more.
      returned: when it exists
      type: str
      sample: null
    revoked_at:
      description: When it was revoked, null for one that is not.
      returned: when it exists
      type: str
      sample: null
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
    region:
      description: The region it is in.
      returned: when it exists
      type: str
      sample: fr-par
    created_at:
      description: When it was created.
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
from ..module_utils._tem import DOMAIN

MODULE = resource_module(
    DOMAIN,
    {"name": {"type": "str"}, "autoconfig": {"type": "bool"}},
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
