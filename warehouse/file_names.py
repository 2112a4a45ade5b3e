"""Call a landed file by the name under which it came, which people know it by.

Finding the name of a file by its content belongs here. What became of the file belongs
to ``receipts``.
"""

from warehouse.layout import Layout
from warehouse.state import connect


def name_files(layout: Layout, supplier: str | None = None) -> dict[str, str]:
    """Return the name of every landed file, or of one supplier's, by its sha256."""
    with connect(layout) as state:
        rows = state.execute(
            "select file_sha256, min(file_name) as file_name from files"
            " where status = 'landed' and (?1 is null or supplier = ?1)"
            " group by file_sha256",
            [supplier],
        ).fetchall()
    return {row["file_sha256"]: row["file_name"] for row in rows}
