"""Earcons: short tones that say what happened before any word could. Made from numbers, no sound files."""
