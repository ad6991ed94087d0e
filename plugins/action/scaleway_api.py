# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The runner of every module of the collection; each has a link to this file under its own name.

A task that would run on the controller anyway runs here, in the worker process: that saves starting a Python for it.
Ansible imports this file before it forks the workers, so that the client, the engine and the module at its top are
loaded once per run. Everything else is handed over to the module on the target, unchanged.
"""

from __future__ import annotations

import contextlib
import copy
import importlib
import json
import os
import typing as t

from ansible import constants as C
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.module_utils.common.parameters import remove_values
from ansible.module_utils.common.validation import check_type_dict
from ansible.module_utils.errors import UnsupportedError
from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.action import ActionBase
from ansible.utils.display import Display

from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._module import Module, execute, missing_library
from ansible_collections.community.scaleway.plugins.module_utils._redact import Redactor

NAME = __name__.rpartition(".")[2]
MODULE: Module = importlib.import_module(f"ansible_collections.community.scaleway.plugins.modules.{NAME}").MODULE

display = Display()


class ActionModule(ActionBase):
    """Runs the module of its name in process, or hands over."""

    _supports_check_mode = True
    _supports_async = True

    def run(self, tmp: t.Any = None, task_vars: t.Optional[t.Dict[str, t.Any]] = None) -> t.Dict[str, t.Any]:
        result: t.Dict[str, t.Any] = super().run(tmp, task_vars)
        if self._runs_here(task_vars or {}):
            return dict(result, **self._run_here(task_vars or {}))
        wrap_async = self._task.async_val and not self._connection.has_native_async
        result.update(self._execute_module(task_vars=task_vars, wrap_async=wrap_async))
        if not wrap_async:
            self._remove_tmp_path(self._connection._shell.tmpdir)
        return result

    def _runs_here(self, task_vars: t.Mapping[str, t.Any]) -> bool:
        """Whether the task would run on this machine, as this user, now; and nobody wants it otherwise."""
        return (
            self._connection.transport in ("local", "ansible.builtin.local")
            and not self._connection.become
            and not self._task.async_val
            and missing_library(MODULE) is None
            and self._wanted_here(task_vars)
        )

    def _wanted_here(self, task_vars: t.Mapping[str, t.Any]) -> bool:
        # A variable's value may be a template: only the templar knows what it says.
        wanted = task_vars.get("scaleway_in_process", True)
        return bool(boolean(self._templar.template(wanted), strict=False))

    def _run_here(self, task_vars: t.Mapping[str, t.Any]) -> t.Dict[str, t.Any]:
        arguments = plain(self._task.args)
        wrong = no_dictionary(MODULE.argument_spec, arguments)
        if wrong:
            return {"failed": True, "msg": wrong}
        validator = ArgumentSpecValidator(copy.deepcopy(MODULE.argument_spec), **MODULE.constraints)
        validation = validator.validate(arguments)
        hidden = {str(value) for value in validation._no_log_values}
        if validation.error_messages:
            message = validation.errors.msg
            if isinstance(validation.errors[0], UnsupportedError):
                message = f"Unsupported parameters for ({self._task.action}) module: {message}"
            answer: t.Dict[str, t.Any] = {"failed": True, "msg": Redactor(hidden).text(message)}
        else:
            with self._environment():
                context = Context(
                    params=validation.validated_parameters,
                    check_mode=self._task.check_mode,
                    progress=display.display,
                    secrets=set(hidden),
                )
                answer = execute(MODULE, context, diff=self._task.diff)
        # What AnsibleModule does when it ends.
        warnings = [
            f"Both option {both['option']} and its alias {both['alias']} are set." for both in validation._warnings
        ]
        if warnings:
            answer["warnings"] = warnings + answer.get("warnings", [])
        if validation._deprecations:
            answer["deprecations"] = validation._deprecations
        # Always before ansible-core 2.21, and since then when the user wants it.
        if not hasattr(C, "INJECT_INVOCATION") or C.config.get_config_value("INJECT_INVOCATION", variables=task_vars):
            answer.setdefault("invocation", {"module_args": validation.validated_parameters})
        masked: t.Dict[str, t.Any] = remove_values(answer, validation._no_log_values)
        return masked

    @contextlib.contextmanager
    def _environment(self) -> t.Iterator[None]:
        """The task's ``environment`` and folder as the module would see them; requests reads its proxies there, too."""
        wanted: t.Dict[str, t.Any] = {}
        self._compute_environment_string(wanted)
        before, folder = dict(os.environ), os.getcwd()
        os.environ.update({name: str(value) for name, value in wanted.items()})
        os.chdir(self._loader.get_basedir())
        try:
            yield
        finally:
            os.chdir(folder)
            if wanted:
                os.environ.clear()
                os.environ.update(before)


def no_dictionary(spec: t.Mapping[str, t.Any], given: t.Mapping[str, t.Any]) -> str:
    """What is wrong with something else in the place of a dictionary whose keys are known: of that, ansible-core's own
    error does not even say which option it is. The value may hold secrets that are not known as such yet: it is not shown."""
    for option, told in spec.items():
        name = next((name for name in (option, *told.get("aliases", ())) if given.get(name) is not None), None)
        if name is not None and "options" in told:
            elements = given[name] if isinstance(given[name], list) else [given[name]]
            if not all(_is_dictionary(element) for element in elements):
                wanted = "a list of dictionaries" if told["type"] == "list" else "a dictionary"
                return f"{name}: it must be {wanted} with the keys {', '.join(told['options'])}."
    return ""


def _is_dictionary(value: t.Any) -> bool:
    try:
        check_type_dict(value)
    except TypeError:
        return False
    return True


def plain(arguments: t.Any) -> t.Any:
    """The arguments as a module would receive them: through JSON, without the marks that ansible-core puts on values."""
    return json.loads(json.dumps(arguments, default=_plain_value))


def _plain_value(value: t.Any) -> t.Any:
    if isinstance(value, t.Mapping):
        return dict(value)
    if isinstance(value, (set, tuple)):
        return list(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
