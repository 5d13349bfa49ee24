"""The earcons: what the rest of the kiosk rings when the focus moves, something was taken, or went wrong."""

from __future__ import annotations

from accessibility.earcons.kinds import Earcon
from accessibility.earcons.tone import Tone, tone
from accessibility.speech.voice import Voice


class Earcons:
    """Short tones, at the volume of the voice and below its level; all of them can be switched off.

    - `play("focus")` the focus moved · `play("key")` a key of a pad went down · `play("accept")` it was taken.
      25 to 115 ms, at once. Call them after `Voice.hush`; where an essential warning sounds on, they are not heard.
    - `play("error")` it was not taken (120 ms) · `play("help")` help was accepted (440 ms). At once in silence;
      while speech sounds, after the sentence in progress. Speech that follows a tone begins when the tone has ended.
    - `Voice.set_earcons(False)` switches them off, whether or not the voice itself speaks.

    Every call is told to the listeners (`Listener.tone`), heard or not, so that the eye may have its counterpart.
    """

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._made: dict[tuple[Earcon, int], Tone] = {}

    def play(self, kind: Earcon) -> None:
        """Ring the tone of this kind, as soon as no speech sounds."""
        volume = self._voice.manner.volume
        if (kind, volume) not in self._made:
            self._made[kind, volume] = tone(kind, volume)
        self._voice.ring(self._made[kind, volume])
