"""The lobby's bell: three rising tones when somebody new waits, or has waited too long."""

from __future__ import annotations

from accessibility.earcons.bell import Bell
from accessibility.earcons.tone import tone
from accessibility.speech.loudness import LOUDEST
from accessibility.speech.player import Player


class LobbyBell:
    """Rings on the desk's loudspeaker, as loud as it can: a lobby is not a quiet place.

    Whoever hears nothing sees the band, and the window asks for attention.
    """

    def __init__(self, player: Player) -> None:
        self._bell = Bell(player)
        self._tone = tone("help", LOUDEST)

    def ring(self) -> None:
        """Ring once; what rings already is heard to its end first."""
        if not self._bell.ringing:
            self._bell.ring(self._tone)

    async def aclose(self) -> None:
        """Be silent."""
        await self._bell.aclose()
