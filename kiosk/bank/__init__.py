"""The embedded and reference bank: ledger, sign-in, help desk and demo books behind an HTTP API.

Runs in a process of its own. It knows codes and facts; words are made at the screen.
"""
