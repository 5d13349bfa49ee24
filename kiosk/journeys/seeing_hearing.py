"""Seeing and hearing: larger letters, other colours, the voice. Every change holds at once; one touch undoes it."""

from __future__ import annotations

import asyncio

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from i18n.languages import LANGUAGES
from kiosk.client.errors import BankError
from kiosk.journeys import reaching_pages as reaching
from kiosk.journeys import seeing_hearing_pages as pages
from kiosk.journeys.density import one_thing_at_a_time
from kiosk.journeys.journey import Back, Open, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.profile import Preferences
from kiosk.modes import Mode

TEXT_SIZES = (100, 125, 150, 175, 200)
THEMES = ("light", "dark", "contrast", "warm")
PARTING_S = 1.0
"""How long leaving the page waits for a change to reach the bank."""


class SeeingHearing:
    """Changes the sitting's preferences, and keeps them in the customer's profile when she is signed in."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._around = around
        self._setting = ""
        self._tried = 0
        self._saving: asyncio.Task[None] | None = None
        self._again = False
        self._unkept = False

    async def enter(self) -> None:
        """Nothing is asked of the bank."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """One setting a page, or all of them, as the mode has it."""
        view = pages.View(self._around, unkept=self._unkept, tried=self._tried)
        if not one_thing_at_a_time(mode):
            all_of_it = pages.whole_reaching_screen if self._setting == reaching.KEY else pages.whole_screen
            return all_of_it(words, mode, view)
        if self._setting:
            return pages.setting_screen(words, mode, view, self._setting)
        return pages.list_screen(words, mode, view)

    async def act(self, action: str, typed: str = "") -> Step:
        """Open a setting, change it, or take the last change back."""
        del typed
        kind, _, value = action.partition(":")
        if kind == "back":
            return self._go_back()
        if kind == "set":
            self._setting, self._tried = value, 0
        elif kind == reaching.TRY:
            self._tried += 1
        elif kind == "as_it_was":
            self._undo()
        elif kind == "language":
            self._around.sitting.choose_lang(value if value in LANGUAGES else self._around.sitting.lang)
            self._save()
        elif kind == "aloud":
            self._agree(yes=value == "on")
        elif kind == "ask":
            return Open("help", "seeing_hearing")
        else:
            self._change(kind, value)
        self._around.changed()
        return Stay()

    async def aclose(self) -> None:
        """Let the last change reach the bank, but do not make the customer wait for it."""
        saving, self._saving = self._saving, None
        if saving is not None and not saving.done():
            await asyncio.wait({saving}, timeout=PARTING_S)
            saving.cancel()
            await asyncio.gather(saving, return_exceptions=True)

    # Changing

    def _go_back(self) -> Step:
        one_at_a_time = one_thing_at_a_time(self._around.modes[self._around.sitting.mode])
        if not self._setting or (not one_at_a_time and self._setting != reaching.KEY):
            return Back()
        within = {**dict.fromkeys(pages.VOICE_SETTINGS, "voice"), **dict.fromkeys(reaching.VALUES, reaching.KEY)}
        self._setting = within.get(self._setting, "")
        return Stay()

    def _change(self, setting: str, value: str) -> None:
        now = self._around.sitting.preferences
        changed = _with(now, setting, value)
        if changed != now:
            self._around.sitting.previous = now
            self._around.sitting.preferences = changed
            self._save()

    def _undo(self) -> None:
        sitting = self._around.sitting
        if sitting.previous is not None:
            sitting.preferences, sitting.previous = sitting.previous, sitting.preferences
            self._save()

    def _agree(self, *, yes: bool) -> None:
        """Only for this sitting; never sent to the bank (EN-07)."""
        self._around.sitting.consent_aloud = yes

    # Keeping

    def _save(self) -> None:
        """Keep what holds now in the profile. A change during a save is kept after it, the newest only."""
        if self._around.sitting.profile is None:
            return
        if self._saving is not None and not self._saving.done():
            self._again = True
            return
        self._saving = asyncio.get_running_loop().create_task(self._keep())

    async def _keep(self) -> None:
        sitting, before = self._around.sitting, self._unkept
        self._again = True
        while self._again:
            self._again = False
            try:
                await self._around.bank.save_profile(sitting.mode, sitting.lang, sitting.preferences)
                self._unkept = False
            except BankError:
                self._unkept = True
        if self._unkept != before:
            self._around.changed()


def _with(preferences: Preferences, setting: str, value: str) -> Preferences:
    """The preferences with one setting changed; as they are when there is no such setting or value."""
    number = int(value) if value.isascii() and value.isdecimal() else 0
    if setting == "text_size" and number in TEXT_SIZES:
        return msgspec.structs.replace(preferences, text_size=number)
    if setting == "theme" and value in THEMES:
        return msgspec.structs.replace(preferences, theme=value)
    if setting == "speech":
        return msgspec.structs.replace(preferences, speech=value == "on")
    if setting == "sounds":
        return msgspec.structs.replace(preferences, sounds=value == "on")
    if setting == "rate" and 1 <= number <= 5:
        return msgspec.structs.replace(preferences, rate=number)
    if setting in reaching.VALUES and value in reaching.VALUES[setting]:
        return msgspec.structs.replace(preferences, **{setting: number or value})
    if setting == "volume" and 1 <= number <= 5:
        return msgspec.structs.replace(preferences, volume=number)
    return preferences
