# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The products that are simulated, one file each: ``KINDS``, ``CATALOGS``, ``ENDPOINTS`` for what fits neither, and
``seed(store)`` for what is there from the start."""

from __future__ import annotations

import importlib
import pkgutil

from ..kinds import CatalogAnswer, EndpointAnswer, Kind

MODULES = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
KINDS: tuple[Kind, ...] = tuple(kind for module in MODULES for kind in getattr(module, "KINDS", ()))
# Product and path: version, and what gives the name and the items of a list that is the same for everybody.
CATALOGS: dict[tuple[str, str], tuple[str, CatalogAnswer]] = {
    key: value for module in MODULES for key, value in getattr(module, "CATALOGS", {}).items()
}
# Product, version and path: what answers to every method.
ENDPOINTS: dict[tuple[str, str, str], EndpointAnswer] = {
    key: value for module in MODULES for key, value in getattr(module, "ENDPOINTS", {}).items()
}
# The part of a classic address before the path: product.
CLASSIC_HOSTS = {"cp": "instance", "account": "account"}
