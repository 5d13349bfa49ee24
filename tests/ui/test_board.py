"""Words written large for somebody who does not hear: as large as they stand, and never off the page."""

from __future__ import annotations

import pytest

from accessibility.phrase import Phrase
from accessibility.screen import Choices, Paragraph, Screen, Tile
from tests.ui.conftest import OpenWindow
from ui.controls.board import Board


def board(text: str) -> Screen:
    return Screen(
        key="help.board", lang="zh_CN", mode="elder", heading=Phrase("同事对您说"),
        blocks=(Paragraph(Phrase(text), "board"), Choices((Tile("read", Phrase("我看完了"), filled=True),))),
    )  # fmt: skip


def shown(open_window: OpenWindow, text: str) -> Board:
    return open_window(board(text)).findChildren(Board)[0]


def test_few_words_are_larger_than_many(open_window: OpenWindow) -> None:
    few = shown(open_window, "请跟我来。").texts()[0].font.pixelSize()
    many = shown(open_window, "您的老伴刚打来电话，请您先在这里坐一会儿。" * 2).texts()[0].font.pixelSize()
    assert few > 1.5 * many


@pytest.mark.parametrize(
    "text", ["请跟我来。", "请把身份证给我看一下。", "Unbelievably long-winded explanations", "好" * 60]
)
def test_all_of_it_stands_in_its_place(open_window: OpenWindow, text: str) -> None:
    words = shown(open_window, text)
    lines = words.texts()[0]
    assert lines.needed(words.width()) <= words.height()
    assert lines.text == text
