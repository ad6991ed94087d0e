# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpn_connection
short_description: Manage VPN connections
description:
  - Create, change, and delete connections of Scaleway's site-to-site VPN.
  - A connection is found by its exact name in its region and project, or by its ID.
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
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the connection. Needed unless O(id) is set.
    type: str
  vpn_gateway:
    description:
      - The gateway on Scaleway's side, by ID or exact name. Needed to create a connection. It cannot be changed in place.
    type: str
    aliases: [vpn_gateway_id]
  customer_gateway:
    description:
      - The customer gateway, by ID or exact name. Needed to create a connection. It cannot be changed in place.
    type: str
    aliases: [customer_gateway_id]
  is_ipv6:
    description:
      - Whether the tunnel is between IPv6 addresses. It is between IPv4 addresses if this is not set. It cannot be changed in place.
    type: bool
  initiation_policy:
    description:
      - Which side opens the tunnel.
      - It is V(vpn_gateway) for a new connection if this is not set.
    type: str
    choices: [vpn_gateway, customer_gateway]
  ikev2_ciphers:
    description:
      - What protects the exchange of keys, the preferred first. Needed to create a connection.
    type: list
    elements: dict
    suboptions:
      encryption:
        description:
          - How it encrypts.
        type: str
        required: true
        choices: [aes128, aes192, aes256, aes128gcm, aes192gcm, aes256gcm, aes128ccm, aes256ccm, chacha20poly1305]
      integrity:
        description:
          - How it tells that nothing was altered.
        type: str
        choices: [sha256, sha384, sha512]
      dh_group:
        description:
          - The group of the key exchange.
        type: str
        choices: [modp2048, modp3072, modp4096, ecp256, ecp384, ecp521, curve25519]
  esp_ciphers:
    description:
      - What protects the data, the preferred first. Needed to create a connection.
    type: list
    elements: dict
    suboptions:
      encryption:
        description:
          - How it encrypts.
        type: str
        required: true
        choices: [aes128, aes192, aes256, aes128gcm, aes192gcm, aes256gcm, aes128ccm, aes256ccm, chacha20poly1305]
      integrity:
        description:
          - How it tells that nothing was altered.
        type: str
        choices: [sha256, sha384, sha512]
      dh_group:
        description:
          - The group of the key exchange.
        type: str
        choices: [modp2048, modp3072, modp4096, ecp256, ecp384, ecp521, curve25519]
  secret:
    description:
      - The secret of the Secret Manager that holds the pre-shared key, by ID or exact name.
      - A new connection gets a key of its own if this is not set. The result shows it once.
    type: str
    aliases: [secret_id]
  route_propagation_enabled:
    description:
      - Whether routes are exchanged. A new connection exchanges none if this is not set.
    type: bool
  bgp_config_ipv4:
    description:
      - How IPv4 routes are exchanged. Its routing policy can be changed, addresses cannot.
    type: dict
    suboptions:
      routing_policy:
        description:
          - The routing policy, by ID or exact name.
        type: str
        required: true
      private_ip:
        description:
          - The address of Scaleway's side in the tunnel, with the length of its network. It cannot be changed in place.
        type: str
      peer_private_ip:
        description:
          - The address of the other side in the tunnel, with the length of its network. It cannot be changed in place.
        type: str
  bgp_config_ipv6:
    description:
      - How IPv6 routes are exchanged. Its routing policy can be changed, addresses cannot.
    type: dict
    suboptions:
      routing_policy:
        description:
          - The routing policy, by ID or exact name.
        type: str
        required: true
      private_ip:
        description:
          - The address of Scaleway's side in the tunnel, with the length of its network. It cannot be changed in place.
        type: str
      peer_private_ip:
        description:
          - The address of the other side in the tunnel, with the length of its network. It cannot be changed in place.
        type: str
seealso:
  - module: community.scaleway.scaleway_vpn_connection_info
  - module: community.scaleway.scaleway_vpn_gateway
  - module: community.scaleway.scaleway_vpn_customer_gateway
  - module: community.scaleway.scaleway_vpn_routing_policy
"""

EXAMPLES = r"""
- name: Create a Private Network
  community.scaleway.scaleway_private_network:
    name: inner
    region: fr-par

- name: Create a gateway on Scaleway's side
  community.scaleway.scaleway_vpn_gateway:
    name: cloud
    gateway_type: VGW-S
    private_network: inner
    region: fr-par

- name: Tell Scaleway of the gateway on the other side
  community.scaleway.scaleway_vpn_customer_gateway:
    name: office
    public_ipv4: 192.0.2.1
    asn: 65000
    region: fr-par

- name: Say which networks are announced
  community.scaleway.scaleway_vpn_routing_policy:
    name: office
    prefix_filter_in: [192.0.2.0/24]
    prefix_filter_out: [198.51.100.0/24]
    region: fr-par

- name: Connect the two
  community.scaleway.scaleway_vpn_connection:
    name: cloud-office
    vpn_gateway: cloud
    customer_gateway: office
    ikev2_ciphers: [{encryption: aes256, integrity: sha256, dh_group: modp2048}]
    esp_ciphers: [{encryption: aes256, integrity: sha256, dh_group: modp2048}]
    bgp_config_ipv4:
      routing_policy: office
      private_ip: 169.254.1.1/30
      peer_private_ip: 169.254.1.2/30
    region: fr-par
  register: connected

- name: Exchange routes
  community.scaleway.scaleway_vpn_connection:
    name: cloud-office
    route_propagation_enabled: true
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_vpn_connection:
    name: cloud-office
    region: fr-par
    state: absent
"""

RETURN = r"""
connection:
  description:
    - The connection as the API describes it. Empty when there is none any more.
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
    status:
      description: Whether it works.
      returned: success
      type: str
      sample: "active"
    tunnel_status:
      description: Whether the tunnel is up.
      returned: success
      type: str
      sample: "up"
    tunnel_status_ipv4:
      description: Whether the tunnel for IPv4 is up.
      returned: success
      type: str
      sample: "up"
    tunnel_status_ipv6:
      description: Whether the tunnel for IPv6 is up.
      returned: success
      type: str
      sample: "unknown_tunnel_status"
    bgp_status_ipv4:
      description: Whether IPv4 routes are exchanged.
      returned: success
      type: str
      sample: "up"
    bgp_status_ipv6:
      description: Whether IPv6 routes are exchanged.
      returned: success
      type: str
      sample: "disabled"
    bgp_session_ipv4:
      description: How IPv4 routes are exchanged.
      returned: success
      type: dict
      sample: {"routing_policy_id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "private_ip": "169.254.1.1/30", "peer_private_ip": "169.254.1.2/30"}
    bgp_session_ipv6:
      description: How IPv6 routes are exchanged.
      returned: success
      type: dict
      sample: {}
    is_ipv6:
      description: Whether the tunnel is between IPv6 addresses.
      returned: success
      type: bool
      sample: false
    initiation_policy:
      description: Which side opens the tunnel.
      returned: success
      type: str
      sample: "vpn_gateway"
    ikev2_ciphers:
      description: What protects the exchange of keys.
      returned: success
      type: list
      elements: dict
      sample: [{"encryption": "aes256"}]
    esp_ciphers:
      description: What protects the data.
      returned: success
      type: list
      elements: dict
      sample: [{"encryption": "aes256"}]
    route_propagation_enabled:
      description: Whether routes are exchanged.
      returned: success
      type: bool
      sample: true
    secret_id:
      description: The ID of the secret that holds the pre-shared key.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    secret_revision:
      description: The version of the secret.
      returned: success
      type: int
      sample: 1
    pre_shared_key:
      description: The pre-shared key of a connection that this task created without O(secret). It is never shown again.
      returned: success
      type: str
      sample: "VALUE"
    vpn_gateway_id:
      description: The ID of the gateway on Scaleway's side.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    customer_gateway_id:
      description: The ID of the customer gateway.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    region:
      description: The region.
      returned: success
      type: str
      sample: "fr-par"
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    organization_id:
      description: The ID of the organization.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
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

from ..module_utils._module import resource_module
from ..module_utils._options import ArgumentSpec
from ..module_utils._run import run
from ..module_utils._vpn import CONNECTION

CIPHERS = {
    "type": "list",
    "elements": "dict",
    "options": {
        "encryption": {
            "type": "str",
            "required": True,
            "choices": [
                "aes128",
                "aes192",
                "aes256",
                "aes128gcm",
                "aes192gcm",
                "aes256gcm",
                "aes128ccm",
                "aes256ccm",
                "chacha20poly1305",
            ],
        },
        "integrity": {"type": "str", "choices": ["sha256", "sha384", "sha512"]},
        "dh_group": {
            "type": "str",
            "choices": ["modp2048", "modp3072", "modp4096", "ecp256", "ecp384", "ecp521", "curve25519"],
        },
    },
}
SESSION: ArgumentSpec = {
    "routing_policy": {"type": "str", "required": True},
    "private_ip": {"type": "str"},
    "peer_private_ip": {"type": "str"},
}
MODULE = resource_module(
    CONNECTION,
    {
        "name": {"type": "str"},
        "vpn_gateway": {"type": "str", "aliases": ["vpn_gateway_id"]},
        "customer_gateway": {"type": "str", "aliases": ["customer_gateway_id"]},
        "is_ipv6": {"type": "bool"},
        "initiation_policy": {"type": "str", "choices": ["vpn_gateway", "customer_gateway"]},
        "ikev2_ciphers": CIPHERS,
        "esp_ciphers": CIPHERS,
        "secret": {"type": "str", "aliases": ["secret_id"], "no_log": False},
        "route_propagation_enabled": {"type": "bool"},
        "bgp_config_ipv4": {"type": "dict", "options": SESSION},
        "bgp_config_ipv6": {"type": "dict", "options": SESSION},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
