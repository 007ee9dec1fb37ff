"""The demo server as a process: one line when it is ready, gone when its stdin closes."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import json
import os
import shutil
import signal
import stat
import sys
import tempfile
import threading
from pathlib import Path

from aiohttp import web

from ivk_desktop.demo import history, painter, samples, studio
from ivk_desktop.demo.app import new_app
from ivk_desktop.demo.kinds import run as kinds
from ivk_desktop.demo.routes.faults import EXIT, RESTART
from ivk_desktop.demo.state import State, new_state
from ivk_desktop.demo.store.users import ADMIN, USER

INVOKEAI = "invokeai"
_SHUTDOWN_S = 0.5


def main(argv: list[str] | None = None) -> int:
    """Run until stdin closes (where it is a pipe), or Ctrl-C; the exit code."""
    options = _parser().parse_args(argv)
    if options.kind != INVOKEAI:
        return kinds.run(options)
    folder = Path(tempfile.mkdtemp(prefix="ivk-demo-"))
    try:
        asyncio.run(_serve(options, folder))
    except OSError as problem:
        print(f"The demo server cannot listen: {problem}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ivk-desktop demo-server", description="A server to try the app with, without models."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument(
        "--kind", default=INVOKEAI, choices=[INVOKEAI, *kinds.KINDS], help="another kind of server"
    )
    parser.add_argument("--mode", choices=kinds.MODES, help="what is special about that kind")
    parser.add_argument("--items", type=int, help="how many ended queue items it has")
    parser.add_argument("--images", type=int, help="how many images it has")
    parser.add_argument("--models", type=int, help="how many models it has, at least its own")
    parser.add_argument("--gpus", type=int, default=1, help="how many items run side by side")
    parser.add_argument("--speed", type=float, default=1.0, help="how much faster than usual")
    parser.add_argument(
        "--multiuser", action="store_true", help=f"people sign in, as {ADMIN[0]} or {USER[0]}"
    )
    parser.add_argument("--no-users", action="store_true", help="... and nobody is there yet")
    parser.add_argument("--faults", action="store_true", help="lets tests script it below /demo")
    return parser


async def _serve(options: argparse.Namespace, folder: Path) -> None:
    state = new_state(folder, gpus=options.gpus, speed=options.speed)
    gc.disable()  # nothing of what follows is garbage
    if options.multiuser or options.no_users:
        state.users.several = True
    if options.multiuser and not options.no_users:
        state.users.add(*ADMIN, admin=True)
        state.users.add(*USER)
    samples.fill(state, images=options.images, models=options.models)
    history.fill(state, options.items)
    gc.freeze()
    gc.enable()
    process = Process(state, options, folder)
    await process.run()


class Process:
    """The listening server, its workers, and what ends them."""

    def __init__(self, state: State, options: argparse.Namespace, folder: Path) -> None:
        self._state = state
        self._options = options
        self._folder = folder
        self._end = asyncio.Event()
        self._restarts: asyncio.Queue[float] = asyncio.Queue()
        app = new_app(state, scriptable=options.faults)
        app[EXIT] = self._die
        app[RESTART] = self._restarts.put_nowait
        self._runner = web.AppRunner(
            app, handle_signals=False, access_log=None, shutdown_timeout=_SHUTDOWN_S
        )

    async def run(self) -> None:
        """Serve until told to end."""
        self._watch_signals()
        self._watch_stdin()
        await self._runner.setup()
        port = await self._listen(self._options.port)
        host = f"[{self._options.host}]" if ":" in self._options.host else self._options.host
        print(json.dumps({"url": f"http://{host}:{port}"}), flush=True)
        studio.begin(painter.warm_up)
        async with asyncio.TaskGroup() as tasks:
            workers = [
                tasks.create_task(self._state.engine.work(device), name=f"worker {device}")
                for device in self._state.devices
            ]
            workers.append(tasks.create_task(self._state.installs.work(), name="installs"))
            workers.append(tasks.create_task(self._restart_when_asked(port), name="restarts"))
            await self._end.wait()
            for worker in workers:
                worker.cancel()
            self._state.faults.drop_sockets()
        await self._runner.cleanup()

    async def _listen(self, port: int) -> int:
        site = web.TCPSite(self._runner, self._options.host, port, reuse_address=True)
        await site.start()
        return int(self._runner.addresses[0][1])

    async def _restart_when_asked(self, port: int) -> None:
        """Be away for a while, as a server that was killed and started again."""
        while True:
            seconds = await self._restarts.get()
            for site in list(self._runner.sites):
                await site.stop()
            self._abort_connections()
            for item in self._state.queues.running():
                await self._state.engine.set_status(item, "canceled")
            await asyncio.sleep(seconds)
            await self._listen(port)

    def _abort_connections(self) -> None:
        server = self._runner.server
        for connection in list(server.connections) if server is not None else []:
            if connection.transport is not None:
                connection.transport.abort()

    def _watch_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self._end.set)
            except NotImplementedError:  # Windows: only the plain handler is there
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._end.set))

    def _watch_stdin(self) -> None:
        """End when the pipe closes: whoever holds its other end has gone, however it ended."""
        if not _is_pipe():
            return
        loop = asyncio.get_running_loop()

        def wait() -> None:
            with contextlib.suppress(OSError):
                while os.read(0, 4096):
                    pass
            with contextlib.suppress(RuntimeError):  # the loop has ended by itself
                loop.call_soon_threadsafe(self._end.set)

        threading.Thread(target=wait, name="stdin", daemon=True).start()

    def _die(self, code: int) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        os._exit(code)


def _is_pipe() -> bool:
    """False for a terminal and for /dev/null, where nobody is there to close it."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)
