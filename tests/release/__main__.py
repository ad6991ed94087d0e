# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``make release-check``: whether Galaxy takes the built archive, and whether ansible-builder sees what it needs.

Run with the Python of an environment that has what ``tests/release/requirements.txt`` names.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BIN = Path(sys.executable).parent
NEEDED = ("requests", "boto3")  # PyYAML is there with ansible-core, and left out for that reason


def main() -> int:
    environment = dict(
        os.environ,
        PATH=f"{BIN}{os.pathsep}{os.environ['PATH']}",
        GALAXY_IMPORTER_CONFIG=str(HERE / "galaxy-importer.cfg"),
    )
    environment.pop("ANSIBLE_COLLECTIONS_PATH", None)
    with tempfile.TemporaryDirectory() as told:
        folder = Path(told)
        run(environment, "ansible-galaxy", "collection", "build", "--output-path", str(folder), str(ROOT))
        archive = next(folder.glob("*.tar.gz"))
        # In a folder of its own: it leaves its report there.
        run(environment, "python", "-m", "galaxy_importer.main", str(archive), cwd=folder)
        run(environment, "ansible-galaxy", "collection", "install", "-p", str(folder / "installed"), str(archive))
        seen = run(environment, "ansible-builder", "introspect", "--sanitize", str(folder / "installed"))
    missing = [name for name in NEEDED if f"- '{name}" not in seen and f"- {name}" not in seen]
    if missing:
        print(f"ansible-builder does not see {', '.join(missing)}")
    return len(missing)


def run(environment: dict[str, str], command: str, *arguments: str, cwd: Path = ROOT) -> str:
    """Run one of the environment's commands, show and return what it prints. Raises SystemExit when it fails."""
    done = subprocess.run(
        [str(BIN / command), *arguments],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print(done.stdout, flush=True)
    if done.returncode:
        sys.exit(f"{command} ended with {done.returncode}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
