"""The way the tour takes through the journeys, in the customer's actions."""

from __future__ import annotations

import msgspec

from kiosk.bank.demo.people import GREEN, LIN, WANG, YUTONG, ZHAO, DemoPerson
from kiosk.tour.colleague import Deed


class Stop(msgspec.Struct, frozen=True):
    """One thing done, and the name of the page it leads to. A stop without a name is passed without a picture."""

    action: str
    """Key of an action; "first" takes the first choice of the page, "second" the second."""
    name: str = ""
    typed: str = ""
    away: bool = False
    """The bank cannot be reached while this is done."""
    lobby: Deed = ""
    """What somebody in the lobby does instead of the customer; their page gets a picture too.

    Where no page of hers is waited for, theirs is the only one.
    """
    until: str = ""
    """Key of the page that comes by itself."""
    pointed: bool = False
    """The page that comes by itself has an arrow on it."""
    wander: int = 0
    """From here every way is followed so many pages deep, and back; nothing of it needs a name."""


DEEP = 12
"""Pages deeper than the longest errand."""
WELCOME = (Stop("", "welcome"), Stop("mode", "mode"), Stop("back"), Stop("language", "language"), Stop("back"))
SETTINGS_ONE_BY_ONE = (
    Stop("set:text_size", "seeing-text-size"),
    Stop("back"),
    Stop("set:theme", "seeing-theme"),
    Stop("back"),
    Stop("set:voice", "seeing-voice"),
    Stop("set:rate", "seeing-rate"),
    Stop("back"),
    Stop("back"),
)
MONEY = (
    Stop("balances", "accounts"),
    Stop("account:0", "account"),
    Stop("hide", "account-hidden"),
    Stop("hide"),
    Stop("month", "month"),
)
CHECKUP = (
    Stop("checkup", "checkup-start"),
    Stop("run", "checkup-result"),
)
REASONS = (
    Stop("suggest", "checkup-suggestion"),
    Stop("back"),
    Stop("first", "checkup-finding"),
    Stop("why", "checkup-why"),
    Stop("rule", "checkup-rule"),
    Stop("back"),
    Stop("back"),
)
"""Behind the result, where one thing is shown at a time."""
RESULT = (
    Stop("pictures", "checkup-pictures"),
    Stop("back"),
    Stop("suggest", "checkup-suggestion"),
    Stop("back"),
    Stop("history", "checkup-then-and-now"),
    Stop("back"),
)
"""The same where everything is on one page."""
QUESTIONS = (
    Stop("back"),
    Stop("all", "checkup-all"),
    Stop("next"),
    Stop("next"),
    Stop("check:W09", "checkup-assessment"),
    Stop("questions", "questions-start"),
    Stop("begin", "question"),
    Stop("first", "question-next"),
)
"""Not answered to the end: the bank takes two a day."""
HELP = (
    Stop("help", "help-topics"),
    Stop("first", "help-waiting"),
    Stop("", lobby="looks", name="lobby-list"),
    Stop("", lobby="goes", name="help-accepted", until="help.accepted"),
    Stop("", lobby="arrives", name="help-arrived", until="help.arrived"),
    Stop("assist:begin", "help-looked-at"),
    Stop("carry_on", "home-looked-at"),
    Stop("", lobby="points", name="home-pointed", until="home", pointed=True),
    Stop("", lobby="writes", name="board", until="help.board"),
    Stop("board:read"),
    Stop("assist:stop"),
    Stop("help"),
    Stop("", lobby="holds", name="help-held", until="help.held"),
    Stop("", lobby="resumes", until="help.accepted"),
    Stop("", lobby="is_done", name="help-done", until="help.done"),
    Stop("rate:3", "help-rated"),
    Stop("", lobby="sees_the_day", name="lobby-day"),
    Stop("home"),
    Stop("help"),
    Stop("first"),
    Stop("cancel", "help-cancelled"),
    Stop("home"),
    Stop("help"),
    Stop("topic:money_worry", "help-cheated"),
    Stop("cancel"),
    Stop("hide"),
    Stop("home"),
)


def person_for(mode: str, lang: str) -> DemoPerson:
    """Whom the tour signs in: somebody this mode and language are for."""
    if mode == "youth":
        return YUTONG
    if mode == "elder":
        return {"zh_TW": LIN, "en": GREEN}.get(lang, WANG)
    return ZHAO


def route(mode: str, lang: str) -> tuple[Stop, ...]:
    """All stops of one mode and language."""
    person = person_for(mode, lang)
    signing_in = (
        Stop("begin", "sign-in-card"),
        Stop("learn", "sign-in-learning-the-keys"),
        Stop("learn"),
        Stop("card", "sign-in-pin", typed=person.card),
        Stop("pin", "trouble-bank-away", typed=person.pin, away=True),
        Stop("try_again"),
        Stop("pin", "sign-in-wrong", typed="000000"),
        Stop("pin", "home", typed=person.pin, until="home"),
    )
    one_by_one = mode == "elder"
    money = (*MONEY, *((Stop("list", "movements"),) if one_by_one else ()), Stop("home"))
    checkup = () if mode == "youth" else (*CHECKUP, *((*REASONS, *QUESTIONS) if one_by_one else RESULT), Stop("home"))
    seeing = (Stop("seeing_hearing", "seeing"), *(SETTINGS_ONE_BY_ONE if one_by_one else ()), Stop("home"))
    everything_else = (Stop("home", wander=DEEP), Stop("home"))
    last_answer = (Stop("balances", "bank-away-last-answer", away=True), Stop("home"))
    ending = (Stop("still_there", "still-there"), Stop("leave", "farewell"))
    return (*WELCOME, *signing_in, *money, *checkup, *HELP, *seeing, *everything_else, *last_answer, *ending)
