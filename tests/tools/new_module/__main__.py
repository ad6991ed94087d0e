# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``make new-module NAME=file_system PRODUCT=file``: all that a new pair of modules consists of, in the style of the others.

What it writes works at once, against a simulator that knows the new resource as it says here. What only the API's own
documentation and recorded exchanges tell is marked with FILL IN; a test finds marks that are left.

Further words: ``API_VERSION=v1`` of the product, ``SCOPE=region`` (or zone, or global), ``ONE=`` the API's word for one, ``API_PATH=``
where it lists them, ``FIELDS="size:int comment:str"``, and ``FAMILY=`` the file of tests/families and of the simulator.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jinja2
import yaml

from tests.tools.link_collection import ROOT
from tests.tools.register_modules import register

# An example's value for each type, and another one for what an update asks for.
VALUES: dict[str, tuple[Any, Any]] = {
    "str": ("a text", "another text"),
    "int": (1, 2),
    "bool": (True, False),
    "list": (["a"], []),
}
PLACES = {"region": "region: fr-par", "zone": "zone: fr-par-1", "global": ""}
TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent),
    keep_trailing_newline=True,
    undefined=jinja2.StrictUndefined,
    autoescape=False,
)


class CannotWrite(Exception):
    """A file is there already, or is not as the others are."""


def main(arguments: list[str]) -> int:
    facts = facts_of(parser().parse_args(arguments))
    try:
        files = written(facts)
    except CannotWrite as reason:
        print(f"Nothing was written: {reason}", file=sys.stderr)
        return 1
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    register()
    format_code([path for path in files if path.suffix == ".py"])
    print("Written. Now say what is so, wherever there is FILL IN:")
    for path in files:
        print(f"  {path.relative_to(ROOT)}")
    print(f"Then: .venv/bin/python -m pytest tests -k {facts['name']}")
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="make new-module", description="Writes a new module and what belongs to it.")
    made.add_argument("name", type=word, help="the module's name without scaleway_, like file_system")
    made.add_argument("product", type=path, help="the product as in the API's addresses, like file")
    made.add_argument("--version", default="v1", type=word)
    made.add_argument("--scope", default="region", choices=sorted(PLACES))
    made.add_argument("--one", type=word)
    made.add_argument("--path", type=path)
    made.add_argument("--family", type=word)
    made.add_argument("--fields", nargs="*", default=[], type=field)
    return made


def word(text: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", text) or text.startswith("scaleway_"):
        raise argparse.ArgumentTypeError(f"{text!r}: small letters, digits and single underscores, without scaleway_.")
    return text


def path(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9_-]+(/[a-z0-9_-]+)*", text):
        raise argparse.ArgumentTypeError(f"{text!r}: a part of an address, like file-systems.")
    return text


def field(text: str) -> dict[str, Any]:
    name, _, kind = text.partition(":")
    if kind not in VALUES or word(name) in ("id", "name", "tags"):
        raise argparse.ArgumentTypeError(f"{text!r}: a name and one of {', '.join(VALUES)}, like size:int.")
    return {"name": name, "kind": kind, "value": VALUES[kind][0], "other": VALUES[kind][1]}


def facts_of(given: argparse.Namespace) -> dict[str, Any]:
    one, family = given.one or given.name, given.family or given.product.replace("-", "_")
    thing = given.name.replace("_", " ")
    return {
        "name": given.name,
        "product": given.product,
        "version": given.version,
        "scope": given.scope,
        "place": PLACES[given.scope],
        "within": "project," if given.scope == "global" else f"{given.scope} and project,",
        "one": one,
        "many": plural(one),
        "path": given.path or plural(one).replace("_", "-"),
        "family": family,
        "util": "_" + given.product.replace("-", "_"),
        "constant": given.name.upper(),
        "fields": given.fields,
        "thing": thing,
        "things": plural(thing),
        "a_thing": f"{'an' if thing[0] in 'aeio' else 'a'} {thing}",
        "version_added": yaml.safe_load((ROOT / "galaxy.yml").read_text(encoding="utf-8"))["version"],
    }


def plural(name: str) -> str:
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch", "sh")) else f"{name}s"


def written(facts: dict[str, Any]) -> dict[Path, str]:
    """Every file with its new text. Raises :class:`CannotWrite`."""
    modules, name = ROOT / "plugins" / "modules", facts["name"]
    fresh = {
        modules / f"scaleway_{name}.py": "module.py.j2",
        modules / f"scaleway_{name}_info.py": "info_module.py.j2",
        ROOT / "changelogs" / "fragments" / f"{name}.yml": "fragment.yml.j2",
    }
    for file in fresh:
        if file.exists():
            raise CannotWrite(f"{file.relative_to(ROOT)} is there already.")
    files = {file: render(template, facts) for file, template in fresh.items()}
    for file, template, extend in (
        (ROOT / "plugins" / "module_utils" / f"{facts['util']}.py", "module_util.py.j2", with_resource),
        (ROOT / "tests" / "simulator" / "products" / f"{facts['family']}.py", "product.py.j2", with_kind),
        (ROOT / "tests" / "families" / f"{facts['family']}.py", "family.py.j2", with_family),
    ):
        files[file] = extend(file, facts) if file.exists() else render(template, facts)
    return files


def render(template: str, facts: dict[str, Any]) -> str:
    return TEMPLATES.get_template(template).render(facts)


def with_resource(file: Path, facts: dict[str, Any]) -> str:
    text = without(file, f"{facts['constant']} = ")
    text = with_import(with_import(text, "._compare", "same_set"), "._resource", "Resource")
    return f"{text}\n\n{render('resource.j2', facts)}"


def with_kind(file: Path, facts: dict[str, Any]) -> str:
    text = without(file, f"{facts['constant']} = ")
    for module, names in (("..kinds", "Body, Field, Kind, Place"), ("..store", "ORGANIZATION, PROJECT, Store")):
        for name in names.split(", "):
            text = with_import(text, module, name)
    text = inserted(text, r"^KINDS\b[^=]*= \(.*?(?=,?\)$)", f", {facts['constant']}", file)
    return re.sub(r"^(?=KINDS\b)", lambda _: render("kind.j2", facts), text, count=1, flags=re.MULTILINE)


def with_family(file: Path, facts: dict[str, Any]) -> str:
    text = without(file, f'"scaleway_{facts["name"]}"')
    text = inserted(text, r"^TASKS\b[^=]*= \{\n", render("tasks.j2", facts), file)
    text = with_import(text, "tests.families.case", "Case")
    if not re.search(r"^CASES\b", text, re.MULTILINE):
        return f"{text}CASES = [\n{render('case.j2', facts)}]\n"
    return inserted(text, r"^CASES\b[^=]*= \[\n?", render("case.j2", facts), file)


def without(file: Path, what: str) -> str:
    """The text of a file that must not hold ``what`` yet."""
    text = file.read_text(encoding="utf-8")
    if what in text:
        raise CannotWrite(f"{file.relative_to(ROOT)} has {what.strip(' =')} already.")
    return text


def inserted(text: str, after: str, what: str, file: Path) -> str:
    found = re.search(after, text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise CannotWrite(f"{file.relative_to(ROOT)} has no {after.split(chr(92))[0].strip('^')}. Use FAMILY=.")
    return text[: found.end()] + what + text[found.end() :]


def with_import(text: str, module: str, name: str) -> str:
    """The text with an import. ruff brings it in order."""
    found = re.search(rf"^from {re.escape(module)} import (\(.*?\)|.*?)$", text, re.MULTILINE | re.DOTALL)
    if found is not None and re.search(rf"\b{name}\b", found.group(1)):
        return text
    first = "from __future__ import annotations\n"
    return text.replace(first, f"{first}\nfrom {module} import {name}\n", 1)


def format_code(files: list[Path]) -> None:
    for command in (("check", "--fix"), ("format",)):
        subprocess.run([sys.executable, "-m", "ruff", *command, "--quiet", *map(str, files)], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
