# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Recorded exchanges with the real API, sent again to the simulator.

``python -m tests.contract.replay lb/v1`` tells how many of a product's exchanges agree, and why the others do not.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.families import CONTRACTS
from tests.families.case import Contract
from tests.simulator.process import SimulatorProcess
from tests.simulator.products import CATALOGS, ENDPOINTS, KINDS, catalog
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN
from tests.tools.link_collection import ROOT

RECORDINGS = ROOT.parent / "shared" / "recordings"
JAMMY = catalog.catalog_id("ubuntu_jammy", "fr-par-1", "x86_64", "instance_sbs")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ADDRESS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3}){3}")
ACCESS_KEY = re.compile(r"SCW[A-Z0-9]{17}")
SIGN = re.compile(f"{UUID.pattern}|{ADDRESS.pattern}|{ACCESS_KEY.pattern}")
# In place of those that the recordings do not tell.
PASSWORD = "Correct-Horse-1"
# What every account of the simulator is.
OWNERS = {
    "project": PROJECT,
    "project_id": PROJECT,
    "default_project_id": PROJECT,
    "organization": ORGANIZATION,
    "organization_id": ORGANIZATION,
}
SIMULATED = {
    *(f"{kind.product}/{kind.version}" for kind in KINDS),
    *(f"{product}/{version}" for (product, _path), (version, _answer) in CATALOGS.items()),
    *(f"{product}/{version}" for product, version, _path in ENDPOINTS),
}
Sequence = list[dict[str, Any]]


class Tally(NamedTuple):
    """How many exchanges agree, how many could not be sent again, and why others differ, with their numbers."""

    agreed: int
    left_out: int
    reasons: Counter[str]

    @property
    def share(self) -> float:
        return self.agreed / ((self.agreed + sum(self.reasons.values())) or 1)

    def told(self) -> str:
        lines = "".join(f"\n{count:4} {reason}" for reason, count in self.reasons.most_common())
        sent = self.agreed + sum(self.reasons.values())
        return f"{self.agreed} of {sent} exchanges agree, {self.left_out} cannot be sent again. The others:{lines}"


def product_of(url: str) -> str:
    return "/".join(url.split("?")[0].strip("/").split("/")[:2])


def call(url: str, method: str, path: str, body: Any = None) -> tuple[int, dict[str, str], Any]:
    data = None if body is None else json.dumps(body).encode()
    request = Request(url + path, data, {"X-Auth-Token": TOKEN, "Content-Type": "application/json"}, method=method)
    try:
        with urlopen(request, timeout=10) as response:
            content = response.read()
            return response.status, dict(response.headers), json.loads(content) if content else None
    except HTTPError as error:
        content = error.read()
        return error.code, dict(error.headers), json.loads(content) if content else None


def sequences(product: str) -> Iterator[Sequence]:
    """The recorded life cycles that touch a product."""
    for path in sorted((RECORDINGS / "sequences").glob("*.json")):
        told = json.loads(path.read_text())
        steps = told["exchanges"] if isinstance(told, dict) else []
        answers: dict[int, Any] = {}
        for step in steps:
            if "same_as" in step:
                step["res"] = answers.get(step["same_as"])
            answers[step["i"]] = step.get("res")
        if any(product_of(step["url"]) == product for step in steps):
            yield steps


def shape(value: Any) -> Any:
    """Names and kinds of values; lists by their first element."""
    if isinstance(value, dict):
        return {name: shape(item) for name, item in sorted(value.items())}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return None if value is None else type(value).__name__


def differences(ours: Any, theirs: Any, contract: Contract, path: str = "") -> list[str]:
    """Where two answers have other keys or kinds of values. Null, and an empty list, fit everything."""
    if ours in (None, [], {}) or theirs in (None, [], {}):
        return []
    if isinstance(ours, dict) and isinstance(theirs, dict):
        mapped = path.endswith(contract.maps)
        names = set(ours) & set(theirs) if mapped else set(ours) | set(theirs)
        found = []
        for name in sorted(names):
            if f"{path}.{name}".endswith(contract.later):
                continue
            if name not in ours or name not in theirs:
                found.append(f"{path}.{name} {'lacks' if name not in ours else 'is too much'}")
            else:
                found += differences(ours[name], theirs[name], contract, f"{path}.{name}")
        return found
    if isinstance(ours, list) and isinstance(theirs, list):
        return differences(ours[0], theirs[0], contract, f"{path}[]")
    return [] if type(ours) is type(theirs) else [f"{path} is {type(ours).__name__}, not {type(theirs).__name__}"]


def learn(ours: Any, theirs: Any, known: dict[str, str]) -> None:
    """Ids that stand at the same place in both answers mean the same thing."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in set(ours) & set(theirs):
            learn(ours[name], theirs[name], known)
    elif isinstance(ours, list) and isinstance(theirs, list):
        for mine, other in zip(sorted(ours, key=kind_of), sorted(theirs, key=kind_of)):
            learn(mine, other, known)
    elif isinstance(ours, str) and isinstance(theirs, str) and SIGN.fullmatch(theirs):
        known.setdefault(theirs, ours)


def kind_of(item: Any) -> str:
    """By what the elements of two lists are matched: images by architecture, everything else by its place."""
    return str(item.get("arch", "")) if isinstance(item, dict) else ""


def translated(text: str, known: dict[str, str]) -> str:
    return SIGN.sub(lambda found: known.get(found.group(), found.group()), text)


def ids_in(value: Any) -> set[str]:
    return {found.group() for found in UUID.finditer(json.dumps(value))}


def first_seen_in(answer: Any, known: dict[str, str]) -> set[str]:
    """The ids that a recorded answer introduces, without those of accounts."""
    if isinstance(answer, dict):
        named = {name: value for name, value in answer.items() if name not in OWNERS}
        return set().union(*(first_seen_in(value, known) for value in named.values()))
    if isinstance(answer, list):
        return set().union(*(first_seen_in(value, known) for value in answer))
    return ids_in(answer) - set(known) if isinstance(answer, str) else set()


def made_by(step: dict[str, Any]) -> set[str]:
    """The ids of what a recorded request made: those that it did not name itself."""
    body = step.get("res")
    inner = [body, *body.values()] if isinstance(body, dict) else []
    made = {str(item["id"]) for item in inner if isinstance(item, dict) and "id" in item}
    return made - ids_in([step["url"], step.get("req")])


def forget(ids: set[str], known: dict[str, str]) -> None:
    """Some recordings give an id twice, to one thing after the other."""
    for ident in ids:
        known.pop(ident, None)


def body_of(step: dict[str, Any], known: dict[str, str]) -> Any:
    """What to send: with the ids of here, and for an account of here where the recording names its own."""
    body = step.get("req")
    if not isinstance(body, dict):
        return body
    sent = json.loads(translated(json.dumps(body), known).replace("REDACTED_PASSWORD", PASSWORD))
    for name, value in OWNERS.items():
        if isinstance(body.get(name), str) and body[name] and body[name] not in known:
            sent[name] = value
    if "image" in sent and sent["image"] == body["image"]:
        sent["image"] = JAMMY  # a client that knows an image by heart: no recorded answer introduces it
    return sent


def path_of(step: dict[str, Any], known: dict[str, str]) -> str:
    """Where to send it: with the ids of here, as in the body."""

    def owner(found: re.Match[str]) -> str:
        return found.group() if found.group(2) in known else f"{found.group(1)}={OWNERS[found.group(1)]}"

    return translated(re.sub(rf"\b({'|'.join(OWNERS)})=({UUID.pattern})", owner, step["url"]), known)


def taken_back(steps: Sequence, number: int) -> bool:
    """Whether the API itself took back a refusal to show something: with nothing but reads until then, it showed it later."""
    asked = steps[number]
    if asked["m"] != "GET" or asked["st"] not in (403, 404):
        return False
    for step in steps[number + 1 :]:
        if step["m"] != "GET":
            return False
        if step["url"] == asked["url"] and step["st"] == 200:
            return True
    return False


def replay(simulator: SimulatorProcess, steps: Sequence, contract: Contract) -> Iterator[tuple[bool | None, str]]:
    """Send recorded requests in order, with ids replaced by the simulator's as they appear; whether each answer agrees.

    Before what changes something, and before a recorded 404, time passes: what was under way then, has ended. None stands
    for what cannot be sent again: it is about something made through an API that is not simulated, or by a request whose
    body the recorder lost, or it was refused for a moment only.
    """
    known: dict[str, str] = {}
    lost: set[str] = set()
    for number, step in enumerate(steps):
        counts = product_of(step["url"]) == contract.product
        if contract.wavers and taken_back(steps, number):
            yield None, ""
            continue
        if step["m"] == "POST" and step["st"] < 300:
            forget(made_by(step), known)
        mentioned = ids_in([step["url"], step.get("req")]) - set(known)
        if step.get("req_not_recorded") or product_of(step["url"]) not in SIMULATED or mentioned & lost:
            if step["st"] < 300:
                lost |= first_seen_in(step.get("res"), known)
            if step["m"] != "GET" and step.get("req_not_recorded"):
                lost |= ids_in(step["url"])
            if counts:
                yield None, ""
            continue
        if step["m"] != "GET" or step["st"] == 404 or contract.wavers:
            simulator.advance(30)
        status, _headers, answer = call(simulator.url, step["m"], path_of(step, known), body_of(step, known))
        if step["st"] < 300 and status < 300:
            learn(answer, step.get("res"), known)
        elif step["st"] < 300 and not counts:
            lost |= first_seen_in(step.get("res"), known)
        if not counts or step["st"] == 429:
            continue
        told = f"{step['m']} {re.sub(UUID, '<id>', step['url'].split('?')[0])}"
        if status != step["st"]:
            said = answer if isinstance(answer, dict) else {}
            why = said.get("details") or said.get("resource") or said.get("message", "")
            yield False, f"{told}: {status} instead of {step['st']} {why}"
            continue
        found = differences(answer, step.get("res"), contract) if status < 400 else []
        yield not found, f"{told}: {'; '.join(found)}" if found else ""


def tally(simulator: SimulatorProcess, contract: Contract) -> Tally:
    """All recorded life cycles of a product."""
    agreed = left_out = 0
    reasons: Counter[str] = Counter()
    for steps in sequences(contract.product):
        simulator.reset(0)
        for held, reason in replay(simulator, steps, contract):
            left_out += held is None
            agreed += held is True
            if held is False:
                reasons[reason] += 1
    return Tally(agreed, left_out, reasons)


def main(products: list[str]) -> None:
    known = {contract.product: contract for contract in CONTRACTS}
    with SimulatorProcess() as simulator:
        for product in products or known:
            print(f"{product}: {tally(simulator, known.get(product, Contract(product, 0))).told()}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
