"""The lobby: what the people see who come to help."""
