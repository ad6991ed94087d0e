# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``make pictures``: what a terminal shows of the demo's playbook, as a picture for the README.

The playbook runs twice against the simulator. Of what is the same in every run, the picture holds all.
"""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible
from tests.tools.demo import PLAYBOOK, add_volume
from tests.tools.link_collection import ROOT, link_collection

PICTURE = ROOT / "docs" / "pictures" / "demo.svg"
COLUMNS = 114
COMMAND = f"ansible-playbook {PLAYBOOK.relative_to(ROOT)}"
# Without the fonts that rich would have the reader load from elsewhere.
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {terminal_width} {terminal_height}" role="img">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
<rect width="{terminal_width}" height="{terminal_height}" rx="8" fill="#0c0c0c"/>
<g transform="translate(10, 10)" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def main() -> None:
    link_collection()
    with tempfile.TemporaryDirectory() as folder, SimulatorProcess() as simulator:
        ansible = Ansible(Path(folder), simulator.url)
        del ansible.environment["ANSIBLE_NOCOLOR"]
        ansible.environment.update(ANSIBLE_FORCE_COLOR="true", COLUMNS=str(COLUMNS))
        add_volume(ansible, "data")
        add_volume(ansible, "old-data")
        runs = [run(ansible), run(ansible)]
    text = f"$ {COMMAND}\n{runs[0]}\n\n$ {COMMAND}\n{recap(runs[1])}"
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(picture(text), encoding="utf-8")


def run(ansible: Ansible) -> str:
    told = f"demo_folder={ansible.folder} demo_email=admin@example.com demo_password=simulator-password"
    done = ansible.run("ansible-playbook", str(PLAYBOOK), "-e", told, check=True)
    return re.sub(r"(?m)^\n(?=\n)", "", done.stdout.replace(f"{ansible.folder}/", "")).strip()


def recap(text: str) -> str:
    return "[…]\n" + text[text.index("PLAY RECAP") :]


def picture(text: str) -> str:
    """The text, with the colours of a terminal, as SVG."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(text))
    return console.export_svg(title="", theme=MONOKAI, code_format=FORMAT, unique_id="demo")


if __name__ == "__main__":
    main()
