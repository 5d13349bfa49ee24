"""Ordering a suggestion: no on every page, a wait nobody can hurry, two confirmations, all she saw on record."""

from __future__ import annotations

import hashlib
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from accessibility.screen import Choices, Screen
from accessibility.words import Words
from kiosk.bank.demo.people import CHEN, LIU, WANG, YUTONG
from kiosk.bank.store import FILE_NAME
from kiosk.client.errors import BankAway, BankSlow
from kiosk.journeys import adopt_pages
from kiosk.journeys.adopt_record import record_of
from kiosk.journeys.adopt_words import amounts_to_choose
from kiosk.journeys.home import tiles_for
from kiosk.journeys.journey import Back, Open
from kiosk.journeys.surroundings import Sitting
from kiosk.model.money import Money
from kiosk.model.order import OrderTerms
from kiosk.modes import load_modes
from tests.kiosk.journeys.conftest import BankChild, Walk, Walking, bank_in
from tests.kiosk.journeys.customer import Customer, actions, keys
from tests.kiosk.journeys.promises import text

BOND = "state-savings-3y"
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def own_bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BankChild, Path]]:
    """A bank for these tests alone."""
    folder = tmp_path_factory.mktemp("ordered-books")
    for child in bank_in(folder, "branch"):
        yield child, folder


class Counter:
    """Customers at a bank whose orders tests may look into."""

    def __init__(self, walk: Walking, child: BankChild, folder: Path) -> None:
        self.walk, self.child, self.folder = walk, child, folder

    async def come(self, *args: Any, **more: Any) -> Walk:
        return await self.walk(*args, child=self.child, **more)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.folder / FILE_NAME, timeout=5)) as books, books:
            return books.execute(query).fetchall()

    def let_the_wait_pass(self) -> None:
        """At the bank, whose clock is the machine's own."""
        self.ask("UPDATE orders SET confirm_from = '2020-01-01 00:00:00'")


@pytest.fixture
def counter(walk: Walking, own_bank: tuple[BankChild, Path]) -> Counter:
    found = Counter(walk, *own_bank)
    found.ask("DELETE FROM orders")
    return found


async def to_the_end_of_reading(her: Customer) -> Screen:
    """To the page before the first confirmation."""
    page = await her.go("adopt", BOND)
    assert page.key == "adopt.what"
    page = await her.press("on")
    page = await her.press(actions(keys(page), "amount:")[0])
    for key in ("adopt.cost", "adopt.worst"):
        assert page.key == key
        page = await her.press("on")
    assert page.key == "adopt.cooling"
    return page


async def waited(counter: Counter, her: Customer) -> Screen:
    """Past the wait, to the second confirmation."""
    counter.let_the_wait_pass()
    later = datetime.now().astimezone() + timedelta(minutes=10)
    her.now = lambda: later
    await her.until(lambda page: "on" in keys(page))
    return await her.press("on")


@pytest.mark.parametrize("mode", ["elder", "standard"])
@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_from_the_suggestion_to_the_cooling_off_and_back(counter: Counter, mode: str, lang: str) -> None:
    her = (await counter.come(LIU, mode=mode, lang=lang)).customer
    await to_the_end_of_reading(her)
    assert counter.ask("SELECT * FROM orders") == []
    page = await her.press("on")
    assert (page.key, "on" in keys(page)) == ("adopt.wait", False)
    assert counter.ask("SELECT state FROM orders") == [("requested",)]
    page = await waited(counter, her)
    assert page.key == "adopt.confirm"
    page = await her.press("confirm")
    assert page.key == "adopt.done"
    assert counter.ask("SELECT state FROM orders") == [("cooling",)]
    assert await her.step("orders") == Open("orders")
    page = await her.go("orders")
    page = await her.press(actions(keys(page), "order:")[0])
    page = await her.press(actions(keys(page), "cancel:")[0])
    page = await her.press("really")
    assert counter.ask("SELECT state FROM orders") == [("cancelled",)]
    assert actions(keys(page), "cancel:") == []


async def test_every_word_she_met_is_in_the_banks_record(counter: Counter) -> None:
    her = (await counter.come(LIU, lang="zh_CN")).customer
    met: list[Screen] = [await her.go("adopt", BOND)]
    met.append(await her.press("on"))
    met.append(await her.press(actions(keys(met[-1]), "amount:")[0]))
    met.append(await her.press("on"))
    met.append(await her.press("on"))
    await her.press("on")
    facts = msgspec.json.decode(counter.ask("SELECT facts FROM audit ORDER BY number DESC LIMIT 1")[0][0])
    pages = msgspec.json.decode(facts["pages"])
    assert [each["page"] for each in pages] == [screen.key for screen in met]
    for told, screen in zip(pages, met, strict=True):
        assert screen.heading.shown in told["shown"]
        for tile in next(block for block in screen.blocks if isinstance(block, Choices)).tiles:
            assert tile.title.shown in told["shown"]
        assert told["said"][0].startswith(screen.heading.said)
    assert facts["hash"] == hashlib.sha256(facts["pages"].encode()).hexdigest()


async def test_from_65_on_it_waits_for_a_colleague(counter: Counter) -> None:
    her = (await counter.come(WANG, lang="zh_CN")).customer
    await to_the_end_of_reading(her)
    await her.press("on")
    await waited(counter, her)
    page = await her.press("confirm")
    assert page.key == "adopt.witness"
    (order_id,) = counter.ask("SELECT id FROM orders WHERE state = 'witness'")[0]
    assert await her.step("witness") == Open("help", f"order:{order_id}")


async def test_the_wait_lasts_until_the_voice_has_read_all(counter: Counter) -> None:
    her = (await counter.come(LIU)).customer
    reading = True
    her.around = replace(her.around, speaking=lambda: reading)
    await to_the_end_of_reading(her)
    await her.press("on")
    later = datetime.now().astimezone() + timedelta(minutes=10)
    her.now = lambda: later
    page = await her.until(lambda page: "all has been read" in text(page))
    assert "on" not in keys(page)
    reading = False
    await her.until(lambda page: "on" in keys(page))


async def test_pressing_what_is_not_there_confirms_nothing(counter: Counter) -> None:
    her = (await counter.come(LIU)).customer
    await to_the_end_of_reading(her)
    await her.press("on")
    assert her.journey is not None
    for action in ("on", "confirm"):
        await her.journey.act(action)
    assert her.look().key == "adopt.wait"
    assert counter.ask("SELECT state FROM orders") == [("requested",)]


async def test_where_the_bank_wants_a_longer_wait_she_waits_on(counter: Counter) -> None:
    her = (await counter.come(LIU)).customer
    await to_the_end_of_reading(her)
    await her.press("on")
    later = datetime.now().astimezone() + timedelta(minutes=10)
    her.now = lambda: later
    await her.until(lambda page: "on" in keys(page))
    await her.press("on")
    assert (await her.press("confirm")).key == "adopt.wait"
    assert counter.ask("SELECT state FROM orders") == [("requested",)]


@pytest.mark.parametrize("pages", range(7))
async def test_no_is_one_touch_on_every_page_and_leaves_nothing(counter: Counter, pages: int) -> None:
    her = (await counter.come(LIU)).customer
    page = await her.go("adopt", BOND)
    for _ in range(min(pages, 5)):
        page = await her.press(next((key for key in keys(page) if key.startswith("amount:")), "on"))
    if pages == 6:
        page = await waited(counter, her)
    tiles = [tile for block in page.blocks if isinstance(block, Choices) for tile in block.tiles]
    assert tiles[0].key == page.focus == adopt_pages.DECLINE
    assert not any(tile.filled or tile.selected for tile in tiles)
    assert (await her.press(adopt_pages.DECLINE)).key == "adopt.declined"
    assert counter.ask("SELECT state FROM orders WHERE state <> 'cancelled'") == []
    assert await her.step("finish") == Back()


async def test_hidden_amounts_are_not_agreed_to(counter: Counter) -> None:
    her = (await counter.come(LIU)).customer
    await to_the_end_of_reading(her)
    her.sitting.hidden = True
    assert "on" not in keys(her.look())
    assert her.journey is not None
    await her.journey.act("on")
    assert counter.ask("SELECT * FROM orders") == []


@pytest.mark.parametrize("person", [YUTONG, CHEN], ids=["young", "expired"])
async def test_for_whom_it_is_not_the_page_says_so(counter: Counter, person: Any) -> None:
    her = (await counter.come(person)).customer
    assert (await her.go("adopt", BOND)).key == "adopt.closed"
    assert ("orders" in tiles_for(her.mode, her.sitting.profile, ordered=True)) is (person is not YUTONG)


async def test_with_the_line_cut_nothing_is_half_done(counter: Counter) -> None:
    walked = await counter.come(LIU)
    her = walked.customer
    await to_the_end_of_reading(her)
    walked.line.cut = True
    with pytest.raises((BankAway, BankSlow)):
        await her.press("on")
    assert her.look().key == "adopt.cooling"
    assert counter.ask("SELECT * FROM orders") == []
    walked.line.cut = False
    walked.clock.seconds += 600
    assert (await her.press("on")).key == "adopt.wait"
    assert len(counter.ask("SELECT * FROM orders")) == 1


async def test_a_lost_answer_and_a_second_touch_make_one_order(counter: Counter) -> None:
    walked = await counter.come(LIU)
    her = walked.customer
    await to_the_end_of_reading(her)

    def is_order(request: httpx.Request) -> bool:
        return request.method == "POST" and request.url.path.endswith("/orders")

    walked.line.swallow = is_order
    with pytest.raises((BankAway, BankSlow)):
        await her.press("on")
    assert len(counter.ask("SELECT * FROM orders")) == 1
    walked.line.swallow = lambda _: False
    walked.clock.seconds += 600
    assert (await her.press("on")).key == "adopt.wait"
    assert len(counter.ask("SELECT * FROM orders")) == 1


async def test_what_was_begun_is_gone_on_with(counter: Counter) -> None:
    first = (await counter.come(LIU)).customer
    await to_the_end_of_reading(first)
    await first.press("on")
    await first.leave()
    again = (await counter.come(LIU)).customer
    assert (await again.go("adopt", BOND)).key == "adopt.wait"


async def test_a_worry_pauses_what_cools_off(counter: Counter) -> None:
    her = (await counter.come(LIU)).customer
    await to_the_end_of_reading(her)
    await her.press("on")
    await waited(counter, her)
    await her.press("confirm")
    assert [each.state for each in await her.around.bank.pause_orders()] == ["paused"]
    assert counter.ask("SELECT state FROM orders") == [("paused",)]


KILLED = """
import asyncio, os, signal, sys
from decimal import Decimal
from pathlib import Path
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.order_intents import OrderIntents
from kiosk.model.money import Money
from kiosk.model.order import ShownPage

url, token, card, pin, folder, when = sys.argv[1:]
pages = [ShownPage("adopt.cooling", "en", "elder", ("It is noted.",), ())]

async def main():
    bank = Bank(Address(url, token), lang=lambda: "en")
    her = (await bank.sign_in(card=card, pin=pin)).customer_id
    intents, amount = OrderIntents(Path(folder)), Money(Decimal("1000.00"), "CNY")
    key = intents.key_for(her, "state-savings-3y", amount)
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    await bank.order("state-savings-3y", amount, pages, key)
    if when == "after":
        os.kill(os.getpid(), signal.SIGKILL)
    intents.answered(her, "state-savings-3y", amount)
    await bank.aclose()

asyncio.run(main())
"""


@pytest.mark.parametrize(("when", "there"), [("before", 0), ("after", 1)])
def test_a_kiosk_killed_while_ordering_leaves_one_order_or_none(
    own_bank: tuple[BankChild, Path], tmp_path: Path, when: str, there: int
) -> None:
    """A real kill -9; the next start goes on under the same key."""
    counter = Counter(None, *own_bank)  # type: ignore[arg-type]  # nobody walks here
    counter.ask("DELETE FROM orders")
    kiosk, folder = counter.child.kiosk, tmp_path / "orders"

    def run(moment: str) -> int:
        command = [sys.executable, "-c", KILLED, kiosk.base, kiosk.device_token, LIU.card, LIU.pin, str(folder), moment]
        return subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode

    assert run(when) == -signal.SIGKILL
    assert len(counter.ask("SELECT * FROM orders")) == there
    assert len(list(folder.iterdir())) == 1
    assert run("never") == 0
    assert len(counter.ask("SELECT * FROM orders")) == 1
    assert list(folder.iterdir()) == []


TERMS = OrderTerms(
    "fund", {"en": "Hemu Balanced Fund", "zh_CN": "禾木稳健混合基金"}, {"en": "Hemu Funds", "zh_CN": "禾木基金"}, 3, 3,
    Money(Decimal(1000), "CNY"), Money(Decimal(40_000), "CNY"), Decimal("0.008"), Decimal("0.165"), "6222", 24, 60,
    needs_witness=True, spending=Money(Decimal(3000), "CNY"),
)  # fmt: skip
ALLURING = re.compile(
    r"\b(guarantee\w*|hurry|only today|limited|exclusive|bonus|gift|win|best|high return\w*|earn|reward\w*|free money|"
    r"recommend\w*|popular|everybody|last chance|don.t miss)\b|保本|高收益|稳赚|限时|限量|抢|赠|礼|奖|热销|推荐|错过|"
    r"最后机会|快来|機會|穩賺|搶|贈|禮|獎|熱銷|推薦|錯過",
    re.IGNORECASE,
)
"""Words that lure (CN-14)."""


def reading_pages(lang: str, mode_key: str) -> list[Screen]:
    words, mode = Words(lang), load_modes()[mode_key]
    amount = Money(Decimal(20_000), "CNY")
    return [
        adopt_pages.what_screen(words, mode, TERMS, hidden=False),
        adopt_pages.amount_screen(words, mode, TERMS),
        adopt_pages.cost_screen(words, mode, TERMS, amount, hidden=False),
        adopt_pages.worst_screen(words, mode, TERMS, amount, hidden=False),
        adopt_pages.cooling_screen(words, mode, TERMS, hidden=False),
        adopt_pages.declined_screen(words, mode),
        adopt_pages.too_little_screen(words, mode),
    ]


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
def test_no_page_lures(lang: str) -> None:
    for page in reading_pages(lang, "elder"):
        told = record_of(page, Words(lang), Sitting("elder", lang))
        for line in (*told.shown, *told.said):
            assert not ALLURING.search(line), (page.key, line)


def test_a_bad_year_is_told_in_money_and_in_months() -> None:
    """20,000 × 16.5 % is 3,300: one month of 3,000."""
    page = text(reading_pages("en", "elder")[3])
    assert "¥3,300" in page or "3,300" in page
    assert "1 month of spending" in page


def test_the_yearly_fee_is_told_in_money() -> None:
    assert "160.00" in text(reading_pages("en", "elder")[2])


@pytest.mark.parametrize(
    ("least", "most", "offered"),
    [("1000", "40000", [10_000, 20_000, 40_000]), ("100", "1000", [200, 500, 1000]),
     ("50000", "66000", [50_000, 66_000]), ("100", "100", [100]), ("500", "400", [])],
)  # fmt: skip
def test_the_amounts_are_round_and_never_above_the_most(least: str, most: str, offered: list[int]) -> None:
    terms = msgspec.structs.replace(TERMS, least=Money(Decimal(least), "CNY"), most=Money(Decimal(most), "CNY"))
    assert [each.amount for each in amounts_to_choose(terms)] == offered
