"""Calls that script the server in tests; there only with ``--faults``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from ivk_desktop.demo import burst
from ivk_desktop.demo.faults import WrongAnswer
from ivk_desktop.demo.nodes.stages import NodeFailed
from ivk_desktop.demo.reply import answer, body_of
from ivk_desktop.demo.state import State, state_of
from ivk_desktop.demo.studio import painted

routes = web.RouteTableDef()

Exit = Callable[[int], None]
Restart = Callable[[float], None]
EXIT: web.AppKey[Exit] = web.AppKey("exit")
"""Ends the process at once, as kill -9 does."""
RESTART: web.AppKey[Restart] = web.AppKey("restart")
"""Drops everything, is away for some seconds, and comes back as a restarted server does."""


@routes.get("/demo/faults")
async def show(request: web.Request) -> web.Response:
    """What is scripted now, and how many steps wait."""
    return answer(_shown(state_of(request)))


def _shown(state: State) -> dict[str, Any]:
    pacing = state.engine.pacing
    return state.faults.json() | {"held": pacing.held, "waiting": pacing.waiting}


@routes.post("/demo/faults")
async def script(request: web.Request) -> web.Response:
    """Script what the body names, in its order; see the keys of the table below."""
    state = state_of(request)
    body = await body_of(request)
    for key, value in body.items():
        if key == "exit":
            request.app[EXIT](int(value))
        elif key == "restart":
            request.app[RESTART](float(value))
        else:
            await _SCRIPTS[key](state, value)
    return answer(_shown(state))


async def _clear(state: State, _: Any) -> None:
    state.faults.clear()
    state.engine.node_failures.clear()
    state.engine.pacing.step_delay_s = None
    await state.engine.pacing.hold(False)


async def _drop_sockets(state: State, wanted: Any) -> None:
    if wanted:
        state.faults.drop_sockets()


async def _refuse_sockets(state: State, wanted: Any) -> None:
    state.faults.refuse_sockets = bool(wanted)


async def _stall(state: State, seconds: Any) -> None:
    state.faults.stall(float(seconds))


async def _answers(state: State, answers: Any) -> None:
    state.faults.wrong += [WrongAnswer(**entry) for entry in answers]


async def _fail_node(state: State, wanted: Any) -> None:
    failure = NodeFailed(
        wanted.get("error_type", "RuntimeError"), wanted.get("message", "failed as scripted")
    )
    state.engine.fail_next(wanted["type"], failure, wanted.get("times", 1))


async def _emit(state: State, wanted: Any) -> None:
    await state.hub.emit(wanted["event"], wanted.get("data"), wanted.get("room", "default"))


async def _step_delay(state: State, seconds: Any) -> None:
    state.engine.pacing.step_delay_s = None if seconds is None else float(seconds)


async def _hold(state: State, wanted: Any) -> None:
    await state.engine.pacing.hold(bool(wanted))


async def _advance(state: State, steps: Any) -> None:
    await state.engine.pacing.advance(int(steps))


async def _expire_tokens(state: State, wanted: Any) -> None:
    if wanted:
        state.users.expire()


async def _max_queue_size(state: State, size: Any) -> None:
    state.queues["default"].max_size = int(size)


async def _missing_models(state: State, names: Any) -> None:
    listed = state.models.listed()
    state.models.missing = {one["key"] for one in listed if one["name"] in names}


_SCRIPTS: dict[str, Callable[[State, Any], Awaitable[None]]] = {
    "clear": _clear,
    "drop_sockets": _drop_sockets,
    "refuse_sockets": _refuse_sockets,
    "stall_s": _stall,
    "answers": _answers,
    "fail_node": _fail_node,
    "emit": _emit,
    "step_delay_s": _step_delay,
    "hold": _hold,
    "advance": _advance,
    "expire_tokens": _expire_tokens,
    "max_queue_size": _max_queue_size,
    "missing_models": _missing_models,
}


@routes.post("/demo/burst")
async def start_burst(request: web.Request) -> web.Response:
    """Emit previews at a steady rate; answers when the last is out."""
    plan = burst.Plan(**await body_of(request))
    state = state_of(request)
    frames = await painted(burst.frames, plan)
    return answer(await burst.play(state, plan, frames))
