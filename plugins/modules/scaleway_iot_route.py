# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iot_route
short_description: Manage routes of IoT hubs
description:
  - Create, change, and delete the routes of hubs of Scaleway IoT Hub, which bring messages to a bucket, a database,
    or a web service.
  - A route is found by its exact name in its hub, or by its ID.
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
  hub:
    description:
      - The hub, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [hub_id]
  name:
    description:
      - The name of the route.
      - Needed unless O(id) is set. Together with O(id) it is the name that the route gets.
    type: str
  topic:
    description:
      - The topic of the messages, which may hold wildcards. Needed for a new route.
    type: str
  s3_config:
    description:
      - Bring the messages to a bucket. Keys that are not set stay as they are.
      - Of O(s3_config), O(db_config), and O(rest_config) one at most can be set. It takes the place of the other that was set.
    type: dict
    suboptions:
      bucket_region:
        description:
          - The region of the bucket.
        type: str
      bucket_name:
        description:
          - The bucket.
        type: str
      object_prefix:
        description:
          - The beginning of the names of objects.
        type: str
      strategy:
        description:
          - Whether an object is for a topic, or for a message.
        type: str
        choices: [per_topic, per_message]
  db_config:
    description:
      - Bring the messages to a database. Keys that are not set stay as they are.
    type: dict
    suboptions:
      host:
        description:
          - The host of the database.
        type: str
      port:
        description:
          - Its port.
        type: int
      dbname:
        description:
          - The name of the database.
        type: str
      username:
        description:
          - The user.
        type: str
      password:
        description:
          - The password. The API never shows it. It is sent when the route is created, and when something else in O(db_config)
            differs.
        type: str
      query:
        description:
          - What is executed for each message.
        type: str
      engine:
        description:
          - The kind of database.
        type: str
        choices: [postgresql, mysql]
  rest_config:
    description:
      - Bring the messages to a web service. Keys that are not set stay as they are.
    type: dict
    suboptions:
      verb:
        description:
          - How it is asked.
        type: str
        choices: [get, post, put, patch, delete]
      uri:
        description:
          - Its address.
        type: str
      headers:
        description:
          - Headers of the requests.
        type: dict
seealso:
  - module: community.scaleway.scaleway_iot_route_info
  - module: community.scaleway.scaleway_iot_hub
"""

EXAMPLES = r"""
- name: Create a hub
  community.scaleway.scaleway_iot_hub:
    name: factory
    region: fr-par

- name: Send orders to a web service
  community.scaleway.scaleway_iot_route:
    hub: factory
    name: orders
    topic: orders/#
    rest_config:
      verb: post
      uri: https://www.example.com/orders
      headers: {X-Origin: factory}
    region: fr-par

- name: Write them to a database in its place
  community.scaleway.scaleway_iot_route:
    hub: factory
    name: orders
    db_config:
      host: 192.0.2.10
      port: 5432
      dbname: orders
      username: writer
      password: "{{ database_password }}"
      query: INSERT INTO orders VALUES ($PAYLOAD)
      engine: postgresql
    region: fr-par

- name: Delete the route
  community.scaleway.scaleway_iot_route:
    hub: factory
    name: orders
    region: fr-par
    state: absent
"""

RETURN = r"""
route:
  description:
    - The route as the API describes it. Empty when there is none any more.
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
      sample: "factory"
    hub_id:
      description: The ID of its hub.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    topic:
      description: The topic of the messages.
      returned: success
      type: str
      sample: "orders/#"
    type:
      description: Where they are brought to, V(s3), V(database), or V(rest).
      returned: success
      type: str
      sample: "rest"
    s3_config:
      description: The bucket that they are brought to.
      returned: success
      type: dict
      sample: {"bucket_name": "orders"}
    db_config:
      description: The database that they are brought to, without its password.
      returned: success
      type: dict
      sample: {"host": "192.0.2.10"}
    rest_config:
      description: The web service that they are brought to.
      returned: success
      type: dict
      sample: {"uri": "https://www.example.com/orders"}
    region:
      description: Its region.
      returned: success
      type: str
      sample: "fr-par"
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

from ..module_utils._iot import ROUTE
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    ROUTE,
    {
        "hub": {"type": "str", "aliases": ["hub_id"]},
        "name": {"type": "str"},
        "topic": {"type": "str"},
        "s3_config": {
            "type": "dict",
            "options": {
                "bucket_region": {"type": "str"},
                "bucket_name": {"type": "str"},
                "object_prefix": {"type": "str"},
                "strategy": {"type": "str", "choices": ["per_topic", "per_message"]},
            },
        },
        "db_config": {
            "type": "dict",
            "options": {
                "host": {"type": "str"},
                "port": {"type": "int"},
                "dbname": {"type": "str"},
                "username": {"type": "str"},
                "password": {"type": "str", "no_log": True},
                "query": {"type": "str"},
                "engine": {"type": "str", "choices": ["postgresql", "mysql"]},
            },
        },
        "rest_config": {
            "type": "dict",
            "options": {
                "verb": {"type": "str", "choices": ["get", "post", "put", "patch", "delete"]},
                "uri": {"type": "str"},
                "headers": {"type": "dict"},
            },
        },
    },
    required_one_of=[("name", "id")],
    mutually_exclusive=[("s3_config", "db_config", "rest_config")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
