"""Balances, as customers meet them: real books, and lines that break."""

from __future__ import annotations

import json
from datetime import date

import httpx
import pytest

from accessibility.masking import masked
from accessibility.narration import narration
from accessibility.role_words import role_words
from accessibility.screen import Fact, Field, Notice, Rows, Screen
from accessibility.words import Words
from kiosk.bank.demo.people import CHEN, LIU, WANG, YUTONG, ZHAO
from kiosk.client.errors import BankAway, SessionEnded
from kiosk.journeys.amounts import while_hidden
from kiosk.journeys.balances.months import first_of, months_from
from kiosk.journeys.category_words import INCOME, TITLES
from kiosk.journeys.journey import Back, Open
from kiosk.model.categories import CATEGORIES
from tests.kiosk.journeys.conftest import Walking
from tests.kiosk.journeys.customer import Customer, actions, keys
from tests.kiosk.journeys.promises import text


def blocks(screen: Screen, kind: type) -> list[object]:
    """The blocks of a kind."""
    return [block for block in screen.blocks if isinstance(block, kind)]


def fact(screen: Screen) -> Fact:
    """The first fact."""
    found = blocks(screen, Fact)[0]
    assert isinstance(found, Fact)
    return found


def facts(screen: Screen) -> list[Fact]:
    """Its facts."""
    return [block for block in screen.blocks if isinstance(block, Fact)]


def rows(screen: Screen) -> list[Rows]:
    """All lists of the page."""
    return [block for block in screen.blocks if isinstance(block, Rows)]


def the_account(screen: Screen, kind: str) -> str:
    """What to press for the account of that kind."""
    return next(row.action for block in rows(screen) for row in block.rows if row.title.shown == kind)


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_mrs_wang_sees_her_balance_large_and_in_words(walk: Walking, lang: str) -> None:
    her = (await walk(WANG, lang=lang)).customer
    page = await her.go("balances")
    assert page.key == "balances.accounts"
    assert page.step.shown
    page = await her.press("account:0")
    assert page.key == "balances.account"
    balance = fact(page)
    assert balance.large
    assert "12,345.60" in balance.value.shown
    assert balance.words.shown == balance.value.said
    assert "6222" in balance.label.shown
    assert "12,345.60" not in balance.value.said_aloud
    assert balance.note.private
    assert not any(character.isdigit() for character in balance.label.said_aloud)
    assert Words(lang).text("the amount on the screen") not in balance.note.said_aloud
    assert "12,345.60" not in text(masked(page))
    assert keys(page) == ["month", "accounts"]
    assert (await her.press("accounts")).key == "balances.accounts"
    if lang == "zh_CN":
        assert balance.value.said == "一万二千三百四十五元六角"


async def test_elder_goes_from_the_month_to_each_movement_and_back(walk: Walking) -> None:
    her = (await walk(WANG)).customer
    await her.go("balances")
    await her.press("account:0")
    month = await her.press("month")
    assert month.key == "balances.month"
    assert [each.label.shown for each in facts(month)] == ["Money in", "Money out"]
    assert "month:+1" not in keys(month)
    page = await her.press("list")
    assert page.key == "balances.movements"
    assert len(rows(page)[0].rows) == her.mode.content.rows_per_page
    seen = [row.detail.shown for row in rows(page)[0].rows]
    assert (await her.press("next")) != page
    assert rows(her.look())[0].position.shown
    assert [row.detail.shown for row in rows(await her.press("previous"))[0].rows] == seen
    for row in rows(page)[0].rows:
        assert row.flow in ("in", "out")
        assert row.flow in row.value.shown
    assert (await her.press("back")).key == "balances.month"
    assert (await her.press("back")).key == "balances.account"
    assert (await her.press("back")).key == "balances.accounts"
    assert await her.step("back") == Back()


async def test_the_sums_of_a_month_are_those_of_its_movements(walk: Walking) -> None:
    walking = await walk(WANG)
    her = walking.customer
    await her.go("balances")
    await her.press("account:0")
    await her.press("month")
    page = await her.press("month:-1")
    month = months_from(first_of(her.now().date()), -1)
    movements = await her.around.bank.transactions("wang-current", month)
    came = sum(each.amount.amount for each in movements if each.amount and each.amount.amount > 0)
    went = -sum(each.amount.amount for each in movements if each.amount and each.amount.amount < 0)
    money_in, money_out = facts(page)
    assert f"{came:,.2f}" in money_in.value.shown
    assert f"{went:,.2f}" in money_out.value.shown
    assert "month:+1" in keys(page)


async def test_months_end_two_years_back(walk: Walking) -> None:
    her = (await walk(CHEN)).customer
    await her.go("balances")
    await her.press("account:0")
    page, steps = await her.press("month"), 0
    while "month:-1" in keys(page):
        page, steps = await her.press("month:-1"), steps + 1
    assert steps == 24


async def test_standard_has_it_on_one_page_and_searches(walk: Walking) -> None:
    him = (await walk(ZHAO, mode="standard")).customer
    await him.go("balances")
    await him.press("account:0")
    await him.press("month")
    page = await him.press("month:-1")
    assert blocks(page, Fact)
    assert blocks(page, Field)
    assert all(group.heading.shown for group in rows(page))
    movements = await him.around.bank.transactions("zhao-current", months_from(first_of(him.now().date()), -1))
    sought = next(each for each in movements if each.party and each.amount)
    him.secrets.add(sought.party)
    page = await him.press("search", sought.party)
    details = [row.detail.shown for group in rows(page) for row in group.rows]
    assert details
    assert all(sought.party in detail for detail in details)
    assert "everything" in keys(page)
    assert sought.amount is not None
    page = await him.press("search", f"{abs(sought.amount.amount):.2f}")
    assert any(sought.party in row.detail.shown for group in rows(page) for row in group.rows)
    page = await him.press("search", "no such thing")
    assert rows(page)[0].empty.shown == "Nothing was found."
    page = await him.press("everything")
    assert sum(len(group.rows) for group in rows(page)) == him.mode.content.rows_per_page


async def test_a_loan_says_what_is_still_owed(walk: Walking) -> None:
    him = (await walk(ZHAO, mode="standard")).customer
    page = await him.go("balances")
    assert any("You owe" in row.value.shown for row in rows(page)[0].rows)
    page = await him.press(the_account(page, "Loan"))
    assert page.heading.shown == "You still owe"
    assert "-" not in fact(page).value.shown
    assert "minus" not in fact(page).value.said


async def test_what_is_paid_on_a_loan_is_no_income(walk: Walking) -> None:
    him = (await walk(ZHAO, mode="standard")).customer
    await him.press(the_account(await him.go("balances"), "Loan"))
    await him.press("month")
    page = await him.press("month:-1")
    assert fact(page).label.shown == "Paid back"
    paid = rows(page)[0].rows[0]
    assert paid.value.shown.endswith("paid back")
    assert paid.value.said_aloud == "paid back"
    assert not paid.flow
    assert "Money in" not in text(page)
    him.sitting.mode = "elder"
    assert [each.label.shown for each in facts(him.look())] == ["Paid back"]
    assert (await him.press("list")).heading.shown == "What was paid back"


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_a_list_of_accounts_tells_a_loudspeaker_once_where_the_amounts_are(walk: Walking, lang: str) -> None:
    her = (await walk(WANG, lang=lang)).customer
    page = await her.go("balances")
    elsewhere = Words(lang).text("the amount on the screen")
    for row in rows(page)[0].rows:
        assert row.value.private
        assert not row.value.said_aloud
        assert not row.detail.said_aloud
    assert page.guide.shown in page.guide.said_aloud
    assert len(page.guide.said_aloud) > len(page.guide.said)
    assert page.guide.said == page.guide.shown
    assert masked(page).guide.shown == page.guide.shown
    await her.press("account:0")
    await her.press("month")
    page = await her.press("list")
    assert all(elsewhere not in row.value.said_aloud for row in rows(page)[0].rows)
    assert all(row.value.said_aloud in row.value.shown or lang == "en" for row in rows(page)[0].rows)


async def test_a_fixed_deposit_says_when_it_ends(walk: Walking) -> None:
    her = (await walk(WANG)).customer
    page = await her.press(the_account(await her.go("balances"), "Fixed deposit"))
    term = blocks(page, Fact)[1]
    assert isinstance(term, Fact)
    assert term.label.shown == "You can take it out on"
    assert "2028" in term.value.shown


async def test_one_account_is_opened_straight_away(walk: Walking) -> None:
    walking = await walk(LIU)
    her = walking.customer

    def only_the_first(request: httpx.Request) -> httpx.Response | None:
        if not request.url.path.endswith("/aisp/accounts"):
            return None
        only = {"AccountId": "liu-only", "Currency": "CNY", "AccountTypeCode": "CACC"}
        return odd_answer({"Data": {"Account": [only]}, "Links": {"Self": str(request.url)}, "Meta": {"TotalPages": 1}})

    walking.line.odd = only_the_first
    page = await her.go("balances")
    assert page.key == "balances.account"
    assert not page.step.shown
    assert keys(page) == ["month"]
    # Nothing is known of its balance, and no zero is shown for it.
    assert fact(page).value.shown == "not known"
    assert not fact(page).words.shown
    assert "0" not in fact(page).value.shown


def odd_answer(body: object) -> httpx.Response:
    """An answer of a bank that is not ours."""
    return httpx.Response(200, content=json.dumps(body).encode(), headers={"content-type": "application/json"})


async def test_no_account_has_words_and_a_next_step(walk: Walking) -> None:
    walking = await walk(LIU)

    def none(request: httpx.Request) -> httpx.Response | None:
        if not request.url.path.endswith("/aisp/accounts"):
            return None
        return odd_answer({"Data": {"Account": []}, "Links": {"Self": str(request.url)}, "Meta": {"TotalPages": 1}})

    walking.line.odd = none
    page = await walking.customer.go("balances")
    assert rows(page)[0].empty.shown
    assert await walking.customer.step("ask") == Open("help", "balances")


async def test_when_the_bank_goes_away_the_last_values_stand_with_their_time(walk: Walking) -> None:
    walking = await walk(WANG)
    her = walking.customer
    await her.go("balances")
    await her.press("account:0")
    await her.press("month")
    walking.line.cut = True
    page = await her.go("balances")
    notice = page.blocks[0]
    assert isinstance(notice, Notice)
    assert notice.text.shown.startswith("This is as of ")
    page = await her.press("account:0")
    assert "12,345.60" in fact_with_amount(page).value.shown
    page = await her.press("month")
    assert isinstance(page.blocks[0], Notice)
    walking.line.cut = False
    walking.clock.seconds += 60
    page = await her.press("refresh")
    assert not isinstance(page.blocks[0], Notice)


def fact_with_amount(screen: Screen) -> Fact:
    """The page's large amount."""
    return next(block for block in screen.blocks if isinstance(block, Fact) and block.large)


async def test_what_was_never_answered_is_trouble_and_she_stays_where_she_was(walk: Walking) -> None:
    walking = await walk(WANG)
    her = walking.customer
    walking.line.cut = True
    with pytest.raises(BankAway):
        await her.go("balances")
    walking.line.cut = False
    assert her.journey is not None
    await her.journey.enter()
    await her.press("account:0")
    await her.press("month")
    walking.line.cut = True
    with pytest.raises(BankAway):
        await her.step("month:-1")
    assert her.look().heading.shown in text(her.look())
    assert her.look().key == "balances.month"


async def test_another_customer_never_sees_what_was_remembered(walk: Walking) -> None:
    walking = await walk(WANG)
    her = walking.customer
    await her.go("balances")
    await her.sign_in(CHEN)
    walking.line.cut = True
    with pytest.raises(BankAway):
        await her.go("balances")


async def test_an_ended_session_is_not_hidden_behind_old_values(walk: Walking) -> None:
    her = (await walk(WANG)).customer
    await her.go("balances")
    await her.around.bank.sign_out()
    with pytest.raises(SessionEnded):
        await her.go("balances")


async def test_mode_and_language_change_in_place(walk: Walking) -> None:
    her = (await walk(WANG)).customer
    await her.go("balances")
    await her.press("account:0")
    await her.press("month")
    await her.press("list")
    her.sitting.mode = "standard"
    assert her.look().key == "balances.month"
    assert rows(her.look())
    her.sitting.mode = "elder"
    assert her.look().key == "balances.movements"
    her.sitting.lang = "zh_TW"
    assert her.look().lang == "zh_TW"


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_every_page_keeps_its_promises(walk: Walking, mode: str, lang: str) -> None:
    her = (await walk(YUTONG if mode == "youth" else CHEN, mode=mode, lang=lang)).customer
    await every_page(her)


async def every_page(her: Customer) -> None:
    """Open everything there is to open; looking checks the promises."""
    for account in actions(keys(await her.go("balances")), "account:"):
        await her.press(account)
        await her.press("month")
        page = await her.press("month:-1")
        if "list" in keys(page):
            page = await her.press("list")
        while "next" in keys(page):
            page = await her.press("next")
        while page.key != "balances.accounts":
            page = await her.press("back")


@pytest.mark.parametrize(
    ("month", "steps", "result"),
    [
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 1), -24, date(2024, 11, 1)),
    ],
)
def test_months_go_over_the_turn_of_the_year(month: date, steps: int, result: date) -> None:
    assert months_from(month, steps) == result


def test_every_category_of_the_books_has_words() -> None:
    assert set(TITLES) == set(CATEGORIES)
    assert set(INCOME) <= set(CATEGORIES)


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_the_voice_does_not_send_her_to_a_screen_that_hides_the_amounts(walk: Walking, lang: str) -> None:
    her = (await walk(WANG, lang=lang)).customer
    words = Words(lang)
    for page in (await her.go("balances"), await her.press("account:0")):
        hidden = masked(page, while_hidden(words))
        told = " ".join(line.aloud for line in narration(hidden, role_words(words)))
        assert words.text("the amount on the screen") not in told
        assert words.text("The amounts are on the screen. {guide}").partition("{guide}")[0] not in told
    assert words.text("a hidden amount") in told
    covered_only = " ".join(line.aloud for line in narration(masked(her.look()), role_words(words)))
    assert words.text("the amount on the screen") in covered_only, "covering alone would send her there"
