# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The collection community.general as the package index has it, for what only it has: cache plugins.

The package that holds it holds a hundred others, too: only this one is taken out of it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tests.tools.link_collection import ROOT

PACKAGE = "ansible>=9,<13"
FOLDER = ROOT / "build" / "general"
INSIDE = "ansible_collections/community/general/"


def collections() -> Path | None:
    """The folder of collections with community.general in it, None when the package cannot be had."""
    if (FOLDER / INSIDE / "plugins").exists():
        return FOLDER
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    with tempfile.TemporaryDirectory() as downloads:
        download = [*pip, "download", "--no-deps", "--only-binary", ":all:", "--dest", downloads, PACKAGE]
        if subprocess.run(download, check=False, capture_output=True).returncode:
            return None
        for wheel in Path(downloads).glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                wanted = [name for name in archive.namelist() if name.startswith(INSIDE + "plugins/cache/")]
                wanted += [name for name in archive.namelist() if name.startswith(INSIDE) and name.count("/") == 3]
                wanted += [name for name in archive.namelist() if name.startswith(INSIDE + "meta/")]
                archive.extractall(FOLDER, wanted)
    return FOLDER


def python_package(name: str) -> Path | None:
    """A folder for PYTHONPATH with a Python package that only this test needs, None when it cannot be had."""
    folder = ROOT / "build" / "packages" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    if not (folder / name).exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if subprocess.run([*pip, "--target", str(folder), name], check=False, capture_output=True).returncode:
            return None
    return folder
