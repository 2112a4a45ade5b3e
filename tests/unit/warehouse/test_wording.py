"""Every figure is said with its unit and its period, and every clause is found."""

from decimal import Decimal

import pytest

from warehouse.clauses import clauses_in
from warehouse.models import PROJECT
from warehouse.seeds import read_seed
from warehouse.wording import Words, days_of, seed_words

MEASURES = read_seed("rules/measures")
SECTIONS = {row["clause"] for row in read_seed("rules/clauses")}


def figure(numerator, denominator, value, **breakdown):
    return {
        "numerator": numerator,
        "denominator": denominator,
        "value": value,
        "breakdown": breakdown,
    }


@pytest.mark.parametrize(
    ("measure", "shown", "value", "count"),
    [
        ("kpi1", figure(118, 145, "81.4"), "81.4 %", "118 children of 145"),
        (
            "fte",
            figure(90, 40909, "220"),
            "220 per 100,000 children aged 10 to 17",
            "90 children, population 40,909",
        ),
        (
            "reoffending_frequency",
            figure(119, 18, "6.61"),
            "6.61 reoffences per child who reoffended",
            "119 reoffences of 18",
        ),
        ("kpi8", figure(5, None, "5"), "5 sector attendances", "5 sector attendances"),
        (
            "kpi3",
            figure(0, 0, None),
            "no value: nobody is in the base",
            "0 children of 0",
        ),
    ],
)
def test_a_figure_is_said_with_its_unit(measure, shown, value, count):
    words = seed_words()[measure]

    assert (words.value(shown), words.count(shown)) == (value, count)


@pytest.mark.parametrize(
    ("measure", "breakdown", "period"),
    [
        ("kpi1", {}, "January to March 2025"),
        ("fte", {}, "12 months to 31 March 2025"),
        (
            "reoffending_binary",
            {"period": "quarter"},
            "cohort of January to March 2025",
        ),
        (
            "reoffending_binary",
            {"period": "12m"},
            "cohorts of the 12 months to 31 March 2025",
        ),
    ],
)
def test_a_figure_is_said_with_its_period(measure, breakdown, period):
    assert seed_words()[measure].time("2024Q4", breakdown) == period


@pytest.mark.parametrize(
    ("quarter", "first", "last"),
    [
        ("2023Q1", "2023-04-01", "2023-06-30"),
        ("2023Q3", "2023-10-01", "2023-12-31"),
        ("2023Q4", "2024-01-01", "2024-03-31"),
    ],
)
def test_a_quarter_is_named_after_the_start_of_its_financial_year(quarter, first, last):
    assert [day.isoformat() for day in days_of(quarter)] == [first, last]


@pytest.mark.parametrize("row", MEASURES, ids=lambda row: row["measure"])
def test_every_measure_has_texts_and_a_unit_that_fits_its_scale(row):
    texts = {text["measure"]: text for text in read_seed("rules/measure_texts")}
    said = texts.get(row["measure"])
    assert said, "add its row to seeds/rules/measure_texts.csv"

    assert all(said[name] for name in said if name != "traps")
    scale = Decimal(row["scale"])
    units = {
        "population": f"per {scale:,} children aged 10 to 17",
        "none": said["count_unit"],
    }
    percent = "%" if scale == 100 else said["value_unit"]
    assert said["value_unit"] == units.get(row["denominator_kind"], percent)
    assert isinstance(seed_words()[row["measure"]], Words)


def test_no_text_is_left_of_a_measure_that_is_no_more():
    names = [row["measure"] for row in read_seed("rules/measure_texts")]

    assert names == [row["measure"] for row in MEASURES]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("KPI 1", ["KPI 1"]),
        ("1 item 6 [C:2]", ["1", "C:2"]),
        ("KPI 4 and 5", ["KPI 4", "KPI 5"]),
        ("KPI 4 to 7", ["KPI 4", "KPI 5", "KPI 6", "KPI 7"]),
        ("KPI 6 and 12", ["KPI 6", "12"]),
        ("KPI 1 and 1.1", ["KPI 1", "1.1"]),
        ("1 and KPI 9", ["1", "KPI 9"]),
        ("2 (KPI 9) [C:12]", ["KPI 9", "C:12"]),
        ("2 (KPI 10) and 4", ["KPI 10", "4"]),
        ("1;1.2", ["1", "1.2"]),
        ("", []),
    ],
)
def test_a_clause_is_read_as_people_write_it(text, clauses):
    assert clauses_in(text) == clauses


@pytest.mark.parametrize(
    "seed", sorted(path.stem for path in PROJECT.glob("seeds/rules/*.csv")), ids=str
)
def test_every_clause_that_a_reference_row_names_is_a_section_of_the_rules(seed):
    named = {
        clause
        for row in read_seed(f"rules/{seed}")
        for column in ("clause", "clauses")
        if seed != "clauses"
        for clause in clauses_in(row.get(column) or "")
    }

    assert named <= SECTIONS
