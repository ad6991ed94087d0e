# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaleway's own Python SDK against the simulator: Kubernetes and the Container Registry."""

from __future__ import annotations

import base64
from uuid import uuid4

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT


def test_life_cycle_of_a_cluster(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.k8s.v1 import K8SV1API
    from scaleway.k8s.v1 import types as k8s

    api = K8SV1API(client)
    newest, former = (found.name for found in api.list_versions().versions[:2])
    pool = {"node_type": "DEV1-M", "autoscaling": False, "autohealing": False, "public_ip_disabled": False}
    made = api.create_cluster(type_="kapsule", description="", name="sdk", version=former, cni=k8s.CNI.CILIUM)
    assert made.status == k8s.ClusterStatus.CREATING
    assert api.wait_for_cluster(cluster_id=made.id).status == k8s.ClusterStatus.POOL_REQUIRED
    first = api.create_pool(cluster_id=made.id, name="first", size=1, **pool)
    assert api.wait_for_pool(pool_id=first.id).version == former
    ready = api.get_cluster(cluster_id=made.id)
    assert (ready.status, ready.cni, ready.upgrade_available) == (k8s.ClusterStatus.READY, k8s.CNI.CILIUM, True)
    window = k8s.MaintenanceWindow(start_hour=3, day=k8s.MaintenanceWindowDayOfTheWeek.SUNDAY)
    upgrade = k8s.UpdateClusterRequestAutoUpgrade(enable=True, maintenance_window=window)
    api.update_cluster(cluster_id=made.id, tags=["a"], auto_upgrade=upgrade)
    changed = api.wait_for_cluster(cluster_id=made.id)
    assert (changed.tags, changed.auto_upgrade.enabled, changed.auto_upgrade.maintenance_window) == (
        ["a"],
        True,
        window,
    )
    assert [found.name for found in api.list_cluster_available_versions(cluster_id=made.id).versions] == [newest]
    api.upgrade_cluster(cluster_id=made.id, version=newest, upgrade_pools=True)
    simulator.advance(1)
    assert api.wait_for_cluster(cluster_id=made.id).version == newest
    assert [found.version for found in api.list_pools_all(cluster_id=made.id)] == [newest]
    api.set_cluster_type(cluster_id=made.id, type_="kapsule-dedicated-4")
    assert api.wait_for_cluster(cluster_id=made.id).type_ == "kapsule-dedicated-4"

    more = api.create_pool(cluster_id=made.id, name="more", size=1, labels={"role": "web"}, **pool)
    assert (str(api.wait_for_pool(pool_id=more.id).status), more.labels) == ("ready", {"role": "web"})
    api.update_pool(pool_id=more.id, size=3)
    assert api.wait_for_pool(pool_id=more.id).size == 3
    assert len(api.list_nodes_all(cluster_id=made.id, pool_id=more.id)) == 3
    taint = k8s.CoreV1Taint(key="only", value="web", effect=k8s.CoreV1TaintEffect.NO_SCHEDULE)
    assert api.set_pool_taints(pool_id=more.id, taints=[taint]).taints == [taint]
    assert api.set_pool_labels(pool_id=more.id, labels={}).labels == {}
    rules = [k8s.ACLRuleRequest(description="office", ip="192.0.2.0/24")]
    assert [rule.ip for rule in api.set_cluster_acl_rules(cluster_id=made.id, acls=rules).rules] == ["192.0.2.0/24"]
    (rule,) = api.list_cluster_acl_rules_all(cluster_id=made.id)
    api.delete_acl_rule(acl_id=rule.id)
    assert api.list_cluster_acl_rules_all(cluster_id=made.id) == []
    # The SDK's own reader of it asks for a key that the file does not have to have.
    config = api._get_cluster_kube_config(cluster_id=made.id)
    assert f"server: {ready.cluster_url}" in base64.b64decode(config.content).decode()

    assert str(api.delete_pool(pool_id=more.id).status) == "deleting"
    assert str(api.delete_cluster(cluster_id=made.id, with_additional_resources=True).status) == "deleting"
    simulator.advance(60)
    kinds = ("cluster", "pool", "node", "acl")
    assert {kind: simulator.state(f"k8s.{kind}") for kind in kinds} == {kind: [] for kind in kinds}


def pushed(simulator: SimulatorProcess, namespace: str, name: str, *tags: str) -> None:
    """An image, as docker pushes one."""
    now = "2026-01-01T00:00:00Z"
    times = {"created_at": now, "updated_at": now, "status": "ready"}
    image = {"id": str(uuid4()), "name": name, "namespace_id": namespace, "tags": list(tags), "project_id": PROJECT}
    simulator.add("registry.image", "fr-par", {**image, "visibility": "inherit", "size": 1, **times})
    for tag in tags:
        data = {"id": str(uuid4()), "name": tag, "image_id": image["id"], "digest": "sha256:0", **times}
        simulator.add("registry.tag", "fr-par", data)


def test_life_cycle_of_a_registry(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.registry.v1 import ImageVisibility, RegistryV1API

    api = RegistryV1API(client)
    made = api.create_namespace(description="", is_public=False, name="sdk")
    ready = api.wait_for_namespace(namespace_id=made.id)
    assert (str(ready.status), ready.endpoint) == ("ready", "rg.fr-par.scw.cloud/sdk")
    assert api.update_namespace(namespace_id=made.id, is_public=True).is_public is True
    assert [found.id for found in api.list_namespaces_all(name="sdk")] == [made.id]
    pushed(simulator, made.id, "web", "v1", "v2")
    (image,) = api.list_images_all(namespace_id=made.id)
    assert (image.name, image.tags) == ("web", ["v1", "v2"])
    public = ImageVisibility.PUBLIC
    assert api.update_image(image_id=image.id, visibility=public).visibility == public
    first = next(found for found in api.list_tags_all(image_id=image.id) if found.name == "v1")
    assert api.wait_for_tag(tag_id=first.id).digest == "sha256:0"
    assert str(api.delete_tag(tag_id=first.id).status) == "deleting"
    simulator.advance(5)
    assert [found.name for found in api.list_tags_all(image_id=image.id)] == ["v2"]
    assert api.get_image(image_id=image.id).tags == ["v2"]
    assert str(api.delete_image(image_id=image.id).status) == "deleting"
    assert str(api.delete_namespace(namespace_id=made.id).status) == "deleting"
    simulator.advance(5)
    kinds = ("namespace", "image", "tag")
    assert {kind: simulator.state(f"registry.{kind}") for kind in kinds} == {kind: [] for kind in kinds}
