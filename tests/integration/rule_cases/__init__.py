"""Cases of the counting rules, by topic. A topic that is not listed is not counted."""

from tests.integration.rule_cases import (
    accommodation,
    accommodation_groups,
    address_dates,
    ages,
    columns,
    education,
    education_hours,
    endings,
    population,
    rankings,
)

TOPICS = [
    *(population, endings, ages, columns, rankings),
    *(accommodation, address_dates, accommodation_groups, education, education_hours),
]
