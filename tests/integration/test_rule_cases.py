"""Every counting rule by a case of its own, all counted together.

Whether a figure is as the rule says belongs here; the cases lie in ``rule_cases``, one
module a topic. Answers from outside belong to the golden cases.
"""

import pytest

from tests.integration.rule_cases import TOPICS
from tests.integration.rule_cases.case import figure_key, figure_text
from tests.integration.rule_cases.counting import Counted, count_cases, service_of

CASES = [case for topic in TOPICS for case in topic.CASES]


@pytest.fixture(scope="module")
def counted(tmp_path_factory) -> Counted:
    """All cases, counted once."""
    return count_cases(CASES, tmp_path_factory.mktemp("rule_cases"))


@pytest.mark.parametrize(
    "number", range(len(CASES)), ids=[f"{case.clause}: {case.name}" for case in CASES]
)
def test_a_figure_is_as_the_rule_says(number, counted):
    case = CASES[number]
    service = service_of(case, number)
    found, expected = {}, {}
    for under, figures in case.questions():
        of_run = counted.figures[service, under]
        for text, like in figures.items():
            expected[under, text] = like
            found[under, text] = figure_text(of_run.get(figure_key(text)), like)

    assert found == expected
    assert counted.findings.get(service, set()) >= set(case.finds)


def test_no_two_cases_tell_the_same_sentence():
    names = [case.name for case in CASES]

    assert sorted(set(names)) == sorted(names)
