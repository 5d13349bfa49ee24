"""Reaching with any hand: what a key, a finger, a switch or a resting pointer means. Knows no Qt."""
