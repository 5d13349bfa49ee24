"""Whom of the family she lets be told: she decides herself, for each relative, for how long, and may take it back."""

from __future__ import annotations

from datetime import timedelta

from accessibility import phrases
from accessibility.screen import Choices, Notice, Paragraph, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.family.relative import LONGEST_DAYS, Relative
from kiosk.journeys.family_words import until
from kiosk.journeys.journey import Back, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.modes import Mode

DAYS = {"month": 31, "year": LONGEST_DAYS - 1}


class Family:
    """A list of relatives, and a page for each. The first one she has not been asked about is asked about at once."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._around = around
        unasked = around.family.unasked if around.family else ()
        self._open = unasked[0].id if unasked else ""
        self._failed = False

    async def enter(self) -> None:
        """Nothing is asked of the bank."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The list, or the question about one."""
        relative = self._relative
        return self._question(words, mode, relative) if relative else self._list(words, mode)

    async def act(self, action: str, typed: str = "") -> Step:
        """Take her decision."""
        del typed
        kind, _, what = action.partition(":")
        family = self._around.family
        if kind == "back" or family is None:
            if not self._open:
                return Back()
            self._open = ""
        elif kind == "relative":
            self._open, self._failed = what, False
        elif kind == "agree" and self._open and what in DAYS:
            self._decided(kept=family.agree(self._open, self._around.now().date() + timedelta(days=DAYS[what])))
        elif kind == "refuse" and self._open:
            self._decided(kept=family.withdraw(self._open))
        return Stay()

    async def aclose(self) -> None:
        """Nothing runs."""

    @property
    def _relative(self) -> Relative | None:
        family = self._around.family
        known = (*family.agreed, *family.unasked) if family else ()
        return next((one for one in known if one.id == self._open), None)

    def _decided(self, *, kept: bool) -> None:
        self._failed = not kept
        if kept:
            self._open = ""

    def _list(self, words: Words, mode: Mode) -> Screen:
        family = self._around.family
        known = (*family.agreed, *family.unasked) if family else ()
        rows = tuple(
            Row(
                phrases.person(words, one.name, private=False),
                until(words, one),
                icon="user",
                action=f"relative:{one.id}",
            )
            for one in known
        )
        empty = words.phrase("Nobody of your family is set up here.")
        return Screen(
            key="family",
            lang=words.lang,
            mode=mode.key,
            heading=words.phrase("Your family"),
            quiet=words.phrase("Who is told when you ask for help"),
            blocks=(Rows(rows, empty=empty), *(() if rows else (Choices((_back(words),)),))),
        )

    def _question(self, words: Words, mode: Mode, relative: Relative) -> Screen:
        name = phrases.person(words, relative.name, private=False)
        asked = words.phrase("May we tell {name} when you ask for help?", name=name)
        if relative.scope == "urgent":
            asked = words.phrase("May we tell {name} when it is urgent?", name=name)
        failed = Notice(words.phrase("That could not be kept. Nobody is told."), "error")
        return Screen(
            key="family.question",
            lang=words.lang,
            mode=mode.key,
            heading=words.phrase("Your family"),
            blocks=(
                *((failed,) if self._failed else ()),
                Paragraph(asked, "lead"),
                Paragraph(words.phrase("They hear that you need help, never of your money.")),
                Choices(
                    (
                        Tile("refuse", words.phrase("No"), icon="x"),
                        Tile("agree:month", words.phrase("Yes, for a month"), icon="check"),
                        Tile("agree:year", words.phrase("Yes, for a year"), icon="check"),
                    )
                ),
            ),
        )


def _back(words: Words) -> Tile:
    return Tile("back", words.phrase("Back"), icon="arrow-left", filled=True)
