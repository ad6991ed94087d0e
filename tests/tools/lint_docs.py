# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs antsibull-docs' linter on a copy of the checkout, in which the links to the runner are files: see copy_checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.tools.copy_checkout import copy_checkout

LINTER = ("antsibull-docs", "lint-collection-docs", "--plugin-docs", "--validate-collection-refs", "self", ".")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        tree = copy_checkout(Path(folder), follow_links=True)
        environment = dict(os.environ, ANSIBLE_COLLECTIONS_PATH=folder)
        command = [str(Path(sys.executable).parent / LINTER[0]), *LINTER[1:]]
        return subprocess.run(command, cwd=tree, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
