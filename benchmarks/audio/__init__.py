"""The voice, measured: played for real and recorded, listened to by a recogniser, told in build/audio/report.md."""
