"""The yearly tables of the Youth Justice Plan: staff and money."""
