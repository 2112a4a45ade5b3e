"""The rounding macros, rendered as dbt renders them and run as DuckDB runs them.

Each way of rounding the exact fraction belongs here. Which figure has how many decimal
places is reference data and is asked by the golden cases.
"""

import csv
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

ROOT = Path(__file__).parents[3]
MACROS = ROOT / "dbt_project" / "macros"
GOLDEN = ROOT / "tests" / "golden" / "arithmetic.csv"
VECTORS = list(csv.DictReader(GOLDEN.read_text(encoding="utf-8").splitlines()))
DATABASE = duckdb.connect()


def rendered(macro: str, *arguments: str) -> str:
    """Return the SQL that one of the macros stands for."""
    template = Environment(autoescape=False).from_string(
        (MACROS / f"{macro}.sql").read_text(encoding="utf-8")
    )
    return str(getattr(template.module, macro)(*arguments))


UNITS = rendered("rounded", "numerator", "denominator", "scale", "places", "$mode")
TEXT = rendered("decimal_text", "units", "places")
QUERY = f"""
    select {TEXT} from (
        select *, case when denominator > 0 then {UNITS} end as units from (
            select
                $numerator::bigint as numerator, $denominator::bigint as denominator,
                $scale::integer as scale, $places::integer as places
        )
    )
"""


def text_of(
    numerator: int, denominator: int, scale: int, places: int, mode: str = "half_up"
) -> str | None:
    values = {"numerator": numerator, "denominator": denominator}
    values |= {"scale": scale, "places": places, "mode": mode}
    row = DATABASE.execute(QUERY, values).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_a_golden_figure_is_rounded_as_stated(vector):
    parts = ("numerator", "denominator", "scale", "places")

    assert text_of(*(int(vector[part]) for part in parts)) == (vector["value"] or None)


@settings(max_examples=300, deadline=None)
@given(
    numerator=st.integers(0, 10**9),
    denominator=st.integers(1, 10**7),
    scale=st.sampled_from([1, 100, 1_000, 10_000, 100_000]),
    places=st.integers(0, 3),
)
def test_a_figure_is_the_exact_fraction_rounded_half_up(
    numerator, denominator, scale, places
):
    exact = Fraction(numerator * scale, denominator)
    units = (exact * 10**places + Fraction(1, 2)).__floor__()

    assert text_of(numerator, denominator, scale, places) == (
        f"{Decimal(units).scaleb(-places):.{places}f}"
    )


@settings(max_examples=300, deadline=None)
@given(
    thousandths=st.integers(0, 10**6),
    places=st.integers(0, 2),
    rounding=st.sampled_from(
        [
            ("half_up", ROUND_HALF_UP),
            ("half_even", ROUND_HALF_EVEN),
            ("down", ROUND_DOWN),
        ]
    ),
)
def test_a_tie_is_rounded_as_the_mode_says(thousandths, places, rounding):
    mode, way = rounding
    tie = Decimal(thousandths) / 10**places + Decimal(5).scaleb(-places - 1)
    rounded = tie.quantize(Decimal(1).scaleb(-places), way)

    numerator = int(tie.scaleb(places + 1))
    assert text_of(numerator, 10 ** (places + 1), 1, places, mode) == f"{rounded:f}"
