# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Rules of security groups, as users write them and as instance/v1 has them, and lists of networks that may reach something
(recordings/findings.md, section 10)."""

from __future__ import annotations

import ipaddress
import typing as t

from ._api import whole_list
from ._errors import InvalidInput
from ._options import ArgumentSpec
from ._resource import Item, Request, Resource, Shown
from ._values import network_of

Rule = t.Dict[str, t.Any]
# The options of one rule of a security group: see the doc fragment rules.
RULE: ArgumentSpec = {
    "action": {"type": "str", "required": True, "choices": ["accept", "drop"]},
    "direction": {"type": "str", "default": "inbound", "choices": ["inbound", "outbound"]},
    "protocol": {"type": "str", "default": "TCP", "choices": ["TCP", "UDP", "ICMP", "ANY"]},
    "ip_range": {"type": "str", "default": "0.0.0.0/0"},
    "dest_port_from": {"type": "int", "aliases": ["port"]},
    "dest_port_to": {"type": "int"},
}
# The networks that may reach something: see the doc fragment rules.networks.
NETWORKS: ArgumentSpec = {
    "rules": {
        "type": "list",
        "elements": "dict",
        "options": {"ip": {"type": "str", "required": True}, "description": {"type": "str"}},
    },
}
KEYS = ("action", "direction", "protocol", "ip_range", "dest_port_from", "dest_port_to")
WITH_PORTS = ("TCP", "UDP")


def rule_alone(params: t.Mapping[str, t.Any]) -> Rule:
    """The rule that a task's options are. Raises :class:`InvalidInput` for one that cannot be."""
    return _rule(params, "")


def rules_in_order(rules: t.List[Rule], option: str) -> t.List[Rule]:
    """The rules in the API's spelling. Raises :class:`InvalidInput` for one that cannot be."""
    return [_rule(rule, f"{option}[{number}].") for number, rule in enumerate(rules)]


def rules_of_users(rules: t.List[Rule]) -> t.List[Rule]:
    """Of the rules that the API shows, those that users made, without what the API assigns."""
    own = [rule for rule in rules if rule.get("editable", True)]
    own.sort(key=lambda rule: rule.get("position") or 0)
    return [{key: rule.get(key) for key in KEYS} for rule in own]


def _rule(rule: t.Mapping[str, t.Any], option: str) -> Rule:
    first, last = rule.get("dest_port_from"), rule.get("dest_port_to")
    if rule["protocol"] not in WITH_PORTS and (first is not None or last is not None):
        raise InvalidInput(
            f"{option}dest_port_from: {rule['protocol']} has no ports. Leave them out, or choose TCP or UDP."
        )
    if first is None and last is not None:
        raise InvalidInput(f"{option}dest_port_to: {last} needs dest_port_from as the beginning of its range.")
    for name, port in (("dest_port_from", first), ("dest_port_to", last)):
        if port is not None and not 1 <= port <= 65535:
            raise InvalidInput(f"{option}{name}: {port} is no port. Ports are 1 to 65535.")
    if first is not None and last is not None and last < first:
        raise InvalidInput(f"{option}dest_port_to: {last} is below dest_port_from, {first}. Turn the range round.")
    spelled = {key: rule.get(key) for key in KEYS}
    spelled["ip_range"] = ip_range(rule["ip_range"], f"{option}ip_range")
    spelled["dest_port_to"] = None if last == first else last
    return spelled


def ip_range(text: str, option: str) -> str:
    """A network as the API writes it: one address has no length. Raises :class:`InvalidInput`."""
    network = ipaddress.ip_network(network_of(text, option))
    return str(network.network_address) if network.num_addresses == 1 else str(network)


def network_rules(rules: t.Any, option: str, described: str = "") -> t.List[Rule]:
    """The networks that may reach something, in the API's spelling. ``described`` is what it calls those without a
    description. Raises :class:`InvalidInput` for what is no network."""
    wanted = []
    for number, rule in enumerate(rules):
        network = network_of(rule["ip"], f"{option}[{number}].ip")
        wanted.append({"ip": network, "description": rule.get("description") or described})
    return sorted(wanted, key=_by_network)


def network_rules_there(rules: t.Any) -> t.List[Rule]:
    """Of such rules as the API shows them, what users set, in any order."""
    return sorted(
        ({"ip": rule.get("ip"), "description": rule.get("description") or ""} for rule in rules or []), key=_by_network
    )


def _by_network(rule: Rule) -> str:
    return str(rule["ip"])


def networks_of(parent: Resource, key: str = "rules", described: str = "") -> Resource:
    """The list of networks that may reach something. ``key`` is what the API calls it where it is set."""

    def as_sent(fields: Item) -> Item:
        return {key: fields["rules"]}

    return Resource(
        product=parent.product,
        version=parent.version,
        path=f"{parent.path}/{{{parent.one}}}/acls",
        one="acl",
        scope=parent.scope,
        owner="",
        singleton=True,
        look=whole_list("rules"),
        identity=(),
        nameless=True,
        create_method="PUT",
        put=True,
        needed=("rules",),
        not_fields=(parent.one,),
        references={parent.one: parent},
        convert={"rules": lambda rules, option: network_rules(rules, option, described)},
        shown_as={"rules": Shown("rules", network_rules_there, list)},
        creation=as_sent,
        change=lambda fields, item: as_sent(fields),
        nothing=lambda acl: not acl.get("rules"),
        deletion=lambda acl, params: [Request("PUT", (), {key: []}, purpose="delete")],
    )
