"""What is left of a plan while the service has one case system."""

import duckdb
import pytest

from warehouse.calculating import make_relations
from warehouse.plan import without_switch


def entry(name, *parents, only_after_switch=False):
    return {
        "name": name,
        "parents": list(parents),
        "kind": "table",
        "relation": f'"s"."{name}"',
        "sql": "select 1 as one",
        "only_after_switch": only_after_switch,
        "types": {"one": "integer", "day": "date"},
    }


PLAN = [
    entry("records", only_after_switch=True),
    entry("standing", "records", only_after_switch=True),
    entry("figures", "standing"),
]


@pytest.mark.parametrize(
    ("targets", "made"),
    [((), ["standing", "figures"]), (("records",), ["records", "standing", "figures"])],
)
def test_only_what_others_read_or_somebody_wants_is_made(targets, made):
    assert [item["name"] for item in without_switch(PLAN, targets)] == made


def test_what_only_a_switch_fills_has_its_columns_and_no_row():
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as warehouse; use warehouse")
        make_relations(connection, without_switch(PLAN))

        assert connection.sql("from s.standing").types == ["INTEGER", "DATE"]
        assert connection.execute("select count(*) from s.standing").fetchall() == [
            (0,)
        ]
        assert connection.execute("select count(*) from s.figures").fetchall() == [(1,)]
