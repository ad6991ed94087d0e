# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``make demo``: the modules and the inventory at work on a local Scaleway, without an account."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import BIN, Ansible
from tests.tools.link_collection import ROOT, link_collection

SERVERS = 300
PLAYBOOK = ROOT / "playbooks" / "demo.yml"
NETWORK = ROOT / "playbooks" / "network.yml"
INVENTORY = ROOT / "playbooks" / "inventory" / "demo.scaleway.yml"
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbV5Yp8s0rVxTn0m4kq9Zy1nB3o5c7d8e9f0a1b2c3d ada@example.com"


class DemoFailed(Exception):
    """A step did not do what it should."""


def main() -> int:
    link_collection()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, SimulatorProcess("--servers", str(SERVERS)) as simulator:
        say(f"A local Scaleway listens on {simulator.url}. It has {SERVERS} servers in ten zones.")
        ansible = Ansible(Path(folder), simulator.url)
        for name in ("ANSIBLE_NOCOLOR", "ANSIBLE_PYTHON_INTERPRETER"):
            ansible.environment.pop(name, None)
        if sys.stdout.isatty():
            ansible.environment["ANSIBLE_FORCE_COLOR"] = "true"
        ansible.environment["TERM"] = os.environ.get("TERM", "dumb")
        try:
            steps(ansible, simulator)
        except DemoFailed as failure:
            say(f"The demo failed: {failure}")
            return 1
    say(f"That was it, in {time.monotonic() - start:.0f} seconds. The local Scaleway is gone again.")
    return 0


def steps(ansible: Ansible, simulator: SimulatorProcess) -> None:
    add_volume(ansible, "data")
    add_volume(ansible, "old-data")
    playbook = [
        "ansible-playbook",
        str(PLAYBOOK),
        "-e",
        f"demo_folder={ansible.folder} demo_email=admin@example.com demo_password=simulator-password",
    ]
    say("There are two volumes, data and old-data. The playbook makes a token and two volumes, tags one, deletes one.")
    changed = recap(show(ansible, playbook))
    expect(changed == 3, f"the first run should change the token, the volumes and the old volume, not {changed} tasks")

    say("The same again: everything is as it should be, so nothing is changed.")
    simulator.clear_requests()
    changed = recap(show(ansible, playbook))
    expect(changed == 0, f"the second run changed {changed} tasks")
    expect(not simulator.writes(), f"the second run sent {simulator.writes()}")

    say("What would other tags change? --check --diff tells, and changes nothing.")
    show(ansible, [*playbook, "-e", '{"demo_tags": ["demo", "checked"]}', "--check", "--diff"])
    expect(not simulator.writes(), f"check mode sent {simulator.writes()}")

    network = ["ansible-playbook", str(NETWORK), "-e", f"network_ssh_key='{KEY}'"]
    say(
        "A project with a network, by a role: VPC, private networks, addresses, a gateway with bastion and ports, a key."
    )
    expect(recap(show(ansible, network)) > 0, "the first run should build the network")
    say("The same again changes nothing. Then it is taken down, in reverse order.")
    simulator.clear_requests()
    expect(recap(show(ansible, network)) == 0, "the second run should change nothing")
    expect(not simulator.writes(), f"the second run sent {simulator.writes()}")
    show(ansible, [*network, "-e", "network_state=absent"])
    left = [found["name"] for found in simulator.state("vpc.vpc") if found["name"] == "shop"]
    expect(not left, "the VPC should be gone")

    say("Every server of the account as an inventory, grouped.")
    output = show(ansible, ["ansible-inventory", "-i", str(INVENTORY), "--graph"], shorten=True)
    hosts = set(re.findall(r"\|--([a-z]+-[0-9]+)$", output, re.MULTILINE))
    expect(len(hosts) == SERVERS, f"the inventory shows {len(hosts)} servers")


def say(text: str) -> None:
    print(f"\n=== {text}\n", flush=True)


def show(ansible: Ansible, command: list[str], shorten: bool = False) -> str:
    """Run a command, let its output be seen and return it. Of a long one only beginning and end are shown."""
    hidden = f"demo_folder={ansible.folder}"
    shown = [part.replace(hidden, "demo_folder=…").replace(f"{ROOT}/", "") for part in command]
    print("$ " + " ".join(shlex.quote(part) for part in shown), flush=True)
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=ansible.folder,
        env=ansible.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    if shorten and len(lines) > 40:
        lines = [*lines[:25], f"  ... {len(lines) - 35} lines more ...", *lines[-10:]]
    print("\n".join(lines), flush=True)
    expect(done.returncode == 0, f"{command[0]} ended with {done.returncode}")
    return done.stdout


def recap(output: str) -> int:
    """How many tasks the recap of a play counts as changed."""
    found = re.search(r"changed=([0-9]+)", output)
    expect(found is not None, "there is no recap")
    return int(found.group(1)) if found else -1


def expect(held: bool, otherwise: str) -> None:
    if not held:
        raise DemoFailed(otherwise)


def add_volume(ansible: Ansible, name: str) -> None:
    """Make a volume as somebody else would have made it, without our modules."""
    import requests

    url = f"{ansible.environment['SCW_API_URL']}/instance/v1/zones/fr-par-1/volumes"
    body = {"name": name, "size": 20_000_000_000, "project": PROJECT, "volume_type": "l_ssd", "tags": ["by-hand"]}
    headers = {"X-Auth-Token": ansible.environment["SCW_SECRET_KEY"]}
    requests.post(url, json=body, headers=headers, timeout=10).raise_for_status()


if __name__ == "__main__":
    sys.exit(main())
