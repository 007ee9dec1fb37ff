"""Tries a finished bundle: its self-test on each platform at hand, its size, its start."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import names

DIST = Path(__file__).resolve().parent.parent / "dist"
WINDOWS, MACOS = sys.platform == "win32", sys.platform == "darwin"
PATIENCE_S = 90
STARTS = 5
SHOWN = "window shown"
"""What the self-test says first."""


def run(*, archive: bool) -> int:
    """Print what was found; 0, or 1 where a self-test failed."""
    print(f"\n{bundle().relative_to(DIST.parent)}: {_megabytes(unpacked_bytes(bundle()))} unpacked")
    if archive:
        made = pack()
        print(f"{made.relative_to(DIST.parent)}: {_megabytes(made.stat().st_size)}")
    whole = True
    with _displays() as displays:
        for words, environment in displays:
            for program in programs():
                print(f"\nself-test of {program.name}, {words}:")
                whole = self_test(program, environment) and whole
            times = [start_s(programs()[-1], environment) for _ in range(STARTS)]
            print(
                f"start to window, {words}: first {times[0]:.2f} s,"
                f" median of {STARTS} {statistics.median(times):.2f} s"
            )
    return 0 if whole else 1


# --- what is tried -----------------------------------------------------------------------
def bundle() -> Path:
    """The folder that is the bundle."""
    return DIST / (f"{names.TITLE}.app" if MACOS else names.PROGRAM)


def programs() -> list[Path]:
    """Its executables; the last one has a standard output."""
    if MACOS:
        return [bundle() / "Contents" / "MacOS" / names.PROGRAM]
    if WINDOWS:
        return [bundle() / f"{name}.exe" for name in (names.PROGRAM, names.CONSOLE)]
    return [bundle() / names.PROGRAM]


@contextmanager
def _displays() -> Iterator[list[tuple[str, dict[str, str]]]]:
    """Offscreen, and on Linux an X server where there is one to start."""
    found = [("offscreen", {"QT_QPA_PLATFORM": "offscreen"})]
    if not sys.platform.startswith("linux") or shutil.which("Xvfb") is None:
        yield found
        return
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1080x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writer], stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as lines:
            display = f":{lines.readline().strip()}"
        yield [*found, ("xcb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})]
    finally:
        server.terminate()
        server.wait(10)


# --- size --------------------------------------------------------------------------------
def unpacked_bytes(folder: Path) -> int:
    """The bytes of all files; a link counts nothing."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file() and not f.is_symlink())


def pack() -> Path:
    """Make the portable archive: ``.zip`` on Windows, ``.tar.xz`` elsewhere."""
    base, kind = str(DIST / names.PROGRAM), "zip" if WINDOWS else "xztar"
    return Path(shutil.make_archive(base, kind, DIST, bundle().name))


def _megabytes(number: int) -> str:
    return f"{number / 1e6:.1f} MB"


# --- running -----------------------------------------------------------------------------
def self_test(program: Path, environment: dict[str, str]) -> bool:
    """Run a program's self-test and print what it says; whether all was well."""
    done = subprocess.run(
        [program, "--self-test"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    print(done.stdout, end="")
    print(done.stderr, end="", file=sys.stderr)
    # Qt goes on without a plugin that it cannot load, and says so.
    lacks = any("plugin" in line for line in done.stderr.splitlines())
    return done.returncode == 0 and not lacks


def start_s(program: Path, environment: dict[str, str]) -> float:
    """Seconds from the start of the process until its window is painted."""
    began = time.perf_counter()
    with subprocess.Popen(
        [program, "--self-test"],
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            took = time.perf_counter() - began
        finally:
            process.terminate()
    if SHOWN not in line:
        raise SystemExit(f"{program.name} showed no window.")
    return took
