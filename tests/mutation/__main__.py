# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``python -m tests.mutation``: a sample of the mutants of the engine and the client, judged by the tests that run in one
process, in a copy of this checkout."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGINE = (
    "_api _choices _client _compare _endpoints _errors _find _info _jobs _locality _module _options _paging"
    " _pem _plan _private_file _project _protection _reconcile _redact _references _resource _retry _settings _urls _values _wait"
)
TESTS = ("tests/unit/module_utils", "tests/unit/plugin_utils", "tests/faults", "tests/integration")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("files", nargs="*", help="module_utils without .py (default: engine and client)")
    parser.add_argument("--sample", type=int, default=600, help="how many; 0 is all (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=7, help="which (default: %(default)s)")
    parser.add_argument("--part", default="0/1", help="for several at once: number/of how many (default: %(default)s)")
    parser.add_argument("--report", type=Path, default=ROOT / "build" / "mutation.jsonl")
    parser.add_argument("--baseline", type=Path, help="where the first run of all tests is kept for the next time")
    options = parser.parse_args()
    files = [name for name in options.files or ENGINE.split() if (ROOT / f"plugins/module_utils/{name}.py").exists()]
    options.report.parent.mkdir(exist_ok=True)
    options.report.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = checkout(Path(folder))
        variables = {
            **os.environ,
            "MUTATION_FILES": " ".join(files),
            "MUTATION_SAMPLE": str(options.sample),
            "MUTATION_SEED": str(options.seed),
            "MUTATION_PART": options.part,
            "MUTATION_REPORT": str(options.report.resolve()),
            "MUTATION_BASELINE": str(options.baseline.resolve() if options.baseline else ""),
            "MUTATION_ROOT": str(copy),
            "PYTHONPATH": str(copy),
        }
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.mutation.judge"]
        command += ["-k", "not as-module", "--hypothesis-seed=0", *TESTS]
        done = subprocess.run(command, cwd=copy, env=variables, check=False)
    if not options.report.exists():
        return done.returncode or 1
    print(summary([json.loads(line) for line in options.report.read_text(encoding="utf-8").splitlines()]))
    return 0


def checkout(folder: Path) -> Path:
    """A copy of this checkout in which tasks and simulator are in the process of the tests."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    copy = folder / "checkout"
    for name in listed.stdout.decode().split("\0"):
        if name and os.path.lexists(ROOT / name):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name, follow_symlinks=False)
    here = "from tests.mutation.in_process import *  # noqa: F403\nfrom tests.mutation.in_process import _world  # noqa: F401\n"
    conftest = copy / "tests" / "conftest.py"
    conftest.write_text(conftest.read_text(encoding="utf-8") + "\n\n" + here, encoding="utf-8")
    return copy


def summary(found: list[dict[str, object]]) -> str:
    """Per file: mutants, killed, survived, and those that no test of the judge reaches."""
    files: dict[str, Counter[str]] = {}
    for entry in found:
        verdict = str(entry["verdict"])
        kind = "killed" if verdict.startswith("killed") or verdict in ("timeout", "died") else verdict
        if kind != "no mutant":
            for name in (str(entry["file"]), "all"):
                files.setdefault(name, Counter())[kind] += 1
            if verdict in ("timeout", "died"):
                files["all"][f"({verdict})"] += 1
    rows = [("file", "mutants", "killed", "survived", "not reached", "killed %")]
    for name, counts in sorted(files.items(), key=lambda pair: (pair[0] == "all", pair[0])):
        total = counts["killed"] + counts["survived"] + counts["not reached"]
        share = f"{100 * counts['killed'] / total:.1f}"
        rows.append(
            (name, str(total), str(counts["killed"]), str(counts["survived"]), str(counts["not reached"]), share)
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
    return (
        "\n".join(lines)
        + f"\nof the killed: {files['all']['(timeout)']} by the time limit, {files['all']['(died)']} died"
    )


if __name__ == "__main__":
    sys.exit(main())
