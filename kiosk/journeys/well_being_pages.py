"""The pages of "how it feels": what it is, whose words, one statement a page, and what comes out in words."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Choices, Paragraph, Screen, Tile
from accessibility.words import Words
from kiosk.checkup.well_being import ANSWERS, ITEMS, Step
from kiosk.journeys import well_being_words as asking
from kiosk.journeys.joining import for_her
from kiosk.journeys.steps import step_of
from kiosk.modes import Mode

LITTLE_PEACE: tuple[Step, ...] = ("below_40", "from_40")
"""The steps on which a person is offered first."""


def start_screen(words: Words, mode: Mode, *, read_aloud: bool) -> Screen:
    """What it is for. Who reads decides how it is counted, so without a voice it is asked."""
    if read_aloud:
        tiles: tuple[Tile, ...] = (Tile("begin:heard", words.phrase("Begin"), icon="chat-circle-dots", filled=True),)
    else:
        tiles = (
            Tile("begin:read", words.phrase("I read it myself"), icon="eye", filled=True),
            Tile("begin:heard", words.phrase("Somebody reads it to me"), icon="users"),
        )
    return Screen(
        key="well_being.start",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words),
        quiet=asking.whose_words(words),
        blocks=(
            Paragraph(words.phrase("Ten short statements: how does your money feel to you?"), "lead"),
            Paragraph(words.phrase("Nobody keeps your answers. They are forgotten when you leave.")),
            Choices(tiles),
            Paragraph(words.phrase("The questions come from a public office in the United States (CFPB)."), "quiet"),
        ),
        guide=words.phrase("To begin, press “{button}”.", button=tiles[0].title),
        focus=tiles[0].key,
    )


def age_screen(words: Words, mode: Mode) -> Screen:
    """The scale counts differently from 62 on."""
    tiles = (
        Tile("age:younger", words.phrase("18 to 61 years old"), icon="user"),
        Tile("age:older", words.phrase("62 or older"), icon="user"),
    )
    return Screen(
        key="well_being.age",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("How old are you?"),
        quiet=words.phrase("From 62 on it is counted differently."),
        blocks=(Choices(tiles),),
        guide=words.phrase("Choose what is true for you."),
        focus=tiles[0].key,
    )


def statement_screen(words: Words, mode: Mode, at: int, chosen: int | None) -> Screen:
    """One statement. Choosing an answer goes on to the next."""
    item = ITEMS[at]
    tiles = tuple(
        Tile(
            f"answer:{place}",
            asking.answer(words, item, place),
            selected=None if chosen is None else place == chosen,
        )
        for place in range(ANSWERS)
    )
    return Screen(
        key=f"well_being.{item.id}",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase(asking.ASKED[item.asking]),
        quiet=asking.whose_words(words),
        step=step_of(words, at + 1, len(ITEMS)),
        blocks=(Paragraph(asking.statement(words, item), "lead"), Choices(tiles)),
        guide=words.phrase("Choose what is true for you."),
        focus=tiles[0].key if chosen is None else f"answer:{chosen}",
    )


def result_screen(words: Words, mode: Mode, step: Step) -> Screen:
    """What comes out, as a feeling and never as a mark; where it is hard, a person comes first."""
    talk = Tile("talk", words.phrase("Talk to someone"), icon="chat-circle-dots", filled=step in LITTLE_PEACE)
    back = Tile("checkup", words.phrase("To my check-up"), icon="heartbeat", filled=step not in LITTLE_PEACE)
    tiles = (talk, back) if step in LITTLE_PEACE else (back, talk)
    return Screen(
        key="well_being.result",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words),
        quiet=asking.whose_words(words),
        blocks=(
            Paragraph(for_her(words.phrase(asking.FEELS[step]), words.text("The result is on the screen.")), "lead"),
            Paragraph(words.phrase("This is how it feels today. It is no mark, and it can change.")),
            Paragraph(words.phrase("The check-up looks at your figures; feeling and figures may differ."), "quiet"),
            Choices(tiles),
        ),
        guide=words.phrase("To go on, press “{button}”.", button=tiles[0].title),
        focus=tiles[0].key,
    )


def _heading(words: Words) -> Phrase:
    return words.phrase("How it feels")
