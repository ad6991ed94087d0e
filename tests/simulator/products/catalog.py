# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What there is to choose from: types of servers and volumes, and the marketplace's images."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from ..errors import not_found
from ..kinds import CatalogAnswer, Kind, Place
from ..store import Store

GB = 1_000_000_000
SPACE = uuid.UUID("5ca1e3a7-0000-4000-8000-0000000000ca")


def _type(
    arch: str, cpus: int, memory: int, local: int, hourly: float, nics: int = 8, least: int = 0
) -> dict[str, Any]:
    """``memory``, ``local`` (the largest local storage) and ``least`` (the smallest) are in GB."""
    return {
        "alt_names": [],
        "arch": arch,
        "ncpus": cpus,
        "ram": memory * 1024**3,
        "gpu": 0,
        "gpu_info": None,
        "mig_profile": None,
        "volumes_constraint": {"min_size": least * GB, "max_size": local * GB},
        "per_volume_constraint": {"l_ssd": {"min_size": GB if local else 0, "max_size": min(local, 800) * GB}},
        "scratch_storage_max_size": 0,
        "scratch_storage_max_volumes_count": 0,
        "monthly_price": round(hourly * 730, 4),
        "hourly_price": hourly,
        "capabilities": {
            "boot_types": ["local", "rescue"],
            "placement_groups": True,
            "block_storage": True,
            "hot_snapshots_local_volume": False,
            "private_network": nics,
            "max_file_systems": 0,
        },
        "network": {
            "ipv6_support": True,
            "sum_internal_bandwidth": 400_000_000,
            "sum_internet_bandwidth": 400_000_000,
            "interfaces": [{"internal_bandwidth": 400_000_000, "internet_bandwidth": 400_000_000}],
        },
        "block_bandwidth": 167_772_160,
        "end_of_service": False,
    }


TYPES = {
    "COPARM1-2C-8G": _type("arm64", 2, 8, 0, 0.0426),
    "DEV1-L": _type("x86_64", 4, 8, 80, 0.0428),
    "DEV1-M": _type("x86_64", 3, 4, 40, 0.0202),
    "DEV1-S": _type("x86_64", 2, 2, 20, 0.009),
    "GP1-XS": _type("x86_64", 4, 16, 150, 0.091),
    "PLAY2-MICRO": _type("x86_64", 4, 16, 0, 0.054),
    "PLAY2-NANO": _type("x86_64", 2, 8, 0, 0.028),
    "PLAY2-PICO": _type("x86_64", 1, 2, 0, 0.014),
    "POP2-HM-2C-16G": _type("x86_64", 2, 16, 0, 0.103),
    "PRO2-XXS": _type("x86_64", 2, 8, 0, 0.055),
    "STARDUST1-S": _type("x86_64", 1, 1, 10, 0.0003, nics=1),
    # The classic generation's.
    "VC1S": _type("x86_64", 2, 2, 50, 0.006, least=50),
    "START1-S": _type("x86_64", 2, 2, 50, 0.008),
}
SHORT = ("GP1-XS",)
VOLUMES = {
    "l_ssd": {
        "capabilities": {"snapshot": True},
        "display_name": "Local SSD",
        "constraints": {"min": GB, "max": 800 * GB},
    },
    "scratch": {
        "capabilities": {"snapshot": False},
        "display_name": "Scratch Storage",
        "constraints": {"min": GB, "max": 60_000 * GB},
    },
}
LABELS = {
    "ubuntu_focal": "Ubuntu 20.04 Focal Fossa",
    "ubuntu_jammy": "Ubuntu 22.04 Jammy Jellyfish",
    "ubuntu_noble": "Ubuntu 24.04 Noble Numbat",
    "debian_bullseye": "Debian Bullseye",
    "debian_bookworm": "Debian Bookworm",
    "rockylinux_9": "Rocky Linux 9",
}
# Labels whose images exist for one architecture only.
ONE_ARCH = {"debian_bookworm": "x86_64"}
ZONES = (*(f"{region}-{number}" for region in ("fr-par", "nl-ams", "pl-waw") for number in (1, 2, 3)), "it-mil-1")


def catalog_id(*parts: str) -> str:
    return str(uuid.uuid5(SPACE, "/".join(parts)))


def local_images() -> list[dict[str, Any]]:
    found = []
    for label in LABELS:
        for zone in ZONES:
            for arch in ("x86_64", "arm64"):
                if ONE_ARCH.get(label, arch) != arch:
                    continue
                for kind in ("instance_local", "instance_sbs"):
                    fitting = [
                        name
                        for name, about in TYPES.items()
                        if about["arch"] == arch and (kind == "instance_sbs" or about["volumes_constraint"]["max_size"])
                    ]
                    if fitting:
                        found.append(
                            {
                                "id": catalog_id(label, zone, arch, kind),
                                "arch": arch,
                                "zone": zone,
                                "compatible_commercial_types": fitting,
                                "label": label,
                                "type": kind,
                            }
                        )
    return found


LOCAL_IMAGES = local_images()


def list_types(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "servers", TYPES


def list_availability(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "servers", {name: {"availability": "shortage" if name in SHORT else "available"} for name in TYPES}


def list_volume_types(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "volumes", VOLUMES


def list_local_images(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    label = query.get("image_label")
    if label and label not in LABELS:
        raise not_found("MarketplaceImage", label)
    wanted = {"label": label, "zone": query.get("zone"), "type": query.get("type"), "arch": query.get("arch")}
    return "local_images", [
        image for image in LOCAL_IMAGES if all(image[key] == value for key, value in wanted.items() if value)
    ]


def list_images(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "images", [
        {
            "id": catalog_id(label),
            "name": name,
            "label": label,
            "description": f"{name}, simulated",
            "logo": "",
            "categories": ["distribution"],
            "valid_until": None,
            "created_at": "2024-01-01T00:00:00.000000Z",
            "updated_at": "2026-01-01T00:00:00.000000Z",
        }
        for label, name in LABELS.items()
    ]


LOCAL_IMAGE = Kind(
    key="marketplace.local_image",
    product="marketplace",
    version="v2",
    path="local-images",
    one="local_image",
    many="local_images",
    resource="MarketplaceLocalImage",
    scope="global",
    methods=("GET",),
)
KINDS = (LOCAL_IMAGE,)


def seed(store: Store) -> None:
    for image in LOCAL_IMAGES:
        store.add(LOCAL_IMAGE, "", image)


CATALOGS: dict[tuple[str, str], tuple[str, CatalogAnswer]] = {
    ("instance", "products/servers"): ("v1", list_types),
    ("instance", "products/servers/availability"): ("v1", list_availability),
    ("instance", "products/volumes"): ("v1", list_volume_types),
    ("marketplace", "local-images"): ("v2", list_local_images),
    ("marketplace", "images"): ("v2", list_images),
}
