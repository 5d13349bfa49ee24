"""The demo books: five households over 24 months, the same for the same seed and day."""
