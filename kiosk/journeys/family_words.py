"""The family in words: what a relative is written, and the sign she sees on every page while one is involved."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.screen import Action, Notice, Screen
from accessibility.words import Words
from kiosk.family.circle import Circle, Told
from kiosk.family.relative import Relative
from kiosk.notify import Message

STOP, NOW, AGAIN, MANAGE = "relatives:stop", "relatives:now", "relatives:again", "family"


def message_to(place: str) -> Callable[[Relative, bool], Message]:
    """What a relative is written, in their own language. `place` is the operator's name of this PC."""

    def compose(relative: Relative, urgent: bool) -> Message:
        words = Words(relative.lang, "plain")
        title = words.text("Help is asked for at home")
        body = words.text("She asks for a person at her bank's kiosk. Please ring her.")
        if urgent:
            title = words.text("Urgent: please ring home")
            body = words.text("She fears that she is being cheated. Please ring her now. Nothing was paid here.")
        where = f"\n{place}" if place else ""
        return Message(title, f"{relative.name}: {body}{where}", urgent, words.text("I am calling you"))

    return compose


def touch_family(family: Circle | None, action: str) -> bool:
    """Stop the countdown, tell at once or tell again, with one touch; False for an action that is none of these."""
    if family is None or action not in (STOP, NOW, AGAIN):
        return False
    if action == STOP:
        family.stop()
    elif action == NOW:
        family.tell_now()
    else:
        family.tell(urgent=True)
    return True


def family_notice(words: Words, family: Circle | None) -> Notice | None:
    """The sign on every page while a relative is involved, or about to be; None while nobody is."""
    if family is None:
        return None
    if family.seconds_left:
        return _countdown(words, family)
    return next((_told(words, one) for one in sorted(family.told, key=_news_first)), None)


def asking_about_family(words: Words, screen: Screen, family: Circle | None) -> Screen:
    """The page of topics at home: who else is told, and the question about who was set up but not agreed to."""
    if family is None or not (family.agreed or family.unasked):
        return screen
    ask = Action(MANAGE, words.phrase("Decide"), "users")
    if family.unasked:
        name = phrases.person(words, family.unasked[0].name, private=False)
        asked = words.phrase("{name} would like to know when you ask for help.", name=name)
        return msgspec.structs.replace(screen, blocks=(Notice(asked, "info", action=ask), *screen.blocks))
    names = phrases.person(words, family.agreed[0].name, private=False)
    told = words.phrase("{name} is told too.", name=names)
    change = Action(MANAGE, words.phrase("Change"), "users")
    return msgspec.structs.replace(screen, blocks=(*screen.blocks, Notice(told, "info", action=change)))


def until(words: Words, relative: Relative) -> Phrase:
    """How far her consent goes."""
    if relative.until is None:
        return words.phrase("is not told anything")
    day = phrases.day(words, relative.until)
    if relative.scope == "urgent":
        return words.phrase("is told of what is urgent, until {day}", day=day)
    return words.phrase("is told when you ask for help, until {day}", day=day)


def _countdown(words: Words, family: Circle) -> Notice:
    names = phrases.person(words, family.to_tell(urgent=True)[0].name, private=False)
    # Translators: {seconds} counts down from 10
    told = words.phrase("In {seconds} seconds we tell {name}.", seconds=str(family.seconds_left), name=names)
    return Notice(told, "warning", action=Action(STOP, words.phrase("Do not tell"), "x"))


def _told(words: Words, told: Told) -> Notice:
    name = phrases.person(words, told.relative.name, private=False)
    match told.state:
        case "calling":
            return Notice(words.phrase("{name} is calling you now.", name=name), "good")
        case "told":
            return Notice(words.phrase("{name} has been told.", name=name), "good")
        case "telling":
            return Notice(words.phrase("We are telling {name}.", name=name), "info")
        case "limited":
            return Notice(words.phrase("{name} was told a short time ago.", name=name), "info")
    again = Action(AGAIN, words.phrase("Try again"), "arrow-counter-clockwise")
    text = words.phrase("{name} could not be told.", name=name)
    return Notice(text, "warning", words.phrase("Please ring them yourself."), again)


def _news_first(told: Told) -> int:
    return ("calling", "failed", "told", "telling", "limited").index(told.state)
