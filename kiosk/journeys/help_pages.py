"""The pages of a request for a person, and the short notice on other pages while somebody is asked for."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Block, Choices, Notice, Paragraph, Progress, Screen, Tile
from accessibility.words import Words
from kiosk.journeys import help_cheated as cheated
from kiosk.journeys import help_words as told_of
from kiosk.journeys.adjusting import NOTICED
from kiosk.journeys.help_assist import INVITED
from kiosk.journeys.help_line import HelpLine, State
from kiosk.journeys.help_topics import topic_words
from kiosk.journeys.surroundings import Surroundings
from kiosk.modes import Mode

FACES = ((3, "smiley"), (2, "smiley-meh"), (1, "smiley-sad"))
Told = tuple[tuple[Block, ...], tuple[Tile, ...]]


def state_screen(words: Words, mode: Mode, line: HelpLine, around: Surroundings) -> Screen:
    """How far the request is."""
    told, tiles = _STATES[line.state](words, line, around)
    news = next((block.text for block in told if isinstance(block, Notice)), NOTHING)
    over = line.state in ("done", "cancelled")
    afraid = line.request is not None and line.request.topic == cheated.TOPIC and not over
    if afraid:
        told = (_with_place(told[0], words, line), cheated.what_to_do(words, around.help_place.country))
    topic = topic_words(words, line.request.topic) if line.request else NOTHING
    return Screen(
        key=f"help.{line.state}",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Ask a person"),
        quiet=cheated.calm(words) if afraid else topic,
        blocks=(*told, Choices(tiles)),
        focus=tiles[0].key,
        lead_in=news,  # who comes is said before everything else
        live=line.open,
    )


def help_notice(words: Words, line: HelpLine | None) -> Notice | None:
    """For the other pages: how far it is, with the way to its page. None while nobody is asked for."""
    if line is None or not line.open:
        return None
    more = Action("help", words.phrase("See more"), "hand-waving")
    match line.state:
        case "accepted":
            return Notice(told_of.who_comes(words, line), "good", told_of.look(words, line), more)
        case "arrived":
            return Notice(told_of.who_is_here(words, line), "good", action=more)
        case "held":
            return Notice(words.phrase("Your request is kept."), "info", told_of.held(words, line), more)
        case "waiting":
            return Notice(words.phrase("Somebody will come to you."), "info", told_of.place(words, line), more)
    return Notice(words.phrase("Your request is not sent yet. We keep trying."), "warning", action=more)


def help_alert(words: Words, line: HelpLine | None) -> Notice | None:
    """Somebody has just said that they come: seen from across the room until she has noticed (EN-17)."""
    if line is None or line.noticed or line.state != "accepted":
        return None
    # Translators: closes the large news that somebody is coming
    return Notice(told_of.who_comes(words, line), "good", action=Action(NOTICED, words.phrase("I see"), "check"))


def _sending(words: Words, line: HelpLine, around: Surroundings) -> Told:
    del line, around
    return (Progress(words.phrase("We are calling somebody.")),), (_cancel(words), _carry_on(words))


def _unsent(words: Words, line: HelpLine, around: Surroundings) -> Told:
    notice = Notice(words.phrase("Not sent yet. We keep trying."), "warning", told_of.otherwise(words, around))
    if line.on_disk:
        return (notice,), (_carry_on(words, filled=True), _cancel(words))
    fragile = Paragraph(words.phrase("If this machine stops, please ask again."))
    return (notice, fragile), (_carry_on(words, filled=True), _cancel(words))


def _waiting(words: Words, line: HelpLine, around: Surroundings) -> Told:
    notice = Notice(words.phrase("Somebody has been told."), "good", _stay(words, around))
    more = (told_of.place(words, line), told_of.wait(words, line), told_of.manager(words, line))
    paragraphs = (Paragraph(each, "lead") for each in more if each.shown)
    return (notice, *paragraphs), (_carry_on(words, filled=True), _cancel(words))


def _held(words: Words, line: HelpLine, around: Surroundings) -> Told:
    notice = Notice(words.phrase("Your request is kept."), "info", told_of.held(words, line))
    still = Paragraph(_stay(words, around), "lead")
    return (notice, still), (_carry_on(words, filled=True), _cancel(words))


def _accepted(words: Words, line: HelpLine, around: Surroundings) -> Told:
    known = told_of.look(words, line)
    stay = NOTHING if around.home_device else words.phrase("Please stay here.")
    notice = Notice(told_of.who_comes(words, line), "good", known if known.shown else stay)
    return (notice,), (_carry_on(words, filled=True), *_assist(words, line), _cancel(words))


def _arrived(words: Words, line: HelpLine, around: Surroundings) -> Told:
    del around
    notice = Notice(told_of.who_is_here(words, line), "good", told_of.look(words, line))
    return (notice,), (_carry_on(words, filled=True), *_assist(words, line))


def _done(words: Words, line: HelpLine, around: Surroundings) -> Told:
    del around
    ask_again = Tile("other_topic", words.phrase("Ask again"), icon="hand-waving")
    if line.rating:
        thanks = Notice(words.phrase("Thank you. We have written it down."), "good")
        return (thanks,), (_home(words), ask_again)
    notice = Notice(
        words.phrase("Somebody has been with you."), "good", words.phrase("How was it? You need not answer.")
    )
    faces = tuple(Tile(f"rate:{rating}", _face(words, rating), icon=icon) for rating, icon in FACES)
    return (notice, Choices(faces, columns=3)), (_home(words), ask_again)


def _cancelled(words: Words, line: HelpLine, around: Surroundings) -> Told:
    del line, around
    return (
        (Notice(words.phrase("Nobody will come now."), "info", words.phrase("You can ask again at any time.")),),
        (_home(words), Tile("again", words.phrase("Please come after all"), icon="hand-waving")),
    )


def _refused(words: Words, line: HelpLine, around: Surroundings) -> Told:
    del line
    return (
        (Notice(words.phrase("This machine cannot call anybody."), "error", told_of.instead(words, around)),),
        (_home(words), Tile("again", words.phrase("Try again"), icon="arrow-counter-clockwise")),
    )


_STATES: dict[State, Callable[[Words, HelpLine, Surroundings], Told]] = {
    "sending": _sending,
    "unsent": _unsent,
    "waiting": _waiting,
    "accepted": _accepted,
    "arrived": _arrived,
    "held": _held,
    "done": _done,
    "cancelled": _cancelled,
    "refused": _refused,
}


def _with_place(news: Block, words: Words, line: HelpLine) -> Block:
    """The news with her place in the queue, where there is no room for more."""
    place = told_of.place(words, line)
    return msgspec.structs.replace(news, next_step=place) if isinstance(news, Notice) and place.shown else news


def _stay(words: Words, around: Surroundings) -> Phrase:
    if around.home_device:
        return words.phrase("Please keep this page open.")
    return words.phrase("Please stay here.")


def _assist(words: Words, line: HelpLine) -> tuple[Tile, ...]:
    """She may let whoever took her request look at her page."""
    if line.state not in INVITED:
        return ()
    if line.assist.on:
        return (Tile("assist:stop", words.phrase("Stop letting them look"), icon="eye-slash"),)
    return (
        Tile(
            "assist:begin",
            # Translators: she lets a member of staff see her page, without amounts
            words.phrase("Let them help me look"),
            words.phrase("They see the page, but no amounts."),
            icon="binoculars",
        ),
    )


def _face(words: Words, rating: int) -> Phrase:
    match rating:
        case 3:
            # Translators: how the help was, beside a glad face
            return words.phrase("It was good")
        case 2:
            # Translators: how the help was, beside a face that is neither glad nor sad
            return words.phrase("It was so-so")
    # Translators: how the help was, beside a sad face
    return words.phrase("It was not good")


def _carry_on(words: Words, *, filled: bool = False) -> Tile:
    return Tile("carry_on", words.phrase("Go on meanwhile"), icon="arrow-right", filled=filled)


def _cancel(words: Words) -> Tile:
    return Tile("cancel", words.phrase("I no longer need help"), icon="x")


def _home(words: Words) -> Tile:
    return Tile("home", words.phrase("Home"), icon="house", filled=True)
