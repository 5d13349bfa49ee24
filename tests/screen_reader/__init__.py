"""What a screen reader in another process meets: the real accessibility bus, and Debian's Orca."""
