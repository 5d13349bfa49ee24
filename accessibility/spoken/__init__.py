"""Values as people say them, made from the value itself and never from displayed text (VOICE.md 4 and 6)."""
