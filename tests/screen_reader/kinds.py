"""Pages by hand, with every kind of block and what the tour does not meet."""

from __future__ import annotations

from typing import get_args

import msgspec

from accessibility.phrase import Phrase
from accessibility.screen import (
    Action,
    Block,
    Chart,
    ChartKind,
    ChartMark,
    ChartPart,
    Field,
    Finding,
    Notice,
    Option,
    Options,
    Paragraph,
    Progress,
    Row,
    Rows,
    Screen,
)  # fmt: skip
from tests.ui.samples import Samples

HOME = Samples().home()
TAKEN = Action("taken", Phrase("知道了"))
COMES = Notice(Phrase("小李正过来帮您。"), "good", action=TAKEN)


def page(key: str, *blocks: Block) -> Screen:
    """A page of these blocks, with the frame of any other."""
    return msgspec.structs.replace(HOME, key=f"kinds.{key}", heading=Phrase(f"试一试 {key}"), blocks=blocks, focus="")


def _chart(kind: ChartKind) -> Screen:
    parts = tuple(ChartPart(Phrase(f"第{at}项"), Phrase(f"{at}00 元", f"{at}百元"), at / 5) for at in (1, 2, 3))
    marks = (ChartMark(Phrase("限额"), Phrase("600 元", "六百元"), 0.6),)
    return page(kind, Chart(kind, Phrase("图的名字"), Phrase("这张图说的是这个。"), parts, marks))


BOARD = page("board", Paragraph(Phrase("请您在这里坐一会儿。"), "board"), COMES)
SETTING = page(
    "options", Options(Phrase("字的大小"), (Option("a", Phrase("正常"), selected=True), Option("b", Phrase("大"))))
)
SEARCH = page(
    "field", Field("search", Phrase("找一笔账"), hint=Phrase("比如 电费"), accept=Action("find", Phrase("找一找")))
)
WAITING = page("progress", Progress(Phrase("正在办，请等一等。"), 0.4))
EMPTY = page("rows", Rows((), heading=Phrase("这个月"), empty=Phrase("这个月没有进出。")))
LIST = page(
    "list",
    Rows((Row(Phrase("电费"), Phrase("十一月"), Phrase("88 元", "八十八元")), Row(Phrase("水费"), action="water"))),
)
RESULT = page(
    "finding",
    Finding(
        "watch", Phrase("注意"), Phrase("一家银行"), Phrase("钱都在一家。"), action=Action("why", Phrase("为什么"))
    ),
)
NEWS = msgspec.structs.replace(HOME, key="kinds.alert", alert=COMES)
POINTED = msgspec.structs.replace(HOME, key="kinds.pointed", pointed="help")
OF_EACH_KIND = [
    *Samples().all(), *(_chart(kind) for kind in get_args(ChartKind)), BOARD, SETTING, SEARCH, WAITING, EMPTY, LIST,
    RESULT, NEWS, POINTED,
]  # fmt: skip
