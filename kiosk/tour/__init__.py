"""The tour: walks the real journeys without a display and writes down what is seen, heard and touched on each page."""

from kiosk.tour.app import run

__all__ = ["run"]
