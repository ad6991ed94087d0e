# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # What containers, functions and their namespaces run with: the options of module_utils/_options.py, VARIABLES.
    DOCUMENTATION = r"""
options:
  environment_variables:
    description:
      - The environment variables that everybody who may read it sees. They replace all that there are.
      - An empty dict removes them.
    type: dict
  secret_environment_variables:
    description:
      - "The environment variables whose values are never shown again. They replace all that there are: one that is not
        named is removed, and an empty dict removes all."
      - Their values cannot be read, so that of variables that are there only the names are compared. See
        O(update_secrets).
      - Numbers and booleans are sent as text.
    type: dict
  update_secrets:
    description:
      - Whether the values of secret variables that are there already are set each time, or only when a variable is new.
      - With V(always) every run with O(secret_environment_variables) reports a change.
    type: str
    default: on_create
    choices: [always, on_create]
"""
