"""One file a block: how each word of the screen vocabulary is drawn."""

from __future__ import annotations

from accessibility.screen import (
    Block,
    Chart,
    Choices,
    Fact,
    Field,
    Finding,
    Keypad,
    Notice,
    Options,
    Paragraph,
    Progress,
    Rows,
)
from ui.blocks.chart import ChartView
from ui.blocks.choices import ChoicesView
from ui.blocks.fact import FactView
from ui.blocks.field import FieldView
from ui.blocks.finding import FindingView
from ui.blocks.keypad import KeypadView
from ui.blocks.notice import NoticeView
from ui.blocks.options import OptionsView
from ui.blocks.paragraph import ParagraphView
from ui.blocks.progress import ProgressView
from ui.blocks.rows import RowsView
from ui.blocks.view import Part, View
from ui.kit import Kit

__all__ = ["Part", "View", "view_of"]

VIEWS: dict[type, type] = {
    Paragraph: ParagraphView, Fact: FactView, Rows: RowsView, Choices: ChoicesView, Finding: FindingView,
    Keypad: KeypadView, Field: FieldView, Progress: ProgressView, Notice: NoticeView, Options: OptionsView,
    Chart: ChartView,
}  # fmt: skip


def view_of(kit: Kit, block: Block, index: int) -> View:
    """The renderer of a block, built."""
    view: View = VIEWS[type(block)](kit, block, index)
    return view
