# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This plugin util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What the lookups share: options are the modules' own, the client is theirs, an error is one sentence without secrets.

A lookup is a class with ``find``, which gives the answer to one term. Raise ScalewayError for what cannot be answered.
"""

from __future__ import annotations

import typing as t

from ansible.errors import AnsibleLookupError
from ansible.plugins.lookup import LookupBase
from ansible.utils.display import Display

from ..module_utils._client import REQUESTS_IMPORT_ERROR, Client
from ..module_utils._context import Context
from ..module_utils._errors import InvalidInput, unexpected
from ..module_utils._project import connected
from ..module_utils._redact import Redactor

display = Display()


class ScalewayLookup(LookupBase):
    """Terms in, answers out, in the same order. Terms are asked for one by one over one connection."""

    def find(self, client: Client, context: Context, term: str) -> t.Any:
        """The answer to one term. ``context.params`` are the options."""
        raise NotImplementedError

    def run(self, terms: t.Any, variables: t.Any = None, **kwargs: t.Any) -> t.List[t.Any]:
        if REQUESTS_IMPORT_ERROR is not None:
            raise AnsibleLookupError("The Python package requests is needed by the lookups of Scaleway.")
        self._check_names(kwargs)
        self.set_options(var_options=variables, direct=kwargs)
        params = {name: value for name, value in self.get_options().items() if not name.startswith("_")}
        context = Context(params=params)
        if params.get("secret_key"):
            context.secrets.add(str(params["secret_key"]))
        try:
            client, context = connected(context)
            return [self.find(client, context, _name(term)) for term in self._flatten(terms)]
        except Exception as error:  # noqa: BLE001 (whatever it says is masked)
            raise AnsibleLookupError(Redactor(context.secrets).text(str(unexpected(error)))) from None
        finally:
            for warning in context.warnings:
                display.warning(Redactor(context.secrets).text(warning))

    def _check_names(self, given: t.Mapping[str, t.Any]) -> None:
        """Refuse what is no option: ansible-core would let it pass, and a misspelled option do nothing."""
        definitions: t.Dict[str, t.Any] = self.option_definitions
        known = {name for name in definitions if not name.startswith("_")}
        aliases = {alias for name in known for alias in definitions[name].get("aliases") or []}
        for name in given:
            if name not in known | aliases:
                raise AnsibleLookupError(f"{name} is no option of this lookup. Those are: {', '.join(sorted(known))}.")


def _name(term: t.Any) -> str:
    """A term as a text. Raises :class:`InvalidInput` for what cannot name anything."""
    if isinstance(term, (str, int)) and not isinstance(term, bool) and str(term).strip():
        return str(term)
    raise InvalidInput(f"{term!r} is no name and no id. Each term must be one.")
