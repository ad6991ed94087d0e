# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: scaleway
short_description: The servers of a Scaleway account as an inventory
description:
  - Lists the Instances of the chosen zones, all zones and pages at once.
  - The file that configures it ends in C(scaleway.yml), C(scaleway.yaml), C(scw.yml), or C(scw.yaml).
  - Every host is in the group C(scaleway), and in groups of its zone, state, type, and tags.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - ansible.builtin.constructed
  - ansible.builtin.inventory_cache
  - community.scaleway.auth
options:
  plugin:
    description:
      - Marks the file as one for this plugin.
    type: str
    required: true
    choices: [community.scaleway.scaleway]
  zones:
    description:
      - The zones to list, for example V(fr-par-1). The older names like V(par1) are understood.
      - All zones that are known by default.
    type: list
    elements: str
  project:
    description:
      - Only list servers of this project, given by its ID.
      - The default project of the settings does not narrow the inventory.
    type: str
  organization:
    description:
      - Only list servers of this organization, given by its ID.
    type: str
  states:
    description:
      - Only list servers in one of these states, for example V(running).
    type: list
    elements: str
  tags:
    description:
      - Only list servers that have all of these tags.
    type: list
    elements: str
  hostnames:
    description:
      - Where the name of a host comes from, in order of preference. The first that the server has is taken.
      - Each is a field of the server, without the prefix of the variables.
      - When several servers have one name, the zone is added to it, and the ID where that is not enough.
    type: list
    elements: str
    default: [name, id]
  connect_with:
    description:
      - Which address becomes C(ansible_host), in order of preference. The first that the server has is taken.
      - Each is a field of the server, without the prefix of the variables. A server that has none of them gets no
        C(ansible_host).
    type: list
    elements: str
    default: [public_ipv4, public_ipv6, private_ipv4]
  hostvars_prefix:
    description:
      - What the names of all variables of a host begin with.
    type: str
    default: scw_
notes:
  - The options are settings of a file, not of a task. They may be templates.
  - What the API says is data. Names and tags that look like templates are never evaluated.
"""

EXAMPLES = r"""
# example.scaleway.yml: every server of the account
plugin: community.scaleway.scaleway
---
# example.scaleway.yml: the running web servers of two zones, with groups of one's own
plugin: community.scaleway.scaleway
zones: [fr-par-1, nl-ams-1]
states: [running]
tags: [web]
hostnames: [hostname, name]
connect_with: [public_ipv4]
keyed_groups:
  - key: scw_image.name | default('none')
    prefix: image
groups:
  small: scw_commercial_type is match('(DEV|PLAY)')
compose:
  ansible_user: "'root'"
cache: true
cache_plugin: ansible.builtin.jsonfile
cache_connection: /tmp/scaleway-inventory
"""

import hashlib
import json
import os
import typing as t

import ansible.template
from ansible.errors import AnsibleError, AnsibleParserError
from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.inventory import BaseInventoryPlugin, Cacheable, Constructable

from ..module_utils._client import REQUESTS_IMPORT_ERROR, Client
from ..module_utils._errors import ScalewayError
from ..module_utils._fleet import Host, list_servers
from ..module_utils._locality import CLASSIC_ZONES, ZONES, zone_named
from ..module_utils._redact import Redactor
from ..module_utils._settings import Settings, resolve
from ..plugin_utils._constructed import Constructed

try:
    from ansible.utils.unsafe_proxy import wrap_var
except ImportError:  # not needed from ansible-core 2.19 on, and not there for ever
    wrap_var = None

# From ansible-core 2.19 on data is only a template where somebody says so.
DATA_IS_NO_TEMPLATE = wrap_var is None or hasattr(ansible.template, "trust_as_template")
ENDINGS = ("scaleway.yml", "scaleway.yaml", "scw.yml", "scw.yaml")
CACHE_FORMAT = 1


class InventoryModule(BaseInventoryPlugin, Constructable, Cacheable):
    NAME = "community.scaleway.scaleway"

    def verify_file(self, path: str) -> bool:
        return bool(super().verify_file(path)) and path.endswith(ENDINGS)

    def parse(self, inventory: t.Any, loader: t.Any, path: str, cache: bool = True) -> None:
        super().parse(inventory, loader, path, cache)
        self._check_keys(path)
        self._read_config_data(path)
        if REQUESTS_IMPORT_ERROR is not None:
            raise AnsibleParserError("The Python package requests is needed by the inventory plugin of Scaleway.")
        secrets: t.List[str] = []
        try:
            settings = resolve(self._settings_options())
            secrets.append(settings.secret_key.reveal())
            for warning in settings.warnings:
                self.display.warning(warning)
            self._add_hosts(self._hosts(path, settings, cache))
        except ScalewayError as error:
            raise AnsibleParserError(Redactor(secrets).text(f"{path}: {error}")) from None

    def _settings_options(self) -> t.Dict[str, t.Any]:
        names = (
            "access_key secret_key profile config_path api_generation api_url compute_url account_url s3_url api_timeout "
            "retry_timeout validate_certs allow_http project organization"
        )
        return {name: self._option(name) for name in names.split()}

    def _option(self, name: str) -> t.Any:
        """An option of the file; a text in it may be a template."""
        value = self.get_option(name)
        if isinstance(value, str) and self.templar.is_template(value):
            return self.templar.template(value)
        return value

    def _hosts(self, path: str, settings: Settings, cache: bool) -> t.List[Host]:
        """The servers, from the cache when it holds those of these very settings."""
        zones = self._zones(settings)
        query = self._query(settings)
        key = self._cache_key(path, settings, zones, query)
        use_cache = self.get_option("cache")
        if use_cache and cache:
            try:
                return t.cast(t.List[Host], self._cache[key])
            except KeyError:
                pass
        hosts = list_servers(Client(settings), zones, query, self.display.warning)
        if use_cache:
            self._cache[key] = hosts
        return hosts

    def _zones(self, settings: Settings) -> t.List[str]:
        chosen = self.get_option("zones")
        if chosen:
            return list(dict.fromkeys(zone_named(str(zone), "zones") for zone in chosen))
        return list(CLASSIC_ZONES if settings.classic else ZONES)

    def _query(self, settings: Settings) -> t.Dict[str, t.Any]:
        query: t.Dict[str, t.Any] = {}
        if self.get_option("tags"):
            query["tags"] = ",".join(self.get_option("tags"))
        if settings.chosen_project and not settings.classic:
            query["project"] = settings.chosen_project
        if settings.chosen_organization:
            query["organization"] = settings.chosen_organization
        states = self.get_option("states")
        if states and len(states) == 1:  # the API takes one
            query["state"] = states[0]
        return query

    def _cache_key(self, path: str, settings: Settings, zones: t.List[str], query: t.Dict[str, t.Any]) -> str:
        """Of the file, the account and all that chooses what is fetched: another choice is another entry."""
        told = [CACHE_FORMAT, settings.api_generation, settings.api_url, settings.compute_url, zones, query]
        digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode())
        digest.update(settings.secret_key.reveal().encode())
        return f"{self.get_cache_key(path)}_{digest.hexdigest()[:20]}"

    def _add_hosts(self, hosts: t.List[Host]) -> None:
        chosen = [host for host in hosts if self._is_chosen(host)]
        prefix = self.get_option("hostvars_prefix")
        constructed = Constructed(self)
        groups_of = Groups(self.inventory, self._sanitize_group_name)
        for name, host in named(chosen, self.get_option("hostnames"), self.display.warning):
            self.inventory.add_host(name)
            added = self.inventory.hosts[name]
            variables = {prefix + key: as_data(value) for key, value in host.items()}
            address = first(host, self.get_option("connect_with"))
            if address is not None:
                variables["ansible_host"] = as_data(address)
            # All at once: one call for each variable is what a large inventory would spend its time with.
            added.vars.update(variables)
            groups_of.add(added, host)
            constructed.add(name, variables)

    def _is_chosen(self, host: Host) -> bool:
        """What the API could not filter by itself."""
        states, tags = self.get_option("states"), self.get_option("tags")
        if states and host.get("state") not in states:
            return False
        return not tags or set(tags) <= set(host.get("tags") or [])

    def _check_keys(self, path: str) -> None:
        """Refuse what ansible-core would let pass, or stumble over: keys that are no options, booleans that are none."""
        try:
            config = self.loader.load_from_file(path, cache="none")
        except AnsibleError:
            return  # it is told when the file is read for good
        if not isinstance(config, t.Mapping):
            return
        definitions: t.Dict[str, t.Any] = self.option_definitions
        kinds: t.Dict[str, str] = {}
        for name, definition in definitions.items():
            for key in [name, *(definition.get("aliases") or [])]:
                kinds[key] = definition.get("type") or "str"
        for key, value in config.items():
            if key not in kinds:
                known = ", ".join(sorted(definitions))
                problem = f"{key!r} is no option of this plugin. Those are: {known}."
            elif kinds[key] == "bool" and not is_boolean(value):
                problem = f"{key}: {value!r} is neither true nor false."
            else:
                continue
            raise AnsibleParserError(f"{path}, line {line_of_key(path, key)}: {problem}")


class Groups:
    """The groups that every host gets into: each is made once, not once for each host."""

    def __init__(self, inventory: t.Any, sanitize: t.Callable[[str], str]) -> None:
        self.inventory = inventory
        self.sanitize = sanitize
        self.known: t.Dict[str, t.Any] = {}

    def add(self, host: t.Any, facts: Host) -> None:
        names = ["scaleway", f"zone_{facts['zone']}"]
        if facts.get("state"):
            names.append(f"state_{facts['state']}")
        if facts.get("commercial_type"):
            names.append(f"type_{facts['commercial_type']}")
        names += [f"tag_{tag}" for tag in facts.get("tags") or []]
        for name in names:
            self.group(name).add_host(host)

    def group(self, name: str) -> t.Any:
        group = self.known.get(name)
        if group is None:
            made = self.inventory.add_group(self.sanitize(name))
            group = self.known[name] = self.inventory.groups[made]
        return group


def named(
    hosts: t.List[Host], preferences: t.List[str], warn: t.Callable[[str], None]
) -> t.Iterator[t.Tuple[str, Host]]:
    """Each host with a name of its own. A shared name gets the zone added, and the id where that is shared, too."""
    names = [str(first(host, preferences) or host["id"]) for host in hosts]
    shared = repeated(names)
    if shared:
        names = [f"{name}_{host['zone']}" if name in shared else name for name, host in zip(names, hosts)]
        still = repeated(names)
        names = [f"{name}_{host['id']}" if name in still else name for name, host in zip(names, hosts)]
        some = ", ".join(sorted(shared)[:5])
        warn(f"{len(shared)} names belong to more than one server ({some}): zone or id was added to these names.")
    return zip(names, hosts)


def repeated(names: t.List[str]) -> t.Set[str]:
    seen: t.Set[str] = set()
    return {name for name in names if name in seen or seen.add(name)}  # type: ignore[func-returns-value]


def first(host: Host, fields: t.List[str]) -> t.Optional[str]:
    """The first of some fields that holds a text."""
    return next((host[field] for field in fields if isinstance(host.get(field), str) and host[field]), None)


def as_data(value: t.Any) -> t.Any:
    """The value so that nothing in it is ever taken for a template, whichever ansible-core reads it."""
    if DATA_IS_NO_TEMPLATE:
        return value
    if isinstance(value, str):
        return wrap_var(value) if "{" in value else value
    if isinstance(value, dict):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_data(item) for item in value]
    return value


def is_boolean(value: t.Any) -> bool:
    try:
        boolean(value)
    except TypeError:
        return False
    return True


def line_of_key(path: str, key: str) -> int:
    """The line of a key at the top of a YAML file, 0 when it cannot be told."""
    import yaml

    with open(os.fspath(path), "rb") as stream:
        document = yaml.compose(stream, Loader=yaml.SafeLoader)
    pairs = document.value if isinstance(document, yaml.MappingNode) else []
    return next((node.start_mark.line + 1 for node, dummy in pairs if node.value == key), 0)
