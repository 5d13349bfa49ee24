"""The pages of reaching and touching: how to choose, how long to press, where the buttons stand."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Choices, Option, Options, Tile
from accessibility.words import Words
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.profile import Preferences

KEY = "reach"
TIMED = ("rest", "one_switch", "two_switches")
"""Ways of choosing that take their time."""
ICONS = {
    KEY: "hand-tap", "choosing": "hand-tap", "tempo": "clock", "hold": "hourglass", "again": "hand-palm",
    "place": "swap", "pointer": "target",
}  # fmt: skip
VALUE_ICONS = {
    "choosing:hear_first": "ear", "choosing:rest": "target", "choosing:one_switch": "squares-four",
    "choosing:two_switches": "swap", "tempo:1": "person-simple-tai-chi", "tempo:2": "person-simple-walk",
    "tempo:3": "person-simple-hike", "tempo:4": "person-simple-run", "tempo:5": "lightning",
    "place:right": "caret-right", "place:left": "caret-left", "place:low": "caret-down", "place:low_left": "caret-down",
    "hold:off": "hand-tap",
}  # fmt: skip
VALUES = {
    "choosing": ("press", "hear_first", "rest", "one_switch", "two_switches"),
    "hold": ("off", "short", "medium", "long"),
    "again": ("short", "usual", "long"),
    "place": ("right", "left", "low", "low_left"),
    "tempo": ("1", "2", "3", "4", "5"),
    "pointer": ("1", "2", "3"),
}
"""What can be chosen, by setting."""
TRY = "try"
TRIED_ON = ("hold", "again", "place", "pointer")
"""Pages with a button that does nothing but count, to try the setting on."""


def settings(around: Surroundings) -> tuple[str, ...]:
    """The settings that mean something here and now: a length of press to none who presses nothing."""
    wishes = around.sitting.preferences
    timed = ("tempo",) if wishes.choosing in TIMED else ("hold",)
    return ("choosing", *timed, "again", "place", *(("pointer",) if around.home_device else ()))


def offered(around: Surroundings, setting: str) -> tuple[str, ...]:
    """The values of a setting that this machine can fulfil."""
    values = VALUES[setting]
    if setting == "place" and not around.low_reach:
        return values[:2]
    return values


def value_of(wishes: Preferences, setting: str) -> str:
    """The value in force."""
    return str(getattr(wishes, setting))


def name(words: Words, setting: str) -> Phrase:
    """What a setting is called."""
    match setting:
        case "choosing":
            return words.phrase("How to choose")
        case "tempo":
            # Translators: how long a choice is offered, or a pointer must rest
            return words.phrase("How fast it goes on")
        case "hold":
            return words.phrase("How long to press")
        case "again":
            # Translators: a trembling hand presses twice; the second press is ignored for a while
            return words.phrase("Two presses by accident")
        case "place":
            return words.phrase("Where the buttons stand")
        case "pointer":
            return words.phrase("Size of the pointer")
    # Translators: the settings for touching, switches and the mouse
    return words.phrase("Reaching and touching")


def labels(words: Words, setting: str) -> dict[str, Phrase]:
    """What the values of a setting are called."""
    match setting:
        case "choosing":
            return {
                "press": words.phrase("One press"),
                # Translators: the first touch says what a button is, the second chooses it
                "hear_first": words.phrase("Hear it first"),
                # Translators: the mouse pointer chooses where it rests
                "rest": words.phrase("Rest the pointer"),
                # Translators: choices are marked one by one; one switch takes the marked one
                "one_switch": words.phrase("One switch"),
                "two_switches": words.phrase("Two switches"),
            }
        case "hold":
            return {
                "off": words.phrase("Any press"),
                "short": words.phrase("A short press"),
                "medium": words.phrase("A longer press"),
                "long": words.phrase("A full second"),
            }
        case "again":
            # Translators: for how long a second press is ignored
            return {
                "short": words.phrase("Ignore for a quarter second"),
                "usual": words.phrase("Ignore for half a second"),
                "long": words.phrase("Ignore for one second"),
            }
        case "place":
            return {
                "right": words.phrase("For the right hand"),
                "left": words.phrase("For the left hand"),
                # Translators: buttons stand lower on a tall screen
                "low": words.phrase("Lower down"),
                "low_left": words.phrase("Lower down, left hand"),
            }
        case "pointer":
            return {"1": words.phrase("Normal"), "2": words.phrase("Large"), "3": words.phrase("Very large")}
    return {
        "1": words.phrase("Slowest"),
        "2": words.phrase("Slow"),
        "3": words.phrase("Normal"),
        "4": words.phrase("Quick"),
        "5": words.phrase("Quickest"),
    }


def options(words: Words, around: Surroundings, setting: str) -> Options:
    """The values of a setting, the one in force marked."""
    names, now = labels(words, setting), value_of(around.sitting.preferences, setting)
    found = (Option(f"{setting}:{key}", names[key], key == now) for key in offered(around, setting))
    return Options(name(words, setting), tuple(found))


def try_tile(words: Words, times: int) -> Tile:
    """A button that only counts: the live sample of a setting."""
    # Translators: how often the button for trying was pressed
    counted = words.plural("Pressed {number} time", "Pressed {number} times", times)
    return Tile(TRY, words.phrase("Try it here"), counted, icon="hand-tap")


def tiles(words: Words, around: Surroundings) -> Choices:
    """One tile a setting."""
    return Choices(tuple(Tile(f"set:{each}", name(words, each), icon=ICONS[each]) for each in settings(around)))
