# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This plugin util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Hosts and their groups in the inventory: each group is made once, and gets all of its hosts at once."""

from __future__ import annotations

import typing as t

from ansible import constants as C
from ansible.inventory.group import to_safe_group_name
from ansible.inventory.host import Host as InventoryHost
from ansible.plugins.inventory import to_safe_group_name as forced_group_name

from ..module_utils._fleet_groups import groups_of, harmless

Host = t.Dict[str, t.Any]


def sanitizer() -> t.Callable[[str], str]:
    """What makes a name of a group of a text: as the user's setting says, and as plugins do by default. Braces never
    stay, as releases of ansible-core before 2.19 take them for a template wherever the name is shown."""
    _value, origin = C.config.get_config_value_and_origin("TRANSFORM_INVALID_GROUP_CHARS")
    usual = forced_group_name if origin == "default" else to_safe_group_name
    return lambda name: t.cast(str, usual(harmless(name)))


def add_hosts(inventory: t.Any, names: t.Sequence[str]) -> t.List[t.Any]:
    """Put hosts into the inventory and return them in the same order. The first one is added as every plugin adds one;
    the others get what it got, as looking up where the inventory lies again for each host costs more than the host."""
    hosts = inventory.hosts
    added: t.List[t.Any] = []
    pattern: t.Optional[t.Dict[str, t.Any]] = None
    for name in names:
        if pattern is None or name in hosts or name in C.LOCALHOST:
            known = name in hosts
            inventory.add_host(name)
            if not known and pattern is None:
                pattern = dict(hosts[name].vars)
        else:
            host = hosts[name] = InventoryHost(name)
            host.vars.update(pattern)
        added.append(hosts[name])
    return added


class Groups:
    """The groups that every host gets into. They hold their hosts after :meth:`fill`."""

    def __init__(self, inventory: t.Any, sanitize: t.Callable[[str], str], kinds: t.FrozenSet[str]) -> None:
        self.inventory = inventory
        self.sanitize = sanitize
        self.kinds = kinds
        self.known: t.Dict[str, t.Any] = {}
        self.members: t.Dict[str, t.List[t.Any]] = {}
        self.below: t.Set[t.Tuple[str, str]] = set()

    def add(self, host: t.Any, facts: Host) -> None:
        members = self.members
        members.setdefault("scaleway", []).append(host)
        for name, parent in groups_of(facts, self.kinds):
            if name in members:
                members[name].append(host)
            else:
                self.group(name)
                members[name] = [host]
            if parent and (parent, name) not in self.below:
                self.below.add((parent, name))
                above, group = self.group(parent), self.group(name)
                if above is not group and group not in above.child_groups:
                    above.add_child_group(group)

    def fill(self) -> None:
        """Give the groups their hosts. ``Group.add_host`` walks over all parents of a group for every host in it:
        it is called for the first one, the others are added as it does."""
        for name, hosts in self.members.items():
            group = self.group(name)
            group.add_host(hosts[0])
            above = (*group.get_ancestors(), group)
            held, names = group.hosts, group.host_names
            for host in hosts:
                if host.name not in names:
                    held.append(host)
                    names.add(host.name)
                    its = host.groups
                    for one in above:
                        if one not in its:
                            its.append(one)
            group.clear_hosts_cache()
        self.members.clear()

    def group(self, name: str) -> t.Any:
        group = self.known.get(name)
        if group is None:
            made = self.inventory.add_group(self.sanitize(name))
            group = self.known[name] = self.inventory.groups[made]
        return group
