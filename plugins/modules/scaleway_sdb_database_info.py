# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_sdb_database_info
short_description: List Serverless SQL databases
description:
  - List the databases of Serverless SQL Databases in one region or in all of them, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.info.region
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_sdb_database
"""

EXAMPLES = r"""
- name: List the serverless databases of all regions
  community.scaleway.scaleway_sdb_database_info:
    region: all
"""

RETURN = r"""
databases:
  description:
    - They, as the API describes them. An empty list when there is none.
    - See RV(community.scaleway.scaleway_sdb_database#module:database) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "orders"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._sdb import DATABASE

MODULE = info_module(DATABASE, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
