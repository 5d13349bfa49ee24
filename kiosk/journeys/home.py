"""The home page: a greeting, today's date, and the few things one can do here."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.phrases import day_and_weekday, person
from accessibility.screen import Choices, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.journey import Back, Open, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.profile import Profile
from kiosk.modes import Mode

ICONS = {
    "balances": "wallet",
    "checkup": "heartbeat",
    "goals": "target",
    "seeing_hearing": "text-aa",
    "help": "hand-waving",
    "orders": "receipt",
}
"""Journeys that may stand on the home page; a mode file may name only these."""
NEEDS = {"balances": "balances", "checkup": "checkup", "help": "help", "orders": "checkup", "goals": "goals"}
"""What the bank must allow before the tile is there (DESIGN.md 1: a mode is presentation only)."""


class HomePage:
    """Where a signed-in customer starts, and comes back to."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._sitting = around.sitting
        self._now = around.now

    async def enter(self) -> None:
        """Nothing is asked of the bank: the profile came with the sign-in."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The greeting and the tiles; the first tile is the likely one."""
        profile = self._sitting.profile
        names = tiles_for(mode, profile, ordered=self._sitting.has_orders)
        tiles = tuple(_tile(words, name, profile, filled=at == 0) for at, name in enumerate(names))
        return Screen(
            key="home",
            lang=words.lang,
            mode=mode.key,
            heading=_greeting(words, profile),
            quiet=words.phrase("Today is {day}.", day=day_and_weekday(words, self._now().date())),
            blocks=(Choices(tiles, columns=min(3, len(tiles))),),
            guide=_guide(words, tiles[0]),
            focus=names[0],
        )

    async def act(self, action: str, typed: str = "") -> Step:
        """Open what was chosen."""
        del typed
        if action == "back":
            return Back()
        return Open(action) if action in ICONS else Stay()

    async def aclose(self) -> None:
        """Holds nothing."""


def tiles_for(mode: Mode, profile: Profile | None, *, ordered: bool = False) -> tuple[str, ...]:
    """The journeys on the home page, in order: those the mode names and the bank allows this customer.

    There is always one: seeing and hearing needs nobody's leave. Who has ordered something finds it here.
    """
    allowed = profile.entitlements if profile else ()
    wanted = (*mode.content.home, *(("orders",) if ordered else ()))
    names = [name for name in wanted if name in ICONS and NEEDS.get(name, "") in ("", *allowed)]
    return tuple(names[: mode.content.choices_per_page]) or ("seeing_hearing",)


def _greeting(words: Words, profile: Profile | None) -> Phrase:
    if profile is None or not profile.greeting:
        return words.phrase("Hello")
    name = person(words, profile.greeting)
    if words.wording == "friendly":
        return words.phrase("Hi, {name}!", name=name)
    return words.phrase("Hello, {name}", name=name)


def _tile(words: Words, name: str, profile: Profile | None, *, filled: bool) -> Tile:
    young = words.wording == "friendly" or (profile is not None and profile.age_band == "child")
    title, hint = _young_title(words, name) if young else _title(words, name)
    return Tile(name, title, hint, ICONS[name], filled)


def _title(words: Words, name: str) -> tuple[Phrase, Phrase]:
    match name:
        case "balances":
            return words.phrase("My balance"), words.phrase("See how much you have")
        case "checkup":
            return words.phrase("Wealth check-up"), words.phrase("See whether your money is well placed")
        case "help":
            return words.phrase("Ask a person"), words.phrase("Somebody comes to you")
        case "goals":
            return words.phrase("My savings goal"), words.phrase("Save for something, step by step")
        case "orders":
            return words.phrase("My orders"), words.phrase("See how they stand, or cancel one")
    return words.phrase("Seeing and hearing"), words.phrase("Larger letters, a louder voice")


def _young_title(words: Words, name: str) -> tuple[Phrase, Phrase]:
    """For customers under 18: about money habits, nothing about investing (CHECKUP.md 8)."""
    match name:
        case "balances":
            return words.phrase("My money"), words.phrase("What came in, what went out")
        case "checkup":
            return words.phrase("Money check"), words.phrase("See how long your money lasts")
    return _title(words, name)


def _guide(words: Words, likely: Tile) -> Phrase:
    """Names the likely tile by its own title, never by its place (WCAG 1.3.3)."""
    if likely.key != "balances":
        return words.phrase("Choose what you would like to do.")
    if words.wording == "friendly":
        return words.phrase("To see your money, press “{button}”.", button=likely.title)
    return words.phrase("To see your balance, press “{button}”.", button=likely.title)
