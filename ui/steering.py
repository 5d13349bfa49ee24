"""Where the focus goes: round the page with Tab, to the nearest neighbour with an arrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from ui.keys import DOWN, LEFT, RIGHT, UP


def next_in(order: list[QWidget], current: QWidget | None, *, forward: bool) -> QWidget | None:
    """The control after (or before) the present one, round again at the end."""
    if not order:
        return None
    if current not in order:
        return order[0 if forward else -1]
    return order[(order.index(current) + (1 if forward else -1)) % len(order)]


def towards(current: QWidget, order: list[QWidget], key: int, window: QWidget) -> QWidget | None:
    """The nearest control in the direction of an arrow key; None when there is none.

    Down leads from a group, such as a number pad, into it, and Up from its top back to it. From control to control
    the group around them is in nobody's way.
    """
    inside = [widget for widget in order if widget is not current and current.isAncestorOf(widget)]
    if inside and key == DOWN:
        return inside[0]
    here = _place(current, window)
    others = [(widget, _place(widget, window)) for widget in order if widget is not current]
    ahead = [(widget, place) for widget, place in others if _is_ahead(here, place, key)]
    if key != UP or _group_goes_on(current, ahead, here):
        ahead = [(widget, place) for widget, place in ahead if not widget.isAncestorOf(current)]
    near = [(_distance(here, place, key), widget) for widget, place in ahead]
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    return inside[0] if inside and key == RIGHT else None


def _group_goes_on(current: QWidget, ahead: list[tuple[QWidget, QRect]], here: QRect) -> bool:
    """Whether straight above there is another control of the same group."""
    group = current.parentWidget()
    return any(
        widget.parentWidget() is group and not _apart(here.left(), here.right(), place.left(), place.right())
        for widget, place in ahead
    )


def nearest_to(place: QPoint, widgets: list[QWidget], reach: int, window: QWidget) -> QWidget | None:
    """The widget whose edge is nearest to a place of the window and no farther than `reach` pixels; None for none."""
    near = []
    for widget in widgets:
        rect = _place(widget, window)
        across = _apart(rect.left(), rect.right(), place.x(), place.x())
        down = _apart(rect.top(), rect.bottom(), place.y(), place.y())
        if max(across, down) <= reach:
            near.append((across + down, widget))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _is_ahead(here: QRect, there: QRect, key: int) -> bool:
    if key == LEFT:
        return there.center().x() < here.left()
    if key == RIGHT:
        return there.center().x() > here.right()
    if key == UP:
        return there.center().y() < here.top()
    return there.center().y() > here.bottom()


def _distance(here: QRect, there: QRect, key: int) -> int:
    """Distance along the arrow, with twice the distance to its side, and a little for how far the middles differ."""
    aside = here.center() - there.center()
    across = _apart(here.left(), here.right(), there.left(), there.right())
    down = _apart(here.top(), here.bottom(), there.top(), there.bottom())
    if key in (LEFT, RIGHT):
        return across + 2 * down + abs(aside.y()) // 4
    return down + 2 * across + abs(aside.x()) // 4


def _apart(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(0, other_start - end, start - other_end)
