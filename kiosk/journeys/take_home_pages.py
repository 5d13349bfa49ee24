"""The pages of taking the check-up home."""

from __future__ import annotations

from datetime import datetime

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.screen import Block, Choices, Notice, Paragraph, Screen, Tile
from accessibility.words import Words
from kiosk.modes import Mode
from kiosk.paper import Put, Way

KEY = "take_home"


def amounts_screen(words: Words, mode: Mode) -> Screen:
    """With amounts or without: without stands first, for paper is left lying about."""
    nobody = words.phrase("Nobody can read your money")
    hidden = Tile("amounts:hidden", words.phrase("Without amounts"), nobody, "eye-slash", filled=True)
    shown = Tile("amounts:shown", words.phrase("With amounts"), words.phrase("Please keep it safe"), "eye")
    question = Paragraph(words.phrase("Shall your amounts be on the sheet?"), "lead")
    return _screen(words, mode, KEY, question, Choices((hidden, shown)))


def way_screen(words: Words, mode: Mode, ways: tuple[Way, ...]) -> Screen:
    """Printed or saved."""
    tiles = {
        "print": Tile("way:print", words.phrase("Print it"), icon="printer"),
        "save": Tile("way:save", words.phrase("Save it on this computer"), icon="download-simple"),
    }
    question = Paragraph(words.phrase("How would you like it?"), "lead")
    return _screen(words, mode, f"{KEY}.way", question, Choices(tuple(tiles[way] for way in ways)))


def done_screen(words: Words, mode: Mode, put: Put) -> Screen:
    """What became of the sheet, and one thing to do next."""
    home = Tile("home", words.phrase("Home"), icon="house", filled=put.done)
    if put.done:
        return _screen(words, mode, f"{KEY}.{put.outcome}", *_good(words, put), Choices((home,)))
    again = Tile("again", words.phrase("Try again"), icon="arrow-counter-clockwise", filled=True)
    ask = Tile("help", words.phrase("Ask a person"), icon="hand-waving")
    return _screen(words, mode, f"{KEY}.{put.outcome}", _bad(words, put), Choices((again, ask, home)))


def none_screen(words: Words, mode: Mode) -> Screen:
    """There is nothing to print with, or nothing to print."""
    told = Notice(words.phrase("This machine cannot print."), "info", words.phrase("Our staff can print it for you."))
    ask = Tile("help", words.phrase("Ask a person"), icon="hand-waving", filled=True)
    return _screen(words, mode, f"{KEY}.none", told, Choices((ask,)))


def foot(words: Words, now: datetime) -> Phrase:
    """At the foot of every page of the sheet."""
    return words.phrase("{date} · Information, not investment advice", date=phrases.day(words, now.date()))


def _good(words: Words, put: Put) -> tuple[Block, ...]:
    if put.outcome == "saved":
        told = Notice(words.phrase("The sheet is saved on this computer."), "good")
        return told, Paragraph(Phrase(put.place, private=True), "quiet")
    next_step = words.phrase("Please take it from the printer. Leave nothing behind.")
    return (Notice(words.phrase("Your sheet is being printed."), "good", next_step),)


def _bad(words: Words, put: Put) -> Notice:
    match put.outcome:
        case "no_printer":
            return Notice(words.phrase("There is no printer here now."), "error", words.phrase("Please ask a person."))
        case "not_saved":
            text = words.phrase("The sheet could not be saved.")
            return Notice(text, "error", words.phrase("Please try once more, or ask a person."))
    text = words.phrase("The printer does not answer.")
    return Notice(text, "error", words.phrase("Please try once more, or ask a person."))


def _screen(words: Words, mode: Mode, key: str, *blocks: Block) -> Screen:
    return Screen(
        key=key,
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Take it home"),
        quiet=words.phrase("Your check-up on paper, in large print"),
        blocks=blocks,
    )
