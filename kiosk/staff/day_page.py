"""How a day at the help desk went."""

from __future__ import annotations

from accessibility.phrase import NOTHING, Phrase
from accessibility.phrases import day_and_weekday, duration_s, number
from accessibility.screen import Block, Choices, Notice, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.model.help import HelpFigures
from kiosk.staff import ticket_words
from kiosk.staff.view import Day


def day_screen(words: Words, view: Day) -> Screen:
    """Waits, then by hour, then by topic. Numbers of people only."""
    figures = view.figures
    blocks: tuple[Block, ...] = ()
    if figures:
        blocks = (Rows(_waits(words, figures)), *_by_hour(words, figures), *_by_topic(words, figures))
    return Screen(
        key="staff.day",
        lang=words.lang,
        mode="staff",
        heading=words.phrase("How the day goes"),
        quiet=day_and_weekday(words, view.day),
        blocks=(*_saved(words, view), *blocks, Choices(_ways(words))),
    )


def _saved(words: Words, view: Day) -> tuple[Block, ...]:
    return (Notice(words.phrase("Saved: {place}", place=view.saved), "good"),) if view.saved else ()


def _waits(words: Words, figures: HelpFigures) -> tuple[Row, ...]:
    return (
        Row(words.phrase("Waiting now"), value=number(words, figures.waiting_now)),
        Row(words.phrase("Asked today"), value=number(words, figures.asked)),
        Row(words.phrase("Half of them waited at most"), value=_time(words, figures.median_s)),
        Row(words.phrase("Nine of ten waited at most"), value=_time(words, figures.ninetieth_s)),
    )


def _by_hour(words: Words, figures: HelpFigures) -> tuple[Block, ...]:
    rows = tuple(
        Row(Phrase(f"{one.hour}:00"), _median(words, one.median_s), number(words, one.asked)) for one in figures.by_hour
    )
    return (Rows(rows, words.phrase("By hour")),) if rows else ()


def _median(words: Words, seconds: int | None) -> Phrase:
    if seconds is None:
        return NOTHING
    return words.phrase("half waited at most {time}", time=duration_s(words, seconds))


def _by_topic(words: Words, figures: HelpFigures) -> tuple[Block, ...]:
    rows = tuple(Row(ticket_words.topic(words, code), value=number(words, asked)) for code, asked in figures.by_topic)
    return (Rows(rows, words.phrase("By topic")),) if rows else ()


def _time(words: Words, seconds: int | None) -> Phrase:
    return words.phrase("not known yet") if seconds is None else duration_s(words, seconds)


def _ways(words: Words) -> tuple[Tile, ...]:
    return (
        Tile("earlier", words.phrase("The day before"), icon="arrow-left"),
        Tile("later", words.phrase("The day after"), icon="arrow-right"),
        Tile(
            "save", words.phrase("Save as a table"), words.phrase("A CSV file, without any customer"), "download-simple"
        ),
    )
