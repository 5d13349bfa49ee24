"""The voice pack: recorded pieces of speech put together, so that a warm voice needs no model to run."""
