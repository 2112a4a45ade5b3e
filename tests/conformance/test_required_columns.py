"""The system fills what each return is made from, as far as the return demands."""

import pytest

from sources._shared.case_record import case_record
from sources._shared.required_columns import needed_columns, score_system
from sources.registry import mappings_of


@pytest.mark.parametrize("name", needed_columns())
def test_the_system_holds_enough_of_what_a_return_is_made_from(system, name):
    scores = {
        item.for_return: item for item in score_system(system, mappings_of(system))
    }
    score = scores[name]

    assert score.is_enough, (
        f"{system} fills {score.percent_filled} % of the columns that {name} needs"
        f" (at least {score.threshold_percent} %); it lacks {', '.join(score.missing)}"
    )


@pytest.mark.parametrize("name", needed_columns())
def test_a_needed_column_is_one_of_the_case_record(name):
    every = {f"{e.name}.{c}" for e in case_record().values() for c in e.columns}
    names = needed_columns()[name].names

    assert set(names) <= every
    assert len(set(names)) == len(names)
