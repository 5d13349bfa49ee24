"""Whatever a page shows is said: in its narration, or by the control the keys come to (STANDARDS.md EN-02, 5.1.3.1).

A real window, the real voice; she has agreed to hear her amounts. What stands on the widgets themselves is compared
with what the speech log holds, not what the program meant to show. And arrows alone lead to every control of each page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from accessibility.narration import TRAILING
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.words import Words
from kiosk.bank.demo.people import GREEN, WANG, DemoPerson
from tests.journeys.conftest import BankChild, Live
from tests.journeys.customer import Customer
from tests.journeys.ears import Ears, plain
from tests.journeys.staff import Staff, on_duty
from tests.journeys.stand import Stand, standing
from tests.kiosk.journeys.promises import controls, phrases_of
from ui.controls.pressable import Pressable
from ui.frame import ASIDE, FOOT, TOP
from ui.keys import ARROWS
from ui.steering import towards
from ui.survey import survey
from ui.window import KioskWindow

HASTE = 400.0
TAB = Qt.Key.Key_Tab
DECORATIVE = {
    "caption": "repeats what is being said",
    "page:": "turns a long page for fingers; for keys it turns by itself",
    "keypad:": "digits of a pad: said, they would tell the lobby the PIN (EN-06); each key says that it is a digit",
}
"""Texts that need not be said, by the key of what they stand on, and why."""
FRAME = {*FOOT, *TOP, *ASIDE}
MARKS = re.compile(r"[\W_]*")
"""Dots and lines between words have no words."""


@dataclass
class Round:
    """Somebody who listens to every page to its end, and comes to every control of it."""

    stand: Stand
    ears: Ears
    words: Words
    missing: dict[str, list[str]]
    """What was shown and not said, by page."""
    pages: list[str]
    frame: list[str]
    """What the frame's buttons said."""
    agreed: bool = False
    """She hears also what is private."""

    @property
    def her(self) -> Customer:
        return self.stand.her

    async def page(self, key: str) -> None:
        """Wait for a page, hear it out, go round it as far as anything is unsaid, and compare.

        The frame's buttons are the same on every page: those heard on an earlier one need not be gone to again.
        """
        await self.her.sees(key)
        heard = await self.ears.listens()
        start = self.her.window.focusWidget()
        round_done = False
        while unsaid := [text for text in self.shown() if not self.said(text, [*heard, *self.frame])]:
            if round_done:  # what the page opened on is said when she comes back to it
                self.missing[self.her.page.key] = unsaid
                break
            heard.append(await self.ears.move(TAB))
            if self.her.focus() in FRAME:
                self.frame.append(heard[-1])
            round_done = self.her.window.focusWidget() is start
        self.pages.append(self.her.page.key)
        if not self.her.page.alert:  # news stand over the top until she has noticed them
            assert not out_of_reach(self.her.window), self.her.page.key

    async def go(self, control: str, page: str) -> None:
        """Press a control, and do the next page."""
        self.her.go_to(control)
        self.ears.press(Qt.Key.Key_Return)
        await self.page(page)

    async def back(self, page: str) -> None:
        """Escape, to a page that was heard before."""
        self.ears.press(Qt.Key.Key_Escape)
        await self.her.sees(page)
        await self.ears.listens()

    def shown(self) -> list[str]:
        """Every text on the window's widgets but those that cannot be used now, such as Back on the first page."""
        return [
            run.text
            for record in survey(self.her.window)
            for run in record.texts
            if record.enabled and not MARKS.fullmatch(run.text) and not record.key.startswith(tuple(DECORATIVE))
        ]

    def said(self, text: str, heard: list[str]) -> bool:
        """Whether the words for the ear of what shows this text were heard."""
        phrases = [phrase for _, phrase in phrases_of(self.her.page) if phrase.shown == text]
        forms = [phrase.said if self.agreed else phrase.said_aloud for phrase in phrases] or [text]
        return any(plain(form).rstrip(TRAILING) in plain(line) for form in forms for line in heard)


def out_of_reach(window: KioskWindow) -> list[str]:
    """Controls to which no arrows lead from where the focus is: a keypad may have no Tab (EN-01)."""
    order = window.focus_order()
    reached = [widget for widget in order if widget is window.focusWidget()]
    for widget in reached:
        ways = (towards(widget, order, key, window) for key in ARROWS)
        reached += [there for there in dict.fromkeys(ways) if there and there not in reached]
    return [widget.key for widget in order if isinstance(widget, Pressable) and widget not in reached]


@pytest.mark.parametrize(("person", "lang"), [(WANG, "zh_CN"), (GREEN, "en")])
def test_whatever_is_shown_is_said(
    live: Live, bank_child: BankChild, tmp_path: Path, person: DemoPerson, lang: str
) -> None:
    live(everywhere(bank_child, tmp_path, person, lang))


async def everywhere(child: BankChild, folder: Path, person: DemoPerson, lang: str) -> None:
    async with (
        on_duty(child.folder, lang) as staff,
        standing(folder, player=RecordingPlayer(HASTE), pause_ms=0, lang=lang, **child.settings) as stand,
    ):
        ears = Ears(stand.speech_log, stand.her.key, lambda: stand.kiosk.speaking)
        way = Round(stand, ears, Words(lang), {}, [], [])
        await signing_in(way, person)
        await her_money(way)
        await her_checkup(way)
        await settings(way)
        await a_person(way, staff)
        await way.go("leave", "farewell")
    assert not way.missing, "\n".join(f"{page}: {texts}" for page, texts in way.missing.items())
    assert len(set(way.pages)) >= 20, way.pages


async def signing_in(way: Round, person: DemoPerson) -> None:
    await way.page("welcome")
    await way.go("begin", "sign_in.card")
    way.her.go_to("keypad:card")
    way.ears.type(person.card)
    way.ears.press(Qt.Key.Key_Return)
    await way.page("sign_in.pin")
    way.her.go_to("keypad:pin")
    way.ears.type(person.pin)
    way.ears.press(Qt.Key.Key_Return)
    await way.page("home")


async def her_money(way: Round) -> None:
    """With her agreement, given beside the amounts."""
    her = way.her
    her.enter("balances")
    await her.sees("balances.accounts")
    await way.ears.listens()
    way.agreed = True
    await way.go("aloud", "balances.accounts")
    await way.go("account:0", "balances.account")
    await way.go("month", "balances.month")
    await way.back("balances.account")
    await way.back("balances.accounts")
    await way.back("home")


async def her_checkup(way: Round) -> None:
    await way.go("checkup", "checkup.start")
    await way.go("run", "checkup.summary")
    await way.go("all", "checkup.all")
    await way.go(way.her.first("check:"), "checkup.finding")
    if "why" in controls(way.her.page):
        await way.go("why", "checkup.why")
        await way.back("checkup.finding")
    for page in ("checkup.all", "checkup.summary", "home"):
        await way.back(page)


async def settings(way: Round) -> None:
    await way.go("seeing_hearing", "seeing_hearing")
    for name in ("text_size", "theme", "aloud", "voice"):
        await way.go(f"set:{name}", f"seeing_hearing.{name}")
        if name == "voice":
            for own in ("rate", "volume", "language"):
                await way.go(f"set:{own}", f"seeing_hearing.{own}")
                await way.back("seeing_hearing.voice")
        await way.back("seeing_hearing")
    await way.back("home")
    await way.go("mode", "mode")
    await way.back("home")


async def a_person(way: Round, staff: Staff) -> None:
    await way.go("help", "help")
    await way.go(way.her.first("topic:"), "help.waiting")
    await staff.press("ticket:")
    await staff.press("accept:")
    await way.page("help.accepted")
    await staff.press("done:")
    await way.page("help.done")
    await way.go("home", "home")
