# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Constructed groups are those of ansible-core's own methods, over generated fleets and options, but faster."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import ansible.constants
import ansible.template
import pytest
from ansible.inventory.data import InventoryData
from ansible.parsing.dataloader import DataLoader
from ansible.plugins.inventory import BaseInventoryPlugin, Constructable
from ansible.template import Templar
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ansible_collections.community.scaleway.plugins.plugin_utils import _constructed
from ansible_collections.community.scaleway.plugins.plugin_utils._constructed import Constructed
from tests.simulator import seed

try:
    from ansible.utils.unsafe_proxy import wrap_var
except ImportError:
    wrap_var = str

Fleet = list[tuple[str, dict[str, Any]]]
TAGGED = hasattr(ansible.template, "trust_as_template")  # from ansible-core 2.19 on
NATIVE = [False] if TAGGED else [False, True]

EXPRESSIONS = (
    "'root'",
    "name",
    "name ~ '.example'",
    "name.split('-')[0]",
    "zone",
    "state",
    "state | default('none', true) | upper",
    "tags",
    "tags | first",
    "tags[0] | default('untagged')",
    "image.name",
    "image['name'] | lower",
    "image.os.family | default('unknown')",
    "image.items() | list",
    "image.get('name')",
    "image",
    "count",
    "count + 1",
    "count * 1.5",
    "tags | length > 1",
    "['a', zone]",
    "{'zone': zone, 'state': state}",
    "dict(zone=zone)",
    "(name, count)",
    "nowhere",
    "nowhere | default(zone)",
    "nowhere.deep",
    "zone | regex_replace('-[0-9]$', '')",
    "zone is match('fr-\\w+')",
    "tags | map('upper') | list",
    "tags | map('regex_replace', '^a', 'b')",
    "tags | select('match', '^a') | join('+')",
    "[image] | map(attribute='name') | first",
    "[image] | selectattr('name', 'defined') | list | length",
    "tags | random(seed=name)",
    "tags | shuffle(seed=3) | list",
    "lookup('env', 'HOME')",
    "name | ansible.builtin.basename",
    "name | no_such_filter",
    "zone[",
    "zone }}{{ state",
    "{{ zone }}",
    "earlier",
    "composed",
    "composed ~ zone",
    "inventory_hostname",
    "group_names | join(',')",
    "inventory_hostname_short[:3]",
    "omit",
    "none",
    "''",
    "42",
    "true",
    "'yes' if count else none",
    "1 / count",
    "[] if count else {}",
    "'[1, 2]'",
    "'{' ~ zone ~ '}'",
    "description",
    "description | default(zone) | length",
    "range(count) | list",
    "other",
    "'a\\\\b' ~ zone",
    "vars.zone",
    "tags.append('x')",
    "name.__class__",
    "image.keys() | list",
)
CONDITIONS = (
    *EXPRESSIONS,
    "zone == 'fr-par-1'",
    "'a' in tags",
    "count > 1 and state is not none",
    "not tags",
    "state is defined and state",
    " zone is match('fr') ",
    "group_names | length > 1",
    True,
    False,
)
SEPARATORS = ("_", "-", "", ":")
DATA = (None, "", "plain", "{{ zone }}", "{{ lookup('pipe', 'echo') }}", "{% raw %}", "a{b", "ünï")


def text(value: str, marked: bool) -> str:
    """A text of the API as the plugin puts it there, or one that is a template."""
    if TAGGED:
        return ansible.template.trust_as_template(value) if marked else value
    return value if marked else wrap_var(value)


@st.composite
def fleets(draw: Any) -> Fleet:
    found: Fleet = []
    for number in range(draw(st.integers(1, 7))):
        variables: dict[str, Any] = {
            "name": draw(st.sampled_from(("web-1", "web-2", "db-1", "a b.c", ""))),
            "zone": draw(st.sampled_from(("fr-par-1", "fr-par-2", "nl-ams-1"))),
            "state": draw(st.sampled_from(("running", "", None))),
            "count": draw(st.sampled_from((0, 1, 2, True, 1.0))),
            "tags": draw(st.lists(st.sampled_from(("a", "b=c", "", "ünï", None, 3, "{{ zone }}")), max_size=3)),
            "other": draw(st.sampled_from((b"bytes", 7, "x", ["x", None, ""], {"a": "", "b": None, "c": "d"}))),
        }
        variables["tags"] = [
            text(tag, False) if isinstance(tag, str) and "{" in tag else tag for tag in variables["tags"]
        ]
        if draw(st.booleans()):
            image: dict[str, Any] = {"name": draw(st.sampled_from(("Debian", "Ubuntu", None)))}
            if draw(st.booleans()):
                image["os"] = {"family": draw(st.sampled_from(("linux", 1, True, [])))}
            image["note"] = draw(st.sampled_from((1, "x", text("{{ x", False))))
            variables["image"] = draw(st.sampled_from((image, None)))
        description = draw(st.sampled_from(DATA))
        if description is not None:
            variables["description"] = text(description, draw(st.booleans())) if "{" in description else description
        if draw(st.booleans()):
            variables["vars"] = {"zone": "of vars"}
        # One of the names is that of a group, too.
        name = draw(st.sampled_from((f"host-{number}", f"10.0.0.{number}", "fr_par_1", "z_a")))
        if name not in dict(found):
            found.append((name, variables))
    return found


keyed_group = st.fixed_dictionaries(
    {"key": st.sampled_from(EXPRESSIONS)},
    optional={
        "prefix": st.sampled_from(("", "z", "a b")),
        "separator": st.sampled_from(SEPARATORS),
        "parent_group": st.sampled_from(
            ("parents", "z_{{ zone }}", "{{ state }}", "{{ nowhere }}", "all_{{ name }}", "")
        ),
        "default_value": st.sampled_from(("none", "", None)),
        "trailing_separator": st.sampled_from((True, False)),
    },
)
options = st.fixed_dictionaries(
    {
        "strict": st.booleans(),
        "leading_separator": st.booleans(),
        "use_extra_vars": st.booleans(),
        "compose": st.dictionaries(
            st.sampled_from(("composed", "second", "zone", "ansible_host")), st.sampled_from(EXPRESSIONS), max_size=3
        ),
        "groups": st.dictionaries(
            st.sampled_from(("one", "two", "with space", "parents")), st.sampled_from(CONDITIONS), max_size=3
        ),
        "keyed_groups": st.lists(keyed_group, max_size=3),
    }
)


class Plugin(BaseInventoryPlugin, Constructable):  # type: ignore[misc]
    NAME = "test"

    def __init__(self, told: dict[str, Any], fleet: Fleet, extra: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.told = told
        self.loader = DataLoader()
        self.inventory = InventoryData()
        self.templar = Templar(loader=self.loader)
        self._vars = extra or {}
        for name, variables in fleet:
            self.inventory.add_host(name)
            self.inventory.hosts[name].vars.update(variables)

    def get_option(self, option: str, hostvars: Any = None) -> Any:
        return self.told[option]


def with_core(plugin: Plugin, fleet: Fleet) -> None:
    strict = plugin.told["strict"]
    for name, variables in fleet:
        plugin._set_composite_vars(plugin.told["compose"], variables, name, strict=strict)
        plugin._add_host_to_composed_groups(plugin.told["groups"], variables, name, strict=strict)
        plugin._add_host_to_keyed_groups(plugin.told["keyed_groups"], variables, name, strict=strict)


def with_ours(plugin: Plugin, fleet: Fleet) -> None:
    constructed = Constructed(plugin)
    for name, variables in fleet:
        constructed.add(name, variables)


def from_yaml(value: dict[str, Any], folder: Any) -> dict[str, Any]:
    """The options as ansible-core reads them: with their origin, and trusted as templates."""
    path = folder / "options.yml"
    path.write_text(json.dumps(value))
    trusted = {"trusted_as_template": True} if TAGGED else {}
    found: dict[str, Any] = DataLoader().load_from_file(str(path), cache="none", **trusted)
    return found


def outcome(
    way: Callable[[Plugin, Fleet], None], told: dict[str, Any], fleet: Fleet, extra: dict[str, Any] | None = None
) -> dict[str, Any]:
    # A copy for each way: an expression may change what it reads.
    fleet = [(name, copied(variables)) for name, variables in fleet]
    plugin = Plugin(told, fleet, extra)
    failure = None
    try:
        way(plugin, fleet)
    except Exception as error:  # noqa: BLE001 (whatever it is, it has to be the same)
        failure = (type(error).__name__, str(error))
    inventory = plugin.inventory
    return {
        "failure": failure,
        # The order of a host's groups is by chance in ansible-core: it adds parents out of a set.
        "hosts": {
            name: (
                sorted(group.name for group in host.groups),
                {key: exactly(value) for key, value in host.vars.items()},
            )
            for name, host in inventory.hosts.items()
        },
        "groups": [
            (
                name,
                [host.name for host in group.hosts],
                [child.name for child in group.child_groups],
                [parent.name for parent in group.parent_groups],
                group.depth,
                {key: exactly(value) for key, value in group.vars.items()},
            )
            for name, group in inventory.groups.items()
        ],
        "shared": shared(inventory),
    }


def copied(value: Any) -> Any:
    if type(value) is dict:
        return {key: copied(item) for key, item in value.items()}
    return [copied(item) for item in value] if type(value) is list else value


def exactly(value: Any) -> Any:
    """A value with all that ansible-core knows of it: types, and where it comes from."""
    tags = sorted(map(str, getattr(value, "_ansible_tags_mapping", {}).values()))
    if isinstance(value, dict):
        return [type(value).__name__, tags, [(exactly(name), exactly(item)) for name, item in value.items()]]
    if isinstance(value, (list, tuple)):
        return [type(value).__name__, tags, [exactly(item) for item in value]]
    return [type(value).__name__, tags, repr(value)]


def shared(inventory: InventoryData) -> list[str]:
    """The variables that are one object for several hosts, and could be changed."""
    owner: dict[int, str] = {}
    found = []
    for name, host in inventory.hosts.items():
        for key, value in host.vars.items():
            if isinstance(value, (dict, list)) and owner.setdefault(id(value), name) != name:
                found.append(key)
    return sorted(set(found))


@pytest.fixture(params=NATIVE, ids=lambda native: "native" if native else "default")
def native_types(request: pytest.FixtureRequest) -> Iterator[None]:
    """The types of Jinja, which were a choice before ansible-core 2.19."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param:
            patch.setattr(ansible.constants, "DEFAULT_JINJA2_NATIVE", True)
        yield


@pytest.mark.usefixtures("native_types")
@pytest.mark.parametrize("extra", [{}, {"zone": "{{ name }}", "count": 5}], ids=["", "extra variables"])
def test_same_as_core(extra: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("options")

    @settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(fleets(), options)
    def compare(fleet: Fleet, told: dict[str, Any]) -> None:
        told = from_yaml(told, folder)
        assert outcome(with_ours, told, fleet, extra) == outcome(with_core, told, fleet, extra)

    compare()


@pytest.mark.parametrize("expression", CONDITIONS)
def test_each_expression(expression: str | bool, tmp_path: Any) -> None:
    """Alone, for hosts that share values and hosts that don't."""
    fleet: Fleet = []
    for number in range(12):
        variables: dict[str, Any] = {
            "name": f"web-{number % 3}",
            "zone": f"fr-par-{number % 2}",
            "state": ("running", "", None)[number % 3],
            "count": (0, 1, True, 1.0, 2)[number % 5],
            "tags": [["a", "b=c"], [], [""], [None, "a"]][number % 4],
            "other": [["x", None, ""], {"a": "", "b": None, "c": "d"}, 7, "x"][number % 4],
            "description": text(DATA[number % 5] or "", bool(number % 2)),
        }
        if number % 5:
            variables["image"] = {"name": "Debian", "os": {"family": "linux"}} if number % 3 else {}
        fleet.append((f"host-{number}", variables))
    for keyed in (
        {"prefix": "p", "default_value": "none"},
        {"trailing_separator": False, "parent_group": "g_{{ zone }}"},
    ):
        told = {
            "strict": False,
            "leading_separator": False,
            "use_extra_vars": False,
            "compose": {} if isinstance(expression, bool) else {"composed": expression},
            "groups": {"one": expression, "two": "composed is defined"},
            "keyed_groups": [] if isinstance(expression, bool) else [{"key": expression, **keyed}, {"key": "composed"}],
        }
        told = from_yaml(told, tmp_path)
        assert outcome(with_ours, told, fleet) == outcome(with_core, told, fleet)


def test_what_is_changed_by_chance_is_not_remembered() -> None:
    """An expression that gives something else each time is evaluated for each host."""
    impure = (
        "tags | random(seed=name)",
        "[1, 2] | shuffle",
        "now()",
        "lookup('env', 'X')",
        "query('env', 'X')",
        "tags | map('random')",
        "tags.append(1)",
        "'x' | password_hash",
        "zone | strftime",
        "tags | select('exists')",
    )
    known = frozenset(("now", "lookup", "query"))
    assert [text for text in impure if _constructed.read(text, (), known).paths is not None] == []
    # Such a filter may be worked out by the compiler when it has nothing but constants to work on.
    assert not _constructed.read("'x' | password_hash", (), known).compile_once
    assert _constructed.read("name | password_hash", (), known).compile_once


def test_paths() -> None:
    read = _constructed.read(
        "image.os['family'] | default(tags[0]) ~ name.split('-')[0]", ("{{ zone }}x",), frozenset()
    )
    assert read.paths is not None
    assert [".".join(name for _by_item, name in path) for path in read.paths] == [
        "image.os.family",
        "tags",
        "name.split",
        "zone",
    ]


def test_a_filter_of_the_user_with_a_known_name_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loader:
        @staticmethod
        def get(name: str) -> Any:
            return type("Filter", (), {"_original_path": "/playbooks/filter_plugins/mine.py"})

    assert _constructed.is_known("upper", "filter")
    assert _constructed.is_known("regex_replace", "filter")
    monkeypatch.setattr(_constructed, "filter_loader", Loader)
    assert not _constructed.is_known("upper", "filter")


def test_without_a_way_to_keep_what_was_compiled(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """As it would be with an ansible-core whose template engine was written anew."""
    fleet: Fleet = [(f"host-{number}", {"name": f"web-{number % 2}", "number": number}) for number in range(6)]
    told = {
        "strict": True,
        "leading_separator": True,
        "use_extra_vars": False,
        "compose": {"role": "name.split('-')[0]", "next": "number + 1"},
        "groups": {"even": "number is divisibleby 2"},
        "keyed_groups": [{"key": "name"}],
    }
    told = from_yaml(told, tmp_path)
    expected = outcome(with_core, told, fleet)
    monkeypatch.setattr(_constructed.Compiler, "environment_of", staticmethod(lambda templar: None))
    assert outcome(with_ours, told, fleet) == expected
    assert expected["failure"] is None


def test_values_that_do_not_repeat_are_not_remembered(tmp_path: Any) -> None:
    fleet: Fleet = [(f"host-{number}", {"name": f"web-{number}"}) for number in range(_constructed.TRIALS + 5)]
    told = {"strict": True, "leading_separator": True, "use_extra_vars": False, "groups": {}, "keyed_groups": []}
    told = from_yaml({**told, "compose": {"fqdn": "name ~ '.example'"}}, tmp_path)
    plugin = Plugin(told, fleet)
    constructed = Constructed(plugin)
    for name, variables in fleet:
        constructed.add(name, variables)
    assert constructed.compose[0].remembered is None
    assert all(host.vars["fqdn"] == f"{host.vars['name']}.example" for host in plugin.inventory.hosts.values())


def test_five_times_faster(tmp_path: Any) -> None:
    """Measured it is 20 to 28 times, see tests/benchmark."""
    fleet: Fleet = []
    for number in range(150):
        server = seed.server(number, seed.ZONES[number % len(seed.ZONES)])
        fleet.append((server["name"], {f"scw_{key}": value for key, value in server.items()}))
    told = from_yaml(
        {
            "strict": False,
            "leading_separator": True,
            "use_extra_vars": False,
            "compose": {"ansible_user": "'root'", "address": "scw_public_ips[0].address"},
            "groups": {"up": "scw_state == 'running'", "small": "scw_commercial_type is match('(DEV|PLAY)')"},
            "keyed_groups": [{"key": "scw_zone"}, {"key": "scw_tags", "prefix": "tag"}],
        },
        tmp_path,
    )
    seconds: dict[str, float] = {}
    for _round in range(2):
        for way in (with_core, with_ours):
            plugin = Plugin(told, fleet)
            start = time.process_time()
            way(plugin, fleet)
            seconds[way.__name__] = min(seconds.get(way.__name__, 1e9), time.process_time() - start)
    assert seconds["with_core"] > 5 * seconds["with_ours"]
