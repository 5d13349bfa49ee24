"""What every test shares: no display, no session bus, compiled catalogues."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("ANXIN_TEST_PLATFORM", "offscreen")
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
os.environ["PYTEST_QT_API"] = "pyside6"
