"""The pages of saving for something: what for, how much, by when, how far it is, pocket money in parts, a lesson."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Final

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.screen import Chart, ChartPart, Choices, Paragraph, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.checkup.goals import reached, weeks_left
from kiosk.checkup.split import split
from kiosk.journeys.amounts import money
from kiosk.journeys.goals_words import KINDS, LESSONS, kind_name
from kiosk.journeys.joining import wholly
from kiosk.journeys.steps import step_of
from kiosk.model.goal import SavingsGoal
from kiosk.model.money import Money
from kiosk.modes import Mode

AMOUNTS: Final = (100, 300, 500, 1000, 3000)
WEEKS: Final = (4, 12, 26, 52)
POCKET_MONEY: Final = (10, 20, 50, 100)
STEPS: Final = 3


def kind_screen(words: Words, mode: Mode) -> Screen:
    """What for."""
    tiles = tuple(Tile(f"kind:{code}", words.phrase(kind.name), icon=kind.icon) for code, kind in KINDS.items())
    return _asking(words, mode, "kind", words.phrase("What are you saving for?"), 1, tiles)


def amount_screen(words: Words, mode: Mode) -> Screen:
    """How much it costs, about."""
    tiles = tuple(Tile(f"amount:{each}", _open(words, Decimal(each)), icon="coins") for each in AMOUNTS)
    return _asking(words, mode, "amount", words.phrase("About how much does it cost?"), 2, tiles)


def due_screen(words: Words, mode: Mode, amount: Decimal) -> Screen:
    """By when; each choice says what it takes a week."""
    tiles = tuple(
        Tile(
            f"weeks:{weeks}",
            words.plural("In {number} week", "In {number} weeks", weeks),
            words.phrase("{amount} a week", amount=_open(words, weekly_for(amount, weeks))),
            "calendar",
        )
        for weeks in WEEKS
    )
    return _asking(words, mode, "due", words.phrase("By when would you like to have it?"), 3, tiles)


def goal_screen(words: Words, mode: Mode, goal: SavingsGoal, today: date) -> Screen:
    """How far it is, and what comes next."""
    missing = Money(max(Decimal(0), goal.amount.amount - goal.saved.amount), goal.amount.currency)
    add = Tile(
        "add", words.phrase("I put {amount} aside", amount=money(words, next_amount(goal), whole=True)), icon="plus"
    )
    more = (
        Tile("split", words.phrase("Divide my money"), words.phrase("Spend, save, share"), "chart-pie"),
        Tile("lesson", words.phrase("A little question"), words.phrase("About money"), "student"),
        Tile("new", words.phrase("Another goal"), words.phrase("This one is given up"), "target"),
    )
    tiles = ((_filled(add), *more)) if missing.amount else more
    return Screen(
        key="goals.goal",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("My savings goal"),
        quiet=words.phrase("By {day}", day=phrases.day(words, goal.due, today=today)),
        blocks=(_chart(words, goal, missing), Choices(tiles)),
        guide=words.phrase("Choose what you would like to do."),
        focus=tiles[0].key,
    )


def split_screen(words: Words, mode: Mode, amount: int, parts: Sequence[int]) -> Screen:
    """So much in three parts. The usual parts are only a place to begin."""
    named = (words.phrase("To spend"), words.phrase("To save"), words.phrase("To share"))
    shares = split(Decimal(amount), parts)
    rows = tuple(Row(name, value=_open(words, share)) for name, share in zip(named, shares, strict=True))
    tiles = tuple(
        Tile(f"of:{each}", _open(words, Decimal(each)), selected=each == amount, icon="coins") for each in POCKET_MONEY
    )
    other = Tile("parts", words.phrase("Other parts"), words.phrase("You decide, with your parents"), "swap")
    return Screen(
        key="goals.split",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Divide my money"),
        quiet=words.phrase("There is no right way, only yours."),
        blocks=(Rows(rows), Choices((*tiles, other))),
        guide=words.phrase("Choose an amount, and see its parts."),
        focus=f"of:{amount}",
    )


def lesson_screen(words: Words, mode: Mode, at: int) -> Screen:
    """One question. Not knowing is an answer like the others."""
    lesson = LESSONS[at]
    known = tuple(Tile(f"say:{each}", words.phrase(answer)) for each, answer in enumerate(lesson.answers))
    tiles = (*known, Tile("say:-1", words.phrase("I do not know")))
    return Screen(
        key="goals.lesson",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("A little question"),
        blocks=(Paragraph(words.phrase(lesson.question), "lead"), Choices(tiles)),
        guide=words.phrase("Choose what you think."),
        focus="say:0",
    )


def told_screen(words: Words, mode: Mode, at: int, answer: int) -> Screen:
    """What is so. Nobody is told off, and who did not know has learned something."""
    lesson = LESSONS[at]
    if answer == lesson.right:
        first = words.phrase("Yes, that is so!")
    elif answer < 0:
        first = words.phrase("Good to ask! Many grown-ups do not know it either.")
    else:
        first = words.phrase("Nearly! Many people think so.")
    tiles = (
        Tile("goal", words.phrase("To my goal"), icon="target", filled=True),
        Tile("lesson", words.phrase("One more question"), icon="student"),
    )
    return Screen(
        key="goals.told",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("A little question"),
        blocks=(Paragraph(first, "lead"), Paragraph(words.phrase(lesson.told)), Choices(tiles)),
        guide=words.phrase("To go on, press “{button}”.", button=tiles[0].title),
        focus="goal",
    )


def weekly_for(amount: Decimal, weeks: int) -> Decimal:
    """In whole yuan, upward: nobody puts cents into a piggy bank."""
    return (amount / weeks).to_integral_value(ROUND_CEILING)


def _asking(words: Words, mode: Mode, name: str, heading: Phrase, step: int, tiles: tuple[Tile, ...]) -> Screen:
    return Screen(
        key=f"goals.{name}",
        lang=words.lang,
        mode=mode.key,
        heading=heading,
        step=step_of(words, step, STEPS),
        blocks=(Choices(tiles),),
        guide=words.phrase("Choose what you would like."),
        focus=tiles[0].key,
    )


def _chart(words: Words, goal: SavingsGoal, missing: Money) -> Chart:
    name, saved = kind_name(words, goal.kind), money(words, goal.saved, whole=True)
    whole = money(words, goal.amount, whole=True)
    if not missing.amount:
        told = words.phrase("You have all {amount}. Well done!", amount=whole)
    else:
        weeks = weeks_left(goal.amount.amount, goal.saved.amount, goal.weekly.amount)
        told = words.plural(
            "You have {saved} of {amount}. {number} week to go.",
            "You have {saved} of {amount}. {number} weeks to go.",
            weeks,
            saved=saved,
            amount=whole,
        )
    part = ChartPart(name, saved, float(reached(goal.amount.amount, goal.saved.amount)))
    return Chart("goal", name, wholly(told, words.phrase("The numbers are shown on the screen.")), (part,))


def next_amount(goal: SavingsGoal) -> Money:
    """What is put aside next: this week's, or what is still missing."""
    missing = goal.amount.amount - goal.saved.amount
    return Money(max(Decimal(0), min(goal.weekly.amount, missing)), goal.amount.currency)


def _filled(tile: Tile) -> Tile:
    return Tile(tile.key, tile.title, tile.hint, tile.icon, filled=True)


def _open(words: Words, amount: Decimal) -> Phrase:
    """An amount that is nobody's: one of those offered to everybody."""
    return phrases.money(words, amount, "CNY", private=False, whole=True)
