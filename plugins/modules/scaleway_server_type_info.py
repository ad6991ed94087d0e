# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_server_type_info
short_description: List the types of Instances
description:
  - List the commercial types of Scaleway Instances with price, processors, memory, limits of volumes, and
    availability.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.zone
  - community.scaleway.place
options:
  name:
    description:
      - Only list the type of this name, for example V(DEV1-S).
    type: str
  arch:
    description:
      - Only list types of this architecture, for example V(arm64).
    type: str
  available:
    description:
      - Only list types that can be had now.
    type: bool
    default: false
"""

EXAMPLES = r"""
- name: List the types for ARM that can be had in a zone
  community.scaleway.scaleway_server_type_info:
    zone: fr-par-1
    arch: arm64
    available: true
  register: found
"""

RETURN = r"""
server_types:
  description:
    - The types as the API describes them, by zone and name, an empty list when there is none.
    - Among their keys are C(name), C(zone), C(availability), C(arch), C(ncpus), C(ram), C(hourly_price), C(monthly_price),
      C(volumes_constraint), C(per_volume_constraint), and C(capabilities).
  returned: success
  type: list
  elements: dict
  sample: [{"name": "DEV1-S", "zone": "fr-par-1", "availability": "available", "hourly_price": 0.009}]
"""

from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._run import run
from ..module_utils._server_data import list_server_types

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        "name": {"type": "str"},
        "arch": {"type": "str"},
        "available": {"type": "bool", "default": False},
    },
    list_server_types,
    in_project=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
