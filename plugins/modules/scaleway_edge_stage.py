# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_edge_stage
short_description: Manage stages of pipelines of Edge Services
description:
  - Create, change, and delete the stages of pipelines of Scaleway Edge Services.
  - A backend stage is found by what it leads to, or by its ID. Any other stage is found as the only one of its kind in the pipeline, or by its ID.
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
  pipeline:
    description:
      - The pipeline, by ID or exact name.
    type: str
    required: true
    aliases: [pipeline_id]
  kind:
    description:
      - What the stage does.
    type: str
    required: true
    choices: [dns, tls, cache, route, waf, backend]
  tls_stage:
    description:
      - The ID of the TLS stage that follows. For stages of the kind V(dns).
    type: str
    aliases: [tls_stage_id]
  cache_stage:
    description:
      - The ID of the cache stage that follows. For stages of the kind V(dns) and V(tls).
    type: str
    aliases: [cache_stage_id]
  route_stage:
    description:
      - The ID of the route stage that follows. For stages of the kind V(tls) and V(cache).
    type: str
    aliases: [route_stage_id]
  waf_stage:
    description:
      - The ID of the firewall stage that follows. For stages of the kind V(tls), V(cache), and V(route).
    type: str
    aliases: [waf_stage_id]
  backend_stage:
    description:
      - The ID of the backend stage that follows. For stages of every kind but V(backend).
    type: str
    aliases: [backend_stage_id]
  fqdns:
    description:
      - The names under which it is reached, in any order. For stages of the kind V(dns).
    type: list
    elements: str
  wildcard_domain:
    description:
      - Whether names below these are meant, too. For stages of the kind V(dns).
    type: bool
  full_private:
    description:
      - Whether it is reached from Private Networks only. For stages of the kind V(dns).
    type: bool
  managed_certificate:
    description:
      - Whether Scaleway gets the certificate. For stages of the kind V(tls).
    type: bool
  secrets:
    description:
      - The IDs of the secrets that hold certificates, in any order. For stages of the kind V(tls).
    type: list
    elements: str
  secret_region:
    description:
      - The region of O(secrets).
    type: str
  fallback_ttl:
    description:
      - How long answers are kept that do not say so themselves, for example V(1h). For stages of the kind V(cache).
    type: str
  include_cookies:
    description:
      - Whether answers differ by the cookies of a request. For stages of the kind V(cache).
    type: bool
  mode:
    description:
      - Whether the firewall refuses, only tells, or does nothing. For stages of the kind V(waf).
    type: str
    choices: [enable, log_only, disable]
  paranoia_level:
    description:
      - How suspicious the firewall is, V(1) to V(4). A new one needs it. For stages of the kind V(waf).
    type: int
  rules:
    description:
      - Which requests go elsewhere than to the stage that follows, the first that fits. An empty list removes all of them. For stages of the kind V(route).
    type: list
    elements: dict
    suboptions:
      methods:
        description:
          - The methods of the requests. All if this is not set.
        type: list
        elements: str
        choices: [get, post, put, patch, delete, head, options]
      path:
        description:
          - A regular expression for the path.
        type: str
      host:
        description:
          - A regular expression for the host.
        type: str
      backend_stage:
        description:
          - The ID of the backend stage that they go to.
        type: str
      waf_stage:
        description:
          - The ID of the firewall stage that they go to.
        type: str
  bucket:
    description:
      - The bucket that answers. For stages of the kind V(backend).
    type: dict
    suboptions:
      bucket_name:
        description:
          - Its name.
        type: str
        required: true
      bucket_region:
        description:
          - Its region.
        type: str
        required: true
      is_website:
        description:
          - Whether it is a website.
        type: bool
  load_balancer:
    description:
      - The Load Balancer that answers. For stages of the kind V(backend).
    type: dict
    suboptions:
      id:
        description:
          - Its ID.
        type: str
        required: true
      zone:
        description:
          - Its zone.
        type: str
        required: true
      frontend_id:
        description:
          - The ID of its frontend.
        type: str
        required: true
      is_ssl:
        description:
          - Whether it takes TLS.
        type: bool
      domain_name:
        description:
          - The name for which it has a certificate.
        type: str
      has_websocket:
        description:
          - Whether connections may become WebSockets.
        type: bool
      private_network_id:
        description:
          - The ID of the Private Network through which it is reached.
        type: str
  container:
    description:
      - The Serverless Container that answers. For stages of the kind V(backend).
    type: dict
    suboptions:
      container_id:
        description:
          - Its ID.
        type: str
        required: true
      region:
        description:
          - Its region.
        type: str
        required: true
  function:
    description:
      - The Serverless Function that answers. For stages of the kind V(backend).
    type: dict
    suboptions:
      function_id:
        description:
          - Its ID.
        type: str
        required: true
      region:
        description:
          - Its region.
        type: str
        required: true
seealso:
  - module: community.scaleway.scaleway_edge_stage_info
  - module: community.scaleway.scaleway_edge_pipeline
"""

EXAMPLES = r"""
- name: Create a pipeline
  community.scaleway.scaleway_edge_pipeline:
    name: shop
  register: shop

- name: Lead to a bucket
  community.scaleway.scaleway_edge_stage:
    pipeline: shop
    kind: backend
    bucket:
      bucket_name: shop
      bucket_region: fr-par
      is_website: true
  register: bucket

- name: Keep answers for a day
  community.scaleway.scaleway_edge_stage:
    pipeline: shop
    kind: cache
    fallback_ttl: 1d
    backend_stage: "{{ bucket.stage.id }}"
  register: cache

- name: Get a certificate
  community.scaleway.scaleway_edge_stage:
    pipeline: shop
    kind: tls
    managed_certificate: true
    cache_stage: "{{ cache.stage.id }}"

- name: Do without the cache
  community.scaleway.scaleway_edge_stage:
    pipeline: shop
    kind: tls
    backend_stage: "{{ bucket.stage.id }}"

- name: Delete the cache
  community.scaleway.scaleway_edge_stage:
    pipeline: shop
    kind: cache
    state: absent
"""

RETURN = r"""
stage:
  description:
    - The stage as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    pipeline_id:
      description: The ID of the pipeline.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    status:
      description: Whether it is in use.
      returned: success
      type: str
      sample: "active"
    tls_stage_id:
      description: The ID of the TLS stage that follows.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    cache_stage_id:
      description: The ID of the cache stage that follows.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    route_stage_id:
      description: The ID of the route stage that follows.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    waf_stage_id:
      description: The ID of the firewall stage that follows.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    backend_stage_id:
      description: The ID of the backend stage that follows.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    fqdns:
      description: The names under which it is reached.
      returned: success
      type: list
      elements: str
      sample: ["www.example.com"]
    default_fqdn:
      description: The name that Scaleway gave it.
      returned: success
      type: str
      sample: ""
    default_private_fqdn:
      description: The name that Scaleway gave it in Private Networks.
      returned: success
      type: str
      sample: ""
    type:
      description: Whose the names are.
      returned: success
      type: str
      sample: "auto"
    wildcard_domain:
      description: Whether names below these are meant, too.
      returned: success
      type: bool
      sample: false
    full_private:
      description: Whether it is reached from Private Networks only.
      returned: success
      type: bool
      sample: false
    managed_certificate:
      description: Whether Scaleway gets the certificate.
      returned: success
      type: bool
      sample: true
    secrets:
      description: Where certificates are.
      returned: success
      type: list
      elements: dict
      sample: []
    certificate_expires_at:
      description: When the certificate ends.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
    fallback_ttl:
      description: How long answers are kept that do not say so themselves.
      returned: success
      type: str
      sample: "3600s"
    include_cookies:
      description: Whether answers differ by the cookies of a request.
      returned: success
      type: bool
      sample: false
    mode:
      description: What the firewall does.
      returned: success
      type: str
      sample: "enable"
    paranoia_level:
      description: How suspicious the firewall is.
      returned: success
      type: int
      sample: 2
    rules:
      description: Which requests go elsewhere, as the API spells it. When O(rules) was set.
      returned: success
      type: list
      elements: dict
      sample: []
    scaleway_s3:
      description: The bucket that answers.
      returned: success
      type: dict
      sample: {"bucket_name": "shop", "bucket_region": "fr-par", "is_website": true}
    scaleway_lb:
      description: The Load Balancer that answers.
      returned: success
      type: dict
      sample: {}
    scaleway_serverless_container:
      description: The container that answers.
      returned: success
      type: dict
      sample: {}
    scaleway_serverless_function:
      description: The function that answers.
      returned: success
      type: dict
      sample: {}
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

from ..module_utils._edge import NEXT, STAGE, TARGETS
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    STAGE,
    {
        "pipeline": {"type": "str", "required": True, "aliases": ["pipeline_id"]},
        "kind": {"type": "str", "required": True, "choices": ["dns", "tls", "cache", "route", "waf", "backend"]},
        "tls_stage": {"type": "str", "aliases": ["tls_stage_id"]},
        "cache_stage": {"type": "str", "aliases": ["cache_stage_id"]},
        "route_stage": {"type": "str", "aliases": ["route_stage_id"]},
        "waf_stage": {"type": "str", "aliases": ["waf_stage_id"]},
        "backend_stage": {"type": "str", "aliases": ["backend_stage_id"]},
        "fqdns": {"type": "list", "elements": "str"},
        "wildcard_domain": {"type": "bool"},
        "full_private": {"type": "bool"},
        "managed_certificate": {"type": "bool"},
        "secrets": {"type": "list", "elements": "str", "no_log": False},
        "secret_region": {"type": "str", "no_log": False},
        "fallback_ttl": {"type": "str"},
        "include_cookies": {"type": "bool"},
        "mode": {"type": "str", "choices": ["enable", "log_only", "disable"]},
        "paranoia_level": {"type": "int"},
        "rules": {
            "type": "list",
            "elements": "dict",
            "options": {
                "methods": {
                    "type": "list",
                    "elements": "str",
                    "choices": ["get", "post", "put", "patch", "delete", "head", "options"],
                },
                "path": {"type": "str"},
                "host": {"type": "str"},
                "backend_stage": {"type": "str"},
                "waf_stage": {"type": "str"},
            },
        },
        "bucket": {
            "type": "dict",
            "options": {
                "bucket_name": {"type": "str", "required": True},
                "bucket_region": {"type": "str", "required": True},
                "is_website": {"type": "bool"},
            },
        },
        "load_balancer": {
            "type": "dict",
            "options": {
                "id": {"type": "str", "required": True},
                "zone": {"type": "str", "required": True},
                "frontend_id": {"type": "str", "required": True},
                "is_ssl": {"type": "bool"},
                "domain_name": {"type": "str"},
                "has_websocket": {"type": "bool"},
                "private_network_id": {"type": "str"},
            },
        },
        "container": {
            "type": "dict",
            "options": {"container_id": {"type": "str", "required": True}, "region": {"type": "str", "required": True}},
        },
        "function": {
            "type": "dict",
            "options": {"function_id": {"type": "str", "required": True}, "region": {"type": "str", "required": True}},
        },
    },
    mutually_exclusive=[list(NEXT), list(TARGETS)],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
