"""The command line: the window by default, commands without one by name.

Imports nothing heavy: each command imports what it needs.
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ivk_desktop import __version__

USAGE_ERROR = 2
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How the window is to be opened.

    ``server`` is an address that is used instead of the remembered one, ``files`` are workflows
    to open, ``demo`` starts the built-in demo server and connects to it, ``self_test`` lets the
    program try itself. ``trace`` is a file for the times of all progress events, ``replay`` a
    recording of events to be played instead of a server, ``new_window`` opens one beside another,
    ``safe`` starts without the saved layout and servers.
    """

    files: tuple[str, ...] = ()
    server: str | None = None
    queue_id: str | None = None
    demo: bool = False
    log_level: str = "INFO"
    self_test: bool = False
    trace: str | None = None
    replay: str | None = None
    new_window: bool = False
    safe: bool = False

    @property
    def is_shared(self) -> bool:
        """Whether it is an ordinary window, that later starts may hand their files to."""
        special = self.demo or self.self_test or self.new_window or self.safe
        return not special and self.trace is None and self.replay is None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that ``argv`` (default: the process's arguments) names; the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in COMMANDS:
        return _run_command(arguments[0], arguments[1:])
    return open_window(arguments)


def _run_command(name: str, arguments: Sequence[str]) -> int:
    """Run a command, which Ctrl+C interrupts in order."""
    before = signal.getsignal(signal.SIGINT)
    in_main = threading.current_thread() is threading.main_thread()  # others set no handlers
    hears = in_main and callable(before)  # a process in the background ignores Ctrl+C
    try:
        if hears:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return COMMANDS[name](arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if hears:
            signal.signal(signal.SIGINT, before)


def open_window(arguments: Sequence[str]) -> int:
    """Open the window."""
    options = window_options(arguments)
    if options.self_test:
        from ivk_desktop.self_test import run

        return run(options)
    from ivk_desktop.system_libs import missing_sentence

    if sentence := missing_sentence():
        print(sentence, file=sys.stderr)
        return USAGE_ERROR
    if options.trace is not None:
        try:
            open(options.trace, "w").close()  # noqa: PTH123 - pathlib costs an import
        except OSError as error:
            print(f"{options.trace} cannot be written: {error.strerror}.", file=sys.stderr)
            return USAGE_ERROR
    if options.is_shared and _handed_over(options):
        return 0
    gc.disable()  # nothing of what is made now is garbage; ``Collector`` takes over
    from ivk_desktop import plain_import

    plain_import.restore()
    from ivk_desktop.app import run_window

    return run_window(options)


def _file_name(name: str) -> str:
    """A file's name; desktops may hand over its address."""
    if not name.startswith("file:"):
        return name
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return url2pathname(urlsplit(name).path)


def _handed_over(options: WindowOptions) -> bool:
    """Whether a window that is open already has taken what this start was asked to open."""
    from ivk_desktop.stores.desktop.one_instance import hand_over, handover

    taken = hand_over(handover(options.files, options.server))
    if taken:
        print("The window that is open already has taken over.", file=sys.stderr)
    return taken


def window_options(arguments: Sequence[str]) -> WindowOptions:
    """Parse the arguments of the window."""
    parser = argparse.ArgumentParser(
        prog="ivk-desktop",
        description="Watch an InvokeAI server and submit its workflows.",
        epilog="Commands without a window: "
        + ", ".join(name for name in COMMANDS if name != "guard"),
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="workflows (JSON or PNG) or ivk: links to open"
    )
    parser.add_argument(
        "--server",
        metavar="URL",
        default=os.environ.get("IVK_SERVER") or None,
        help="connect to this server (also: IVK_SERVER)",
    )
    parser.add_argument("--queue", metavar="ID", dest="queue_id", help="queue id, if not default")
    parser.add_argument("--demo", action="store_true", help="start and use the demo server")
    parser.add_argument(
        "--log-level", default="INFO", choices=["DEBUG", "INFO", "WARNING", "ERROR"]
    )
    parser.add_argument(
        "--self-test", action="store_true", help="try the program itself, without a screen"
    )
    parser.add_argument(
        "--trace", metavar="FILE", help="write when each progress event came and was painted"
    )
    parser.add_argument(
        "--replay", metavar="FILE", help="play recorded events in a window that only shows"
    )
    parser.add_argument(
        "--new-window", action="store_true", help="open a window even if there is one already"
    )
    parser.add_argument(
        "--safe", action="store_true", help="start without the saved layout and servers"
    )
    parser.add_argument("--version", action="version", version=f"ivk-desktop {__version__}")
    found = parser.parse_args(arguments)
    return WindowOptions(
        tuple(_file_name(name) for name in found.files),
        found.server,
        found.queue_id,
        found.demo,
        found.log_level,
        found.self_test,
        found.trace,
        found.replay,
        found.new_window,
        found.safe,
    )


def demo_server(arguments: Sequence[str]) -> int:
    """Run the demo server in this process."""
    from ivk_desktop.demo.server import main as serve

    return serve(list(arguments))


def guard(arguments: Sequence[str]) -> int:
    """Run a program for as long as standard input is open."""
    from ivk_desktop.guard import main as run

    return run(arguments)


def _start_fast() -> None:
    """Save what imports can do without: a third of what a command without a server takes."""
    # pydantic would look through every installed package for plugins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()


def payload(arguments: Sequence[str]) -> int:
    """Print the request that would be posted."""
    _start_fast()
    from ivk_desktop.commands.payload import main as run

    return run(arguments)


def form(arguments: Sequence[str]) -> int:
    """Print a workflow's form, its values, and what is wrong with them."""
    _start_fast()
    from ivk_desktop.commands.form import main as run

    return run(arguments)


def submit(arguments: Sequence[str]) -> int:
    """Submit a workflow, and wait for its results if asked to."""
    _start_fast()
    from ivk_desktop.commands.submit import main as run

    return run(arguments)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "demo-server": demo_server,
    "form": form,
    "guard": guard,
    "payload": payload,
    "submit": submit,
}
