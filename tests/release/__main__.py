# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``make release-check``: whether Galaxy takes the built archive, whether ansible-builder sees what it needs, and whether it
makes what the guide says of the guide's file.

Run with the Python of an environment that has what ``tests/release/requirements.txt`` names.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from tests.tools import code_blocks

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BIN = Path(sys.executable).parent
NEEDED = ("requests", "boto3")  # PyYAML is there with ansible-core, and left out for that reason
GUIDE = ROOT / "docs" / "docsite" / "rst" / "execution_environments.rst"
DEFINITION = "execution-environment.yml"


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
        introspect = ("ansible-builder", "introspect", "--sanitize", str(folder / "installed"))
        seen = libraries(run(environment, *introspect))
        # The guide's file, without the image itself: that needs an engine for containers.
        (folder / DEFINITION).write_text(code_blocks.files(GUIDE)[DEFINITION], encoding="utf-8")
        (command,) = [block.text for block in code_blocks.blocks(GUIDE) if block.text.startswith("ansible-builder ")]
        understand = "import sys, ansible_builder.cli as cli; cli.parse_args(sys.argv[1:])"
        run(environment, "python", "-c", understand, *shlex.split(command)[1:], cwd=folder)
        run(environment, "ansible-builder", "create", "--file", DEFINITION, cwd=folder)
        excluded = folder / "context" / "_build" / "exclude-requirements.txt"
        left = libraries(run(environment, *introspect, "--exclude-pip-reqs", str(excluded)))
    wrong = []
    if seen != NEEDED:
        wrong.append(f"ansible-builder sees {', '.join(seen)}, and not {', '.join(NEEDED)}")
    if left != NEEDED[:1]:
        wrong.append(f"with the file of the guide, ansible-builder leaves {', '.join(left)}")
    print("\n".join(wrong))
    return len(wrong)


def libraries(introspected: str) -> tuple[str, ...]:
    """The names of the Python libraries that ansible-builder would install."""
    found = yaml.safe_load(introspected[introspected.index("---") :])["python"]
    return tuple(re.split(r"[^\w.-]", line)[0] for line in found)


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
