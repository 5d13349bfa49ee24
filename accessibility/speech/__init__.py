"""The voice: what is to be said, made into sound by a child process and played by another.

    Narrator ─▶ Voice ─▶ Ahead ─▶ Chain ─▶ Synthesiser "pack"     ══pipe══▶ worker · a spare one waits
                  │                   ├──▶ Synthesiser "neural"   ══pipe══▶ worker
                  │                   └──▶ Synthesiser "platform" ══pipe══▶ worker (pyttsx3) · a spare one waits
                  ├──▶ Player ─▶ aplay · afplay · winsound · nothing
                  └──▶ Listener: captions, the speech log, the metrics, "there is no sound device"

Any child may die or hang at any moment: no word is lost and the window never waits (VOICE.md plan 1).
"""
