# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaleway's own Python SDK against the simulator: managed databases."""

from __future__ import annotations

from tests.simulator.process import SimulatorProcess

PASSWORD = "Sdk-Passw0rd!"
INSTANCE = {
    "engine": "PostgreSQL-15",
    "user_name": "admin",
    "password": PASSWORD,
    "is_ha_cluster": False,
    "disable_backup": False,
    "backup_same_region": False,
}


def test_life_cycle_of_a_database_instance(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.rdb.v1 import RdbV1API
    from scaleway.rdb.v1 import types as rdb

    api = RdbV1API(client)
    assert "PostgreSQL-15" in [found.name for engine in api.list_database_engines_all() for found in engine.versions]
    assert "DB-DEV-S" in [found.name for found in api.list_node_types_all(include_disabled_types=False)]
    kind = rdb.VolumeType.SBS_5K
    made = api.create_instance(name="sdk", node_type="DB-DEV-S", volume_size=10**10, volume_type=kind, **INSTANCE)
    assert made.status == rdb.InstanceStatus.PROVISIONING
    ready = api.wait_for_instance(instance_id=made.id)
    assert (ready.status, ready.node_type) == (rdb.InstanceStatus.READY, "db-dev-s")
    assert (ready.volume.type_, ready.volume.size) == (kind, 10**10)
    assert ready.endpoints[0].load_balancer is not None
    changed = api.update_instance(
        instance_id=made.id, tags=["a"], backup_schedule_retention=14, logs_policy=rdb.LogsPolicy(max_age_retention=7)
    )
    assert (changed.tags, changed.backup_schedule.retention, changed.logs_policy.max_age_retention) == (["a"], 14, 7)
    api.upgrade_instance(instance_id=made.id, volume_size=2 * 10**10)
    assert api.wait_for_instance(instance_id=made.id).volume.size == 2 * 10**10
    api.upgrade_instance(instance_id=made.id, node_type="DB-DEV-M")
    assert api.wait_for_instance(instance_id=made.id).node_type == "db-dev-m"
    setting = rdb.InstanceSetting(name="work_mem", value="8")
    assert setting in api.add_instance_settings(instance_id=made.id, settings=[setting]).settings
    assert setting not in api.delete_instance_settings(instance_id=made.id, setting_names=["work_mem"]).settings
    assert api.set_instance_settings(instance_id=made.id, settings=[setting]).settings == [setting]
    assert api.get_instance_certificate(instance_id=made.id).content_type == "application/x-pem-file"

    assert api.create_database(instance_id=made.id, name="shop").name == "shop"
    user = api.create_user(instance_id=made.id, name="shop", password=PASSWORD, is_admin=False)
    assert api.update_user(instance_id=made.id, name=user.name, is_admin=True).is_admin is True
    permission = rdb.Permission.READWRITE
    api.set_privilege(instance_id=made.id, database_name="shop", user_name="shop", permission=permission)
    (granted,) = api.list_privileges_all(instance_id=made.id, user_name="shop")
    assert (granted.database_name, granted.permission) == ("shop", permission)
    rules = [rdb.ACLRuleRequest(ip="192.0.2.0/24", description="office")]
    assert [rule.ip for rule in api.set_instance_acl_rules(instance_id=made.id, rules=rules).rules] == ["192.0.2.0/24"]
    assert [rule.description for rule in api.list_instance_acl_rules_all(instance_id=made.id)] == ["office"]
    assert len(api.delete_instance_acl_rules(instance_id=made.id, acl_rule_ips=["192.0.2.0/24"]).rules) == 1

    backup = api.create_database_backup(instance_id=made.id, database_name="shop", name="sdk")
    assert api.wait_for_database_backup(database_backup_id=backup.id).status == rdb.DatabaseBackupStatus.READY
    api.export_database_backup(database_backup_id=backup.id)
    assert api.wait_for_database_backup(database_backup_id=backup.id).download_url.startswith("https://")
    api.restore_database_backup(database_backup_id=backup.id, instance_id=made.id, database_name="again")
    assert "again" in [found.name for found in api.list_databases_all(instance_id=made.id)]
    snapshot = api.create_snapshot(instance_id=made.id, name="sdk")
    assert api.wait_for_snapshot(snapshot_id=snapshot.id).size == 2 * 10**10
    again = api.create_instance_from_snapshot(snapshot_id=snapshot.id, instance_name="again")
    assert api.wait_for_instance(instance_id=again.id).name == "again"
    spec = rdb.ReadReplicaEndpointSpec(direct_access=rdb.ReadReplicaEndpointSpecDirectAccess())
    replica = api.create_read_replica(instance_id=made.id, endpoint_spec=[spec])
    assert api.wait_for_read_replica(read_replica_id=replica.id).endpoints[0].direct_access is not None
    assert [found.id for found in api.get_instance(instance_id=made.id).read_replicas] == [replica.id]

    api.delete_read_replica(read_replica_id=replica.id)
    api.delete_endpoint(endpoint_id=ready.endpoints[0].id)
    assert api.get_instance(instance_id=made.id).endpoints == []
    api.delete_snapshot(snapshot_id=snapshot.id)
    api.delete_database_backup(database_backup_id=backup.id)
    api.delete_user(instance_id=made.id, name="shop")
    api.delete_database(instance_id=made.id, name="shop")
    assert api.list_privileges_all(instance_id=made.id, user_name="shop") == []
    for ident in (made.id, again.id):
        assert str(api.delete_instance(instance_id=ident).status) == "deleting"
    simulator.advance(60)
    kinds = ("instance", "database_backup", "snapshot", "read_replica", "endpoint")
    assert {kind: simulator.state(f"rdb.{kind}") for kind in kinds} == {kind: [] for kind in kinds}


def test_life_cycle_of_a_redis_cluster(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.redis.v1 import RedisV1API
    from scaleway.redis.v1 import types as redis

    api = RedisV1API(client)
    lists = {"include_disabled": False, "include_beta": False, "include_deprecated": False}
    version = api.list_cluster_versions_all(**lists)[0].version
    kind, larger = (found.name for found in api.list_node_types_all(include_disabled_types=False)[:2])
    rules = [redis.ACLRuleSpec(ip_cidr="192.0.2.0/24", description="office")]
    who = {"user_name": "admin", "password": PASSWORD}
    made = api.create_cluster(name="sdk", version=version, node_type=kind, tls_enabled=True, acl_rules=rules, **who)
    ready = api.wait_for_cluster(cluster_id=made.id)
    assert (str(ready.status), ready.tls_enabled, ready.acl_rules[0].ip_cidr) == ("ready", True, "192.0.2.0/24")
    assert api.update_cluster(cluster_id=made.id, tags=["a"]).tags == ["a"]
    api.migrate_cluster(cluster_id=made.id, node_type=larger)
    assert api.wait_for_cluster(cluster_id=made.id).node_type == larger
    setting = redis.ClusterSetting(name="maxclients", value="5000")
    assert api.set_cluster_settings(cluster_id=made.id, settings=[setting]).settings == [setting]
    api.wait_for_cluster(cluster_id=made.id)
    assert api.set_acl_rules(cluster_id=made.id, acl_rules=[]).acl_rules == []
    assert api.get_cluster_certificate(cluster_id=made.id).content
    assert str(api.delete_cluster(cluster_id=made.id).status) == "deleting"
    simulator.advance(60)
    assert simulator.state("redis.cluster") == []


def test_life_cycle_of_a_mongodb_instance(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.mongodb.v1 import MongodbV1API
    from scaleway.mongodb.v1 import types as mongodb

    api = MongodbV1API(client)
    kind = api.list_node_types_all()[0].name
    version = api.list_versions_all()[0].version
    volume = mongodb.Volume(type_=mongodb.VolumeType.SBS_5K, size_bytes=10**10)
    ends = [mongodb.EndpointSpec(public_network=mongodb.EndpointSpecPublicNetworkDetails())]
    who = {"user_name": "admin", "password": PASSWORD}
    made = api.create_instance(
        name="sdk", version=version, node_amount=1, node_type=kind, volume=volume, endpoints=ends, **who
    )
    ready = api.wait_for_instance(instance_id=made.id)
    assert (str(ready.status), ready.volume) == ("ready", volume)
    assert ready.endpoints[0].public_network is not None
    changed = api.update_instance(instance_id=made.id, tags=["a"], snapshot_schedule_retention_days=3)
    assert (changed.tags, changed.snapshot_schedule.retention_days) == (["a"], 3)
    api.upgrade_instance(instance_id=made.id, volume_size_bytes=2 * 10**10)
    assert api.wait_for_instance(instance_id=made.id).volume.size_bytes == 2 * 10**10
    user = api.create_user(instance_id=made.id, name="shop", password=PASSWORD)
    role = mongodb.UserRole(role=mongodb.UserRoleRole.READ_WRITE, database_name="shop")
    api.set_user_role(instance_id=made.id, user_name=user.name, roles=[role])
    assert [found.roles for found in api.list_users_all(instance_id=made.id, name="shop")] == [[role]]
    snapshot = api.create_snapshot(instance_id=made.id, name="sdk")
    assert str(api.wait_for_snapshot(snapshot_id=snapshot.id).status) == "ready"
    api.delete_snapshot(snapshot_id=snapshot.id)
    api.delete_user(instance_id=made.id, name="shop")
    assert str(api.delete_instance(instance_id=made.id).status) == "deleting"
    simulator.advance(60)
    kinds = ("instance", "snapshot")
    assert {kind: simulator.state(f"mongodb.{kind}") for kind in kinds} == {kind: [] for kind in kinds}
