"""The pages of asking for a person, and the short notice on other pages while somebody is asked for."""

from __future__ import annotations

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Block, Choices, Notice, Paragraph, Progress, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.adjusting import NOTICED
from kiosk.journeys.help_line import HelpLine
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.profile import Profile
from kiosk.modes import Mode

ICONS = {
    "come": "hand-waving",
    "balances": "wallet",
    "checkup": "heartbeat",
    "screen": "text-aa",
    "money_worry": "warning",
    "other": "chat-circle-dots",
}
LIKELY = {"balances": "balances", "checkup": "checkup", "seeing_hearing": "screen"}
"""What it is likely about, by the first part of the screen she comes from."""


def topics(profile: Profile | None, came_from: str, mode: Mode) -> tuple[str, ...]:
    """The topics to choose from, the likely one first; only what this customer has to do with."""
    allowed = profile.entitlements if profile else ()
    known = [topic for topic in ICONS if topic not in ("balances", "checkup") or topic in allowed]
    likely = LIKELY.get(came_from.partition(".")[0], "come")
    if likely in known:
        known.remove(likely)
        known.insert(0, likely)
    return tuple(known[: mode.content.choices_per_page])


def topics_screen(words: Words, mode: Mode, offered: tuple[str, ...]) -> Screen:
    """What is it about?"""
    tiles = tuple(
        Tile(f"topic:{topic}", topic_words(words, topic), icon=ICONS[topic], filled=at == 0)
        for at, topic in enumerate(offered)
    )
    return Screen(
        key="help",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Ask a person"),
        quiet=words.phrase("What is it about?"),
        blocks=(Choices(tiles),),
        guide=words.phrase("If you are not sure, press “{button}”.", button=topic_words(words, "come")),
        focus=tiles[0].key,
    )


def topic_words(words: Words, topic: str) -> Phrase:
    """What it is about, in the customer's words."""
    match topic:
        case "come":
            return words.phrase("Just come, please")
        case "balances":
            return words.phrase("My accounts")
        case "checkup":
            return words.phrase("The check-up")
        case "screen":
            return words.phrase("Using this machine")
        case "money_worry":
            # Translators: also for somebody who fears a fraud.
            return words.phrase("A worry about money or a call")
    return words.phrase("Something else")


def state_screen(words: Words, mode: Mode, line: HelpLine, around: Surroundings) -> Screen:
    """How far the request is."""
    told, tiles = _STATES[line.state](words, line, around)
    news = next((block.text for block in told if isinstance(block, Notice)), NOTHING)
    return Screen(
        key=f"help.{line.state}",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Ask a person"),
        quiet=topic_words(words, line.request.topic) if line.request else NOTHING,
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
    if line.state == "accepted":
        return Notice(_who_comes(words, line), "good", action=more)
    if line.state == "waiting":
        return Notice(words.phrase("Somebody will come to you."), "info", _place(words, line), more)
    return Notice(words.phrase("Your request is not sent yet. We keep trying."), "warning", action=more)


def help_alert(words: Words, line: HelpLine | None) -> Notice | None:
    """Somebody has just said that they come: seen from across the room until she has noticed (EN-17)."""
    if line is None or line.noticed or line.state != "accepted":
        return None
    # Translators: closes the large news that somebody is coming
    return Notice(_who_comes(words, line), "good", action=Action(NOTICED, words.phrase("I see"), "check"))


Told = tuple[tuple[Block, ...], tuple[Tile, ...]]


def _sending(words: Words, line: HelpLine, around: Surroundings) -> Told:
    del line, around
    return (Progress(words.phrase("We are calling somebody.")),), (_cancel(words), _carry_on(words))


def _unsent(words: Words, line: HelpLine, around: Surroundings) -> Told:
    otherwise = words.phrase("You can also call the bank.")
    if not around.home_device:
        otherwise = words.phrase("You can also walk to the desk.")
    notice = Notice(words.phrase("Not sent yet. We keep trying."), "warning", otherwise)
    if line.on_disk:
        return (notice,), (_carry_on(words, filled=True), _cancel(words))
    fragile = Paragraph(words.phrase("If this machine stops, please ask again."))
    return (notice, fragile), (_carry_on(words, filled=True), _cancel(words))


def _waiting(words: Words, line: HelpLine, around: Surroundings) -> Told:
    stay = words.phrase("Please stay here.")
    if around.home_device:
        stay = words.phrase("Please keep this page open.")
    notice = Notice(words.phrase("Somebody has been told."), "good", stay)
    place = _place(words, line)
    told = (notice, Paragraph(place, "lead")) if place.shown else (notice,)
    return told, (_carry_on(words, filled=True), _cancel(words))


def _accepted(words: Words, line: HelpLine, around: Surroundings) -> Told:
    stay = NOTHING if around.home_device else words.phrase("Please stay here.")
    return (Notice(_who_comes(words, line), "good", stay),), (_carry_on(words, filled=True), _cancel(words))


def _done(words: Words, line: HelpLine, around: Surroundings) -> Told:
    del line, around
    return (
        (Notice(words.phrase("Somebody has been with you."), "good", words.phrase("We hope that all is well now.")),),
        (_home(words), Tile("other_topic", words.phrase("Ask again"), icon="hand-waving")),
    )


def _cancelled(words: Words, line: HelpLine, around: Surroundings) -> Told:
    del line, around
    return (
        (Notice(words.phrase("Nobody will come now."), "info", words.phrase("You can ask again at any time.")),),
        (_home(words), Tile("again", words.phrase("Please come after all"), icon="hand-waving")),
    )


def _refused(words: Words, line: HelpLine, around: Surroundings) -> Told:
    del line
    otherwise = words.phrase("Please call the bank.")
    if not around.home_device:
        otherwise = words.phrase("Please walk to the desk.")
    return (
        (Notice(words.phrase("This machine cannot call anybody."), "error", otherwise),),
        (_home(words), Tile("again", words.phrase("Try again"), icon="arrow-counter-clockwise")),
    )


_STATES = {
    "sending": _sending,
    "unsent": _unsent,
    "waiting": _waiting,
    "accepted": _accepted,
    "done": _done,
    "cancelled": _cancelled,
    "refused": _refused,
}


def _who_comes(words: Words, line: HelpLine) -> Phrase:
    helper = line.ticket.helper if line.ticket else {}
    if not helper:
        return words.phrase("Somebody is coming to you.")
    # Translators: {name} is the display name of a member of staff, such as 小周.
    return words.phrase("{name} is coming to you.", name=phrases.person(words, helper, private=False))


def _place(words: Words, line: HelpLine) -> Phrase:
    """Her place in the queue."""
    position = line.ticket.position if line.ticket else 0
    if position < 1:
        return NOTHING
    if position == 1:
        return words.phrase("You are next.")
    return words.plural("{number} person is before you.", "{number} people are before you.", position - 1)


def _carry_on(words: Words, *, filled: bool = False) -> Tile:
    return Tile("carry_on", words.phrase("Go on meanwhile"), icon="arrow-right", filled=filled)


def _cancel(words: Words) -> Tile:
    return Tile("cancel", words.phrase("I no longer need help"), icon="x")


def _home(words: Words) -> Tile:
    return Tile("home", words.phrase("Home"), icon="house", filled=True)
