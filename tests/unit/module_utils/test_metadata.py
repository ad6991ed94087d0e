# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The local port from which the metadata service gives user data."""

from __future__ import annotations

import errno
import socket

import pytest

from ansible_collections.community.scaleway.plugins.module_utils import _metadata
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput


class Refused(socket.socket):
    """A socket that the system lets nobody bind."""

    why: OSError

    def bind(self, address: object) -> None:
        raise self.why


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "root only. Set become to true"),
        (OSError(errno.EADDRINUSE, "Address already in use"), "all are in use"),
    ],
)
def test_a_port_that_cannot_be_had(monkeypatch: pytest.MonkeyPatch, why: OSError, told: str) -> None:
    monkeypatch.setattr(Refused, "why", why, raising=False)
    monkeypatch.setattr("socket.socket", Refused)
    with pytest.raises(InvalidInput, match=told):
        _metadata.free_port()
