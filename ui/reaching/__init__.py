"""Keys, fingers, switches and a resting pointer, brought to the window's controls."""
