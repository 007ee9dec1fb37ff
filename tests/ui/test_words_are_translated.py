"""All text that a person sees goes through ``tr()``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

UI = Path(__file__).parent.parent.parent / "ivk_desktop" / "ui"

SHOWS = {
    "setText",
    "setToolTip",
    "setStatusTip",
    "setWindowTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setTitle",
    "setLabelText",
    "addAction",
    "addMenu",
    "addTab",
    "addItem",
    "addRow",
    "QLabel",
    "QPushButton",
    "QToolButton",
    "QCheckBox",
    "QAction",
    "QMenu",
    "QGroupBox",
    "ElidedLabel",
    "SearchField",
    "IconButton",
    "show_empty",
    "info",
    "say",
}
"""Calls whose text arguments a person sees."""

WORD = re.compile(r"[A-Za-z]{2,}")
NAMES = {"ivk desktop"}
"""The product's own name is not translated."""


def called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def bare_texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Literals with a word in them, given to a call that shows them."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or called(node) not in SHOWS:
            continue
        for argument in node.args[:2]:
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            for part in parts:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    text = part.value
                    if WORD.search(text) and (" " in text or text[0].isupper()):
                        yield node.lineno, text


def test_no_bare_text_is_shown() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in UI.rglob("*.py")}
    found = [(path.name, one) for path, tree in trees.items() for one in bare_texts(tree)]
    assert [(name, one) for name, one in found if one[1] not in NAMES] == []


def test_a_bare_text_would_be_found() -> None:
    tree = ast.parse('label.setText("Nothing runs")\nlabel.setText(self.tr("Nothing runs"))')
    assert list(bare_texts(tree)) == [(1, "Nothing runs")]
