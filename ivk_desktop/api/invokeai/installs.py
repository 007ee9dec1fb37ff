"""Installing models on the server."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from ivk_desktop.api.errors import ApiError, Busy, NotFound, Rejected, ServerFault, Unusable
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.models import BASE
from ivk_desktop.api.invokeai.values import count, mapping, text
from ivk_desktop.domain.installs import (
    FoundModel,
    HubFiles,
    Install,
    InstallId,
    InstallRequest,
    InstallState,
    StarterModel,
)
from ivk_desktop.domain.invokeai.install_errors import install_problem
from ivk_desktop.domain.models import ModelKey
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId

_INSTALL: Final = f"{BASE}/install"
_SLOW_S: Final = 60.0
"""The server asks a hub, or reads a disk."""
_MOST_FOUND: Final = 20_000
_STATES: Final = {
    "waiting": InstallState.WAITING,
    "downloading": InstallState.DOWNLOADING,
    "downloads_done": InstallState.INSTALLING,
    "running": InstallState.INSTALLING,
    "paused": InstallState.PAUSED,
    "completed": InstallState.COMPLETED,
    "error": InstallState.FAILED,
    "cancelled": InstallState.CANCELED,
}


class InstallRepository:
    """``/api/v2/models/install`` and where models are looked for."""

    def __init__(self, http: HttpClient, server_id: ServerId) -> None:
        self._http = http
        self._server_id = server_id

    async def all(self) -> list[Install]:
        """All jobs that the server lists, the newest first."""
        data = await self._http.get_json(_INSTALL)
        found = self._http.read(lambda raw: [self._install(one) for one in raw], data)
        return sorted(found, key=lambda one: -int(one.install_id))

    async def start(self, request: InstallRequest) -> Install:
        """Begin an installation; sent once.

        Raises:
            Unusable: the server can make nothing of the source, with its reason.
        """
        params: dict[str, Any] = {"source": request.source, "inplace": request.in_place}
        if request.token:
            params["access_token"] = request.token
        texts = {"name": request.name, "description": request.description}
        body = {name: value for name, value in texts.items() if value}
        try:
            answer = await self._http.send("POST", _INSTALL, body, params)
        except (Busy, Rejected) as error:
            reason = str(error.problem.args.get("reason", ""))
            raise Unusable(install_problem("", reason, request.source), error.detail) from error
        return self._http.read(self._install, answer)

    async def act(self, install_id: str, act: str) -> Install:
        """Carry out ``pause``, ``resume`` or ``restart_failed``; the job as it is then."""
        return await self._job("POST", f"{_INSTALL}/{int(install_id)}/{act}")

    async def cancel(self, install_id: str) -> None:
        """Give a job up."""
        try:
            await self._http.send("DELETE", f"{_INSTALL}/{int(install_id)}")
        except Rejected as error:
            raise _gone(error) from error

    async def retry(self, install: Install, token: str) -> None:
        """Go on where it failed, else begin anew: another token is only taken at the beginning."""
        if not token and install.is_remote and install.state is InstallState.FAILED:
            job = await self.act(install.install_id, "restart_failed")
            if not job.state.ended:
                return
        await self.start(InstallRequest(install.source, install.in_place, token))

    async def prune(self) -> None:
        """Take ended jobs off the list."""
        await self._http.delete(_INSTALL)

    async def hub_files(self, repo: str) -> HubFiles:
        """What a repository of Hugging Face holds.

        Raises:
            Unusable: there is none, or the server cannot ask for it.
        """
        params = {"hugging_face_repo": repo}
        try:
            data = await self._http.get_json(f"{BASE}/hugging_face", params, within_s=_SLOW_S)
        except (Rejected, ServerFault) as error:
            raise Unusable(Problem("hub_not_found", {"repo": repo[:200]}), error.detail) from error

        def parse(raw: Any) -> HubFiles:
            urls = tuple(str(url)[:2000] for url in raw["urls"] or [])[:_MOST_FOUND]
            return HubFiles(repo, urls, bool(raw["is_diffusers"]))

        return self._http.read(parse, data)

    async def scan(self, path: str) -> list[FoundModel]:
        """The models in a folder of the server, by path.

        Raises:
            Unusable: there is no such folder, or it cannot be read.
        """
        try:
            data = await self._http.get_json(
                f"{BASE}/scan_folder", {"scan_path": path}, within_s=_SLOW_S
            )
        except (Rejected, ServerFault) as error:
            problem = Problem("folder_not_scanned", {"path": path[:300]})
            raise Unusable(problem, error.detail) from error

        def parse(raw: Any) -> list[FoundModel]:
            found = (FoundModel(text(one, "path"), bool(one["is_installed"])) for one in raw)
            return sorted(list(found)[:_MOST_FOUND], key=lambda one: one.path.casefold())

        return self._http.read(parse, data)

    async def starters(self) -> list[StarterModel]:
        """The starter models in the server's order."""
        data = await self._http.get_json(f"{BASE}/starter_models")
        return self._http.read(lambda raw: [_starter(one) for one in raw["starter_models"]], data)

    async def _job(self, method: str, path: str) -> Install:
        try:
            answer = await self._http.send(method, path)
        except Rejected as error:
            raise _gone(error) from error
        return self._http.read(self._install, answer)

    def _install(self, raw: Any) -> Install:
        source = mapping(raw, "source")
        state = _STATES.get(text(raw, "status", 50), InstallState.UNKNOWN)
        made = mapping(raw, "config_out")
        key, shown = text(made, "key", 200), _source(source)
        failed = state is InstallState.FAILED
        error = text(raw, "error")
        return Install(
            InstallId(str(int(raw["id"]))),
            shown,
            state,
            bytes=count(raw, "bytes"),
            total_bytes=count(raw, "total_bytes"),
            name=text(made, "name", 500) or text(mapping(raw, "config_in"), "name", 500),
            model=ModelKey(self._server_id, key) if key else None,
            type=text(made, "type", 100),
            problem=install_problem(text(raw, "error_reason"), error, shown) if failed else None,
            detail=(text(raw, "error_traceback") or error) if failed else "",
            is_remote=source.get("type") in ("hf", "url"),
            in_place=raw.get("inplace") is True or source.get("inplace") is True,
        )


def _source(source: dict[str, Any]) -> str:
    """A source as one writes it, so that it can be asked for again; never its token."""
    match source.get("type"):
        case "hf":
            variant, folder = text(source, "variant", 50), text(source, "subfolder", 1000)
            tail = f":{variant}" if variant or folder else ""
            return text(source, "repo_id", 500) + tail + (f":{folder}" if folder else "")
        case "url":
            return text(source, "url")
        case "external":
            names = text(source, "provider_id", 200), text(source, "provider_model_id", 500)
            return f"external://{names[0]}/{names[1]}"
        case _:
            return text(source, "path")


def _gone(error: ApiError) -> NotFound:
    """The server answers 415 for a job that it does not list."""
    return NotFound(error.detail, **{**error.problem.args, "what": "This installation"})


def _starter(raw: Any, *, deep: bool = True) -> StarterModel:
    needs: Sequence[Any] = raw.get("dependencies") or []
    return StarterModel(
        source=text(raw, "source"),
        name=text(raw, "name", 500),
        type=text(raw, "type", 100),
        base=text(raw, "base", 100),
        description=text(raw, "description"),
        is_installed=raw.get("is_installed") is True,
        needs=tuple(_starter(one, deep=False) for one in needs[:50]) if deep else (),
    )
