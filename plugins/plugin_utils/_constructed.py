# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This plugin util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""``compose``, ``groups`` and ``keyed_groups`` for many hosts, with the results of ansible-core's own methods.

ansible-core compiles every expression again for every host, and evaluates it again for values it has met before. Here
its own methods run, one entry of an option at a time, and two things are saved:

- The compiled expression is kept and handed to the next host.
- What the methods did to the inventory is remembered together with the values the expression saw. The next host with the
  same values gets the same, without an evaluation.

So nothing is decided here that ansible-core decides: names of groups, separators, defaults, errors. An expression takes
part when what it gives depends on nothing but the values it names (see :func:`read`), and a value takes part when it is
plain data. Everything else goes to ansible-core as it is.
"""

from __future__ import annotations

import os
import typing as t

import ansible.template
import jinja2
from ansible import constants as C
from ansible.inventory.host import Host
from ansible.plugins.loader import filter_loader, test_loader
from ansible.utils.vars import combine_vars
from jinja2 import nodes
from jinja2.parser import Parser

Variables = t.Dict[str, t.Any]
Path = t.Tuple[t.Tuple[bool, str], ...]
Step = t.Tuple[t.Optional[str], t.Any]
"""A variable and its value, or None and a group."""

# Filters, tests and methods whose result depends on nothing but their arguments, and that change none of these.
FILTERS = frozenset(
    [
        "abs",
        "b64decode",
        "b64encode",
        "basename",
        "batch",
        "bool",
        "capitalize",
        "center",
        "checksum",
        "combine",
        "commonpath",
        "community",
        "contains",
        "count",
        "d",
        "default",
        "dict2items",
        "dictsort",
        "difference",
        "dirname",
        "extract",
        "first",
        "flatten",
        "float",
        "format",
        "from_json",
        "hash",
        "human_readable",
        "human_to_bytes",
        "int",
        "intersect",
        "items",
        "items2dict",
        "join",
        "last",
        "length",
        "list",
        "log",
        "lower",
        "map",
        "mandatory",
        "max",
        "md5",
        "min",
        "normpath",
        "path_join",
        "pow",
        "product",
        "quote",
        "regex_escape",
        "regex_findall",
        "regex_replace",
        "regex_search",
        "reject",
        "rejectattr",
        "replace",
        "reverse",
        "root",
        "round",
        "select",
        "selectattr",
        "sha1",
        "slice",
        "sort",
        "split",
        "splitext",
        "string",
        "sum",
        "symmetric_difference",
        "ternary",
        "title",
        "to_json",
        "to_nice_json",
        "to_uuid",
        "tojson",
        "trim",
        "truncate",
        "type_debug",
        "union",
        "unique",
        "upper",
        "urldecode",
        "urlencode",
        "urlsplit",
        "wordcount",
        "zip",
        "zip_longest",
    ]
)
TESTS = frozenset(
    [
        "!=",
        "<",
        "<=",
        "==",
        ">",
        ">=",
        "all",
        "any",
        "boolean",
        "contains",
        "defined",
        "divisibleby",
        "eq",
        "equalto",
        "even",
        "falsy",
        "false",
        "float",
        "ge",
        "greaterthan",
        "gt",
        "in",
        "integer",
        "issubset",
        "issuperset",
        "iterable",
        "le",
        "lessthan",
        "lower",
        "lt",
        "mapping",
        "match",
        "ne",
        "none",
        "number",
        "odd",
        "regex",
        "sameas",
        "search",
        "sequence",
        "string",
        "subset",
        "superset",
        "true",
        "truthy",
        "undefined",
        "upper",
        "version",
        "version_compare",
    ]
)
METHODS = frozenset(
    [
        "capitalize",
        "casefold",
        "center",
        "count",
        "endswith",
        "expandtabs",
        "find",
        "get",
        "index",
        "isalnum",
        "isalpha",
        "isascii",
        "isdecimal",
        "isdigit",
        "isidentifier",
        "islower",
        "isnumeric",
        "isprintable",
        "isspace",
        "istitle",
        "isupper",
        "items",
        "join",
        "keys",
        "ljust",
        "lower",
        "lstrip",
        "partition",
        "removeprefix",
        "removesuffix",
        "replace",
        "rfind",
        "rindex",
        "rjust",
        "rpartition",
        "rsplit",
        "rstrip",
        "split",
        "splitlines",
        "startswith",
        "strip",
        "swapcase",
        "title",
        "upper",
        "values",
        "zfill",
    ]
)
# Those of the filters that are told the name of another filter or test, and the place of the name.
NAMED_BY = {"map": (0, "filter"), "select": (0, "test"), "reject": (0, "test"), "selectattr": (1, "test")}
NAMED_BY["rejectattr"] = NAMED_BY["selectattr"]
PLAIN_NODES = (
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.List,
    nodes.Tuple,
    nodes.Dict,
    nodes.Pair,
    nodes.Keyword,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.Concat,
    nodes.BinExpr,
    nodes.UnaryExpr,
)
JINJA = jinja2.Environment()
"""Only reads what an expression is made of."""
DELIMITERS = ("{{", "}}", "{%", "%}", "{#", "#}")
CORE = os.path.join(os.path.dirname(os.path.abspath(ansible.__file__)), "plugins", "")
# Remembering is given up where hardly a value comes twice.
TRIALS = 500
# Exactly these types: a class that is derived from one may be more than data.
PLAIN_TYPES = frozenset((str, int, float, bool, type(None)))
CONTAINERS, MAPS, TEXTS = frozenset((dict, list)), frozenset((dict,)), frozenset((str,))
MISSING = ("missing",)
MAGIC = frozenset(Host("any").get_magic_vars())
# From ansible-core 2.19 on values carry tags. Before, a variable was made ready as a whole, whatever was read of it.
TAGGED = hasattr(ansible.template, "trust_as_template")


class Constructed:
    """What an inventory plugin's ``compose``, ``groups`` and ``keyed_groups`` say, for one host after the other."""

    def __init__(self, plugin: t.Any) -> None:
        self.plugin = plugin
        strict = plugin.get_option("strict")
        compiler = Compiler(plugin.templar)

        def rule(call: t.Callable[[Variables, str], None], expression: t.Any, *templates: t.Any) -> Rule:
            return Rule(plugin, call, expression, templates, compiler)

        def composing(name: str, expression: t.Any) -> Rule:
            return rule(
                lambda variables, host: plugin._set_composite_vars({name: expression}, variables, host, strict=strict),
                expression,
            )

        def grouping(name: str, expression: t.Any) -> Rule:
            return rule(
                lambda variables, host: plugin._add_host_to_composed_groups(
                    {name: expression}, variables, host, strict=strict, fetch_hostvars=False
                ),
                expression,
            )

        def keying(keyed: t.Any) -> Rule:
            told = dict(keyed) if isinstance(keyed, dict) else {}
            return rule(
                lambda variables, host: plugin._add_host_to_keyed_groups(
                    [keyed], variables, host, strict=strict, fetch_hostvars=False
                ),
                told.pop("key", None),
                *told.values(),
            )

        self.compose = [composing(name, text) for name, text in (plugin.get_option("compose") or {}).items()]
        self.groups = [grouping(name, text) for name, text in (plugin.get_option("groups") or {}).items()]
        self.keyed_groups = [keying(keyed) for keyed in plugin.get_option("keyed_groups") or []]
        # What ansible-core adds to the variables of a host depends on the groups it is in by then.
        self.groups_need_all = any(rule.needs_all for rule in self.groups)

    def add(self, name: str, variables: Variables) -> None:
        """What ``_set_composite_vars``, ``_add_host_to_composed_groups`` and ``_add_host_to_keyed_groups`` do for a host
        that is in the inventory."""
        host = self.plugin.inventory.hosts[name]
        for rule in self.compose:
            rule.apply(host, variables, variables)
        now = combine_vars(variables, host.get_vars()) if self.groups_need_all else None
        for rule in self.groups:
            rule.apply(host, variables, now)
        for rule in self.keyed_groups:
            rule.apply(host, variables, combine_vars(variables, host.get_vars()) if rule.needs_all else None)


class Rule:
    """One entry of an option, and what it did for the values it has met."""

    def __init__(
        self,
        plugin: t.Any,
        call: t.Callable[[Variables, str], None],
        expression: t.Any,
        templates: t.Sequence[t.Any],
        compiler: Compiler,
    ) -> None:
        self.plugin = plugin
        self.call = call
        self.compiler = compiler
        reading = read(expression, templates, compiler.globals)
        roots = tuple({path[0][1] for path in reading.paths or ()})
        if may_be_replaced(plugin, roots):
            reading = reading._replace(paths=None)
        self.paths = reading.paths
        self.roots = roots
        self.needs_all = reading.paths is None or not MAGIC.isdisjoint(roots)
        self.text = str(expression).strip()
        self.compiled: t.Optional[t.Dict[t.Any, t.Any]] = {} if reading.compile_once else None
        self.remembered: t.Optional[t.Dict[t.Any, t.List[Step]]] = {}
        self.hits = 0

    def apply(self, host: t.Any, variables: Variables, now: t.Optional[Variables]) -> None:
        """Do it for a host, with the variables ``now``, or those of the host over ``variables``."""
        if self.paths is None:
            self.run(now if now is not None else combine_vars(variables, host.get_vars()), host.name)
            return
        first = host.vars if now is None else now
        seen: Variables = {}
        for root in self.roots:
            if root in first:
                seen[root] = first[root]
            elif root in variables:
                seen[root] = variables[root]
        try:
            if not TAGGED:
                for value in seen.values():
                    if type(value) in CONTAINERS:
                        check_throughout(value)
            key = tuple([at(path, seen) for path in self.paths])
        except NotPlain:
            self.run(now if now is not None else combine_vars(variables, host.get_vars()), host.name)
            return
        if self.remembered is None:
            self.run(seen, host.name)
            return
        steps = self.remembered.get(key)
        # ansible-core takes a group where a host has the same name.
        if steps is not None and host.name not in self.plugin.inventory.groups:
            self.hits += 1
            replay(steps, host, self.plugin.inventory.groups)
            return
        self.remember(key, seen, host.name)

    def remember(self, key: t.Any, seen: Variables, name: str) -> None:
        inventory = self.plugin.inventory
        recorder = self.plugin.inventory = Recorder(inventory, name)
        try:
            self.run(seen, name)
        finally:
            self.plugin.inventory = inventory
        if self.remembered is None or recorder.steps is None or name in inventory.groups:
            return
        self.remembered[key] = recorder.steps
        if len(self.remembered) >= TRIALS and self.hits < len(self.remembered):
            self.remembered = None

    def run(self, variables: Variables, name: str) -> None:
        """Let ansible-core do it."""
        if self.compiled is None:
            self.call(variables, name)
            return
        with self.compiler.keeping(self.compiled, self.text):
            self.call(variables, name)


def replay(steps: t.List[Step], host: t.Any, groups: t.Dict[str, t.Any]) -> None:
    """Do to this host what was done to another one."""
    for name, value in steps:
        if name is None:
            groups[value].add_host(host)
        else:
            host.vars[name] = value


def at(path: Path, seen: Variables) -> t.Any:
    """What stands for the value that is reached by a path. Raises NotPlain."""
    value = seen.get(path[0][1], MISSING)
    for by_item, name in path[1:]:
        if type(value) not in MAPS or (not by_item and hasattr(dict, name)):
            break
        value = value.get(name, MISSING)
    return MISSING if value is MISSING else frozen(value)


def frozen(value: t.Any) -> t.Any:
    """Something hashable that is equal for equal values of equal types only. Raises NotPlain.

    Texts with a brace may be templates.
    """
    kind = type(value)
    if kind is str:
        if "{" in value:
            raise NotPlain
        return value
    if value is None:
        return None
    if kind is bool or kind is int:
        return kind, value
    if kind is float:
        return kind, repr(value)
    if kind is list:
        return kind, tuple([frozen(item) for item in value])
    if kind is dict:
        return kind, tuple([(frozen(name), frozen(item)) for name, item in value.items()])
    # A text that ansible-core made may be marked as unsafe by its type, or carry tags.
    if not (isinstance(value, str) and kind.__module__.startswith("ansible.")) or getattr(value, "__dict__", None):
        raise NotPlain
    return kind, frozen(str.__str__(value)), tags_of(value)


def check_throughout(value: t.Any) -> None:
    """Raise NotPlain when anything in a list or a dictionary is no plain data."""
    for item in value.values() if type(value) in MAPS else value:
        kind = type(item)
        if kind is dict or kind is list:
            check_throughout(item)
        elif kind not in PLAIN_TYPES or (kind is str and "{" in item):
            raise NotPlain


class NotPlain(Exception):
    """A value that may be more than it looks like."""


class Recorder:
    """An inventory that remembers what is done to one of its hosts."""

    def __init__(self, inventory: t.Any, host: str) -> None:
        self.inventory = inventory
        self.host = host
        self.steps: t.Optional[t.List[Step]] = []
        """None when they cannot be repeated."""

    def record(self, name: t.Optional[str], value: t.Any) -> None:
        if self.steps is not None:
            self.steps.append((name, value))

    def set_variable(self, entity: str, varname: str, value: t.Any) -> t.Any:
        if entity == self.host and (value is None or isinstance(value, (str, int, float))):
            self.record(varname, value)
        else:  # no two hosts share a list or a dictionary
            self.steps = None
        return self.inventory.set_variable(entity, varname, value)

    def add_group(self, group: str) -> t.Any:
        return self.inventory.add_group(group)  # once is enough

    def add_host(self, host: str, group: t.Optional[str] = None, port: t.Any = None) -> t.Any:
        if host == self.host and group and port is None:
            self.record(None, group)
        else:
            self.steps = None
        return self.inventory.add_host(host, group, port)

    def add_child(self, group: str, child: str) -> t.Any:
        if child == self.host:
            self.record(None, group)
        return self.inventory.add_child(group, child)  # once is enough for a group

    def __getattr__(self, name: str) -> t.Any:
        self.steps = None  # something that is not known here
        return getattr(self.inventory, name)


class Compiler:
    """Keeps the compiled form of an expression beside its rule.

    The environment's method that compiles is replaced until its first call, which is the one for the expression itself.
    Where ansible-core has no such method any more, nothing is kept, and everything is as slow as it is there.
    """

    def __init__(self, templar: t.Any) -> None:
        self.environment = self.environment_of(templar)
        self.method = "compile_expression" if TAGGED else "from_string"
        self.globals: t.FrozenSet[str] = frozenset(getattr(self.environment, "globals", ()))
        self.able = callable(getattr(self.environment, self.method, None)) and hasattr(self.environment, "__dict__")
        self.compiled: t.Dict[t.Any, t.Any] = {}
        self.text = ""

    @staticmethod
    def environment_of(templar: t.Any) -> t.Any:
        return getattr(getattr(templar, "_engine", None) if TAGGED else templar, "environment", None)

    def keeping(self, compiled: t.Dict[t.Any, t.Any], text: str) -> Compiler:
        self.compiled, self.text = compiled, text
        return self

    def __enter__(self) -> None:
        if self.able:
            self.environment.__dict__[self.method] = self.compile

    def __exit__(self, *_exception: object) -> None:
        if self.able:
            self.environment.__dict__.pop(self.method, None)

    def compile(self, source: str, *arguments: t.Any, **options: t.Any) -> t.Any:
        del self.environment.__dict__[self.method]
        original = getattr(self.environment, self.method)
        if options or self.text.replace("\\", "") not in source.replace("\\", ""):  # they may have been doubled
            return original(source, *arguments, **options)
        key = (str(source), arguments)
        if key not in self.compiled:
            self.compiled[key] = original(source, *arguments)
        return self.compiled[key]


class Reading(t.NamedTuple):
    """What an expression reads, and what may be saved."""

    paths: t.Optional[t.Tuple[Path, ...]] = None
    """What it depends on, and on nothing else; None when that can't be told."""
    compile_once: bool = False


def read(expression: t.Any, templates: t.Iterable[t.Any], known: t.FrozenSet[str]) -> Reading:
    """What an expression reads, together with the texts beside it that may be templates.

    ``known`` are the names that mean something without a variable, such as ``lookup``: what they give may change.
    """
    if isinstance(expression, bool):
        return Reading((), True)
    if not isinstance(expression, str) or any(mark in expression for mark in DELIMITERS):
        return Reading()
    try:
        trees: t.List[nodes.Node] = [parsed_expression(expression)]
        for text in templates:
            if not isinstance(text, (str, bool, int, type(None))) or str(text).startswith("#"):
                return Reading()
            if isinstance(text, str) and any(mark in text for mark in DELIMITERS):
                trees.append(parsed_template(text))
    except jinja2.TemplateError:
        return Reading()  # ansible-core tells what is wrong
    paths: t.Dict[Path, None] = {}
    pure = True
    for tree in trees:
        for node in every(tree):
            if isinstance(node, nodes.Name) and node.name in known | {"vars", "hostvars", "groups", "omit", "self"}:
                return Reading()
            if isinstance(node, (nodes.Filter, nodes.Test)):
                if not is_pure(node):
                    pure = False
                    if not stays_until_run(node):
                        return Reading()
            elif isinstance(node, nodes.Call):
                if not (isinstance(node.node, nodes.Getattr) and node.node.attr in METHODS):
                    return Reading()
            elif isinstance(node, nodes.Getattr):
                if node.attr.startswith("_"):
                    return Reading()
            elif not isinstance(node, PLAIN_NODES):
                return Reading()
        collect(tree, paths)
    return Reading(tuple(paths) if pure else None, True)


def parsed_expression(text: str) -> nodes.Node:
    parser = Parser(jinja2.Environment(), text, state="variable")
    tree = parser.parse_expression()
    if not parser.stream.eos:
        raise jinja2.TemplateSyntaxError("more than an expression", 1)
    return tree


def parsed_template(text: str) -> nodes.Node:
    """The one expression of a template, with texts around it."""
    body = jinja2.Environment().parse(text).body
    if len(body) != 1 or not isinstance(body[0], nodes.Output):
        raise jinja2.TemplateSyntaxError("more than expressions", 1)
    return nodes.Tuple([node for node in body[0].nodes if not isinstance(node, nodes.TemplateData)], "load")


def every(tree: nodes.Node) -> t.Iterator[nodes.Node]:
    yield tree
    for node in tree.iter_child_nodes():
        yield from every(node)


def is_pure(node: t.Union[nodes.Filter, nodes.Test]) -> bool:
    """Whether a filter or test depends on its arguments only. Those of a user may have the name of one of ours."""
    kind = "filter" if isinstance(node, nodes.Filter) else "test"
    if not is_known(node.name, kind) or node.dyn_args is not None or node.dyn_kwargs is not None:
        return False
    if kind == "filter" and node.name in NAMED_BY:
        place, kind = NAMED_BY[node.name]
        if len(node.args) > place:
            name = node.args[place]
            return isinstance(name, nodes.Const) and isinstance(name.value, str) and is_known(name.value, kind)
        return kind != "filter" or [option.key for option in node.kwargs if option.key != "default"] == ["attribute"]
    return True


def is_known(name: str, kind: str) -> bool:
    names, loader, builtin = (
        (FILTERS, filter_loader, JINJA.filters) if kind == "filter" else (TESTS, test_loader, JINJA.tests)
    )
    short = name.removeprefix("ansible.builtin.")
    if short not in names:
        return False
    try:
        plugin = loader.get(name)
    except KeyError:  # the name is an operator
        plugin = None
    if plugin is None:
        return short in builtin
    return str(getattr(plugin, "_original_path", "")).startswith(CORE)


def stays_until_run(node: nodes.Node) -> bool:
    """Whether a filter or test has a variable to work on, so that no compiler works out its result beforehand."""
    while isinstance(node, (nodes.Filter, nodes.Test, nodes.Getattr, nodes.Getitem)):
        if node.node is None:
            return False
        node = node.node
    return isinstance(node, (nodes.Name, nodes.Call))


def collect(node: nodes.Node, paths: t.Dict[Path, None]) -> None:
    """All variables that are read, each as far as it is certain what of it is read."""
    path = path_of(node)
    if path is not None:
        paths[path] = None
        return
    for child in node.iter_child_nodes():
        collect(child, paths)


def path_of(node: nodes.Node) -> t.Optional[Path]:
    if isinstance(node, nodes.Name):
        return ((True, node.name),)
    if isinstance(node, nodes.Getattr):
        name, by_item = node.attr, False
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and type(node.arg.value) in TEXTS:
        name, by_item = node.arg.value, True
    else:
        return None
    path = path_of(node.node)
    return None if path is None else (*path, (by_item, name))


def may_be_replaced(plugin: t.Any, roots: t.Sequence[str]) -> bool:
    """Whether expressions see something else than the host's variables: those of the command line, or merged ones."""
    if C.DEFAULT_HASH_BEHAVIOUR != "replace":
        return True
    try:
        return bool(plugin.get_option("use_extra_vars")) and not frozenset(plugin._vars).isdisjoint(roots)
    except KeyError:  # a plugin without this option
        return False


def tags_of(value: t.Any) -> t.FrozenSet[t.Any]:
    """From ansible-core 2.19 on, values carry where they come from, and whether they are trusted."""
    try:
        return frozenset(getattr(value, "_ansible_tags_mapping", {}).values())
    except TypeError:
        raise NotPlain from None
