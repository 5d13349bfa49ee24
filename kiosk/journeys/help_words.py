"""What is said of a request for a person: who comes, where in the queue, how long, why it waits."""

from __future__ import annotations

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.words import Words
from kiosk.journeys.help_line import HelpLine
from kiosk.journeys.surroundings import Surroundings


def who_comes(words: Words, line: HelpLine) -> Phrase:
    """The helper by name."""
    helper = line.ticket.helper if line.ticket else {}
    if not helper:
        return words.phrase("Somebody is coming to you.")
    # Translators: {name} is the display name of a member of staff, such as 小周.
    return words.phrase("{name} is coming to you.", name=phrases.person(words, helper, private=False))


def who_is_here(words: Words, line: HelpLine) -> Phrase:
    """The helper who has come."""
    helper = line.ticket.helper if line.ticket else {}
    if not helper:
        return words.phrase("Somebody is with you now.")
    # Translators: {name} is the display name of a member of staff, such as 小周.
    return words.phrase("{name} is with you now.", name=phrases.person(words, helper, private=False))


def look(words: Words, line: HelpLine) -> Phrase:
    """How to recognise the helper, as the bank wrote it; nothing when it did not."""
    known = line.ticket.look if line.ticket else {}
    text = known.get(words.lang) or next(iter(known.values()), "")
    # Translators: how to recognise the member of staff who comes; {look} is such as "blue waistcoat, badge 12"
    return words.phrase("You know them by this: {look}", look=Phrase(text)) if text else NOTHING


def manager(words: Words, line: HelpLine) -> Phrase:
    """Her relationship manager is told too; nothing where there is none."""
    known = line.ticket.manager if line.ticket else {}
    if not known:
        return NOTHING
    # Translators: {name} is her relationship manager at the bank
    return words.phrase("We told {name}, who looks after you.", name=phrases.person(words, known, private=False))


def place(words: Words, line: HelpLine) -> Phrase:
    """Her place in the queue; nothing while it is not known."""
    position = line.ticket.position if line.ticket else 0
    if position < 1:
        return NOTHING
    if position == 1:
        return words.phrase("You are next.")
    return words.plural("{number} person is before you.", "{number} people are before you.", position - 1)


def wait(words: Words, line: HelpLine) -> Phrase:
    """How long it may take, honestly."""
    known = line.ticket.wait_s if line.ticket else None
    if known is None:
        return words.phrase("We cannot say yet how long it takes.")
    # Translators: {time} is such as "3 to 8 minutes"
    return words.phrase("Probably {time}; it can take longer.", time=phrases.wait_s(words, *known))


def held(words: Words, line: HelpLine) -> Phrase:
    """Why the request is put aside for now."""
    match line.ticket.held if line.ticket else "":
        case "colleague":
            return words.phrase("We are fetching the right colleague for you.")
        case "papers":
            return words.phrase("We are fetching the papers for you.")
        case "busy":
            return words.phrase("We must first help somebody in need.")
        case "system":
            return words.phrase("We are waiting for the bank's system.")
        case "customer":
            return words.phrase("You wished to wait a little.")
    return words.phrase("We need a little more time.")


def otherwise(words: Words, around: Surroundings) -> Phrase:
    """What else she can do while nobody can be called from here."""
    known = around.help_place
    if known.call_number and known.desk and not around.home_device:
        return words.phrase(
            "You can also walk to {desk}, or call {number}.",
            desk=phrases.desk(words, known.desk),
            number=phrases.phone(words, known.call_number),
        )
    if known.call_number:
        return words.phrase("You can also call {number}.", number=phrases.phone(words, known.call_number))
    if around.home_device:
        return words.phrase("You can also call the bank.")
    if known.desk:
        # Translators: {desk} is a counter in the hall, such as 1 号窗口
        return words.phrase("You can also walk to {desk}.", desk=phrases.desk(words, known.desk))
    return words.phrase("You can also walk to the desk.")


def instead(words: Words, around: Surroundings) -> Phrase:
    """What she can do where nobody can be called from here at all."""
    if around.help_place.call_number or around.help_place.desk:
        return otherwise(words, around)
    return words.phrase("Please call the bank.") if around.home_device else words.phrase("Please walk to the desk.")
