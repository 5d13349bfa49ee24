"""The journeys: small state machines without Qt. Each awaits the bank and answers with a Screen."""
