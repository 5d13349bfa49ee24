"""The sheet as PDF: A4, large, in order, on as many pages as it takes."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from pytestqt.qtbot import QtBot

from accessibility.sheet import MARKS, Sheet, SheetLine
from ui.fonts import covers, load_fonts
from ui.printing import POINTS, has_printer, print_sheet, write_pdf

LINES = (
    SheetLine("title", "您的财富体检"),
    SheetLine("heading", "▶ 应急钱", "要处理"),
    SheetLine("text", "您手边的钱够用 2 个月，我们建议至少留够 6 个月。"),
    SheetLine("amount", "随时能用的钱", "¥12,345.60"),
    SheetLine("note", "以今天的数字计算"),
)
SHEET = Sheet("zh_CN", "财富体检", LINES, "仅供参考")


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    del qtbot
    load_fonts()


def test_it_is_a4_with_a_title_and_real_text(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert write_pdf(SHEET, path)
    raw = path.read_bytes()
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", raw)
    assert box is not None
    size = QPageSize(QPageSize.PageSizeId.A4).sizePoints()
    assert [round(float(side)) for side in box.groups()] == [size.width(), size.height()]
    assert b"/Title" in raw
    assert b"/ToUnicode" in raw, "text, not pictures of text"


def test_a_long_sheet_goes_on_over_pages(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    assert write_pdf(Sheet("zh_CN", "财富体检", LINES * 20, "仅供参考"), path)
    assert len(re.findall(rb"/Type /Page\b", path.read_bytes())) > 3


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext reads the file back where it is installed")
def test_it_is_read_in_the_order_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(SHEET, path)
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    places = [text.find(part) for part in ("财富体检", "应急钱", "12,345.60")]
    assert -1 not in places
    assert places == sorted(places)


def test_nothing_is_smaller_than_18_points() -> None:
    """STANDARDS.md CN-01."""
    assert min(POINTS.values()) >= 18


def test_every_mark_has_a_shape_of_its_own_in_our_type() -> None:
    assert len(set(MARKS.values())) == len(MARKS)
    assert not covers("".join(MARKS.values()))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert not write_pdf(SHEET, tmp_path / "nowhere" / "sheet.pdf")


def test_a_printer_that_is_not_there_is_told() -> None:
    assert not has_printer("no such printer")
    assert not print_sheet(SHEET, "no such printer")
