"""What a journey is handed: the bank, the sitting it belongs to, and a way to say that something changed."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from accessibility.reaching.reach import PRESS
from accessibility.speech.jack.jack import JackState
from i18n.languages import LANGUAGES
from kiosk.client.order_intents import OrderIntents
from kiosk.journeys.last_answers import LastAnswers
from kiosk.journeys.page_copy import PageCopy
from kiosk.model.profile import Preferences, Profile
from kiosk.modes import Mode
from kiosk.paper import NoPaper, Paper

if TYPE_CHECKING:
    from kiosk.client.bank import Bank
    from kiosk.client.outbox import Outbox
    from kiosk.family.circle import Circle
    from kiosk.journeys.help_line import HelpLine

Headset = Literal["in", "out", "unknown", "told"]
"""Sensed to be in · sensed to be out · not to be sensed here · not to be sensed, but she says she wears one."""


class HelpPlace(msgspec.Struct, frozen=True):
    """Where else help is found, in the operator's words; empty for what there is not."""

    call_number: str = ""
    """The telephone number, or the number of the call button, that brings somebody."""
    desk: int = 0
    """The counter in the hall to walk to; 0 when it has no number."""
    country: str = "CN"
    """Whose police to call against fraud."""


@dataclass
class Sitting:
    """One customer's time at the kiosk. Dropped whole when she leaves: nothing outlives it."""

    mode: str
    lang: str
    preferences: Preferences = field(default_factory=Preferences)
    profile: Profile | None = None
    hidden: bool = False
    """Amounts are hidden."""
    consent_aloud: bool = False
    """She agreed that private values may be said on the loudspeaker in this sitting (EN-07)."""
    sensed: JackState = "unknown"
    """What the kiosk senses of a headset."""
    wears_headset: bool = False
    """She says that she wears one; counts until she leaves, says otherwise or a headset is sensed."""
    unsure: bool = False
    """The plug is moving: until it is known whether the headset is in, it counts as out."""
    previous: Preferences | None = None
    """The preferences before the last change, for undoing it."""
    chose_mode: bool = False
    """She chose the mode in this sitting, so her profile does not change it at sign-in."""
    chose_lang: bool = False
    last_answers: LastAnswers = field(default_factory=LastAnswers)
    """What the bank said in this sitting, for when it is away."""
    checked_up_on: date | None = None
    """This kiosk's day on which she had a check-up made in this sitting."""
    page_before: PageCopy = field(default_factory=PageCopy)
    """The page she asked for help from, everything private covered."""
    left_in_peace: bool = False
    """She asked not to be prompted any more in this sitting."""
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    """Hides in the copies for staff what a control's key stands for."""
    has_orders: bool = False
    """She has ordered something: home shows the way to it."""
    help_line: HelpLine | None = None
    """Made when she first asks for a person. Whoever ends the sitting closes it."""

    @property
    def headset(self) -> Headset:
        """How it stands with her headset."""
        return "told" if self.wears_headset and self.sensed != "in" else self.sensed

    @property
    def private_listening(self) -> bool:
        """Only she hears the voice (EN-07)."""
        return self.headset in ("in", "told") and not self.unsure

    @property
    def may_say_private(self) -> bool:
        """Private values may be said: nobody else hears them, or she agreed that others may."""
        return self.private_listening or self.consent_aloud

    def untouched_since(self, usual: Preferences) -> bool:
        """Nobody has signed in, chosen, asked or changed anything; `usual` are the wishes it began with.

        A headset switches the voice on, also one that somebody left in: that is nobody's wish.
        """
        chosen = self.profile or self.chose_lang or self.chose_mode or self.help_line or self.wears_headset
        return not chosen and msgspec.structs.replace(self.preferences, speech=usual.speech) == usual

    def plug_in(self) -> bool:
        """A headset is in: the voice speaks, for whoever plugs one in wants to hear (EN-03, EN-20).

        True when the voice had been switched off.
        """
        silent = not self.preferences.speech
        self.sensed, self.wears_headset = "in", False
        self.preferences = msgspec.structs.replace(self.preferences, speech=True)
        return silent

    def pull_out(self, sensed: JackState) -> None:
        """The headset is not in any more: what was hers alone is neither shown nor said until she says otherwise."""
        self.sensed, self.wears_headset = sensed, False
        self.consent_aloud, self.hidden = False, True

    def choose_lang(self, lang: str) -> None:
        """Speak this language for the rest of the sitting."""
        self.lang, self.chose_lang = lang, True

    def choose_mode(self, mode: str) -> None:
        """Look and talk like this mode for the rest of the sitting."""
        self.mode, self.chose_mode = mode, True

    def know(self, profile: Profile, modes: Collection[str]) -> None:
        """The customer has signed in: take up her wishes, except what she chose here herself and what is not here."""
        self.profile = profile
        began = self.preferences.choosing
        self.preferences = profile.preferences
        if began != PRESS:  # who began with a switch, or by ear, is not left without it now
            self.preferences = msgspec.structs.replace(profile.preferences, choosing=began)
        if profile.mode in modes and not self.chose_mode:
            self.mode = profile.mode
        if profile.lang in LANGUAGES and not self.chose_lang:
            self.lang = profile.lang
        if self.sensed == "in":
            self.plug_in()

    def forget_customer(self) -> None:
        """Her session has ended. Whoever signs in next may be somebody else, who is left nothing of hers."""
        self.profile = self.previous = self.checked_up_on = None
        self.consent_aloud = self.wears_headset = self.has_orders = False
        self.last_answers = LastAnswers()


@dataclass(frozen=True)
class Surroundings:
    """Handed to each journey when it starts."""

    bank: Bank
    sitting: Sitting
    outbox: Outbox
    changed: Callable[[], None]
    """Call it when the screen may have changed without an action of the customer."""
    now: Callable[[], datetime]
    """Local time, with zone."""
    modes: Mapping[str, Mode]
    """All modes by key."""
    place: str = ""
    """Where this kiosk stands, in the operator's words."""
    pauses: tuple[Callable[[Bank], Awaitable[object]], ...] = ()
    """What is to pause at the bank when she fears a fraud, such as orders in their cooling-off."""
    help_place: HelpPlace = field(default_factory=HelpPlace)
    """Where else help is found here."""
    paper: Paper = field(default_factory=NoPaper)
    """Where a sheet to take home goes."""
    intents: OrderIntents = field(default_factory=OrderIntents)
    """The keys of what is just being ordered."""
    speaking: Callable[[], bool] = lambda: False
    """Whether the voice is saying something."""
    family: Circle | None = None
    """At home: the relatives who may be told when she asks for help."""
    home_device: bool = False
    """A PC at home: customers choose themselves instead of reading a card."""
    low_reach: bool = False
    """The screen is known to reach higher than an arm does from a chair: controls can be brought down."""
