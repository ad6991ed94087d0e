# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Playbooks written for community.general work after replacing the prefix: docs/docsite/rst/migration.rst, as tests."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.families.account import KEY
from tests.families.databases import CREATE_SHOP
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN
from tests.tools.ansible_process import Ansible
from tests.tools.link_collection import ROOT

GUIDE = ROOT / "docs" / "docsite" / "rst" / "migration.rst"
COMPAT = ROOT.parent / "shared" / "compat" / "community_general.json"
COVERAGE = ROOT.parent / "shared" / "api" / "coverage.md"
# Where the guide turns from community.general to scaleway.scaleway.
TURN = "\nComing from scaleway.scaleway\n"
RENAMED = {
    "scaleway_compute": "scaleway_server",
    "scaleway_compute_private_network": "scaleway_private_nic",
    "scaleway_container_registry": "scaleway_registry_namespace",
    "scaleway_container_registry_info": "scaleway_registry_namespace_info",
    "scaleway_database_backup": "scaleway_rdb_backup",
}
# What all of them had; the guide tells of these above the tables.
COMMON = {"api_token", "api_url", "api_timeout", "validate_certs", "profile", "query_parameters"}
ALIASES = {"oauth_token", "base_url", "timeout", "scw_profile"}
# Today's API has other names for them.
OLD_CONTAINER = {"cpu_limit", "domain_name", "http_option", "max_concurrency", "memory_limit", "registry_image"}
# Keys of a sample in the old documentation that the API shows no more; the guide says so.
GONE = {
    "scaleway_container": OLD_CONTAINER,
    "scaleway_container_info": OLD_CONTAINER,
    "scaleway_container_namespace": {"error_message", "registry_endpoint", "registry_namespace_id"},
    "scaleway_container_namespace_info": {"error_message", "registry_endpoint", "registry_namespace_id"},
    "scaleway_compute_private_network": {"created_at", "updated_at", "name", "organization_id", "project_id"},
    "scaleway_database_backup": {"metadata"},  # of the sample alone
    "scaleway_organization_info": {
        *("address_city_name", "address_country_code", "address_line1", "address_line2", "address_postal_code"),
        *("address_subdivision_code", "creation_date", "currency", "customer_class", "locale", "modification_date"),
        *("support_id", "support_level", "support_pin", "vat_number", "warnings"),
    },
    "scaleway_private_network": {"zone"},
}
# The modules whose first result the tasks after it need.
KEPT = {"scaleway_ip": "ip", "scaleway_database_backup": "backup"}
# For each old module: tasks in its own words with what they report, and the result keys that playbooks read.
CLASSIC = {"api_token": TOKEN, "region": "par1"}
REGIONAL = {"api_token": TOKEN, "region": "fr-par"}
REGISTRY = {**REGIONAL, "project_id": PROJECT, "name": "shop"}
BACKUP = {**REGIONAL, "wait": True, "wait_sleep_time": 1, "wait_timeout": 60}
BALANCER = {**REGIONAL, "name": "front", "organization_id": ORGANIZATION, "description": "of the shop"}
SERVER = {**CLASSIC, "name": "web", "image": "ubuntu_jammy", "commercial_type": "DEV1-S"}
QUICK = {"wait_interval": 0.1}
WEB = {"namespace": "apps", "name": "web", **QUICK}
SERVERLESS = {"api_token": TOKEN, "region": "fr-par", "name": "old"}
OF_PROJECT = {**SERVERLESS, "project_id": PROJECT}
VARIABLES = {"environment_variables": {"A": 1}, "secret_environment_variables": {"B": "never-shown"}}
WAITED = {"wait": True, "wait_sleep_time": 0.1, "wait_timeout": 60}
APP = {
    **SERVERLESS,
    "namespace_id": "{{ apps.container_namespace.id }}",
    "registry_image": "docker.io/library/nginx:1.29",
}
FUNCTION = {**SERVERLESS, "namespace_id": "{{ functions.function_namespace.id }}", "runtime": "python313"}
NAMESPACE_STEPS: list[tuple[dict[str, Any], bool]] = [
    ({**OF_PROJECT, "description": "old", **VARIABLES, **WAITED, "state": "present"}, True),
    ({**OF_PROJECT, **VARIABLES}, False),
    ({**OF_PROJECT, "state": "absent", **WAITED}, True),
]
Steps = list[tuple[dict[str, Any], bool]]
PLAYS: dict[str, tuple[Steps, set[str]]] = {
    "scaleway_compute": (
        [
            ({**SERVER, "state": "present", "project": PROJECT, "tags": ["test", "www"]}, True),
            ({**SERVER, "state": "running", "wait": True, "wait_sleep_time": 1, "wait_timeout": 60}, True),
            ({**SERVER, "organization": ORGANIZATION, "security_group": "{{ group.security_group.id }}"}, True),
            ({**SERVER, "state": "running", "enable_ipv6": False, "public_ip": "absent"}, False),
            ({**SERVER, "state": "restarted", "wait": True, "wait_sleep_time": 1}, True),
            ({**SERVER, "state": "stopped", "wait": True, "wait_sleep_time": 1}, True),
            ({**SERVER, "state": "absent"}, True),
            ({**SERVER, "state": "absent"}, False),
        ],
        {"server"},
    ),
    "scaleway_compute_private_network": (
        [
            (
                {
                    **CLASSIC,
                    "project": PROJECT,
                    "compute_id": "{{ servers.servers[0].id }}",
                    "private_network_id": "{{ network.json.id }}",
                },
                True,
            ),
            (
                {
                    **CLASSIC,
                    "project": PROJECT,
                    "compute_id": "{{ servers.servers[0].id }}",
                    "private_network_id": "{{ network.json.id }}",
                },
                False,
            ),
            (
                {
                    **CLASSIC,
                    "compute_id": "{{ servers.servers[0].id }}",
                    "private_network_id": "{{ network.json.id }}",
                    "state": "absent",
                },
                True,
            ),
        ],
        {"scaleway_compute_private_network"},
    ),
    "scaleway_container_registry": (
        [
            ({**REGISTRY, "state": "present", "wait": True, "wait_sleep_time": 1, "wait_timeout": 60}, True),
            ({**REGISTRY, "description": "of the shop", "privacy_policy": "public"}, True),
            ({**REGISTRY, "description": "of the shop", "privacy_policy": "public"}, False),
        ],
        {"container_registry"},
    ),
    "scaleway_container_registry_info": ([(REGISTRY, False)], {"container_registry"}),
    "scaleway_database_backup": (
        [
            (
                {
                    **BACKUP,
                    "name": "daily",
                    "instance_id": "{{ database.instance.id }}",
                    "database_name": "rdb",
                    "expires_at": "2030-01-31T12:00:00Z",
                },
                True,
            ),
            ({**BACKUP, "id": "{{ backup.metadata.id }}", "state": "exported"}, True),
            (
                {
                    **BACKUP,
                    "id": "{{ backup.metadata.id }}",
                    "instance_id": "{{ database.instance.id }}",
                    "database_name": "rdb",
                    "state": "restored",
                },
                True,
            ),
            ({**BACKUP, "id": "{{ backup.metadata.id }}", "state": "absent"}, True),
        ],
        {"metadata"},
    ),
    "scaleway_container": (
        [
            (
                {
                    **APP,
                    "description": "old",
                    "min_scale": 1,
                    "max_scale": 2,
                    "memory_limit": 256,
                    "cpu_limit": 140,
                    "container_timeout": "300s",
                    "privacy": "private",
                    "protocol": "http1",
                    "port": 80,
                    "max_concurrency": 20,
                    "redeploy": False,
                    "state": "present",
                    **VARIABLES,
                    **WAITED,
                },
                True,
            ),
            ({**APP, "memory_limit": 256, "container_timeout": "300s", "max_concurrency": 20, **VARIABLES}, False),
            ({**APP, "memory_limit": 512, "redeploy": True, **WAITED}, True),
            ({**APP, "state": "absent", **WAITED}, True),
        ],
        {"container"},
    ),
    "scaleway_container_info": (
        [({**SERVERLESS, "name": "web", "namespace_id": "{{ apps.container_namespace.id }}"}, False)],
        {"container"},
    ),
    "scaleway_container_namespace": (NAMESPACE_STEPS, {"container_namespace"}),
    "scaleway_container_namespace_info": ([({**OF_PROJECT, "name": "apps"}, False)], {"container_namespace"}),
    "scaleway_function": (
        [
            (
                {
                    **FUNCTION,
                    "description": "old",
                    "min_scale": 1,
                    "max_scale": 2,
                    "memory_limit": 256,
                    "function_timeout": "300s",
                    "handler": "handler.handle",
                    "privacy": "private",
                    "redeploy": False,
                    "state": "present",
                    **VARIABLES,
                    **WAITED,
                },
                True,
            ),
            ({**FUNCTION, "memory_limit": 256, "function_timeout": "300s", **VARIABLES}, False),
            ({**FUNCTION, "state": "absent", **WAITED}, True),
        ],
        {"function"},
    ),
    "scaleway_function_info": (
        [({**SERVERLESS, "name": "web", "namespace_id": "{{ functions.function_namespace.id }}"}, False)],
        {"function"},
    ),
    "scaleway_function_namespace": (NAMESPACE_STEPS, {"function_namespace"}),
    "scaleway_function_namespace_info": ([({**OF_PROJECT, "name": "functions"}, False)], {"function_namespace"}),
    "scaleway_image_info": ([({**CLASSIC}, False)], {"scaleway_image_info"}),
    "scaleway_ip": (
        [
            ({**CLASSIC, "project": PROJECT, "state": "present"}, True),
            ({**CLASSIC, "id": "{{ ip.data.ips.id }}", "project": PROJECT, "reverse": "web.example.com"}, True),
            ({**CLASSIC, "id": "{{ ip.data.ips.id }}", "server": "{{ servers.servers[0].id }}"}, True),
            ({**CLASSIC, "id": "{{ ip.data.ips.id }}", "server": "{{ servers.servers[0].id }}"}, False),
            ({**CLASSIC, "id": "{{ ip.data.ips.id }}", "organization": ORGANIZATION, "state": "absent"}, True),
        ],
        {"data"},
    ),
    "scaleway_ip_info": ([({**CLASSIC}, False)], {"scaleway_ip_info"}),
    "scaleway_lb": (
        [
            ({**BALANCER, "tags": ["a"], "wait": True, "wait_sleep_time": 1, "wait_timeout": 60}, True),
            (BALANCER, False),
            ({**BALANCER, "state": "absent"}, True),
        ],
        {"scaleway_lb"},
    ),
    "scaleway_organization_info": ([({"api_token": TOKEN}, False)], {"scaleway_organization_info"}),
    "scaleway_private_network": (
        [
            ({**CLASSIC, "project": PROJECT, "name": "inner", "tags": ["a"]}, True),
            ({**CLASSIC, "project": PROJECT, "name": "inner", "state": "absent"}, True),
        ],
        {"scaleway_private_network"},
    ),
    "scaleway_security_group": (
        [
            (
                {
                    **CLASSIC,
                    "name": "web",
                    "description": "for the web",
                    "project": PROJECT,
                    "stateful": True,
                    "inbound_default_policy": "accept",
                    "outbound_default_policy": "accept",
                    "organization_default": False,
                },
                True,
            ),
            ({**CLASSIC, "name": "web", "organization": ORGANIZATION, "stateful": True}, False),
            ({**CLASSIC, "name": "web", "stateful": True, "state": "absent"}, True),
        ],
        {"data"},
    ),
    "scaleway_security_group_info": ([({**CLASSIC}, False)], {"scaleway_security_group_info"}),
    "scaleway_security_group_rule": (
        [
            (
                {
                    **CLASSIC,
                    "security_group": "{{ group.security_group.id }}",
                    "protocol": "TCP",
                    "direction": "inbound",
                    "port": 80,
                    "ip_range": "0.0.0.0/0",
                    "action": "accept",
                },
                True,
            ),
            (
                {
                    **CLASSIC,
                    "security_group": "{{ group.security_group.id }}",
                    "protocol": "TCP",
                    "direction": "inbound",
                    "port": 80,
                    "action": "accept",
                },
                False,
            ),
            (
                {
                    **CLASSIC,
                    "security_group": "{{ group.security_group.id }}",
                    "protocol": "TCP",
                    "direction": "inbound",
                    "port": 80,
                    "action": "accept",
                    "state": "absent",
                },
                True,
            ),
        ],
        {"data"},
    ),
    "scaleway_server_info": ([({**CLASSIC}, False)], {"scaleway_server_info"}),
    "scaleway_snapshot_info": ([({**CLASSIC}, False)], {"scaleway_snapshot_info"}),
    "scaleway_sshkey": (
        [
            # The token comes with its project from the environment here: today a new key needs one.
            ({"ssh_pub_key": KEY, "state": "present"}, True),
            ({"api_token": TOKEN, "ssh_pub_key": KEY}, False),
            ({"api_token": TOKEN, "ssh_pub_key": KEY, "state": "absent"}, True),
        ],
        {"data"},
    ),
    "scaleway_user_data": (
        [
            (
                {**CLASSIC, "server_id": "{{ servers.servers[0].id }}", "user_data": {"cloud-init": "#cloud-config"}},
                True,
            ),
            (
                {**CLASSIC, "server_id": "{{ servers.servers[0].id }}", "user_data": {"cloud-init": "#cloud-config"}},
                False,
            ),
        ],
        {"user_data"},
    ),
    "scaleway_volume": (
        [
            ({**CLASSIC, "name": "data", "project": PROJECT, "size": 10000000000, "volume_type": "l_ssd"}, True),
            ({**CLASSIC, "name": "data", "organization": ORGANIZATION, "size": 10000000000}, False),
            ({**CLASSIC, "name": "data", "state": "absent"}, True),
        ],
        {"data"},
    ),
    "scaleway_volume_info": (
        [
            (
                {
                    **CLASSIC,
                    "api_timeout": 30,
                    "validate_certs": True,
                    "profile": None,
                    "query_parameters": {"per_page": 50},
                },
                False,
            ),
            ({"oauth_token": TOKEN, "region": "EMEA-FR-PAR1", "timeout": 30, "scw_profile": None}, False),
        ],
        {"scaleway_volume_info"},
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[dict[str, Any]]]]:
    """The results of all tasks by old module, from one playbook."""
    with SimulatorProcess("--servers", "20") as simulator:
        network = {"path": "/vpc/v2/regions/fr-par/private-networks", "method": "POST", "body": {"name": "backend"}}
        tasks: list[dict[str, Any]] = [
            {"community.scaleway.scaleway_api": network, "register": "network"},
            {"community.scaleway.scaleway_security_group": {"name": "old"}, "register": "group"},
            {"community.scaleway.scaleway_server_info": {}, "register": "servers"},
            {"community.scaleway.scaleway_volume": {"name": "v", "size": "1GB"}},
            {"community.scaleway.scaleway_snapshot": {"name": "v", "volume": "v"}},
            {**CREATE_SHOP, "register": "database"},
            {"community.scaleway.scaleway_container_namespace": {"name": "apps", **QUICK}, "register": "apps"},
            {"community.scaleway.scaleway_container": {**WEB, "image": "docker.io/library/nginx:1.29"}},
            {"community.scaleway.scaleway_function_namespace": {"name": "functions", **QUICK}, "register": "functions"},
            {"community.scaleway.scaleway_function": {**WEB, "namespace": "functions", "runtime": "go126"}},
        ]
        names = [""] * len(tasks)
        for name, (steps, _keys) in PLAYS.items():
            for options, _changed in steps:
                known = {"register": KEPT[name]} if name in KEPT and "id" not in options else {}
                tasks.append({f"community.scaleway.{name}": options, "ignore_errors": True, **known})
                names.append(name)
        done = Ansible(tmp_path_factory.mktemp("drop_in"), simulator.url).play(tasks)
        assert len(done.results) == len(tasks), done.output
        yield {name: [result for other, result in zip(names, done.results) if other == name] for name in PLAYS}


@pytest.mark.parametrize("name", PLAYS)
def test_old_playbooks(told: dict[str, list[dict[str, Any]]], name: str) -> None:
    steps, keys = PLAYS[name]
    for (options, changed), result in zip(steps, told[name]):
        assert not result.get("failed"), result
        assert result["changed"] is changed, (options, result)
        if options.get("state") != "absent":
            assert all(result[key] for key in keys)


def tables() -> dict[str, set[str]]:
    """The old options in the guide's tables, by module."""
    text = GUIDE.read_text(encoding="utf-8").split(TURN)[0]
    parts = re.split(r"^(scaleway_\w+)\n-+\n", text, flags=re.MULTILINE)[1:]
    return {
        name: set(re.findall(r"^   \* - ``(\w+)``$", text, re.MULTILINE)) for name, text in zip(parts[::2], parts[1::2])
    }


@pytest.mark.parametrize("name", PLAYS)
def test_the_playbooks_use_what_the_guide_lists(name: str) -> None:
    used = {option for options, _changed in PLAYS[name][0] for option in options}
    assert used - COMMON - ALIASES == tables()[name]


def test_what_all_had_is_used() -> None:
    assert {
        option for steps, _keys in PLAYS.values() for options, _changed in steps for option in options
    } >= COMMON - {
        "api_url"  # of the simulator: every task of the tests has it, from the environment
    }


needs_list = pytest.mark.skipif(
    not COMPAT.exists(), reason="the list of the old modules lies beside the checkout of developers only"
)


@needs_list
@pytest.mark.parametrize("name", PLAYS)
def test_every_old_option_and_choice_is_accepted(name: str) -> None:
    module = importlib.import_module(
        f"ansible_collections.community.scaleway.plugins.modules.{RENAMED.get(name, name)}"
    )
    settings = importlib.import_module("ansible_collections.community.scaleway.plugins.module_utils._locality")
    spec = module.MODULE.argument_spec
    names = {alias: option for option, about in spec.items() for alias in about.get("aliases", [])}
    old = json.loads(COMPAT.read_text(encoding="utf-8"))[name]["options"]
    assert set(old) - COMMON == tables()[name]
    for option, about in old.items():
        for text in (option, *about.get("aliases", [])):
            assert text in names or text in spec
        ours = spec[names.get(option, option)]
        assert set(about.get("choices", [])) <= set(ours.get("choices") or about.get("choices", []))
        if option == "region":
            regional = set(about["choices"]) <= set(settings.REGIONS)
            named = settings.region_named if regional else settings.zone_named
            assert all(named(choice) for choice in about["choices"])


@needs_list
@pytest.mark.parametrize("name", PLAYS)
def test_every_old_result_key_is_there(told: dict[str, list[dict[str, Any]]], name: str) -> None:
    old = json.loads(COMPAT.read_text(encoding="utf-8"))[name]["return"]
    for key, about in old.items():
        shown = [result[key] for result in told[name] if result.get(key)]
        assert shown
        one = shown[0][0] if isinstance(shown[0], list) else shown[0]
        assert set(about["sample_keys"]) - set(one) == GONE.get(name, set())


def official() -> dict[str, tuple[str, str]]:
    """The modules of scaleway.scaleway in the guide's table: their counterpart here, or "", and what is other."""
    text = GUIDE.read_text(encoding="utf-8").split(TURN)[1]
    rows = re.findall(r"^   \* - ``(scaleway_\w+)``\n     - (.*)\n     -(.*(?:\n       .*)*)", text, re.MULTILINE)
    return {
        old: ({"the same": old, "none": ""}.get(here, here.strip("`")), " ".join(told.split()))
        for old, here, told in rows
    }


@pytest.mark.parametrize("name", official())
def test_official_modules_have_counterparts(name: str) -> None:
    here, told = official()[name]
    if not here:
        assert told, "what has no counterpart needs a reason"
        return
    module = importlib.import_module(f"ansible_collections.community.scaleway.plugins.modules.{here}").MODULE
    spec = module.argument_spec
    accepted = {name for option, about in spec.items() for name in (option, *about.get("aliases", []))}
    for old, new in re.findall(r"``(\w+)`` is ``(\w+)``", told):
        assert new in spec
        assert old not in accepted or f"the old ``{old}``" in told.lower()
    for listed in re.findall(
        r"((?:``\w+``(?: and | for )?)+) is accepted|((?:``\w+`` and )+``\w+``) are accepted", told
    ):
        assert set(re.findall(r"\w+", " ".join(listed))) - {"and", "for"} <= accepted


@pytest.mark.skipif(
    not COVERAGE.exists(), reason="the list of the official modules lies beside the checkout of developers"
)
def test_every_official_module_is_in_the_guide() -> None:
    text = COVERAGE.read_text(encoding="utf-8")
    ranking, rest = text.split("### Tier 1")[1].split("\n## 3", 1)
    columns = [row.split("|")[-4].split(",") for row in ranking.splitlines() if re.match(r"\| \d+ \|", row)]
    names = {name.strip().split(" ")[0] for column in columns for name in column} - {"—"}
    (unplaced,) = re.findall(r"\*\*Official modules not placed.*", rest)
    names |= set(re.findall(r"`scaleway_(\w+)`", unplaced))
    assert {f"scaleway_{name}" for name in names} == set(official())
    assert f"scaleway.scaleway 2.7.0: modules | {len(official())} " in rest
