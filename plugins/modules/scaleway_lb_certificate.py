# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_certificate
short_description: Manage certificates of Load Balancers
description:
  - Create, replace, rename, and delete the certificates of Scaleway Load Balancers, whether they come from Let's
    Encrypt or from you.
  - A certificate is found by its exact name in its Load Balancer, or by its ID.
  - A certificate cannot be changed. When it differs, a new one is created, the frontends that use the old one get the
    new one, and the old one is deleted. O(recreate) is not needed for that.
  - When such a task was stopped before the old one was deleted, the same task finishes it the next time, and warns of it. Any
    other two certificates of one name are left alone, and the task fails.
  - Scaleway never shows the chain of an own certificate. Whether it is the same is told by its times of validity.
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
  lb:
    description:
      - The Load Balancer, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [lb_id]
  name:
    description:
      - The name of the certificate.
      - Needed unless O(id) is set. Together with O(id) it is the name that the certificate gets.
    type: str
  common_name:
    description:
      - The host that Let's Encrypt makes a certificate for. It must resolve to the Load Balancer.
    type: str
  alternative_names:
    description:
      - Further hosts of a certificate from Let's Encrypt, in any order.
    type: list
    elements: str
    aliases: [subject_alternative_name]
  certificate_chain:
    description:
      - An own certificate as PEM, followed by those that vouch for it. The private key is part of it, or O(private_key).
      - A certificate that does not match its private key is refused before anything is changed.
    type: str
  private_key:
    description:
      - The private key of O(certificate_chain) as PEM, without a password.
    type: str
seealso:
  - module: community.scaleway.scaleway_lb_certificate_info
  - module: community.scaleway.scaleway_lb_frontend
"""

EXAMPLES = r"""
- name: Create a Load Balancer
  community.scaleway.scaleway_lb:
    name: web
    zone: fr-par-1

- name: Let Let's Encrypt make a certificate
  community.scaleway.scaleway_lb_certificate:
    lb: web
    name: www
    common_name: www.example.com
    alternative_names: [example.com]
    zone: fr-par-1

- name: Use an own one in its place
  community.scaleway.scaleway_lb_certificate:
    lb: web
    name: www
    certificate_chain: "{{ own_certificate }}"
    private_key: "{{ own_private_key }}"
    zone: fr-par-1

- name: Delete it
  community.scaleway.scaleway_lb_certificate:
    lb: web
    name: www
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
certificate:
  description:
    - The certificate as the API describes it. Empty when there is none any more.
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
    type:
      description: Where it comes from, V(letsencrypt) or V(custom).
      returned: success
      type: str
      sample: "letsencrypt"
    status:
      description: What it is doing.
      returned: success
      type: str
      sample: "ready"
    status_details:
      description: Why it could not be made.
      returned: success
      type: str
      sample: ""
    common_name:
      description: The host that it is for.
      returned: success
      type: str
      sample: "www.example.com"
    subject_alternative_name:
      description: Further hosts.
      returned: success
      type: list
      elements: str
      sample: ["example.com"]
    fingerprint:
      description: The SHA-1 of a certificate from Let's Encrypt.
      returned: success
      type: str
      sample: "064533e066270d5a0b5866bcb78dc6c9651bf962"
    not_valid_before:
      description: When it begins to be valid.
      returned: success
      type: str
      sample: "2026-01-01T00:00:00Z"
    not_valid_after:
      description: When it ends.
      returned: success
      type: str
      sample: "2026-04-01T00:00:00Z"
    lb:
      description: The Load Balancer that it belongs to.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}
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

from ..module_utils._lb_traffic import CERTIFICATE
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    CERTIFICATE,
    {
        "lb": {"type": "str", "aliases": ["lb_id"]},
        "name": {"type": "str"},
        "common_name": {"type": "str"},
        "alternative_names": {"type": "list", "elements": "str", "aliases": ["subject_alternative_name"]},
        "certificate_chain": {"type": "str", "no_log": True},
        "private_key": {"type": "str", "no_log": True},
    },
    required_one_of=[("name", "id")],
    mutually_exclusive=[("common_name", "certificate_chain")],
    required_by={"private_key": "certificate_chain", "alternative_names": "common_name"},
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
