# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_bucket_info
short_description: List buckets of object storage
description:
  - List the buckets of Scaleway's object storage in one region or in all of them, with their settings.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.region
  - community.scaleway.place
options:
  name:
    description:
      - Only list buckets with this name.
    type: str
  name_match:
    description:
      - Whether O(name) is the whole name, or only a part of it.
    type: str
    default: exact
    choices: [exact, contains]
  details:
    description:
      - Whether the settings of each bucket are read, too. That takes ten further requests for each.
    type: bool
    default: true
requirements:
  - boto3 1.28 or newer
notes:
  - Object storage needs the access key as well as the secret key. Both are taken from the same place.
  - Object storage shows the buckets of one project at a time. That is O(project) or the default project, if there is one,
    otherwise the preferred project of the API key.
seealso:
  - module: community.scaleway.scaleway_bucket
"""

EXAMPLES = r"""
- name: List the buckets of a region
  community.scaleway.scaleway_bucket_info:
    region: fr-par
  register: here

- name: List the names of all backups
  community.scaleway.scaleway_bucket_info:
    region: fr-par
    name: backup
    name_match: contains
    details: false
"""

RETURN = r"""
buckets:
  description:
    - The buckets, an empty list when there is none.
    - See RV(community.scaleway.scaleway_bucket#module:bucket) for what each of them contains. The date of its creation is
      in C(creation_date).
    - Without O(details) it is only the name, the region, the address, and the date.
  returned: success
  type: list
  elements: dict
  sample: [{"name": "example-backups", "region": "fr-par", "versioning": true}]
"""

from ..module_utils._bucket import buckets
from ..module_utils._module import Module
from ..module_utils._options import AUTH, INFO, PLACE
from ..module_utils._run import run
from ..module_utils._s3 import LIBRARIES

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        "name": INFO["name"],
        "name_match": INFO["name_match"],
        "details": {"type": "bool", "default": True},
    },
    buckets,
    libraries=LIBRARIES,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
