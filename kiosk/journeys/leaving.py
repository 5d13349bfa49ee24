"""The goodbye page, and the page that asks whether somebody is still there."""

from __future__ import annotations

from accessibility.phrase import Phrase, warning
from accessibility.screen import Choices, Notice, Paragraph, Progress, Screen, Tile
from accessibility.words import Words
from kiosk.modes import Mode

FAREWELL = "farewell"
STILL_THERE = "still_there"
MORE_TIME = "more_time"


def farewell_screen(words: Words, mode: Mode, *, headset: bool = False) -> Screen:
    """Goodbye: everything is forgotten, and she is reminded of her card, and of her headset when it is still in."""
    return Screen(
        key=FAREWELL,
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Goodbye"),
        blocks=(
            Notice(
                words.phrase("You are signed out. Nothing about you is kept here."),
                "good",
                _take_along(words, headset=headset),
            ),
            Choices((Tile("done", words.phrase("Done"), icon="check", filled=True),)),
        ),
        focus="done",
    )


def _take_along(words: Words, *, headset: bool) -> Phrase:
    if headset:
        return words.phrase("Please take your card, your headset and your things.")
    return words.phrase("Please take your card and your things.")


def still_there_screen(words: Words, mode: Mode, seconds: int, share: float) -> Screen:
    """Warns by sight and by voice before an idle page is closed (EN-30, WC-09). `share` is the time left, 0 to 1."""
    return Screen(
        key=STILL_THERE,
        lang=words.lang,
        mode=mode.key,
        heading=warning(words.phrase("Are you still there?")),
        blocks=(
            Paragraph(
                words.plural(
                    "We close this page in {number} second, to keep it private.",
                    "We close this page in {number} seconds, to keep it private.",
                    seconds,
                ),
                "lead",
            ),
            Progress(words.phrase("You can have more time as often as you like."), share),
            Choices(
                (
                    Tile(MORE_TIME, words.phrase("I need more time"), icon="clock", filled=True),
                    Tile("leave", words.phrase("I am finished"), icon="sign-out"),
                )
            ),
        ),
        guide=words.phrase("For more time, press any key."),
        focus=MORE_TIME,
        live=True,  # it counts down: news on it, such as of the headset, are not said again every second
    )
