"""The operations, one file a subject. Each file declares its own in OPERATIONS."""
