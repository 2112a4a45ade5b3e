"""How a difference is answered: as JSON, as tables, and as files where asked.

Choosing what a person reads first belongs here; the whole is in the page and the
workbook of ``returns/differences``.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yjdw.output import write_json, write_line, write_table
from yjdw.program import Program

Difference = dict[str, Any]
Table = tuple[str, list[str], list[list[Any]]]
BRIDGE = ["figure", "part", "before", "entered", "left", "other", "now", "why other"]
SETTING = ["setting", "before", "now"]
SHOWN = 50  # rows of a table on a screen; --json and the workbook have them all


def show_difference(
    program: Program, asked: dict[str, Any], found: Difference, out: Path | None
) -> None:
    """Answer with a difference, and write its page and workbook if a folder is given."""
    from returns.differences.files import write_files
    from returns.differences.words import sentence

    files = [str(path) for path in write_files(out, found)] if out else []
    if program.json:
        write_json({**asked, **found, "files": files})
        return
    for warning in found["warnings"]:
        program.console.print(f"warning: {warning}", markup=False)
    write_line(f"{found['before']['name']} and {found['now']['name']}")
    write_line(sentence(found))
    for title, columns, rows in tables_of(found):
        write_table(title, columns, rows[:SHOWN])
        if len(rows) > SHOWN:
            write_line(f"and {len(rows) - SHOWN} more: --json or --out gives them all")
    for path in files:
        write_line(path)


def tables_of(found: Difference) -> Iterator[Table]:
    """Yield the tables of a difference that have a row."""
    tables = [*_of_figures(found), *_of_documents(found)]
    cells = ["table", "row", "column", "unit", "before", "now"]
    tables.append(("cells that differ", cells, _rows(found.get("cells", []), cells)))
    yield from (table for table in tables if table[2])


def _of_figures(found: Difference) -> list[Table]:
    from returns.differences.words import bridge_rows, moves_of_children

    if "figures" not in found:
        return []
    movers = [
        [
            moved["who"],
            ", ".join(moved["units"]),
            "; ".join(
                f"{how}: {', '.join(dict.fromkeys(row['measure'] for row in rows))}"
                for how, rows in moved["moves"].items()
            ),
        ]
        for moved in moves_of_children(found)
    ]
    names = ["side", "unit_id", "topic", "point", "fact", "supplier", "entity"]
    names += ["file_name", "row_number"]
    return [
        ("settings", SETTING, _rows(found["settings"], SETTING)),
        ("figures that moved", BRIDGE, bridge_rows(found["figures"])),
        ("who moved them", ["child or unit", "units", "how"], movers),
        ("records that say something else", names, _rows(found["records"], names)),
    ]


def _of_documents(found: Difference) -> list[Table]:
    from returns.differences.words import field_words, item_words

    if "items" not in found:
        return []
    items = [
        [
            item["ypid"],
            item_words(item),
            item["what"],
            "; ".join(field_words(field) for field in item["fields"]),
        ]
        for item in found["items"]
    ]
    head = [[field["field"], field["before"], field["now"]] for field in found["head"]]
    children = _rows(found["children"], ["ypid", "what"])
    return [
        ("head of the return", ["field", "before", "now"], head),
        ("children added or left", ["child", "what"], children),
        ("items that differ", ["child", "item", "what", "fields"], items),
    ]


def _rows(entries: list[dict[str, Any]], names: list[str]) -> list[list[Any]]:
    return [[entry[name] for name in names] for entry in entries]
