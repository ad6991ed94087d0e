# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``python -m tests.faults [MODULE ...]``: the whole matrix, on all cores, and a table of what was survived."""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.faults.lives import LIVES
from tests.faults.matrix import Verdict, lived, table


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("modules", nargs="*", help="only these modules (default: all that manage something)")
    parser.add_argument("--fault", action="append", default=[], help="only faults of this name")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    chosen = [n for n, life in enumerate(LIVES) if not options.modules or life.module in options.modules]
    start = time.monotonic()
    found: list[Verdict] = []
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        running = [(number, pool.submit(lived, number, tuple(options.fault))) for number in chosen]
        for number, future in running:
            some = future.result()
            found += some
            bad = [verdict for verdict in some if verdict.problems]
            print(f"{LIVES[number].module}: {len(some) - len(bad)} of {len(some)}", flush=True)
            for verdict in bad:
                print(f"    {verdict}", flush=True)
    print(table(found))
    lost = sum(bool(verdict.problems) for verdict in found)
    print(f"{len(found) - lost} of {len(found)} survived in {time.monotonic() - start:.0f} s")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
