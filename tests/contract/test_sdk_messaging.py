# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaleway's own Python SDK against the simulator: Messaging and Queuing, Cockpit, Transactional Email."""

from __future__ import annotations

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT

TOPIC = f"arn:scw:sns:fr-par:project-{PROJECT}:returned"


def test_life_cycles_of_messaging(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.mnq.v1beta1 import MnqV1Beta1NatsAPI, MnqV1Beta1SqsAPI, SqsPermissions

    nats, sqs = MnqV1Beta1NatsAPI(client), MnqV1Beta1SqsAPI(client)
    account = nats.create_nats_account(name="sdk")
    assert nats.update_nats_account(nats_account_id=account.id, name="new").name == "new"
    given = nats.create_nats_credentials(nats_account_id=account.id, name="sdk")
    assert given.credentials.content.startswith("-----BEGIN NATS USER JWT-----")
    assert nats.get_nats_credentials(nats_credentials_id=given.id).credentials is None
    assert [found.id for found in nats.list_nats_credentials_all(nats_account_id=account.id)] == [given.id]
    nats.delete_nats_credentials(nats_credentials_id=given.id)
    nats.delete_nats_account(nats_account_id=account.id)

    assert str(sqs.get_sqs_info().status) == "disabled"
    assert str(sqs.activate_sqs().status) == "enabled"
    simulator.advance(1)
    made = sqs.create_sqs_credentials(name="sdk", permissions=SqsPermissions(can_publish=True))
    assert made.secret_key
    simulator.advance(1)
    assert sqs.get_sqs_credentials(sqs_credentials_id=made.id).secret_key == ""
    changed = sqs.update_sqs_credentials(
        sqs_credentials_id=made.id, permissions=SqsPermissions(can_publish=True, can_manage=True)
    )
    assert (changed.permissions.can_publish, changed.permissions.can_manage) == (True, True)
    sqs.delete_sqs_credentials(sqs_credentials_id=made.id)
    assert str(sqs.deactivate_sqs().status) == "disabled"
    assert simulator.state("mnq.activation") == []


def test_life_cycles_of_cockpit_and_email(client, simulator: SimulatorProcess) -> None:  # type: ignore[no-untyped-def]
    from scaleway.cockpit.v1 import CockpitV1RegionalAPI, ContactPointEmail, DataSourceType, TokenScope
    from scaleway.tem.v1alpha1 import TemV1Alpha1API

    cockpit, tem = CockpitV1RegionalAPI(client), TemV1Alpha1API(client)
    source = cockpit.create_data_source(name="sdk", type_=DataSourceType.LOGS)
    assert cockpit.update_data_source(data_source_id=source.id, retention_days=14).retention_days == 14
    assert [found.id for found in cockpit.list_data_sources_all(types=[DataSourceType.LOGS])] == [source.id]
    token = cockpit.create_token(name="sdk", token_scopes=[TokenScope.WRITE_ONLY_LOGS])
    assert token.secret_key
    assert cockpit.get_token(token_id=token.id).secret_key is None
    assert cockpit.enable_alert_manager().alert_manager_enabled is True
    point = ContactPointEmail(to="duty@example.com")
    assert cockpit.create_contact_point(email=point).send_resolved_notifications in (True, False)
    assert [found.email.to for found in cockpit.list_contact_points_all()] == ["duty@example.com"]
    rule = cockpit.list_alerts(is_preconfigured=True).alerts[0].preconfigured_data.preconfigured_rule_id
    assert cockpit.enable_alert_rules(rule_ids=[rule]).enabled_rule_ids == [rule]
    cockpit.delete_contact_point(email=point)
    assert cockpit.disable_alert_manager().alert_manager_enabled is False
    cockpit.delete_token(token_id=token.id)
    cockpit.delete_data_source(data_source_id=source.id)

    domain = tem.create_domain(domain_name="sdk.example.com", autoconfig=True)
    assert str(tem.wait_for_domain(domain_id=domain.id).status) == "checked"
    hook = tem.create_webhook(domain_id=domain.id, name="sdk", sns_arn=TOPIC)
    assert tem.update_webhook(webhook_id=hook.id, name="new").name == "new"
    assert [found.id for found in tem.list_webhooks_all(domain_id=domain.id)] == [hook.id]
    tem.delete_webhook(webhook_id=hook.id)
    assert str(tem.revoke_domain(domain_id=domain.id).status) == "revoked"
