"""Things the kiosk tells on whatever page is open."""

from __future__ import annotations

from collections.abc import Callable

from accessibility.phrase import Phrase, warning
from accessibility.screen import Notice
from accessibility.words import Words

News = Callable[[Words], Notice]
"""Something to tell on whatever page is open, in the language then in use."""


def no_sound(words: Words) -> Notice:
    """The machine has no loudspeaker that works: said once, everything goes on in writing (EN-17)."""
    return Notice(
        words.phrase("There is no sound just now."),
        "warning",
        words.phrase("You can read everything at the bottom."),
    )


def headset_in(*, switched_on: bool, hidden: bool) -> News:
    """A headset was plugged in: what can be done without sight, and how to change the volume (EN-03, EN-11, EN-20).

    `switched_on`: the voice had been switched off; `hidden`: amounts are hidden, and so not said either.
    """

    def told(words: Words) -> Notice:
        parts = [words.phrase("Arrow keys move, Enter chooses."), words.phrase("Plus is louder, minus is quieter.")]
        if hidden:
            parts.append(_show_again(words))
        if switched_on:
            parts.append(words.phrase("You can switch the voice off under “{page}”.", page=_page(words)))
        return Notice(
            words.phrase("Your headset is in. Only you can hear the voice now."), "info", _sentences(words, parts)
        )

    return told


def headset_out(*, sensed: bool) -> News:
    """The headset is not in any more (EN-07). `sensed`: it was pulled out, and not only lost from sight."""

    def told(words: Words) -> Notice:
        return Notice(warning(_pulled_out(words) if sensed else _lost(words)), "warning", _show_again(words))

    return told


def _pulled_out(words: Words) -> Phrase:
    return words.phrase("The headset was pulled out. Amounts are hidden now.")


def _lost(words: Words) -> Phrase:
    # Translators: the kiosk can no longer tell whether the headset is plugged in
    return words.phrase("I cannot find your headset. Amounts are hidden now.")


def _show_again(words: Words) -> Phrase:
    return words.phrase("To see them, press “{button}”.", button=words.phrase("Show amounts"))


def _page(words: Words) -> Phrase:
    return words.phrase("Seeing and hearing")


def _sentences(words: Words, parts: list[Phrase]) -> Phrase:
    """Whole sentences one after the other, with a space between them where the language has one."""
    between = " " if words.lang == "en" else ""
    return Phrase(between.join(part.shown for part in parts), between.join(part.said for part in parts))
