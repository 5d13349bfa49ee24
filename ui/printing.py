"""A sheet on paper or as PDF: A4, 18 points and more, black on white, in the reading order of the screen.

Qt writes headings, paragraphs and tables in order with real text (so a reader can read the file aloud) and sets title
and language, but no structure tags: that is as far as it goes (Qt 6.11; QPdfWriter has no tagging).
"""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QIODeviceBase, QMarginsF, QSaveFile, QSizeF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from accessibility.sheet import Kind, Sheet, SheetLine
from ui.theme.making import family_of

POINTS: dict[Kind, float] = {"title": 30.0, "heading": 22.0, "text": 20.0, "amount": 20.0, "note": 18.0}
"""Nothing is smaller than 18 points (STANDARDS.md CN-01); larger where it leads."""
BOLD: frozenset[Kind] = frozenset({"title", "heading"})
SPACE_BEFORE: dict[Kind, float] = {"title": 0.0, "heading": 18.0, "text": 6.0, "amount": 6.0, "note": 4.0}
MARGIN_MM = 18.0
LINE_PERCENT = 140.0
DOTS_PER_INCH = 300
_NORMAL, _BOLD = 430, 700
_FOOT_POINTS = 18.0
_PROPORTIONAL = 1
"""QTextBlockFormat.ProportionalHeight, as the plain number that setLineHeight wants."""


def write_pdf(sheet: Sheet, path: Path) -> bool:
    """Write a sheet as PDF. False when the file could not be written."""
    file = QSaveFile(str(path))  # the whole sheet or none, also when the disk is full
    if not file.open(QIODeviceBase.OpenModeFlag.WriteOnly):
        return False
    writer = QPdfWriter(file)
    writer.setTitle(sheet.title)
    writer.setCreator("Anxin Kiosk")
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(_layout())
    return _draw(sheet, writer, writer.newPage) and file.commit()


def print_sheet(sheet: Sheet, printer_name: str = "") -> bool:
    """Hand a sheet to a printer of the system; the usual one without a name. False when it did not take it."""
    info = QPrinterInfo.printerInfo(printer_name) if printer_name else QPrinterInfo.defaultPrinter()
    if info.isNull():
        return False
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(sheet.title)
    printer.setPageLayout(_layout())
    return _draw(sheet, printer, printer.newPage)


def has_printer(printer_name: str = "") -> bool:
    """Whether the system knows such a printer, or any without a name."""
    info = QPrinterInfo.printerInfo(printer_name) if printer_name else QPrinterInfo.defaultPrinter()
    return not info.isNull()


def _layout() -> QPageLayout:
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def _draw(sheet: Sheet, device: QPdfWriter | QPrinter, turn: Callable[[], bool]) -> bool:
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        return _draw_pages(sheet, device, painter, turn)
    finally:
        painter.end()


def _draw_pages(sheet: Sheet, device: QPdfWriter | QPrinter, painter: QPainter, turn: Callable[[], bool]) -> bool:
    width, height = float(device.width()), float(device.height())
    foot = _foot_height(device)
    document = _document(sheet, device)
    document.setPageSize(QSizeF(width, height - foot))
    for number in range(document.pageCount()):
        if number and not turn():
            return False
        painter.save()
        painter.translate(0, -number * (height - foot))
        clip = painter.viewport().toRectF()
        clip.setSize(QSizeF(width, height - foot))
        clip.moveTop(number * (height - foot))
        document.drawContents(painter, clip)
        painter.restore()
        painter.setFont(_font(sheet.lang, _FOOT_POINTS, bold=False))
        painter.drawText(0, int(height - foot * 0.2), f"{number + 1} / {document.pageCount()}    {sheet.foot}")
    return True


def _document(sheet: Sheet, device: QPdfWriter | QPrinter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, html.escape(sheet.title))
    cursor = QTextCursor(document)
    for number, line in enumerate(sheet.lines):
        _write(cursor, line, sheet.lang, first=number == 0)
    return document


def _write(cursor: QTextCursor, line: SheetLine, lang: str, *, first: bool) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(0 if first else _dots(SPACE_BEFORE[line.kind]))
    block.setLineHeight(LINE_PERCENT, _PROPORTIONAL)
    if line.kind in BOLD:
        block.setHeadingLevel(1 if line.kind == "title" else 2)
    text = QTextCharFormat()
    text.setFont(_font(lang, POINTS[line.kind], bold=line.kind in BOLD))
    if first:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.insertText(line.text, text)
    if line.value:
        strong = QTextCharFormat(text)
        strong.setFont(_font(lang, POINTS[line.kind], bold=True))
        cursor.insertText("   ", text)
        cursor.insertText(line.value, strong)


def _font(lang: str, points: float, *, bold: bool) -> QFont:
    font = QFont(family_of(lang))
    font.setPointSizeF(points)
    font.setVariableAxis(QFont.Tag("wght"), _BOLD if bold else _NORMAL)
    return font


def _dots(points: float) -> float:
    return points * DOTS_PER_INCH / 72


def _foot_height(device: QPdfWriter | QPrinter) -> float:
    return _FOOT_POINTS * 2.2 * device.logicalDpiY() / 72
