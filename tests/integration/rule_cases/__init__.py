"""Cases of the counting rules, by topic. A topic that is not listed is not counted."""

from tests.integration.rule_cases import ages, population, rankings

TOPICS = [population, ages, rankings]
