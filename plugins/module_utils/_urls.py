# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""URLs: which are allowed, whether two have one origin, how a path is put together."""

from __future__ import annotations

import ipaddress
import re
import typing as t
from urllib.parse import quote, urlsplit

from ._errors import InvalidInput

DEFAULT_PORTS = {"http": 80, "https": 443}
# What one library takes for a part of the host and another does not: no URL of an API has it.
AMBIGUOUS = re.compile(r"[\\\s\x00-\x1f\x7f]")
Origin = t.Tuple[str, str, int]


def base_url(url: str, option: str, allow_http: bool = False) -> str:
    """The URL of an API without its trailing slash. Raises :class:`InvalidInput` for one that must not get a token."""
    try:
        parts = urlsplit(url)
        scheme, host = origin(url)[:2]
    except ValueError:
        raise InvalidInput(f"{option}: {url!r} is no URL, like https://api.scaleway.com.") from None
    if "@" in parts.netloc:
        raise InvalidInput(f"{option} holds a user name or a password: an API's URL has none.")
    if "?" in url or "#" in url:  # an empty query, too, would swallow the path that is appended
        raise InvalidInput(f"{option}: {url!r} must end with its path: no query and no fragment.")
    if scheme == "http" and not allow_http and not is_loopback(host):
        raise InvalidInput(
            f"{option}: {url!r} would send the token unencrypted. Use https, or set allow_http to true to do so."
        )
    return url.rstrip("/")


def origin(url: str) -> Origin:
    """Scheme, host and port, in lower case and with the default port spelled out. ValueError when it is no web URL."""
    if AMBIGUOUS.search(url):
        raise ValueError(url)
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or not parts.hostname:
        raise ValueError(url)
    port = DEFAULT_PORTS[scheme] if parts.port is None else parts.port
    return scheme, parts.hostname.rstrip(".").lower(), port


def same_origin(url: str, other: str) -> bool:
    """Whether a token meant for the one URL may go to the other."""
    try:
        return origin(url) == origin(other)
    except ValueError:
        return False


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its name or address alone (nothing is looked up)."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def without_credentials(url: str) -> str:
    """The URL as it may be shown: no user, no password, no query."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "a malformed URL"
    host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{host}{port}{parts.path}" if parts.scheme else f"{host}{port}{parts.path}"


def path_of(*segments: str) -> str:
    """Segments joined to a path, each of them percent-encoded: an id never changes where a request goes."""
    for segment in segments:
        if segment in ("", ".", ".."):  # HTTP libraries resolve these however they are encoded
            raise InvalidInput(f"{segment!r} is no id or name.")
    return "/".join(quote(segment, safe="") for segment in segments)
