"""Installing models, and where they are looked for."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

from ivk_desktop.demo.reply import answer, body_of, flag, needed, whole_number
from ivk_desktop.demo.state import state_of
from ivk_desktop.demo.store import installs
from ivk_desktop.demo.store.installs import ENDED, Job
from ivk_desktop.demo.store.starters import starters

routes = web.RouteTableDef()
BASE = "/api/v2/models"
INSTALL = f"{BASE}/install"


def _job(request: web.Request) -> Job:
    number = whole_number(request.match_info["id"], "path", "id")
    return state_of(request).installs.get(number)


@routes.get(INSTALL)
async def list_installs(request: web.Request) -> web.Response:
    """All jobs."""
    return answer([job.json() for job in state_of(request).installs.jobs])


@routes.post(INSTALL)
async def install(request: web.Request) -> web.Response:
    """Install from a path, an address or a repository."""
    (source,) = needed(request, "source")
    config = await body_of(request)
    job = state_of(request).installs.start(
        source.strip('"'),
        request.query.get("access_token", ""),
        inplace=bool(flag(request, "inplace")),
        config=config,
    )
    return answer(job.json(), 201)


@routes.delete(INSTALL)
async def prune(request: web.Request) -> web.Response:
    """Take ended jobs off the list."""
    state_of(request).installs.prune()
    return web.Response(status=204)


@routes.get(f"{INSTALL}/{{id}}")
async def get_install(request: web.Request) -> web.Response:
    """One job."""
    number = whole_number(request.match_info["id"], "path", "id")
    return answer(installs.job_of(state_of(request).installs, number).json())


@routes.delete(f"{INSTALL}/{{id}}")
async def cancel(request: web.Request) -> web.Response:
    """Give a job up."""
    job = _job(request)
    if job.status not in ENDED:
        await state_of(request).installs.set_status(job, "cancelled")
    return answer(None, 201)


@routes.post(f"{INSTALL}/{{id}}/pause")
async def pause(request: web.Request) -> web.Response:
    """Hold a job; no event tells of it."""
    job = _job(request)
    if job.status not in ENDED:
        await state_of(request).installs.set_status(job, "paused")
    return answer(job.json(), 201)


@routes.post(f"{INSTALL}/{{id}}/resume")
async def resume(request: web.Request) -> web.Response:
    """Go on with a job that is held."""
    job = _job(request)
    if job.status == "paused":
        await state_of(request).installs.set_status(job, "waiting")
    return answer(job.json(), 201)


@routes.post(f"{INSTALL}/{{id}}/restart_failed")
async def restart_failed(request: web.Request) -> web.Response:
    """Download again what failed; nothing of jobs without downloads."""
    job = _job(request)
    if job.status == "error" and job.remote:
        job.error, job.bytes = None, 0
        await state_of(request).installs.set_status(job, "waiting")
    return answer(job.json(), 201)


@routes.get(f"{BASE}/starter_models")
async def starter_models(request: web.Request) -> web.Response:
    """What is recommended."""
    return answer(starters(state_of(request).models))


@routes.get(f"{BASE}/scan_folder")
async def scan_folder(request: web.Request) -> web.Response:
    """The model files below a folder of this computer."""
    folder = Path(request.query.get("scan_path", ""))
    return answer(installs.found_in(folder, state_of(request).models))


@routes.get(f"{BASE}/hugging_face")
async def hugging_face(request: web.Request) -> web.Response:
    """What a repository holds; nothing is asked of the network."""
    return answer(installs.hub_files(request.query.get("hugging_face_repo", "")))
