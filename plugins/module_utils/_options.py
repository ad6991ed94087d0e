# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The options that modules share. Each set has a doc fragment of the same name under plugins/doc_fragments."""

from __future__ import annotations

import typing as t

ArgumentSpec = t.Dict[str, t.Any]

AUTH: ArgumentSpec = {
    "access_key": {"type": "str", "no_log": False},
    "secret_key": {"type": "str", "no_log": True, "aliases": ["api_token", "oauth_token"]},
    "profile": {"type": "str", "aliases": ["scw_profile"]},
    "config_path": {"type": "path"},
    "api_generation": {"type": "str", "choices": ["current", "classic"]},
    "api_url": {"type": "str", "aliases": ["base_url"]},
    "compute_url": {"type": "str"},
    "account_url": {"type": "str"},
    "s3_url": {"type": "str"},
    "api_timeout": {"type": "float", "aliases": ["timeout"]},
    "retry_timeout": {"type": "float"},
    "permission_timeout": {"type": "float"},
    "validate_certs": {"type": "bool"},
    "allow_http": {"type": "bool"},
}
# Every module takes all of them, so that module_defaults can set them for the whole group.
PLACE: ArgumentSpec = {
    "zone": {"type": "str"},
    "region": {"type": "str"},
    "project": {"type": "str", "aliases": ["project_id"]},
    "organization": {"type": "str", "aliases": ["organization_id"]},
}
STATE: ArgumentSpec = {
    "state": {"type": "str", "default": "present", "choices": ["present", "absent"]},
    "id": {"type": "str"},
    "recreate": {"type": "bool", "default": False},
}
WAIT: ArgumentSpec = {
    "wait": {"type": "bool", "default": True},
    "wait_timeout": {"type": "int", "default": 300},
    "wait_interval": {"type": "float", "default": 1.0, "aliases": ["wait_sleep_time"]},
}
INFO: ArgumentSpec = {
    "id": {"type": "str"},
    "name": {"type": "str"},
    "name_match": {"type": "str", "default": "exact", "choices": ["exact", "contains"]},
}
# What containers, functions and their namespaces run with.
VARIABLES: ArgumentSpec = {
    "environment_variables": {"type": "dict"},
    "secret_environment_variables": {"type": "dict", "no_log": True},
    "update_secrets": {"type": "str", "default": "on_create", "choices": ["always", "on_create"], "no_log": False},
}
# Only the modules that replace one of community.general have it.
LEGACY: ArgumentSpec = {"query_parameters": {"type": "dict"}}
