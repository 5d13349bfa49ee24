"""Staff sign in with badge number and PIN, when their bank is not the one on this machine."""

from __future__ import annotations

from accessibility.phrase import NOTHING, Phrase
from accessibility.phrases import duration_s
from accessibility.screen import Action, Keypad, Screen
from accessibility.words import Words
from kiosk.client.desk import Desk
from kiosk.client.errors import BankError, SignInLocked, SignInRefused
from kiosk.model.staff import StaffMember


class SigningIn:
    """Badge first, then the PIN. Wrong ones are not told apart."""

    def __init__(self, desk: Desk, badge: str = "") -> None:
        self._desk = desk
        self._badge = badge
        self._problem: BankError | None = None

    def screen(self, words: Words) -> Screen:
        """The page for the number that is missing."""
        badge_known = bool(self._badge)
        return Screen(
            key="staff.pin" if badge_known else "staff.badge",
            lang=words.lang,
            mode="staff",
            heading=words.phrase("Sign in for the lobby"),
            quiet=words.phrase("Badge {badge}", badge=self._badge) if badge_known else NOTHING,
            blocks=(self._pin_pad(words) if badge_known else self._badge_pad(words),),
            actions=(
                Action("back", words.phrase("Back"), "arrow-left", "back", enabled=badge_known),
                Action("language", words.phrase("Change language"), "globe", "language"),
            ),
        )

    async def act(self, action: str, typed: str) -> StaffMember | None:
        """Take a number; answers with the member once both are right."""
        self._problem = None
        if action == "badge":
            self._badge = typed
        elif action == "back":
            self._badge = ""
        elif action == "pin":
            try:
                return await self._desk.sign_in(self._badge, typed)
            except BankError as problem:
                self._problem = problem
        return None

    def _badge_pad(self, words: Words) -> Keypad:
        return _pad(words, "badge", words.phrase("Your badge number"), NOTHING, secret=False, length=0)

    def _pin_pad(self, words: Words) -> Keypad:
        return _pad(words, "pin", words.phrase("Your PIN"), self._error(words), secret=True, length=6)

    def _error(self, words: Words) -> Phrase:
        match self._problem:
            case None:
                return NOTHING
            case SignInLocked(wait_s=wait):
                return words.phrase("Too many tries. Please wait {time}.", time=duration_s(words, wait or 60))
            case SignInRefused():
                return words.phrase("Badge number or PIN is not right.")
        return words.phrase("The bank cannot be reached just now.")


def _pad(words: Words, field: str, label: Phrase, error: Phrase, *, secret: bool, length: int) -> Keypad:
    return Keypad(
        field=field,
        label=label,
        accept=Action(field, words.phrase("Next"), "arrow-right", kind="primary"),
        secret=secret,
        length=length,
        at_most=length or 12,
        error=error,
        clear=words.phrase("Clear"),
        correct=words.phrase("Delete one"),
        digit_names=tuple(Phrase(str(digit)) for digit in range(10)),
        typed=words.phrase("{count} digits", count="{count}"),
    )
