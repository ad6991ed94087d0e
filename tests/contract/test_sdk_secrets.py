# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The official SDK drives secrets and DNS against the simulator."""

from __future__ import annotations

import base64

import pytest

from tests.simulator.process import SimulatorProcess


def test_life_of_a_secret(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.secret.v1beta1 import SecretV1Beta1API
    from scaleway_core.api import ScalewayException

    api = SecretV1Beta1API(client)
    made = api.create_secret(name="sdk", protected=True, path="/prod/", tags=["a"], description="x")
    assert (made.path, made.tags, made.protected, str(made.type_)) == ("/prod", ["a"], True, "opaque")
    changed = api.update_secret(secret_id=made.id, path="/", tags=[])
    assert (changed.path, changed.tags, changed.description) == ("/", [], "x")
    data = base64.b64encode(b"hidden").decode()
    first = api.create_secret_version(secret_id=made.id, data=data, description="first")
    second = api.create_secret_version(secret_id=made.id, data=data, disable_previous=True)
    assert (first.revision, second.revision, second.latest) == (1, 2, True)
    assert [str(one.status) for one in api.list_secret_versions_all(secret_id=made.id)] == ["enabled", "disabled"]
    api.enable_secret_version(secret_id=made.id, revision="1")
    api.disable_secret_version(secret_id=made.id, revision="2")
    read = api.access_secret_version(secret_id=made.id, revision="latest_enabled")
    assert (read.revision, base64.b64decode(read.data)) == (1, b"hidden")
    assert api.update_secret_version(secret_id=made.id, revision="1", description="y").description == "y"
    api.delete_secret_version(secret_id=made.id, revision="1")
    assert str(api.get_secret_version(secret_id=made.id, revision="1").status) == "scheduled_for_deletion"
    with pytest.raises(ScalewayException) as caught:
        api.delete_secret(secret_id=made.id)
    assert caught.value.response.json()["precondition"] == "protected_resource"
    api.unprotect_secret(secret_id=made.id)
    api.delete_secret(secret_id=made.id)
    assert api.get_secret(secret_id=made.id).deletion_requested_at is not None
    assert api.list_secrets_all(scheduled_for_deletion=False, name="sdk") == []
    assert [one.id for one in api.list_secrets_all(scheduled_for_deletion=True)] == [made.id]


def test_life_of_a_zone(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.domain.v2beta1 import (
        DomainV2Beta1API,
        Record,
        RecordChange,
        RecordChangeAdd,
        RecordChangeDelete,
        RecordChangeSet,
        RecordIdentifier,
        RecordType,
    )

    def record(data: str, kind: RecordType = RecordType.A) -> Record:
        return Record(data=data, name="www", priority=10, ttl=600, type_=kind, id="")

    api = DomainV2Beta1API(client)
    zone = api.create_dns_zone(domain="example.com", subdomain="sdk")
    assert (zone.subdomain, str(zone.status), len(zone.ns)) == ("sdk", "active", 2)
    assert [one.subdomain for one in api.list_dns_zones_all(domain="example.com", dns_zones=["sdk.example.com"])] == [
        "sdk"
    ]

    def change(*changes: RecordChange) -> list[tuple[str, str]]:
        done = api.update_dns_zone_records(
            dns_zone="sdk.example.com", changes=list(changes), disallow_new_zone_creation=True
        )
        return [(str(one.type_).upper(), one.data) for one in done.records]

    mail = record("mail.example.com.", RecordType.MX)
    assert change(RecordChange(add=RecordChangeAdd(records=[record("192.0.2.1"), mail]))) == [
        ("A", "192.0.2.1"),
        ("MX", "10 mail.example.com."),
    ]
    www = RecordIdentifier(name="www", type_=RecordType.A)
    both = [record("192.0.2.2"), record("192.0.2.3")]
    assert len(change(RecordChange(set_=RecordChangeSet(records=both, id_fields=www)))) == 2
    listed = api.list_dns_zone_records_all(dns_zone="sdk.example.com", name="www", type_=RecordType.A)
    assert [one.data for one in listed] == ["192.0.2.2", "192.0.2.3"]
    assert change(RecordChange(delete=RecordChangeDelete(id=listed[0].id))) == []
    assert change(RecordChange(delete=RecordChangeDelete(id_fields=www))) == []
    api.clear_dns_zone_records(dns_zone="sdk.example.com")
    assert len(api.list_dns_zone_records_all(dns_zone="sdk.example.com", name="")) == 2
    api.delete_dns_zone(dns_zone="sdk.example.com")
    assert [one["id"] for one in simulator.state("domain.zone") if one["subdomain"]] == []
