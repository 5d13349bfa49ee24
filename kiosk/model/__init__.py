"""Facts: frozen values that the rest of the kiosk reasons about. No I/O, no words, no Qt."""
