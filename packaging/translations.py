"""Keeps ``resources/translations``: finds the texts of the app, and compiles what was translated.

``python packaging/translations.py`` adds new texts to each ``.ts`` as unfinished, takes out those
that are gone, and makes the ``.qm`` files that the app loads. Qt's own ``lupdate`` does not follow
the short ``tr`` functions of modules to their contexts; the ``.ts`` files are Qt Linguist's.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ivk_desktop"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "zh_CN")

Text = tuple[str, str]
"""A context and an English text."""


def texts(package: Path = PACKAGE) -> list[Text]:
    """Every text that is translated, by context and in the order of the alphabet.

    Raises:
        ValueError: the text or the context of a call cannot be told from the code.
    """
    modules = {
        _name(file, package): Module(file)
        for file in package.rglob("*.py")
        if "demo" not in file.relative_to(package).parts
    }
    found: set[Text] = set()
    for module in modules.values():
        found.update(module.texts(modules))
    words = modules["ivk_desktop.words"].constants["SENTENCES"]
    assert isinstance(words, ast.Dict)
    context = modules["ivk_desktop.ui.texts"].string("CONTEXT")
    found.update((context, ast.literal_eval(value)) for value in words.values)
    return sorted(found)


def _name(file: Path, package: Path) -> str:
    parts = file.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@dataclass(frozen=True, slots=True)
class Translator:
    """A function of a module that looks texts up in one context."""

    context: str
    is_mark: bool
    """Whether it only marks a text, and translates nothing."""


class Module:
    """One source file: its constants, what it imports, its translating functions."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.tree = ast.parse(file.read_text(encoding="utf-8"))
        self.constants: dict[str, ast.expr] = {}
        self.imports: dict[str, tuple[str, str]] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = {alias.asname or alias.name: alias.name for alias in node.names}
                self.imports |= {own: (node.module, name) for own, name in names.items()}
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self.constants[node.targets[0].id] = node.value
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                self.constants[ast.unparse(node.target)] = node.value

    def string(self, name: str) -> str:
        """The value of a constant."""
        return str(ast.literal_eval(self.constants[name]))

    def texts(self, modules: dict[str, Module]) -> Iterator[Text]:
        """The texts that this file has translated."""
        yield from _Visit(self, modules).found()

    def translator(self, name: str, modules: dict[str, Module]) -> Translator | None:
        """What a function by this name translates with, if it does."""
        if name in self.imports:
            source, name = self.imports[name]
            return modules[source].translator(name, modules) if source in modules else None
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef) and node.name == name:
                for call in ast.walk(node):
                    if isinstance(call, ast.Call) and called(call) in _QT and _passes(node, call):
                        mark = called(call) == "QT_TRANSLATE_NOOP"
                        return Translator(self.context(call.args[0], modules), mark)
        return None

    def context(self, node: ast.expr, modules: dict[str, Module]) -> str:
        """The context that a call names."""
        if isinstance(node, ast.Name) and node.id in self.imports:
            source, name = self.imports[node.id]
            return modules[source].string(name)
        return self.string(node.id) if isinstance(node, ast.Name) else str(ast.literal_eval(node))


_QT = ("translate", "QT_TRANSLATE_NOOP")


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _passes(function: ast.FunctionDef, call: ast.Call) -> bool:
    """Whether a call of Qt's gets the text that the function was given."""
    text = function.args.args[0].arg if function.args.args else ""
    return len(call.args) == 2 and isinstance(call.args[1], ast.Name) and call.args[1].id == text


class _Visit(ast.NodeVisitor):
    """Walks through a file and knows in which class and function it is."""

    def __init__(self, module: Module, modules: dict[str, Module]) -> None:
        self._module = module
        self._modules = modules
        self._classes: list[str] = []
        self._depth = 0
        self._found: list[Text] = []

    def found(self) -> list[Text]:
        self.visit(self._module.tree)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit(self, node: ast.AST) -> None:
        runs_later = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        self._depth += runs_later
        super().visit(node)
        self._depth -= runs_later

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        if called(node) == "tr" and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if not (isinstance(owner, ast.Name) and owner.id == "self" and self._classes):
                raise self._unclear(node, "whose text this is")
            self._add(node, self._classes[-1], node.args[0])
        elif called(node) in _QT and self._is_qt(node):
            text = node.args[1]
            if isinstance(text, ast.Constant):
                mark = called(node) == "QT_TRANSLATE_NOOP"
                self._add(node, self._module.context(node.args[0], self._modules), text, mark)
        elif isinstance(node.func, ast.Name):
            found = self._module.translator(node.func.id, self._modules)
            if found is not None and not self._is_variable(node):
                self._add(node, found.context, node.args[0], found.is_mark)

    def _is_qt(self, node: ast.Call) -> bool:
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        return owner is None or (isinstance(owner, ast.Name) and owner.id == "QCoreApplication")

    def _is_variable(self, node: ast.Call) -> bool:
        """Whether it translates what was marked elsewhere."""
        marked = isinstance(node.args[0], ast.Attribute)
        return marked and isinstance(node.func, ast.Name) and node.func.id == "_translated"

    def _add(self, node: ast.Call, context: str, text: ast.expr, is_mark: bool = False) -> None:
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
            raise self._unclear(node, "which text this is")
        if self._depth == 0 and not is_mark:
            raise self._unclear(node, "in which language: it runs before one is chosen")
        self._found.append((context, text.value))

    def _unclear(self, node: ast.Call, what: str) -> ValueError:
        file = self._module.file.relative_to(ROOT) if self._module.file.is_relative_to(ROOT) else ""
        return ValueError(f"{file}:{node.lineno} does not tell {what}: {ast.unparse(node)}")


# --- Qt Linguist's files ---------------------------------------------------------------------
def ts_file(language: str) -> Path:
    """The file that a translator works on."""
    return FOLDER / f"ivk_desktop_{language}.ts"


def read(file: Path) -> dict[Text, str]:
    """The finished translations of a file; texts without one are empty."""
    if not file.exists():
        return {}
    found: dict[Text, str] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            target = message.find("translation")
            is_done = target is not None and target.get("type") is None
            text = (target.text or "") if target is not None and is_done else ""
            found[name, message.findtext("source") or ""] = text
    return found


def write(file: Path, language: str, wanted: list[Text], known: dict[Text, str]) -> None:
    """Write the wanted texts with the translations that are known of them."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    places: dict[str, ElementTree.Element] = {}
    for context, text in wanted:
        if context not in places:
            places[context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(places[context], "name").text = context
        message = ElementTree.SubElement(places[context], "message")
        ElementTree.SubElement(message, "source").text = text
        target = ElementTree.SubElement(message, "translation")
        target.text = known.get((context, text), "")
        if not target.text:
            target.set("type", "unfinished")
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(f"{head}{body}\n", encoding="utf-8", newline="\n")


def compile_ts(source: Path, target: Path) -> None:
    """Make the file that the app loads."""
    command = ["pyside6-lrelease", "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True)


def main() -> int:
    """Bring all languages up to date; tells what is still to be translated."""
    wanted = texts()
    for language in LANGUAGES:
        file = ts_file(language)
        known = read(file)
        write(file, language, wanted, known)
        compile_ts(file, file.with_suffix(".qm"))
        missing = sum(not known.get(text) for text in wanted)
        print(f"{language}: {len(wanted)} texts, {missing} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
