"""What the Youth Justice Board will see of a quarter, beside what we count."""
