# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Whether a request that failed is sent again, and after which pause.

The loop of attempts is our own (:meth:`~._client.Client.request`), not urllib3's ``Retry``: that one cannot bound the total
time, cannot tell a POST that surely did not happen from one that may have, and does not see a JSON document that ends in
the middle. Its reading of ``Retry-After`` is used.
"""

from __future__ import annotations

import random
import typing as t

from ._errors import (
    ApiError,
    BadAnswer,
    NoAnswer,
    RateLimited,
    RequestError,
    ScalewayError,
    ServerError,
    TransientState,
)

if t.TYPE_CHECKING:
    from ._client import Client

try:
    from urllib3.exceptions import InvalidHeader
    from urllib3.util.retry import Retry
except ImportError:  # told with requests, which needs it
    Retry = None  # type: ignore[assignment,misc]

T = t.TypeVar("T")
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 15.0
LOOKS_AFTER_GATEWAY_TIMEOUT = 3
# What proxies and overloaded services say; another message with a 503 is a refusal that no retry changes
# (recordings/findings.md, section 1).
OVERLOAD_WORDS = (
    "connection",
    "internal error",
    "overload",
    "temporar",
    "timed out",
    "timeout",
    "try again",
    "unavailable",
    "upstream",
)


class Final(NoAnswer):
    """Not to be tried again: it would fail in the same way."""


def pause_before_retry(error: ScalewayError, attempt: int, repeatable: bool, passes: bool = False) -> t.Optional[float]:
    """Seconds to wait before the next attempt (0 is the first), or None when there must be none. ``passes`` says that
    the error is known to pass by itself."""
    if isinstance(error, Final):
        return None
    if isinstance(error, NoAnswer):
        if error.may_have_happened and not repeatable:
            return None
    elif isinstance(error, BadAnswer):
        if not repeatable:
            return None
    elif isinstance(error, ServerError):
        if not repeatable or not is_overload(error):
            return None
    elif not passes and not isinstance(error, (RateLimited, TransientState)):
        return None
    if isinstance(error, ApiError) and error.retry_after:  # 0 and dates gone by would have it run in circles
        return error.retry_after
    return min(FIRST_PAUSE * 2.0**attempt, LONGEST_PAUSE) * random.uniform(0.5, 1.0)


def sent_once(
    client: Client, send: t.Callable[[], T], look: t.Callable[[RequestError], t.Optional[T]], unseen: str
) -> T:
    """What ``send`` gives, which sends a request that must not take effect twice. When its answer is lost, ``look`` is given
    the error and says what became of it, before it is sent again; ``unseen`` says that it has seen nothing.

    A request that was not answered in time may take effect later: it is looked for, and not sent again.
    """
    deadline = client.now() + client.settings.retry_timeout
    lost: t.Optional[RequestError] = None
    looks = attempt = 0
    while True:
        if lost is None or _may_send_again(lost, looks):
            try:
                return send()
            except RequestError as error:
                if not error.may_have_happened:
                    raise
                lost = error
            looks = 0
        found = look(lost)
        if found is not None:
            return found
        looks += 1
        pause = pause_before_retry(lost, attempt, repeatable=True)
        if pause is None:
            raise lost
        if client.now() + pause > deadline:
            lost.message += f" {unseen} {client.settings.retry_timeout:g} s later. Run the task again: it looks first."
            raise lost
        client.sleep(pause)
        attempt += 1


def _may_send_again(lost: RequestError, looks: int) -> bool:
    """Whether what is not there after some looks will not come any more."""
    if isinstance(lost, NoAnswer) and lost.may_still_happen:
        return False
    if isinstance(lost, ApiError) and lost.status == 504:  # what is behind the gateway may still be at work
        return looks >= LOOKS_AFTER_GATEWAY_TIMEOUT
    return True


def is_overload(error: ServerError) -> bool:
    """Whether a 5xx tells of trouble that passes, and not of a refusal (baremetal refuses with 503) or of no service."""
    if error.status == 501:
        return False
    message = error.body.get("message")
    if error.status != 503 or not isinstance(message, str) or error.retry_after is not None:
        return True
    return any(word in message.lower() for word in OVERLOAD_WORDS)


def retry_after(response: t.Any) -> t.Optional[float]:
    """What Retry-After says, in seconds: it may hold seconds or a date. None when it is absent or unreadable."""
    told = response.headers.get("Retry-After")
    if not told:
        return None
    try:
        return max(0.0, float(Retry().parse_retry_after(told)))
    except (InvalidHeader, OverflowError, ValueError):
        return None
