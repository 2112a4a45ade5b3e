"""Find the heading of a table and hold it against the contract.

Delimiter, missing, extra and renamed columns are judged here. Rows below the
heading are not.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from sources._shared.contract import CsvFormat, Entity
from sources._shared.delivery import FileRefused

SEARCHED_ROWS = 20  # titles above a heading have been up to eight lines
OTHER_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars", ",": "commas"}
MARKUP = {"<": "a web page or XML", "{": "JSON", "[": "JSON"}


@dataclass(frozen=True)
class Heading:
    """Where the heading stands and how its columns map to the contract.

    ``order`` holds, for each column of the contract, its place in the file, null for an
    optional one that is not there; ``extra`` the columns that nobody promised.
    """

    line: int
    width: int
    order: tuple[int | None, ...]
    extra: tuple[str, ...]

    @cached_property
    def is_as_promised(self) -> bool:
        """Return whether the columns are the promised ones in the promised order."""
        return self.order == tuple(range(self.width))


def find_heading(lines: Iterator[str], form: CsvFormat, entity: Entity) -> Heading:
    """Read up to the heading; the lines below it stay unread.

    Raises:
        FileRefused: There is no heading, or it is not the promised one.
    """
    above: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        above.append((number, line))
        cells = split_line(line, form.delimiter)
        if form.title_rows == "none" or _share(cells, entity) >= 1 / 2:
            return _judge(number, line, form, entity)
        if number >= SEARCHED_ROWS:
            break
    if not above:
        raise FileRefused(
            "empty_file", "holds nothing", "ask the supplier to send it again"
        )
    return _judge(*_most_alike(above, entity), form, entity)


def split_line(line: str, delimiter: str) -> list[str]:
    """Return the cells of one line, without space around them."""
    cells = next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter), [])
    return [cell.strip() for cell in cells]


def _share(cells: Sequence[str], entity: Entity) -> float:
    return len(set(cells) & set(entity.promised_names)) / len(entity.promised_names)


def _most_alike(above: list[tuple[int, str]], entity: Entity) -> tuple[int, str]:
    """Return the line that has most of the promised names, whatever divides it."""

    def likeness(numbered: tuple[int, str]) -> float:
        split = (split_line(numbered[1], mark) for mark in OTHER_DELIMITERS)
        return max(_share(cells, entity) for cells in split)

    return max(above, key=likeness)


def _judge(number: int, line: str, form: CsvFormat, entity: Entity) -> Heading:
    names = split_line(line, form.delimiter)
    if _share(names, entity) == 0:
        _refuse_stranger(number, line, form, entity)
    doubled = sorted({name for name in names if names.count(name) > 1 and name})
    if doubled:
        what = f"the heading names {doubled[0]} twice"
        raise _refused("doubled_column", what, number, doubled[0])
    missing = [name for name in entity.promised_names if name not in names]
    extra = tuple(name for name in names if name not in entity.column_names)
    if missing:
        _refuse_missing(number, missing, extra)
    order = tuple(
        names.index(name) if name in names else None for name in entity.column_names
    )
    return Heading(number, len(names), order, extra)


def _refused(code: str, what: str, row: int, column: str | None = None) -> FileRefused:
    remedy = "ask the supplier for the promised columns, or change contract.yml"
    return FileRefused(code, what, remedy, column=column, row=row)


def _refuse_missing(row: int, missing: list[str], extra: tuple[str, ...]) -> None:
    """Name every missing column, and what it was probably renamed to."""
    folded = {name.casefold(): name for name in extra}
    likely = {}
    for name in missing:
        close = get_close_matches(name.casefold(), folded, n=1, cutoff=0.5)
        if close:
            likely[name] = folded[close[0]]
    words = [
        f"{name} (renamed to {likely[name]}?)" if name in likely else name
        for name in missing
    ]
    what = f"the heading lacks {', '.join(words)}"
    others = [name for name in extra if name not in likely.values()]
    # a line with few of the promised names may be a record: it is not quoted
    if others and len(others) <= len(missing):
        what += f"; it has besides {', '.join(map(repr, others))}"
    code = "renamed_column" if likely else "missing_column"
    raise _refused(code, what, row, missing[0])


def _refuse_stranger(row: int, line: str, form: CsvFormat, entity: Entity) -> None:
    """Say what the file is instead: another delimiter, markup, another table."""
    for mark, words in OTHER_DELIMITERS.items():
        is_other = mark != form.delimiter
        if is_other and _share(split_line(line, mark), entity) > 1 / 4:
            promised = OTHER_DELIMITERS.get(form.delimiter, repr(form.delimiter))
            what = f"is divided by {words} where the contract says {promised}"
            remedy = "ask the supplier for the promised form, or change contract.yml"
            raise FileRefused("wrong_delimiter", what, remedy, row=row)
    kind = MARKUP.get(line.lstrip()[:1])
    if kind:
        remedy = "ask the supplier for the CSV export"
        raise FileRefused("not_csv", f"is {kind}, not a table of text", remedy)
    what = (
        f"has no heading: none of the {len(entity.promised_names)} promised columns is"
        " there"
    )
    raise _refused("no_heading", what, row)
