# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``make benchmark``: run all of it and print a report."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.benchmark import constructed, heavy, inventory, servers, tasks
from tests.tools.link_collection import link_collection


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark")
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    link_collection()
    for part in (tasks, heavy, servers, constructed, inventory):
        with tempfile.TemporaryDirectory() as folder:
            print("\n".join(part.run(Path(folder), rounds)), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
