"""What the papers print, from made documents with the papers' own counts.

Children go in, the printed ratio comes out. Rounding alone is asked of the macros, in
``tests/unit/dbt_project``; the copied figures are held to their counts by a data test.
"""

import json
from datetime import date

import pytest

from tests.integration.made_cohorts import a_cohort, a_document
from warehouse.counting import Run, count_documents
from warehouse.layout import Layout

SERVICE, QUARTER = "Leicester City", "2022Q1"
# entry, children, reoffenders, reoffences: the last is April to June 2022 as printed;
# together they are the twelve months as printed (the first three are ours to divide)
COHORTS = [
    (date(2021, 8, 16), 30, 10, 60),
    (date(2021, 11, 15), 31, 11, 55),
    (date(2022, 2, 14), 30, 11, 55),
    (date(2022, 5, 16), 37, 18, 119),
]


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cohorts")
    children = [child for counts in COHORTS for child in a_cohort(*counts)]
    path = folder / "return.json"
    path.write_text(json.dumps(a_document(SERVICE, children)))
    runs = [Run(QUARTER, "KPI-v8-code")]
    (answer,) = count_documents(Layout(folder / "home"), [path], runs)
    return {
        (item["measure"], item["breakdown"].get("period")): (
            *(item["numerator"], item["denominator"]),
            *(item["value"], item["state"]),
        )
        for item in answer["measures"]
        if item["measure"].startswith("reoff")
    }


@pytest.mark.parametrize(
    ("measure", "period", "numerator", "denominator", "printed"),
    [
        ("reoffending_binary", "quarter", 18, 37, "48.6"),
        ("reoffending_frequency", "quarter", 119, 18, "6.61"),
        ("reoffences_per_child", "quarter", 119, 37, "3.22"),
        ("reoffending_binary", "12m", 50, 128, "39.1"),
        ("reoffending_frequency", "12m", 289, 50, "5.78"),
        ("reoffences_per_child", "12m", 289, 128, "2.26"),
    ],
)
def test_a_printed_ratio_comes_out_of_documents_with_its_counts(
    figures, measure, period, numerator, denominator, printed
):
    expected = (numerator, denominator, printed, "final")

    assert figures[measure, period] == expected
