# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is interrupted: playbooks that make something, and that change it."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.families import CASES
from tests.families.case import Case

Task = dict[str, Any]
PREFIX = "community.scaleway."
PASSWORD = "correct-Horse-battery-0-staple-X"


class Book(NamedTuple):
    """The tasks of a playbook that makes something, and of one that changes it."""

    name: str
    making: list[Task]
    changing: list[Task]


def task(module: str, /, **options: Any) -> Task:
    return {f"{PREFIX}scaleway_{module}": options}


def of_case(case: Case) -> Book:
    """The life of a module as its family tells it, with others of similar names around."""
    mine, *others = case.who
    module = f"{PREFIX}{case.module}"
    around = [*case.before, *({module: {**case.options, **other}} for other in others)]
    making = [*around, {module: {**case.options, **mine}}]
    name = case.module.removeprefix("scaleway_")
    name += " (classic)" if "classic" in str((case.who, case.options)) else ""
    return Book(name, making, [*around, {module: {**mine, **case.change}}])


STACKS = [
    Book(
        "a server with volumes and addresses",
        [
            task(
                "security_group", name="web", inbound_default_policy="drop", rules=[{"action": "accept", "port": 443}]
            ),
            task("placement_group", name="apart"),
            task("private_network", name="inner"),
            task(
                "server",
                name="web-1",
                state="running",
                commercial_type="DEV1-S",
                image="ubuntu_jammy",
                root_volume={"volume_type": "sbs_volume", "size": "20GB"},
                additional_volumes=[{"name": "web-1-data", "size": "10GB", "volume_type": "sbs_volume"}],
                public_ips=["ipv4", "ipv6"],
                security_group="web",
                tags=["web"],
                cloud_init="#cloud-config\n",
            ),
            task("private_nic", server="web-1", private_network="inner"),
        ],
        [
            task(
                "server",
                name="web-1",
                state="running",
                commercial_type="DEV1-M",
                allow_stop=True,
                placement_group="apart",
                additional_volumes=[
                    {"name": "web-1-data", "size": "20GB", "volume_type": "sbs_volume"},
                    {"name": "web-1-more", "size": "10GB", "volume_type": "sbs_volume"},
                ],
                tags=["web", "larger"],
                cloud_init="#cloud-config\npackages: [nginx]\n",
            ),
        ],
    ),
    Book(
        "a load balancer with all that belongs to it",
        [
            task("lb_ip", tags=["web"]),
            task("lb", name="web", type="LB-S"),
            task("lb_backend", lb="web", name="servers", forward_protocol="http", forward_port=8080),
            task("lb_frontend", lb="web", name="http", inbound_port=80, backend="servers"),
            task("lb_backend", lb="web", name="api", forward_protocol="http", forward_port=9090),
        ],
        [
            task("lb", name="web", type="LB-GP-M", tags=["web"]),
            task("lb_backend", lb="web", name="servers", servers=["192.0.2.10"], health_check={"tcp_config": {}}),
            task("lb_frontend", lb="web", name="http", connection_rate_limit=100, backend="api"),
        ],
    ),
    Book(
        "a zone with records",
        [
            task("dns_zone", domain="example.com", subdomain="dev"),
            *(
                task("dns_record", dns_zone="dev.example.com", name=name, type="A", values=["192.0.2.1"], ttl=600)
                for name in ("www", "api", "mail")
            ),
            task("dns_record", dns_zone="dev.example.com", name="@", type="MX", values=["10 mail.dev.example.com."]),
        ],
        [
            task("dns_record", dns_zone="dev.example.com", name="www", type="A", values=["192.0.2.2", "192.0.2.3"]),
            task("dns_record", dns_zone="dev.example.com", name="api", type="A", values=["192.0.2.4"], exclusive=False),
            task("dns_record", dns_zone="dev.example.com", name="mail", type="A", state="absent"),
        ],
    ),
    Book(
        "an application with rights",
        [
            task("iam_application", name="deploy"),
            task("iam_group", name="robots", applications=["deploy"]),
            task(
                "iam_policy",
                name="deploy",
                application="deploy",
                rules=[{"permission_sets": ["VPCFullAccess"], "projects": ["default"]}],
            ),
        ],
        [
            task("iam_application", name="deploy", description="it deploys"),
            task(
                "iam_policy",
                name="deploy",
                application="deploy",
                rules=[{"permission_sets": ["VPCReadOnly"], "projects": ["default"]}],
            ),
        ],
    ),
    Book(
        "a database with users",
        [
            task(
                "rdb_instance",
                name="shop",
                engine="PostgreSQL-16",
                node_type="DB-DEV-S",
                user_name="admin",
                password=PASSWORD,
                volume_type="sbs_5k",
                volume_size="10GB",
            ),
            task("rdb_database", instance="shop", name="orders"),
            task("rdb_user", instance="shop", name="web", password=PASSWORD),
            task("rdb_privilege", instance="shop", database="orders", user="web", permission="readwrite"),
            task("rdb_acl", instance="shop", rules=[{"ip": "192.0.2.0/24", "description": "the office"}]),
        ],
        [
            task("rdb_instance", name="shop", volume_size="20GB", settings={"max_connections": "200"}),
            task("rdb_privilege", instance="shop", database="orders", user="web", permission="readonly"),
            task("rdb_acl", instance="shop", rules=[{"ip": "198.51.100.0/24", "description": "the new office"}]),
        ],
    ),
    Book(
        "a secret with versions",
        [
            task("secret", name="database", path="/production"),
            task("secret_version", secret="/production/database", data="the first word", disable_previous=True),
        ],
        [
            task("secret", name="database", path="/production", tags=["shop"]),
            task("secret_version", secret="/production/database", data="another word", disable_previous=True),
        ],
    ),
]
# scaleway_api knows of no wanted state: what it is told to make it makes again.
BOOKS = [*STACKS, *(of_case(case) for case in CASES if f"{PREFIX}scaleway_api" not in str(case.before))]
assert len({book.name for book in BOOKS}) == len(BOOKS)
