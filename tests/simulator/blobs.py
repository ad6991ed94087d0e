# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Uploads and downloads at signed URLs, as products hand them out. They need no token: the signature is all."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .store import Store

PATH = "/object-storage/"
TYPE = "application/octet-stream"


def signature(method: str, key: str) -> str:
    return hashlib.sha256(f"simulated {method} {key}".encode()).hexdigest()


def signed_url(store: Store, method: str, key: str) -> str:
    return f"{store.url}{PATH}{key}?X-Amz-Expires=3600&X-Amz-Signature={signature(method, key)}"


def transfer(
    store: Store, method: str, path: str, query: Mapping[str, str], headers: Mapping[str, str], content: bytes
) -> tuple[int, bytes]:
    """The status and the body that a signed URL is answered with."""
    key = path[len(PATH) :]
    if query.get("X-Amz-Signature") != signature(method, key):
        return 403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>"
    if method == "PUT":
        if headers.get("Content-Type") != TYPE:
            return 403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>"
        store.blobs[key] = content
        return 200, b""
    if key not in store.blobs:
        return 404, b"<Error><Code>NoSuchKey</Code></Error>"
    return 200, store.blobs[key]
