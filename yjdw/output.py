"""What the program prints: one JSON document, or tables for people.

The only place that writes on standard output; progress and messages go to
standard error. What the figures mean does not belong here.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from warehouse.refusal import DataRefused, Reason, WrongUse

if TYPE_CHECKING:
    from rich.console import Console

__all__ = [
    "DataRefused",
    "Reason",
    "WrongUse",
    "error_console",
    "steps",
    "write_json",
    "write_line",
    "write_table",
]

PIPE_WIDTH = 200  # a pipe has no width; rich would fold every table at 80


def write_json(document: object) -> None:
    """Write the one JSON document of a command on standard output."""
    json.dump(document, sys.stdout, indent=2, ensure_ascii=False, default=str)
    sys.stdout.write("\n")


def write_line(text: str) -> None:
    """Write one plain line for a person on standard output."""
    sys.stdout.write(f"{text}\n")


def write_table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write rows as a table for a person; null shows as a dash."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("-" if cell is None else _plain(cell) for cell in row))
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    Console(file=sys.stdout, width=width).print(table)


def _plain(cell: object) -> str:
    from rich.markup import escape

    return escape(str(cell))


def error_console() -> "Console":
    """Return the console for progress and messages, on standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)


@contextmanager
def steps(console: "Console") -> Iterator[Callable[[str], None]]:
    """Yield a ``report(text)`` that shows the step at work.

    A terminal sees one line with a spinner; a log file sees one line per step.
    """
    if not console.is_terminal:
        yield lambda text: console.print(text, markup=False)
        return
    with console.status("starting ...") as status:

        def report(text: str) -> None:
            console.print(text, markup=False)
            status.update(text)

        yield report
