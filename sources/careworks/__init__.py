"""The case system CareWorks: its tables as CSV or from its reporting database."""
