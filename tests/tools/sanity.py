# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs ``ansible-test sanity`` on a copy of the checkout in a tree as ansible-test wants it, and makes sure it looked.

ansible-test exits with 0 when it found no file to look at; so the copy is first given a module with a defect that it must
find. Where its bootstrap script for pip cannot be downloaded, a stub that calls ensurepip takes its place.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from tests.tools.copy_checkout import copy_checkout

BIN = Path(sys.executable).parent
BOOTSTRAP = "https://ci-files.testing.ansible.com/ansible-test/get-pip-{}.py"
PROBE = "scaleway_probe_of_sanity.py"
STUB = "import ensurepip\nensurepip.bootstrap(default_pip=True)\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        tree = copy_checkout(Path(folder))
        offer_pip_offline()
        if not finds_a_defect(tree):
            print("ansible-test sanity did not look at the modules: a defect that was put there was not found.")
            return 1
        modules = len(list((tree / "plugins" / "modules").glob("*.py")))
        print(f"ansible-test sanity over {modules} modules and what belongs to them", flush=True)
        return run(tree).returncode


def finds_a_defect(tree: Path) -> bool:
    """Whether validate-modules finds an option that is not documented."""
    probe = tree / "plugins" / "modules" / PROBE
    shutil.copy(tree / "plugins" / "modules" / "scaleway_volume.py", probe)
    text = probe.read_text(encoding="utf-8").replace("module: scaleway_volume\n", f"module: {PROBE[:-3]}\n")
    probe.write_text(text.replace('"size": {"type": "str"}', '"size": {"type": "int"}'), encoding="utf-8")
    done = run(tree, "--test", "validate-modules", f"plugins/modules/{PROBE}", capture=True)
    probe.unlink()
    return done.returncode != 0 and PROBE in done.stdout + done.stderr and "size" in done.stdout + done.stderr


def run(tree: Path, *arguments: str, capture: bool = False) -> subprocess.CompletedProcess[str]:
    command = [str(BIN / "ansible-test"), "sanity", "--color", "no", "--requirements", *arguments]
    environment = dict(os.environ, PATH=f"{BIN}{os.pathsep}{pythons()}{os.pathsep}{os.environ['PATH']}")
    for name in ("ANSIBLE_COLLECTIONS_PATH", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(name, None)
    return subprocess.run(command, cwd=tree, env=environment, capture_output=capture, text=True, check=False)


def pythons() -> str:
    """The folders of further interpreters that pyenv has, for the tests that compile and import."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    return os.pathsep.join(str(folder / "bin") for folder in sorted(root.glob("3.*")))


def offer_pip_offline() -> None:
    """Put the stub into ansible-test's cache, if the real script is neither there nor within reach."""
    internals = next(BIN.parent.glob("lib/python3.*/site-packages/ansible_test/_internal/python_requirements.py"))
    pins = re.findall(r"""\bpip['"]?[=:]\s*['"]([0-9.]+)['"]""", internals.read_text(encoding="utf-8"))
    cache = Path.home() / ".ansible" / "test" / "cache"
    missing = [cache / f"get_pip_{pin.replace('.', '_')}.py" for pin in pins]
    missing = [script for script in missing if not script.exists()]
    if not missing or can_be_reached(BOOTSTRAP.format(pins[0])):
        return
    cache.mkdir(parents=True, exist_ok=True)
    for script in missing:
        script.write_text(STUB, encoding="utf-8")


def can_be_reached(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
