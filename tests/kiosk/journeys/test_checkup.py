"""The check-up: told in words with the money and the count, never as a score."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import msgspec
import pytest

from accessibility.masking import masked
from accessibility.narration import COMMAS, narration
from accessibility.phrase import Phrase
from accessibility.role_words import role_words
from accessibility.screen import Finding, Paragraph, Rows, Screen
from accessibility.words import Wording, Words
from kiosk.bank.demo.people import CHEN, LIU, WANG, YUTONG, ZHAO
from kiosk.checkup.engine import examine
from kiosk.checkup.finding import REASONS
from kiosk.client.errors import BankAway, NotAllowed
from kiosk.journeys.checkup_pages import finding_screen, list_screen, needing, summary_screen, whole_screen
from kiosk.journeys.checkup_words import WORDS, numbers, sentence
from kiosk.journeys.checkup_words.figures import Judged
from kiosk.journeys.checkup_words.statuses import counts, overall_sentence, status_word
from kiosk.journeys.checkup_words.unknowns import UNCLEAR, why_unknown
from kiosk.journeys.journey import Back, Open
from kiosk.model.checkup import CheckResult, CheckStatus, CheckupReport
from kiosk.modes import Mode
from tests.kiosk.checkup.households import but
from tests.kiosk.journeys.conftest import Walking
from tests.kiosk.journeys.customer import actions, keys
from tests.kiosk.journeys.promises import keep_promises, text

FIGURES: dict[str, dict[str, Decimal | str]] = {
    "W01": {"liquid": Decimal(13000), "spending": Decimal(6000), "months": Decimal("2.1666"),
            "need": Decimal(54000), "missing": Decimal(41000)},
    "W02": {"payments": Decimal(4321), "income": Decimal(10000), "share": Decimal("0.4321"), "allowed": Decimal("0.3")},
    "W03": {"assets": Decimal(765432), "debts": Decimal(654321), "net": Decimal(111111), "share": Decimal("0.14"),
            "needed": Decimal("0.5")},
    "W04": {"debts": Decimal(3), "overdue": Decimal(2), "costly": Decimal(2), "owed": Decimal(23456),
            "highest_rate": Decimal("0.18"), "limit_rate": Decimal("0.06")},
    "W05": {"limit": Decimal(500000), "total_uninsured": Decimal(87654), "banks": Decimal(1), "bank": "Some Bank",
            "deposits": Decimal(587654), "uninsured": Decimal(87654)},
    "W06": {"guaranteed": Decimal(4711), "spending": Decimal(6000), "missing": Decimal(1289), "share": Decimal("0.78")},
    "W07": {"drawn": Decimal(1289), "yearly": Decimal(15468), "assets": Decimal(345678), "rate": Decimal("0.0447"),
            "allowed": Decimal("0.0714"), "years": Decimal("25.3")},
    "W08": {"income": Decimal(144321), "premiums": Decimal(17654), "premium_share": Decimal("0.1223"),
            "cover": Decimal(512345), "wanted": Decimal(1443210), "share": Decimal("0.355")},
    "W09": {"days": Decimal(340), "valid_days": Decimal(365), "left": Decimal(25), "level": Decimal(2)},
    "W10": {"above": Decimal(61234), "allowed": Decimal(2), "risky": Decimal(31234)},
    "W11": {"equity": Decimal(91234), "assets": Decimal(345678), "share": Decimal("0.2639"), "ceiling": Decimal("0.2"),
            "target": Decimal("0.2"), "above": Decimal(22098)},
    "W12": {"money": Decimal(71234), "assets": Decimal(345678), "share": Decimal("0.2061"), "allowed": Decimal("0.1"),
            "largest": "Some Product"},
    "W13": {"money": Decimal(201234), "assets": Decimal(345678), "share": Decimal("0.5821"), "allowed": Decimal("0.5"),
            "largest": "Some House"},
    "W14": {"locked": Decimal(181234), "room": Decimal(112345), "reserve": Decimal(51234), "goals": Decimal(21234),
            "assets": Decimal(345678), "over": Decimal(68889)},
    "W15": {"money": Decimal(191234), "assets": Decimal(345678), "share": Decimal("0.5532"), "allowed": Decimal("0.5"),
            "first": "2027-01-04", "last": "2027-03-30"},
    "W16": {"foreign": Decimal(96543), "assets": Decimal(345678), "share": Decimal("0.2793"),
            "spending_share": Decimal(0), "allowed": Decimal("0.2")},
    "W17": {"fee": Decimal("0.0123"), "invested": Decimal(123456), "cost": Decimal(1519), "allowed": Decimal("0.01")},
    "W18": {"equity": Decimal(91234), "loss": Decimal(45617), "spending": Decimal(6000), "months": Decimal("7.6"),
            "share": Decimal("0.5")},
}  # fmt: skip
SECRETS = (
    "13,000",
    "6,000 ",
    "54,000",
    "41,000",
    "4,321",
    "43.21",
    "765,432",
    "654,321",
    "23,456",
    "87,654",
    "Some Bank",
    "Some Product",
    "Some House",
    "4,711",
    "1,289",
    "15,468",
    "345,678",
    "17,654",
    "512,345",
    "61,234",
    "31,234",
    "91,234",
    "71,234",
    "201,234",
    "181,234",
    "68,889",
    "191,234",
    "96,543",
    "1,519",
    "45,617",
    "26.4",
    "20.6",
    "58.2",
)
STATUSES: tuple[CheckStatus, ...] = ("good", "watch", "act", "unknown", "info")


def report(status: CheckStatus) -> CheckupReport:
    """Every check with one status."""
    action = {"good": "none", "info": "none", "watch": "review"}.get(status, "talk")
    reason = "debts_unknown" if status == "unknown" else ""
    checks = tuple(
        CheckResult(check, status, figures=figures, action=action, reason=reason) for check, figures in FIGURES.items()
    )
    return CheckupReport(date(2026, 11, 20), "2026+1", "some_act", checks)


def paragraphs(screen: Screen) -> list[str]:
    """What its paragraphs show."""
    return [block.text.shown for block in screen.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_elder_hears_one_thing_at_a_time(walk: Walking, lang: str) -> None:
    him = (await walk(CHEN, lang=lang)).customer
    page = await him.go("checkup")
    if page.key == "checkup.start":
        page = await him.press("run")
    assert page.key == "checkup.summary"
    assert len(actions(keys(page), "check:")) <= 3
    page = await him.press("all")
    while page.key == "checkup.all":
        for check in actions(keys(page), "check:"):
            page = await him.press(check)
            assert page.key == "checkup.finding"
            assert page.step.shown
            if "why" in keys(page):
                page = await him.press("why")
                assert page.key == "checkup.why"
                await him.press("back")
            page = await him.press("back")
        if "next" not in keys(page):
            break
        page = await him.press("next")
    assert (await him.press("back")).key == "checkup.summary"
    assert await him.step("back") == Back()


async def test_mr_chen_has_too_much_at_one_bank_and_is_led_to_a_person(walk: Walking) -> None:
    him = (await walk(CHEN)).customer
    page = await him.go("checkup")
    if page.key == "checkup.start":
        await him.press("run")
    assert him.sitting.profile is not None
    found = await him.around.bank.checkup()
    assert found is not None
    insured = next(check for check in found.checks if check.id == "W05")
    assert insured.status == "watch"
    page = him.look()
    assert "check:W05" in keys(page)
    page = await him.press("check:W05")
    finding = page.blocks[0]
    assert isinstance(finding, Finding)
    assert finding.status == "watch"
    assert f"{insured.figures['uninsured']:,.0f}" in finding.sentence.shown
    assert f"{insured.figures['uninsured']:,.0f}" not in text(masked(page))
    assert await him.step("talk") == Open("help", "finding:W05")


async def test_going_from_one_finding_to_the_next_reaches_all(walk: Walking) -> None:
    her = (await walk(WANG)).customer
    page = await her.go("checkup")
    if page.key == "checkup.start":
        page = await her.press("run")
    page = await her.press("all")
    page = await her.press("check:W01")
    seen = 1
    while onward := actions(keys(page), "check:"):
        page, seen = await her.press(onward[0]), seen + 1
    assert seen == 18
    assert (await her.press("back")).key == "checkup.all"


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_standard_has_in_full_what_needs_something_and_the_rest_in_rows(walk: Walking, lang: str) -> None:
    him = (await walk(ZHAO, mode="standard", lang=lang)).customer
    page = await him.go("checkup")
    if page.key == "checkup.start":
        page = await him.press("run")
    findings = [block for block in page.blocks if isinstance(block, Finding)]
    (rest,) = [block for block in page.blocks if isinstance(block, Rows)]
    assert findings
    assert len(findings) + len(rest.rows) == 18
    assert all(finding.word.shown and finding.sentence.shown and finding.next_step.shown for finding in findings)
    assert all(finding.reasons for finding in findings if finding.status != "unknown")
    detail = await him.press(rest.rows[0].action)
    (alone,) = [block for block in detail.blocks if isinstance(block, Finding)]
    assert alone.status in ("good", "info")
    assert alone.reasons
    assert (await him.press("back")).key == "checkup"
    again = await him.press("run")
    assert [block.status for block in again.blocks if isinstance(block, Finding)] == [each.status for each in findings]


async def test_it_is_information_and_never_a_score(walk: Walking) -> None:
    her = (await walk(LIU, mode="standard")).customer
    page = await her.go("checkup")
    if page.key == "checkup.start":
        page = await her.press("run")
    assert "This is information, not investment advice." in paragraphs(page)
    assert not re.search(r"score|points|rating|/ ?100", text(page), re.IGNORECASE)


async def test_the_bank_away_is_trouble_and_can_be_tried_again(walk: Walking) -> None:
    walking = await walk(WANG)
    walking.line.cut = True
    with pytest.raises(BankAway):
        await walking.customer.go("checkup")
    walking.line.cut = False
    walking.clock.seconds += 60
    assert walking.customer.journey is not None
    await walking.customer.journey.enter()
    assert walking.customer.look().key.startswith("checkup")


async def test_a_minor_is_refused_by_the_bank_itself(walk: Walking) -> None:
    him = (await walk(YUTONG, mode="elder")).customer
    with pytest.raises(NotAllowed):
        await him.go("checkup")


async def test_young_people_hear_of_money_habits_only(walk: Walking) -> None:
    her = (await walk(LIU, mode="youth")).customer
    page = await her.go("checkup")
    if page.key == "checkup.start":
        page = await her.press("run")
    assert [block.title.shown for block in page.blocks if isinstance(block, Finding)] == ["My cushion"]
    her.sitting.mode = "elder"
    assert her.sitting.profile is not None
    her.sitting.profile = msgspec.structs.replace(her.sitting.profile, age_band="child")
    assert set(actions(keys(await her.press("all")), "check:")) == {"check:W01"}


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("wording", ["plain", "friendly"])
def test_every_check_has_words_for_every_status(
    modes: dict[str, Mode], lang: str, status: CheckStatus, wording: Wording
) -> None:
    words = Words(lang, wording)
    found = report(status)
    page = whole_screen(words, modes["standard"], found, date(2026, 11, 23))
    keep_promises(page, modes["standard"], SECRETS if lang == "en" else ())
    for check in found.checks:
        told = sentence(words, found, check)
        assert told.shown
        assert "{" not in told.shown
        if status in ("watch", "act"):
            assert told.private
            assert not any(digit.isdigit() for digit in told.said_aloud + told.masked)
        assert len(numbers(words, found, check)) <= 4


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_for_not_knowing_has_its_words(reason: str) -> None:
    words = Words("en")
    assert why_unknown(words, reason).shown != words.text(UNCLEAR)


def test_every_check_of_the_engine_is_told() -> None:
    assert [check.id for check in examine(but(), date(2026, 11, 23)).checks] == list(WORDS)


def test_a_newer_check_and_an_odd_figure_do_no_harm(modes: dict[str, Mode]) -> None:
    strange = CheckResult("W01", "good", figures={"liquid": "plenty"}, action="dance")
    found = msgspec.structs.replace(report("good"), checks=(strange,))
    page = whole_screen(Words("en"), modes["standard"], found, date(2026, 11, 23))
    assert "not known" in text(page)


def test_the_most_urgent_comes_first_and_at_most_three() -> None:
    checks = tuple(
        CheckResult(check, status)
        for check, status in zip(list(FIGURES)[:5], ("unknown", "watch", "act", "watch", "act"), strict=True)
    )
    found = msgspec.structs.replace(report("good"), checks=checks)
    assert [check.id for check in needing(found)] == ["W03", "W05", "W02"]


@pytest.mark.parametrize("overall", ["foundation", "some_act", "some_watch", "all_good", "too_little"])
def test_there_is_one_sentence_for_the_whole(overall: str) -> None:
    found = msgspec.structs.replace(report("act"), overall=overall)
    assert overall_sentence(Words("en"), found).shown


def test_rows_of_numbers_fit_one_page(modes: dict[str, Mode]) -> None:
    for check in report("act").checks:
        rows = Rows(numbers(Words("en"), report("act"), check))
        assert len(rows.rows) <= modes["elder"].content.rows_per_page


def test_sentences_round_to_the_yuan_and_the_numbers_stay_exact() -> None:
    figures: dict[str, Decimal | str] = {**FIGURES["W01"], "liquid": Decimal("13000.56")}
    check = CheckResult("W01", "watch", figures=figures)
    assert "13,001 " in sentence(Words("en"), report("watch"), check).shown
    assert numbers(Words("en"), report("watch"), check)[0].value.shown.startswith("13,000.56")
    assert Judged(check, "CNY").rounded(Words("en"), "nothing").shown == "not known"
    little = msgspec.structs.replace(check, figures={"uninsured": Decimal("0.40")})
    assert "0.40" in Judged(little, "CNY").rounded(Words("en"), "uninsured").shown


@pytest.mark.parametrize(("lang", "said"), [("zh_CN", "两笔"), ("zh_TW", "兩筆"), ("en", "two debts")])
def test_how_many_debts_is_counted_and_never_said_to_all(lang: str, said: str) -> None:
    check = CheckResult("W04", "good", figures={"debts": Decimal(2), "limit_rate": Decimal("0.06")})
    count = numbers(Words(lang), report("good"), check)[0].value
    assert count.said.replace(" ", "") == said.replace(" ", "")
    assert count.private
    assert count.said_aloud == Words(lang).text("the number on the screen")


@pytest.mark.parametrize(("lang", "name"), [("zh_CN", "甲"), ("zh_TW", "乙"), ("en", "Some Bank")])
def test_a_bank_is_named_in_the_language_on_the_screen(lang: str, name: str) -> None:
    check = CheckResult("W05", "watch", figures=FIGURES["W05"], names={"bank": {"zh_CN": "甲", "zh_TW": "乙"}})
    assert name in sentence(Words(lang), report("watch"), check).shown


@pytest.mark.parametrize("zone", [-11, 14])
async def test_a_check_up_made_just_now_is_of_today_wherever_the_kiosk_stands(walk: Walking, zone: int) -> None:
    her = (await walk(WANG)).customer
    her.now = lambda: datetime.now(timezone(timedelta(hours=zone)))
    page = await her.go("checkup", "again")
    page = await her.go("checkup")
    assert "Looked at today" in page.quiet.shown
    her.sitting.checked_up_on = None
    her.now = lambda: datetime.now(timezone(timedelta(hours=zone))) + timedelta(days=3)
    assert "Looked at on" in her.look().quiet.shown


def test_without_numbers_the_guide_names_a_button_that_is_there(modes: dict[str, Mode]) -> None:
    page = finding_screen(Words("en"), modes["elder"], report("unknown"), 0)
    assert "why" not in keys(page)
    assert page.guide.shown == "To ask about it, press “Talk to someone”."


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
def test_a_loudspeaker_does_not_tell_how_her_money_stands(
    lang: str, status: CheckStatus, modes: dict[str, Mode]
) -> None:
    words, of_all = Words(lang), report(status)
    own = (status_word(words, status), overall_sentence(words, of_all), counts_of(words, of_all))
    pages = (
        summary_screen(words, modes["elder"], of_all, of_all.as_of),
        list_screen(words, modes["elder"], of_all, 0),
        finding_screen(words, modes["elder"], of_all, 0),
        whole_screen(words, modes["standard"], of_all, of_all.as_of),
    )
    for page in pages:
        told = narration(page, role_words(words))
        assert not _hold(own, (line.words(consent=False) for line in told)), page.key
        assert _hold(own, (line.words(consent=True) for line in told)), page.key


def _hold(own: tuple[Phrase, ...], lines: Iterable[str]) -> bool:
    """Whether any line holds any of these; spaces and stops do not count."""
    bare = [re.sub(r"[\s。.]", "", line) for line in lines]
    return any(re.sub(r"[\s。.]", "", phrase.said) in line for phrase in own for line in bare)


def counts_of(words: Words, of_all: CheckupReport) -> Phrase:
    """How many of each, without how many there are in all, which tells nothing."""
    return Phrase(counts(words, of_all).said.partition(COMMAS[words.lang])[2])
