# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: scaleway
short_description: The machines of a Scaleway account as an inventory
description:
  - Lists Instances, Elastic Metal servers and Macs of the chosen zones, all zones and pages at once, and on request
    Dedibox servers and managed services, too.
  - The file that configures it ends in C(scaleway.yml), C(scaleway.yaml), C(scw.yml), or C(scw.yaml).
  - Every host is in the group C(scaleway), and in groups of its own properties, see O(group_by).
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
  sources:
    description:
      - What is listed.
      - V(instances), V(elastic_metal), V(apple_silicon) and V(dedibox) are machines.
      - V(databases), V(redis), V(mongodb), V(load_balancers) and V(public_gateways) are managed services. They take no
        SSH, and are there for modules that work on them from elsewhere.
      - V(kubernetes) are the nodes of Kubernetes clusters. A node that is a listed Instance is one host, with what the
        cluster knows of it in C(scw_kubernetes).
      - The default is V(instances), V(elastic_metal) and V(apple_silicon), and V(instances) in the classic generation of
        the API.
    type: list
    elements: str
    choices:
      - instances
      - elastic_metal
      - apple_silicon
      - dedibox
      - databases
      - redis
      - mongodb
      - load_balancers
      - public_gateways
      - kubernetes
  zones:
    description:
      - The zones to list, for example V(fr-par-1). The older names like V(par1) are understood.
      - By default every zone in which a product is known to be. A zone that is given is asked for every source. It is
        no error when a product turns out not to be there.
    type: list
    elements: str
  regions:
    description:
      - The regions to list with all of their zones, for example V(fr-par). The name of a zone means that zone.
      - Together with O(zones), both are listed.
    type: list
    elements: str
  projects:
    description:
      - Only hosts of these projects, given by ID or by name.
      - To find a name, the organization must be known, from O(organizations) or the settings.
      - The default project of the settings does not narrow the inventory.
    type: list
    elements: str
    aliases: [project]
  organizations:
    description:
      - Only hosts of these organizations, given by ID.
      - The default organization of the settings does not narrow the inventory.
    type: list
    elements: str
    aliases: [organization]
  states:
    description:
      - Only hosts in one of these states, in the words of the API, for example V(running) for Instances and V(ready) for
        everything else.
    type: list
    elements: str
  tags:
    description:
      - Only hosts with these tags. A tag with V(!) before it means hosts that do not have it.
    type: list
    elements: str
  tags_match:
    description:
      - Whether a host needs V(all) of the O(tags), or V(any) of them. None of those with V(!) in both cases.
    type: str
    choices: [all, any]
    default: all
  names:
    description:
      - Only hosts whose name at Scaleway fits one of these patterns, for example V(web-*). Upper and lower case differ.
    type: list
    elements: str
  types:
    description:
      - Only hosts whose type fits one of these patterns, for example V(DEV1-*). The type is the commercial type of
        Instances, the offer of dedicated servers, and the node type of managed services.
    type: list
    elements: str
  kubernetes_nodes:
    description:
      - Whether Instances that are nodes of a Kubernetes cluster are hosts. The cluster manages them, so they are left out.
      - They are hosts in any case when O(sources) contains V(kubernetes).
    type: bool
    default: false
  include:
    description:
      - Only hosts for which one of these is true. They are Jinja expressions over the host's variables, as those of
        O(groups).
      - One that cannot be evaluated is an error, whatever O(strict) says.
    type: list
    elements: str
  exclude:
    description:
      - No hosts for which one of these is true. See O(include).
    type: list
    elements: str
  hostnames:
    description:
      - Where the name of a host comes from, in order of preference. The first that the host has is taken, and its ID when
        it has none.
      - A field of the host, without the prefix of the variables. A dot leads into fields below it, as in V(image.name).
      - V(tag:role) is the value of a tag C(role=web) or C(role:web), or the tag itself when there is only C(role).
        V(tag:role=web) is C(role_web) for hosts with this very tag.
      - A text with C({{) in it is a template over the host's variables.
      - A map puts more before it. C(name) and C(prefix) are each one of the above, C(separator) stands between them and
        is V(_) by default.
      - When several hosts have one name, the zone is added to it, and the ID where that is not enough. No host is lost.
    type: list
    elements: raw
    default: [name, id]
  connect_with:
    description:
      - Which address becomes C(ansible_host), in order of preference. The first that the host has is taken. A host that has
        none of them gets no C(ansible_host).
      - A field of the host, without the prefix of the variables, for example V(public_ipv4), V(public_ipv6),
        V(private_ipv4), V(private_ipv6), V(hostname), or V(dns), the public DNS name of the server.
      - V(private_network:backend) is the address in the private network of this name or ID.
      - V(tag:key) is the value of a tag C(key=value).
    type: list
    elements: str
    default: [public_ipv4, public_ipv6, private_ipv4, private_ipv6]
  bastion:
    description:
      - Whether hosts whose C(ansible_host) is a private address are reached through the SSH bastion of a Public Gateway in
        the same private network. They get C(ansible_ssh_common_args) with a C(ProxyJump).
    type: bool
    default: false
  bastion_user:
    description:
      - The user of the bastion.
    type: str
    default: bastion
  private_addresses:
    description:
      - Whether private addresses are read from IPAM, with one list for each region.
    type: bool
    default: true
  reverse_names:
    description:
      - Whether C(scw_reverse_names) of Instances is read, from the lists of their addresses. Other sources tell these names
        by themselves.
    type: bool
    default: false
  hostvars:
    description:
      - Which variables a host gets.
      - V(full) is everything that the API tells of it, without secrets, and the facts that all sources have in common.
      - V(common) is these facts only. They are named in the notes.
      - V(none) is nothing but C(ansible_host) and what goes with it. Templates of this file still see everything.
    type: str
    choices: [full, common, none]
    default: full
  hostvars_prefix:
    description:
      - What the names of all variables of a host begin with.
      - A name that Ansible keeps for itself, as V(tags) would be with an empty prefix, keeps the prefix V(scw_).
    type: str
    default: scw_
  hostvars_suffix:
    description:
      - What the names of all variables of a host end with.
    type: str
    default: ""
  group_by:
    description:
      - Which groups are made, each with the kind before its name, for example C(zone_fr_par_1) or C(tag_web).
      - V(tag) puts C(env=prod) and C(env:prod) into C(tag_env_prod), which is part of C(tag_env).
      - V(region) contains the groups of its zones when both are made.
      - V(project) and V(private_network) are by name. Each needs one more list, of the account or of a region.
      - V(kubernetes) is the cluster, and below it its pools. V(account) is only there with O(profiles).
      - An empty list makes none of them.
    type: list
    elements: str
    choices: [source, zone, region, state, type, tag, project, private_network, image, kubernetes, account]
    default: [source, zone, region, state, type, tag, project, private_network, image, kubernetes, account]
  profiles:
    description:
      - Several accounts in one inventory. Each is the name of a profile of Scaleway's configuration file, or a map.
      - A map may hold C(access_key), C(secret_key), C(profile), C(config_path), C(organization), C(api_generation),
        C(api_url), C(compute_url), C(account_url), C(api_timeout), C(retry_timeout), C(permission_timeout), C(validate_certs),
        C(allow_http); C(name), which becomes C(scw_account); and C(prefix), which is put before the names of its hosts.
      - What a map does not say is taken from the options of the file. Keys and profiles are never mixed.
    type: list
    elements: raw
  on_error:
    description:
      - What happens when a product or a zone cannot be listed because it is down or forbidden.
      - V(warn) goes on with the others. The warning names product, zone and reason. The group C(scaleway), the zone's and
        the region's have it in C(scw_incomplete), and the hosts of that place are in the group C(scaleway_incomplete).
        When there is no host left, the inventory fails.
      - V(fail) stops.
      - A token that is not accepted always stops it.
    type: str
    choices: [warn, fail]
    default: warn
  connections:
    description:
      - How many requests are under way at most, for each account.
    type: int
    default: 16
notes:
  - The options are settings of a file, not of a task. They may be templates.
  - What the API says is data. Names and tags that look like templates are never evaluated, and braces in names of hosts
    and groups become underscores.
  - An inventory that is not complete is not put into the cache.
  - The facts that all sources have in common are
    C(account), C(dns), C(hostname), C(id), C(image_name), C(kubernetes), C(login_user), C(name), C(organization_id),
    C(private_addresses), C(private_ipv4), C(private_ipv4_addresses), C(private_ipv6), C(private_ipv6_addresses),
    C(private_networks), C(project_id), C(project_name), C(public_addresses), C(public_ipv4), C(public_ipv4_addresses),
    C(public_ipv6), C(public_ipv6_addresses), C(region), C(reverse_names), C(source), C(state), C(tag_values), C(tags),
    C(type), C(zone). Each is there for every host, empty where there is nothing to tell. Addresses are plain texts.
"""

EXAMPLES = r"""
# fmt: code
# Files, one after the other.
# example.scaleway.yml: every machine of the account; ansible-inventory -i example.scaleway.yml --graph shows them
plugin: community.scaleway.scaleway
---
# example.scaleway.yml: the running web servers of two zones, with groups of one's own
plugin: community.scaleway.scaleway
zones: [fr-par-1, nl-ams-1]
states: [running]
tags: [web, "!legacy"]
hostnames: [hostname, name]
connect_with: [public_ipv4]
keyed_groups:
  - key: scw_arch
    prefix: arch
groups:
  small: scw_type is match('(DEV|PLAY)')
compose:
  ansible_user: scw_login_user | default('root', true)
cache: true
cache_plugin: ansible.builtin.jsonfile
cache_connection: /tmp/scaleway-inventory
---
# example.scaleway.yml: machines that are reached through their private network and the bastion of its gateway
plugin: community.scaleway.scaleway
regions: [fr-par]
connect_with: ["private_network:backend", private_ipv4]
bastion: true
---
# example.scaleway.yml: names out of tags, as in env-role
plugin: community.scaleway.scaleway
hostnames:
  - name: tag:role
    prefix: tag:env
    separator: "-"
  - "{{ scw_name | lower }}.{{ scw_zone }}"
exclude:
  - scw_name is match('test-')
---
# example.scaleway.yml: managed services for modules that work on them from here; nothing that is not used
plugin: community.scaleway.scaleway
sources: [databases, redis, mongodb, load_balancers]
hostvars: common
group_by: [source, region, tag]
compose:
  ansible_connection: "'local'"
---
# example.scaleway.yml: fails when anything is missing, for jobs that must see every machine
plugin: community.scaleway.scaleway
on_error: fail
kubernetes_nodes: true
"""

import contextlib
import gc
import hashlib
import json
import typing as t
from concurrent.futures import ThreadPoolExecutor

from ansible.errors import AnsibleError, AnsibleParserError
from ansible.plugins.inventory import BaseInventoryPlugin, Cacheable, Constructable

from ..module_utils._client import REQUESTS_IMPORT_ERROR, Client
from ..module_utils._errors import InvalidInput, ScalewayError
from ..module_utils._fleet import Wanted, fetch, project_ids
from ..module_utils._fleet_choice import Choice
from ..module_utils._fleet_connection import NETWORK, USER, address_of, jump_to
from ..module_utils._fleet_failures import Failure, told
from ..module_utils._fleet_names import Names, preferences, unique
from ..module_utils._fleet_sources import FACTS, SOURCES
from ..module_utils._locality import region_named, zone_named
from ..module_utils._redact import Redactor
from ..module_utils._settings import UUID, Settings, resolve
from ..plugin_utils._conditions import Condition, Template
from ..plugin_utils._constructed import Constructed
from ..plugin_utils._host_groups import Groups, add_hosts, sanitizer
from ..plugin_utils._host_variables import VariableNames, as_data
from ..plugin_utils._inventory_file import check_file

Host = t.Dict[str, t.Any]
Variables = t.Dict[str, t.Any]

ENDINGS = ("scaleway.yml", "scaleway.yaml", "scw.yml", "scw.yaml")
CACHE_FORMAT = 2
DEFAULT_SOURCES = ("instances", "elastic_metal", "apple_silicon")
# What makes an account, and what is said of it once for all accounts.
KEYS = ("access_key", "secret_key", "profile")
AUTH = (
    *KEYS,
    "config_path",
    "api_generation",
    "api_url",
    "compute_url",
    "account_url",
    "api_timeout",
    "retry_timeout",
    "permission_timeout",
    "validate_certs",
    "allow_http",
)


class Account(t.NamedTuple):
    """``name`` is None where the file has only one."""

    settings: Settings
    name: t.Optional[str] = None
    prefix: str = ""


@contextlib.contextmanager
def no_garbage() -> t.Iterator[None]:
    """All that is made here stays. Python's search for garbage among it would take a third of the time, now and at each
    later search: it is frozen, until an inventory is read again."""
    enabled = gc.isenabled()
    gc.disable()
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


class InventoryModule(BaseInventoryPlugin, Constructable, Cacheable):
    NAME = "community.scaleway.scaleway"

    def verify_file(self, path: str) -> bool:
        return bool(super().verify_file(path)) and path.endswith(ENDINGS)

    def parse(self, inventory: t.Any, loader: t.Any, path: str, cache: bool = True) -> None:
        super().parse(inventory, loader, path, cache)
        check_file(self, path)
        self._sanitize_group_name = sanitizer()
        self._read_config_data(path)
        if REQUESTS_IMPORT_ERROR is not None:
            raise AnsibleParserError("The Python package requests is needed by the inventory plugin of Scaleway.")
        secrets: t.List[str] = []
        try:
            accounts = self._accounts()
            secrets += [account.settings.secret_key.reveal() for account in accounts]
            for warning in dict.fromkeys(warning for account in accounts for warning in account.settings.warnings):
                self.display.warning(warning)
            with no_garbage():
                hosts, failures = self._hosts(accounts, cache)
                self._add_hosts(hosts, failures)
        except ScalewayError as error:
            raise AnsibleParserError(Redactor(secrets).text(f"{path}: {error}")) from None

    def _option(self, name: str) -> t.Any:
        """An option of the file; a text in it may be a template."""
        return self._rendered(self.get_option(name))

    def _rendered(self, value: t.Any) -> t.Any:
        if isinstance(value, str) and self.templar.is_template(value):
            return self.templar.template(value)
        if isinstance(value, list):
            return [self._rendered(item) for item in value]
        return value

    def _texts(self, name: str) -> t.Tuple[str, ...]:
        """An option that is a list of texts, each once."""
        return tuple(dict.fromkeys(str(item) for item in self._option(name) or ()))

    def _accounts(self) -> t.List[Account]:
        general = {name: self._option(name) for name in AUTH}
        organizations = self._texts("organizations")
        if len(organizations) == 1:
            general["organization"] = organizations[0]
        profiles = self.get_option("profiles")
        if not profiles:
            return [Account(resolve(general))]
        accounts = []
        for number, entry in enumerate(profiles, 1):
            told_of = {"profile": entry} if isinstance(entry, str) else entry
            options = check_profile(told_of, number)
            options = {name: self._rendered(value) for name, value in options.items()}
            name, prefix = options.pop("name", None), options.pop("prefix", "")
            base = general if not any(key in options for key in KEYS) else {**general, **dict.fromkeys(KEYS)}
            settings = resolve({**base, **options})
            accounts.append(Account(settings, str(name or options.get("profile") or f"account {number}"), str(prefix)))
        return accounts

    def _hosts(self, accounts: t.List[Account], cache: bool) -> t.Tuple[t.List[Host], t.List[Failure]]:
        """The hosts of all accounts, from the cache where it holds those of these very settings."""
        wanted = [self._wanted(account.settings) for account in accounts]
        keys = [self._cache_key(account, want) for account, want in zip(accounts, wanted)]
        use_cache = self._option("cache")
        found = [self._cached(key) if use_cache and cache else None for key in keys]
        missing = [number for number, hosts in enumerate(found) if hosts is None]
        warnings: t.List[str] = []
        connections = self._option("connections")
        if connections < 1:
            raise InvalidInput(f"connections: {connections} is no number above 0.")

        def listed(number: int) -> t.Any:
            settings = accounts[number].settings
            client = Client(settings, connections=connections)
            want = wanted[number]
            projects = tuple(project_ids(client, want.choice.projects, warnings.append))
            return fetch(client, want._replace(choice=want.choice._replace(projects=projects)), warnings.append)

        failures: t.List[Failure] = []
        with ThreadPoolExecutor(max_workers=len(missing) or 1) as pool:
            fleets = list(pool.map(listed, missing))
        for number, fleet in zip(missing, fleets):
            name = accounts[number].name
            for unknown in fleet.unknown:
                self.display.vvv(f"{unknown} is not known to the API")
            of = f" of {name}" if name else ""
            fleet_failures = [failure._replace(product=failure.product + of) for failure in fleet.failures]
            self._judge(fleet_failures, bool(fleet.hosts))
            failures += fleet_failures
            found[number] = fleet.hosts
            if use_cache and not fleet_failures:
                self._cache[keys[number]] = {"format": CACHE_FORMAT, "hosts": fleet.hosts}
        for warning in dict.fromkeys([*warnings, *told(failures)]):
            self.display.warning(warning)
        hosts: t.List[Host] = []
        for account, own, want in zip(accounts, found, wanted):
            for host in own or ():
                if want.choice.fits(host):
                    # The cache keeps what came from the API, not what this file makes of it.
                    hosts.append(dict(host, account=account.name) if account.name else host)
        self._prefixes = {account.name: account.prefix for account in accounts}
        return hosts, failures

    def _judge(self, failures: t.List[Failure], some: bool) -> None:
        """Raise for failures that are not to be lived with."""
        if failures and self._option("on_error") == "fail":
            raise ScalewayError(" ".join(told(failures)))
        if not some and any(failure.hosts for failure in failures):
            raise ScalewayError(f"No host could be listed. {' '.join(told(failures))}")

    def _wanted(self, settings: Settings) -> Wanted:
        sources = self._texts("sources") or (DEFAULT_SOURCES if not settings.classic else DEFAULT_SOURCES[:1])
        zones = [zone_named(zone, "zones") for zone in self._texts("zones")]
        regions = []
        for name in self._texts("regions"):
            region = region_named(name, "regions")
            if region == name.strip().lower():
                regions.append(region)
            else:
                zones.append(zone_named(name, "regions"))
        projects = tuple(name.lower() if UUID.fullmatch(name) else name for name in self._texts("projects"))
        group_by = self._texts("group_by")
        connect_with = self._texts("connect_with")
        choice = Choice(
            projects=projects,
            organizations=tuple(name.lower() for name in self._texts("organizations")),
            states=self._texts("states"),
            tags=self._texts("tags"),
            any_tag=self._option("tags_match") == "any",
            names=self._texts("names"),
            types=self._texts("types"),
            nodes=bool(self._option("kubernetes_nodes")) or "kubernetes" in sources,
        )
        return Wanted(
            sources=sources,
            zones=tuple(dict.fromkeys(zones)),
            regions=tuple(dict.fromkeys(regions)),
            choice=choice,
            private_addresses=bool(self._option("private_addresses")),
            network_names="private_network" in group_by or any(name.startswith(NETWORK) for name in connect_with),
            bastions=bool(self._option("bastion")),
            reverse_names=bool(self._option("reverse_names")),
            project_names="project" in group_by or not all(UUID.fullmatch(project) for project in projects),
        )

    def _cache_key(self, account: Account, wanted: Wanted) -> str:
        """Of the account and all that chooses what is fetched: another choice is another entry."""
        settings = account.settings
        asked = [wanted.choice.query(SOURCES[name], settings.classic) for name in wanted.sources]
        place = [settings.api_generation, settings.api_url, settings.compute_url, settings.organization]
        key = [CACHE_FORMAT, place, wanted._replace(choice=Choice()), asked, wanted.choice.projects]
        digest = hashlib.sha256(json.dumps(key, sort_keys=True).encode())
        digest.update(settings.secret_key.reveal().encode())
        return f"scaleway_{digest.hexdigest()[:32]}"

    def _cached(self, key: str) -> t.Optional[t.List[Host]]:
        """The hosts that are in the cache, None when there are none. What cannot be used is told and fetched again."""
        try:
            entry = self._cache[key]
        except KeyError:
            return None
        except Exception as error:  # noqa: BLE001 - whatever the cache plugin of the user's choice raises
            self.display.warning(f"The cache of the inventory cannot be read, everything is listed again: {error}")
            return None
        if isinstance(entry, dict) and entry.get("format") == CACHE_FORMAT and isinstance(entry.get("hosts"), list):
            hosts = entry["hosts"]
            if all(isinstance(host, dict) and host.keys() >= set(FACTS) for host in hosts):
                return t.cast(t.List[Host], hosts)
        self.display.warning("The cache of the inventory holds something else, everything is listed again.")
        return None

    def _add_hosts(self, hosts: t.List[Host], failures: t.List[Failure]) -> None:
        """Put the hosts into the inventory, with their variables and groups."""
        variable = VariableNames(self._option("hostvars_prefix"), self._option("hostvars_suffix"))
        groups_of_hosts = Groups(self.inventory, self._sanitize_group_name, frozenset(self._texts("group_by")))
        groups_of_hosts.group("scaleway")
        connections = self._connections(hosts)
        chosen: t.List[t.Tuple[Host, Variables, Variables]] = []
        include = [Condition(self, text) for text in self.get_option("include") or []]
        exclude = [Condition(self, text) for text in self.get_option("exclude") or []]
        for host, connection in zip(hosts, connections):
            variables = {variable[key]: value for key, value in as_data(host).items()}
            variables.update(connection)
            if include and not any(holds(one, variables, host, "include") for one in include):
                continue
            if exclude and any(holds(one, variables, host, "exclude") for one in exclude):
                continue
            chosen.append((host, variables, connection))
        names = self._names(chosen)
        constructed = Constructed(self)
        level = self._option("hostvars")
        common = [variable[fact] for fact in FACTS]
        for added, (host, variables, connection) in zip(add_hosts(self.inventory, names), chosen):
            # All at once: one call for each variable is what a large inventory would spend its time with.
            if level == "full":
                added.vars.update(variables)
            else:
                if level == "common":
                    added.vars.update({fact: variables[fact] for fact in common})
                added.vars.update(connection)
            groups_of_hosts.add(added, host)
        groups_of_hosts.fill()
        for name, (_host, variables, _connection) in zip(names, chosen):
            constructed.add(name, variables)
        self._mark(failures, variable["incomplete"], groups_of_hosts, [host for host, *_rest in chosen], names)

    def _connections(self, hosts: t.List[Host]) -> t.List[Variables]:
        """How each host is reached."""
        connect_with = self._texts("connect_with")
        bastion, user = self._option("bastion"), str(self._option("bastion_user"))
        if not USER.fullmatch(user):
            raise InvalidInput(f"bastion_user: {user!r} is no name of a user.")
        networks = {value for host in hosts for one in host["private_networks"] for value in (one["id"], one["name"])}
        for preference in connect_with:
            name = preference[len(NETWORK) :]
            if hosts and preference.startswith(NETWORK) and name not in networks:
                self.display.warning(f"connect_with: no host is in a private network {name!r}.")
        found = []
        for host in hosts:
            variables: Variables = {}
            address = address_of(host, connect_with)
            if address is not None:
                variables["ansible_host"] = as_data(address)
            arguments = jump_to(host, address, user) if bastion else None
            if arguments is not None:
                variables["ansible_ssh_common_args"] = arguments
            found.append(variables)
        return found

    def _names(self, chosen: t.List[t.Tuple[Host, Variables, Variables]]) -> t.List[str]:
        """A name for each host, no two the same."""

        templates: t.Dict[str, Template] = {}

        def render(text: str, number: int) -> t.Optional[str]:
            if text not in templates:
                templates[text] = Template(self, text)
            try:
                return templates[text].rendered(chosen[number][1])
            except AnsibleError as error:
                if self.get_option("strict"):
                    ident = chosen[number][0]["id"]
                    raise AnsibleParserError(f"hostnames: {text!r} has no value for {ident}: {error}") from error
                return None

        given = preferences(self.get_option("hostnames"))
        naming = Names(given, render)
        prefixes = self._prefixes
        hosts = [host for host, *_rest in chosen]
        names = [prefixes.get(host["account"], "") + naming.name(host, number) for number, host in enumerate(hosts)]
        if hosts:
            for name in dict.fromkeys(preference.name for preference in given):
                if name not in naming.used and not any(name in host for host in hosts) and name.isidentifier():
                    self.display.warning(f"hostnames: no host has a field {name!r}.")
        return unique(names, hosts, self.display.warning)

    def _mark(
        self, failures: t.List[Failure], variable: str, groups: Groups, hosts: t.List[Host], names: t.List[str]
    ) -> None:
        """Let playbooks see what is missing."""
        if not failures:
            return
        shown = [dict(zip(("product", "place", "reason"), map(as_data, failure))) for failure in failures]
        groups.group("scaleway").vars[variable] = shown
        incomplete = groups.group("scaleway_incomplete")
        places = {failure.place for failure in failures if failure.place}
        for place in places:
            kind = "zone" if place.count("-") > 1 else "region"
            groups.group(f"{kind}_{place}").vars[variable] = [one for one in shown if one["place"] == place]
        for host, name in zip(hosts, names):
            if host["zone"] in places or host["region"] in places:
                incomplete.add_host(self.inventory.hosts[name])


def holds(condition: Condition, variables: Variables, host: Host, option: str) -> bool:
    """What an expression says of a host. It is an error when it says nothing: no host is lost by a slip."""
    try:
        return condition.holds(variables)
    except AnsibleError as error:
        which = f"{host['name']} ({host['id']})"
        raise AnsibleParserError(f"{option}: {condition.text!r} cannot be evaluated for {which}: {error}") from error


def check_profile(entry: t.Any, number: int) -> t.Dict[str, t.Any]:
    """One of several accounts as it is written. Raises InvalidInput."""
    known = (*AUTH, "organization", "name", "prefix")
    if not isinstance(entry, dict):
        raise InvalidInput(f"profiles: entry {number} is neither the name of a profile nor a map.")
    odd = [str(key) for key in entry if key not in known]
    if odd:
        raise InvalidInput(f"profiles: {odd[0]!r} in entry {number} is no option. Those are: {', '.join(known)}.")
    return dict(entry)
