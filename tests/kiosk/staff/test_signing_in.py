"""Staff sign in with badge and PIN at a bank elsewhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest

from accessibility.screen import Keypad
from accessibility.words import Words
from kiosk.bank.demo.people import ZHOU
from kiosk.client.address import Address
from kiosk.client.desk import Desk
from kiosk.staff.signing_in import SigningIn
from tests.journeys.staff import on_duty
from tests.kiosk.bank.banks import LOBBY, Caller, ChildBank
from tests.kiosk.journeys.promises import controls, text
from tests.kiosk.staff.conftest import HURRIED

WORDS = Words("en", "staff")


@pytest.fixture
async def stranger(bank: ChildBank) -> AsyncIterator[Desk]:
    """A desk at which nobody has signed in."""
    async with aclosing(Desk(Address(bank.url, LOBBY), lang=lambda: "en", patience=HURRIED)) as made:
        yield made


def error(page: SigningIn) -> str:
    """What the pad says is wrong."""
    return next(block.error.shown for block in page.screen(WORDS).blocks if isinstance(block, Keypad))


async def test_badge_then_pin(stranger: Desk) -> None:
    page = SigningIn(stranger)
    assert page.screen(WORDS).key == "staff.badge"
    assert await page.act("badge", ZHOU.badge) is None
    assert page.screen(WORDS).key == "staff.pin"
    member = await page.act("pin", ZHOU.pin)
    assert member is not None
    assert member.names["en"] == ZHOU.names["en"]


async def test_back_to_another_badge(stranger: Desk) -> None:
    page = SigningIn(stranger, "99999")
    await page.act("back", "")
    assert page.screen(WORDS).key == "staff.badge"


async def test_a_wrong_pin_and_an_unknown_badge_sound_the_same(stranger: Desk) -> None:
    told = []
    for badge, pin in ((ZHOU.badge, "000000"), ("99999", ZHOU.pin)):
        page = SigningIn(stranger, badge)
        assert await page.act("pin", pin) is None
        told.append(error(page))
        assert pin not in text(page.screen(WORDS))
    assert told == ["Badge number or PIN is not right."] * 2


async def test_five_wrong_ones_lock_it_and_the_words_say_how_long(stranger: Desk) -> None:
    page = SigningIn(stranger, ZHOU.badge)
    for _ in range(6):
        await page.act("pin", "000000")
    assert error(page).startswith("Too many tries. Please wait ")


async def test_without_a_bank_the_words_say_so(bank: ChildBank, stranger: Desk) -> None:
    bank.kill()
    page = SigningIn(stranger, ZHOU.badge)
    await page.act("pin", ZHOU.pin)
    assert error(page) == "The bank cannot be reached just now."


async def test_the_room_asks_for_badge_and_pin_and_then_shows_the_list(bank: ChildBank, kiosk: Caller) -> None:
    kiosk.ask("one")
    async with on_duty(Address(bank.url, LOBBY), "en") as staff:
        await staff.until(lambda page: page.key == "staff.badge")
        await staff.room.act("badge", ZHOU.badge)
        await staff.until(lambda page: page.key == "staff.pin")
        await staff.room.act("pin", ZHOU.pin)
        page = await staff.until(lambda page: page.key == "staff.queue" and bool(controls(page)))
        assert any(action.label.shown == ZHOU.names["en"] for action in page.actions)
        assert not any(ZHOU.pin in text(screen) for screen in staff.screens)
