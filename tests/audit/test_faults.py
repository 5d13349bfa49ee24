"""The audit can fail: each seeded fault is caught, by the check that is made for it and by no other."""

from __future__ import annotations

import msgspec
import pytest

from accessibility.audit import PIXEL_CHECKS, RECORD_CHECKS
from accessibility.audit.help_place import help_place
from accessibility.audit.jargon import jargon, load_jargon
from accessibility.audit.sentences import sentences
from accessibility.audit.states import lights
from accessibility.phrase import Phrase
from accessibility.screen import Finding
from tests.audit.conftest import PLAIN, Bench
from tests.audit.faults import CHECKUP, FAULTS, HOME, SETTINGS, with_words
from tests.ui.samples import LANGS, Samples
from tools.audit.measuring import spaced
from tools.audit.recording import Recorded
from ui.controls.label import Label

PAGES = ("home", "balance", "accounts", "transactions", "checkup", "queue", "settings", "trouble", "welcome", "sizes")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_a_fault_is_left_in_peace(bench: Bench, page: str) -> None:
    assert bench.checks(getattr(Samples(), page)()) == {}


@pytest.mark.parametrize("name", FAULTS)
def test_a_seeded_fault_is_caught_by_its_own_check(bench: Bench, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    check, screen, fault = FAULTS[name]
    found = bench.checks(screen, lambda window: fault(window, monkeypatch))
    assert set(found) == {check}, found


def test_every_check_of_a_page_has_its_fault() -> None:
    caught = {check for check, _, _ in FAULTS.values()}
    named = {check.__name__.replace("_", " ") for check in (*RECORD_CHECKS, *PIXEL_CHECKS)}
    assert {"name and role" if name == "names" else name for name in named} <= caught


def test_words_that_have_no_room_to_be_spaced_out_are_caught(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Recorded(HOME.key, HOME)
    bench.stage.dress(PLAIN, spaced=True)
    assert spaced(bench.stage, page) == []
    usual = Label.needed
    monkeypatch.setattr(Label, "needed", lambda label, width: round(usual(label, width) * 1.35 / 1.5))
    bench.stage.dress(PLAIN)
    bench.stage.dress(PLAIN, spaced=True)
    assert {each.check for each in spaced(bench.stage, page)} == {"text spacing"}


def test_help_that_moved_is_caught(bench: Bench) -> None:
    seen = []
    for number, screen in enumerate((HOME, SETTINGS, CHECKUP)):
        bench.stage.show(screen)
        if number == 2:
            button = next(w for w in bench.stage.window.focus_order() if getattr(w, "key", "") == "help")
            foot = button.parentWidget()
            foot.move(foot.x(), foot.y() + 5)
        seen.append(bench.stage.look(0).seen)
    assert help_place(seen[:2]) == []
    assert [(where.screen, each.check, each.measured) for where, each in help_place(seen)] == [
        (CHECKUP.key, "help place", "elsewhere")
    ]


LONG = {
    "zh_CN": "请您在机器旁边的椅子上坐一会儿我们的同事马上就会过来帮您办理。",
    "zh_TW": "請您在機器旁邊的椅子上坐一會兒我們的同事馬上就會過來幫您辦理。",
    "en": "Please sit down for a while on the chair beside this machine and one of us will come over to help you soon.",
}
JARGON = {"zh_CN": "您的资产配置要看看。", "zh_TW": "您的資產配置要看看。", "en": "Your session has ended."}


@pytest.mark.parametrize("lang", LANGS)
def test_words_are_caught(lang: str) -> None:
    words = load_jargon()
    for text, checks in ((LONG[lang], {"sentence length"}), (JARGON[lang], {"jargon"})):
        screen = msgspec.structs.replace(with_words(text), lang=lang, heading=Phrase("-"), quiet=Phrase(""))
        assert {each.check for each in (*sentences(screen), *jargon(screen, words))} >= checks
    quiet = msgspec.structs.replace(Samples(lang).home(), lang=lang)
    assert [*sentences(quiet), *jargon(quiet, words)] == []


def test_two_lights_with_one_word_are_caught() -> None:
    assert lights(CHECKUP) == []
    same = tuple(
        msgspec.structs.replace(block, word=Phrase("好")) if isinstance(block, Finding) else block
        for block in CHECKUP.blocks
    )
    assert {each.check for each in lights(msgspec.structs.replace(CHECKUP, blocks=same))} == {"states"}
