# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Site-to-site VPN, beyond the common life cycle: keys, routing policies, a gateway that does not come up."""

from __future__ import annotations

from typing import Any

from tests.families.vpn import BETWEEN, BOTH_SIDES, GATEWAY, SESSION
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible


def task(kind: str, **options: Any) -> dict[str, Any]:
    return {f"community.scaleway.scaleway_{kind}": options, "ignore_errors": True}


def test_a_connection_is_changed_by_its_actions(ansible: Ansible, simulator: SimulatorProcess) -> None:
    first = task("vpn_connection", name="web", **BETWEEN, bgp_config_ipv4=SESSION)
    other = task("vpn_connection", name="web", bgp_config_ipv4={"routing_policy": "other"})
    moved = task("vpn_connection", name="web", bgp_config_ipv4={**SESSION, "private_ip": "169.254.9.1/30"})
    keyed = task("vpn_connection", name="web", secret="key")
    prepared = [*BOTH_SIDES, task("vpn_routing_policy", name="other"), task("secret", name="key")]
    done = ansible.play([*prepared, first, first, other, other, moved, keyed, keyed])
    made, same, repointed, again, refused, changed, kept = done.results[len(prepared) :]
    assert made["connection"]["pre_shared_key"].startswith("psk-")
    assert "pre_shared_key" not in same["connection"]
    assert [result["changed"] for result in (made, same, repointed, again, changed, kept)] == [
        *(True, False, True, False, True, False)
    ]
    assert repointed["connection"]["bgp_session_ipv4"]["private_ip"] == "169.254.1.1/30"
    assert "169.254.9.1/30" in refused["msg"]
    assert "recreate" in refused["msg"]
    (there,) = simulator.state("s2s_vpn.connection")
    assert there["secret_id"] == simulator.state("secret.secret")[0]["id"]
    bodies = [
        request["body"]
        for request in simulator.requests()
        if request["method"] == "POST" and request["path"].split("/")[-1] in ("set-routing-policy", "change-psk")
    ]
    assert bodies == [
        {"routing_policy_v4": there["bgp_session_ipv4"]["routing_policy_id"]},
        {"secret": {"id": there["secret_id"]}},
    ]


def test_an_unknown_type_is_told_before_anything_is_sent(ansible: Ansible, simulator: SimulatorProcess) -> None:
    done = ansible.play([BOTH_SIDES[0], task("vpn_gateway", **{**GATEWAY, "gateway_type": "VGW-XS"})])
    assert "VGW-XS" in done.results[1]["msg"]
    assert "Did you mean VGW-" in done.results[1]["msg"]
    assert simulator.state("s2s_vpn.gateway") == []
