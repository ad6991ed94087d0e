# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Where a product answers, in both generations of the API. The only place that knows their difference.

Current: ``<api_url>/<product>/<version>/zones/<zone>/<path>``, ``.../regions/<region>/<path>`` or without a locality.
Classic: ``<compute_url>/<path>`` with the region in the host name, and ``<account_url>/<path>``.
"""

from __future__ import annotations

import typing as t

from ._errors import InvalidInput
from ._locality import classic_region
from ._settings import Settings

# Product: the setting with its address in the classic generation. Products that are not here exist only today.
CLASSIC_PRODUCTS = {"instance": "compute_url", "account": "account_url"}

# The name of the page size in a list's query, where it is not page_size (api/pagination.md, section 1).
PAGE_SIZE_NAMES = {"instance/v1": "per_page"}
CLASSIC_PAGE_SIZE_NAME = "per_page"
PAGE_SIZE = 100  # the largest that every product takes


# The names of the owning project and organization in bodies and queries; elsewhere project_id and organization_id.
OWNER_NAMES = {"instance/v1": ("project", "organization")}


class Endpoint(t.NamedTuple):
    """One product's address. ``scope`` is zone, region or global; ``classic`` chooses the generation."""

    product: str
    version: str
    scope: str
    classic: bool

    @property
    def page_size_name(self) -> str:
        if self.classic:
            return CLASSIC_PAGE_SIZE_NAME
        return PAGE_SIZE_NAMES.get(f"{self.product}/{self.version}", "page_size")

    def owner(self, settings: Settings, kind: str = "project") -> t.Tuple[str, str]:
        """The field that owns a resource and its value, "" when none was set: in the classic generation the
        organization; today the project, or the organization when only that was asked for, or when the ``kind`` of owner
        is the organization. No ``kind``, no owner."""
        if not kind:
            return "", ""
        project_name, organization_name = OWNER_NAMES.get(
            f"{self.product}/{self.version}", ("project_id", "organization_id")
        )
        if self.classic:
            return "organization", settings.organization
        if kind == "organization" or (settings.chosen_organization and not settings.chosen_project):
            return organization_name, settings.organization
        return project_name, settings.project

    def base(self, settings: Settings, locality: str = "") -> str:
        """The URL below which the product's paths are, in the given zone or region (default: the settings')."""
        if self.classic:
            setting = CLASSIC_PRODUCTS.get(self.product)
            if setting is None:
                raise InvalidInput(
                    f"api_generation: {self.product} does not exist in the classic generation. Use current."
                )
            url: str = getattr(settings, setting)
            return url.replace("{region}", classic_region(locality or settings.zone))
        base = f"{settings.api_url}/{self.product}/{self.version}"
        if self.scope == "global":
            return base
        return f"{base}/{self.scope}s/{locality or getattr(settings, self.scope)}"
