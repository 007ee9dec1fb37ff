"""The commands as processes: what they import, their pipes, and several at once."""

from __future__ import annotations

import subprocess
import sys

from ivk_desktop.commands.exits import DONE, INTERRUPTED
from tests.commands.running import Desk, ended, process, sample
from tests.domain.builder import node, workflow

HEAVY = ("PySide6", "qasync", "socketio", "aiohttp", "httpx", "keyring", "jsonpath_ng")
WATCHED = """
import sys
from ivk_desktop.cli import main
code = main(sys.argv[1:])
print(*(name for name in {heavy} if name in sys.modules), file=sys.stderr)
raise SystemExit(code)
"""


def test_nothing_heavy_is_imported_without_a_server(desk: Desk) -> None:
    file = desk.write("w.json", sample())
    for command in ("payload", "form"):
        found = subprocess.run(
            [
                sys.executable,
                "-c",
                WATCHED.format(heavy=HEAVY),
                command,
                str(file),
                "--openapi",
                str(desk.openapi),
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        assert found.stderr.strip() == ""


def test_several_processes_share_a_cold_cache(desk: Desk) -> None:
    file = desk.write("w.json", sample())
    cache = desk.folder / "cache"
    arguments = ("form", str(file), "--openapi", str(desk.openapi))
    running = [process(*arguments, IVK_CACHE_DIR=str(cache)) for _ in range(6)]
    results = [ended(one) for one in running]
    assert [one.code for one in results] == [DONE] * 6
    assert len({one.out for one in results}) == 1
    assert len(list((cache / "templates").iterdir())) == 1


def test_a_reader_that_goes_away_makes_no_noise(desk: Desk) -> None:
    nodes = [node(f"s{number}", "string", value="x" * 1000) for number in range(300)]
    file = desk.write("w.json", workflow(nodes))
    running = process("payload", str(file), "--openapi", str(desk.openapi))
    assert running.stdout is not None
    running.stdout.close()
    running.stdout = None
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (INTERRUPTED, "")


def test_output_is_ascii_whatever_the_locale_is(desk: Desk) -> None:
    file = desk.write("w.json", workflow([node("s", "string", value="Größe 模型 🐯")]))
    done = ended(
        process(
            "payload",
            str(file),
            "--openapi",
            str(desk.openapi),
            LC_ALL="C",
            PYTHONIOENCODING="ascii",
        )
    )
    assert done.code == DONE
    assert done.out.isascii()
    assert done.document["batch"]["graph"]["nodes"]["s"]["value"] == "Größe 模型 🐯"


def test_words_that_the_terminal_cannot_show_do_no_harm(desk: Desk) -> None:
    file = desk.write("w.json", workflow([node("s", "grün", value="x")]))
    done = ended(
        process(
            "payload",
            str(file),
            "--openapi",
            str(desk.openapi),
            LC_ALL="C",
            PYTHONIOENCODING="ascii",
        )
    )
    assert done.code == 3
    assert "Traceback" not in done.err
    assert done.err


def test_help_lists_the_commands() -> None:
    done = ended(process("payload", "--help"))
    assert done.code == DONE
    assert "--assume-missing" in done.out
