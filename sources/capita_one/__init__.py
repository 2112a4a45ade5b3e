"""The case system Capita One Youth Justice: its tables as CSV or from its database."""
