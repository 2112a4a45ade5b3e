"""The queries of a rehearsal, each a file of its own in ``sql/``.

Reading the files belongs here. Statements that are put together column by column
belong to the modules that need them.
"""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "sql"


@cache
def query(name: str) -> str:
    """Return the text of one query."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
