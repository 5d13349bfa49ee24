"""The pages of the risk questionnaire: one large question a page, a look back over all answers, and the result."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Block, Choices, Notice, Paragraph, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.journeys import questionnaire_words as asking
from kiosk.journeys.density import part
from kiosk.journeys.joining import for_her, wholly
from kiosk.journeys.steps import page_of, step_of
from kiosk.model.risk import RiskAssessment
from kiosk.modes import Mode

IN_SQUARE = 4
"""So many answers stand two by two: side by side their sentences would break in the middle."""
LOW, HIGH = 34, 67
"""Of 100: below the one it is little, from the other on it is much [D]."""


def start_screen(words: Words, mode: Mode, state: RiskAssessment, today: date) -> Screen:
    """What it is for, that nobody answers for her, and how she answered last."""
    begin = words.phrase("Begin")
    blocks: list[Block] = [
        Paragraph(words.phrase("A few questions show what suits you. Please answer them yourself."), "lead"),
        Paragraph(words.phrase("Your bank keeps the answers for a year."), "quiet"),
    ]
    if state.level is not None and state.valid_until is not None:
        blocks.append(Paragraph(_last_result(words, state, state.valid_until, today)))
    tiles = [Tile("begin", begin, icon="chat-circle-dots", filled=True)] if state.may_answer else []
    if not state.may_answer:
        blocks.append(Notice(words.phrase("You have answered often enough for now."), next_step=_ask(words)))
    if state.level is not None:
        tiles.append(Tile("result", words.phrase("See the last result"), icon="list-bullets", filled=not tiles))
    return Screen(
        key="questionnaire.start",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words),
        blocks=(*blocks, Choices(tuple(tiles))) if tiles else tuple(blocks),
        guide=words.phrase("To begin, press “{button}”.", button=begin) if state.may_answer else NOTHING,
        focus=tiles[0].key if tiles else "",
    )


def question_screen(
    words: Words, mode: Mode, state: RiskAssessment, at: int, chosen: int | None, *, looking_back: bool = False
) -> Screen:
    """One question. Choosing an answer goes on to the next."""
    asked = state.questions[at]
    options = [*range(asked.options), *([-1] if asked.may_not_know else [])]
    tiles = tuple(
        Tile(f"answer:{each}", asking.answer(words, asked, each), selected=None if chosen is None else each == chosen)
        for each in options
    )
    return Screen(
        key=f"questionnaire.{asked.id}",
        lang=words.lang,
        mode=mode.key,
        heading=asking.question(words, asked),
        step=NOTHING if looking_back else step_of(words, at + 1, len(state.questions)),
        blocks=(Choices(tiles, columns=2 if len(tiles) == IN_SQUARE else 0),),
        guide=words.phrase("Choose what is true for you."),
        focus=tiles[0].key if chosen is None else f"answer:{chosen}",
    )


def review_screen(words: Words, mode: Mode, state: RiskAssessment, answers: Mapping[str, int], shelf: int) -> Screen:
    """Every answer once more, each can be changed; only then it counts."""
    shown = part(state.questions, shelf, mode.content.rows_per_page)
    rows = tuple(
        Row(
            asking.question(words, each), detail=asking.given(words, each, answers[each.id]), action=f"change:{each.id}"
        )
        for each in shown.items
    )
    send = words.phrase("That is right")
    last = shown.number == shown.count - 1
    later = None if last else Action("next", words.phrase("More answers"), "caret-down")
    earlier = Action("previous", words.phrase("The answers before"), "caret-up") if shown.number else None
    finish: tuple[Block, ...] = (Choices((Tile("send", send, icon="check-circle", filled=True),)),) if last else ()
    return Screen(
        key="questionnaire.review",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Is this right?"),
        quiet=words.phrase("To change an answer, choose it."),
        blocks=(Rows(rows, earlier=earlier, later=later, position=page_of(words, shown.number, shown.count)), *finish),
        guide=words.phrase("If all is right, press “{button}”.", button=send) if last else NOTHING,
        focus="send" if last else "next",
    )


def result_screen(words: Words, mode: Mode, state: RiskAssessment, *, fresh: bool) -> Screen:
    """Her level in words, what keeps it low, and the portrait: it explains, it does not judge."""
    look = words.phrase("To my check-up")
    portrait = tuple(
        Row(words.phrase(name), value=_side(words, state.axes[axis]))
        for axis, name in asking.AXES.items()
        if axis in state.axes
    )
    return Screen(
        key="questionnaire.result",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("What suits you"),
        lead_in=words.phrase("Thank you, that is all.") if fresh else NOTHING,
        quiet=words.phrase("This is information, not investment advice."),
        blocks=(
            Paragraph(_level(words, state.level or 1), "lead"),
            *(Paragraph(for_her(words.phrase(asking.LIMITS[code]))) for code in state.limits if code in asking.LIMITS),
            Rows(portrait),
            Choices((Tile("checkup", look, icon="heartbeat", filled=True),)),
        ),
        guide=words.phrase("To go on, press “{button}”.", button=look),
        focus="checkup",
    )


def unknown_screen(words: Words, mode: Mode) -> Screen:
    """The bank asks what this kiosk has no words for."""
    return Screen(
        key="questionnaire.unknown",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words),
        blocks=(Notice(words.phrase("These questions are asked at the desk."), next_step=_ask(words)),),
    )


def _heading(words: Words) -> Phrase:
    return words.phrase("Risk questionnaire")


def _ask(words: Words) -> Phrase:
    return words.phrase("Please ask a person for help.")


def _last_result(words: Words, state: RiskAssessment, until: date, today: date) -> Phrase:
    told, instead = asking.level(words, state.level or 1), words.phrase("The result is on the screen.")
    if until < today:
        return wholly(words.phrase("Last time: {level}. That is over a year ago.", level=told), instead)
    day = phrases.day(words, until, today=today)
    return wholly(words.phrase("Last time: {level}. It holds until {day}.", level=told, day=day), instead)


def _level(words: Words, number: int) -> Phrase:
    level = phrases.number(words, number)
    told = words.phrase("You are at level {level} of 5: {name}.", level=level, name=asking.level(words, number).shown)
    return for_her(told, words.text("The result is on the screen."))


def _side(words: Words, value: int) -> Phrase:
    """One side of the portrait in words: a number would look like a mark at school."""
    if value < LOW:
        # Translators: one side of her portrait, such as "What you know: rather little"
        return for_her(words.phrase("rather little"))
    # Translators: one side of her portrait, such as "What you know: rather much"
    return for_her(words.phrase("in the middle") if value < HIGH else words.phrase("rather much"))
