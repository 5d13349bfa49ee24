"""The narrator: says screens when they open, controls when they are reached, and news when there are any."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from accessibility.control_words import control_lines
from accessibility.narration import Line, narration, together
from accessibility.phrase import Phrase
from accessibility.role_words import RoleWords
from accessibility.screen import Keypad, Screen
from accessibility.speech.utterance import Priority, Utterance
from accessibility.speech.voice import Voice


class Telling(msgspec.Struct, frozen=True):
    """How a screen is told."""

    spoken: bool = True
    """False when the customer has switched speech off; Repeat still speaks."""
    consent: bool = False
    """Private words may be heard: she agreed for this sitting, or wears a headset (STANDARDS.md EN-07)."""
    guide: bool = True
    """Also say hints, and last what can be done here."""
    pause_ms: int = 350
    """Between two facts."""


class Narrator:
    """Keeps in mind the open screen and decides what of it is said. New speech stops old (STANDARDS.md EN-05)."""

    def __init__(self, voice: Voice, roles: RoleWords = RoleWords()) -> None:  # noqa: B008 - a frozen value
        self._voice = voice
        self._roles = roles
        self._screen: Screen | None = None
        self._telling = Telling()
        self._told: frozenset[tuple[str, str]] = frozenset()
        """What was said of this page, and its language."""
        self._typed = 0

    @property
    def speaking(self) -> bool:
        """True while something is being said or waits to be."""
        return self._voice.speaking

    def set_role_words(self, roles: RoleWords) -> None:
        """The language or the wording has changed."""
        self._roles = roles

    def open(
        self, screen: Screen, *, spoken: bool = True, consent: bool = False, guide: bool = True, pause_ms: int = 350
    ) -> None:
        """A screen is shown. A new page is said whole; of the page already open only what changed, and errors again."""
        telling = Telling(spoken, consent and not screen.hides, guide, pause_ms)
        same = self._is_same_page(screen, telling)
        before, self._screen, self._telling = self._told, screen, telling
        self._told = frozenset(self._heard(line) for line in self._lines(screen, guide=False))
        if not spoken:
            self._voice.stop()
        elif same:
            self._tell_changes(screen, before)
        else:
            self._typed = 0
            self._tell_all(screen)

    def focus(self, key: str) -> None:
        """The customer moved to a control: say it. A key this screen does not have says nothing.

        Only for the customer's own moves; said at once, it would cut off the page otherwise.
        """
        if self._screen and self._telling.spoken:
            headset = self._voice.manner.channel == "headset"
            self._say(control_lines(self._screen, key, self._roles, headset=headset), Priority.NOW)

    def typed(self, count: int) -> None:
        """A keypad holds so many digits now; the digits themselves are not known here (STANDARDS.md EN-06).

        The count is shown in the caption; it is said when the number is complete and when digits were taken back.
        """
        pad = self._keypad()
        if self._screen is None or pad is None or not pad.typed.said:
            return
        fewer, self._typed = count < self._typed, count
        counted = Phrase(pad.typed.said.replace("{count}", str(count)), lang=pad.typed.lang)
        if self._telling.spoken and count and (fewer or count == pad.length):
            self._say(together(self._screen.lang, counted), Priority.NOW)
        else:
            self._voice.stop()
            if count:
                self._voice.show(counted.shown, counted.lang or self._screen.lang)

    def announce(self, phrase: Phrase, *, urgent: bool = False) -> None:
        """News: after the sentence being said, or at once when urgent."""
        if self._screen and self._telling.spoken:
            self._say(together(self._screen.lang, phrase), Priority.NOW if urgent else Priority.NEXT)

    def repeat(self) -> None:
        """Say the open page once more, word for word (STANDARDS.md EN-04), also while speech is switched off."""
        if self._screen:
            self._tell_all(self._screen)

    def hush(self) -> None:
        """Be silent at once."""
        self._voice.stop()

    def _is_same_page(self, screen: Screen, telling: Telling) -> bool:
        old = self._screen
        return (
            old is not None
            and self._telling.spoken == telling.spoken
            and (old.key, old.lang, old.mode, old.heading) == (screen.key, screen.lang, screen.mode, screen.heading)
        )

    def _lines(self, screen: Screen, *, guide: bool) -> tuple[Line, ...]:
        return narration(screen, self._roles, hints=self._telling.guide, guide=guide)

    def _tell_all(self, screen: Screen) -> None:
        self._say(self._lines(screen, guide=self._telling.guide), Priority.NOW)

    def _tell_changes(self, screen: Screen, before: frozenset[tuple[str, str]]) -> None:
        """Say what is new after the sentence being said, drop what is no longer true, and go on with the rest.

        A customer's touch has hushed the voice already; where it still speaks, the page has changed by itself.
        """
        gone = before - self._told
        self._voice.drop(lambda waiting: (waiting.text, waiting.lang) in gone)
        lines = self._lines(screen, guide=False)
        again = not screen.live
        self._say(
            [line for line in lines if self._heard(line) not in before or (line.pressing and again)], Priority.NEXT
        )

    def _heard(self, line: Line) -> tuple[str, str]:
        return line.words(consent=self._telling.consent), line.lang

    def _say(self, lines: Iterable[Line], priority: Priority) -> None:
        """Only the first of several is urgent: what follows it may wait for other news."""
        utterances = [self._utterance(line) for line in lines if self._heard(line)[0]]
        if priority is Priority.NOW:
            self._voice.say(utterances[:1], Priority.NOW)
            self._voice.say(utterances[1:], Priority.NORMAL)
        else:
            self._voice.say(utterances, priority)

    def _utterance(self, line: Line) -> Utterance:
        telling = self._telling
        return Utterance(
            text=line.words(consent=telling.consent),
            lang=line.lang,
            private=line.private and telling.consent,
            pause_after_ms=telling.pause_ms,
            source_key=self._screen.key if self._screen else "",
        )

    def _keypad(self) -> Keypad | None:
        blocks = self._screen.blocks if self._screen else ()
        return next((block for block in blocks if isinstance(block, Keypad)), None)
