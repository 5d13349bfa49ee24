"""The voice: what is to be said, made into sound by a child process and played by another.

    Narrator ─▶ Voice ─▶ Synthesiser ══pipe══▶ worker (pyttsx3) · a spare one waits
                  │  └──▶ Player ─▶ aplay · afplay · winsound · nothing
                  └──▶ Listener: captions, the speech log, "there is no sound device"

Either child may die or hang at any moment: no word is lost and the window never waits (VOICE.md plan 1).
"""
