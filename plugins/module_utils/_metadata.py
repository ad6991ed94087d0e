# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The metadata service that an Instance can ask about itself, at a link-local address (api/classic.md)."""

from __future__ import annotations

import random
import socket
import typing as t

try:
    import requests
    from requests.adapters import HTTPAdapter
except ImportError:
    pass  # _run and the runner ask for requests before anything here is called

from ._context import Context
from ._errors import InvalidInput
from ._urls import path_of

PRIVILEGED = range(512, 1024)  # user data is given to these local ports only, which are root's
TRIES = 10


def read_metadata(context: Context) -> t.Dict[str, t.Any]:
    """The facts of this server. Raises :class:`InvalidInput` on a machine that is no Instance."""
    base = str(context.params["metadata_url"]).rstrip("/")
    seconds = float(context.params["metadata_timeout"])
    with _session() as session:
        facts: t.Dict[str, t.Any] = {"scaleway_metadata": _get(session, f"{base}/conf?format=json", seconds).json()}
    if context.params["user_data"]:
        with _session(privileged=True) as session:
            listed = _get(session, f"{base}/user_data?format=json", seconds).json()
            facts["scaleway_user_data"] = {
                key: _get(session, f"{base}/user_data/{path_of(key)}", seconds).content.decode("utf-8", "replace")
                for key in listed.get("user_data") or []
            }
    return {"changed": False, "ansible_facts": facts}


def _session(privileged: bool = False) -> t.Any:
    session = requests.Session()
    session.trust_env = False  # a proxy or a .netrc knows nothing of a link-local address
    if privileged:
        adapter = HTTPAdapter()
        adapter.init_poolmanager(1, 1, source_address=("", free_port()))
        session.mount("http://", adapter)
    return session


def free_port() -> int:
    """A free local port of those that are root's. Raises :class:`InvalidInput` for everybody else."""
    for port in random.sample(PRIVILEGED, TRIES):
        with socket.socket() as test:
            try:
                test.bind(("", port))
                return port
            except PermissionError:
                raise InvalidInput(
                    "user_data: the metadata service gives user data to root only. Set become to true, or user_data to "
                    "false."
                ) from None
            except OSError:
                continue  # in use
    raise InvalidInput(f"user_data: {TRIES} local ports below 1024 were tried, and all are in use. Run the task again.")


def _get(session: t.Any, url: str, seconds: float) -> t.Any:
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
