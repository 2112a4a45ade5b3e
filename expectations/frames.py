"""The frames over figures and members that several suites ask for.

Queries that lay the published tables out for a check belong here. What is expected
of them belongs to the suites; counting belongs to dbt.
"""

from pathlib import Path

FOLDER = Path(__file__).with_name("frames")


def frame(name: str) -> str:
    """Return the query of one frame, without its closing line end."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8").strip()
