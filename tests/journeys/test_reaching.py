"""The whole way with other hands: twelve keys, one switch, a finger that listens first. Each from the first page on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.journeys.belongings import belongings
from tests.journeys.conftest import BankChild, Live
from tests.journeys.reaching import KeypadHand, ListeningHand, SwitchHand, doorway
from tests.journeys.staff import on_duty
from tests.journeys.stand import Stand, standing
from tests.journeys.test_main_job import Walk, everything, person_for

CASES = [("elder", "zh_CN"), ("elder", "en")]


@pytest.mark.parametrize(("mode", "lang"), CASES)
@pytest.mark.parametrize("kind", [KeypadHand, SwitchHand, ListeningHand])
def test_the_whole_way(
    live: Live, bank_child: BankChild, tmp_path: Path, mode: str, lang: str, kind: Callable[[Stand], KeypadHand]
) -> None:
    live(whole_way(bank_child, tmp_path, mode, lang, kind))


async def whole_way(child: BankChild, folder: Path, mode: str, lang: str, kind: Callable[[Stand], KeypadHand]) -> None:
    """Sign in, balances, month, check-up, a person, larger letters, amounts aloud, farewell."""
    person = person_for(mode, lang)
    hers = await belongings(person, lang, child)
    settings = {**child.settings, "lang": lang}
    async with on_duty(child.folder, lang) as staff, standing(folder, **settings) as stand:
        hand = kind(stand)
        her = stand.her
        await her.sees("welcome")
        await begins(hand)
        walk = Walk(stand, staff, person, hers, hand.choose, hand.digits)
        await everything(walk)
        assert doorway(stand).scanner is None, "nothing of her way is left to the next customer"
        assert her.page.key == "welcome"


async def begins(hand: KeypadHand | SwitchHand | ListeningHand) -> None:
    """Each way can be begun without the ability it stands in for (EN-20)."""
    her = hand.her
    await her.hears()
    if isinstance(hand, SwitchHand):
        hand.hold_key(Qt.Key.Key_Space)
        await her.watch.until(lambda: doorway(hand.stand).scanner is not None, "choices to be offered")
    elif isinstance(hand, ListeningHand):
        hand.press(QPoint(3, 3), seconds=3.0)
        await her.watch.until(lambda: listens(hand), "a finger that listens")


def listens(hand: ListeningHand) -> bool:
    """Whether the first touch only tells."""
    return doorway(hand.stand).listens
