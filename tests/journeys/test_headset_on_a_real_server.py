"""The whole kiosk on a real sound server: nothing is heard from the loudspeaker once the headset is out (EN-07)."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from accessibility.speech.aplay_player import AplayPlayer
from accessibility.speech.jack.pulse_jack import PulseJack
from kiosk.bank.demo.people import GREEN
from tests.accessibility.speech.jack.lobby import NEEDS_A_SERVER, Lobby
from tests.journeys.belongings import belongings
from tests.journeys.conftest import BankChild, Live
from tests.journeys.stand import standing

pytestmark = NEEDS_A_SERVER
SOON_S = 0.1


def test_pulled_out_in_mid_sentence_the_loudspeaker_gives_only_the_warning(
    live: Live, bank_child: BankChild, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setpriv = shutil.which("setpriv") or ""

    async def story() -> None:
        lobby, hers = Lobby(tmp_path / "sound"), await belongings(GREEN, "en", bank_child)
        lobby.folder.mkdir()
        for name, value in lobby.environment.items():
            monkeypatch.setenv(name, value)
        await lobby.open()
        try:
            number = await lobby.plug_in()
            player, jack = AplayPlayer(setpriv=setpriv), PulseJack(setpriv=setpriv)
            async with standing(tmp_path, lang="en", player=player, jack=jack, **bank_child.settings) as stand:
                her, watch = stand.her, stand.watch
                await her.sees("welcome")
                her.key(Qt.Key.Key_Return)
                await her.sees("sign_in.card")
                her.strike_digits(GREEN.card)
                her.key(Qt.Key.Key_Return)
                await her.sees("sign_in.pin")
                her.strike_digits(GREEN.pin)
                her.key(Qt.Key.Key_Return)
                await her.sees("home")
                her.enter("balances")
                await watch.until(lambda: any(own in told for own in hers.aloud for told in watch.captions), "it")
                assert lobby.loud_at == [], "the loudspeaker is silent while the headset is in"
                pulled = await lobby.pull_out(number)
                await her.sees_words("The headset was pulled out")
                async with asyncio.timeout(30):
                    while not any("pulled out" in line.text for line in stand.said()):
                        await asyncio.sleep(0.05)
                warning = next(line for line in stand.said() if "pulled out" in line.text)
                cut = [line for line in stand.said() if line.private][-1]
                assert (cut.ended, cut.channel) == ("stopped", "headset")
                assert cut.stop is not None
                assert warning.start is not None
                assert warning.start >= cut.stop
                assert not [line for line in stand.said() if line.private and line.channel != "headset"]
                # The loudspeaker: at most a tenth of a second of the sentence, then stillness until the warning.
                rest = [at - pulled for at in lobby.loud_at if at - pulled < warning.start - cut.stop]
                assert all(at <= SOON_S for at in rest)
                assert lobby.loud_at, "the warning is heard there"
        finally:
            await lobby.close()

    live(story())
