# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``make docs``: the guides and the documentation of everything there is, as a site in build/docs/html.

antsibull-docs writes a page for each module, plugin, and role; the pages that lead to them are written here, so that the
navigation has a line for each product instead of one for each module. Links that lead nowhere are errors. Those to other sites
are not followed: that needs a network.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

from tests.tools.copy_checkout import copy_checkout
from tests.tools.link_collection import ROOT
from tests.tools.register_modules import modules, short_description

SITE = ROOT / "docs" / "site"
BUILD = ROOT / "build" / "docs"
BIN = Path(sys.executable).parent

# By the beginning of their names; the first that fits counts. What none fits is about the account, or about any endpoint.
PRODUCTS = {
    "Apple silicon": ("applesilicon",),
    "Audit Trail": ("audit_trail",),
    "Autoscaling": ("autoscaling",),
    "Billing": ("billing",),
    "Block Storage": ("block",),
    "Cockpit": ("cockpit",),
    "Container Registry": ("registry",),
    "Domains and DNS": ("dns",),
    "Edge Services": ("edge",),
    "Elastic Metal": ("baremetal", "flexible_ip"),
    "File Storage": ("file_system",),
    "IAM": ("iam", "sshkey"),
    "Inference": ("inference",),
    "IoT Hub": ("iot",),
    "IPAM": ("ipam",),
    "Key Manager": ("key",),
    "Kubernetes": ("k8s",),
    "Load Balancers": ("lb",),
    "Managed Databases": ("rdb",),
    "Managed MongoDB": ("mongodb",),
    "Managed Redis": ("redis",),
    "Messaging and Queuing": ("mnq",),
    "Object Storage": ("bucket",),
    "Projects and the account": ("project", "organization", "token", "user_info"),
    "Public Gateways": ("public_gateway",),
    "Secret Manager": ("secret",),
    "Serverless Containers": ("container",),
    "Serverless Functions": ("function",),
    "Serverless Jobs": ("job",),
    "Serverless SQL Databases": ("sdb",),
    "Transactional Email": ("tem",),
    "VPC": ("vpc", "private_network"),
    "VPN": ("vpn",),
    "Web Hosting": ("webhosting",),
    "Instances": (
        "image",
        "ip",
        "metadata",
        "placement_group",
        "private_nic",
        "security_group",
        "server",
        "snapshot",
        "user_data",
        "volume",
    ),
}
OTHERS = "Projects and the account"

# What the pages refer to in Ansible's own documentation, and where that is.
ANSIBLE = {
    ("std:label", "action_plugins"): "plugins/action.html#action-plugins",
    ("std:label", "common_return_values"): "reference_appendices/common_return_values.html#common-return-values",
    ("std:label", "ansible_configuration_settings"): "reference_appendices/config.html#ansible-configuration-settings",
    (
        "std:label",
        "ansible_collections.community.general.scaleway_private_network_module",
    ): "collections/community/general/scaleway_private_network_module.html",
    **{
        ("std:envvar", name): f"reference_appendices/config.html#envvar-{name}"
        for name in (
            "ANSIBLE_CACHE_PLUGIN",
            "ANSIBLE_CACHE_PLUGIN_CONNECTION",
            "ANSIBLE_CACHE_PLUGIN_PREFIX",
            "ANSIBLE_CACHE_PLUGIN_TIMEOUT",
        )
    },
}


def main() -> int:
    shutil.rmtree(BUILD, ignore_errors=True)
    pages = BUILD / "rst"
    pages.mkdir(parents=True, mode=0o755)
    copy_checkout(BUILD / "tree", follow_links=True)
    environment = dict(os.environ, ANSIBLE_COLLECTIONS_PATH=str(BUILD / "tree"))
    environment["PATH"] = f"{BIN}{os.pathsep}{environment['PATH']}"
    generate = ["antsibull-docs", "collection", "--use-current", "--squash-hierarchy", "--fail-on-error"]
    generate += ["--no-breadcrumbs", "--dest-dir", str(pages), "community.scaleway"]
    subprocess.run([str(BIN / generate[0]), *generate[1:]], env=environment, check=True)
    navigation(pages)
    write_inventory(pages / "ansible.inv")
    sphinx = ["sphinx-build", "-q", "-n", "-W", "--keep-going", "-c", str(SITE), str(pages), str(BUILD / "html")]
    done = subprocess.run([str(BIN / sphinx[0]), *sphinx[1:]], env=environment, check=False)
    if done.returncode:
        return done.returncode
    broken = broken_links(BUILD / "html")
    print("\n".join(broken) or f"The site is {(BUILD / 'html' / 'index.html').relative_to(ROOT)}.")
    return int(bool(broken))


def product_of(module: str) -> str:
    name = module.removeprefix("scaleway_")
    for product, beginnings in PRODUCTS.items():
        if any(name == beginning or name.startswith(f"{beginning}_") for beginning in beginnings):
            return product
    return OTHERS


def navigation(pages: Path) -> None:
    """Replaces antsibull-docs' page of the collection with one that leads to guides, products, plugins, and roles."""
    listed = yaml.safe_load((ROOT / "docs" / "docsite" / "extra-docs.yml").read_text(encoding="utf-8"))
    parts = [(SITE / "index.rst").read_text(encoding="utf-8")]
    parts += [toctree(s["title"], [f"docsite/{name}" for name in s["toctree"]]) for s in listed["sections"]]
    products: dict[str, list[str]] = {}
    for module in modules():
        products.setdefault(product_of(module), []).append(module)
    for product in sorted(products):
        entries = [f"{name} <{name}_module>" for name in products[product]]
        lines = [
            f"* :ansplugin:`{name} <community.scaleway.{name}#module>` -- {short_description(name)}"
            for name in products[product]
        ]
        (pages / f"{slug(product)}.rst").write_text(
            "\n".join([*heading(product), *lines, toctree("", entries)]), encoding="utf-8"
        )
    parts.append(toctree("Modules", [slug(product) for product in sorted(products)]))
    others = {
        kind: sorted(path.stem for path in pages.glob(f"*_{kind}.rst"))
        for kind in ("inventory", "lookup", "filter", "role")
    }
    known = {f"{name}_module" for name in modules()}
    old = [path.stem for path in sorted(pages.glob("*_module.rst")) if path.stem not in known]
    (pages / "old_names.rst").write_text(
        "\n".join(
            [
                *heading("Old names"),
                "Names that lead to a module of another name.",
                toctree("", [f"{name.removesuffix('_module')} <{name}>" for name in old]),
            ]
        ),
        encoding="utf-8",
    )
    plugins = [
        f"{name.removesuffix(f'_{kind}')} ({kind}) <{name}>"
        for kind in ("inventory", "lookup", "filter")
        for name in others[kind]
    ]
    parts.append(toctree("Plugins", [*plugins, "environment_variables", "old_names"]))
    if others["role"]:
        parts.append(toctree("Roles", [f"{name.removesuffix('_role')} <{name}>" for name in others["role"]]))
    (pages / "index.rst").write_text("\n".join(parts), encoding="utf-8")


def slug(title: str) -> str:
    return "modules_" + re.sub(r"\W+", "_", title.lower())


def heading(title: str) -> list[str]:
    return [title, "=" * len(title), ""]


def toctree(caption: str, entries: list[str]) -> str:
    options = [f"   :caption: {caption}", "   :maxdepth: 1"] if caption else ["   :hidden:"]
    return "\n".join(["", ".. toctree::", *options, "", *(f"   {entry}" for entry in entries), ""])


def write_inventory(path: Path) -> None:
    """Sphinx' own format for what another documentation has."""
    head = "# Sphinx inventory version 2\n# Project: Ansible\n# Version: \n# The remainder of this file is compressed using zlib.\n"
    lines = "".join(f"{name} {kind} -1 {place} {name}\n" for (kind, name), place in ANSIBLE.items())
    path.write_bytes(head.encode() + zlib.compress(lines.encode()))


class Page(HTMLParser):
    """What a page links to, and what in it can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.add(value)
            elif name in ("id", "name") and value:
                self.anchors.add(value)


def broken_links(site: Path) -> list[str]:
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    broken = []
    for path, page in pages.items():
        for link in sorted(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            lost = not target.exists() or (
                parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors
            )
            if lost:
                broken.append(f"{path.relative_to(site)}: the link {link} leads nowhere")
    return broken


if __name__ == "__main__":
    sys.exit(main())
