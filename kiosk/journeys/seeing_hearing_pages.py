"""The pages of seeing and hearing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Block, Choices, Notice, Option, Options, Paragraph, Screen, Tile
from accessibility.words import Words
from i18n.languages import LANGUAGES, OWN_NAMES
from kiosk.journeys import reaching_pages as reaching
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.modes import Mode

VOICE_SETTINGS = ("speech", "rate", "volume", "sounds", "language")
"""Settings that have their place under "the voice"."""
LISTS = ("voice", reaching.KEY)
"""Pages that only lead to settings."""
LOUDEST = 5
ICONS = {
    "text_size": "text-aa",
    "theme": "palette",
    "voice": "speaker-high",
    "aloud": "ear",
    "speech": "speaker-high",
    "rate": "fast-forward",
    "volume": "speaker-low",
    "sounds": "bell-ringing",
    "language": "globe",
    **reaching.ICONS,
}


_VALUE_ICONS = {
    "rate:1": "person-simple-tai-chi",
    "rate:2": "person-simple-walk",
    "rate:3": "person-simple-hike",
    "rate:4": "person-simple-run",
    "rate:5": "lightning",
    "volume:1": "speaker-none",
    "volume:4": "speaker-high",
    "volume:5": "speaker-high",
    "speech:off": "speaker-slash",
    "sounds:off": "bell-slash",
    "aloud:off": "ear-slash",
    **reaching.VALUE_ICONS,
}
"""Where a picture tells one value from another."""


@dataclass(frozen=True)
class View:
    """What the pages are made from."""

    around: Surroundings
    unkept: bool = False
    """The last change did not reach the bank."""
    tried: int = 0
    """How often the button for trying was pressed on this page."""

    @property
    def sitting(self) -> Sitting:
        """Hers."""
        return self.around.sitting


def list_screen(words: Words, mode: Mode, view: View) -> Screen:
    """What can be changed: one tile each."""
    tiles = [Tile(f"set:{name}", setting_name(words, name), icon=ICONS[name]) for name in _TOP]
    return Screen(
        key="seeing_hearing",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Seeing and hearing"),
        quiet=words.phrase("What shall we change?"),
        blocks=(*_unkept(words, view), *_changed(words, view), Choices(tuple(tiles))),
        guide=words.phrase("For larger letters, press “{button}”.", button=setting_name(words, "text_size")),
        focus="set:text_size",
    )


_TOP = ("text_size", "theme", "voice", "aloud", reaching.KEY)


def setting_screen(words: Words, mode: Mode, view: View, setting: str) -> Screen:
    """One setting, or the list of what belongs to the voice."""
    blocks: tuple[Block, ...]
    if setting == "voice":
        blocks = (
            Choices(tuple(Tile(f"set:{name}", setting_name(words, name), icon=ICONS[name]) for name in VOICE_SETTINGS)),
        )
    elif setting == reaching.KEY:
        blocks = (*_changed(words, view), reaching.tiles(words, view.around))
    else:
        blocks = (*_explained(words, setting), _large(words, mode, view, setting))
    return Screen(
        key=f"seeing_hearing.{setting}",
        lang=words.lang,
        mode=mode.key,
        heading=setting_name(words, setting),
        blocks=(*_unkept(words, view), *blocks),
        guide=_when_right(words) if setting not in LISTS else NOTHING,
        focus=_first_choice(words, mode, view, setting),
    )


def _asks_for_headset(view: View) -> bool:
    """Where the jack cannot be sensed, she says herself that she wears one (EN-07)."""
    return view.sitting.headset in ("unknown", "told")


def _headset_tile(words: Words, view: View) -> Tile:
    wears = view.sitting.wears_headset
    return Tile(f"headset:{'off' if wears else 'on'}", _wearing(words), icon="headphones", selected=wears)


def _wearing(words: Words) -> Phrase:
    # Translators: a choice for machines that cannot sense whether a headset is plugged in
    return words.phrase("I wear a headset")


def _when_right(words: Words) -> Phrase:
    return words.phrase("When it is right, press “{button}”.", button=words.phrase("Back"))


def whole_screen(words: Words, mode: Mode, view: View) -> Screen:
    """Every setting on one page."""
    headset = ("headset",) if _asks_for_headset(view) else ()
    names = ("text_size", "theme", "speech", "rate", "volume", "sounds", "language", "aloud", *headset)
    settings: list[Block] = [options(words, mode, view, name) for name in names]
    undo = _undo(words, view)
    return Screen(
        key="seeing_hearing",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Seeing and hearing"),
        quiet=words.phrase("Changes apply at once."),
        blocks=(
            *_unkept(words, view),
            *settings,
            *_explained(words, "aloud"),
            Choices((Tile(f"set:{reaching.KEY}", reaching.name(words, reaching.KEY), icon="hand-tap"), *undo)),
        ),
    )


def whole_reaching_screen(words: Words, mode: Mode, view: View) -> Screen:
    """Every setting of reaching and touching on one page."""
    undo = _undo(words, view)
    return Screen(
        key=f"seeing_hearing.{reaching.KEY}",
        lang=words.lang,
        mode=mode.key,
        heading=reaching.name(words, reaching.KEY),
        quiet=words.phrase("Changes apply at once."),
        blocks=(
            *_unkept(words, view),
            *(reaching.options(words, view.around, each) for each in reaching.settings(view.around)),
            Choices((reaching.try_tile(words, view.tried), *undo)),
        ),
    )


def _large(words: Words, mode: Mode, view: View, setting: str) -> Choices:
    """The values as large tiles, and the way back to what was before where there is room for it."""
    values = options(words, mode, view, setting).options
    tiles = tuple(
        Tile(value.key, value.label, icon=_VALUE_ICONS.get(value.key, ICONS[setting]), selected=value.selected)
        for value in values
    )
    if setting == "aloud" and _asks_for_headset(view):
        tiles = (*tiles, _headset_tile(words, view))
    if setting in reaching.TRIED_ON and len(tiles) < mode.content.choices_per_page:
        tiles = (*tiles, reaching.try_tile(words, view.tried))
    room = len(tiles) < mode.content.choices_per_page
    return Choices((*tiles, *(_undo(words, view) if room else ())))


def setting_name(words: Words, setting: str) -> Phrase:
    """What a setting is called."""
    of_reaching = setting in (*reaching.VALUES, reaching.KEY)
    return reaching.name(words, setting) if of_reaching else _own_name(words, setting)


def _own_name(words: Words, setting: str) -> Phrase:
    match setting:
        case "text_size":
            return words.phrase("Size of the letters")
        case "theme":
            return words.phrase("Colours")
        case "voice":
            return words.phrase("Voice and language")
        case "speech":
            return words.phrase("The voice")
        case "rate":
            return words.phrase("How fast it speaks")
        case "volume":
            return words.phrase("How loud it is")
        case "sounds":
            # Translators: short tones beside the voice, for a choice taken, a mistake, help on its way
            return words.phrase("Small sounds")
        case "language":
            return words.phrase("Language")
        case "headset":
            return _wearing(words)
    return words.phrase("Say amounts aloud")


def options(words: Words, mode: Mode, view: View, setting: str) -> Options:
    """The values of a setting, the one in force marked."""
    if setting in reaching.VALUES:
        return reaching.options(words, view.around, setting)
    wanted, sitting = view.sitting.preferences, view.sitting
    values: dict[str, Phrase]
    match setting:
        case "text_size":
            values, now = _text_sizes(words, mode), str(wanted.text_size)
        case "theme":
            values, now = _themes(words), wanted.theme
        case "rate":
            values, now = _paces(words), str(wanted.rate)
        case "volume":
            values, now = {str(step): _loudness(words, step) for step in range(1, LOUDEST + 1)}, str(wanted.volume)
        case "language":
            values = {lang: Phrase(OWN_NAMES[lang], lang=lang) for lang in LANGUAGES}
            now = words.lang
        case _:
            values = {"on": words.phrase("On"), "off": words.phrase("Off")}
            on = {"speech": wanted.speech, "sounds": wanted.sounds, "headset": sitting.wears_headset}.get(
                setting, sitting.consent_aloud
            )
            now = "on" if on else "off"
    found = tuple(Option(f"{setting}:{key}", label, key == now) for key, label in values.items())
    return Options(setting_name(words, setting), found)


def _paces(words: Words) -> dict[str, Phrase]:
    # Translators: how fast the voice speaks, five steps
    names = (
        words.phrase("Slowest"),
        words.phrase("Slow"),
        words.phrase("Normal"),
        words.phrase("Quick"),
        words.phrase("Quickest"),
    )
    return {str(step): name for step, name in enumerate(names, start=1)}


def _loudness(words: Words, step: int) -> Phrase:
    """A figure for the eye; alone it would tell the ear nothing."""
    # Translators: how loud it is, said only, such as 第三档，共五档
    place = words.phrase("{step} of {most}", step=phrases.number(words, step), most=phrases.count(words, LOUDEST))
    return Phrase(phrases.number(words, step).shown, place.said)


def _text_sizes(words: Words, mode: Mode) -> dict[str, Phrase]:
    if mode.content.columns > 1:
        return {str(size): phrases.percent(words, Decimal(size) / 100, places=0) for size in (100, 125, 150, 175, 200)}
    return {
        "100": words.phrase("Normal"),
        "125": words.phrase("A little larger"),
        "150": words.phrase("Large"),
        "175": words.phrase("Very large"),
        "200": words.phrase("Largest"),
    }


def _themes(words: Words) -> dict[str, Phrase]:
    return {
        "light": words.phrase("Light"),
        "dark": words.phrase("Dark"),
        "contrast": words.phrase("Strong contrast"),
        "warm": words.phrase("Warm"),
    }


def _explained(words: Words, setting: str) -> tuple[Paragraph, ...]:
    if setting != "aloud":
        return ()
    return (
        Paragraph(words.phrase("The loudspeaker may then say your amounts. Others may hear them.")),
        Paragraph(words.phrase("It is off again when you leave."), "quiet"),
    )


def _undo(words: Words, view: View) -> tuple[Tile, ...]:
    if view.sitting.previous is None:
        return ()
    return (Tile("as_it_was", words.phrase("As it was"), icon="arrow-counter-clockwise"),)


def _changed(words: Words, view: View) -> tuple[Notice, ...]:
    """The way back to what was before, on a page whose tiles are as many as it should have."""
    if view.sitting.previous is None:
        return ()
    undo = Action("as_it_was", words.phrase("As it was"), "arrow-counter-clockwise")
    return (Notice(words.phrase("It is changed."), "good", action=undo),)


def _unkept(words: Words, view: View) -> tuple[Notice, ...]:
    if not view.unkept:
        return ()
    told = words.phrase("This holds for today only.")
    return (Notice(told, "warning", words.phrase("The bank could not keep it just now.")),)


def _first_choice(words: Words, mode: Mode, view: View, setting: str) -> str:
    if setting in LISTS:
        return f"set:{VOICE_SETTINGS[0] if setting == 'voice' else 'choosing'}"
    return next(option.key for option in options(words, mode, view, setting).options if option.selected)
