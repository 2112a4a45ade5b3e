"""The case system ChildView: its reports as CSV files."""
