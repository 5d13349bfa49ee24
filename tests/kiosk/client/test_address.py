"""Where a bank may be."""

from __future__ import annotations

import pytest

from kiosk.client.address import Address


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:99", "https://bank.example/branch", "https://b"],
)
def test_loopback_may_be_plain_and_everything_else_speaks_tls(url: str) -> None:
    assert Address(url, "t").url == url


@pytest.mark.parametrize(
    "url",
    [
        "http://bank.example",
        "http://10.0.0.1",
        "http://127.0.0.1.example",
        "ftp://127.0.0.1",
        "https://",
        "bank.example",
        "https://me:pin@bank.example",
        "https://bank.example?x=1",
        "https://bank.example:notaport",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Address(url, "t")


def test_its_repr_does_not_show_the_token() -> None:
    assert "secret" not in repr(Address("https://bank.example", "secret"))


def test_the_origin_spells_out_the_port() -> None:
    assert Address("https://bank.example/a/", "t").origin == "https://bank.example:443"
    assert Address("http://[::1]:99", "t").origin == "http://[::1]:99"
