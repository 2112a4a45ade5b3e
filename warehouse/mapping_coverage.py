"""How much of what the case systems send our codes know, as last published.

Reading the published mart belongs here. Counting it belongs to ``dbt_project/``,
showing it to ``yjdw status``.
"""

from dataclasses import dataclass

import duckdb

from warehouse.layout import Layout
from warehouse.querying import open_light
from warehouse.releases import current_name

COVERAGE_SQL = """
select
    supplier, code_list, rows_count, mapped_rows_count, mapped_percent,
    unmapped_texts_count, interim_rows_count, known_false_rows_count
from fct_mapping_coverage
order by supplier, code_list
"""


@dataclass(frozen=True)
class Coverage:
    """One code list of a case system: values sent, and those that have a code.

    ``percent_mapped`` is of the values sent; ``interim`` values stand in for a
    disposal without a code, ``known_false`` ones are sent where another is true.
    """

    supplier: str
    code_list: str
    rows: int
    rows_mapped: int
    percent_mapped: float
    texts_unmapped: int
    rows_interim: int
    rows_known_false: int


def read_coverage(layout: Layout) -> list[Coverage]:
    """Return the coverage of every code list; none where no release says it."""
    if current_name(layout) is None:
        return []
    try:
        with open_light(layout, "analyst") as connection:
            rows = connection.execute(COVERAGE_SQL).fetchall()
    # its file is gone, or was made before this was counted: the rest still has a status
    except (duckdb.IOException, duckdb.CatalogException):
        return []
    return [Coverage(*row) for row in rows]
