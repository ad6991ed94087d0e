# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_api
short_description: Call any endpoint of the Scaleway API
description:
  - Send one request to the Scaleway API and return its answer, for what has no module of its own yet.
  - Settings, retries, pages and errors are those of every other module of the collection.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.auth
  - community.scaleway.place
attributes:
  check_mode:
    description: Predicts the result, the new resource included, and sends nothing that could change anything.
    support: partial
    details:
      - Requests that only read are sent. Others are not, and are reported as changes. Their answer is not predicted.
  diff_mode:
    description: Shows the resource before and after, without what changes by itself and without secrets.
    support: none
  idempotent:
    description: A second run with the same options reports no change and sends nothing that could change anything.
    support: partial
    details:
      - Only for O(method=GET) and O(method=HEAD). Every other request is sent each time and counts as a change.
options:
  method:
    description:
      - The HTTP method.
      - A C(POST) is only sent again when it surely was not carried out. All others may be sent again after a fault.
    type: str
    default: GET
    choices: [GET, HEAD, POST, PUT, PATCH, DELETE]
  path:
    description:
      - The path below the address of the API, for example V(/instance/v1/zones/{zone}/servers).
      - C({zone}) and C({region}) in it stand for the zone and the region of the task.
    type: str
    required: true
  service:
    description:
      - Which address the path belongs to when O(api_generation=classic).
    type: str
    default: compute
    choices: [compute, account]
  query:
    description:
      - The parameters of the query. Lists become repeated parameters.
    type: dict
  body:
    description:
      - The body of the request. A dictionary or a list is sent as JSON, a string as plain text.
    type: raw
  pages:
    description:
      - Whether to read all pages of a list, and to return its elements as RV(results).
      - Only with O(method=GET). O(list_key) must be set.
    type: bool
    default: false
  list_key:
    description:
      - The key of the list in the answer, for example V(servers).
    type: str
  accept_missing:
    description:
      - Whether V(404) is an answer like any other instead of a failure. A C(DELETE) of what is missing is no change then.
    type: bool
    default: false
"""

EXAMPLES = r"""
- name: Read one page
  community.scaleway.scaleway_api:
    path: /instance/v1/zones/{zone}/servers
    query:
      per_page: 10
      state: running
    zone: fr-par-1
  register: answer

- name: Read all pages
  community.scaleway.scaleway_api:
    path: /instance/v1/zones/{zone}/servers
    pages: true
    list_key: servers
    zone: fr-par-1
  register: servers

- name: Create something
  community.scaleway.scaleway_api:
    method: POST
    path: /instance/v1/zones/{zone}/volumes
    zone: fr-par-1
    body:
      name: by-hand
      volume_type: l_ssd
      size: 10000000000
      project: 22222222-2222-4222-8222-222222222222
  register: created

- name: Delete it again
  community.scaleway.scaleway_api:
    method: DELETE
    path: /instance/v1/zones/{zone}/volumes/{{ created.json.volume.id }}
    zone: fr-par-1
    accept_missing: true
"""

RETURN = r"""
status:
  description: The HTTP status of the answer. With O(pages=true) it is left out.
  returned: when a request was sent
  type: int
  sample: 200
json:
  description: The body of the answer, V(null) when it has none, a string when it is no JSON.
  returned: when a request was sent and O(pages=false)
  type: raw
  sample: {"servers": []}
results:
  description: The elements of all pages. A map gives dictionaries with C(key) and C(value).
  returned: when O(pages=true)
  type: list
  elements: raw
  sample: []
request:
  description: Method and address of the request.
  returned: success
  type: dict
  sample: {"method": "GET", "url": "https://api.scaleway.com/instance/v1/zones/fr-par-1/servers"}
request_id:
  description: What Scaleway calls this request. Name it when you ask their support.
  returned: when a request was sent and O(pages=false)
  type: str
  sample: 0d6c6c9e-33a5-4a6e-8c9b-6c7d4f3b2a19
"""

import typing as t

from ..module_utils._client import READING, Client
from ..module_utils._context import Context
from ..module_utils._endpoints import Endpoint
from ..module_utils._errors import InvalidInput, NotFound
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._paging import list_all
from ..module_utils._run import run
from ..module_utils._settings import Settings


def call(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """Send the request of the task; in check mode only if it reads."""
    params = context.params
    method = params["method"]
    url = url_of(client.settings, params)
    result: t.Dict[str, t.Any] = {"changed": method not in READING, "request": {"method": method, "url": url}}
    if params["pages"]:
        result["results"] = read_pages(client, context, url)
    elif not (context.check_mode and result["changed"]):
        try:
            answer = client.request(method, url, params["query"], params["body"])
        except NotFound as error:
            if not params["accept_missing"]:
                raise
            return dict(
                result, changed=False, status=error.status, json=error.body or None, request_id=error.request_id
            )
        request_id = answer.headers.get("X-Request-Id", "")
        result.update(status=answer.status, json=answer.data, request_id=request_id)
    return result


def read_pages(client: Client, context: Context, url: str) -> t.List[t.Any]:
    params = context.params
    if params["method"] != "GET":
        raise InvalidInput(f"pages: only GET answers with pages, not {params['method']}.")
    classic = client.settings.classic
    product, version = [*params["path"].strip("/").split("/"), ""][:2]
    size_name = Endpoint(product, version, "global", classic).page_size_name
    items = list_all(client, url, params["list_key"], params["query"], size_name, context.warn)
    return [{"key": item[0], "value": item[1]} if isinstance(item, tuple) else item for item in items]


def url_of(settings: Settings, params: t.Mapping[str, t.Any]) -> str:
    """The address of the path. Raises InvalidInput for a path that would lead elsewhere."""
    path = str(params["path"])
    if not path.startswith("/") or path.startswith("//"):
        raise InvalidInput(f"path: {path!r} must begin with one slash, like /instance/v1/zones/fr-par-1/servers.")
    if "?" in path or "#" in path:
        raise InvalidInput(f"path: {path!r} must not hold a query. Set query instead.")
    if {".", ".."} & set(path.split("/")):
        raise InvalidInput(f"path: {path!r} must not hold . or .. as a part.")
    base = settings.api_url
    if settings.classic:
        base = Endpoint("instance" if params["service"] == "compute" else "account", "", "global", True).base(settings)
    return base + path.replace("{zone}", settings.zone).replace("{region}", settings.region)


MODULE = Module(
    dict(
        AUTH,
        **PLACE,
        method={"type": "str", "default": "GET", "choices": ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]},
        path={"type": "str", "required": True},
        service={"type": "str", "default": "compute", "choices": ["compute", "account"]},
        query={"type": "dict"},
        body={"type": "raw"},
        pages={"type": "bool", "default": False},
        list_key={"type": "str", "no_log": False},
        accept_missing={"type": "bool", "default": False},
    ),
    call,
    {"required_if": [("pages", True, ("list_key",))]},
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
