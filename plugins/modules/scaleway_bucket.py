# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_bucket
short_description: Manage buckets of object storage
description:
  - Create, change, and delete buckets of Scaleway's object storage, with their versioning, tags, access, lifecycle,
    encryption, and object lock.
  - A bucket is found by its name. Names are shared by all accounts of Scaleway.
  - Only settings that are named in the task are compared and changed, and only those that differ are written.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
options:
  state:
    description:
      - V(present) creates the bucket, or changes its settings. V(absent) deletes it.
    type: str
    default: present
    choices: [present, absent]
  name:
    description:
      - The name of the bucket, of 3 to 63 lower-case letters, digits, dots, and hyphens.
    type: str
    required: true
  force:
    description:
      - Whether a bucket that is not empty is deleted with all of its objects and all of their versions.
      - Without it, such a bucket is left as it is, and the task fails.
    type: bool
    default: false
  versioning:
    description:
      - Whether older versions of objects are kept. V(false) stops it, and keeps the versions that are there.
    type: bool
  object_lock:
    description:
      - Whether versions of objects can be protected from deletion. This is chosen once, when the bucket is created, and
        includes O(versioning). Another value for a bucket that exists is refused.
    type: bool
  default_retention:
    description:
      - For how long new objects are protected, in a bucket with O(object_lock). V({}) removes it.
    type: dict
    suboptions:
      mode:
        description:
          - V(governance) can be bypassed with the right to do so, V(compliance) by nobody.
        type: str
        choices: [governance, compliance]
      days:
        description:
          - The number of days. Give this or O(default_retention.years).
        type: int
      years:
        description:
          - The number of years.
        type: int
  encryption:
    description:
      - How new objects are encrypted when they are stored, V(none) if they are not by default.
    type: str
    choices: [AES256, none]
  tags:
    description:
      - The tags, names and values. Others are removed, and V({}) removes all of them.
    type: dict
  acl:
    description:
      - Who may use the bucket, besides its owner. Nobody, V(private), if this is not set for a new bucket.
    type: str
    choices: [private, public-read, public-read-write, authenticated-read]
  cors:
    description:
      - Which web pages may use the bucket. The list is compared as a whole, and an empty one removes all rules.
    type: list
    elements: dict
    suboptions:
      id:
        description:
          - A name for the rule.
        type: str
      allowed_origins:
        description:
          - The origins of pages, like V(https://example.com), or V(*).
        type: list
        elements: str
        required: true
      allowed_methods:
        description:
          - What they may do.
        type: list
        elements: str
        choices: [GET, PUT, POST, DELETE, HEAD]
        required: true
      allowed_headers:
        description:
          - The headers that they may send.
        type: list
        elements: str
      expose_headers:
        description:
          - The headers of answers that they may read.
        type: list
        elements: str
      max_age_seconds:
        description:
          - For how long browsers may remember this, in seconds.
        type: int
  lifecycle:
    description:
      - What happens to objects with time. The rules are compared as a whole, in any order, and an empty list removes all
        of them.
    type: list
    elements: dict
    suboptions:
      id:
        description:
          - The name of the rule.
        type: str
        required: true
      enabled:
        description:
          - Whether the rule is applied.
        type: bool
        default: true
      prefix:
        description:
          - Only objects whose names begin so. All objects if it is not set.
        type: str
      tags:
        description:
          - Only objects that have all of these tags.
        type: dict
      expiration_days:
        description:
          - After how many days objects are deleted.
        type: int
      expiration_date:
        description:
          - On which day objects are deleted, like V(2030-12-31).
        type: str
      expired_object_delete_marker:
        description:
          - Whether marks of deleted objects are removed when no version is left.
        type: bool
      noncurrent_expiration_days:
        description:
          - After how many days older versions are deleted.
        type: int
      abort_multipart_days:
        description:
          - After how many days unfinished uploads are deleted.
        type: int
      transitions:
        description:
          - When objects move to another class of storage.
        type: list
        elements: dict
        suboptions:
          days:
            description:
              - After how many days.
            type: int
            required: true
          storage_class:
            description:
              - The class of storage.
            type: str
            choices: [STANDARD, ONEZONE_IA, GLACIER]
            required: true
  policy:
    description:
      - The policy of the bucket, as an object or a JSON text. V({}) removes it.
      - The order of words in it means nothing. One word is the same as a list that holds it alone.
      - Leave a statement for the key that Ansible uses, or nobody but the owner of the organization can change the bucket
        any more.
    type: dict
  website:
    description:
      - Makes the bucket a website. V({}) ends that.
    type: dict
    suboptions:
      index_document:
        description:
          - The page that stands for a folder, like V(index.html).
        type: str
      error_document:
        description:
          - The page that is shown when there is none.
        type: str
requirements:
  - boto3 1.28 or newer
notes:
  - Object storage needs the access key as well as the secret key. Both are taken from the same place.
  - A new bucket belongs to O(project) or the default project, if there is one, otherwise to the preferred project of the
    API key.
seealso:
  - module: community.scaleway.scaleway_bucket_info
"""

EXAMPLES = r"""
- name: Have a bucket
  community.scaleway.scaleway_bucket:
    name: example-files
    region: fr-par

- name: Keep backups for a year, with their versions
  community.scaleway.scaleway_bucket:
    name: example-backups
    region: fr-par
    versioning: true
    encryption: AES256
    tags:
      team: operations
    lifecycle:
      - id: old
        prefix: daily/
        expiration_days: 365
        noncurrent_expiration_days: 30
        transitions:
          - days: 30
            storage_class: GLACIER
      - id: unfinished
        abort_multipart_days: 7

- name: Serve a website
  community.scaleway.scaleway_bucket:
    name: example-website
    region: fr-par
    acl: public-read
    website:
      index_document: index.html
      error_document: 404.html
    cors:
      - allowed_origins: ["https://example.com"]
        allowed_methods: [GET]
        max_age_seconds: 3600

- name: Remove the tags and the rules
  community.scaleway.scaleway_bucket:
    name: example-backups
    region: fr-par
    tags: {}
    lifecycle: []

- name: Let nobody delete records for ten years
  community.scaleway.scaleway_bucket:
    name: example-records
    region: fr-par
    object_lock: true
    default_retention:
      mode: compliance
      years: 10

- name: Delete a bucket and all that is in it
  community.scaleway.scaleway_bucket:
    name: example-website
    region: fr-par
    state: absent
    force: true
"""

RETURN = r"""
bucket:
  description:
    - The bucket and its settings, in the words of this module's options. Empty when there is none any more.
    - In check mode it is the bucket as it would be.
    - A setting that the API key may not read, and that was not asked for, is V(null).
  returned: always, unless nothing is known of the bucket
  type: dict
  contains:
    name:
      description: The name.
      returned: success
      type: str
      sample: example-backups
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
    endpoint:
      description: The address of the bucket.
      returned: success
      type: str
      sample: https://s3.fr-par.scw.cloud/example-backups
    versioning:
      description: Whether older versions are kept.
      returned: success
      type: bool
      sample: true
    object_lock:
      description: Whether versions can be protected.
      returned: success
      type: bool
      sample: false
    default_retention:
      description: For how long new objects are protected.
      returned: success
      type: dict
      sample: {}
    encryption:
      description: How new objects are encrypted.
      returned: success
      type: str
      sample: AES256
    tags:
      description: The tags.
      returned: success
      type: dict
      sample: {"team": "operations"}
    acl:
      description: Who may use it, V(other) when no word of O(acl) says so.
      returned: success
      type: str
      sample: private
    cors:
      description: Which web pages may use it.
      returned: success
      type: list
      elements: dict
      sample: []
    lifecycle:
      description: What happens to objects with time.
      returned: success
      type: list
      elements: dict
      sample: [{"id": "unfinished", "enabled": true, "abort_multipart_days": 7}]
    website:
      description: The pages of the website.
      returned: success
      type: dict
      sample: {}
    policy:
      description: The policy.
      returned: success
      type: dict
      sample: {}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "AccessDenied", "status": 403, "message": "Access Denied"}
"""

from ..module_utils._bucket import bucket
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE, STATE
from ..module_utils._run import run
from ..module_utils._s3 import LIBRARIES

WORDS = {"type": "list", "elements": "str"}
MODULE = Module(
    {
        **AUTH,
        **PLACE,
        "state": STATE["state"],
        "name": {"type": "str", "required": True},
        "force": {"type": "bool", "default": False},
        "versioning": {"type": "bool"},
        "object_lock": {"type": "bool"},
        "default_retention": {
            "type": "dict",
            "options": {
                "mode": {"type": "str", "choices": ["governance", "compliance"]},
                "days": {"type": "int"},
                "years": {"type": "int"},
            },
        },
        "encryption": {"type": "str", "choices": ["AES256", "none"]},
        "tags": {"type": "dict"},
        "acl": {"type": "str", "choices": ["private", "public-read", "public-read-write", "authenticated-read"]},
        "cors": {
            "type": "list",
            "elements": "dict",
            "options": {
                "id": {"type": "str"},
                "allowed_origins": dict(WORDS, required=True),
                "allowed_methods": dict(WORDS, required=True, choices=["GET", "PUT", "POST", "DELETE", "HEAD"]),
                "allowed_headers": WORDS,
                "expose_headers": WORDS,
                "max_age_seconds": {"type": "int"},
            },
        },
        "lifecycle": {
            "type": "list",
            "elements": "dict",
            "options": {
                "id": {"type": "str", "required": True},
                "enabled": {"type": "bool", "default": True},
                "prefix": {"type": "str"},
                "tags": {"type": "dict"},
                "expiration_days": {"type": "int"},
                "expiration_date": {"type": "str"},
                "expired_object_delete_marker": {"type": "bool"},
                "noncurrent_expiration_days": {"type": "int"},
                "abort_multipart_days": {"type": "int"},
                "transitions": {
                    "type": "list",
                    "elements": "dict",
                    "options": {
                        "days": {"type": "int", "required": True},
                        "storage_class": {
                            "type": "str",
                            "required": True,
                            "choices": ["STANDARD", "ONEZONE_IA", "GLACIER"],
                        },
                    },
                },
            },
        },
        "policy": {"type": "dict"},
        "website": {
            "type": "dict",
            "options": {"index_document": {"type": "str"}, "error_document": {"type": "str"}},
        },
    },
    bucket,
    libraries=LIBRARIES,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
