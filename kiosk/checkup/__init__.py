"""The wealth check-up engine: pure functions over facts and dated tables (CHECKUP.md). No I/O but its own tables."""
