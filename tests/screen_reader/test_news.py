"""News reach a screen reader: announcements, notices that appear or change, the band over the page, what is typed."""

from __future__ import annotations

import msgspec

from accessibility.phrase import Phrase
from accessibility.screen import Notice, Paragraph
from tests.screen_reader.expected import NOTIFICATION, PANEL
from tests.screen_reader.kinds import COMES, HOME, page
from tests.screen_reader.reader import Reader
from tests.screen_reader.stage import Order
from tests.ui.samples import Samples

QUEUE = page("queue", Paragraph(Phrase("您前面还有两位。")))


def _notified(reader: Reader) -> str:
    """Wait until a notice appears; its words."""

    def notices() -> str | None:
        told = reader.bus.shown()
        return told.name if told.role == NOTIFICATION else None

    return reader.until(notices, "a notice")


def test_an_announcement_arrives(reader: Reader) -> None:
    reader.show(HOME)
    reader.bus.forget()
    reader.order(Order("announce", text="您前面还有一位。"))
    assert reader.bus.announced() == "您前面还有一位。"


def test_a_notice_that_appears_is_told(reader: Reader) -> None:
    reader.show(QUEUE)
    reader.bus.forget()
    reader.order(Order("show", msgspec.structs.replace(QUEUE, blocks=(Notice(Phrase("轮到您了。")), *QUEUE.blocks))))
    assert _notified(reader) == "轮到您了。"


def test_a_notice_that_says_something_else_is_told_again(reader: Reader) -> None:
    reader.show(msgspec.structs.replace(QUEUE, blocks=(Notice(Phrase("轮到您了。")), *QUEUE.blocks)))
    reader.bus.forget()
    reader.order(Order("show", msgspec.structs.replace(QUEUE, blocks=(Notice(Phrase("小李来了。")), *QUEUE.blocks))))
    assert _notified(reader) == "小李来了。"


def test_the_band_over_the_page_is_told(reader: Reader) -> None:
    reader.show(HOME)
    reader.bus.forget()
    reader.order(Order("show", msgspec.structs.replace(HOME, alert=COMES)))
    assert _notified(reader) == COMES.text.said


def test_a_secret_is_counted_and_never_told(reader: Reader) -> None:
    pin = Samples().pin()
    first = reader.show(pin)
    before = {told.words for told in reader.told()}
    assert reader.bus.read(first).role == PANEL
    reader.bus.forget()
    for digit in "4821":
        reader.bus.strike(digit)
    reader.until(lambda: "4" in reader.bus.read(first).name or None, "four digits to be counted")
    new = {told.words for told in reader.told()} - before
    assert len(new) == 1, new
    assert not any(digit in told for told in new for digit in "821")
