# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This plugin util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Expressions and templates of an inventory file over the variables of hosts that are not in the inventory yet.

As with constructed groups, an expression is evaluated once for the same values, and a template is compiled once.
"""

from __future__ import annotations

import typing as t

import ansible.template
from ansible.module_utils.parsing.convert_bool import boolean

from ._constructed import Compiler, NotPlain, at, check_throughout, may_be_replaced, read

Variables = t.Dict[str, t.Any]
# Before ansible-core 2.19 a variable was made ready as a whole, whatever was read of it.
TAGGED = hasattr(ansible.template, "trust_as_template")


class Condition:
    """An expression that is true or not for a host. It may stand in braces, as a template does."""

    def __init__(self, plugin: t.Any, text: t.Any) -> None:
        self.templar = plugin.templar
        self.text = str(text)
        bare = self.text.strip()
        if bare.startswith("{{") and bare.endswith("}}") and bare.count("{{") == 1:
            bare = bare[2:-2].strip()
        compiler = Compiler(self.templar)
        reading = read(bare, (), compiler.globals)
        self.paths = reading.paths
        self.roots = tuple({path[0][1] for path in reading.paths or ()})
        if may_be_replaced(plugin, self.roots):
            self.paths = None
        # From ansible-core 2.19 on, a text that was taken apart is no template until somebody says so.
        trusted = getattr(ansible.template, "is_trusted_as_template", None)
        self.expression = ansible.template.trust_as_template(bare) if trusted and trusted(text) else bare
        self.known: t.Dict[t.Any, bool] = {}

    def holds(self, variables: Variables) -> bool:
        """Raises AnsibleError when it cannot be told."""
        if self.paths is None:
            return self._evaluated(variables)
        seen = {root: variables[root] for root in self.roots if root in variables}
        try:
            if not TAGGED:
                check_throughout({name: value for name, value in seen.items() if type(value) in (dict, list)})
            key = tuple([at(path, seen) for path in self.paths])
        except NotPlain:
            return self._evaluated(variables)
        if key not in self.known:
            self.known[key] = self._evaluated(variables)
        return self.known[key]

    def _evaluated(self, variables: Variables) -> bool:
        self.templar.available_variables = variables
        if hasattr(self.templar, "evaluate_conditional"):  # from ansible-core 2.19 on
            return bool(self.templar.evaluate_conditional(self.expression))
        return bool(boolean(self.templar.template(f"{{% if {self.expression} %}}True{{% else %}}False{{% endif %}}")))


class Template:
    """A text with expressions in it, which gives a text for a host."""

    def __init__(self, plugin: t.Any, text: t.Any) -> None:
        self.templar = plugin.templar
        self.text = text
        self.compiler = Compiler(self.templar)
        self.compiler.method = "from_string"
        self.compiler.able = hasattr(self.compiler.environment, "__dict__")
        self.compiled: t.Dict[t.Any, t.Any] = {}

    def rendered(self, variables: Variables) -> t.Optional[str]:
        """None when it comes to nothing. Raises AnsibleError when it has no value."""
        self.templar.available_variables = variables
        with self.compiler.keeping(self.compiled, str(self.text)):
            said = self.templar.template(self.text)
        return str(said) if said not in (None, "") else None
