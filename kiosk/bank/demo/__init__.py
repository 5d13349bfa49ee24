"""The demo books: five households of a Chinese provincial capital over 24 months, the same for the same seed and day."""
