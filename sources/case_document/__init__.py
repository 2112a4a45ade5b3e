"""The national case documents that any case system can export as JSON."""
