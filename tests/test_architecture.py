"""The rooms of the house and the direction of imports, checked on the syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "ivk_desktop"

ROOMS: dict[str, set[str]] = {
    "domain": {"domain"},
    "api": {"domain", "api"},
    "stores": {"domain", "api", "stores", "words", "tasks", "resources"},
    "ui": {"domain", "stores", "ui", "words", "resources", "tasks"},
    "demo": {"domain", "demo", "resources"},
    "commands": {"domain", "api", "stores", "words", "commands"},
}
"""What of our own each room may import (besides the bare package for its version)."""

QT_FREE_STORES = (
    "ivk_desktop.stores.paths",
    "ivk_desktop.stores.reach",
    "ivk_desktop.stores.secrets",
)
"""The stores that the commands may use: they work without Qt, as the commands do."""

BANNED: dict[str, tuple[str, ...]] = {
    "domain": ("PySide6", "qasync", "httpx", "socketio", "aiohttp", "keyring", "asyncio"),
    "api": ("PySide6", "qasync", "keyring"),
    "stores": ("PySide6.QtWidgets", "httpx", "socketio", "aiohttp"),
    "ui": ("httpx", "socketio", "aiohttp", "keyring", "sqlite3"),
    "demo": ("PySide6.QtWidgets", "httpx"),
    "commands": ("PySide6", "qasync", "httpx", "socketio", "aiohttp", "keyring"),
}

ONLY_IN: dict[str, set[str]] = {
    "httpx": {"api/http.py"},
    "jsonpath_ng": {"domain/invokeai"},
    "keyring": {"stores/secrets.py"},
}
"""Libraries that have one home."""

BACKENDS = (
    "InvokeAIBackend",
    "SdBackend",
    "DiffuGenBackend",
    "LoraManagerBackend",
    "InferenceBackend",
)

GPL_ONLY = ("PySide6.QtCharts", "PySide6.QtDataVisualization", "PySide6.QtNetworkAuth")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(module: str, prefix: str) -> bool:
    return module == prefix or module.startswith(prefix + ".")


def wrong_imports(here: str, modules: Iterable[str]) -> Iterator[str]:
    """What a file at ``here`` imports and must not."""
    room = here.partition("/")[0] if "/" in here else ""
    for module in modules:
        gpl = any(named(module, one) for one in GPL_ONLY)
        homes = [home for library, home in ONLY_IN.items() if named(module, library)]
        elsewhere = any(not here.startswith(tuple(home)) for home in homes)
        if gpl or elsewhere or (room in ROOMS and is_banned(room, module)):
            yield f"{here} imports {module}"


def is_banned(room: str, module: str) -> bool:
    own = module.split(".")
    if own[0] == "ivk_desktop" and len(own) > 1 and not module.startswith("ivk_desktop._"):
        return own[1] not in ROOMS[room] | {"__version__"}
    return any(named(module, bad) for bad in BANNED[room])


def too_long(here: str, text: str) -> Iterator[str]:
    """The file, where it has over 500 lines, and its functions of over 60."""
    if text.count("\n") > 500:
        yield f"{here} has over 500 lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > 60:
                yield f"{here}: {node.name} has {length} lines"


def test_imports_run_one_way() -> None:
    found = (wrong_imports(p.relative_to(PACKAGE).as_posix(), imports(p)) for p in modules())
    assert list(chain.from_iterable(found)) == []


@pytest.mark.parametrize(
    ("here", "module"),
    [
        ("ui/stage/stage.py", "PySide6.QtCharts"),
        ("ui/stage/stage.py", "httpx"),
        ("ui/stage/stage.py", "ivk_desktop.api.http"),
        ("domain/form.py", "PySide6.QtCore"),
        ("domain/form.py", "ivk_desktop.stores.queue"),
        ("api/sse.py", "httpx"),
    ],
)
def test_a_wrong_import_would_be_found(here: str, module: str) -> None:
    assert list(wrong_imports(here, [module]))
    assert not list(wrong_imports("api/http.py", ["httpx", "ivk_desktop.domain.form"]))


def test_files_and_functions_stay_small() -> None:
    texts = {p.relative_to(PACKAGE).as_posix(): p.read_text(encoding="utf-8") for p in modules()}
    assert list(chain.from_iterable(too_long(*entry) for entry in texts.items())) == []
    assert len(list(too_long("x.py", "def f():\n" + "    pass\n" * 600))) == 2


def test_a_concrete_backend_is_made_in_one_place() -> None:
    makers = [
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(BACKENDS)
    ]
    assert set(makers) == {"api/backends.py"}
    assert len(makers) == len(BACKENDS)


def test_commands_use_no_store_that_needs_qt() -> None:
    for path in (PACKAGE / "commands").glob("*.py"):
        used = [one for one in imports(path) if one.startswith("ivk_desktop.stores.")]
        assert all(any(named(one, free) for free in QT_FREE_STORES) for one in used), path.name
    for name in QT_FREE_STORES:
        path = PACKAGE.parent / f"{name.replace('.', '/')}.py"
        assert not any(named(one, "PySide6") for one in imports(path)), name


def test_nothing_imports_the_commands_but_the_command_line() -> None:
    for path in modules():
        relative = path.relative_to(PACKAGE).as_posix()
        if not relative.startswith("commands/") and relative != "cli.py":
            assert not any(named(m, "ivk_desktop.commands") for m in imports(path)), relative


def test_nothing_imports_the_demo_server_but_the_command_line() -> None:
    for path in modules():
        relative = path.relative_to(PACKAGE).as_posix()
        if relative.startswith("demo/") or relative == "cli.py":
            continue
        assert not any(named(m, "ivk_desktop.demo") for m in imports(path)), relative
