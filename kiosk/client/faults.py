"""What goes wrong on the way to the bank, as BankErrors. The one place where httpx's errors are known."""

from __future__ import annotations

import ssl

import httpx

from kiosk.client.errors import BankAway, BankError, BankSlow, BankUnclear

_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


def never_reached_the_bank(error: httpx.RequestError) -> bool:
    """The question was not sent, so that even one that must not be asked twice may be asked again."""
    return isinstance(error, _NEVER_SENT) and not _is_tls(error)


def worth_another_try(error: httpx.RequestError) -> bool:
    """It may be a passing fault of the line."""
    return isinstance(error, httpx.TransportError) and not _is_tls(error) and not _is_nonsense(error)


def as_bank_error(error: httpx.RequestError, reference: str) -> BankError:
    """The BankError for a failed exchange. `reference` is the interaction id that was sent."""
    if _is_tls(error):
        return BankAway("no trusted connection", reference=reference)
    if isinstance(error, _NEVER_SENT):
        return BankAway("no connection", reference=reference)
    if isinstance(error, httpx.TimeoutException):
        return BankSlow("no answer in time", reference=reference)
    if _is_nonsense(error):
        return BankUnclear("not an answer", reference=reference)
    # RemoteProtocolError with "disconnected" is also what a missing client certificate looks like (API.md 3).
    return BankAway("the connection broke", reference=reference)


def _is_nonsense(error: httpx.RequestError) -> bool:
    """What came back is not HTTP, or cannot be decoded."""
    if isinstance(error, httpx.RemoteProtocolError):
        return "disconnected" not in str(error) and "closed" not in str(error)
    return isinstance(error, httpx.DecodingError | httpx.TooManyRedirects | httpx.UnsupportedProtocol)


def _is_tls(error: BaseException) -> bool:
    """A certificate or TLS fault lies under it: asking again will not help."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return True
        if isinstance(seen, ssl.SSLError):
            return seen.reason is not None and "EOF" not in seen.reason
        seen = seen.__cause__ or seen.__context__
    return False
