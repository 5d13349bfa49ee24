"""What can be touched or focused, before it knows any block."""
