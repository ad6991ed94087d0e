# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The endpoints under /_simulator/, by which tests look behind the scenes. They need no token and are not logged."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from .app import CONTROL, Simulator
from .products import KINDS
from .store import Store

SECRETS = ("account.token.id",)


def application(simulator: Simulator) -> web.Application:
    """Everything that is served on one port."""
    app = web.Application(client_max_size=64 * 1024 * 1024)
    control = Control(simulator)
    app.router.add_route("GET", CONTROL + "requests", control.requests)
    app.router.add_route("GET", CONTROL + "requests/count", control.count_requests)
    app.router.add_route("DELETE", CONTROL + "requests", control.forget_requests)
    app.router.add_route("GET", CONTROL + "faults", control.faults)
    app.router.add_route("POST", CONTROL + "faults", control.add_fault)
    app.router.add_route("DELETE", CONTROL + "faults", control.clear_faults)
    app.router.add_route("GET", CONTROL + "clock", control.clock)
    app.router.add_route("POST", CONTROL + "clock", control.set_clock)
    app.router.add_route("GET", CONTROL + "state", control.state)
    app.router.add_route("POST", CONTROL + "change", control.change)
    app.router.add_route("POST", CONTROL + "add", control.add)
    app.router.add_route("POST", CONTROL + "quota", control.quota)
    app.router.add_route("POST", CONTROL + "rights", control.rights)
    app.router.add_route("POST", CONTROL + "conditions", control.conditions)
    app.router.add_route("POST", CONTROL + "reset", control.reset)
    app.router.add_route("GET", "/metadata/{path:.*}", control.metadata)
    app.router.add_route("*", "/{path:.*}", simulator.answer)
    return app


class Control:
    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator

    @property
    def store(self) -> Store:
        return self.simulator.store

    async def requests(self, request: web.Request) -> web.Response:
        return web.json_response({"requests": self.simulator.log})

    async def count_requests(self, request: web.Request) -> web.Response:
        return web.json_response({"count": len(self.simulator.log)})

    async def forget_requests(self, request: web.Request) -> web.Response:
        self.simulator.log.clear()
        return web.Response(status=204)

    async def faults(self, request: web.Request) -> web.Response:
        rules = self.simulator.faults.rules
        return web.json_response(
            {"faults": [dict(rule.told, left=None if rule.left > 1e9 else rule.left) for rule in rules]}
        )

    async def add_fault(self, request: web.Request) -> web.Response:
        try:
            self.simulator.faults.add(await request.json())
        except (TypeError, ValueError) as error:
            return web.json_response({"message": str(error)}, status=400)
        return web.Response(status=204)

    async def clear_faults(self, request: web.Request) -> web.Response:
        self.simulator.faults.clear()
        return web.Response(status=204)

    async def clock(self, request: web.Request) -> web.Response:
        clock = self.store.clock
        return web.json_response({"now": clock.text(), "scale": clock.scale})

    async def set_clock(self, request: web.Request) -> web.Response:
        told = await request.json()
        if "scale" in told:
            self.store.clock.set_scale(float(told["scale"]))
        self.store.clock.advance(float(told.get("advance", 0)))
        return await self.clock(request)

    async def state(self, request: web.Request) -> web.Response:
        return web.json_response(self.store.dump(lambda name, value: "********" if name in SECRETS else value))

    async def change(self, request: web.Request) -> web.Response:
        """Change an object behind the API's back: ``{"kind": "instance.volume", "id": …, "changes": {…}}``."""
        told: dict[str, Any] = await request.json()
        for (key, _locality), found in self.store.objects.items():
            if key == told["kind"] and told["id"] in found:
                found[told["id"]].change(told["changes"])
                return web.Response(status=204)
        return web.json_response({"message": "no such object"}, status=404)

    async def add(self, request: web.Request) -> web.Response:
        """Put objects there as they are: ``{"objects": [{"kind": "ipam.ip", "locality": "fr-par", "data": {…}}]}``."""
        for told in (await request.json())["objects"]:
            kind = next((kind for kind in KINDS if kind.key == told["kind"]), None)
            if kind is None:
                return web.json_response({"message": f"no kind {told['kind']}"}, status=404)
            self.store.add(kind, told["locality"], told["data"]).as_is = True
        return web.Response(status=204)

    async def quota(self, request: web.Request) -> web.Response:
        """``{"resource": "instance_volume", "quota": 3}``; null lifts it."""
        told = await request.json()
        if told["quota"] is None:
            self.store.quotas.pop(told["resource"], None)
        else:
            self.store.quotas[told["resource"]] = int(told["quota"])
        return web.Response(status=204)

    async def rights(self, request: web.Request) -> web.Response:
        """``{"token": …, "refused": ["instance_volume"]}``: what a token may not use; "*" is everything."""
        told = await request.json()
        self.store.refused[told["token"]] = set(told["refused"])
        return web.Response(status=204)

    async def conditions(self, request: web.Request) -> web.Response:
        """``{"mishaps": ["poweron"], "slowness": 100}``: what goes wrong, and how much longer everything takes."""
        told = await request.json()
        self.store.mishaps = set(told.get("mishaps", ()))
        self.store.slowness = float(told.get("slowness", 1))
        return web.Response(status=204)

    async def metadata(self, request: web.Request) -> web.Response:
        """What the metadata service of a server tells it (classic.md): the first server of fr-par-1."""
        path = request.match_info["path"]
        servers = self.store.objects.get(("instance.server", "fr-par-1"), {})
        server = next(iter(servers.values())).data if servers else {}
        texts = self.store.texts.get(str(server.get("id")), {})
        peer = request.transport.get_extra_info("peername") if request.transport else None
        if path.startswith("user_data") and peer and peer[1] >= 1024:
            return web.json_response({"message": "user data is for root only"}, status=403)
        if path == "conf":
            return web.json_response({"id": server.get("id"), "name": server.get("name"), "tags": server.get("tags")})
        if path == "user_data":
            return web.json_response({"user_data": sorted(texts)})
        return web.Response(text=texts.get(path.removeprefix("user_data/"), ""))

    async def reset(self, request: web.Request) -> web.Response:
        told = await request.json() if request.can_read_body else {}
        self.simulator.reset(told.get("servers"))
        return web.Response(status=204)
