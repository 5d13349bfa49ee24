"""Kokoro, a neural voice: it records the voice pack, and speaks live where the operator installed the extra."""
