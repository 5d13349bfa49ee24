"""Signing in, as customers meet it."""

from __future__ import annotations

import pytest

from accessibility.screen import Keypad, Screen
from kiosk.bank.demo.people import CHEN, GREEN, LIN, WANG
from kiosk.client.errors import BankAway
from kiosk.journeys.journey import Back, Open, SignedIn, Stay
from kiosk.journeys.sign_in import card_number
from tests.kiosk.journeys.conftest import BankChild, Walking
from tests.kiosk.journeys.customer import keys
from tests.kiosk.journeys.promises import text


def keypad(screen: Screen) -> Keypad:
    """The page's keypad."""
    found = screen.blocks[0]
    assert isinstance(found, Keypad)
    return found


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_with_card_and_pin_she_is_known(walk: Walking, mode: str, lang: str) -> None:
    her = (await walk(mode=mode, lang=lang)).customer
    page = await her.go("sign_in")
    assert page.key == "sign_in.card"
    assert page.step.shown
    assert not keypad(page).secret
    page = await her.press("card", WANG.card)
    assert page.key == "sign_in.pin"
    assert keypad(page).secret
    assert (keypad(page).length, keypad(page).at_most) == (6, 12)
    assert page.quiet.private
    done = await her.step("pin", WANG.pin)
    assert isinstance(done, SignedIn)
    assert done.profile.customer_id == WANG.id


async def test_a_wrong_pin_and_an_unknown_card_are_told_alike_and_the_number_is_kept(walk: Walking) -> None:
    her = (await walk()).customer
    her.secrets |= {CHEN.card, CHEN.card[-4:], CHEN.pin, "999999"}
    await her.go("sign_in")
    await her.press("card", "6299 9911 1111 1111")
    unknown_card = await her.press("pin", "999999")
    await her.press("back")
    await her.press("card", CHEN.card)
    wrong_pin = await her.press("pin", "999999")
    assert wrong_pin.key == "sign_in.pin"
    assert keypad(unknown_card).error == keypad(wrong_pin).error
    assert keypad(wrong_pin).error.shown
    assert wrong_pin.quiet.shown.endswith(CHEN.card[-4:])
    assert isinstance(await her.step("pin", CHEN.pin), SignedIn)


async def test_five_wrong_pins_lock_and_she_is_told_how_long_and_whom_to_ask(walk: Walking) -> None:
    her = (await walk()).customer
    await her.go("sign_in")
    await her.press("card", GREEN.card)
    page = her.look()
    for _ in range(5):
        page = await her.press("pin", "000000")
    page = page if page.key == "sign_in.locked" else await her.press("pin", "000000")
    assert page.key == "sign_in.locked"
    assert "minute" in text(page) or "second" in text(page)
    assert await her.step("ask") == Open("help", "sign_in.locked")
    assert (await her.press("try_again")).key == "sign_in.pin"


async def test_a_number_that_is_not_complete_is_not_sent(walk: Walking) -> None:
    walking = await walk()
    page = await walking.customer.go("sign_in")
    asked = len(walking.line.asked)
    page = await walking.customer.press("card", "62999900")
    assert page.key == "sign_in.card"
    assert keypad(page).error.shown
    await walking.customer.press("card", WANG.card)
    page = await walking.customer.press("pin", "13")
    assert keypad(page).error.shown
    assert len(walking.line.asked) == asked


async def test_when_the_bank_is_away_the_number_is_kept_and_the_pin_is_not(walk: Walking) -> None:
    walking = await walk()
    her = walking.customer
    await her.go("sign_in")
    await her.press("card", LIN.card)
    walking.line.cut = True
    with pytest.raises(BankAway):
        await her.step("pin", LIN.pin)
    assert her.look().key == "sign_in.pin"
    assert LIN.pin not in repr(vars(her.journey))
    walking.line.cut = False
    assert her.journey is not None
    await her.journey.enter()
    assert isinstance(await her.step("pin", LIN.pin), SignedIn)


async def test_back_goes_page_by_page(walk: Walking) -> None:
    her = (await walk()).customer
    await her.go("sign_in")
    await her.press("card", WANG.card)
    assert await her.step("back") == Stay()
    assert her.look().key == "sign_in.card"
    assert await her.step("back") == Back()


async def test_at_home_she_chooses_her_own_name(walk: Walking, home_child: BankChild) -> None:
    her = (await walk(child=home_child, home_device=True)).customer
    page = await her.go("sign_in")
    people = [key for key in keys(page) if key.startswith("person:")]
    page = await her.press(people[0])
    assert page.key == "sign_in.pin"
    assert await her.step("back") == Stay()
    page = her.look()
    assert page.key == "sign_in.person"
    assert (await her.press("other_card")).key == "sign_in.card"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("6299 9900 1001 0006 222", "6299990010010006222"),
        (";6299990010010006222=29122011000?", "6299990010010006222"),
        ("", ""),
    ],
)
def test_a_reader_sends_more_than_the_number(typed: str, number: str) -> None:
    assert card_number(typed) == number
