"""Signing in: the card's number, or at home one's own name, and then the PIN.

The words never say which part was wrong. The number is kept when the PIN is refused; the PIN is never kept.
"""

from __future__ import annotations

from typing import Literal

from accessibility.phrase import NOTHING, Phrase
from accessibility.phrases import duration_s, person
from accessibility.screen import Action, Choices, Keypad, Notice, Screen, Tile
from accessibility.words import Words
from kiosk.client.errors import SignInLocked, SignInRefused
from kiosk.journeys.amounts import left_to_the_eye
from kiosk.journeys.balances.account_words import ending
from kiosk.journeys.density import part
from kiosk.journeys.journey import Back, Open, SignedIn, Stay, Step
from kiosk.journeys.steps import step_of
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.device import KnownCustomer
from kiosk.modes import Mode

PIN_DIGITS = 6
FEWEST_PIN_DIGITS = 4
MOST_PIN_DIGITS = 12
FEWEST_CARD_DIGITS = 12
MOST_CARD_DIGITS = 19

Page = Literal["person", "card", "pin", "locked"]
Problem = Literal["", "card_short", "pin_short", "refused"]


class SignIn:
    """Asks who is there. Answers SignedIn with the customer's profile."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._bank = around.bank
        self._home_device = around.home_device
        self._known: tuple[KnownCustomer, ...] = ()
        self._shelf = 0
        self._page: Page = "card"
        self._card = ""
        self._customer: KnownCustomer | None = None
        self._problem: Problem = ""
        self._wait_s = 0

    async def enter(self) -> None:
        """At home: ask who uses this PC. In a branch nothing is asked. What was entered already stays."""
        if self._home_device and not self._known:
            self._known = tuple((await self._bank.device()).customers)
            if self._known and not self._card:
                self._page = "person"

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present step."""
        match self._page:
            case "person":
                return self._person_screen(words, mode)
            case "card":
                return self._card_screen(words, mode)
            case "pin":
                return self._pin_screen(words, mode)
        return self._locked_screen(words, mode)

    async def act(self, action: str, typed: str = "") -> Step:
        """Take the number, the person or the PIN; "back" goes one page back."""
        if action == "back":
            return self._go_back()
        if action == "card":
            self._take_card(typed)
        elif action == "pin":
            return await self._take_pin(typed)
        elif action == "try_again":
            self._page = "pin"
        elif action == "ask":
            return Open("help", "sign_in.locked")
        else:
            self._choose(action)
        return Stay()

    async def aclose(self) -> None:
        """Forget the number."""
        self._card, self._customer = "", None

    # What the customer does

    def _choose(self, action: str) -> None:
        match action.partition(":"):
            case ("person", _, number):
                self._customer, self._page, self._problem = self._known[int(number)], "pin", ""
            case ("more", _, _):
                self._shelf += 1
            case ("other_card", _, _):
                self._customer, self._page, self._problem = None, "card", ""

    def _go_back(self) -> Step:
        self._problem = ""
        if self._page in ("pin", "locked"):
            self._page = "person" if self._customer else "card"
            return Stay()
        if self._page == "card" and self._known:
            self._page = "person"
            return Stay()
        return Back()

    def _take_card(self, typed: str) -> None:
        number = card_number(typed)
        if len(number) < FEWEST_CARD_DIGITS:
            self._problem = "card_short"
            return
        self._card, self._problem, self._page = number[:MOST_CARD_DIGITS], "", "pin"

    async def _take_pin(self, pin: str) -> Step:
        if not pin.isdecimal() or len(pin) < FEWEST_PIN_DIGITS:
            self._problem = "pin_short"
            return Stay()
        try:
            if self._customer:
                profile = await self._bank.sign_in(pin=pin, customer=self._customer.customer)
            else:
                profile = await self._bank.sign_in(pin=pin, card=self._card)
        except SignInLocked as locked:
            self._page, self._problem, self._wait_s = "locked", "", locked.wait_s
            return Stay()
        except SignInRefused:
            self._problem = "refused"
            return Stay()
        await self.aclose()
        return SignedIn(profile)

    # What she sees

    def _person_screen(self, words: Words, mode: Mode) -> Screen:
        room = mode.content.choices_per_page - 1
        fits = len(self._known) <= room
        shelves = part(self._known, 0, room) if fits else part(self._known, self._shelf % self._shelves(room), room - 1)
        first = shelves.number * (room - 1)
        tiles = [
            Tile(f"person:{first + at}", person(words, known.names), icon="user")
            for at, known in enumerate(shelves.items)
        ]
        if not fits:
            tiles.append(Tile("more", words.phrase("Somebody else"), icon="users"))
        tiles.append(Tile("other_card", words.phrase("Use a card number"), icon="credit-card"))
        return Screen(
            key="sign_in.person",
            lang=words.lang,
            mode=mode.key,
            heading=words.phrase("Who are you?"),
            quiet=words.phrase("Choose your name."),
            step=step_of(words, 1, 2),
            blocks=(Choices(tuple(tiles)),),
            guide=words.phrase("Choose your name. Then we ask for your PIN."),
        )

    def _shelves(self, room: int) -> int:
        return part(self._known, 0, room - 1).count

    def _card_screen(self, words: Words, mode: Mode) -> Screen:
        short = self._problem == "card_short"
        keypad = Keypad(
            field="card",
            label=words.phrase("Card number"),
            accept=Action("card", _next(words), "arrow-right", kind="primary"),
            secret=False,
            at_most=MOST_CARD_DIGITS,
            error=words.phrase("The card number is not complete yet.") if short else NOTHING,
            tells_short=True,
            clear=words.phrase("Clear"),
            correct=_delete(words),
            digit_names=digit_names(words),
            typed=typed_words(words),
        )
        return Screen(
            key="sign_in.card",
            lang=words.lang,
            mode=mode.key,
            heading=words.phrase("Your card number"),
            quiet=words.phrase("Hold your card to the reader, or type its number."),
            step=step_of(words, 1, 2),
            blocks=(keypad,),
            guide=words.phrase("Type the number on your card. Then press “{button}”.", button=_next(words)),
            focus="keypad:card",
        )

    def _pin_screen(self, words: Words, mode: Mode) -> Screen:
        keypad = Keypad(
            field="pin",
            label=words.phrase("PIN"),
            accept=Action("pin", _sign_in(words), "check", kind="primary"),
            length=PIN_DIGITS,
            at_most=MOST_PIN_DIGITS,
            error=self._pin_error(words),
            tells_short=True,
            clear=words.phrase("Clear"),
            correct=_delete(words),
            digit_names=digit_names(words),
            typed=typed_words(words),
        )
        return Screen(
            key="sign_in.pin",
            lang=words.lang,
            mode=mode.key,
            heading=words.phrase("Your PIN"),
            quiet=person(words, self._customer.names) if self._customer else self._which_card(words),
            step=step_of(words, 2, 2),
            blocks=(keypad,),
            guide=words.phrase(
                "Cover the keys with your hand. Type your PIN and press “{button}”.", button=_sign_in(words)
            ),
            focus="keypad:pin",
        )

    def _which_card(self, words: Words) -> Phrase:
        # Translators: said aloud where others may hear, in the place of the last figures of the card
        instead = words.text("The end of the card number is on the screen.")
        return left_to_the_eye(ending(words, self._card[-4:]), instead)

    def _pin_error(self, words: Words) -> Phrase:
        if self._problem == "refused":
            # Translators: must not say whether the card number or the PIN was wrong.
            return words.phrase("Card number or PIN did not match. Please try again.")
        if self._problem == "pin_short":
            return words.phrase("The PIN is not complete yet.")
        return NOTHING

    def _locked_screen(self, words: Words, mode: Mode) -> Screen:
        wait = words.phrase("Please try again a little later.")
        if self._wait_s:
            wait = words.phrase("You can try again in {time}.", time=duration_s(words, self._wait_s))
        return Screen(
            key="sign_in.locked",
            lang=words.lang,
            mode=mode.key,
            heading=words.phrase("Please wait a little"),
            quiet=words.phrase("Your money is safe."),
            blocks=(
                Notice(words.phrase("Signing in did not work several times."), "warning", wait),
                Choices(
                    (
                        Tile("ask", words.phrase("Ask a person"), icon="hand-waving", filled=True),
                        Tile("try_again", words.phrase("Try again"), icon="arrow-counter-clockwise"),
                    )
                ),
            ),
            guide=words.phrase("A person can help you at once. Press “{button}”.", button=words.phrase("Ask a person")),
            focus="ask",
        )


def _next(words: Words) -> Phrase:
    return words.phrase("Next")


def _sign_in(words: Words) -> Phrase:
    return words.phrase("Sign in")


def card_number(typed: str) -> str:
    """The digits of a card number as a customer types it or a reader sends it (";6222…=2512…?")."""
    before_expiry = typed.partition("=")[0]
    return "".join(character for character in before_expiry if character in "0123456789")


def digit_names(words: Words) -> tuple[Phrase, ...]:
    """What a screen reader calls the keys 0 to 9."""
    return (
        words.phrase("zero"),
        words.phrase("one"),
        words.phrase("two"),
        words.phrase("three"),
        words.phrase("four"),
        words.phrase("five"),
        words.phrase("six"),
        words.phrase("seven"),
        words.phrase("eight"),
        words.phrase("nine"),
    )


def typed_words(words: Words) -> Phrase:
    """Template with "{count}" that says how many digits there are."""
    # Translators: {count} is filled in later, with how many digits were typed.
    return words.phrase("Digits entered: {count}", count="{count}")


def _delete(words: Words) -> Phrase:
    """A key is small, the ear has time."""
    # Translators: on a small key of the number pad
    return Phrase(words.text("Delete"), words.text("Delete one digit"))
