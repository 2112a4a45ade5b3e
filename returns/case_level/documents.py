"""Put the national case document of a quarter together from the published tables.

Which rows make which document belongs here. Whether it may go out belongs to ``gate``,
how it is written to ``files``.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import duckdb

from sources.case_document.items import CHILD, SentItem, put_together
from warehouse.refusal import WrongUse
from warehouse.rule_versions import first_day
from warehouse.wording import days_of

Document = dict[str, Any]

NOT_SIGNED_OFF = "1900-01-01"


@dataclass(frozen=True)
class CaseAsked:
    """Which return is meant; ``signed_off`` says so in its head."""

    quarter: str
    service: str
    signed_off: date | None = None


@dataclass(frozen=True)
class Composed:
    """A document, and the ids of children whose records could not be put together."""

    document: Document
    not_whole: tuple[str, ...]
    is_as_sent: bool


@dataclass(frozen=True)
class _Head:
    """What the release knows of a service's head."""

    deleted_ypids: list[str]
    document_fields: str | None
    return_fields: str | None
    quarter: str | None
    known_date: date


def ask_for_case(
    connection: duckdb.DuckDBPyConnection,
    quarter: str,
    service: str | None = None,
    signed_off: date | None = None,
) -> CaseAsked:
    """Return what is asked for, once it is sure that the release can hold it.

    Raises:
        WrongUse: The quarter is none, or the service is not in the release.
    """
    first_day(quarter)
    rows = connection.execute(
        "select service from national_headers order by service"
    ).fetchall()
    services = [str(row[0]) for row in rows]
    if service is None and len(services) == 1:
        service = services[0]
    if service is None or service not in services:
        held = ", ".join(services) or "none at all"
        raise WrongUse(f"name one service with --service; there are {held}")
    return CaseAsked(quarter, service, signed_off)


def compose_document(
    connection: duckdb.DuckDBPyConnection, asked: CaseAsked
) -> Composed:
    """Return the document of a quarter.

    A return that the case system sent of this very quarter, with nothing newer known,
    is that document as sent. Otherwise the children of the quarter stand in it with
    their newest records, under a head of its own.
    """
    head = _read_head(connection, asked)
    is_as_sent = head.quarter == asked.quarter and asked.signed_off is None
    children, not_whole = [], []
    for ypid, items in _read_children(connection, asked, newest_only=is_as_sent):
        try:
            found = put_together(items, CHILD)
        except KeyError:
            found = []
        children += [(items[0].number if is_as_sent else 0, child) for child in found]
        not_whole += [] if found else [ypid]
    if head.document_fields is None or head.return_fields is None:
        return Composed({"return_part": {}, "children": []}, (asked.service,), False)
    document = json.loads(head.document_fields)
    sent = json.loads(head.return_fields)
    document["return_part"] = sent if is_as_sent else _make_head(sent, head, asked)
    children.sort(key=lambda numbered: numbered[0])
    document["children"] = [child for _, child in children]
    return Composed(document, tuple(not_whole), is_as_sent)


def _read_head(connection: duckdb.DuckDBPyConnection, asked: CaseAsked) -> _Head:
    row = connection.execute(
        "select deleted_ypids, document_fields, return_fields, quarter, known_date"
        " from national_headers where service = ?",
        [asked.service],
    ).fetchone()
    assert row is not None  # ask_for_case found the service
    return _Head(*row)


def _make_head(sent: Document, head: _Head, asked: CaseAsked) -> Document:
    """Return the head of a return of our own making.

    Its id holds the last day of the period and the day of the records: the more is
    known, the higher it is, and the Board compares ids as numbers.
    """
    first, last = days_of(asked.quarter)
    signed_off = asked.signed_off.isoformat() if asked.signed_off else NOT_SIGNED_OFF
    return {
        **sent,
        "source_return_id": f"{last:%Y%m%d}{head.known_date:%Y%m%d}",
        "returnstartdate": first.isoformat(),
        "returnenddate": last.isoformat(),
        "signoff_date": signed_off,
        "deleted_yps": head.deleted_ypids,
    }


def _read_children(
    connection: duckdb.DuckDBPyConnection, asked: CaseAsked, *, newest_only: bool
) -> Iterator[tuple[str, list[SentItem]]]:
    """Yield each child of the quarter with its items, by id; ids compare as numbers."""
    rows = connection.execute(
        "select child.ypid, item.kind, item.item_number, item.parent_number,"
        " item.fields from national_children as child"
        " left join national_items as item"
        " on child.service = item.service and child.ypid = item.ypid"
        " where child.service = ? and child.quarter = ?"
        " and (child.is_in_newest_return or not ?)"
        " order by try_cast(child.ypid as bigint) nulls last, child.ypid,"
        " item.kind <> 'child', item.kind, item.item_number",
        [asked.service, asked.quarter, newest_only],
    ).fetchall()
    for ypid, group in groupby(rows, key=lambda row: str(row[0])):
        yield (
            ypid,
            [
                SentItem(kind, number, parent_number, ypid, json.loads(fields))
                for _, kind, number, parent_number, fields in group
                if kind is not None
            ],
        )
