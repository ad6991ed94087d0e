# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_backend
short_description: Manage backends of Load Balancers
description:
  - Create, change, and delete the backends of Scaleway Load Balancers, with their servers and their health check.
  - A backend is found by its exact name in its Load Balancer, or by its ID.
  - The API replaces a backend as a whole. What a task does not mention is sent back as it was.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state
  - community.scaleway.wait
options:
  lb:
    description:
      - The Load Balancer, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [lb_id]
  name:
    description:
      - The name of the backend.
      - Needed unless O(id) is set. Together with O(id) it is the name that the backend gets.
    type: str
  forward_protocol:
    description:
      - How the Load Balancer talks to the servers. Needed for a new backend.
    type: str
    choices: [tcp, http]
  forward_port:
    description:
      - The port of the servers, 1 to 65535. Needed for a new backend.
    type: int
  forward_port_algorithm:
    description:
      - How servers are chosen. A new backend has V(roundrobin) if this is not set.
    type: str
    choices: [roundrobin, leastconn, first]
  servers:
    description:
      - The addresses of all servers, in any order. An empty list removes all of them.
    type: list
    elements: str
    aliases: [server_ip]
  sticky_sessions:
    description:
      - How the same client is sent to the same server. A new backend has V(none) if this is not set.
    type: str
    choices: [none, cookie, table]
  sticky_sessions_cookie_name:
    description:
      - The cookie for V(sticky_sessions=cookie).
    type: str
  health_check:
    description:
      - How the servers are checked. Keys that are not set stay as they are.
      - Of the keys that end in C(_config) one at most can be set. It takes the place of the kind of check that there was.
      - A new backend checks, if nothing else is said, whether O(forward_port) takes connections.
    type: dict
    suboptions:
      port:
        description:
          - The port to check. That of the servers for a new backend.
        type: int
      check_delay:
        description:
          - The time between two checks, for example V(3s).
        type: str
      check_timeout:
        description:
          - How long a check may take, for example V(1s).
        type: str
      check_max_retries:
        description:
          - After how many failed checks a server is down. V(3) for a new backend.
        type: int
      check_send_proxy:
        description:
          - Whether checks use the PROXY protocol.
        type: bool
      transient_check_delay:
        description:
          - The time between two checks while a server changes its state, for example V(500ms).
        type: str
      tcp_config:
        description:
          - Check that a connection is taken. Give V({}).
        type: dict
      http_config:
        description:
          - Check the answer to a request over HTTP.
        type: dict
        suboptions:
          uri:
            description:
              - What to ask for, for example V(/health).
            type: str
            required: true
          method:
            description:
              - How to ask, for example V(GET).
            type: str
          code:
            description:
              - The status that the answer must have.
            type: int
          host_header:
            description:
              - The host that is asked for.
            type: str
      https_config:
        description:
          - Check the answer to a request over HTTPS.
        type: dict
        suboptions:
          uri:
            description:
              - What to ask for, for example V(/health).
            type: str
            required: true
          method:
            description:
              - How to ask, for example V(GET).
            type: str
          code:
            description:
              - The status that the answer must have.
            type: int
          host_header:
            description:
              - The host that is asked for.
            type: str
          sni:
            description:
              - The name in the handshake of TLS.
            type: str
      mysql_config:
        description:
          - Check that MySQL lets a user in.
        type: dict
        suboptions:
          user:
            description:
              - The user.
            type: str
            required: true
      pgsql_config:
        description:
          - Check that PostgreSQL answers a user.
        type: dict
        suboptions:
          user:
            description:
              - The user.
            type: str
            required: true
      redis_config:
        description:
          - Check that Redis answers. Give V({}).
        type: dict
      ldap_config:
        description:
          - Check that LDAP answers. Give V({}).
        type: dict
  timeout_server:
    description:
      - How long a server may take. Milliseconds, or a number with its unit, for example V(5s).
    type: str
  timeout_connect:
    description:
      - How long the connection to a server may take. Milliseconds, or a number with its unit, for example V(5s).
    type: str
  timeout_tunnel:
    description:
      - How long a tunnel may be silent. Milliseconds, or a number with its unit, for example V(5s).
    type: str
  timeout_queue:
    description:
      - How long a request may wait for a server. Milliseconds, or a number with its unit, for example V(5s).
    type: str
  on_marked_down_action:
    description:
      - What becomes of the sessions of a server that is down. A new backend has V(on_marked_down_action_none) if this is not
        set.
    type: str
    choices: [on_marked_down_action_none, shutdown_sessions]
  proxy_protocol:
    description:
      - The version of the PROXY protocol that servers get. A new backend has V(proxy_protocol_none) if this is not set.
    type: str
    choices:
      - proxy_protocol_none
      - proxy_protocol_v1
      - proxy_protocol_v2
      - proxy_protocol_v2_ssl
      - proxy_protocol_v2_ssl_cn
  failover_host:
    description:
      - The website in a bucket that answers when no server is up. An empty text removes it.
    type: str
  ssl_bridging:
    description:
      - Whether TLS is spoken with the servers.
    type: bool
  ignore_ssl_server_verify:
    description:
      - Whether the certificates of servers are not checked.
    type: bool
  redispatch_attempt_count:
    description:
      - After how many failed attempts another server is tried.
    type: int
  max_retries:
    description:
      - How many attempts a connection gets.
    type: int
  max_connections:
    description:
      - How many connections a server gets at most.
    type: int
  host:
    description:
      - The host that servers are asked for in place of what the client asked for. An empty text removes it.
    type: str
seealso:
  - module: community.scaleway.scaleway_lb_backend_info
  - module: community.scaleway.scaleway_lb
"""

EXAMPLES = r"""
- name: Create a Load Balancer
  community.scaleway.scaleway_lb:
    name: web
    zone: fr-par-1

- name: Create a backend with two servers
  community.scaleway.scaleway_lb_backend:
    lb: web
    name: servers
    forward_protocol: http
    forward_port: 8080
    servers: [192.0.2.10, 192.0.2.11]
    health_check:
      check_delay: 5s
      http_config: {uri: /health, code: 200}
    timeout_server: 30s
    zone: fr-par-1

- name: Add a server, and check over TCP
  community.scaleway.scaleway_lb_backend:
    lb: web
    name: servers
    servers: [192.0.2.10, 192.0.2.11, 192.0.2.12]
    health_check:
      tcp_config: {}
    zone: fr-par-1

- name: Delete the backend
  community.scaleway.scaleway_lb_backend:
    lb: web
    name: servers
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
backend:
  description:
    - The backend as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    name:
      description: The name.
      returned: success
      type: str
      sample: "web"
    forward_protocol:
      description: How it talks to the servers.
      returned: success
      type: str
      sample: "http"
    forward_port:
      description: Their port.
      returned: success
      type: int
      sample: 8080
    forward_port_algorithm:
      description: How servers are chosen.
      returned: success
      type: str
      sample: "roundrobin"
    sticky_sessions:
      description: How a client is kept at a server.
      returned: success
      type: str
      sample: "none"
    sticky_sessions_cookie_name:
      description: The cookie for that.
      returned: success
      type: str
      sample: ""
    pool:
      description: The addresses of the servers.
      returned: success
      type: list
      elements: str
      sample: ["192.0.2.10"]
    health_check:
      description: How the servers are checked.
      returned: success
      type: dict
      sample: {"port": 8080, "check_max_retries": 3, "tcp_config": {}}
    on_marked_down_action:
      description: What becomes of sessions of a server that is down.
      returned: success
      type: str
      sample: "on_marked_down_action_none"
    proxy_protocol:
      description: The version of the PROXY protocol.
      returned: success
      type: str
      sample: "proxy_protocol_none"
    send_proxy_v2:
      description: An older way to say it.
      returned: success
      type: bool
      sample: false
    timeout_server:
      description: Milliseconds that a server may take.
      returned: success
      type: int
      sample: 300000
    timeout_connect:
      description: Milliseconds that a connection to a server may take.
      returned: success
      type: int
      sample: 5000
    timeout_tunnel:
      description: Milliseconds that a tunnel may be silent.
      returned: success
      type: int
      sample: 900000
    timeout_queue:
      description: How long a request may wait for a server.
      returned: success
      type: str
      sample: "5s"
    failover_host:
      description: Where to go when no server is up.
      returned: success
      type: str
      sample: "www.s3-website.fr-par.scw.cloud"
    ssl_bridging:
      description: Whether TLS is spoken with the servers.
      returned: success
      type: bool
      sample: false
    ignore_ssl_server_verify:
      description: Whether certificates of servers are not checked.
      returned: success
      type: bool
      sample: false
    redispatch_attempt_count:
      description: After how many attempts another server is tried.
      returned: success
      type: int
      sample: 0
    max_retries:
      description: How many attempts there are.
      returned: success
      type: int
      sample: 3
    max_connections:
      description: How many connections a server gets.
      returned: success
      type: int
      sample: 0
    host:
      description: The host that servers are asked for.
      returned: success
      type: str
      sample: ""
    lb:
      description: The Load Balancer that it belongs to.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
    updated_at:
      description: When it was last changed.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "invalid_arguments", "status": 400, "message": "some arguments are not valid"}
"""

from ..module_utils._lb_traffic import BACKEND
from ..module_utils._module import resource_module
from ..module_utils._options import ArgumentSpec
from ..module_utils._run import run

HTTP: ArgumentSpec = {
    "uri": {"type": "str", "required": True},
    "method": {"type": "str"},
    "code": {"type": "int"},
    "host_header": {"type": "str"},
}
USER: ArgumentSpec = {"user": {"type": "str", "required": True}}
MODULE = resource_module(
    BACKEND,
    {
        "lb": {"type": "str", "aliases": ["lb_id"]},
        "name": {"type": "str"},
        "forward_protocol": {"type": "str", "choices": ["tcp", "http"]},
        "forward_port": {"type": "int"},
        "forward_port_algorithm": {"type": "str", "choices": ["roundrobin", "leastconn", "first"]},
        "servers": {"type": "list", "elements": "str", "aliases": ["server_ip"]},
        "sticky_sessions": {"type": "str", "choices": ["none", "cookie", "table"]},
        "sticky_sessions_cookie_name": {"type": "str"},
        "health_check": {
            "type": "dict",
            "options": {
                "port": {"type": "int"},
                "check_delay": {"type": "str"},
                "check_timeout": {"type": "str"},
                "check_max_retries": {"type": "int"},
                "check_send_proxy": {"type": "bool"},
                "transient_check_delay": {"type": "str"},
                "tcp_config": {"type": "dict"},
                "http_config": {"type": "dict", "options": HTTP},
                "https_config": {"type": "dict", "options": dict(HTTP, sni={"type": "str"})},
                "mysql_config": {"type": "dict", "options": USER},
                "pgsql_config": {"type": "dict", "options": USER},
                "redis_config": {"type": "dict"},
                "ldap_config": {"type": "dict"},
            },
        },
        "timeout_server": {"type": "str"},
        "timeout_connect": {"type": "str"},
        "timeout_tunnel": {"type": "str"},
        "timeout_queue": {"type": "str"},
        "on_marked_down_action": {"type": "str", "choices": ["on_marked_down_action_none", "shutdown_sessions"]},
        "proxy_protocol": {
            "type": "str",
            "choices": [
                "proxy_protocol_none",
                "proxy_protocol_v1",
                "proxy_protocol_v2",
                "proxy_protocol_v2_ssl",
                "proxy_protocol_v2_ssl_cn",
            ],
        },
        "failover_host": {"type": "str"},
        "ssl_bridging": {"type": "bool"},
        "ignore_ssl_server_verify": {"type": "bool"},
        "redispatch_attempt_count": {"type": "int"},
        "max_retries": {"type": "int"},
        "max_connections": {"type": "int"},
        "host": {"type": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
