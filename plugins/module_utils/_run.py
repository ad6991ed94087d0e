# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Running a module as Ansible modules run: alone in a process, on whatever machine. Only here is AnsibleModule known."""

from __future__ import annotations

import typing as t

from ansible.module_utils.basic import AnsibleModule, missing_required_lib

from ._context import Context
from ._module import Module, execute, missing_library


def run(module: Module) -> t.NoReturn:
    """The ``main`` of every module."""
    ansible_module = AnsibleModule(argument_spec=module.argument_spec, supports_check_mode=True, **module.constraints)
    missing = missing_library(module)
    if missing is not None:
        ansible_module.fail_json(msg=missing_required_lib(missing[0]), exception=missing[1])
    context = Context(
        params=ansible_module.params,
        check_mode=ansible_module.check_mode,
        secrets={str(value) for value in ansible_module.no_log_values},
    )
    result = execute(module, context, diff=ansible_module._diff)
    for warning in result.pop("warnings", []):
        ansible_module.warn(warning)
    if result.pop("failed", False):
        ansible_module.fail_json(**result)
    ansible_module.exit_json(**result)
    raise AssertionError("exit_json does not return")
