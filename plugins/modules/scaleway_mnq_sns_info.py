# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mnq_sns_info
short_description: Show whether a project has SNS
description:
  - Show whether and where SNS of Scaleway Messaging and Queuing is activated in a project.
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
  - module: community.scaleway.scaleway_mnq_sns
"""

EXAMPLES = r"""
- name: Show where the project has SNS
  community.scaleway.scaleway_mnq_sns_info:
    region: fr-par
  register: found
"""

RETURN = r"""
sns:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_mnq_sns#module:sns) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"status": "enabled", "sns_endpoint_url": "https://sns.mnq.fr-par.scaleway.com", "region": "fr-par"}]
"""

from ..module_utils._mnq import SNS
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(SNS, {}, named=False)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
