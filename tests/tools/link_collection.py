# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Makes a checkout usable as a collection, whatever its folder is called.

``collections/ansible_collections/community/scaleway`` becomes a link to the checkout: where Ansible looks for
collections, and where pytest-ansible expects them.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COLLECTIONS = ROOT / "collections"


def link_collection() -> Path:
    """Make the link if it is not there, and return the folder to name in ANSIBLE_COLLECTIONS_PATH."""
    link = COLLECTIONS / "ansible_collections" / "community" / "scaleway"
    link.parent.mkdir(parents=True, exist_ok=True)
    try:
        link.symlink_to(Path("../../.."), target_is_directory=True)
    except FileExistsError:
        pass
    return COLLECTIONS


if __name__ == "__main__":
    print(link_collection())
