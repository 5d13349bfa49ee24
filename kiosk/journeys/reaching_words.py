"""How things are reached, in a sentence or two: said when a way of reaching begins, or is used for the first time."""

from __future__ import annotations

from accessibility.phrase import NOTHING, Phrase
from accessibility.words import Words


def reaching_words(words: Words, kind: str) -> Phrase:
    """The words for a hint of the window, by its name; nothing for one that needs none."""
    match kind:
        case "number_keys":
            # Translators: how a numeric keypad is used; # and * are its keys
            return words.phrase("2, 4, 6 and 8 move. 5 chooses. # goes on. * goes back. 0 says it again.")
        case "number_field":
            # Translators: how a numeric keypad is used where a number is asked for
            return words.phrase("Type the digits. # goes on. * takes them back.")
        case "hold":
            # Translators: a press was shorter than the customer wants presses to be
            return words.phrase("Please press a little longer.")
        case "press":
            return words.phrase("One press chooses again.")
        case "hear_first":
            return words.phrase("Touch to hear what it is. Touch it again to choose it.")
        case "rest":
            return words.phrase("Rest the pointer on a button, and it is chosen.")
        case "one_switch":
            # Translators: choices are marked one after another; a touch or a key takes the marked one
            return words.phrase("Touch anywhere, or press any key, to take what is marked. Hold three seconds to stop.")
        case "two_switches":
            # Translators: one switch goes from choice to choice, the other takes it
            return words.phrase(
                "Touch the left half to go on, the right half to take what is marked. Hold three seconds to stop."
            )
    return NOTHING
