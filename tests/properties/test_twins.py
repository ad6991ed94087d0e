# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Two tasks at the same time may both find nothing, and make two of one. Whoever looks afterwards is told of both, whatever the
module, and nothing is touched; unless the API itself lets nobody make a second one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
import requests
from requests.adapters import HTTPAdapter

from tests.faults.lives import rendered
from tests.faults.world import World
from tests.properties.subjects import SUBJECTS, Subject
from tests.properties.test_idempotence import Trial

# Of these the API makes no second one.
UNIQUE = {
    "scaleway_container",
    "scaleway_container_namespace",
    "scaleway_dns_zone",
    "scaleway_function",
    "scaleway_function_namespace",
    "scaleway_iam_group",
    "scaleway_ipam_ip",
    "scaleway_lb_frontend",
    "scaleway_lb_private_network",
    "scaleway_mongodb_user",
    "scaleway_private_nic",
    "scaleway_public_gateway_network",
    "scaleway_public_gateway_pat_rule",
    "scaleway_rdb_database",
    "scaleway_rdb_endpoint",
    "scaleway_rdb_user",
    "scaleway_registry_namespace",
    "scaleway_secret",
    "scaleway_vpc_route",
    "scaleway_webhosting",
}
# The versions of a secret are no twins: the newest one is meant.
NUMBERED = {"scaleway_secret_version"}


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with World() as world:
        yield world


@contextmanager
def sending() -> Iterator[list[requests.PreparedRequest]]:
    """What is sent meanwhile."""
    sent: list[requests.PreparedRequest] = []
    real = HTTPAdapter.send

    def send(adapter: HTTPAdapter, request: requests.PreparedRequest, *others: Any, **named: Any) -> Any:
        sent.append(request)
        return real(adapter, request, *others, **named)

    with patch.object(HTTPAdapter, "send", send):
        yield sent


@pytest.mark.parametrize(
    "subject",
    [one for one in SUBJECTS if not one.resource.singleton and one.module not in NUMBERED],
    ids=lambda subject: subject.module,
)
def test_two_of_one_are_told(world: World, subject: Subject) -> None:
    resource = subject.resource
    trial = Trial(world, subject)
    options = rendered(subject.start, trial.known)
    with sending() as sent:
        made, _written = trial.run(options)
    first = str(made[resource.one][resource.key])
    with requests.Session() as session:
        answer = session.send(next(one for one in sent if one.method in ("POST", "PUT")), timeout=30)
    told = answer.json()
    told = told.get(resource.one, told)
    second = "" if answer.status_code >= 400 else str(told[resource.key])
    world.settle()
    assert (subject.module in UNIQUE) == (second in ("", first)), (answer.status_code, told)
    if subject.module in UNIQUE:
        return
    for state in ("present", "absent"):
        result, written = trial.run({**options, "state": state})
        assert not written
        assert result.get("failed"), result
        assert result["ids"] == sorted([first, second])
        assert all(one in result["msg"] for one in (first, second))
