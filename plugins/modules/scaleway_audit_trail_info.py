# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_audit_trail_info
short_description: Read what was done in an organization
description:
  - List the events of the Audit Trail of an organization in a region, over all pages, the latest first.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  resource_type:
    description:
      - The type of what was touched, for example V(instance_server).
    type: str
  resource_id:
    description:
      - The ID of what was touched.
    type: str
  product_name:
    description:
      - The product, for example V(secret-manager).
    type: str
  service_name:
    description:
      - The API, for example V(scaleway.secret_manager.v1beta1.Api).
    type: str
  method_name:
    description:
      - The method of the API, for example V(CreateSecret).
    type: str
  principal_id:
    description:
      - The ID of the user or application who did it.
    type: str
  source_ip:
    description:
      - The address from which it was done.
    type: str
  status:
    description:
      - The HTTP status of the answer.
    type: int
  recorded_after:
    description:
      - Only what happened after this time, for example V(2026-03-01T10:00:00Z). It is UTC when there is no zone.
    type: str
  recorded_before:
    description:
      - Only what happened before this time.
    type: str
"""

EXAMPLES = r"""
- name: Who created secrets in February?
  community.scaleway.scaleway_audit_trail_info:
    method_name: CreateSecret
    recorded_after: "2026-02-01T00:00:00Z"
    recorded_before: "2026-03-01T00:00:00Z"
    region: fr-par
  register: found

- name: Show it
  ansible.builtin.debug:
    msg: "{{ item.recorded_at }} {{ item.principal.id }} from {{ item.source_ip }}"
  loop: "{{ found.events }}"
"""

RETURN = r"""
events:
  description: The events. An empty list when there is none.
  returned: success
  type: list
  elements: dict
  sample: [{"method_name": "CreateSecret", "recorded_at": "2026-02-03T12:06:03.593624077Z", "source_ip": "203.0.113.10", "status_code": 200}]
"""

from ..module_utils._audit_trail import events
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._run import run

MODULE = Module(
    dict(
        AUTH,
        **PLACE,
        resource_type={"type": "str"},
        resource_id={"type": "str"},
        product_name={"type": "str"},
        service_name={"type": "str"},
        method_name={"type": "str"},
        principal_id={"type": "str"},
        source_ip={"type": "str"},
        status={"type": "int"},
        recorded_after={"type": "str"},
        recorded_before={"type": "str"},
    ),
    events,
    in_project=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
