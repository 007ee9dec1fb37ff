"""German and Simplified Chinese are complete: every text, every placeholder, and as compiled."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from ivk_desktop.ui import language

PACKAGING = Path(__file__).parent.parent / "packaging"
LANGUAGES = ("de", "zh_CN")


@pytest.fixture
def translations(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return __import__("translations")


def placeholders(text: str) -> Counter[str]:
    """``{name}`` and ``{}`` of a text, however often."""
    try:
        return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:  # braces that are meant as such
        return Counter()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated_and_none_is_left_over(
    code: str, translations: ModuleType
) -> None:
    known = translations.read(translations.ts_file(code))
    wanted = translations.texts()
    assert [text for text in wanted if not known.get(text)] == []
    assert sorted(known.keys() - set(wanted)) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_keeps_what_is_filled_in(code: str, translations: ModuleType) -> None:
    known = translations.read(translations.ts_file(code))
    wrong = [
        (text, words)
        for (_, text), words in known.items()
        if placeholders(text) != placeholders(words)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_keeps_ellipsis_tags_and_outer_spaces(
    code: str, translations: ModuleType
) -> None:
    known = translations.read(translations.ts_file(code))

    def shape(text: str) -> tuple[object, ...]:
        tags = sorted(sys.intern(part) for part in ("<b>", "<br>", "\n") if part in text)
        outer = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
        return text.rstrip().endswith("…"), tags, outer

    wrong = [(text, words) for (_, text), words in known.items() if shape(text) != shape(words)]
    assert wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_menus_keep_mnemonics_of_their_own(code: str, translations: ModuleType) -> None:
    from ivk_desktop.ui.action_table import CONTEXT, MENUS, SPECS, MenuSpec

    known = translations.read(translations.ts_file(code))
    spec_texts = {spec.id: spec.text for spec in SPECS}

    def check(titles: list[str]) -> list[str]:
        marks = Counter(known[CONTEXT, title].partition("&")[2][:1].lower() for title in titles)
        return [mark for mark, count in marks.items() if count > 1 or not mark]

    def menu(spec: MenuSpec) -> dict[str, list[str]]:
        own = [e.title if isinstance(e, MenuSpec) else spec_texts.get(e) for e in spec.entries]
        found = {spec.id: bad} if (bad := check([text for text in own if text])) else {}
        for entry in spec.entries:
            found |= menu(entry) if isinstance(entry, MenuSpec) else {}
        return found

    assert check([spec.title for spec in MENUS]) == []
    assert {name: bad for spec in MENUS for name, bad in menu(spec).items()} == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_app_loads_is_what_was_translated(code: str, translations: ModuleType) -> None:
    file = translations.ts_file(code)
    compiled = QTranslator()
    assert compiled.load(str(file.with_suffix(".qm")))
    known = translations.read(file)
    wrong = [key for key, words in known.items() if compiled.translate(*key) != words]
    assert wrong == []


def test_a_text_whose_context_is_unclear_is_refused(
    translations: ModuleType, tmp_path: Path
) -> None:
    package = tmp_path / "ivk_desktop"
    package.mkdir()
    (package / "part.py").write_text("def show(label, name):\n    label.setText(label.tr(name))\n")
    with pytest.raises(ValueError, match=r"part\.py|does not tell"):
        translations.texts(package)


@pytest.mark.parametrize(
    ("wanted", "system", "code"),
    [
        ("system", ["de-Latn-AT", "de-AT", "de"], "de"),
        ("system", ["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        ("system", ["zh-Hant-TW", "zh-TW"], "en"),
        ("system", ["fr-FR", "de-DE"], "de"),
        ("system", ["en-GB", "de-DE"], "en"),
        ("system", ["C"], "en"),
        ("zh_CN", ["de-DE"], "zh_CN"),
        ("tlh", ["de-DE"], "de"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_first_of_the_system(
    wanted: str, system: list[str], code: str
) -> None:
    assert language.chosen(wanted, system) == code


def test_a_language_reaches_texts_of_the_app_and_of_qt(qapp: object) -> None:
    try:
        assert language.apply("de") == "de"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
        assert QCoreApplication.translate("actions", "&Quit") != "&Quit"
        assert language.apply("en") == "en"
        assert QCoreApplication.translate("actions", "&Quit") == "&Quit"
    finally:
        language.apply("en")
