# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What several modules check is told in one sentence: the option, what is wrong with it, and what would be right."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Task

USAGES = "symmetric_encryption, asymmetric_encryption, asymmetric_signing"
MAIL = "'ops' is no e-mail address. Write it like ops@example.com."
TIME = "is no time. Give seconds from 0 on, and at most 1000000."
DATABASE = "There is no such instance yet: engine, node_type, user_name and password must be set to create it."
POOL = {"cluster": "shop", "name": "web", "node_type": "DEV1-M"}
FUNCTION = {"namespace": "shop", "name": "web", "runtime": "node24"}
CONTAINER = {"namespace": "shop", "name": "web", "image": "a/b:1"}
NETWORK = "'10.0.0.0/33' is no network. Write it like 192.0.2.0/24 or 2001:db8::/64."
KEY = "The token came from the option secret_key: it is an access key. The secret key is the UUID that belongs to it."
HOSTING = {"domain": "shop.example.com", "offer": "essential", "email": "ops@example.com"}
CASES: list[tuple[str, Task, str]] = [
    ("vpc", {"name": "web", "wait_timeout": -5}, f"wait_timeout: -5 {TIME}"),
    ("vpc", {"name": "web", "wait_sleep_time": -1}, f"wait_interval: -1 {TIME}"),
    ("vpc", {"name": "web", "secret_key": "SCWXXXXXXXXXXXXXXXXX"}, KEY),
    ("rdb_instance", {"name": "web"}, DATABASE),
    ("rdb_acl", {"instance": "shop", "rules": [{"ip": "10.0.0.0/33"}]}, f"rules[0].ip: {NETWORK}"),
    (
        "rdb_snapshot",
        {"instance": "shop", "name": "web", "expires_at": "2030-13-01"},
        "expires_at: '2030-13-01' is no time",
    ),
    ("container", {**CONTAINER, "min_scale": 5, "max_scale": 2}, "min_scale: 5 is above max_scale, 2."),
    ("function", {**FUNCTION, "min_scale": 5, "max_scale": 2}, "min_scale: 5 is above max_scale, 2."),
    (
        "public_gateway",
        {"name": "web", "type": "VPC-GW-XXL"},
        "type: 'VPC-GW-XXL' is no gateway type in fr-par-1. Did you",
    ),
    ("k8s_pool", {**POOL, "node_zone": "nl-ams-1"}, "node_zone: nl-ams-1 is not in fr-par, the region of the cluster."),
    ("iam_user", {"email": "ops"}, f"email: {MAIL}"),
    ("lb_subscriber", {"name": "ops", "email_config": {"email": "ops"}}, f"email_config.email: {MAIL}"),
    ("webhosting", {**HOSTING, "email": "ops"}, f"email: {MAIL}"),
    ("webhosting", {**HOSTING, "domain": "shop"}, "domain: 'shop' is no domain. Write it like mail.example.com."),
]
# Run as a module, ansible-core has read the options before anything of ours can: its error does not name the option.
IN_PROCESS: list[tuple[str, Task, str]] = [
    ("key", {"name": "web", "usage": "signing"}, f"usage: it must be a dictionary with the keys {USAGES}."),
    ("key", {"name": "web", "usage": 3}, f"usage: it must be a dictionary with the keys {USAGES}."),
    (
        "security_group",
        {"name": "web", "rules": ["drop"]},
        "rules: it must be a list of dictionaries with the keys action,",
    ),
]


def test_what_is_wrong_is_told_in_one_sentence(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    cases = CASES + (IN_PROCESS if way["scaleway_in_process"] else [])
    tasks: list[Task] = [
        {f"community.scaleway.scaleway_{module}": options, "ignore_errors": True} for module, options, _said in cases
    ]
    done = ansible.play(tasks, "--check", vars=way)
    told = [result.get("msg", "") for result in done.results]
    assert len(told) == len(cases), done.output
    assert [message for message, (_module, _options, said) in zip(told, cases) if said not in message] == []
    assert simulator.writes() == []
