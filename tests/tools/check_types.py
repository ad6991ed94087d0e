# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs mypy over the collection, under its name as a package, and over the tests."""

from __future__ import annotations

import subprocess
import sys

from tests.tools.link_collection import ROOT, link_collection

PACKAGE = "ansible_collections.community.scaleway.plugins"


def main() -> int:
    link_collection()
    mypy = [sys.executable, "-m", "mypy"]
    packages = ["module_utils", "modules", "action", "inventory", "lookup", "plugin_utils"]
    plugins = [*mypy, *(argument for name in packages for argument in ("-p", f"{PACKAGE}.{name}"))]
    tests = [*mypy, "tests"]
    return max(subprocess.run(command, cwd=ROOT, check=False).returncode for command in (plugins, tests))


if __name__ == "__main__":
    sys.exit(main())
