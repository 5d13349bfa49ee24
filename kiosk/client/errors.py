"""What can go wrong between the kiosk and the bank. Mapped once, at the edge; journeys turn it into words.

BankError
├── BankAway              no connection, or the breaker is open
├── BankSlow              no answer before the question's deadline
├── BankUnclear           an answer that cannot be understood
├── BankFailed            the bank says that it failed
│   ├── StorageFull
│   └── StorageReadOnly
└── BankRefused           the bank understood and said no
    ├── SignInRefused     never says which part was wrong
    ├── SignInLocked      with how long
    ├── SessionEnded      the sitting's token is no longer good
    ├── DeviceRefused     this kiosk is not (or no longer) enrolled
    ├── NotAllowed
    ├── NotFound
    ├── Conflict          somebody else was first
    └── TooMany           with how long to wait
"""

from __future__ import annotations


class BankError(Exception):
    """Anything that keeps the bank from answering. `reference` is the number staff can look up."""

    def __init__(self, detail: str = "", *, reference: str = "", wait_s: int = 0) -> None:
        super().__init__(detail)
        self.reference = reference
        self.wait_s = wait_s
        """Seconds to wait before trying again makes sense; 0 when not known."""


class BankAway(BankError):
    """There is no connection to the bank."""


class PortTaken(BankAway):
    """Another program holds the port that the embedded bank was told to use."""


class BankSlow(BankError):
    """The bank did not answer in time."""


class BankUnclear(BankError):
    """The bank's answer does not follow the contract."""


class BankFailed(BankError):
    """The bank could not do it."""


class StorageFull(BankFailed):
    """The bank's disk is full."""


class StorageReadOnly(BankFailed):
    """The bank cannot write its data."""


class BankRefused(BankError):
    """The bank said no."""


class SignInRefused(BankRefused):
    """Card or PIN is not right; it is never said which."""


class SignInLocked(BankRefused):
    """Too many wrong PINs; `wait_s` says for how long."""


class SessionEnded(BankRefused):
    """The customer has to sign in again."""


class DeviceRefused(BankRefused):
    """The bank does not know this device."""


class NotAllowed(BankRefused):
    """This customer may not do that."""


class NotFound(BankRefused):
    """There is no such thing."""


class Conflict(BankRefused):
    """It was changed by somebody else in the meantime."""


class TooMany(BankRefused):
    """Too many questions; `wait_s` says how long to wait."""
