# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_token
short_description: Manage tokens of the classic API
description:
  - Create, extend, and delete tokens of the classic account API (C(account.scaleway.com)).
  - A token has no name. The file O(path) keeps it, so that a second run finds it again.
  - The ID of a token is the token itself, so this module never returns it whole.
  - Today's accounts use API keys instead of tokens. Manage them with Scaleway's Identity and Access Management (IAM).
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
options:
  state:
    description:
      - V(present) keeps a valid token. It creates one with O(email) and O(password) when the one in O(path) is missing,
        unknown, or expired.
      - V(absent) deletes the token at the API, and the file O(path).
    type: str
    default: present
    choices: [present, absent]
  path:
    description:
      - The file that keeps the token, on the machine that the task runs on. It holds nothing else, and only its owner
        may read it (mode 0600).
      - A new token is written to it before the task reports success.
    type: path
  token_id:
    description:
      - The token that is meant, when no file keeps it. One that the API does not know is not created.
    type: str
  email:
    description:
      - The e-mail address of the account. Needed to create a token.
    type: str
  password:
    description:
      - The password of the account. Needed to create a token.
    type: str
  expires:
    description:
      - Whether a new token expires after 30 minutes without use. The API's own default is V(true).
      - It cannot be changed afterwards.
    type: bool
  valid_for:
    description:
      - For how many minutes the token must be valid at least. When less is left it is extended by 30 minutes.
    type: int
  recreate:
    description:
      - Whether to replace a token whose O(expires) differs.
    type: bool
    default: false
notes:
  - The settings O(secret_key) and O(profile) are not used to manage a token. Each token speaks for itself.
seealso:
  - module: community.scaleway.scaleway_token_info
"""

EXAMPLES = r"""
- name: Keep a token in a file
  community.scaleway.scaleway_token:
    path: "{{ ansible_env.HOME | default('.') }}/scaleway.token"
    email: admin@example.com
    password: "{{ account_password }}"

- name: Make sure that it lasts for the play
  community.scaleway.scaleway_token:
    path: "{{ ansible_env.HOME | default('.') }}/scaleway.token"
    valid_for: 20

- name: Use it
  community.scaleway.scaleway_volume_info:
    zone: par1
    api_generation: classic
    secret_key: "{{ lookup('ansible.builtin.file', ansible_env.HOME | default('.') ~ '/scaleway.token') }}"

- name: Delete the token and its file
  community.scaleway.scaleway_token:
    path: "{{ ansible_env.HOME | default('.') }}/scaleway.token"
    state: absent
"""

RETURN = r"""
token:
  description:
    - The token as the API describes it. Its ID shows the last four characters only, because the ID is the token.
    - Empty when there is none any more.
  returned: success
  type: dict
  contains:
    id:
      description: Stars, and the last four characters of the token.
      returned: when the token exists
      type: str
      sample: "********1f2e"
    creation_date:
      description: When it was created.
      returned: when the token exists
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
    expires:
      description: When it expires, or V(null).
      returned: when the token exists
      type: str
      sample: "2026-03-01T10:30:00.000000+00:00"
    user_id:
      description: The user that it belongs to.
      returned: when the token exists
      type: str
      sample: 5bea0358-db40-429e-bd82-914686a7e7b9
    inherits_user_perms:
      description: Whether it may do all that its user may.
      returned: when the token exists
      type: bool
      sample: true
    permissions:
      description: What else it may do.
      returned: when the token exists
      type: list
      elements: dict
      sample: []
    roles:
      description: The organization that it is for, and its role there.
      returned: when the token exists
      type: dict
      sample: {"organization": null, "role": null}
token_file:
  description: The file that keeps the token.
  returned: when O(path) is set
  type: str
  sample: /etc/ansible/scaleway.token
"""

import os
import stat
import tempfile
import typing as t
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from ..module_utils._client import Answer, Client
from ..module_utils._context import Context
from ..module_utils._endpoints import Endpoint
from ..module_utils._errors import BadAnswer, Immutable, InvalidInput, NotFound, ScalewayError, Unauthenticated
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._redact import Secret, masked_id
from ..module_utils._run import run
from ..module_utils._settings import UUID, uuid
from ..module_utils._urls import path_of

ENDPOINT = Endpoint("account", "", "global", classic=True)
MINUTES_PER_EXTENSION = 30


def manage(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """Keep or delete the token that the task means, and return the task's result."""
    params = context.params
    path = params["path"]
    minutes = params["valid_for"]
    if minutes is not None and not 0 <= minutes <= MINUTES_PER_EXTENSION:
        raise InvalidInput(f"valid_for: {minutes} is out of range. An extension gives 30 minutes: give 0 to 30.")
    token = uuid(params["token_id"], "token_id") if params["token_id"] else read_token(path)
    if token:
        context.secrets.add(token)
    if params["state"] == "absent":
        result = delete(client, context, token)
    else:
        result = keep(client, context, token)
    if path:
        # Not "path": Ansible would add the owner and mode of the file, but only where it runs as a module.
        result["token_file"] = path
    return result


def keep(client: Client, context: Context, token: str) -> t.Dict[str, t.Any]:
    params = context.params
    answer = look_up(client, token) if token else None
    if answer is None:
        if params["token_id"]:
            raise InvalidInput("token_id: the API does not know this token. Set path instead to create one.")
        return create(client, context)
    current = item_of(answer)
    wanted = params["expires"]
    if wanted is not None and wanted != bool(current["expires"]):
        if not params["recreate"] or not params["path"]:
            has, asked = ("true", "false") if current["expires"] else ("false", "true")
            raise Immutable(
                f"The token cannot be changed in place: expires is {has} and {asked} was asked for. "
                "Ask for what it has, or set path and recreate to replace it."
            )
        result = create(client, context, before=current)
        if not context.check_mode:
            revoke(client, token)
        return result

    changed = False
    before, after = current, dict(current)
    if lasts_too_short(answer, params["valid_for"]):
        changed = True
        longer = parsed_date(current["expires"]) + timedelta(minutes=MINUTES_PER_EXTENSION)
        after["expires"] = longer.isoformat(timespec="microseconds")
        if not context.check_mode:
            # Each PATCH adds half an hour: one that may have been carried out is not sent again.
            after = item_of(speak_as(client, token).request("PATCH", url_of(client, token), repeatable=False))
    if params["path"] and not is_private(params["path"]):
        changed = True
        if not context.check_mode:
            os.chmod(params["path"], 0o600)
    return result_of(changed, before, after)


def create(client: Client, context: Context, before: t.Optional[t.Dict[str, t.Any]] = None) -> t.Dict[str, t.Any]:
    """Make a token and write it to its file; the file is made first, so that a token is never made in vain."""
    params = context.params
    missing = [name for name in ("email", "password") if not params[name]]
    if missing:
        raise InvalidInput(
            f"There is no valid token in {params['path']}: {' and '.join(missing)} must be set to create one."
        )
    body = {"email": params["email"], "password": params["password"]}
    if params["expires"] is not None:
        body["expires"] = params["expires"]
    if context.check_mode:
        return result_of(True, before, {})
    with PrivateFile(params["path"]) as write:
        try:
            made = speak_as(client, "").request("POST", url_of(client), body=body)
        except Unauthenticated as error:
            raise InvalidInput(f"email, password: the API refuses them: {error.message}", error=error.error()) from None
        item = item_of(made)
        context.secrets.add(item["id"])
        try:
            write(item["id"])
        except OSError as error:
            revoke(client, item["id"])
            raise InvalidInput(
                f"path: {params['path']} cannot be written: {error.strerror}. The new token was deleted again."
            ) from None
    return result_of(True, before, item)


def delete(client: Client, context: Context, token: str) -> t.Dict[str, t.Any]:
    path = context.params["path"]
    answer = look_up(client, token) if token else None
    has_file = bool(path) and os.path.exists(path)
    if not context.check_mode:
        if answer is not None:
            revoke(client, token)
        if has_file:
            os.unlink(path)
    before = item_of(answer) if answer is not None else None
    return result_of(answer is not None or has_file, before, None)


def result_of(
    changed: bool, before: t.Optional[t.Dict[str, t.Any]], after: t.Optional[t.Dict[str, t.Any]]
) -> t.Dict[str, t.Any]:
    shown = [dict(item, id=masked_id(item["id"])) if item and "id" in item else item or {} for item in (before, after)]
    return {"changed": changed, "token": shown[1], "diff": {"before": shown[0], "after": shown[1]}}


def speak_as(client: Client, token: str) -> Client:
    """A client that sends this token, whatever the settings hold; "" sends none."""
    return Client(client.settings, token=Secret(token))


def url_of(client: Client, *token: str) -> str:
    return "/".join([ENDPOINT.base(client.settings), path_of("tokens", *token)])


def look_up(client: Client, token: str) -> t.Optional[Answer]:
    """What the API says of a token, None when it is unknown or expired."""
    try:
        return speak_as(client, token).request("GET", url_of(client, token))
    except (NotFound, Unauthenticated):
        return None


def revoke(client: Client, token: str) -> None:
    try:
        speak_as(client, token).request("DELETE", url_of(client, token))
    except (NotFound, Unauthenticated):
        return


def item_of(answer: Answer) -> t.Dict[str, t.Any]:
    item = answer.data.get("token") if isinstance(answer.data, dict) else None
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise BadAnswer("The API answered without the token that belongs there.", "GET", ENDPOINT.product)
    item.setdefault("expires", None)
    return item


def lasts_too_short(answer: Answer, minutes: t.Optional[int]) -> bool:
    """Whether less than ``minutes`` are left, by the API's own clock as far as it tells the time."""
    expires = item_of(answer)["expires"]
    if minutes is None or not expires:
        return False
    now = datetime.now(timezone.utc)
    if answer.headers.get("Date"):
        now = parsedate_to_datetime(answer.headers["Date"])
    return parsed_date(expires) - now < timedelta(minutes=minutes)


def parsed_date(text: str) -> datetime:
    try:
        date = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except (AttributeError, ValueError):
        raise ScalewayError(f"The API gave {text!r} as the date when the token expires.") from None
    return date if date.tzinfo else date.replace(tzinfo=timezone.utc)


def read_token(path: str) -> str:
    """The token in a file, "" when there is no such file or nothing in it."""
    try:
        with open(path, encoding="utf-8") as stream:
            text = stream.read(200).strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"path: {path} cannot be read: {getattr(error, 'strerror', error)}.") from None
    if text and not UUID.fullmatch(text):
        raise InvalidInput(f"path: {path} holds something else than a token, and is left alone. Name another file.")
    return text


def is_private(path: str) -> bool:
    return stat.S_IMODE(os.stat(path).st_mode) == 0o600


class PrivateFile:
    """A file that only its owner can read, and that is there whole or as it was before.

    Gives a function that writes its text. Raises InvalidInput on entering when the file cannot be made.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.temporary = ""

    def __enter__(self) -> t.Callable[[str], None]:
        folder = os.path.dirname(os.path.abspath(self.path))
        try:
            handle, self.temporary = tempfile.mkstemp(prefix=".scaleway-", dir=folder)  # mode 0600
        except OSError as error:
            raise InvalidInput(
                f"path: {self.path} cannot be written: {error.strerror}. No token was created."
            ) from None
        os.close(handle)
        return self.write

    def write(self, token: str) -> None:
        with open(self.temporary, "w", encoding="ascii") as stream:
            stream.write(token + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(self.temporary, self.path)
        self.temporary = ""

    def __exit__(self, *dummy: object) -> None:
        if self.temporary:
            os.unlink(self.temporary)


MODULE = Module(
    dict(
        AUTH,
        **PLACE,
        state={"type": "str", "default": "present", "choices": ["present", "absent"]},
        path={"type": "path"},
        token_id={"type": "str", "no_log": True},
        email={"type": "str"},
        password={"type": "str", "no_log": True},
        expires={"type": "bool"},
        valid_for={"type": "int"},
        recreate={"type": "bool", "default": False},
    ),
    manage,
    {"required_one_of": [("path", "token_id")], "mutually_exclusive": [("path", "token_id")]},
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
