# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``python -m tests.interruption``: playbooks interrupted at random moments, and a table of what became of them."""

from __future__ import annotations

import argparse
import sys
import time

from tests.interruption.books import BOOKS, STACKS
from tests.interruption.interrupt import interruptions, table


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.interruption", description=__doc__)
    parser.add_argument("books", nargs="*", help="only playbooks of these names (default: all)")
    parser.add_argument("--kills", type=int, default=200, help="how often (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=7, help="which moments (default: %(default)s)")
    options = parser.parse_args()
    # The stacks have the most moments: they come twice.
    books = [book for book in [*BOOKS, *STACKS] if not options.books or book.name in options.books]
    start = time.monotonic()
    found = []
    for outcome in interruptions(books, options.seed, options.kills):
        print(outcome, flush=True)
        found.append(outcome)
    print(table(found))
    bad = sum(bool(outcome.problems) for outcome in found)
    tried = sum(outcome.moment != "too late" for outcome in found)
    names = {outcome.book for outcome in found}
    print(f"{tried} interruptions of {len(names)} playbooks, {bad} not survived, in {time.monotonic() - start:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
