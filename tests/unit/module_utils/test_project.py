# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A project by its name, wherever its id may stand."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from ansible_collections.community.scaleway.plugins.module_utils import _client
from ansible_collections.community.scaleway.plugins.module_utils._context import Context
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput, NotUnique
from ansible_collections.community.scaleway.plugins.module_utils._project import connected
from ansible_collections.community.scaleway.plugins.module_utils._references import NoSuchReference

from .conftest import Reply, Script

PROJECT = "22222222-2222-4222-8222-222222222222"
OTHER = "55555555-5555-4555-8555-555555555555"
ORGANIZATION = "33333333-3333-4333-8333-333333333333"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Script:
    """What answers to every client that is made."""
    monkeypatch.setattr(_client, "_clients", {})
    projects = {PROJECT: "web", OTHER: "web-2", ORGANIZATION: "twin", "66666666-6666-4666-8666-666666666666": "twin"}
    listed = [{"id": ident, "name": name} for ident, name in projects.items()]
    answer = Script([], lambda request: Reply({"projects": listed, "total_count": 4}))
    session = _client.Client._session

    def with_script(client: _client.Client) -> Any:
        found: requests.Session = session(client)
        found.mount("https://", answer)
        return found

    monkeypatch.setattr(_client.Client, "_session", with_script)
    return answer


def context(**params: Any) -> Context:
    options = {"secret_key": "x" * 36, "organization": ORGANIZATION, **params}
    return Context(options, environment={"HOME": "/nonexistent"})


def test_a_name_is_looked_up_once(script: Script) -> None:
    for _item in range(3):
        client, told = connected(context(project=" web "))
        assert (client.settings.project, client.settings.chosen_project, told.params["project"]) == (PROJECT,) * 3
    assert script.lines == [f"GET /account/v3/projects?name=web&organization_id={ORGANIZATION}&page_size=100"]


def test_an_id_costs_no_request(script: Script) -> None:
    assert connected(context(project=OTHER.upper()))[0].settings.project == OTHER
    assert connected(context())[0].settings.project == ""
    assert script.lines == []


def test_what_is_in_no_project_does_not_look_for_one(script: Script) -> None:
    client, told = connected(context(project="not made yet"), in_project=False)
    assert (client.settings.project, told.params["project"], script.lines) == ("", None, [])


def test_names_that_are_not_there_or_not_one_are_refused(script: Script) -> None:
    with pytest.raises(NoSuchReference, match="project: there is no project named 'we'"):
        connected(context(project="we"))
    with pytest.raises(NotUnique, match="project: 2 projects are named 'twin'"):
        connected(context(project="twin"))


def test_the_classic_generation_has_no_names_of_projects(script: Script) -> None:
    with pytest.raises(InvalidInput, match="project"):
        connected(context(project="web", api_generation="classic"))
    assert script.lines == []
