# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mnq_sqs_info
short_description: Show whether a project has SQS
description:
  - Show whether and where SQS of Scaleway Messaging and Queuing is activated in a project.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.region
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_mnq_sqs
"""

EXAMPLES = r"""
- name: Show where the project has SQS
  community.scaleway.scaleway_mnq_sqs_info:
    region: fr-par
  register: found
"""

RETURN = r"""
sqs:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_mnq_sqs#module:sqs) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"status": "enabled", "sqs_endpoint_url": "https://sqs.mnq.fr-par.scaleway.com", "region": "fr-par"}]
"""

from ..module_utils._mnq import SQS
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(SQS, {}, named=False)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
