"""The catalogues follow the code, and the check catches what a translator can get wrong."""

from __future__ import annotations

import gettext
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Message as Entry

from i18n import catalogues
from i18n.collector import collect
from i18n.languages import LANGUAGES

SOURCE = '''
"""A page."""

def page(words, count, table, key):
    # Translators: the greeting on the first page,
    # said in the morning.
    words.text("Good morning")
    words.phrase("You have {amount}", amount=count)
    words.plural("{number} letter", "{number} letters", count)
    words.text("Yes" if count else "No")
    words.text(table[key])
    label.text()
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small program with one page, and its catalogues brought up to date."""
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "page.py").write_text(SOURCE, encoding="utf-8")
    catalogues.update(tmp_path / "locales", tmp_path)
    return tmp_path


def translate(project: Path, lang: str, translations: dict[str, str]) -> None:
    """Write translations as a translator does: into the file."""
    path = catalogues.po_path(lang, project / "locales")
    text = path.read_text(encoding="utf-8")
    for english, translated in translations.items():
        for empty in (f'msgid "{english}"\nmsgstr ""', f'msgid_plural "{english}"\nmsgstr[0] ""'):
            text = text.replace(empty, empty[:-1] + translated + '"')
    path.write_text(text, encoding="utf-8")


CHINESE = {
    "Good morning": "早上好",
    "You have {amount}": "您有{amount}",
    "{number} letters": "{number}封信",
    "Yes": "是",
    "No": "否",
}


def test_messages_are_collected_with_their_notes(project: Path) -> None:
    found = collect(project)
    assert [(message.one, message.many) for message in found.messages] == [
        ("Good morning", ""),
        ("You have {amount}", ""),
        ("{number} letter", "{number} letters"),
        ("Yes", ""),
        ("No", ""),
    ]
    assert found.messages[0].note == "the greeting on the first page, said in the morning."
    assert found.messages[1].note == ""
    assert found.unclear == ["kiosk/page.py:11"]


def test_english_fills_itself_and_chinese_waits_for_a_translator(project: Path) -> None:
    wrong = catalogues.problems(project / "locales", project)
    assert not [problem for problem in wrong if problem.startswith("en:")]
    assert "zh_CN: 'Good morning' is not translated" in wrong
    assert len(wrong) == 2 * 5


def test_a_complete_translation_passes_and_is_compiled(project: Path) -> None:
    for lang in ("zh_CN", "zh_TW"):
        translate(project, lang, CHINESE)
    assert catalogues.problems(project / "locales", project) == []
    catalogues.compile_all(project / "locales")
    compiled = gettext.translation("anxin", project / "locales", ["zh_CN"])
    assert compiled.gettext("Good morning") == "早上好"
    assert compiled.ngettext("{number} letter", "{number} letters", 1) == "{number}封信"


@pytest.mark.parametrize("broken", ["您有{amout}", "您有", "您有{amount}{name}", "您有{amount", "您有{}"])
def test_a_broken_place_is_caught(project: Path, broken: str) -> None:
    translate(project, "zh_CN", CHINESE | {"You have {amount}": broken})
    wrong = [problem for problem in catalogues.problems(project / "locales", project) if problem.startswith("zh_CN")]
    assert len(wrong) == 1
    assert broken in wrong[0]


def test_a_fuzzy_translation_is_caught() -> None:
    assert list(catalogues.entry_problems(Entry("Yes", "是", flags=["fuzzy"]))) == ["'Yes' is marked fuzzy"]


def test_a_singular_may_leave_the_figure_out() -> None:
    entry = Entry(("One letter", "{number} letters"), ("One letter", "{number} letters"))
    assert list(catalogues.entry_problems(entry)) == []


def test_updating_keeps_translations_and_drops_what_the_code_no_longer_says(project: Path) -> None:
    translate(project, "zh_CN", CHINESE)
    page = project / "kiosk" / "page.py"
    page.write_text(SOURCE.replace("Good morning", "Good evening"), encoding="utf-8")
    before = catalogues.problems(project / "locales", project)
    assert any("'Good morning' is no longer in the code" in problem for problem in before)
    assert any("'Good evening' is not in the catalogue" in problem for problem in before)
    catalogues.update(project / "locales", project)
    text = catalogues.po_path("zh_CN", project / "locales").read_text(encoding="utf-8")
    assert "早上好" not in text
    assert "您有{amount}" in text


def test_updating_again_changes_nothing(project: Path) -> None:
    paths = [catalogues.po_path(lang, project / "locales") for lang in LANGUAGES]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths]
    catalogues.update(project / "locales", project)
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths] == before


def test_a_broken_source_file_loses_no_translation(project: Path) -> None:
    translate(project, "zh_CN", CHINESE)
    path = catalogues.po_path("zh_CN", project / "locales")
    before = path.read_bytes()
    (project / "kiosk" / "half_written.py").write_text("def page(", encoding="utf-8")
    with pytest.raises(SyntaxError):
        catalogues.update(project / "locales", project)
    assert path.read_bytes() == before


def test_long_chinese_sentences_are_listed(project: Path) -> None:
    translate(project, "zh_CN", CHINESE | {"Good morning": "早" * 24 + "。" + "好" * 26 + "。"})
    assert catalogues.long_sentences(project / "locales") == ["zh_CN: 27 characters: " + "好" * 26 + "。"]


def test_a_place_counts_as_what_usually_fills_it(project: Path) -> None:
    translate(project, "zh_CN", CHINESE | {"You have {amount}": "您" * 21 + "{amount}"})
    assert catalogues.long_sentences(project / "locales") == []


def test_the_projects_own_catalogues_hold_every_message(tmp_path: Path) -> None:
    shutil.copytree(catalogues.LOCALES, tmp_path / "locales")
    catalogues.update(tmp_path / "locales")
    for lang in LANGUAGES:
        fresh = catalogues.po_path(lang, tmp_path / "locales").read_text(encoding="utf-8")
        kept = catalogues.po_path(lang).read_text(encoding="utf-8")
        assert fresh == kept, f"{lang}: run `make catalogues`"


def test_the_projects_own_catalogues_are_complete() -> None:
    assert catalogues.problems() == []
