# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The machines of an account as an inventory sees them. It knows the API and nothing of Ansible.

All lists are asked for at once. What belongs together is joined in memory: network cards and IPAM, nodes and Instances,
names of projects and private networks. What fails is kept as a :class:`Failure`; only who is not known at all, or asks
for what cannot be, gets an exception.
"""

from __future__ import annotations

import typing as t
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain

from ._client import Client
from ._endpoints import Endpoint
from ._errors import ApiError, BadAnswer, InvalidArguments, InvalidInput, ScalewayError
from ._fleet_addresses import Ipam, Networks, held_cards, private_facts
from ._fleet_choice import Choice
from ._fleet_failures import UNKNOWN_PLACE, Failure, is_fatal, reason_of
from ._fleet_sources import SOURCES, Source, host_of
from ._locality import CLASSIC_ZONES, REGIONS, ZONES, region_of
from ._paging import list_all

Host = t.Dict[str, t.Any]
Item = t.Dict[str, t.Any]
T = t.TypeVar("T")
NODE_OF = "scaleway://instance/"
NO_SUCH_SHAPE = "the list holds something of another shape than the API documents"


class Wanted(t.NamedTuple):
    """What is fetched of an account. ``zones`` and ``regions`` are those that were chosen, empty when nobody chose."""

    sources: t.Tuple[str, ...]
    zones: t.Tuple[str, ...]
    regions: t.Tuple[str, ...]
    choice: Choice
    private_addresses: bool = True
    network_names: bool = True
    bastions: bool = False
    project_names: bool = True
    reverse_names: bool = False

    def places(self, source: Source, classic: bool) -> t.List[str]:
        """Where a kind of host is looked for, in order."""
        if source.scope == "region":
            return list(self.in_regions())
        if self.zones or self.regions:
            return list(dict.fromkeys([*self.zones, *chain.from_iterable(map(zones_in, self.regions))]))
        return list(CLASSIC_ZONES if classic else source.places)

    def in_regions(self) -> t.List[str]:
        chosen = [*(region_of(zone) for zone in self.zones), *self.regions]
        return list(dict.fromkeys(chosen or REGIONS))


def zones_in(region: str) -> t.List[str]:
    """The zones of a region; of one that is not known yet, those that it probably has."""
    return [zone for zone in ZONES if region_of(zone) == region] or [f"{region}-{number}" for number in (1, 2, 3)]


class Fleet(t.NamedTuple):
    """``unknown`` are the names of products and places that turned out not to go together."""

    hosts: t.List[Host]
    failures: t.List[Failure]
    unknown: t.List[str]


class Lists:
    """Asks an account for lists, and keeps what came and what did not."""

    def __init__(self, client: Client, warn: t.Callable[[str], None]) -> None:
        self.client = client
        self.warn = warn
        self.failures: t.List[Failure] = []
        self.unknown: t.List[str] = []

    def all(
        self, product: str, version: str, scope: str, place: str, path: str, key: str, query: t.Mapping[str, t.Any]
    ) -> t.List[Item]:
        endpoint = Endpoint(product, version, scope, self.client.settings.classic)
        url = f"{endpoint.base(self.client.settings, place)}/{path}"
        items = list_all(self.client, url, key, query, endpoint.page_size_name, self.warn)
        if not all(isinstance(item, dict) and "id" in item for item in items):
            raise BadAnswer(NO_SUCH_SHAPE, "GET", url)
        return items

    def tried(self, label: str, place: str, hosts: bool, work: t.Callable[[], T], known: bool = True) -> t.Optional[T]:
        """What ``work`` gives, None when it failed. ``known`` says that the product is there for sure."""
        try:
            return work()
        except ScalewayError as error:
            if is_fatal(error):
                raise
            if not known and isinstance(error, ApiError) and error.status in UNKNOWN_PLACE:
                self.unknown.append(f"{label} in {place}")
            else:
                self.failures.append(Failure(label, place, reason_of(error), hosts))
        except (AttributeError, KeyError, TypeError):
            self.failures.append(Failure(label, place, NO_SUCH_SHAPE, hosts))
        return None


class Found:
    """What the lists of one account gave."""

    def __init__(self) -> None:
        self.hosts: t.Dict[t.Tuple[str, str], t.List[Host]] = {}
        self.ipam = Ipam()
        self.networks = Networks()
        self.projects: t.Dict[str, str] = {}
        # Address to reverse name, of Instances: their lists do not tell it.
        self.reverses: t.Dict[str, str] = {}


def fetch(client: Client, wanted: Wanted, warn: t.Callable[[str], None]) -> Fleet:
    """All hosts of an account that may be wanted. What the API could not filter is still among them.

    Raises a ScalewayError when the account is not known, and when not a single list of hosts could be read.
    """
    lists, found = Lists(client, warn), Found()
    jobs = list(jobs_for(lists, wanted, found))
    with ThreadPoolExecutor(max_workers=len(jobs) or 1) as pool:
        running = [pool.submit(job) for job in jobs]
    for job in running:
        job.result()
    hosts = list(chain.from_iterable(found.hosts[place] for place in sorted(found.hosts, key=_order(wanted))))
    join_nodes(hosts)
    hosts = [host for host in hosts if not host.pop("_joined", False)]
    for host in hosts:  # whoever owns it is looked up: what is no text cannot be
        for name in ("project_id", "organization_id"):
            if not isinstance(host[name], str):
                host[name] = None
    if wanted.project_names and not client.settings.classic:
        missing = {host["organization_id"] for host in hosts if host["project_id"] not in found.projects} - {None}
        for organization in sorted(missing):
            read_projects(lists, found, organization)
    joined = [lists.tried("The hosts", "", True, partial(join, host, found)) for host in hosts]
    return Fleet([host for host in joined if host is not None], lists.failures, lists.unknown)


def _order(wanted: Wanted) -> t.Callable[[t.Tuple[str, str]], t.Tuple[int, int]]:
    """Hosts come in the order of the sources and places, whichever list came first."""
    places = list(dict.fromkeys([*wanted.zones, *wanted.regions, *ZONES, *REGIONS]))

    def position(key: t.Tuple[str, str]) -> t.Tuple[int, int]:
        source, place = key
        return wanted.sources.index(source), places.index(place) if place in places else len(places)

    return position


def jobs_for(lists: Lists, wanted: Wanted, found: Found) -> t.Iterator[t.Callable[[], None]]:
    """Everything that can be asked for at once."""
    settings = lists.client.settings
    for name in wanted.sources:
        source = SOURCES[name]
        for place in wanted.places(source, settings.classic):
            yield _job(read_hosts, lists, wanted, found, source, place)
            if name == "instances" and wanted.reverse_names:
                yield _job(read_reverses, lists, found, place, place in source.places)
    if settings.classic:
        return
    holders = [SOURCES[name].ipam for name in wanted.sources if SOURCES[name].ipam]
    for region in wanted.in_regions():
        if wanted.private_addresses and holders:
            yield _job(read_addresses, lists, found, region, holders)
        if wanted.network_names:
            yield _job(read_networks, lists, found, region)
        if wanted.bastions:
            for zone in zones_in(region):
                yield _job(read_bastions, lists, found, zone)
    if wanted.project_names and settings.organization:
        yield _job(read_projects, lists, found, settings.organization)


def _job(function: t.Callable[..., None], *arguments: t.Any) -> t.Callable[[], None]:
    return lambda: function(*arguments)


def read_hosts(lists: Lists, wanted: Wanted, found: Found, source: Source, place: str) -> None:
    query = wanted.choice.query(source, lists.client.settings.classic)

    def read() -> t.List[Host]:
        asked = (source.product, source.version, source.scope, place, source.path, source.key)
        try:
            items = lists.all(*asked, query)
        except InvalidArguments:
            # A state or a type of other sources, for example. What does not fit is left out afterwards.
            if not query or place not in source.places:
                raise
            items = lists.all(*asked, {})
        if source.name == "kubernetes":
            return nodes_of(lists, source, items, place)
        hosts = [host_of(source, item, place) for item in items]
        if hosts and source.cards and not lists.client.settings.classic:
            add_cards(lists, wanted, source, hosts, place)
        return hosts

    hosts = lists.tried(source.label, place, True, read, known=place in source.places)
    if hosts is not None:
        found.hosts[source.name, place] = hosts


def add_cards(lists: Lists, wanted: Wanted, source: Source, hosts: t.List[Host], place: str) -> None:
    """The private networks, and the flexible addresses, of servers that do not tell them themselves."""
    by_id = {host["id"]: host for host in hosts}
    if wanted.private_addresses:
        key = "server_private_networks"
        path = "server-private-networks"
        ties = lists.tried(
            f"Private networks of {source.label}",
            place,
            False,
            lambda: lists.all(source.product, source.cards, "zone", place, path, key, {}),
        )
        for tie in ties or []:
            if tie.get("server_id") in by_id:
                by_id[tie["server_id"]].setdefault("_cards", []).append(tie)
    if source.name == "elastic_metal":
        label = "Flexible IPs"
        for ip in (
            lists.tried(
                label,
                place,
                False,
                lambda: lists.all("flexible-ip", "v1alpha1", "zone", place, "fips", "flexible_ips", {}),
            )
            or []
        ):
            host = by_id.get(str(ip.get("server_id")))
            address = str(ip.get("ip_address") or "").partition("/")[0]
            if host is not None and address and address not in host["public_addresses"]:
                family = "public_ipv6" if ":" in address else "public_ipv4"
                host[family] = host[family] or address
                host[f"{family}_addresses"].append(address)
                host["public_addresses"].append(address)
                if ip.get("reverse"):
                    host["reverse_names"].append(str(ip["reverse"]).rstrip("."))


def nodes_of(lists: Lists, source: Source, clusters: t.List[Item], region: str) -> t.List[Host]:
    """The nodes of some clusters, each with its cluster and its pool."""
    hosts: t.List[Host] = []
    for cluster in clusters:
        below = f"clusters/{cluster['id']}"
        pools = lists.all("k8s", "v1", "region", region, f"{below}/pools", "pools", {})
        named = {pool["id"]: pool for pool in pools}
        for node in lists.all("k8s", "v1", "region", region, f"{below}/nodes", "nodes", {}):
            pool = named.get(node.get("pool_id"), {})
            host = host_of(source, node, region)
            host["type"] = pool.get("node_type")
            host["tags"] = list(pool.get("tags") or [])
            host["project_id"] = cluster.get("project_id")
            host["organization_id"] = cluster.get("organization_id")
            host["kubernetes"] = {
                "cluster_id": cluster["id"],
                "cluster_name": cluster.get("name"),
                "pool_id": node.get("pool_id"),
                "pool_name": pool.get("name"),
                "node_id": node["id"],
                "node_name": node.get("name"),
                "status": node.get("status"),
            }
            hosts.append(host)
    return hosts


def join_nodes(hosts: t.List[Host]) -> None:
    """A node that is one of the listed Instances is that host, and no other one."""
    nodes = {}
    for host in hosts:
        provider = host.get("provider_id")
        if host["source"] == "kubernetes" and isinstance(provider, str) and provider.startswith(NODE_OF):
            nodes[provider.rpartition("/")[2]] = host
    if nodes:
        for host in hosts:
            node = nodes.get(host["id"]) if host["source"] == "instances" else None
            if node is not None:
                host["kubernetes"] = node["kubernetes"]
                node["_joined"] = True


def read_addresses(lists: Lists, found: Found, region: str, holders: t.List[str]) -> None:
    query = {"attached": True, "resource_types": holders}

    def read() -> None:
        found.ipam.add(lists.all("ipam", "v1", "region", region, "ips", "ips", query))

    lists.tried("Private addresses (IPAM)", region, False, read, known=region in REGIONS)


def read_networks(lists: Lists, found: Found, region: str) -> None:
    def read() -> None:
        found.networks.add(lists.all("vpc", "v2", "region", region, "private-networks", "private_networks", {}))

    lists.tried("Private networks (VPC)", region, False, read, known=region in REGIONS)


def read_bastions(lists: Lists, found: Found, zone: str) -> None:
    def read() -> None:
        found.networks.add_gateways(lists.all("vpc-gw", "v2", "zone", zone, "gateways", "gateways", {}))

    lists.tried("Bastions of Public Gateways", zone, False, read, known=zone in ZONES)


def read_reverses(lists: Lists, found: Found, zone: str, known: bool) -> None:
    def read() -> None:
        for ip in lists.all("instance", "v1", "zone", zone, "ips", "ips", {}):
            if ip.get("reverse") and ip.get("address"):
                found.reverses[str(ip["address"])] = str(ip["reverse"]).rstrip(".")

    lists.tried("Reverse names of Instances", zone, False, read, known=known)


def read_projects(lists: Lists, found: Found, organization: str) -> None:
    def read() -> None:
        query = {"organization_id": organization}
        for project in lists.all("account", "v3", "global", "", "projects", "projects", query):
            found.projects[project["id"]] = str(project.get("name") or project["id"])

    lists.tried("Names of projects", "", False, read)


def join(host: Host, found: Found) -> Host:
    """A host with the facts that other lists tell."""
    host["project_name"] = found.projects.get(host["project_id"])
    if found.reverses and host["source"] == "instances":
        names = [found.reverses.get(address) for address in host["public_addresses"]]
        host["reverse_names"] = [name for name in names if name]
    cards = host.pop("_cards", None)
    if cards is None:
        cards = host.get("private_nics")
    if not cards and SOURCES[host["source"]].ipam:
        cards = held_cards(host["id"], found.ipam, found.networks)
    host.update(private_facts(host, cards or (), found.ipam, found.networks))
    return host


def project_ids(client: Client, chosen: t.Iterable[str], warn: t.Callable[[str], None]) -> t.List[str]:
    """The ids of projects that were given by id or by name. Raises InvalidInput for what is neither."""
    from ._settings import UUID

    given = list(dict.fromkeys(chosen))
    names = [name for name in given if not UUID.fullmatch(name)]
    if not names:
        return [name.lower() for name in given]
    organization = client.settings.organization
    if not organization:
        raise InvalidInput(
            f"projects: the organization must be known to find {names[0]!r} by name. Set organizations, the environment "
            "variable SCW_DEFAULT_ORGANIZATION_ID, or default_organization_id in the profile; or give the ID."
        )
    query = {"organization_id": organization}
    items = Lists(client, warn).all("account", "v3", "global", "", "projects", "projects", query)
    by_name: t.Dict[str, t.List[str]] = {}
    for item in items:
        by_name.setdefault(str(item.get("name")), []).append(item["id"])
    for name in names:
        if len(by_name.get(name, ())) != 1:
            known = ", ".join(sorted(by_name)) or "none"
            what = "no project has this name" if name not in by_name else "more than one project has this name"
            raise InvalidInput(f"projects: {name!r}: {what}. The projects of the organization are: {known}.")
    return [by_name[name][0] if name in by_name else name.lower() for name in given]
