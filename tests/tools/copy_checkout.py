# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Copying a checkout to a tree as Ansible's tools want it: ``ansible_collections/community/scaleway``."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.tools.link_collection import ROOT

# Only what ships in the archive is looked at; these are for the work on it and have linters of their own.
LEFT_OUT = (".ci", ".github", "Makefile", "docs/requirements.txt", "docs/site/", "pyproject.toml", "tests/")


def copy_checkout(folder: Path, follow_links: bool = False) -> Path:
    """Copy what git tracks or would track below ``folder``, and return the collection's own folder there.

    antsibull-docs needs ``follow_links``: it takes a linked action plugin for a sign that the module of its name is only another
    name of the runner's, and would document every module as an alias of scaleway_api.
    """
    tree = folder / "ansible_collections" / "community" / "scaleway"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        source = ROOT / name
        if not name or not os.path.lexists(source) or (name.startswith(LEFT_OUT) and name != "tests/config.yml"):
            continue
        target = tree / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target, follow_symlinks=follow_links)
    return tree
