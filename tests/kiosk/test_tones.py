"""Every tone has its place, and its counterpart on the page."""

from __future__ import annotations

import msgspec

from accessibility.earcons.kinds import Earcon
from accessibility.phrase import Phrase
from accessibility.screen import Action, Field, Keypad, Notice, Screen
from kiosk.tones import Tones


class Heard:
    """Remembers what was rung."""

    def __init__(self) -> None:
        self.tones: list[Earcon] = []

    def play(self, kind: Earcon) -> None:
        self.tones.append(kind)

    def take(self) -> list[Earcon]:
        tones, self.tones = self.tones, []
        return tones


PAGE = Screen("sign_in.pin", "en", "elder", Phrase("Your PIN"))
PAD = Keypad("pin", Phrase("PIN"), Action("pin", Phrase("Sign in")))
WRONG = msgspec.structs.replace(PAD, error=Phrase("That did not match."))


def page(*blocks: Keypad | Field | Notice, alert: Notice | None = None) -> Screen:
    return msgspec.structs.replace(PAGE, blocks=blocks, alert=alert)


def test_focus_keys_and_choices_have_their_own() -> None:
    heard = Heard()
    tones = Tones(heard)
    tones.focused("keypad:7")
    tones.tapped()
    tones.acted("open:balances", "")
    assert heard.take() == ["focus", "key", "accept"]


def test_what_is_heard_itself_needs_no_tone() -> None:
    heard = Heard()
    tones = Tones(heard)
    for action in ("repeat", "pause", "spell"):
        tones.acted(action, "")
    assert heard.take() == []


def test_a_mistake_rings_once_and_again_when_it_is_made_again() -> None:
    heard = Heard()
    tones = Tones(heard)
    tones.shown(page(PAD))
    tones.acted("pin", "000000")
    tones.shown(page(WRONG))
    assert heard.take() == ["accept", "error"]
    tones.shown(page(WRONG))
    tones.acted("louder", "")
    tones.shown(page(WRONG))
    assert heard.take() == ["accept"]
    tones.acted("pin", "000001")
    tones.shown(page(WRONG))
    assert heard.take() == ["accept", "error"]
    tones.shown(page(PAD))
    assert heard.take() == []


def test_a_number_that_is_too_short_rings_each_time_it_is_handed_in() -> None:
    heard = Heard()
    tones = Tones(heard)
    tones.shown(page(PAD))
    for _ in range(2):
        tones.acted("pin", "")
        tones.shown(page(WRONG))
    assert heard.take() == ["accept", "error"] * 2


def test_a_field_and_a_bank_that_is_away_ring_too_and_a_warning_does_not() -> None:
    heard = Heard()
    tones = Tones(heard)
    tones.shown(page(Field("search", Phrase("Search"), error=Phrase("Too short."))))
    assert heard.take() == ["error"]
    tones.shown(page(Notice(Phrase("The bank does not answer."), "error")))
    assert heard.take() == ["error"]
    tones.acted("try_again", "")
    tones.shown(page(Notice(Phrase("The bank does not answer."), "error")))
    assert heard.take() == ["accept", "error"]
    tones.shown(page(Notice(Phrase("This holds for today only."), "warning")))
    assert heard.take() == []


def test_help_on_its_way_rings_once_and_is_seen() -> None:
    heard = Heard()
    tones = Tones(heard)
    alert = Notice(Phrase("Zhou is coming to you."), "good", action=Action("noticed", Phrase("I see")))
    tones.shown(page(alert=alert))
    tones.shown(page(PAD, alert=alert))
    assert heard.take() == ["help"]
    tones.shown(page())
    tones.shown(page(alert=alert))
    assert heard.take() == ["help"]
