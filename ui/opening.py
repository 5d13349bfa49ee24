"""Where the focus stands when a page opens, or has been built anew."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.page import Page, is_control


def first_focus(order: list[QWidget], page: Page, heading: QWidget, key: str, *, opening: bool) -> tuple[QWidget, bool]:
    """The control with this key, else the first one of the content, else the heading; and whether it has the key.

    A page that is just opening begins at its top, so what is farther down does not get the focus.
    """
    content = [widget for widget in order if page.isAncestorOf(widget)]
    wanted = [widget for widget in order if key and getattr(widget, "key", None) == key]
    if opening:
        wanted = [widget for widget in wanted if widget not in content or page.in_view(widget)]
    if wanted:
        return wanted[0], True
    if heading.isHidden():  # it is on the page, as its first line
        heading = next((widget for widget in content if getattr(widget, "key", "") == "heading"), heading)
    elif heading not in order and order:  # news stand over it
        heading = order[0]
    first = (widget for widget in content if is_control(widget) and page.in_view(widget))
    return next(first, heading), False
