# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The official SDK drives the life of a key."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.process import SimulatorProcess

pytest.importorskip("scaleway", reason="the SDK needs a newer requests than this environment has")


def test_life_cycle_of_a_key(client: Any, simulator: SimulatorProcess) -> None:
    from scaleway.key_manager.v1alpha1 import (
        KeyAlgorithmSymmetricEncryption,
        KeyManagerV1Alpha1API,
        KeyRotationPolicy,
        KeyUsage,
    )

    api = KeyManagerV1Alpha1API(client)
    usage = KeyUsage(symmetric_encryption=KeyAlgorithmSymmetricEncryption.AES_256_GCM)
    made = api.create_key(
        name="sdk",
        unprotected=False,
        usage=usage,
        tags=["a"],
        rotation_policy=KeyRotationPolicy(rotation_period="86400s"),
    )
    assert (str(made.state), made.protected, made.rotation_count) == ("enabled", True, 1)
    assert made.rotation_policy is not None
    assert made.rotation_policy.next_rotation_at is not None
    assert api.update_key(key_id=made.id, name="renamed", description="x").name == "renamed"
    assert str(api.disable_key(key_id=made.id).state) == "disabled"
    assert str(api.enable_key(key_id=made.id).state) == "enabled"
    assert api.rotate_key(key_id=made.id).rotation_count == 2
    assert api.unprotect_key(key_id=made.id).protected is False
    assert [key.id for key in api.list_keys_all(scheduled_for_deletion=False)] == [made.id]
    api.delete_key(key_id=made.id)
    assert str(api.get_key(key_id=made.id).state) == "scheduled_for_deletion"
    assert api.list_keys_all(scheduled_for_deletion=False) == []
    assert [key.id for key in api.list_keys_all(scheduled_for_deletion=True)] == [made.id]
