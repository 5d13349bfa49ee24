"""Records the voice pack: what is to be said (inventory), its sound (render, cut) and the files (build)."""
