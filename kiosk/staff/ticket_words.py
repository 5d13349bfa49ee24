"""A help ticket in the lobby's words. There is no money in it."""

from __future__ import annotations

from datetime import datetime

from accessibility.phrase import Phrase
from accessibility.phrases import duration_s, time_of_day
from accessibility.screen import Notice, Row
from accessibility.words import Words
from i18n.languages import OWN_NAMES
from kiosk.journeys.frame import mode_name
from kiosk.journeys.joining import joined
from kiosk.model.help import HelpTicket


def topic(words: Words, code: str) -> Phrase:
    """What it is about."""
    known = {
        "come": words.phrase("Please come"),
        "balances": words.phrase("About balances"),
        "checkup": words.phrase("About the wealth check-up"),
        "screen": words.phrase("About using the kiosk"),
        "money_worry": words.phrase("Worried about money or a caller"),
    }
    return known.get(code, words.phrase("About something else"))


def state(words: Words, ticket: HelpTicket) -> Phrase:
    """How far it is, with the helper's name once there is one."""
    match ticket.state:
        case "waiting":
            return words.phrase("Waiting, number {position}", position=str(ticket.position))
        case "accepted":
            return words.phrase("{name} is going", name=helper(words, ticket))
        case "done":
            return words.phrase("Dealt with")
    return words.phrase("Withdrawn")


def helper(words: Words, ticket: HelpTicket) -> str:
    """The display name of who comes, in the language in use."""
    return ticket.helper.get(words.lang) or next(iter(ticket.helper.values()), "")


def needs(words: Words, ticket: HelpTicket) -> Phrase:
    """How the customer has the kiosk: mode, language, and what helps her."""
    known = {
        "speech": words.phrase("listens"),
        "large_text": words.phrase("very large letters"),
        "high_contrast": words.phrase("strong contrast"),
    }
    parts = [mode_name(words, ticket.mode), Phrase(OWN_NAMES.get(ticket.lang, ticket.lang))]
    return joined(words.lang, *parts, *(known[need] for need in ticket.access if need in known))


def duties(words: Words, ticket: HelpTicket) -> tuple[Notice, ...]:
    """What whoever goes there must keep to: nobody answers the risk questions for a customer (CHECKUP.md 3.1)."""
    if not ticket.screen.startswith("questionnaire"):
        return ()
    return (Notice(words.phrase("Do not answer for the customer."), "warning"),)


def since(words: Words, ticket: HelpTicket, now: datetime) -> Phrase:
    """Since when it waits."""
    waited = max(0, int((now - ticket.created_at).total_seconds()))
    at = time_of_day(words, ticket.created_at.astimezone(now.tzinfo))
    return words.phrase("since {time}, {duration} ago", time=at, duration=duration_s(words, waited // 60 * 60 or 60))


def where(words: Words, ticket: HelpTicket) -> Phrase:
    """Which kiosk."""
    return Phrase(ticket.where) if ticket.where else words.phrase("This kiosk")


def ticket_row(words: Words, ticket: HelpTicket, now: datetime) -> Row:
    """One line of the list."""
    return Row(
        title=words.phrase("{place}: {topic}", place=where(words, ticket), topic=topic(words, ticket.topic)),
        detail=joined(words.lang, since(words, ticket, now), needs(words, ticket)),
        value=state(words, ticket),
        icon="hand-waving" if ticket.state == "waiting" else "person-simple-walk",
        action=f"ticket:{ticket.id}" if ticket.state in ("waiting", "accepted") else "",
    )


def nothing_waits(words: Words) -> Phrase:
    """The empty list."""
    return words.phrase("Nobody is waiting.")
