"""The rooms of the house and the direction of imports, checked on the syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
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


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(module: str, prefix: str) -> bool:
    return module == prefix or module.startswith(prefix + ".")


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    parts = path.relative_to(PACKAGE).parts
    room = parts[0] if len(parts) > 1 else ""
    here = "/".join(parts)
    for module in imports(path):
        assert not any(named(module, gpl) for gpl in GPL_ONLY), f"{module} is GPL only"
        for library, homes in ONLY_IN.items():
            if named(module, library):
                assert any(here.startswith(home) for home in homes), f"{here} imports {module}"
        if room not in ROOMS:
            continue
        assert not any(named(module, bad) for bad in BANNED[room]), f"{room} imports {module}"
        own = module.split(".")
        if own[0] == "ivk_desktop" and len(own) > 1 and not module.startswith("ivk_desktop._"):
            assert own[1] in ROOMS[room] | {"__version__"}, f"{room} imports {module}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 500, "no file over 500 lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"


def test_a_concrete_backend_is_made_in_one_place() -> None:
    makers = [
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
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
