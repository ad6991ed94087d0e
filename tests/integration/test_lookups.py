# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Lookups as playbooks use them."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.simulator.products.catalog import catalog_id
from tests.simulator.store import TOKEN
from tests.tools.ansible_process import Ansible

Results = list[dict[str, Any]]


def answers(ansible: Ansible, name: str, *arguments: str) -> Results:
    """The results of one task for each call of a lookup; an answer is in ``found``, what went wrong in ``msg``."""
    tasks = [
        {
            "ansible.builtin.set_fact": {"found": f"{{{{ query('community.scaleway.{name}', {told}) }}}}"},
            "ignore_errors": True,
        }
        for told in arguments
    ]
    done = ansible.play(tasks, "-vvvv")
    assert len(done.results) == len(tasks), done.output
    return [{**result, **result.pop("ansible_facts", {})} for result in done.results]


def test_images(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(0)
    own = {image["zone"]: image["id"] for image in simulator.state("instance.image")}
    results = answers(
        ansible,
        "scaleway_image",
        "'ubuntu_noble', ['ubuntu_jammy']",
        "'ubuntu_noble', commercial_type='DEV1-S', root_volume_type='l_ssd', zone='par2'",
        "'Debian Bookworm', region='nl-ams'",
        f"'{own['fr-par-1'].upper()}'",
        "'ubuntu_nobl'",
        "'debian_bookworm', arch='arm64'",
        "''",
        "'ubuntu_noble', tokn='x'",
        "'ubuntu_noble', zone='moon'",
        "'ubuntu_noble', secret_key='a-wrong-key'",
        "'ubuntu_noble', commercial_type='DEV9'",
    )
    sbs = [catalog_id(label, "fr-par-1", "x86_64", "instance_sbs") for label in ("ubuntu_noble", "ubuntu_jammy")]
    assert [result.get("found") for result in results[:4]] == [
        sbs,
        [catalog_id("ubuntu_noble", "fr-par-2", "x86_64", "instance_local")],
        [own["nl-ams-1"]],
        [own["fr-par-1"]],
    ]
    for result, told in zip(
        results[4:],
        [
            "no label and no own image 'ubuntu_nobl' in fr-par-1. Did you mean ubuntu_noble",
            "'debian_bookworm' in fr-par-1 is not for arm64 but for x86_64",
            "'' is no name and no id",
            "tokn is no option of this lookup",
            "zone: 'moon' is no zone",
            "The token came from the option secret_key",
            "commercial_type: 'DEV9' is no commercial type in fr-par-1. Did you mean DEV1-",
        ],
    ):
        assert result["failed"] is True
        assert told in result["msg"]
        assert "Traceback" not in result["msg"]
    assert "a-wrong-key" not in str(results)
    assert {entry["method"] for entry in simulator.requests()} == {"GET"}


def test_settings_of_a_profile(ansible: Ansible, simulator: SimulatorProcess) -> None:
    for variable in ("SCW_SECRET_KEY", "SCW_API_URL"):
        del ansible.environment[variable]
    config = ansible.folder / "config.yaml"
    config.write_text(f"profiles:\n  other:\n    secret_key: {TOKEN}\n    api_url: {simulator.url}\n")
    config.chmod(0o644)
    profile = f"config_path='{config}', profile='other'"
    results = answers(ansible, "scaleway_image", "'ubuntu_noble'", f"'ubuntu_noble', {profile}")
    assert "No token" in results[0]["msg"]
    assert results[1]["found"] == [catalog_id("ubuntu_noble", "fr-par-1", "x86_64", "instance_sbs")]
