"""The case system Core+: its tables as CSV or from its reporting database."""
