"""Behind a finding: its numbers, whose rule it is, its picture; and all pictures together."""

from __future__ import annotations

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.screen import Block, Choices, Paragraph, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.checkup_charts import picture_of, pictures
from kiosk.journeys.checkup_words import numbers, title
from kiosk.journeys.checkup_words.rules import rule_rows
from kiosk.model.checkup import CheckupReport
from kiosk.modes import Mode


def why_screen(words: Words, mode: Mode, report: CheckupReport, at: int) -> Screen:
    """The numbers behind one finding; from here to whose rule it is, and to its picture."""
    check = report.checks[at]
    tiles = [Tile("talk", words.phrase("Talk to someone"), icon="chat-circle-dots")]
    if rule_rows(words, check, report.currency):
        tiles.insert(0, Tile("rule", words.phrase("Whose rule is it?"), icon="info"))
    if picture_of(words, report, check):
        tiles.insert(1, Tile("picture", words.phrase("As a picture"), icon="chart-pie"))
    return Screen(
        key="checkup.why",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("The numbers"),
        quiet=title(words, check),
        blocks=(Rows(numbers(words, report, check)), Choices(tuple(tiles))),
        guide=words.phrase("To go back, press “{button}”.", button=words.phrase("Back")),
        focus="talk",
    )


def rule_screen(words: Words, mode: Mode, report: CheckupReport, at: int) -> Screen:
    """What one finding is judged by, whose rule that is, and since when."""
    check = report.checks[at]
    talk = Tile("talk", words.phrase("Talk to someone"), icon="chat-circle-dots")
    return Screen(
        key="checkup.rule",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Whose rule is it?"),
        quiet=title(words, check),
        blocks=(Rows(rule_rows(words, check, report.currency)), Choices((talk,))),
        guide=words.phrase("To go back, press “{button}”.", button=words.phrase("Back")),
        focus="talk",
    )


def picture_screen(words: Words, mode: Mode, report: CheckupReport, at: int) -> Screen:
    """The picture of one finding."""
    check = report.checks[at]
    chart = picture_of(words, report, check, brief=True)
    return Screen(
        key="checkup.picture",
        lang=words.lang,
        mode=mode.key,
        heading=title(words, check),
        blocks=(chart,) if chart else (),
        guide=words.phrase("To go back, press “{button}”.", button=words.phrase("Back")),
    )


def pictures_screen(words: Words, mode: Mode, report: CheckupReport) -> Screen:
    """All pictures of a check-up."""
    summary = Tile("summary", words.phrase("Back to the result"), icon="arrow-left")
    return Screen(
        key="checkup.pictures",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Pictures of your money"),
        quiet=words.phrase("This is information, not investment advice."),
        blocks=(*pictures(words, report), *_rates(words, report), Choices((summary,))),
        guide=words.phrase("To go back, press “{button}”.", button=words.phrase("Back")),
    )


def _rates(words: Words, report: CheckupReport) -> tuple[Block, ...]:
    """At which exchange rates her other money was counted."""
    told = tuple(
        words.phrase(
            # Translators: an exchange rate, such as "1 GBP was 9.3255 CNY on 28 October"
            "1 {currency} was {rate} on {day}",
            currency=Phrase(each.currency),
            rate=phrases.money(words, each.rate, report.currency, private=False),
            day=phrases.day(words, each.as_of, today=report.as_of),
        )
        for each in report.rates
    )
    return tuple(Paragraph(each, "quiet") for each in told)
