"""A ticket in the lobby's words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from accessibility.words import Words
from kiosk.journeys.category_words import TITLES
from kiosk.journeys.help_topics import topic_words
from kiosk.model.help import HelpTicket
from kiosk.staff.ticket_words import needs, ticket_row, topic

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def ticket() -> HelpTicket:
    """Somebody who listens and needs strong contrast."""
    return HelpTicket(
        id="t-1", where="Kiosk 1", state="waiting", position=1, topic="come", screen="home", mode="elder", lang="zh_TW",
        access=("speech", "high_contrast"), created_at=NOW - timedelta(minutes=3), version=1,
    )  # fmt: skip


@pytest.mark.parametrize(("lang", "pause"), [("zh_CN", "，"), ("zh_TW", "，"), ("en", ", ")])
def test_needs_are_said_with_the_pauses_of_the_language(lang: str, pause: str) -> None:
    told = needs(Words(lang), ticket())
    assert told.said.split(pause) == told.shown.split(" · ")
    assert len(told.said.split(pause)) == 4
    row = ticket_row(Words(lang), ticket(), NOW)
    assert "·" not in row.detail.said
    assert lang == "en" or "," not in row.detail.said


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
def test_what_is_none_of_the_rest_has_its_own_words_in_each_place(lang: str) -> None:
    words = Words(lang)
    told = {words.text(TITLES["other"]), topic_words(words, "other").shown, topic(words, "other").shown}
    assert len(told) == 3
