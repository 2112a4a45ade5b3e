"""Lineage of one query: which columns of its parents decide its columns and its rows."""

import pytest

from warehouse.lineage.branches import ROWS, of_relation
from warehouse.lineage.graph import Graph, read_model

COLUMNS = {
    "s.orders": ["id", "child", "ended", "kind_of_order"],
    "s.children": ["child", "born", "sex"],
    "s.counts": ["measure", "child", "number"],
    "s.bases": ["measure", "base"],
}
KEYS = {"s.children": [["child"]], "s.bases": [["measure"]]}
PARENTS = {
    name: of_relation(name, columns, KEYS.get(name, ()))
    for name, columns in COLUMNS.items()
}


def read(query):
    return read_model(query, dict(PARENTS), COLUMNS)


def made_from(query, column, told=None):
    """The columns behind one column, or behind the rows, of one slice."""
    found = set()
    for branch in read(query):
        if told is None or branch.slices is None or told in branch.slices:
            refs = branch.rows if column == ROWS else branch.columns.get(column, ())
            found |= {
                f"{relation.removeprefix('s.')}.{name}"
                for relation, name, _ in refs
                if name != ROWS
            }
    return found


@pytest.mark.parametrize(
    ("query", "column", "expected"),
    [
        ("select id, ended as day from s.orders", "day", {"orders.ended"}),
        ("select id from s.orders where ended > '2024'", ROWS, {"orders.ended"}),
        ("select * exclude (id) from s.orders", "id", set()),
        (
            "select child, max(ended) as last from s.orders group by all",
            ROWS,
            {"orders.child"},
        ),
        ("select count(*) as n from s.orders where ended = ''", "n", {"orders.ended"}),
        ("select count(*) as n from s.orders where ended = ''", ROWS, set()),
        (
            "select id from s.orders semi join s.children"
            " on orders.child = children.child",
            ROWS,
            {"orders.child", "children.child"},
        ),
        (
            "select id from s.orders qualify row_number() over"
            " (partition by child order by ended) = 1",
            ROWS,
            {"orders.child", "orders.ended"},
        ),
        (
            "select id from s.orders where exists"
            " (select 1 from s.children as c where c.child = orders.child and c.born = '')",
            ROWS,
            {"orders.child", "children.child", "children.born"},
        ),
        (
            "with a as (select id as x from s.orders union all by name"
            " select child as x, sex as y from s.children) select y from a",
            "y",
            {"children.sex"},
        ),
        (
            "with a as (select id from s.orders union select child from s.children)"
            " select id from a",
            ROWS,
            {"orders.id", "children.child"},
        ),
        (
            "select list_filter([id, ended], lambda x: x != child) as l from s.orders",
            "l",
            {"orders.id", "orders.ended", "orders.child"},
        ),
        (
            "with recursive w as (select child, id from s.orders union all"
            " select c.sex, w.id from w inner join s.children as c on w.child = c.born)"
            " select child from w",
            "child",
            {"orders.child", "children.sex"},
        ),
    ],
)
def test_a_column_is_followed_through(query, column, expected):
    assert made_from(query, column) == expected


LEFT = "select o.id, c.sex from s.orders as o left join s.{} as c on o.child = c.child"


def test_a_left_join_on_a_key_decides_only_the_columns_it_gives():
    query = LEFT.format("children")

    assert made_from(query, ROWS) == set()
    assert made_from(query, "sex") == {
        *("children.sex", "children.child", "orders.child")
    }


def test_a_left_join_on_no_key_decides_the_rows_too():
    query = (
        "select o.id from s.orders as o left join s.counts as c on o.child = c.child"
    )

    assert made_from(query, ROWS) == {"orders.child", "counts.child"}


TOLD_APART = """
with members as (
    select 'kpi1' as measure, id as unit from s.orders where ended = ''
    union all
    select 'kpi2' as measure, child as unit from s.children where sex = ''
)
select measure, unit from members where measure in ('kpi1', 'kpi2')
"""


@pytest.mark.parametrize(
    ("told", "unit", "rows"),
    [
        ("kpi1", {"orders.id"}, {"orders.ended"}),
        ("kpi2", {"children.child"}, {"children.sex"}),
        ("kpi3", set(), set()),
    ],
)
def test_measures_that_one_model_counts_are_told_apart(told, unit, rows):
    assert made_from(TOLD_APART, "unit", told) == unit
    assert made_from(TOLD_APART, ROWS, told) == rows


def test_a_measure_joined_on_its_name_looks_at_no_other_measure():
    query = (
        "select c.measure, c.number, b.base from s.counts as c"
        " left join s.bases as b on c.measure = b.measure"
    )
    (branch,) = read(query)

    assert {same for _, _, same in branch.everything} == {True}


def test_a_window_over_all_measures_looks_at_every_one():
    query = "select measure, max(number) over (partition by child) as top from s.counts"
    (branch,) = read(query)

    assert {same for _, _, same in branch.columns["top"]} == {False}
    assert {same for _, _, same in branch.columns["measure"]} == {True}


def test_the_fields_of_a_json_column_are_told_apart():
    query = "select to_json({'born': born, 'sexOf': sex}) as fields from s.children"

    assert made_from(query, "fields.born") == {"children.born"}
    assert made_from(query, "fields.sexOf") == {"children.sex"}


def test_a_model_that_cannot_be_read_is_made_from_everything_of_its_parents():
    columns = {
        **COLUMNS,
        "staging.orders": ["id"],
        "case_system.offences": ["offence_id", "_supplier"],
    }
    plan = [
        {
            "name": "model.youth_justice.orders",
            "relation": '"staging"."orders"',
            "sql": "select id from nowhere",
            "parents": ["source.youth_justice.case_system.offences"],
        }
    ]
    graph = Graph(plan, columns, {})

    assert graph.sources("staging.orders", ["id"]) == {"offences.offence_id"}
    assert graph.unread == ["staging.orders"]
