"""Real sound: a private sound server, its recorder, and what can be measured on a recording."""
