"""The pages of the check-up."""

from __future__ import annotations

from datetime import date

import msgspec

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Block, Choices, Finding, Paragraph, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.amounts import left_to_the_eye
from kiosk.journeys.checkup_charts import picture_of, pictures
from kiosk.journeys.checkup_words import next_step, numbers, sentence, title
from kiosk.journeys.checkup_words.changes import change
from kiosk.journeys.checkup_words.figures import Judged
from kiosk.journeys.checkup_words.next_steps import wants_talk
from kiosk.journeys.checkup_words.rules import rule_rows
from kiosk.journeys.checkup_words.statuses import ICONS, counts, overall_sentence, status_word
from kiosk.journeys.density import part
from kiosk.journeys.joining import for_her, joined
from kiosk.journeys.steps import check_of, page_of
from kiosk.model.checkup import CheckResult, CheckupReport, PastCheckup
from kiosk.modes import Mode

MOST_FINDINGS = 3
"""So many at most are told first (CHECKUP.md 6)."""
URGENCY = ("act", "watch", "unknown")


def start_screen(words: Words, mode: Mode) -> Screen:
    """No check-up was made yet."""
    look = words.phrase("Look now")
    return Screen(
        key="checkup.start",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words),
        blocks=(
            Paragraph(words.phrase("We look at your money together, a few things only."), "lead"),
            _not_advice(words),
            Choices((Tile("run", look, words.phrase("It takes a moment"), "heartbeat", filled=True),)),
        ),
        guide=words.phrase("To begin, press “{button}”.", button=look),
        focus="run",
    )


def summary_screen(
    words: Words, mode: Mode, report: CheckupReport, today: date, past: PastCheckup | None = None, *, grown: bool = True
) -> Screen:
    """The one sentence, and at most three things that need something first. `grown`: products may be spoken of."""
    urgent = needing(report)
    make = _row_with_reason if len(urgent) < MOST_FINDINGS else _row_with_amount
    rows = tuple(make(words, report, check) for check in urgent)
    first: tuple[Block, ...] = (Rows(rows),) if rows else ()
    see_all = words.plural("See the {number} check", "See all {number} checks", len(report.checks))
    guide = words.phrase("To see them all, press “{button}”.", button=see_all)
    tiles = (
        Tile("all", see_all, icon="list-bullets", filled=not rows),
        *((_suggest_tile(words),) if grown else ()),
        *((_feels_tile(words),) if grown and not rows else ()),
        # What is old is looked at again before it is taken home: three things and three ways are enough for one page.
        take_home_tile(words) if report.as_of == today else _again_tile(words),
    )
    return Screen(
        key="checkup.summary",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words),
        quiet=joined(words.lang, counts(words, report), _looked_at(words, report, today)),
        blocks=(
            _overall(words, report)[0],
            *(_changed(words, report, past, today) if len(rows) < 2 else ()),
            *first,
            Choices(tiles),
        ),
        guide=words.phrase("Choose one to hear more.") if rows else guide,
        focus=rows[0].action if rows else "all",
    )


def list_screen(
    words: Words, mode: Mode, report: CheckupReport, shelf: int, told: Phrase = NOTHING, *, grown: bool = True
) -> Screen:
    """Every check with its light. `told`: what has changed, on the first part."""
    shown = part(report.checks, shelf, mode.content.rows_per_page)
    rows = Rows(
        rows=tuple(_row(words, check) for check in shown.items),
        earlier=Action("previous", words.phrase("The ones before"), "caret-up") if shown.number else None,
        later=Action("next", words.phrase("More checks"), "caret-down") if shown.number < shown.count - 1 else None,
        position=page_of(words, shown.number, shown.count),
    )
    # On the last part there is room, and after all the figures it is the natural question.
    at_the_end = grown and shown.number == shown.count - 1
    feels: tuple[Block, ...] = (Choices((_feels_tile(words),)),) if at_the_end else ()
    return Screen(
        key="checkup.all",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("All checks"),
        quiet=counts(words, report) if shown.number or not told.shown else told,
        blocks=(rows, *feels),
        guide=words.phrase("Choose one to hear more."),
        focus=rows.rows[0].action,
    )


def finding_screen(words: Words, mode: Mode, report: CheckupReport, at: int) -> Screen:
    """One finding alone."""
    check = report.checks[at]
    tiles = [_questions_tile(words)] if by_questions(check) else []
    talk = words.phrase("Talk to someone")
    guide = words.phrase("To ask about it, press “{button}”.", button=talk) if wants_talk(check) else NOTHING
    if numbers(words, report, check) and not tiles:
        why = words.phrase("Why?")
        guide = words.phrase("To hear why, press “{button}”.", button=why)
        tiles.append(Tile("why", why, words.phrase("See the numbers"), "question"))
    if at + 1 < len(report.checks):
        following = report.checks[at + 1]
        tiles.append(
            Tile(f"check:{following.id}", words.phrase("The next one"), title(words, following), "arrow-right")
        )
    choices: tuple[Block, ...] = (Choices(tuple(tiles)),) if tiles else ()
    return Screen(
        key="checkup.finding",
        lang=words.lang,
        mode=mode.key,
        heading=title(words, check),
        quiet=_not_advice(words).text,
        step=check_of(words, at, len(report.checks)),
        blocks=(_finding(words, report, check, "talk"), *choices),
        guide=guide,
        focus="talk" if wants_talk(check) and not by_questions(check) else tiles[0].key if tiles else "",
    )


def whole_screen(
    words: Words, mode: Mode, report: CheckupReport, today: date, past: PastCheckup | None = None, *, grown: bool = True
) -> Screen:
    """Everything on one page, for modes that show more at a time: in full what needs something, the rest in rows."""
    told = list(_by_urgency(report))
    if len(report.checks) <= MOST_FINDINGS:
        told += [check for check in report.checks if check not in told]
    findings = [_with_reasons(words, report, check) for check in told]
    rest = tuple(_row(words, check) for check in report.checks if check not in told)
    in_order: tuple[Block, ...] = (Rows(rest, heading=words.phrase("In order")),) if rest else ()
    questions = (_questions_tile(words),) if any(map(by_questions, told)) else ()
    feels = (_feels_tile(words),) if grown else ()
    ways = (
        *(_more_ways(words, report) if grown else ()),
        *questions,
        *feels,
        take_home_tile(words),
        _again_tile(words),
    )
    return Screen(
        key="checkup",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words),
        quiet=_looked_at(words, report, today),
        blocks=(
            *_overall(words, report),
            *_changed(words, report, past, today),
            *findings,
            *in_order,
            Choices(ways),
            _not_advice(words),
        ),
    )


def take_home_tile(words: Words) -> Tile:
    """On paper, in large print."""
    return Tile("take_home", words.phrase("Take it home"), icon="printer")


def _feels_tile(words: Words) -> Tile:
    return Tile("feels", words.phrase("How it feels"), words.phrase("Ten short statements"), "smiley")


def _again_tile(words: Words) -> Tile:
    return Tile("run", words.phrase("Look again"), icon="arrow-counter-clockwise")


def _more_ways(words: Words, report: CheckupReport) -> tuple[Tile, ...]:
    drawn = Tile("pictures", words.phrase("Pictures of your money"), icon="chart-pie")
    return (
        *((drawn,) if pictures(words, report) else ()),
        _suggest_tile(words),
        Tile("history", words.phrase("Then and now"), icon="calendar"),
    )


def detail_screen(words: Words, mode: Mode, report: CheckupReport, at: int) -> Screen:
    """One finding with its numbers, chosen from the whole."""
    check = report.checks[at]
    questions: tuple[Block, ...] = (Choices((_questions_tile(words),)),) if by_questions(check) else ()
    chart, rules = picture_of(words, report, check), rule_rows(words, check, report.currency)
    return Screen(
        key="checkup.finding",
        lang=words.lang,
        mode=mode.key,
        heading=title(words, check),
        quiet=_not_advice(words).text,
        blocks=(
            _with_reasons(words, report, check),
            *((chart,) if chart else ()),
            *((Rows(rules, heading=words.phrase("Whose rule is it?")),) if rules else ()),
            *questions,
        ),
        guide=words.phrase("To go back, press “{button}”.", button=words.phrase("Back")),
    )


def needing(report: CheckupReport) -> tuple[CheckResult, ...]:
    """The checks that need something, the most urgent first, at most three."""
    return _by_urgency(report)[:MOST_FINDINGS]


def _by_urgency(report: CheckupReport) -> tuple[CheckResult, ...]:
    """Those that need something, the most urgent first, else in the order of the method."""
    urgent = [check for check in report.checks if check.status in URGENCY]
    return tuple(sorted(urgent, key=lambda check: URGENCY.index(check.status)))


def by_questions(check: CheckResult) -> bool:
    """Whether answering the risk questions would help, or is what the check is about."""
    return check.reason in ("not_assessed", "expired") or check.id == "W09"


def _questions_tile(words: Words) -> Tile:
    return Tile("questions", words.phrase("Answer the risk questions"), icon="chat-circle-dots")


def _heading(words: Words) -> Phrase:
    return words.phrase("Money check") if words.wording == "friendly" else words.phrase("Wealth check-up")


def _looked_at(words: Words, report: CheckupReport, today: date) -> Phrase:
    if report.as_of == today:
        return words.phrase("Looked at today")
    return words.phrase("Looked at on {day}", day=phrases.day(words, report.as_of, today=today))


def _overall(words: Words, report: CheckupReport) -> tuple[Block, ...]:
    sentence_of_all = Paragraph(overall_sentence(words, report), "lead")
    if len(report.checks) < 2:
        return (sentence_of_all,)
    return (sentence_of_all, Paragraph(counts(words, report)))


def _changed(words: Words, report: CheckupReport, past: PastCheckup | None, today: date) -> tuple[Block, ...]:
    told = change(words, report, past, today)
    return (Paragraph(told, "quiet"),) if told.shown else ()


def _not_advice(words: Words) -> Paragraph:
    return Paragraph(words.phrase("This is information, not investment advice."), "quiet")


def _row(words: Words, check: CheckResult) -> Row:
    return Row(
        title=title(words, check),
        value=status_word(words, check.status),
        icon=ICONS[check.status],
        action=f"check:{check.id}",
    )


def _row_with_amount(words: Words, report: CheckupReport, check: CheckResult) -> Row:
    """The same with how much money it is about."""
    row = _row(words, check)
    if check.touched is None or not check.touched.amount or check.status not in ("act", "watch"):
        return row
    amount = left_to_the_eye(Judged(check, report.currency).rounded_touched(words))
    return msgspec.structs.replace(row, value=joined(words.lang, row.value, amount))


def _row_with_reason(words: Words, report: CheckupReport, check: CheckResult) -> Row:
    """The same with its sentence, where there is room for it; a loudspeaker tells it on the page of the finding."""
    told = left_to_the_eye(for_her(sentence(words, report, check)))
    return msgspec.structs.replace(_row(words, check), detail=told)


def _suggest_tile(words: Words) -> Tile:
    return Tile("suggest", words.phrase("What would suit me"), icon="hand-heart")


def _finding(words: Words, report: CheckupReport, check: CheckResult, action: str) -> Finding:
    talk = Action(action, words.phrase("Talk to someone"), "chat-circle-dots", kind="primary")
    return Finding(
        status=check.status,
        word=status_word(words, check.status),
        title=title(words, check),
        sentence=for_her(sentence(words, report, check), words.text("The result is on the screen.")),
        next_step=next_step(words, check),
        action=talk if wants_talk(check) else None,
    )


def _with_reasons(words: Words, report: CheckupReport, check: CheckResult) -> Finding:
    """A finding with the numbers behind it."""
    reasons = tuple(_reason(words, row) for row in numbers(words, report, check))
    return msgspec.structs.replace(_finding(words, report, check, f"talk:{check.id}"), reasons=reasons)


def _reason(words: Words, row: Row) -> Phrase:
    # Translators: one number behind a finding, such as "Money at hand: 60,000 yuan"
    return words.phrase("{label}: {value}", label=row.title, value=row.value)
