"""The five households, one file each: who they are, what they have and how they live."""
