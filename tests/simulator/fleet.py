# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Objects of other products as their lists show them, for ``SimulatorProcess.add`` and ``Store.add``.

Each has fixed values and an id that follows from its number; keywords replace fields.
"""

from __future__ import annotations

from typing import Any

from .seed import SEEDED_AT, seeded_id
from .store import ORGANIZATION, PROJECT

Body = dict[str, Any]
OWNER = {"project_id": PROJECT, "organization_id": ORGANIZATION}
DATES = {"created_at": SEEDED_AT, "updated_at": SEEDED_AT}


def baremetal(number: int, zone: str = "fr-par-2", **changes: Any) -> Body:
    """A server of Elastic Metal, with an address of each family."""
    ident = seeded_id("baremetal", number)
    domain = f"{ident}.{zone}.baremetal.example"
    ips = [
        {"id": seeded_id("baremetal/v4", number), "address": f"198.51.100.{number + 1}", "version": "IPv4"},
        {"id": seeded_id("baremetal/v6", number), "address": f"2001:db8:b::{number + 1:x}", "version": "IPv6"},
    ]
    return {
        "id": ident,
        "name": f"metal-{number}",
        "description": "",
        "status": "ready",
        "offer_id": seeded_id("offer", "EM-A115X-SSD"),
        "offer_name": "EM-A115X-SSD",
        "tags": ["metal"],
        "ips": [dict(ip, reverse=domain, reverse_status="active", reverse_status_message="") for ip in ips],
        "domain": domain,
        "boot_type": "normal",
        "zone": zone,
        "install": {
            "os_id": seeded_id("os", "debian"),
            "hostname": f"metal-{number}.example",
            "user": "debian",
            "ssh_key_ids": [],
            "status": "completed",
            "service_user": "",
            "service_url": "",
            "partitioning_schema": None,
        },
        "ping_status": "ping_status_up",
        "options": [],
        "rescue_server": None,
        "protected": False,
        "user_data": None,
        **OWNER,
        **DATES,
        **changes,
    }


def apple_silicon(number: int, zone: str = "fr-par-1", **changes: Any) -> Body:
    """A Mac; its list answer holds two secrets."""
    address = f"203.0.113.{number + 1}"
    return {
        "id": seeded_id("apple_silicon", number),
        "name": f"mac-{number}",
        "type": "M2-M",
        "ip": address,
        "ssh_username": "m1",
        "sudo_password": "s3cret-of-a-mac",
        "vnc_url": f"vnc://m1:s3cret-of-a-mac@{address}:59010",
        "vnc_port": 59010,
        "status": "ready",
        "delivered": True,
        "tags": ["mac"],
        "os": {"id": seeded_id("os", "macos"), "name": "macos-sequoia-15.6", "label": "macOS Sequoia 15.6"},
        "vpc_status": "vpc_disabled",
        "deletion_scheduled": False,
        "deletable_at": SEEDED_AT,
        "public_bandwidth_bps": 1_000_000_000,
        "zone": zone,
        **OWNER,
        **DATES,
        **changes,
    }


def server_private_network(number: int, server: Body, network: str, **changes: Any) -> Body:
    """What ties a server of Elastic Metal or a Mac to a private network."""
    return {
        "id": seeded_id("server_private_network", number),
        "server_id": server["id"],
        "private_network_id": network,
        "project_id": server["project_id"],
        "vlan": 2000 + number,
        "status": "attached",
        "ipam_ip_ids": [],
        **DATES,
        **changes,
    }


def dedibox(number: int, zone: str = "fr-par-1", **changes: Any) -> Body:
    """A Dedibox: its id is a number, its addresses are with its network cards."""
    address = {"ip_id": number, "reverse": f"dedi-{number}.example", "cidr": 24, "netmask": "", "gateway": ""}
    return {
        "id": 100_000 + number,
        "datacenter_name": "DC3",
        "hostname": f"dedi-{number}",
        "offer_id": 1,
        "offer_name": "Start-2-M-SSD",
        "status": "ready",
        "interfaces": [
            {
                "card_id": 1,
                "device_id": 1,
                "mac": "00:00:5e:00:53:01",
                "type": "ipmi",
                "ips": [dict(address, address="10.9.9.9", version="ipv4", semantic="ipmi", status="ready")],
            },
            {
                "card_id": 2,
                "device_id": 2,
                "mac": "00:00:5e:00:53:02",
                "type": "normal",
                "ips": [
                    dict(
                        address,
                        address=f"192.0.2.{number + 1}",
                        version="ipv4",
                        semantic="proxad",
                        status="ready",
                    )
                ],
            },
        ],
        "zone": zone,
        "is_outsourced": False,
        "qinq": False,
        "is_hds": False,
        "os_id": 1,
        "expired_at": None,
        **OWNER,
        **DATES,
        **changes,
    }


def ipam_ip(number: int, address: str, kind: str, resource: str, region: str, **changes: Any) -> Body:
    """An address of IPAM that belongs to a network card or another resource. ``address`` has its prefix length."""
    return {
        "id": seeded_id("ipam", number),
        "address": address,
        "is_ipv6": ":" in address,
        "region": region,
        "zone": None,
        "project_id": PROJECT,
        "tags": [],
        "reverses": [],
        "source": {"subnet_id": seeded_id("subnet", region)},
        "resource": {"type": kind, "id": resource, "mac_address": None, "name": None},
        **DATES,
        **changes,
    }


def private_network(name: str, region: str, **changes: Any) -> Body:
    return {
        "id": seeded_id("private_network", f"{region}/{name}"),
        "name": name,
        "region": region,
        "tags": [],
        "subnets": [],
        "vpc_id": seeded_id("vpc", region),
        "dhcp_enabled": True,
        "default_route_propagation_enabled": False,
        **OWNER,
        **DATES,
        **changes,
    }


def gateway(number: int, zone: str, networks: list[str], **changes: Any) -> Body:
    """A public gateway with its bastion on."""
    ident = seeded_id("gateway", number)
    return {
        "id": ident,
        "name": f"gateway-{number}",
        "type": "VPC-GW-S",
        "status": "running",
        "bandwidth": 100,
        "bastion_enabled": True,
        "bastion_port": 61000,
        "bastion_allowed_ips": ["0.0.0.0/0"],
        "smtp_enabled": False,
        "is_legacy": False,
        "tags": [],
        "version": "0.7.9",
        "ipv4": {"id": seeded_id("gateway/ip", number), "address": f"198.51.100.{200 + number}", "zone": zone},
        "gateway_networks": [
            {"id": seeded_id("gateway_network", f"{number}/{network}"), "private_network_id": network, "zone": zone}
            for network in networks
        ],
        "zone": zone,
        **OWNER,
        **DATES,
        **changes,
    }


def rdb(number: int, region: str = "fr-par", **changes: Any) -> Body:
    endpoint = {
        "id": seeded_id("rdb/endpoint", number),
        "ip": f"203.0.113.{100 + number}",
        "port": 5432,
        "name": None,
        "load_balancer": {},
    }
    return {
        "id": seeded_id("rdb", number),
        "name": f"database-{number}",
        "status": "ready",
        "engine": "PostgreSQL-17",
        "node_type": "db-dev-s",
        "endpoint": endpoint,
        "endpoints": [endpoint],
        "is_ha_cluster": False,
        "tags": ["sql"],
        "settings": [],
        "init_settings": [],
        "read_replicas": [],
        "region": region,
        "created_at": SEEDED_AT,
        **OWNER,
        **changes,
    }


def redis(number: int, zone: str = "fr-par-1", **changes: Any) -> Body:
    return {
        "id": seeded_id("redis", number),
        "name": f"redis-{number}",
        "status": "ready",
        "version": "8.4.0",
        "node_type": "RED1-micro",
        "cluster_size": 1,
        "endpoints": [
            {
                "id": seeded_id("redis/endpoint", number),
                "ips": [f"203.0.113.{120 + number}"],
                "port": 6379,
                "public_network": {},
            }
        ],
        "tags": ["cache"],
        "tls_enabled": False,
        "acl_rules": [],
        "cluster_settings": [],
        "user_name": "admin",
        "upgradable_versions": [],
        "zone": zone,
        "project_id": PROJECT,
        **DATES,
        **changes,
    }


def mongodb(number: int, region: str = "fr-par", **changes: Any) -> Body:
    ident = seeded_id("mongodb", number)
    return {
        "id": ident,
        "name": f"mongodb-{number}",
        "status": "ready",
        "version": "7.0",
        "node_amount": 1,
        "node_type": "mgdb-play2-nano",
        "endpoints": [
            {
                "id": seeded_id("mongodb/endpoint", number),
                "dns_record": f"{ident}.mgdb.{region}.example",
                "port": 27017,
                "public_network": {},
            }
        ],
        "tags": [],
        "settings": [],
        "region": region,
        "created_at": SEEDED_AT,
        **OWNER,
        **changes,
    }


def load_balancer(number: int, zone: str = "fr-par-1", **changes: Any) -> Body:
    address = {
        "id": seeded_id("lb/ip", number),
        "ip_address": f"203.0.113.{140 + number}",
        "reverse": f"lb-{number}.example",
        "zone": zone,
    }
    return {
        "id": seeded_id("lb", number),
        "name": f"balancer-{number}",
        "description": "",
        "status": "ready",
        "type": "lb-s",
        "ip": [address],
        "instances": [],
        "tags": [],
        "backend_count": 0,
        "frontend_count": 0,
        "route_count": 0,
        "private_network_count": 0,
        "subscriber": None,
        "ssl_compatibility_level": "ssl_compatibility_level_intermediate",
        "zone": zone,
        "region": zone.rpartition("-")[0],
        **OWNER,
        **DATES,
        **changes,
    }


def k8s_cluster(number: int, region: str = "fr-par", **changes: Any) -> Body:
    ident = seeded_id("k8s", number)
    return {
        "id": ident,
        "name": f"cluster-{number}",
        "type": "kapsule",
        "status": "ready",
        "version": "1.35.3",
        "cni": "cilium",
        "description": "",
        "cluster_url": f"https://{ident}.api.k8s.{region}.example:6443",
        "dns_wildcard": f"*.{ident}.nodes.k8s.{region}.example",
        "tags": [],
        "region": region,
        **OWNER,
        **DATES,
        **changes,
    }


def k8s_pool(number: int, cluster: Body, **changes: Any) -> Body:
    region = cluster["region"]
    return {
        "id": seeded_id("k8s/pool", number),
        "cluster_id": cluster["id"],
        "name": f"pool-{number}",
        "status": "ready",
        "version": cluster["version"],
        "node_type": "dev1_m",
        "autoscaling": False,
        "size": 1,
        "min_size": 0,
        "max_size": 1,
        "container_runtime": "containerd",
        "tags": [],
        "region": region,
        "zone": f"{region}-1",
        **DATES,
        **changes,
    }


def k8s_node(number: int, pool: Body, server: Body | None, **changes: Any) -> Body:
    """A node of a pool; ``server`` is the Instance that it runs on, None for one outside of Scaleway."""
    ident = seeded_id("k8s/node", number)
    where = f"scaleway://instance/{server['zone']}/{server['id']}" if server else f"external://{ident}"
    return {
        "id": ident,
        "cluster_id": pool["cluster_id"],
        "pool_id": pool["id"],
        "name": f"node-{number}",
        "status": "ready",
        "conditions": {"Ready": "True"},
        "provider_id": where,
        "public_ip_v4": None if server else f"192.0.2.{200 + number}",
        "public_ip_v6": None,
        "error_message": "",
        "region": pool["region"],
        **DATES,
        **changes,
    }


def flexible_ip(number: int, server: Body | None, zone: str = "fr-par-2", **changes: Any) -> Body:
    return {
        "id": seeded_id("flexible_ip", number),
        "ip_address": f"198.51.100.{150 + number}/32",
        "server_id": server["id"] if server else None,
        "status": "attached" if server else "ready",
        "reverse": f"flexible-{number}.example",
        "description": "",
        "mac_address": None,
        "tags": [],
        "zone": zone,
        **OWNER,
        **DATES,
        **changes,
    }
