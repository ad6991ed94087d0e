# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Load Balancers."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks
from tests.simulator.store import PROJECT

# A certificate for www.example.com with its key, and another pair. Nobody else trusts or uses them.
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBtTCCAVqgAwIBAgIUeG6ZtU6JJEt0hg0nPVGL0RgPi9MwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMCAXDTI2MTEyNTAwNDkzMloYDzIx
MjYxMTAxMDA0OTMyWjAaMRgwFgYDVQQDDA93d3cuZXhhbXBsZS5jb20wWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAATsS3V7wl/1/OUUUmOo+x2cBHkRsBI77wU9wf/+
4SiBDeuY1y2LfwNue+FZoAjUoOjYL00136sUnT8L//XhkERko3wwejAdBgNVHQ4E
FgQUgwrA7tpwaZoFrNOd3Mab8LTWms4wHwYDVR0jBBgwFoAUgwrA7tpwaZoFrNOd
3Mab8LTWms4wDwYDVR0TAQH/BAUwAwEB/zAnBgNVHREEIDAegg93d3cuZXhhbXBs
ZS5jb22CC2V4YW1wbGUuY29tMAoGCCqGSM49BAMCA0kAMEYCIQCEj5hVi7pJtB2H
TCX+5VSYbr4aCIXZbgdJgpwEwApKbwIhAJ5j8u+FYfVQASseSQYOqyeJrg6joe4b
rNm39qjuO3Ks
-----END CERTIFICATE-----
"""
KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIu3do8bFysPYIUsc
5UnF3BdWHOZsvfm8MduuM2k9SGWhRANCAATsS3V7wl/1/OUUUmOo+x2cBHkRsBI7
7wU9wf/+4SiBDeuY1y2LfwNue+FZoAjUoOjYL00136sUnT8L//XhkERk
-----END PRIVATE KEY-----
"""
OTHER_CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBszCCAVqgAwIBAgIUDPsbVIwsrViOZXLLY9s/O/uyIRgwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMCAXDTI2MTEyNTAxMDgyN1oYDzIx
MjYwNzI0MDEwODI3WjAaMRgwFgYDVQQDDA93d3cuZXhhbXBsZS5jb20wWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAASXfpoOtfzUPLnNWS1HcTzJh9r8S9ucKceYJe6G
tYAjsMg8Z8EWgrayX/RN2onbUUt7Pr765MgMjqTl4iWCbrQ5o3wwejAdBgNVHQ4E
FgQUTu/qWb3bkPZMRt8NL5E6zX7TeMcwHwYDVR0jBBgwFoAUTu/qWb3bkPZMRt8N
L5E6zX7TeMcwDwYDVR0TAQH/BAUwAwEB/zAnBgNVHREEIDAegg93d3cuZXhhbXBs
ZS5jb22CC2V4YW1wbGUuY29tMAoGCCqGSM49BAMCA0cAMEQCIB8m4ZUFP/Ae0cE0
O8L3avcCEXEtzMI8XUl+ivgr/U9xAiA9YnNQSmbeNIxwEsaR5KiyKhJy+YzJ2GPI
uEnx8WX4Iw==
-----END CERTIFICATE-----
"""
OTHER_KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg5FpCrG8jTZt53eK0
v5lbLmrYvkNSbXiP7MZaCCSuXLChRANCAASXfpoOtfzUPLnNWS1HcTzJh9r8S9uc
KceYJe6GtYAjsMg8Z8EWgrayX/RN2onbUUt7Pr765MgMjqTl4iWCbrQ5
-----END PRIVATE KEY-----
"""
NEEDED = {"own_certificate": CERTIFICATE, "own_private_key": KEY}
NOWHERE = {"lb": PROJECT, "name": "web"}
BACKEND = {"forward_protocol": "http", "forward_port": 8080}
TASKS: Tasks = {
    "scaleway_lb": [
        {"name": "front", "type": "LB-S", "tags": ["a"], "assign_flexible_ipv6": True},
        {"name": "front", "type": "LB-HUGE"},
        {"name": "front", "ips": ["192.0.2.77"]},
    ],
    "scaleway_lb_info": [{"zone": "all"}],
    "scaleway_lb_ip": [
        {"tags": ["lb"], "is_ipv6": True},
        {"tags": ["lb"], "reverse": "www.example.com", "is_ipv6": False},
        {"ip_address": "192.0.2.77"},
    ],
    "scaleway_lb_ip_info": [{"zone": "all"}],
    "scaleway_lb_backend": [
        {**NOWHERE, **BACKEND},
        {"lb": "none", "name": "web", "state": "absent"},
        {**NOWHERE, **BACKEND, "forward_port": 70000},
        {**NOWHERE, "health_check": {"tcp_config": {}, "http_config": {"uri": "/"}}},
        {"name": "web"},
    ],
    "scaleway_lb_backend_info": [{"lb": "none"}, {"lb": PROJECT}],
    "scaleway_lb_frontend": [
        {**NOWHERE, "inbound_port": 80, "backend": PROJECT},
        {**NOWHERE, "inbound_port": 0},
        {**NOWHERE, "timeout_client": "soon"},
        {**NOWHERE, "state": "absent"},
    ],
    "scaleway_lb_frontend_info": [{"id": PROJECT}],
    "scaleway_lb_acl": [
        {"frontend": PROJECT, "name": "web", "index": 1, "action": {"type": "deny"}},
        {"frontend": PROJECT, "name": "web", "action": {"type": "redirect"}},
        {"frontend": PROJECT, "name": "web", "match": {"ip_subnet": ["everywhere"]}},
        {"frontend": "web", "name": "web", "state": "absent"},
    ],
    "scaleway_lb_acl_info": [{"frontend": PROJECT}],
    "scaleway_lb_route": [
        {"frontend": PROJECT, "backend": PROJECT, "match": {"sni": "www.example.com"}},
        {"frontend": PROJECT, "match": {"sni": "www.example.com", "path_begin": "/"}},
        {"frontend": PROJECT, "match": {"sni": "www.example.com"}, "state": "absent"},
        {"backend": PROJECT},
    ],
    "scaleway_lb_route_info": [{}],
    "scaleway_lb_certificate": [
        {**NOWHERE, "certificate_chain": CERTIFICATE, "private_key": KEY},
        {**NOWHERE, "certificate_chain": CERTIFICATE, "private_key": OTHER_KEY},
        {**NOWHERE, "certificate_chain": "none"},
        {**NOWHERE, "private_key": KEY},
    ],
    "scaleway_lb_certificate_info": [{"lb": PROJECT}],
    "scaleway_lb_private_network": [
        {"lb": PROJECT, "private_network": PROJECT},
        {"lb": PROJECT, "private_network": PROJECT, "ipam_ids": ["none"]},
        {"lb": PROJECT, "private_network": PROJECT, "state": "absent"},
    ],
    "scaleway_lb_private_network_info": [{"lb": "none"}],
    "scaleway_lb_subscriber": [
        {"name": "ops", "email_config": {"email": "ops@example.com"}},
        {"name": "new"},
        {"name": "ops", "webhook_config": {"uri": "https://www.example.com/hook"}},
    ],
    "scaleway_lb_subscriber_info": [{"zone": "all"}],
}


def task(module: str, **options: object) -> dict[str, object]:
    return {f"community.scaleway.scaleway_{module}": options}


ORIGIN = [
    task("lb", name="origin"),
    task("lb_backend", lb="origin", name="origin", **BACKEND),
    task("lb_frontend", lb="origin", name="origin", inbound_port=8000, backend="origin"),
]
NAMES = ("web", "web-1", "my-web")


def within(**options: object) -> tuple[dict[str, object], ...]:
    """Three of one kind below the same parent."""
    return tuple({**options, "name": name} for name in NAMES)


CASES = [
    Case(
        "scaleway_lb",
        "lb",
        "lb.lb",
        {"description": "for the web", "type": "LB-S", "tags": ["a"]},
        {"description": "", "tags": ["b"]},
        {
            "name": "web",
            "description": "",
            "tags": ["b"],
            "ssl_compatibility_level": "ssl_compatibility_level_intermediate",
        },
        "PUT",
        shown=("description", "tags"),
    ),
    Case(
        "scaleway_lb_ip",
        "ip",
        "lb.ip",
        {},
        {"reverse": "www.example.com"},
        {"reverse": "www.example.com"},
        who=({"tags": ["web"]}, {"tags": ["web", "1"]}, {"tags": ["my-web"]}),
        twin={"tags": ["web"]},
    ),
    Case(
        "scaleway_lb_backend",
        "backend",
        "lb.backend",
        {
            **BACKEND,
            "servers": ["192.0.2.1"],
            "timeout_server": "5s",
            "max_retries": 2,
            "health_check": {"check_delay": "2s", "http_config": {"uri": "/health"}},
        },
        {"forward_port": 9000, "timeout_queue": "500ms"},
        {
            "name": "web",
            "forward_protocol": "http",
            "forward_port": 9000,
            "forward_port_algorithm": "roundrobin",
            "sticky_sessions": "none",
            "sticky_sessions_cookie_name": "",
            "timeout_server": 5000,
            "timeout_queue": "0.500s",
            "on_marked_down_action": "on_marked_down_action_none",
            "proxy_protocol": "proxy_protocol_none",
            "ssl_bridging": False,
            "max_retries": 2,
            "host": "",
        },
        "PUT",
        ORIGIN[:1],
        within(lb="origin"),
        shown=("forward_port", "timeout_queue"),
    ),
    Case(
        "scaleway_lb_acl",
        "acl",
        "lb.acl",
        {"index": 1, "action": {"type": "deny"}, "match": {"ip_subnet": ["192.0.2.0/24", "198.51.100.7"]}},
        {"index": 2, "match": {"invert": True}},
        {
            "name": "web",
            "description": "",
            "index": 2,
            "action": {"type": "deny", "redirect": None},
            "match": {
                "ip_subnet": ["192.0.2.0/24", "198.51.100.7"],
                "ips_edge_services": False,
                "http_filter": "acl_http_filter_none",
                "http_filter_value": [],
                "http_filter_option": None,
                "invert": True,
            },
        },
        "PUT",
        ORIGIN,
        within(lb="origin", frontend="origin"),
        shown=("index", "match"),
    ),
    Case(
        "scaleway_lb_certificate",
        "certificate",
        "lb.certificate",
        {"certificate_chain": CERTIFICATE, "private_key": KEY},
        {"certificate_chain": OTHER_CERTIFICATE, "private_key": OTHER_KEY},
        {},
        before=ORIGIN[:1],
        who=within(lb="origin"),
        changes=[
            ("POST", {"name": "web", "custom_certificate": {"certificate_chain": OTHER_CERTIFICATE + OTHER_KEY}}),
            ("DELETE", None),
        ],
        shown=("not_valid_before", "not_valid_after"),
    ),
    Case(
        "scaleway_lb_subscriber",
        "subscriber",
        "lb.subscriber",
        {"email_config": {"email": "ops@example.com"}},
        {"email_config": {"email": "dev@example.com"}},
        {"name": "web", "email_config": {"email": "dev@example.com"}},
        "PUT",
        shown=("email_config",),
    ),
]
VALUES = {
    "scaleway_lb_certificate": {"private_key": []},  # it goes with the chain
    "scaleway_lb_backend": {
        "sticky_sessions_cookie_name": ["", "lb", "Session"],
        "timeout_connect": ["3s", "1m", "1500ms"],
        "timeout_tunnel": ["15m", "90s"],
        "failover_host": ["", "www.example.com"],
        "redispatch_attempt_count": [0, 3],
        "max_connections": [10, 1000],
        "host": ["", "inner.example.com"],
    },
    "scaleway_lb_subscriber": {"email_config": [{"email": "a@example.com"}, {"email": "B@example.com"}]},
}
CONTRACTS = [Contract("lb/v1", 220)]
