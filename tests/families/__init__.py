# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The modules as the tests that are for all of them know them: each file here is a family of modules.

``TASKS`` holds options for each module: some that work, some that the API refuses, some that are wrong.
``CASES`` holds the life cycle of each module that manages a resource.
``NEEDED`` holds what examples of the documentation leave to the user: variables and their values.
``SECRETS`` holds whole tasks for modules whose secret options no other task sets as the API takes them.
``VALUES`` holds what the random tests may give options which the API has rules for, by module and option; nothing
leaves an option as it is.
``CONTRACTS`` holds the products whose simulator is held to the recordings.
"""

from __future__ import annotations

import importlib
import pkgutil

from .case import Case, Contract, Tasks, Values

_families = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
TASKS: Tasks = {name: tasks for family in _families for name, tasks in getattr(family, "TASKS", {}).items()}
CASES: list[Case] = [case for family in _families for case in getattr(family, "CASES", [])]
SECRETS: Tasks = {name: tasks for family in _families for name, tasks in getattr(family, "SECRETS", {}).items()}
NEEDED: dict[str, str] = {name: value for family in _families for name, value in getattr(family, "NEEDED", {}).items()}
VALUES: Values = {name: options for family in _families for name, options in getattr(family, "VALUES", {}).items()}
CONTRACTS: list[Contract] = [contract for family in _families for contract in getattr(family, "CONTRACTS", [])]
