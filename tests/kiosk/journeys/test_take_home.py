"""The check-up is taken home: asked about the amounts first, then printed or saved, and told how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from accessibility.phrase import MASK
from accessibility.screen import Finding, Notice
from accessibility.sheet import Sheet
from kiosk.bank.demo.people import CHEN, WANG
from kiosk.desk_paper import DeskPaper
from kiosk.journeys.journey import Back, Open
from kiosk.paper import Put, Way
from tests.kiosk.journeys.conftest import Walk, Walking
from tests.kiosk.journeys.customer import keys


class Tray:
    """Keeps the sheets it is given, or answers as it is told."""

    def __init__(self, *ways: Way, answer: Put | None = None) -> None:
        self.ways: tuple[Way, ...] = ways
        self.answer = answer or Put("printing")
        self.sheets: list[tuple[Sheet, Way]] = []

    def put(self, sheet: Sheet, way: Way) -> Put:
        self.sheets.append((sheet, way))
        return self.answer


def with_paper(walked: Walk, tray: Tray) -> None:
    customer = walked.customer
    customer.around = replace(customer.around, paper=tray)


def written(sheet: Sheet) -> str:
    return "\n".join(f"{line.text} {line.value}" for line in sheet.lines)


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("mode", ["elder", "standard"])
async def test_without_amounts_nothing_of_hers_can_be_read(walk: Walking, mode: str, lang: str) -> None:
    walked, tray = await walk(WANG, mode=mode, lang=lang), Tray("print")
    with_paper(walked, tray)
    page = await walked.customer.go("take_home")
    assert keys(page)[0] == "amounts:hidden", "what is safe stands first"
    page = await walked.customer.press("amounts:hidden")
    assert page.key == "take_home.printing"
    [(sheet, way)] = tray.sheets
    assert way == "print"
    text = written(sheet)
    assert MASK in text
    assert not [secret for secret in walked.customer.secrets if secret and secret in text]


async def test_with_amounts_the_sheet_says_what_the_page_says(walk: Walking) -> None:
    walked, tray = await walk(CHEN, lang="zh_CN"), Tray("print")
    with_paper(walked, tray)
    page = await walked.customer.go("checkup")
    findings = [block for block in page.blocks if isinstance(block, Finding)]
    await walked.customer.go("take_home")
    await walked.customer.press("amounts:shown")
    text = written(tray.sheets[0][0])
    for finding in findings:
        assert finding.sentence.shown in text
        assert finding.word.shown in text
    assert MASK not in text


async def test_where_both_can_be_done_she_chooses(walk: Walking) -> None:
    walked, tray = await walk(WANG), Tray("print", "save", answer=Put("saved", "/home/wang/sheet.pdf"))
    with_paper(walked, tray)
    await walked.customer.go("take_home")
    page = await walked.customer.press("amounts:hidden")
    assert keys(page)[:2] == ["way:print", "way:save"]
    assert (await walked.customer.press("back")).key == "take_home"
    await walked.customer.press("amounts:hidden")
    page = await walked.customer.press("way:save")
    assert page.key == "take_home.saved"
    assert [way for _, way in tray.sheets] == ["save"]


@pytest.mark.parametrize("outcome", ["no_printer", "printer_silent", "not_saved"])
async def test_what_goes_wrong_is_said_with_one_next_step(walk: Walking, outcome: str) -> None:
    walked, tray = await walk(WANG), Tray("print", answer=Put(outcome))  # type: ignore[arg-type]
    with_paper(walked, tray)
    await walked.customer.go("take_home")
    page = await walked.customer.press("amounts:hidden")
    [notice] = [block for block in page.blocks if isinstance(block, Notice)]
    assert notice.kind == "error"
    assert notice.next_step.shown
    assert await walked.customer.step("help") == Open("help", "take_home")
    tray.answer = Put("printing")
    assert (await walked.customer.press("again")).key == "take_home.printing"
    assert len(tray.sheets) == 2


async def test_a_machine_without_paper_says_so(walk: Walking) -> None:
    walked = await walk(WANG)
    page = await walked.customer.go("take_home")
    assert page.key == "take_home.none"
    assert keys(page)[0] == "help"
    assert await walked.customer.step("back") == Back()


async def test_a_real_file_at_home(walk: Walking, tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot  # fonts need an application
    walked = await walk(WANG, lang="zh_CN")
    paper = DeskPaper("no such printer", tmp_path / "Documents", lambda: datetime(2026, 11, 23, 10, 5))
    walked.customer.around = replace(walked.customer.around, paper=paper)
    await walked.customer.go("take_home")
    page = await walked.customer.press("amounts:hidden")
    assert page.key == "take_home.saved"
    [file] = (tmp_path / "Documents").iterdir()
    assert file.name.endswith("2026-11-23 1005.pdf")
    assert file.read_bytes().startswith(b"%PDF")
