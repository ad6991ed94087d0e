# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The products that are simulated, one file each."""

from __future__ import annotations

from ..kinds import Kind
from . import account, instance, security_groups

KINDS: tuple[Kind, ...] = (*instance.KINDS, *security_groups.KINDS, *account.KINDS)
# The part of a classic address before the path: product.
CLASSIC_HOSTS = {"cp": "instance", "account": "account"}
