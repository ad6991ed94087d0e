# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The metadata service that an Instance can ask about itself, at a link-local address."""

from __future__ import annotations

import typing as t

try:
    import requests
except ImportError:
    pass  # _run and the runner ask for it before anything here is called

from ._context import Context
from ._errors import InvalidInput


def read_metadata(context: Context) -> t.Dict[str, t.Any]:
    """The facts of this server. Raises :class:`InvalidInput` on a machine that is no Instance."""
    base = str(context.params["metadata_url"]).rstrip("/")
    seconds = float(context.params["metadata_timeout"])
    facts: t.Dict[str, t.Any] = {"scaleway_metadata": _get(f"{base}/conf?format=json", seconds).json()}
    if context.params["user_data"]:
        listed = _get(f"{base}/user_data?format=json", seconds).json()
        facts["scaleway_user_data"] = {
            key: _get(f"{base}/user_data/{key}", seconds).text for key in listed.get("user_data") or []
        }
    return {"changed": False, "ansible_facts": facts}


def _get(url: str, seconds: float) -> t.Any:
    with requests.Session() as session:
        session.trust_env = False  # a proxy or a .netrc knows nothing of a link-local address
        try:
            response = session.get(url, timeout=seconds, allow_redirects=False)
            if response.status_code != 200:
                raise InvalidInput(f"metadata_url: {url} answered with HTTP {response.status_code}.")
            if "json" in url:
                response.json()
            return response
        except (requests.RequestException, ValueError):
            raise InvalidInput(
                f"metadata_url: {url} gives no metadata. The module must run on a Scaleway Instance, "
                "not on the controller (no delegate_to: localhost)."
            ) from None
