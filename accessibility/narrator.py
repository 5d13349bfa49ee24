"""The narrator: says screens when they open, controls when they are reached, and news when there are any."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from accessibility.control_words import control_lines
from accessibility.narration import Line, narration, opening, together
from accessibility.phrase import Phrase
from accessibility.repeats import LONGER_PAUSE, PACES, Repeats
from accessibility.role_words import RoleWords
from accessibility.screen import Keypad, Screen
from accessibility.speech.utterance import Priority, Utterance
from accessibility.speech.voice import Voice
from accessibility.spelling import spelling
from accessibility.spoken.counting import counted


class Telling(msgspec.Struct, frozen=True):
    """How a screen is told."""

    spoken: bool = True
    """False when the customer has switched speech off; Repeat still speaks."""
    consent: bool = False
    """Private words may be heard: she agreed for this sitting (STANDARDS.md EN-07). A headset is consent, too."""
    guide: bool = True
    """Also say hints, and last what can be done here."""
    pause_ms: int = 350
    """Between two facts."""


class Narrator:
    """Keeps in mind the open screen and decides what of it is said. New speech stops old (STANDARDS.md EN-05).

    By itself it says: `open` a page, or what changed on it · `focus` the control reached · `typed` how many digits ·
    `announce` news. Asked for, also where speech is switched off or a screen reader speaks:
    - `repeat()` the page word for word; asked again within 20 s slower (80 %), and again (64 %, at least 100 words a
      minute). Anything else she does makes the next one a first one.
    - `pause_or_go_on()` a key that holds speech and lets it go on from the beginning of the sentence. The touch of
      that very key may have hushed the voice already: it is called after `hush()`.
    - `spell()` the code under the focus (`Phrase.code`), else the page's first, character by character; where there
      is none, the control under the focus slowly.

    `hush()` comes with every key or touch. `set_aside(True)` while a screen reader speaks: then this voice says
    nothing by itself, and news go to `announce_to`, a function of one text that the window's announcer fulfils.
    `set_private(True)` with a headset; `set_private(False)` when it is pulled out: private words end at once.
    """

    def __init__(self, voice: Voice, roles: RoleWords = RoleWords()) -> None:  # noqa: B008 - a frozen value
        self._voice = voice
        self._roles = roles
        self._screen: Screen | None = None
        self._telling = Telling()
        self._told: frozenset[tuple[str, str]] = frozenset()
        """What was said of this page, and its language."""
        self._passing: frozenset[str] = frozenset()
        """What the last news with `go_on` said, such as a step of loudness: the next makes it stale."""
        self._typed = 0
        self._focused = ""
        self._repeats = Repeats()
        self._cut_by_touch = False
        self._aside = False
        self.announce_to: Callable[[str], None] | None = None

    @property
    def speaking(self) -> bool:
        """True while something is being said or waits to be, unless it is paused."""
        return self._voice.speaking

    @property
    def paused(self) -> bool:
        """True while the customer's pause holds speech back."""
        return self._voice.paused

    def set_role_words(self, roles: RoleWords) -> None:
        """The language or the wording has changed."""
        self._roles = roles

    def set_aside(self, active: bool) -> None:
        """A screen reader speaks from now on, or no longer: never two voices at once."""
        if active and not self._aside:
            self._voice.stop()
        self._aside = active

    def set_private(self, listening: bool) -> None:
        """A headset was plugged in, which is consent for what it alone lets her hear; or pulled out."""
        self._voice.set_channel("headset" if listening else "speaker")
        if not listening and not self._telling.consent:
            self._voice.stop_private()

    # By itself

    def open(
        self, screen: Screen, *, spoken: bool = True, consent: bool = False, guide: bool = True, pause_ms: int = 350
    ) -> None:
        """A screen is shown. A new page is said whole; of the page already open only what changed, and errors again."""
        spoken = spoken or _teaches(screen)  # she asks for it, also where the voice is switched off
        telling = Telling(spoken, consent and not screen.hides, guide, pause_ms)
        same, agreed = self._is_same_page(screen, telling), self._agreed
        stays = self._screen is not None and self._screen.key == screen.key
        before, self._screen, self._telling = self._told, screen, telling
        if agreed and not self._agreed:
            self._voice.stop_private()
        self._told = frozenset(self._heard(line) for line in self._lines(screen, guide=False))
        if not same:
            self._turn_page(screen, stays=stays)
        if self._aside or not spoken:
            self._leave_unsaid(screen, before, same=same)
        elif same:
            self._tell_changes(screen, before)
        else:
            self._tell_all(screen)

    def focus(self, key: str) -> None:
        """The customer moved to a control: say it. A key this screen does not have says nothing.

        Only for the customer's own moves; said at once, it would cut off the page otherwise.
        """
        self._focused = key
        self._repeats.forget()
        if self._speaks:
            self._say(self._control(key), Priority.NOW)

    def focus_all(self, keys: Iterable[str]) -> None:
        """Several controls are offered at once, such as a row of them: their names, one after another."""
        self._repeats.forget()
        if self._speaks:
            self._say((line for key in keys for line in self._control(key)[:1]), Priority.NOW)

    def typed(self, count: int) -> None:
        """A keypad holds so many digits now; the digits themselves are not known here (STANDARDS.md EN-06).

        The count is shown in the caption; it is said when the number is complete and when digits were taken back.
        """
        pad = self._keypad()
        if self._screen is None or pad is None or not pad.typed.said:
            return
        self._repeats.forget()
        fewer, self._typed = count < self._typed, count
        told = _how_many(pad.typed, pad.typed.lang or self._screen.lang, count)
        if self._speaks and count and (fewer or count == pad.length):
            self._say(together(self._screen.lang, told), Priority.NOW)
        else:
            self._voice.hush()
            if count:
                self._voice.show(told.shown, told.lang)

    def announce(
        self, phrase: Phrase, *, urgent: bool = False, essential: bool = False, go_on: bool = False, pace: float = 1.0
    ) -> None:
        """News: after the sentence being said, or at once when urgent.

        An essential one (or a phrase that is a `warning`) is said to its end whatever is touched. With `go_on` what
        the customer's touch cut off is said on afterwards, such as the page after "Loudness 4 of 5".
        """
        lines = together(self._screen.lang, phrase) if self._screen else ()
        if self._aside:
            self._hand_over(lines)
        if not self._speaks:
            return
        rest = tuple(cut for cut in self._voice.hushed if cut.text not in self._passing) if go_on else ()
        self._passing = frozenset(self._heard(line)[0] for line in lines) if go_on else frozenset()
        if essential:
            lines = tuple(msgspec.structs.replace(line, essential=True) for line in lines)
        self._say(lines, Priority.NOW if urgent else Priority.NEXT, pace)
        self._voice.say(rest)

    # Asked for

    def repeat(self) -> None:
        """Say the open page once more, word for word (STANDARDS.md EN-04); slower when asked for again."""
        if self._screen:
            self._tell_all(self._screen, self._repeats.next_pace(self._voice.quiet_s))

    def begin_again(self) -> None:
        """Say the open page from its beginning at its own pace, not because she asked for it."""
        if self._screen and self._speaks:
            self._tell_all(self._screen)

    def pause_or_go_on(self) -> None:
        """Hold speech, or let it go on. While nothing is said and nothing was cut off it does nothing."""
        if self._voice.speaking or (self._cut_by_touch and not self._voice.paused):
            self._voice.pause()
        else:
            self._voice.resume()
        self._cut_by_touch = False

    def spell(self) -> None:
        """Say the code here character by character; without one, say what has the focus slowly."""
        if self._screen is None:
            return
        self._repeats.forget()
        lines = spelling(self._screen, self._focused) or self._control(self._focused)
        self._say(lines or self._lines(self._screen, guide=False), Priority.NOW, PACES[1])

    def hush(self) -> None:
        """A key or a touch: be silent at once, but for essential warnings."""
        self._cut_by_touch = self._voice.hush()

    @property
    def _agreed(self) -> bool:
        """Whether private words may be said now."""
        hides = self._screen is not None and self._screen.hides
        return (self._telling.consent or self._in_headset) and not hides

    @property
    def _in_headset(self) -> bool:
        return self._voice.manner.channel == "headset"

    @property
    def _speaks(self) -> bool:
        """Whether anything is said that she did not ask for."""
        return self._screen is not None and self._telling.spoken and not self._aside

    def _is_same_page(self, screen: Screen, telling: Telling) -> bool:
        old = self._screen
        return (
            old is not None
            and self._telling.spoken == telling.spoken
            and (old.key, old.lang, old.mode, old.heading) == (screen.key, screen.lang, screen.mode, screen.heading)
        )

    def _leave_unsaid(self, screen: Screen, before: frozenset[tuple[str, str]], *, same: bool) -> None:
        """A screen reader tells it, or nobody. What she asked to hear of this page is still said."""
        if not same:
            self._voice.stop()
        if self._aside:
            self._hand_over(self._changes(screen, before) if same else opening(screen))

    def _turn_page(self, screen: Screen, *, stays: bool) -> None:
        """`stays`: the page is the same in another language, and so is the control she is on, as in the window."""
        self._typed, self._focused = 0, self._focused if stays else screen.focus
        self._repeats.forget()

    def _lines(self, screen: Screen, *, guide: bool) -> tuple[Line, ...]:
        return narration(screen, self._roles, hints=self._telling.guide, guide=guide)

    def _control(self, key: str) -> tuple[Line, ...]:
        return control_lines(self._screen, key, self._roles, headset=self._in_headset) if self._screen else ()

    def _tell_all(self, screen: Screen, pace: float = 1.0) -> None:
        self._say(self._lines(screen, guide=self._telling.guide), Priority.NOW, pace)

    def _tell_changes(self, screen: Screen, before: frozenset[tuple[str, str]]) -> None:
        """Say what is new after the sentence being said, drop what is no longer true, and go on with the rest.

        A customer's touch has hushed the voice already; where it still speaks, the page has changed by itself.
        """
        gone = before - self._told
        self._voice.drop(lambda waiting: (waiting.text, waiting.lang) in gone)
        self._say(self._changes(screen, before), Priority.NEXT)

    def _changes(self, screen: Screen, before: frozenset[tuple[str, str]]) -> tuple[Line, ...]:
        """What is new on the page. Of a choice made anew the value taken is news, the one left is not."""
        again = not screen.live
        return tuple(
            line
            for line in self._lines(screen, guide=False)
            if (self._heard(line) not in before and not line.left) or (line.pressing and again)
        )

    def _heard(self, line: Line) -> tuple[str, str]:
        return line.words(consent=self._agreed), line.lang

    def _say(self, lines: Iterable[Line], priority: Priority, pace: float = 1.0) -> None:
        """Only the first of several is urgent: what follows it may wait for other news."""
        utterances = [self._utterance(line, pace) for line in lines if self._heard(line)[0]]
        if priority is Priority.NOW:
            self._voice.say(utterances[:1], Priority.NOW)
            self._voice.say(utterances[1:], Priority.NORMAL)
        else:
            self._voice.say(utterances, priority)

    def _utterance(self, line: Line, pace: float) -> Utterance:
        pause_ms = self._telling.pause_ms
        return Utterance(
            text=line.words(consent=self._agreed),
            lang=line.lang,
            private=line.private and self._agreed,
            pause_after_ms=round(pause_ms * LONGER_PAUSE) if pace < 1 else pause_ms,
            source_key=self._screen.key if self._screen else "",
            essential=line.essential,
            pace=pace,
        )

    def _hand_over(self, lines: Iterable[Line]) -> None:
        """To the screen reader, in one go."""
        text = " ".join(words for words in (self._heard(line)[0] for line in lines) if words)
        if text and self.announce_to:
            self.announce_to(text)

    def _keypad(self) -> Keypad | None:
        blocks = self._screen.blocks if self._screen else ()
        return next((block for block in blocks if isinstance(block, Keypad)), None)


def _teaches(screen: Screen) -> bool:
    return any(isinstance(block, Keypad) and block.learning for block in screen.blocks)


def _how_many(template: Phrase, lang: str, count: int) -> Phrase:
    """How many digits there are: a figure for the eye, a word for the ear."""
    said = template.said.replace("{count}", counted(lang, count))
    return Phrase(template.shown.replace("{count}", str(count)), said, lang=lang)
