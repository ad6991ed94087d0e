# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Container Registry, beyond the life cycle that all resources have: what was pushed into it."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import Ansible

REGION = "fr-par"
IDS = {
    name: f"{number:08x}-0000-4000-8000-000000000000" for number, name in enumerate(("shop", "other", "web", "web2"), 1)
}


def pushed(simulator: SimulatorProcess) -> None:
    """Two namespaces with an image each, and three tags of one name or nearly so."""
    objects: list[dict[str, Any]] = []
    for name in ("shop", "other"):
        data: dict[str, Any] = {
            "id": IDS[name],
            "name": name,
            "project_id": PROJECT,
            "status": "ready",
            "is_public": False,
        }
        objects.append({"kind": "registry.namespace", "locality": REGION, "data": data})
    for ident, name, namespace in (("web", "web", "shop"), ("web2", "web", "other")):
        tags = ["v1", "v10"]
        data = {"id": IDS[ident], "name": name, "namespace_id": IDS[namespace], "status": "ready", "tags": tags}
        objects.append({"kind": "registry.image", "locality": REGION, "data": data})
        for number, tag in enumerate(tags):
            made = f"{number:08x}-1111-4111-8111-{IDS[ident][:8]}0000"
            data = {"id": made, "name": tag, "image_id": IDS[ident], "status": "ready", "digest": "sha256:0"}
            objects.append({"kind": "registry.tag", "locality": REGION, "data": data})
    simulator.control("POST", "add", {"objects": objects})


def test_images_are_listed_and_tags_deleted(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    pushed(simulator)
    tag = {"community.scaleway.scaleway_registry_tag": {"image": IDS["web"], "name": "v1", "wait_interval": 0.1}}
    images = "community.scaleway.scaleway_registry_image_info"
    done = ansible.play(
        [
            {images: {"namespace": "shop"}},
            {images: {}},
            {**tag, "check_mode": True},
            tag,
            tag,
            {"community.scaleway.scaleway_registry_tag": {"image": "web", "name": "v1"}, "ignore_errors": True},
            {"community.scaleway.scaleway_registry_namespace_info": {"name": "shop"}},
            {"community.scaleway.scaleway_registry_namespace_info": {"name": "none"}},
        ],
        vars=way,
    )
    assert [len(result["images"]) for result in done.results[:2]] == [1, 2], done.output
    assert [result["changed"] for result in done.results[2:5]] == [True, True, False]
    assert "2 images are named 'web'" in done.results[5]["msg"]
    assert [path.split("/")[-2] for method, path in simulator.writes() if method == "DELETE"] == ["tags"]
    assert sorted(found["name"] for found in simulator.state("registry.tag")) == ["v1", "v10", "v10"]
    assert done.results[6]["container_registry"]["name"] == "shop"
    assert (done.results[7]["container_registry"], done.results[7]["namespaces"]) == ({}, [])


def test_a_taken_name_is_told(ansible: Ansible, simulator: SimulatorProcess) -> None:
    """Names are unique in a region, whoever owns the namespace."""
    pushed(simulator)
    simulator.control(
        "POST", "change", {"kind": "registry.namespace", "id": IDS["shop"], "changes": {"project_id": IDS["web"]}}
    )
    result = ansible.module("scaleway_registry_namespace", {"name": "shop"})
    assert result["failed"]
    assert "already exist" in result["msg"]
    assert len(simulator.state("registry.namespace")) == 2
