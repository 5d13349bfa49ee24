"""The audit's own work: walking, rendering in every combination, measuring, reporting. Not installed."""
