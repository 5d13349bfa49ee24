"""Without a look at the screen: arrows, Enter, Escape, digits, and what the voice says (STANDARDS.md EN-01).

She signs in, agrees to hear her amounts, learns each balance, hears her check-up, asks for a person and hears who
comes, and leaves. Nothing here asks the window where it is: she goes where the words lead her.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from accessibility.speech.jack.fixed_jack import FixedJack
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.words import Words
from i18n.languages import LANGUAGES, OWN_NAMES
from kiosk.bank.demo.people import GREEN, LIN, WANG, ZHOU, DemoPerson
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.journeys.amounts import money
from kiosk.journeys.balances import account_words
from kiosk.journeys.checkup_words.statuses import overall_sentence
from tests.journeys.conftest import BankChild, Live
from tests.journeys.ears import Ears, plain
from tests.journeys.plug import Plug
from tests.journeys.staff import Staff, on_duty
from tests.journeys.stand import standing

HASTE = 400.0
"""Nobody listens to the sounds here; what was said is in the log."""
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ELDERS = {"zh_CN": WANG, "zh_TW": LIN, "en": GREEN}


@dataclass
class Walk:
    """One customer's way by ear."""

    her: Ears
    words: Words
    person: DemoPerson
    staff: Staff
    plug: Plug | None
    bank: BankChild

    def text(self, message: str) -> str:
        """Words she knows, in her language."""
        return self.words.text(message).partition("{")[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_by_ear(live: Live, bank_child: BankChild, tmp_path: Path, lang: str) -> None:
    live(by_ear(bank_child, tmp_path, lang))


async def by_ear(child: BankChild, folder: Path, lang: str) -> None:
    async with at_the_kiosk(child, folder, lang) as walk:
        await speak_my_language(walk)
        await sign_in(walk)
        await agree(walk)
        await each_balance(walk)
        await checkup(walk)
        await a_person(walk)
        await leave(walk)


@asynccontextmanager
async def at_the_kiosk(child: BankChild, folder: Path, lang: str) -> AsyncIterator[Walk]:
    """A kiosk that spoke with somebody else before her; in Taiwan she has brought her headset."""
    plug = Plug() if lang == "zh_TW" else None
    async with (
        on_duty(child.folder, lang) as staff,
        standing(
            folder, player=RecordingPlayer(HASTE), jack=plug or FixedJack(), pause_ms=0, **child.settings
        ) as stand,
    ):
        her = Ears(stand.speech_log, stand.her.key, lambda: stand.kiosk.speaking)
        yield Walk(her, Words(lang), ELDERS[lang], staff, plug, child)


@asynccontextmanager
async def at_the_counter(walk: Walk) -> AsyncIterator[Bank]:
    """Ask the bank itself, beside the kiosk."""
    where = Address(walk.bank.url, walk.bank.device_token)
    async with aclosing(Bank(where, lang=lambda: walk.words.lang)) as bank:
        await bank.sign_in(card=walk.person.card, pin=walk.person.pin)
        yield bank


async def balances_of(walk: Walk) -> list[tuple[str, str]]:
    """Each account's kind, and its amount as people say it."""
    async with at_the_counter(walk) as bank:
        return [
            (account_words.kind_words(walk.words, account).said, money(walk.words, account_words.amount(account)).said)
            for account in await bank.accounts()
        ]


async def result_of(walk: Walk) -> str:
    """The one sentence of her check-up."""
    async with at_the_counter(walk) as bank:
        report = await bank.checkup()
    assert report is not None
    return overall_sentence(walk.words, report).said


async def speak_my_language(walk: Walk) -> None:
    """Each language calls itself by its own name; the kiosk begins in the operator's. She plugs in what she has."""
    her = walk.her
    await her.listens(Words("zh_CN").text("Welcome"))
    if walk.words.lang != "zh_CN":
        await her.choose(OWN_NAMES[walk.words.lang], walk.text("Welcome"))
    if walk.plug:
        walk.plug.push_in()
        await her.listens()
    await her.choose(walk.text("Begin"), walk.text("Your card number"))


async def sign_in(walk: Walk) -> None:
    """Card and PIN; how many digits there are is said, and never which. A mistake is told by its name (EN-13)."""
    her = walk.her
    her.type(walk.person.card)
    her.press(ENTER)
    await her.listens(walk.text("Your PIN"))
    if walk.words.lang == "zh_CN":  # the words of the lesson are held elsewhere
        await learn_the_keys(walk)
    her.type("000000")
    await her.hears(walk.text("Digits entered: {count}"))
    her.press(ENTER)
    await her.listens(walk.text("PIN"), walk.text("Card number or PIN did not match. Please try again."))
    await type_pin(walk)
    her.press(ENTER)
    await her.listens(walk.text("Today is {day}."))


async def learn_the_keys(walk: Walk) -> None:
    """Each key says its name and its place on the pad to everybody, and types nothing, until she has learned them."""
    her = walk.her
    await her.choose(walk.text("Learn the keys"), walk.text("Nothing is typed now. Press a key to hear it."))
    for digit, name, place in (
        ("5", "five", "in the middle"),
        ("0", "zero", "bottom row, in the middle"),
        ("1", "one", "top row, on the left"),
    ):
        her.type(digit)
        await her.listens(walk.text(name), walk.text(place))
    await her.choose(walk.text("Stop learning"), walk.text("The keys type again."))


async def type_pin(walk: Walk) -> None:
    """On the keys; in the headset, which says each digit to her alone, with arrows and Enter on the pad (EN-22)."""
    her, names = walk.her, ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    for digit in walk.person.pin:
        if walk.plug:
            await her.seek(walk.text(names[int(digit)]))
            her.press(ENTER)
        else:
            her.type(digit)
    await her.hears(walk.text("Digits entered: {count}"))
    if walk.plug:
        await her.seek(walk.text("Sign in"))


async def agree(walk: Walk) -> None:
    """Under seeing and hearing, or by the button beside the amounts; her headset is agreement enough."""
    her = walk.her
    if walk.plug:
        return
    if walk.words.lang == "zh_CN":
        await her.choose(walk.text("Seeing and hearing"), walk.text("Seeing and hearing"))
        await her.choose(walk.text("Say amounts aloud"), walk.text("Say amounts aloud"))
        await her.choose(walk.text("On"), walk.text("On"))
        await home(walk)
    else:
        await her.choose(walk.text("My balance"), walk.text("My accounts"))
        await her.choose(walk.text("Say amounts aloud"))
        await home(walk)


async def home(walk: Walk) -> None:
    """Back and back, until she hears that she is where she began."""
    said: list[str] = []
    while not any(plain(walk.text("Today is {day}.")) in plain(line) for line in said):
        walk.her.press(ESCAPE)
        said = await walk.her.listens()


async def each_balance(walk: Walk) -> None:
    """The list says every account with its amount; so does each account's own page."""
    her, told = walk.her, await balances_of(walk)
    said = await her.choose(walk.text("My balance"), told[0][1])
    for kind, amount in told if len(told) > 1 else ():
        assert any(plain(kind) in plain(line) and plain(amount) in plain(line) for line in said), (kind, amount, said)
        page = await her.choose(kind, walk.text("To see more, press “{button}”."))
        assert any(plain(amount) in plain(line) for line in page), (kind, amount, page)
        her.press(ESCAPE)
        await her.listens(walk.text("My accounts"))
    await home(walk)


async def checkup(walk: Walk) -> None:
    """The result in one sentence, and the first thing that needs something, with its own sentence."""
    her = walk.her
    said = await her.choose(walk.text("Wealth check-up"), walk.text("Wealth check-up"))
    if any(plain(walk.text("Look now")) in plain(line) for line in said):
        said = await her.choose(walk.text("Look now"))
    told = await result_of(walk)
    assert any(plain(told) in plain(line) for line in said), (told, said)
    await home(walk)


async def a_person(walk: Walk) -> None:
    """She hears that it was sent, how many are before her, and at once who comes."""
    her = walk.her
    await her.choose(walk.text("Ask a person"), walk.text("What is it about?"), first=Qt.Key.Key_Down)
    said = await her.choose(walk.text("Just come, please"), walk.text("Somebody has been told."))
    assert any(plain(walk.text("You are next.")) in plain(line) for line in said), said
    await walk.staff.press("ticket:")
    await walk.staff.press("accept:")
    name = ZHOU.names[walk.words.lang]
    assert await her.hears(name)
    await walk.staff.press("done:")
    await her.listens(walk.text("Somebody has been with you."))
    await home(walk)


async def leave(walk: Walk) -> None:
    """She hears that nothing of her is kept."""
    said = await walk.her.choose(walk.text("Leave"), walk.text("Goodbye"), first=Qt.Key.Key_Up)
    assert any(plain(walk.text("You are signed out. Nothing about you is kept here.")) in plain(line) for line in said)
