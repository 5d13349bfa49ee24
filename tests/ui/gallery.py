"""Draws every sample screen to build/gallery: python tests/ui/gallery.py [mode …] to look at the work."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # noqa: E402

from accessibility.caption import Caption  # noqa: E402
from kiosk.modes import load_modes  # noqa: E402
from tests.ui.samples import Samples  # noqa: E402
from ui.theme import Theme, make_theme  # noqa: E402
from ui.window import FrameLabels, KioskWindow  # noqa: E402

SIZES = {"1920x1080": (1920, 1080, 0.248), "1366x768": (1366, 768, 0.253), "1080x1920": (1080, 1920, 0.248)}


def theme_for(mode: str, lang: str, mm_per_px: float, *, colours: str = "", percent: int = 100) -> Theme:
    """The theme of a mode file."""
    m = load_modes()[mode]
    return make_theme(
        colours or m.theme,
        m.type,
        m.targets,
        m.icon_size,
        mm_per_px=mm_per_px,
        viewing_mm=500,
        text_percent=percent,
        lang=lang,
    )


def main(wanted: list[str]) -> None:
    """Write the pictures whose name holds all the wanted words."""
    app = QApplication([])
    out = ROOT / "build" / "gallery"
    out.mkdir(parents=True, exist_ok=True)
    for mode in ("elder", "standard", "youth"):
        for lang in ("zh_CN", "en"):
            samples = Samples(lang, mode)
            for size, (width, height, mm) in SIZES.items():
                names = [f"{mode}-{lang}-{size}-{screen.key}" for screen in samples.all()]
                if not any(all(word in name for word in wanted) for name in names):
                    continue
                window = KioskWindow(theme_for(mode, lang, mm))
                window.set_labels(FrameLabels(samples.p("up"), samples.p("down")))
                window.resize(width, height)
                window.show()
                text = samples.p("caption").shown
                window.show_caption(Caption(text, 8, 12))
                for name, screen in zip(names, samples.all(), strict=True):
                    if all(word in name for word in wanted):
                        window.show_screen(screen)
                        app.processEvents()
                        window.grab().save(str(out / f"{name}.png"))
                window.close()


if __name__ == "__main__":
    main(sys.argv[1:])
