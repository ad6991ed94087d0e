# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Object storage speaks S3, which signs requests in its own way: boto3 does that. Only here is it known.

It is given everything it needs: what the environment or the files of another cloud's tools say is not read.
"""

from __future__ import annotations

import os
import typing as t

from ._client import USER_AGENT
from ._errors import InvalidInput, NoAnswer, NotFound, api_error
from ._settings import Settings, missing_token_message

try:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError, ClientError
    from botocore.session import Session

    BOTO3_IMPORT_ERROR: t.Optional[str] = None
except ImportError:
    import traceback

    BOTO3_IMPORT_ERROR = traceback.format_exc()

LIBRARIES = {"boto3": BOTO3_IMPORT_ERROR}
Answer = t.Dict[str, t.Any]
# Since 2025 boto3 adds checksums that only some servers know, unless it is told not to.
CAREFUL = {
    "request_checksum_calculation": "when_required",
    "response_checksum_validation": "when_required",
    "ignore_configured_endpoint_urls": True,
}


class ObjectStorage:
    """The object storage of one region, as one account sees it. Raises :class:`InvalidInput` without a whole API key."""

    def __init__(self, settings: Settings, environment: t.Mapping[str, str]) -> None:
        self.region = settings.region
        self.url = settings.s3_url.replace("{region}", settings.region)
        self._client = _client(settings, self.url, environment.get("REQUESTS_CA_BUNDLE") or "")

    def call(self, operation: str, **arguments: t.Any) -> Answer:
        """Carry out an operation of S3. Raises :class:`RequestError`."""
        place = f"{self.url}/{arguments.get('Bucket', '')}".rstrip("/")
        try:
            answer: Answer = getattr(self._client, operation)(**arguments)
        except ClientError as error:
            raise _refusal(error, place) from None
        except BotoCoreError as error:
            writes = not operation.startswith(("get_", "head_", "list_"))
            raise NoAnswer(f"{operation} of {place} failed: {error}", operation, place, writes) from None
        return answer

    def read(self, operation: str, lacking: str, **arguments: t.Any) -> Answer:
        """What an operation answers; nothing when the answer is the error that says that there is none."""
        try:
            return self.call(operation, **arguments)
        except NotFound as error:
            if error.type != lacking:
                raise
            return {}


def _refusal(error: t.Any, place: str) -> Exception:
    told = error.response.get("Error", {})
    meta = error.response.get("ResponseMetadata", {})
    code = str(told.get("Code") or "")
    body = {"type": "" if code.isdigit() else code, "message": told.get("Message")}
    status = int(meta.get("HTTPStatusCode") or 0)
    return api_error(error.operation_name, place, status, body, request_id=str(meta.get("RequestId") or ""))


_clients: t.Dict[t.Tuple[Settings, str, str], t.Any] = {}
# As with the client of everything else: a forked worker starts with none.
os.register_at_fork(after_in_child=_clients.clear)


def _new_session() -> t.Any:
    """A session that has read the description of S3: that takes longer than the rest of a task."""
    nowhere = (None, None, os.devnull, None)
    session = Session({"profile": (None, None, None, None), "config_file": nowhere, "credentials_file": nowhere})
    loader = session.get_component("data_loader")
    for what in ("service-2", "endpoint-rule-set-1"):
        loader.load_service_model("s3", what)
    loader.load_data_with_path("endpoints")
    return boto3.session.Session(botocore_session=session)


# Made when this file is loaded: in process that is once per run, before the workers are forked. It has no connection.
SESSION: t.Any = None if BOTO3_IMPORT_ERROR else _new_session()


def _client(settings: Settings, url: str, authorities: str) -> t.Any:
    key = (settings, url, authorities)
    if key not in _clients:
        _clients[key] = _new_client(settings, url, authorities)
    return _clients[key]


def _new_client(settings: Settings, url: str, authorities: str) -> t.Any:
    if not settings.secret_key:
        raise InvalidInput(missing_token_message())
    if not settings.access_key:
        hint = ""
        if "access_key" in settings.unused:
            hint = (
                f" What {settings.unused['access_key']} says is not used, because the secret key comes from "
                f"{settings.sources['secret_key']}: an account is not mixed from two sources."
            )
        raise InvalidInput(
            "access_key must be set for object storage, where secret_key is set: as an option, as SCW_ACCESS_KEY, or in "
            f"the profile.{hint}"
        )
    known = getattr(Config, "OPTION_DEFAULTS", {})
    config = Config(
        signature_version="s3v4",
        # Requests go to the very host that was set, whatever the bucket is called.
        s3={"addressing_style": "path"},
        connect_timeout=settings.api_timeout,
        read_timeout=settings.api_timeout,
        retries={"mode": "standard", "max_attempts": 5 if settings.retry_timeout else 1},
        user_agent_extra=USER_AGENT,
        max_pool_connections=16,
        **{name: value for name, value in CAREFUL.items() if name in known},
    )
    # A project is named behind the access key; without one, the key's own is meant.
    account = f"{settings.access_key}@{settings.project}" if settings.project else settings.access_key
    return SESSION.client(
        "s3",
        region_name=settings.region,
        endpoint_url=url,
        aws_access_key_id=account,
        aws_secret_access_key=settings.secret_key.reveal(),
        verify=(authorities or True) if settings.validate_certs else False,
        config=config,
    )
