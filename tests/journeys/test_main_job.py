"""A customer walks up, signs in, sees and hears her money, asks for a person, and leaves nothing behind.

The whole kiosk as it stands in a branch, and the lobby beside it: real window, bank, synthesis and staff room.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from accessibility.narration import TRAILING, narration
from accessibility.phrase import Phrase
from accessibility.role_words import role_words
from accessibility.screen import Fact, Finding, Keypad, Screen
from accessibility.speech_log import LogLine
from accessibility.words import Words
from i18n.languages import LANGUAGES, OWN_NAMES
from kiosk.bank.demo.people import GREEN, LIN, WANG, YUTONG, ZHAO, ZHOU, DemoPerson
from kiosk.client.found import FILE as BANK_FILE
from tests.journeys.belongings import Belongings, belongings, held, written
from tests.journeys.conftest import BankChild, Live
from tests.journeys.customer import Customer
from tests.journeys.staff import Staff, on_duty
from tests.journeys.stand import Stand, standing
from tests.kiosk.journeys.promises import controls, phrases_of, text
from ui.frame import FOOT

ELDERS = {"zh_CN": WANG, "zh_TW": LIN, "en": GREEN}
WRONG_PIN = "000000"


def person_for(mode: str, lang: str) -> DemoPerson:
    """Somebody this mode is for."""
    return {"standard": ZHAO, "youth": YUTONG}.get(mode) or ELDERS[lang]


@dataclass
class Walk:
    """One customer's way, in two manners: what she does on each page, by finger or by keys."""

    stand: Stand
    staff: Staff
    person: DemoPerson
    hers: Belongings
    choose: Callable[[str], Awaitable[None]]
    """Choose what acts with this key."""
    digits: Callable[[str, str], None]
    """Type digits and confirm with the pad's own key."""
    agreed_at: float = 0.0
    hidden_at: float = 0.0
    settled_at: float = 0.0
    """When language and mode were as she wanted them."""

    @property
    def her(self) -> Customer:
        return self.stand.her


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
def test_the_whole_way_by_touch(
    live: Live, bank_child: BankChild, tmp_path: Path, caplog: pytest.LogCaptureFixture, mode: str, lang: str
) -> None:
    began = time.monotonic()
    live(by_touch(bank_child, tmp_path, mode, lang))
    print(f"\n{mode} {lang}: {time.monotonic() - began:.1f} s")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
def test_the_whole_way_by_keys(
    live: Live, bank_child: BankChild, tmp_path: Path, caplog: pytest.LogCaptureFixture, mode: str, lang: str
) -> None:
    live(by_keys(bank_child, tmp_path, mode, lang))
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def by_touch(child: BankChild, folder: Path, mode: str, lang: str) -> None:
    """She touches what she wants."""
    person = person_for(mode, lang)
    hers = await belongings(person, lang, child)
    async with on_duty(child.folder, lang) as staff, standing(folder, **child.settings) as stand:
        her = stand.her

        async def choose(key: str) -> None:
            await her.hears()
            her.touch(key)

        def digits(number: str, accept: str) -> None:
            her.touch_digits(number)
            her.touch(accept)

        walk = Walk(stand, staff, person, hers, choose, digits)
        await settle(walk, mode, lang)
        await everything(walk)
    heard(walk, lang)


async def by_keys(child: BankChild, folder: Path, mode: str, lang: str) -> None:
    """She has no mouse: Tab, arrows, Enter, digits, Escape. On each page Tab comes round."""
    person = person_for(mode, lang)
    hers = await belongings(person, lang, child)
    async with on_duty(child.folder, lang) as staff, standing(folder, **child.settings) as stand:
        her = stand.her

        async def choose(key: str) -> None:
            await her.hears()
            her.once_round()
            her.enter(key)

        def digits(number: str, accept: str) -> None:
            del accept
            her.strike_digits(number)
            her.key(Qt.Key.Key_Return)

        walk = Walk(stand, staff, person, hers, choose, digits)
        await settle(walk, mode, lang)
        await everything(walk)
        if (mode, lang) == ("elder", "zh_CN"):  # as every new customer finds it
            await arrows_and_escape(walk)
    heard(walk, lang)


async def settle(walk: Walk, mode: str, lang: str) -> None:
    """On the welcome page she takes her language and mode."""
    her = walk.her
    await her.sees("welcome")
    await her.hears()
    # Also the one that is spoken already: the bank keeps what she chose in an earlier walk.
    await walk.choose(f"language:{lang}")
    await her.sees("welcome", lambda page: page.lang == lang)
    if mode != "elder":
        await walk.choose("mode")
        await her.sees("mode")
        await walk.choose(mode)
        await her.sees("welcome", lambda page: page.mode == mode)
    await her.hears()
    walk.settled_at = time.time()


async def everything(walk: Walk) -> None:
    """From the welcome page to the farewell."""
    await sign_in(walk)
    await balances(walk)
    await month(walk)
    if walk.person is not YUTONG:
        await checkup(walk)
    else:
        assert "checkup" not in controls(walk.her.page), "no investment content for a child"
    await a_person(walk)
    await larger_letters(walk)
    await amounts_aloud(walk)
    await leave(walk)


async def sign_in(walk: Walk) -> None:
    her = walk.her
    await walk.choose("begin")
    await her.sees("sign_in.card")
    await her.hears()
    walk.digits(walk.person.card, "card")
    await her.sees("sign_in.pin")
    await her.hears()
    walk.digits(WRONG_PIN, "pin")
    page = await her.sees("sign_in.pin", lambda page: bool(pad(page).error.shown))
    await her.hears(pad(page).error)
    walk.digits(walk.person.pin, "pin")
    page = await her.sees("home")
    assert any(name in page.heading.shown for name in walk.hers.name)
    await her.hears()


async def balances(walk: Walk) -> None:
    """The account's amount stands there, with its words, and is not said; with one touch it is covered."""
    her = walk.her
    amount = await the_account(walk)
    assert amount.value.shown in her.everything_written()
    await walk.choose("hide")
    await her.sees("balances.account", lambda page: page.hides)
    assert not {own for own in walk.hers.secret if own in her.everything_written()}
    await walk.choose("hide")
    await her.sees("balances.account", lambda page: not page.hides)


async def the_account(walk: Walk) -> Fact:
    """To the first account's page, where a customer with one account is at once."""
    her = walk.her
    await walk.choose("balances")
    page = await her.sees("balances.")
    await her.hears()
    if page.key == "balances.accounts":
        await walk.choose("account:0")
    page = await her.sees("balances.account")
    await her.hears()
    return next(block for block in page.blocks if isinstance(block, Fact) and block.large)


async def amounts_aloud(walk: Walk) -> None:
    """She agrees, and from then on her amounts are said; while they are hidden they are not."""
    her = walk.her
    if her.page.mode == "elder":
        await agrees_in_the_settings(walk)
        amount = await the_account(walk)
    else:
        await walk.choose("home")
        await her.sees("home")
        amount = await the_account(walk)
        walk.agreed_at = time.time()
        await walk.choose("aloud")
    await her.hears(amount.words if amount.words.said else amount.value)
    await walk.choose("hide")
    await her.sees("balances.account", lambda page: page.hides)
    walk.hidden_at = time.time()


async def agrees_in_the_settings(walk: Walk) -> None:
    """Under seeing and hearing; the other way is the button beside the amounts."""
    her = walk.her
    await walk.choose("set:aloud")
    await her.watch.until(lambda: "aloud:on" in controls(her.page), "the question whether to say amounts aloud")
    walk.agreed_at = time.time()
    await walk.choose("aloud:on")
    await her.watch.until(lambda: in_force(her.page, "aloud:on"), "her agreement to be marked")
    await walk.choose("home")
    await her.sees("home")


async def month(walk: Walk) -> None:
    her = walk.her
    await walk.choose("month")
    page = await her.sees("balances.month")
    await her.hears()
    assert any(phrase.private for phrase in spoken_phrases(page))
    await walk.choose("home")
    await her.sees("home")


async def checkup(walk: Walk) -> None:
    """Made now, or made before: there is a finding with a word, and in elder mode one page for each."""
    her = walk.her
    await walk.choose("checkup")
    page = await her.sees("", is_checkup)
    await her.hears()
    if page.key == "checkup.start":
        await walk.choose("run")
        page = await her.sees("", lambda page: is_checkup(page) and page.key != "checkup.start")
        await her.hears()
    if page.mode == "elder":
        if not any(key.startswith("check:") for key in controls(page)):
            await walk.choose("all")
            await her.sees("checkup.all")
        await walk.choose(her.first("check:"))
        page = await her.sees("checkup.finding")
        await her.hears()
    assert any(isinstance(block, Finding) and block.word.shown for block in page.blocks)
    await walk.choose("home")
    await her.sees("home")


def is_checkup(page: Screen) -> bool:
    """A page of the check-up."""
    return page.key.partition(".")[0] == "checkup"


async def a_person(walk: Walk) -> None:
    """She asks, somebody with a name says "I am going", she sees and hears who; then it is done."""
    her, staff = walk.her, walk.staff
    await walk.choose("help")
    await her.sees("help")
    await her.hears()
    await walk.choose(her.first("topic:"))
    await her.sees("help.waiting")
    await her.hears()
    await staff.press("ticket:")
    begun = time.monotonic()
    await staff.press("accept:")
    name = ZHOU.names[her.page.lang]
    page = await her.sees_words(name)
    print(f"the name was there {1000 * (time.monotonic() - begun):.0f} ms after the accept")
    assert page.key == "help.accepted"
    await her.hears(next(phrase for phrase in spoken_phrases(page) if name in phrase.shown))
    await staff.press("done:")
    await her.sees("help.done")
    assert not walk.hers.found_in(written_by(staff))
    await walk.choose("home")
    await her.sees("home")


async def larger_letters(walk: Walk) -> None:
    """Larger letters show at once on the page, and what was before comes back with one press."""
    her = walk.her
    await walk.choose("seeing_hearing")
    page = await her.sees("seeing_hearing")
    await her.hears()
    if "set:text_size" in controls(page):
        await walk.choose("set:text_size")
        await her.sees("seeing_hearing.text_size")
        await her.hears()
    before, body = her.window.grab().toImage(), her.window.theme.body
    await walk.choose("text_size:150")
    await her.watch.until(lambda: her.window.theme.body > body, "larger letters")
    assert her.window.grab().toImage() != before
    if her.page.key != "seeing_hearing":
        await walk.choose("back")
        await her.sees("seeing_hearing")
    await her.watch.until(lambda: "as_it_was" in controls(her.page), "a way to undo it")
    await walk.choose("as_it_was")
    await her.watch.until(lambda: her.window.theme.body == body, "the letters as they were")


async def leave(walk: Walk) -> None:
    """The farewell says that nothing of her is kept, and it is true; so it is on the next customer's first page."""
    her, stand = walk.her, walk.stand
    assert walk.hers.found_in("\n".join(held(stand.kiosk, stand.living, stand.window))), (
        "the search finds what is there"
    )
    await walk.choose("leave")
    await her.sees("farewell")
    await her.hears()
    nothing_of_her(walk)
    await walk.choose("done")
    await her.sees("welcome")
    await her.hears()
    nothing_of_her(walk)


def nothing_of_her(walk: Walk) -> None:
    """Neither on the window, nor in the program, nor on the disk."""
    stand = walk.stand
    assert not walk.hers.found_in(walk.her.everything_written())
    assert not walk.hers.found_in("\n".join(held(stand.kiosk, stand.living, stand.window)))
    for name, content in written(stand.folder):
        if name == "speech.log":  # it holds what was said aloud after she agreed, for the owner's eyes
            content = "".join(line.text for line in stand.said() if not line.private)
        assert not walk.hers.found_in(content), name
    assert not (stand.folder / BANK_FILE).exists(), "the bank's own books are elsewhere"


async def arrows_and_escape(walk: Walk) -> None:
    """Arrows find their neighbours, Escape goes back, F1 calls help."""
    her = walk.her
    her.enter("begin", Qt.Key.Key_Up) if her.focus() != "begin" else her.key(Qt.Key.Key_Return)
    await her.sees("sign_in.card")
    walk.digits(WANG.card, "card")
    await her.sees("sign_in.pin")
    her.key(Qt.Key.Key_Escape)
    await her.sees("sign_in.card")
    her.key(Qt.Key.Key_Escape)
    await her.sees("welcome")
    her.key(Qt.Key.Key_F1)
    await her.sees("help")
    start = her.focus()
    her.key(Qt.Key.Key_Right)
    her.key(Qt.Key.Key_Left)
    assert her.focus() == start
    while her.focus() not in FOOT:
        before = her.focus()
        her.key(Qt.Key.Key_Down)
        assert her.focus() != before, "Down leads to the foot of the page"
    her.go_to("help", Qt.Key.Key_Right)
    her.key(Qt.Key.Key_Escape)
    await her.sees("welcome")


def heard(walk: Walk, lang: str) -> None:
    """The speech log: every heading, the right language, nothing private before she agreed, never a digit of a PIN."""
    said = walk.stand.said()
    told = [line.text for line in said]
    for seen in walk.stand.watch.pages:
        if seen.screen.key not in ("waiting",):
            heading = seen.screen.heading
            forms = [form.rstrip(TRAILING) for form in (heading.said, heading.said_aloud)]
            assert any(form in line for form in forms if form for line in told), seen.screen.key
    before = [line for line in said if line.start and line.start < walk.agreed_at]
    assert before
    assert not [line for line in before if line.private or any(own in line.text for own in walk.hers.secret)]
    private = [line for line in said if line.private]
    assert any(own in line.text for line in private for own in walk.hers.aloud), (
        "after she agreed it is said",
        [line.text for line in said],
    )
    assert not [line for line in private if line.start and line.start > walk.hidden_at]
    assert all(speaks(line, lang) for line in said if line.start and line.start > walk.settled_at)
    no_digits_of_the_pin(walk, said)


def no_digits_of_the_pin(walk: Walk, said: list[LogLine]) -> None:
    """While the PIN page stood, only the page's own words and how many digits there are were said."""
    pages = walk.stand.watch.pages
    for at, seen in enumerate(pages):
        if seen.screen.key != "sign_in.pin" or not any(isinstance(block, Keypad) for block in seen.screen.blocks):
            continue
        until = pages[at + 1].at if at + 1 < len(pages) else float("inf")
        screen = seen.screen
        own = {line.aloud for line in narration(screen, role_words(Words(screen.lang)))}
        own |= {pad(screen).typed.said.replace("{count}", str(count)) for count in range(1, 13)}
        while_typing = [line.text for line in said if line.start and seen.at < line.start < until]
        assert all(line in own or known_control(line, screen) for line in while_typing), (while_typing, own)
    for line in said:
        assert walk.person.pin not in line.text.replace(" ", "")
        assert WRONG_PIN not in line.text.replace(" ", "")


def known_control(line: str, screen: Screen) -> bool:
    """A control of the frame or the pad that the focus reached; digits of the pad are named when it walks over them."""
    names = [action.label.said for action in screen.actions] + [phrase.said for phrase in spoken_phrases(screen)]
    return any(name and line.startswith(name) for name in names)


def speaks(line: LogLine, lang: str) -> bool:
    """The page's language; a language's own name is said in that language."""
    own_name = any(name in line.text for name in OWN_NAMES.values())
    return line.language == lang or own_name


def in_force(screen: Screen, key: str) -> bool:
    """Whether a setting's value is marked as chosen."""
    values = [
        each for block in screen.blocks for each in (*getattr(block, "tiles", ()), *getattr(block, "options", ()))
    ]
    return any(value.key == key and value.selected for value in values)


def pad(screen: Screen) -> Keypad:
    """The number pad of a page."""
    return next(block for block in screen.blocks if isinstance(block, Keypad))


def spoken_phrases(screen: Screen) -> list[Phrase]:
    """Every phrase of the page's content."""
    return [phrase for block in screen.blocks for _, phrase in phrases_of(block)]


def written_by(staff: Staff) -> str:
    """Everything staff have seen."""
    return "\n".join(text(screen) for screen in staff.screens)
