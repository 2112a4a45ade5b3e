"""How an explanation is written: as JSON of the interfaces, or as text and tables for people.

The form of an answer belongs here. Finding members and reasons belongs to
``warehouse/explaining.py``, printing to the command.
"""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any

from warehouse.wording import breakdown_words
from yjdw.figure_tables import note_of

if TYPE_CHECKING:
    from warehouse.deliveries import Delivery
    from warehouse.explaining import Explained
    from warehouse.figures import Asked
    from warehouse.members import Member, Record

    Deliveries = Mapping[tuple[str, str], Delivery]

WIDTH = 110
Table = tuple[list[str], list[list[object]]]


def answer(
    asked: "Asked", explained: "Explained", deliveries: "Deliveries"
) -> dict[str, Any]:
    """Return a figure and its members in the form of the interfaces."""
    return {
        "quarter": asked.quarter,
        "measure": explained.figure["measure"],
        "rules": asked.rules,
        "service": asked.service,
        "figure": explained.figure,
        "members": _members_json(explained, deliveries),
    }


def _members_json(
    explained: "Explained", deliveries: "Deliveries"
) -> list[dict[str, Any]]:
    return [
        {
            "unit_id": member.unit_id,
            "child_id": member.child_id,
            "unit_part": member.unit_part,
            "in_numerator": member.in_numerator,
            "in_denominator": member.in_denominator,
            "why": explained.why(member),
            "records": [
                _record_json(records, deliveries) for records in _by_row(member)
            ],
        }
        for member in explained.members
    ]


def _by_row(member: "Member") -> list[list["Record"]]:
    rows: dict[tuple[str, str, str, int], list[Record]] = {}
    for record in member.records:
        rows.setdefault(record.row, []).append(record)
    return list(rows.values())


def _record_json(
    records: Sequence["Record"], deliveries: "Deliveries"
) -> dict[str, Any]:
    first = records[0]
    delivery = deliveries.get((first.supplier, first.file_sha256))
    names = ("topic", "point", "fact", "verdict")
    return {
        "supplier": first.supplier,
        "entity": first.entity,
        "file_sha256": first.file_sha256,
        "row_number": first.row_number,
        "file_name": delivery.file_name if delivery else None,
        "extract_date": delivery.extract_date if delivery else None,
        "received_at": delivery.received_at if delivery else None,
        "facts": [
            {name: getattr(record, name) for name in names} for record in records
        ],
    }


def title(asked: "Asked", explained: "Explained") -> str:
    """Return the figure in words: what, of whom, when, and how it comes about."""
    figure, words = explained.figure, explained.words
    part = breakdown_words(figure["breakdown"])
    what = f"{figure['measure']} {part}".strip()
    made = f"{words.value(figure)} ({words.count(figure)})"
    time = words.time(asked.quarter, figure["breakdown"])
    note = f" ({note_of(figure)})" if note_of(figure) else ""
    return f"{what}: {words.name}\n{made}{note}\n{asked.service}, {time}, {asked.rules}"


def as_text(explained: "Explained", deliveries: "Deliveries") -> str:
    """Return a paragraph a member: who, whether it counts, why, the rows to look at.

    Plain lines: a table of hundreds of members takes seconds to lay out.
    """
    return "\n\n".join(
        "\n".join(_member_lines(explained, member, deliveries))
        for member in explained.members
    )


def _member_lines(
    explained: "Explained", member: "Member", deliveries: "Deliveries"
) -> Iterator[str]:
    part = f" ({member.unit_part})" if member.unit_part else ""
    child = f", child {member.child_id}" if member.child_id else ""
    counted = counted_words(member.in_numerator, member.in_denominator)
    yield f"{member.unit_id}{part}{child}: {counted}"
    for reason in explained.why(member):
        yield fill(reason, WIDTH, initial_indent="  ", subsequent_indent="    ")
    for rows in _by_row(member):
        yield f"  - {_record_words(rows[0], deliveries)}"


def counted_words(in_numerator: bool, in_denominator: bool) -> str:
    """Return where a member stands."""
    if in_numerator:
        return "counted" if in_denominator else "counted, outside the base"
    return "not counted, in the base" if in_denominator else "not counted"


def _record_words(record: "Record", deliveries: "Deliveries") -> str:
    delivery = deliveries.get((record.supplier, record.file_sha256))
    place = f"{record.supplier} {record.entity}, row {record.row_number} of "
    if delivery is None:
        return f"{place}file {record.file_sha256[:12]}"
    return f"{place}{delivery.file_name} (landed {delivery.received_at[:10]})"


def figures_table(figures: Sequence[Mapping[str, Any]]) -> Table:
    """Return a row for each figure that has a child in it."""
    columns = ["measure", "breakdown", "unit", "counted"]
    rows: list[list[object]] = [
        [
            figure["measure"],
            breakdown_words(figure["breakdown"]),
            figure["unit_id"],
            counted_words(figure["in_numerator"], figure["in_denominator"]),
        ]
        for figure in figures
    ]
    return columns, rows


def uncounted_table(uncounted: Sequence[Mapping[str, Any]]) -> Table:
    """Return a row for each programme of a child that does not count, with its reason."""
    columns = ["programme", "type", "start", "end", "why not", "rule", "what to mend"]
    names = ("programme_unit_id", "disposal_type_code", "start_date", "end_date")
    more = ("reason_name", "reason_clause", "what_to_mend")
    rows = [[item[name] for name in (*names, *more)] for item in uncounted]
    return columns, rows
