"""What the business expects of the figures, as Great Expectations suites in code."""
