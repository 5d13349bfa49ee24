"""Telling somebody who is not here: one short message to an address, by whichever service the address names."""

from kiosk.notify.notifier import Message, Notifier, Sent, SilentNotifier
from kiosk.notify.sending_child import ChildNotifier

__all__ = ["ChildNotifier", "Message", "Notifier", "Sent", "SilentNotifier"]
