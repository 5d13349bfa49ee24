"""The contract's shapes, written once for both ends: plain structs, no behaviour.

`accounts` is the official UK Open Banking shape, wire-exact; `kiosk_api` is our own extension (API.md 2).
Both the bank and the client import them, neither imports the other.
"""
