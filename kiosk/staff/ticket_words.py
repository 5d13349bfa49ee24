"""A help ticket in the lobby's words. There is no money in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from accessibility.phrase import Phrase
from accessibility.phrases import duration_s, time_of_day
from accessibility.screen import Notice, Row
from accessibility.words import Words
from i18n.languages import OWN_NAMES
from kiosk.journeys.joining import joined
from kiosk.model.help import HelpTicket
from kiosk.modes import Mode, load_modes, mode_name
from kiosk.staff.tickets import OPEN


@cache
def _modes() -> dict[str, Mode]:
    """The modes that come along; a mode of a branch's own is told by its key."""
    return load_modes()


def topic(words: Words, code: str) -> Phrase:
    """What it is about."""
    match code:
        case "come":
            return words.phrase("Please come")
        case "balances":
            return words.phrase("About balances")
        case "checkup":
            return words.phrase("About the wealth check-up")
        case "screen":
            return words.phrase("About using the kiosk")
        case "money_worry":
            return words.phrase("Worried about money or a caller")
        case "order":
            return words.phrase("About an order: please be a witness")
    return words.phrase("About something else")


def about(words: Words, code: str) -> Phrase:
    """The finding or the order it is about, by its code: staff open it in the bank's own system."""
    kind, _, which = code.partition(":")
    if kind == "finding":
        return words.phrase("Finding {code} of the check-up", code=which)
    if kind == "order":
        return words.phrase("Order {code}", code=which)
    return Phrase(code)


def state(words: Words, ticket: HelpTicket) -> Phrase:
    """How far it is, with the helper's name once there is one."""
    match ticket.state:
        case "waiting" if ticket.level > 1:
            return words.phrase("Waiting too long, number {position}", position=str(ticket.position))
        case "waiting":
            return words.phrase("Waiting, number {position}", position=str(ticket.position))
        case "accepted":
            return words.phrase("{name} is going", name=helper(words, ticket))
        case "arrived":
            return words.phrase("{name} is with her", name=helper(words, ticket))
        case "held":
            return words.phrase("Put aside: {reason}", reason=held(words, ticket.held))
        case "done":
            return words.phrase("Dealt with")
    return words.phrase("Withdrawn")


def held(words: Words, code: str) -> Phrase:
    """Why it is put aside."""
    match code:
        case "colleague":
            return words.phrase("another colleague is needed")
        case "papers":
            return words.phrase("papers are being fetched")
        case "busy":
            return words.phrase("somebody else is in greater need")
        case "system":
            return words.phrase("the bank's system does not answer")
        case "customer":
            return words.phrase("she wishes to wait")
    return words.phrase("it takes more time")


def outcome(words: Words, code: str) -> Phrase:
    """What came of it."""
    match code:
        case "helped":
            return words.phrase("She has been helped")
        case "shown":
            return words.phrase("She was shown how, and did it herself")
        case "counter":
            return words.phrase("Taken to the counter")
        case "appointment":
            return words.phrase("An appointment was made")
        case "fraud":
            return words.phrase("Suspected fraud, reported")
        case "nobody":
            return words.phrase("Nobody was there")
    return words.phrase("Something else")


def named(words: Words, names: Mapping[str, str]) -> Phrase:
    """A colleague's name in the language in use, or in any."""
    return Phrase(names.get(words.lang) or next(iter(names.values()), ""))


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
    parts = [mode_name(_modes(), ticket.mode, words.lang), Phrase(OWN_NAMES.get(ticket.lang, ticket.lang))]
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
        icon=_icon(ticket),
        action=f"ticket:{ticket.id}" if ticket.state in OPEN else "",
    )


def _icon(ticket: HelpTicket) -> str:
    if ticket.urgent:
        return "shield-warning"
    return {"waiting": "hand-waving", "held": "pause"}.get(ticket.state, "person-simple-walk")


def nothing_waits(words: Words) -> Phrase:
    """The empty list."""
    return words.phrase("Nobody is waiting.")
