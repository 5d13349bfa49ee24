"""Every check × status × mode × language: drawn, told, with its amount or count, and never cut off."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from accessibility.narration import narration
from accessibility.role_words import role_words
from accessibility.screen import Screen
from accessibility.words import Words
from i18n.languages import LANGUAGES
from kiosk.journeys.checkup_history import history_screen
from kiosk.journeys.checkup_pages import (
    detail_screen,
    finding_screen,
    summary_screen,
    whole_screen,
)
from kiosk.journeys.checkup_suggestions import WHY_NOTHING, suggestion_screen
from kiosk.journeys.checkup_why_pages import picture_screen, pictures_screen, rule_screen, why_screen
from kiosk.journeys.checkup_words import sentence
from kiosk.model.checkup import CheckResult, CheckStatus, CheckupReport, PastCheckup
from kiosk.modes import Mode
from tests.kiosk.checkup_reports import STATUSES, TODAY, cny, with_pictures
from tests.kiosk.journeys.promises import keep_promises, phrases_of
from tests.kiosk.journeys.test_checkup import FIGURES, SECRETS
from tests.ui.conftest import Clock, OpenWindow, clock, open_window
from ui.survey import survey

__all__ = ["Clock", "clock", "open_window"]

NO_WINDOW = {"zh_CN", "zh_TW"}
LONGEST_CHINESE = 25
"""Characters of a sentence (EAA-2)."""
ACTIONS = {"good": "none", "info": "none", "watch": "review"}
MODES = ("elder", "standard", "youth")


def report(status: CheckStatus, *, senior: bool = True) -> CheckupReport:
    checks = tuple(
        CheckResult(
            check,
            status,
            figures=figures | ({"wanted_years": Decimal(17)} if check == "W07" else {}),
            touched=cny("71234"),
            action=ACTIONS.get(status, "talk"),
            reason="debts_unknown" if status == "unknown" else "",
        )
        for check, figures in FIGURES.items()
    )
    return with_pictures(checks, senior=senior)


def pages_of(words: Words, mode: Mode, found: CheckupReport, at: int) -> list[Screen]:
    """Every page that one finding has in a mode."""
    if mode.content.columns > 1:
        return [detail_screen(words, mode, found, at)]
    known = found.checks[at].status != "unknown"
    inner = [why_screen, rule_screen] if known else []
    made = [make(words, mode, found, at) for make in (finding_screen, *inner, picture_screen)]
    return [page for page in made if page.blocks]


def pages_of_all(words: Words, mode: Mode, found: CheckupReport) -> list[Screen]:
    """The pages that are not about one finding."""
    past = PastCheckup(TODAY.replace(month=8), found.rules_version, "some_act", {"W01": "act", "W05": "good"})
    nothing = [_without(found, why) for why in WHY_NOTHING]
    whole = whole_screen if mode.content.columns > 1 else summary_screen
    return [
        whole(words, mode, found, TODAY, past),
        pictures_screen(words, mode, found),
        history_screen(words, mode, found, past, (past,), TODAY),
        *(suggestion_screen(words, mode, found, at) for at in range(len(found.suggestions))),
        *(suggestion_screen(words, mode, none, 0) for none in nothing),
    ]


def _without(found: CheckupReport, why: str) -> CheckupReport:
    return type(found)(found.as_of, found.rules_version, found.overall, found.checks, nothing=why)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mode", MODES)
def test_every_finding_is_drawn_told_and_never_cut_off(
    modes: dict[str, Mode], open_window: OpenWindow, mode: str, lang: str, status: CheckStatus
) -> None:
    words, found = Words(lang, modes[mode].wording), report(status)
    every = [page for at in range(len(found.checks)) for page in pages_of(words, modes[mode], found, at)]
    every += pages_of_all(words, modes[mode], found)
    window = open_window(every[0], mode=mode, lang=lang, size="1366x768")
    for page in every:
        keep_promises(page, modes[mode], SECRETS if lang == "en" else ())
        said = narration(page, role_words(words))
        assert all(line.words(consent=True).strip() for line in said), page.key
        window.show_screen(page)
        cut = [text.text for record in survey(window) for text in record.texts if text.clipped]
        assert not cut, f"{page.key}: {cut}"


@pytest.mark.parametrize("status", ["good", "watch", "act", "info"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("check", FIGURES)
def test_every_sentence_has_its_amount_or_its_count(lang: str, check: str, status: CheckStatus) -> None:
    found = report(status)
    one = next(each for each in found.checks if each.id == check)
    told = sentence(Words(lang), found, one).shown
    assert re.search(r"\d", told), told


NOTHING_THERE: dict[str, dict[str, Decimal | str]] = {
    "W01": {"liquid": Decimal(0), "months": Decimal(0)},
    "W02": {"payments": Decimal(0), "share": Decimal(0)},
    "W03": {"assets": Decimal(765432), "debts": Decimal(0), "net": Decimal(765432)},
    "W04": {"debts": Decimal(0), "limit_rate": Decimal("0.06")},
    "W05": {"limit": Decimal(500000), "total_uninsured": Decimal(0), "banks": Decimal(0)},
    "W06": {"left": Decimal(0), "income": Decimal(4000), "spending": Decimal(4000)},
    "W07": {"yearly": Decimal(0), "drawn": Decimal(0), "assets": Decimal(345678)},
    "W08": {"medical": Decimal(1), "premiums": Decimal(0), "income": Decimal(50000)},
    "W09": {"days": Decimal(0), "valid_days": Decimal(365), "left": Decimal(365), "level": Decimal(1)},
    "W10": {"above": Decimal(0)},
    "W11": {"equity": Decimal(0), "above": Decimal(0), "assets": Decimal(345678), "ceiling": Decimal(0)},
    "W12": {"money": Decimal(0), "assets": Decimal(345678)},
    "W13": {"money": Decimal(0), "assets": Decimal(345678)},
    "W14": {"locked": Decimal(0), "assets": Decimal(345678), "room": Decimal(1)},
    "W15": {"money": Decimal(0), "assets": Decimal(345678)},
    "W16": {"foreign": Decimal(0), "assets": Decimal(345678)},
    "W17": {"cost": Decimal(0), "fee": Decimal(0), "invested": Decimal(0)},
    "W18": {"equity": Decimal(0), "loss": Decimal(0), "months": Decimal(0)},
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("check", NOTHING_THERE)
def test_where_there_is_nothing_the_sentence_still_has_its_figure(lang: str, check: str) -> None:
    found = report("good")
    nothing = CheckResult(check, "good", figures=NOTHING_THERE[check], touched=cny("0"), action="none")
    told = sentence(Words(lang), found, nothing).shown
    assert re.search(r"\d", told), told
    if lang in NO_WINDOW:
        assert all(
            len(re.findall(r"[\u4e00-\u9fff]", part)) <= LONGEST_CHINESE for part in re.split(r"[。！？；]", told)
        )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_medical_insurance_is_a_count_too(lang: str) -> None:
    none = CheckResult("W08", "watch", figures={**NOTHING_THERE["W08"], "medical": Decimal(0)}, action="review")
    assert "0" in sentence(Words(lang), report("watch"), none).shown


@pytest.mark.parametrize("lang", sorted(NO_WINDOW))
@pytest.mark.parametrize("status", STATUSES)
def test_no_chinese_sentence_is_long(modes: dict[str, Mode], lang: str, status: CheckStatus) -> None:
    """Figures and the names of banks and products do not count: they are what they are."""
    words, found = Words(lang), report(status)
    pages = [page for at in range(len(found.checks)) for page in pages_of(words, modes["elder"], found, at)]
    for page in (*pages, *pages_of_all(words, modes["elder"], found)):
        for _, phrase in phrases_of(page):
            for part in re.split(r"[。！？；·]", phrase.shown):
                assert len(re.findall(r"[\u4e00-\u9fff]", part)) <= LONGEST_CHINESE, part


@pytest.mark.parametrize("senior", [True, False])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_tells_whose_rule_it_is(modes: dict[str, Mode], lang: str, *, senior: bool) -> None:
    words, found = Words(lang), report("watch", senior=senior)
    ours, published = words.text("This is our own rule"), words.text("A published rule")
    for at, check in enumerate(found.checks):
        assert check.basis is not None, check.id
        page = rule_screen(words, modes["elder"], found, at)
        rows = [row for block in page.blocks for row in getattr(block, "rows", ())]
        assert rows[-1].title.shown == (ours if check.basis.mark == "D" else published)
        assert rows[-1].detail.shown
        assert "2015" in rows[-1].value.shown
        assert len(rows) <= modes["elder"].content.rows_per_page


def test_a_risk_is_a_count_of_a_hundred_and_a_loss_is_money_and_months(modes: dict[str, Mode]) -> None:
    words, found = Words("en"), report("info")
    page = pictures_screen(words, modes["standard"], found)
    (years,) = [block for block in page.blocks if getattr(block, "kind", "") == "people"]
    assert years.sentence.shown.startswith("In 17 of 100 past years in America")  # type: ignore[union-attr]
    assert [part.share for part in years.parts] == [0.17, 0.83]  # type: ignore[union-attr]
    offer = suggestion_screen(words, modes["standard"], found, 1)
    shown = "\n".join(phrase.shown for _, phrase in phrases_of(offer))
    assert "14,950 yuan" in shown
    assert "2 months of spending" in shown
    assert "%" not in shown
