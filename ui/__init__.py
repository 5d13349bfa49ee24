"""Draws screens with Qt Widgets and carries the customer's actions back. Knows nothing of banking."""
