"""Fixed places, nothing clipped, targets large enough: in every mode, language and size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from accessibility.caption import Caption
from tests.ui.conftest import OpenWindow
from tests.ui.gallery import SIZES
from tests.ui.samples import LANGS, Samples
from ui.survey import ControlRecord, survey
from ui.window import KioskWindow

FRAME = {"back", "home", "repeat", "hide", "help", "quieter", "louder", "language", "mode", "leave", "aloud", "pause"}
CASES = [(mode, lang, size) for mode in ("elder", "standard", "youth") for lang in LANGS for size in SIZES]


def frame(window: KioskWindow) -> dict[str, object]:
    return {record.key: record.rect_px for record in survey(window) if record.key in FRAME}


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
@pytest.mark.parametrize("size", SIZES)
def test_the_frame_never_moves(open_window: OpenWindow, mode: str, size: str) -> None:
    window = open_window(Samples(mode=mode).balance(), mode=mode, size=size)
    places = frame(window)
    assert len(places) == len(FRAME)
    for lang in LANGS:
        for screen in Samples(lang, mode).all():
            window.show_screen(screen)
            now = frame(window)
            assert now == {key: places[key] for key in now}


@pytest.mark.parametrize(("mode", "lang", "size"), CASES)
def test_nothing_is_clipped_and_nothing_overlaps(open_window: OpenWindow, mode: str, lang: str, size: str) -> None:
    window = open_window(mode=mode, lang=lang, size=size)
    for screen in Samples(lang, mode).all():
        window.show_screen(screen)
        records = survey(window)
        clipped = [(screen.key, r.key, t.text) for r in records for t in r.texts if t.clipped]
        assert clipped == []
        assert _overlaps(records) == []


def _overlaps(records: list[ControlRecord]) -> list[tuple[str, str]]:
    touchable = [r for r in records if r.pressable and r.in_view]
    rects = [
        (r.key, QRect(*(int(v) for v in (r.rect_px.x, r.rect_px.y, r.rect_px.width, r.rect_px.height))))
        for r in touchable
    ]
    return [(a, b) for n, (a, one) in enumerate(rects) for b, other in rects[n + 1 :] if one.intersects(other)]


@pytest.mark.parametrize("size", SIZES)
def test_elder_sizes_are_what_the_standards_ask(open_window: OpenWindow, size: str) -> None:
    window = open_window(size=size)
    for screen in Samples().all():
        window.show_screen(screen)
        for record in survey(window):
            if record.pressable:
                assert min(record.rect_mm.width, record.rect_mm.height) >= 16, (screen.key, record)  # RS-02, EN targets
            for text in record.texts:
                assert text.font_pt >= 18, (screen.key, record.key, text)  # CN-01
                assert text.line_pitch >= 1.3  # CN-04


def test_text_can_grow_to_twice_its_size(open_window: OpenWindow) -> None:
    for lang in LANGS:
        window = open_window(lang=lang, percent=200)
        for screen in Samples(lang).all():
            window.show_screen(screen)
            content = [r for r in survey(window) if r.key not in FRAME]
            assert [(screen.key, r.key, t.text) for r in content for t in r.texts if t.clipped] == []


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES)
def test_the_page_keeps_its_room_however_large_the_letters(
    open_window: OpenWindow, size: str, lang: str, percent: int
) -> None:
    """Heading, caption and foot grow with the letters; what they stand around must not be squeezed out.

    On a kiosk's screen it is a quarter of it; on a small laptop's, letters twice as large for elders leave an eighth.
    """
    window = open_window(Samples(lang).pin(error=True), lang=lang, size=size, percent=percent)
    page = window.page
    assert page is not None
    least = window.height() // (8 if size == "1366x768" and percent > 150 else 4)
    assert page.height() >= least
    window.show_screen(Samples(lang).balance())
    assert window.page is not None
    assert window.page.height() >= least


SENTENCES = {
    "zh_CN": "您的活期账户里现在一共有一万二千三百元。",
    "en": "To see your balance, press the large tile on the left of this page.",
}
# Fifteen words twice as large are five lines across a tall screen: there they move on with the voice.
WHOLE = [
    (size, lang, percent)
    for size in SIZES
    for lang in SENTENCES
    for percent in (100, 200)
    if (size, lang, percent) != ("1080x1920", "en", 200)
]


@pytest.mark.parametrize(("size", "lang", "percent"), WHOLE)
def test_the_caption_bar_shows_a_whole_sentence(open_window: OpenWindow, size: str, lang: str, percent: int) -> None:
    """Twenty characters or fifteen words, wherever the voice is in it (EN-17)."""
    window, sentence = open_window(lang=lang, size=size, percent=percent), SENTENCES[lang]
    for start in (0, len(sentence) - 4):
        window.show_caption(Caption(sentence, start, start + 4, lang))
        record = next(record for record in survey(window) if record.key == "caption")
        (text,) = record.texts
        assert (text.text, text.clipped) == (sentence, False)
        assert text.rect_px.height <= record.rect_px.height, "no line of it is out of sight"


def test_a_page_that_holds_more_than_fits_can_be_turned(open_window: OpenWindow) -> None:
    window = open_window(Samples().checkup())
    shown = {r.key for r in survey(window) if r.in_view}
    assert {"page:up", "page:down", "block:0"} <= shown
    assert "block:2" not in shown
    page = window.page
    assert page is not None
    for _ in range(3):
        page.turn(1)
    assert "block:3" in {r.key for r in survey(window) if r.in_view}
    for _ in range(3):
        page.turn(-1)
    assert "block:0" in {r.key for r in survey(window) if r.in_view}


def test_an_absent_action_leaves_its_place_empty_and_a_disabled_one_greys(open_window: OpenWindow) -> None:
    window = open_window(Samples().welcome())
    assert "leave" not in frame(window)
    window.show_screen(Samples().home())
    assert "leave" in frame(window)


@pytest.mark.parametrize("size", SIZES)
def test_the_caption_bar_is_always_there_and_shortens_for_a_button(open_window: OpenWindow, size: str) -> None:
    window = open_window(size=size)
    whole, pause = bar(window), rects(window)["pause"]
    window.show_screen(Samples().balance())
    short = bar(window)
    button = next(QRect(*rect) for key, rect in rects(window).items() if key == "aloud")
    assert short.topLeft() == whole.topLeft()
    assert short.height() == whole.height()
    assert short.right() < button.left()
    assert button.right() == whole.right()
    assert rects(window)["pause"] == pause, "what holds the voice never moves"
    window.show_screen(Samples().home())
    assert bar(window) == whole


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
def test_a_silent_bar_is_drawn_calmly(open_window: OpenWindow, mode: str) -> None:
    window = open_window(mode=mode)
    colours = window.theme.colours
    image = window.grab().toImage()
    place = bar(window)
    assert image.pixelColor(place.center()).name().upper() == colours.bar.upper()
    loudspeaker = place.adjusted(0, 0, place.height() * 2 - place.width(), 0)
    window.show_caption(Caption("好", 0, 0))
    spoken = window.grab().toImage()
    assert colours.now.upper() not in colours_in(image, loudspeaker)
    assert colours.now.upper() in colours_in(spoken, loudspeaker)


def rects(window: KioskWindow) -> dict[str, tuple[int, int, int, int]]:
    found = {}
    for record in survey(window):
        rect = record.rect_px
        found[record.key] = (int(rect.x), int(rect.y), int(rect.width), int(rect.height))
    return found


def bar(window: KioskWindow) -> QRect:
    return QRect(*rects(window)["caption"])


def colours_in(image: QImage, place: QRect) -> set[str]:
    xs, ys = range(place.left(), place.right()), range(place.top(), place.bottom())
    return {image.pixelColor(x, y).name().upper() for x in xs for y in ys}
