"""Find the delivered file behind a source row: its name, and when it came.

Looking deliveries up for whoever has to mend a record belongs here. Writing receipts
belongs to ``receipts``.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from warehouse.layout import Layout
from warehouse.state import connect

FIND = """
select file_sha256, supplier, file_name, extract_date, received_at
from files
where status = 'landed' and file_sha256 in (select value from json_each(?))
order by received_at desc
"""


@dataclass(frozen=True)
class Delivery:
    """A delivered file that landed. ``extract_date`` and ``received_at`` are ISO."""

    file_name: str
    extract_date: str | None
    received_at: str


def find_deliveries(
    layout: Layout, file_sha256s: Iterable[str]
) -> dict[tuple[str, str], Delivery]:
    """Return the deliveries by supplier and sha256 of the file.

    Of a file delivered under two names the first name counts: its rows were landed then.
    """
    with connect(layout) as state:
        rows = state.execute(FIND, [json.dumps(sorted(set(file_sha256s)))]).fetchall()
    return {
        (row["supplier"], row["file_sha256"]): Delivery(
            row["file_name"], row["extract_date"], row["received_at"]
        )
        for row in rows
    }
