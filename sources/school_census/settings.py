"""Named constants of the school census: which day a term's census is taken.

Rule: the school census guide of the Department for Education. Nothing is read here.
"""

THURSDAY = 3  # of datetime.date.weekday()

# term in the file's name: month of the census, which Thursday of that month
CENSUS_THURSDAY = {"autumn": (10, 1), "spring": (1, 3), "summer": (5, 3)}
