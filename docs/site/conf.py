# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How Sphinx makes the site of "make docs". What it reads is put together by tests/tools/build_docs.py."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from sphinx.application import Sphinx

HERE = Path(__file__).parent
GALAXY = yaml.safe_load((HERE.parents[1] / "galaxy.yml").read_text(encoding="utf-8"))

project = "community.scaleway"
author = "Contributors to the community.scaleway project"
project_copyright = author
release = version = str(GALAXY["version"])
html_title = f"community.scaleway {release}"

extensions = ["sphinx.ext.intersphinx", "sphinx_antsibull_ext"]
# Ansible's own documentation cannot be asked when there is no network. The tool writes down what we refer to there, and
# any other reference is a broken one.
intersphinx_mapping = {"ansible": ("https://docs.ansible.com/ansible/latest/", "ansible.inv")}
nitpicky = True
default_role = "any"

html_theme = "furo"
html_static_path = [str(HERE / "static")]
html_css_files = ["site.css"]
html_copy_source = False
html_use_index = False
html_show_sphinx = False
highlight_language = "yaml+jinja"
pygments_style = "ansible"
antsibull_ext_color_scheme = "none"  # site.css has its colours, for light and dark


def without_contents(app: Sphinx, name: str, source: list[str]) -> None:
    """The theme shows the sections of a page beside it."""
    source[0] = re.sub(r"\n\.\. contents::\n   :local:\n   :depth: \d\n", "\n", source[0])


def setup(app: Sphinx) -> None:
    app.connect("source-read", without_contents)
