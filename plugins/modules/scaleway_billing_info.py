# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_billing_info
short_description: Read what an organization consumes and pays
description:
  - List the consumption, invoices, and budgets of an organization, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  gather:
    description:
      - Which lists are wanted.
    type: list
    elements: str
    default: [consumptions, invoices, budgets]
    choices: [consumptions, invoices, budgets]
  billing_period:
    description:
      - The month of the consumption, like V(2026-03). It is the current one if this is not set.
    type: str
  category:
    description:
      - The category of the consumption, like V(Compute).
    type: str
  invoice_type:
    description:
      - The type of the invoices.
    type: str
    choices: [periodic, purchase, credit_note]
"""

EXAMPLES = r"""
- name: What do Instances cost this month?
  community.scaleway.scaleway_billing_info:
    gather: [consumptions]
    category: Compute
  register: costs

- name: Show it
  ansible.builtin.debug:
    msg: "{{ item.resource_name }}: {{ item.value.units }} {{ item.value.currency_code }}"
  loop: "{{ costs.consumptions }}"
"""

RETURN = r"""
consumptions:
  description: What was consumed, by product and project.
  returned: when O(gather) holds V(consumptions)
  type: list
  elements: dict
  sample: [{"category_name": "Compute", "product_name": "DEV1-M", "value": {"currency_code": "EUR", "units": 2, "nanos": 420000000}}]
invoices:
  description: The invoices.
  returned: when O(gather) holds V(invoices)
  type: list
  elements: dict
  sample: [{"number": 1000, "state": "paid", "total_taxed": {"currency_code": "EUR", "units": 12, "nanos": 0}}]
budgets:
  description: The budgets with their alerts.
  returned: when O(gather) holds V(budgets)
  type: list
  elements: dict
  sample: [{"enabled": true, "consumption_limit": {"currency_code": "", "units": 100, "nanos": 0}, "alerts": []}]
"""

from ..module_utils._billing import billing
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._run import run

MODULE = Module(
    dict(
        AUTH,
        **PLACE,
        gather={
            "type": "list",
            "elements": "str",
            "choices": ["consumptions", "invoices", "budgets"],
            "default": ["consumptions", "invoices", "budgets"],
        },
        billing_period={"type": "str"},
        category={"type": "str"},
        invoice_type={"type": "str", "choices": ["periodic", "purchase", "credit_note"]},
    ),
    billing,
    in_project=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
