# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What managed databases of all kinds have in common: passwords, settings, schedules, endpoints, and lists to choose from."""

from __future__ import annotations

import datetime
import typing as t
from dataclasses import dataclass, field

from ._api import ResourceApi
from ._choices import check_known
from ._errors import InvalidInput
from ._options import ArgumentSpec
from ._paging import list_all
from ._plan import Plan
from ._resource import ITEM, Item, Request, Resource, Shown, Steps
from ._settings import uuid

# The options that modules of several products share. Their documentation is in the doc fragment managed.
PASSWORD: ArgumentSpec = {
    "password": {"type": "str", "no_log": True},
    "update_password": {
        "type": "str",
        "default": "on_create",
        "choices": ["always", "on_create"],
        "no_log": False,
    },
}
PUBLIC_ENDPOINTS: ArgumentSpec = {
    "endpoints": {
        "type": "dict",
        "options": {
            "public_network": {"type": "bool", "default": False},
            "private_networks": {"type": "list", "elements": "str", "default": []},
        },
    },
}
SNAPSHOT_OPTIONS: ArgumentSpec = {
    "instance": {"type": "str", "aliases": ["instance_id"]},
    "name": {"type": "str"},
    "expires_at": {"type": "str"},
}
PASSWORD_RULES = (
    "It needs 8 to 128 characters, among them a lower case letter, a capital, a digit and a special character."
)


def password(value: t.Any, option: str) -> str:
    """A password that the API takes. Raises InvalidInput, without the password in it."""
    text = str(value)
    kinds: t.Tuple[t.Callable[[str], bool], ...] = (
        str.islower,
        str.isupper,
        str.isdigit,
        lambda letter: not letter.isalnum(),
    )
    if not 8 <= len(text) <= 128 or not all(any(map(kind, text)) for kind in kinds):
        raise InvalidInput(f"{option}: the password breaks the rules. {PASSWORD_RULES}")
    return text


def check_offered(
    api: ResourceApi,
    plan: Plan,
    field_name: str,
    what: str,
    path: str,
    key: str,
    named: str = "name",
    query: t.Optional[Item] = None,
) -> None:
    """Raise InvalidInput when a field is to get a value that the product does not list, under ``key`` at ``path``."""
    before, after = plan.before or {}, plan.after or {}
    if after.get(field_name) and after[field_name] != before.get(field_name):
        found = list_all(api.client, f"{api.base}/{path}", key, query)
        check_known(field_name, after[field_name], [one[named] for one in found], what, api.locality)


# --- settings: by name for users, in a row for the API, whose values are texts


def by_name(settings: t.Any) -> t.Optional[t.Dict[str, str]]:
    return None if settings is None else {str(item["name"]): str(item["value"]) for item in settings}


def in_row(settings: t.Mapping[str, str]) -> t.List[t.Dict[str, str]]:
    return [{"name": name, "value": value} for name, value in sorted(settings.items())]


def settings_in(name: str) -> t.Callable[[Item, t.Any], Steps]:
    """Settings that were asked for beside those that are there, which the API shows under a name."""

    def steps(item: Item, value: t.Any) -> Steps:
        there = by_name(item.get(name)) or {}
        return [Request("PUT", (ITEM, "settings"), {"settings": in_row(dict(there, **value) if value else {})})]

    return steps


def patched(names: t.Mapping[str, str]) -> t.Callable[[Item, t.Any], Steps]:
    """A dict whose keys are fields of other names in an update."""

    def steps(item: Item, value: t.Any) -> Steps:
        return [Request("PATCH", (ITEM,), {names[key]: told for key, told in value.items()})]

    return steps


# --- endpoints


@dataclass(frozen=True)
class Endpoints:
    """What a database can be reached by: its public endpoint or not, and private networks.

    ``public`` is the key of the public one, ``ident`` that of the network's id in a private one; ``add`` gives the requests
    that add endpoints.
    """

    public: str
    ident: str
    add: t.Callable[[Item, t.List[Item]], Steps]
    more: t.Mapping[str, t.Any] = field(default_factory=dict)
    """What a new private one says besides"""

    def wanted(self, value: t.Mapping[str, t.Any], option: str) -> Item:
        idents = sorted(uuid(ident, option) for ident in value.get("private_networks") or [])
        return {self.public: bool(value.get(self.public)), "private_networks": idents}

    def there(self, endpoints: t.Any) -> t.Optional[Item]:
        if endpoints is None:
            return None
        networks = [self.network_of(found) for found in endpoints]
        return {
            self.public: any(found.get(self.public) is not None for found in endpoints),
            "private_networks": sorted(ident for ident in networks if ident),
        }

    def network_of(self, endpoint: Item) -> str:
        """The id of an endpoint's private network, "" for the public one."""
        return str((endpoint.get("private_network") or {}).get(self.ident) or "")

    def specs(self, wanted: Item) -> t.List[Item]:
        public: t.List[Item] = [{self.public: {}}] if wanted[self.public] else []
        networks = wanted["private_networks"]
        return public + [{"private_network": dict({self.ident: ident}, **self.more)} for ident in networks]

    @property
    def shown(self) -> Shown:
        return Shown("endpoints", self.there, self.specs)

    def steps(self, item: Item, value: Item) -> Steps:
        """The requests for endpoints that come or go; new ones come first."""
        endpoints = item.get("endpoints") or []
        has = self.there(endpoints) or {}
        new = {
            self.public: value[self.public] and not has[self.public],
            "private_networks": [ident for ident in value["private_networks"] if ident not in has["private_networks"]],
        }
        gone = [
            found["id"]
            for found in endpoints
            if (found.get(self.public) is not None and not value[self.public])
            or (self.network_of(found) and self.network_of(found) not in value["private_networks"])
        ]
        specs = self.specs(new)
        added = self.add(item, specs) if specs else []
        return [*added, *(Request("DELETE", path=f"endpoints/{ident}") for ident in gone)]


# --- users and snapshots of an instance


def users_of(instance: Resource) -> Resource:
    return Resource(
        product=instance.product,
        version=instance.version,
        path="instances/{instance}/users",
        key="name",
        one="user",
        scope="region",
        owner="",
        only_listed=True,
        needed=("name", "password"),
        not_fields=("instance",),
        write_only=("password",),
        resend="update_password",
        convert={"password": password},
        references={"instance": instance},
    )


def snapshots_of(instance: Resource, failed: t.Tuple[str, ...]) -> Resource:
    return Resource(
        product=instance.product,
        version=instance.version,
        path="snapshots",
        one="snapshot",
        scope="region",
        owner="",
        identity=("instance", "name"),
        filters=("instance", "name"),
        rename={"instance": "instance_id"},
        needed=("name",),
        references={"instance": instance},
        convert={"expires_at": time_text},
        compare={"expires_at": lambda wanted, current: moment(wanted) == moment(current)},
        status="status",
        steady=("ready",),
        failed=failed,
        lingers=True,
        leaving=("deleting",),
    )


def time_text(value: t.Any, option: str) -> str:
    """A time as it was given. Raises InvalidInput for what is none."""
    moment(value)
    return str(value)


def moment(text: t.Any) -> t.Optional[datetime.datetime]:
    """A time from its text, None for none."""
    if not text:
        return None
    try:
        time = datetime.datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        raise InvalidInput(f"expires_at: {text!r} is no time. Write it like 2027-01-31T12:00:00Z.") from None
    return time.replace(microsecond=0) if time.tzinfo else time.replace(microsecond=0, tzinfo=datetime.timezone.utc)
