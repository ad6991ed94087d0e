# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This plugin util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The groups of hosts in the inventory, each made once, and their names as the user wants them."""

from __future__ import annotations

import typing as t

from ansible import constants as C
from ansible.inventory.group import to_safe_group_name
from ansible.plugins.inventory import to_safe_group_name as forced_group_name

from ..module_utils._fleet_groups import groups_of, harmless

Host = t.Dict[str, t.Any]


def sanitizer() -> t.Callable[[str], str]:
    """What makes a name of a group of a text: as the user's setting says, and as plugins do by default. Braces never
    stay, as releases of ansible-core before 2.19 take them for a template wherever the name is shown."""
    _value, origin = C.config.get_config_value_and_origin("TRANSFORM_INVALID_GROUP_CHARS")
    usual = forced_group_name if origin == "default" else to_safe_group_name
    return lambda name: t.cast(str, usual(harmless(name)))


class Groups:
    """The groups that every host gets into: each is made once, not once for each host."""

    def __init__(self, inventory: t.Any, sanitize: t.Callable[[str], str], kinds: t.FrozenSet[str]) -> None:
        self.inventory = inventory
        self.sanitize = sanitize
        self.kinds = kinds
        self.known: t.Dict[str, t.Any] = {}
        self.below: t.Set[t.Tuple[str, str]] = set()

    def add(self, host: t.Any, facts: Host) -> None:
        self.group("scaleway").add_host(host)
        for name, parent in groups_of(facts, self.kinds):
            group = self.group(name)
            group.add_host(host)
            if parent and (parent, name) not in self.below:
                self.below.add((parent, name))
                above = self.group(parent)
                if above is not group and group not in above.child_groups:
                    above.add_child_group(group)

    def group(self, name: str) -> t.Any:
        group = self.known.get(name)
        if group is None:
            made = self.inventory.add_group(self.sanitize(name))
            group = self.known[name] = self.inventory.groups[made]
        return group
