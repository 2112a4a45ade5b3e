"""The council's education base: its school census tables."""
