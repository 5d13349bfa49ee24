"""When something goes wrong: what happened in plain words, one thing to do next, and a person to ask."""

from __future__ import annotations

from accessibility.phrase import NOTHING, Phrase
from accessibility.phrases import code, duration_s
from accessibility.screen import Choices, Notice, Screen, Tile
from accessibility.words import Words
from kiosk.client import errors
from kiosk.modes import Mode

RETRY = "try_again"
KEY = "trouble"


def trouble_screen(words: Words, mode: Mode, problem: Exception, reference: str = "") -> Screen:
    """The page for a failure. A failure that is not the bank's gets the words of last resort with its reference."""
    happened, next_step = _words_for(words, problem)
    number = reference or getattr(problem, "reference", "")[:8]
    return Screen(
        key=KEY,
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("That did not work"),
        # Translators: {number} is a short reference that staff can look up.
        quiet=words.phrase("Number for the staff: {number}", number=code(words, number)) if number else NOTHING,
        blocks=(
            Notice(happened, "error", next_step),
            Choices(
                (
                    Tile(RETRY, _retry_words(words, problem), icon="arrow-clockwise", filled=True),
                    Tile("help", words.phrase("Ask a person"), icon="hand-waving"),
                )
            ),
        ),
        focus=RETRY,
    )


def _retry_words(words: Words, problem: Exception) -> Phrase:
    if isinstance(problem, errors.SessionEnded):
        return words.phrase("Sign in again")
    return words.phrase("Try again")


def _words_for(words: Words, problem: Exception) -> tuple[Phrase, Phrase]:
    """What happened, and the one thing to do next."""
    if isinstance(problem, errors.BankRefused):
        return _refused(words, problem)
    if isinstance(problem, errors.PortTaken):
        return (
            words.phrase("Another program on this machine is in the bank's way."),
            words.phrase("Please ask a person for help."),
        )
    if isinstance(problem, errors.BankAway):
        return words.phrase("The bank cannot be reached just now."), words.phrase("Your money is safe. Try again soon.")
    if isinstance(problem, errors.BankSlow):
        return words.phrase("The bank is taking too long to answer."), words.phrase("Please try again.")
    if isinstance(problem, errors.StorageFull):
        return words.phrase("This machine has no room left to write."), words.phrase("Please ask a person for help.")
    if isinstance(problem, errors.StorageReadOnly):
        return words.phrase("This machine cannot keep its notes."), words.phrase("Please ask a person for help.")
    if isinstance(problem, errors.BankUnclear):
        return (
            words.phrase("We did not understand the bank's answer."),
            words.phrase("Try again, or ask a person."),
        )
    return words.phrase("Something went wrong here. It is not your fault."), words.phrase("Try again, or ask a person.")


def _refused(words: Words, problem: errors.BankRefused) -> tuple[Phrase, Phrase]:
    if isinstance(problem, errors.SessionEnded):
        return words.phrase("You were signed out to keep you safe."), words.phrase("Please sign in again.")
    if isinstance(problem, errors.DeviceRefused):
        return words.phrase("The bank does not know this machine yet."), words.phrase("Please ask a person for help.")
    if isinstance(problem, errors.NotAllowed):
        return words.phrase("This is not open to you yet."), words.phrase("A person can explain why.")
    if isinstance(problem, errors.TooMany):
        wait = duration_s(words, problem.wait_s or 60)
        return words.phrase("The bank is very busy."), words.phrase("Please try again in {time}.", time=wait)
    if isinstance(problem, errors.Conflict):
        return words.phrase("This was changed in the meantime."), words.phrase("Please try again.")
    return words.phrase("The bank did not find this."), words.phrase("Try again, or ask a person.")
