"""Definition pages: what a measure means, from the rows that drive its SQL."""
