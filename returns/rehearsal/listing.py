"""Read what was found as lists: totals, entities, values, measures, causes, figures.

Adding up belongs here. What single differences may show of a record belongs to
``differences``, the form of the answer to ``report``.
"""

from typing import Any

import duckdb

from returns.rehearsal.queries import query
from returns.rehearsal.spec import compared_records
from warehouse.seeds import read_seed

Entry = dict[str, Any]
VERDICTS = ("same", "explained", "signed_off", "unexplained")


def read_entries(
    connection: duckdb.DuckDBPyConnection, statement: str, parameters: object = None
) -> list[Entry]:
    """Return the rows of a query as entries by column name, days as ISO text."""
    cursor = connection.execute(statement, parameters)
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def read_totals(connection: duckdb.DuckDBPyConnection) -> Entry:
    """Return how many differences and figures bear each verdict, and how many are open."""
    differences = dict(
        connection.execute(
            "select verdict, count(*) from rehearsal.judged group by all"
        ).fetchall()
    )
    figures = dict(
        connection.execute(
            "select verdict, count(*) from rehearsal.judged_figures group by all"
        ).fetchall()
    )
    return {
        "differences": {name: differences.get(name, 0) for name in VERDICTS[1:]},
        "figures": {name: figures.get(name, 0) for name in VERDICTS},
        "open": differences.get("unexplained", 0) + figures.get("unexplained", 0),
    }


def read_children(connection: duckdb.DuckDBPyConnection) -> Entry:
    """Return how many children both systems have, and how many stand otherwise."""
    (entry,) = read_entries(
        connection,
        "select count(*) as children,"
        " count(*) filter (where old_persons > 0 and new_persons > 0) as in_both,"
        " count(*) filter (where new_persons = 0) as only_old,"
        " count(*) filter (where old_persons = 0) as only_new,"
        " count(*) filter (where old_persons > new_persons and new_persons > 0)"
        " as merged,"
        " count(*) filter (where new_persons > old_persons and old_persons > 0)"
        " as split from rehearsal.children",
    )
    return entry


def read_entities(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """Return of each entity how many records either system has, and their verdicts.

    A record of a child whom one system alone has bears the verdict of the child, a pair
    the worst verdict of its values.
    """
    entries = []
    for name in compared_records():
        sides = connection.execute(
            f'select (select count(*) from old."{name}"),'  # noqa: S608 - our names
            f' (select count(*) from new."{name}")'
        ).fetchone()
        assert sides is not None
        statement = query("records").replace("<entity>", name)
        counted = dict(connection.execute(statement).fetchall())
        numbers = {verdict: counted.get(verdict, 0) for verdict in VERDICTS}
        entries.append({"entity": name, "old": sides[0], "new": sides[1], **numbers})
    return entries


def read_values(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """Return of each compared value how often it differs, by verdict."""
    return read_entries(connection, query("values"))


def read_measures(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """Return of each measure how many of its figures bear each verdict."""
    names = {row["measure"]: row["name"] for row in read_seed("rules/measures")}
    counts = ", ".join(
        f"count(*) filter (where verdict = '{name}') as {name}" for name in VERDICTS
    )
    entries = read_entries(
        connection,
        f"select measure, count(*) as figures, {counts}"  # noqa: S608 - our names
        " from rehearsal.judged_figures group by measure",
    )
    order = {name: place for place, name in enumerate(names)}
    entries.sort(key=lambda entry: order[entry["measure"]])
    return [{**entry, "name": names[entry["measure"]]} for entry in entries]


def read_causes(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """Return why systems differ: unexplained kinds first, then rules, most first."""
    return read_entries(connection, query("causes"))
