"""Land deliveries: read each once, keep it for ever, say what became of it.

The order of the steps for one delivery, and which landed files a build reads, belong
here. Each step has its own module.
"""

import sqlite3
from collections.abc import Callable, Collection, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from sources._shared.delivery import Delivery
from sources.registry import CONTRACTS
from warehouse.configuration import Configuration
from warehouse.database_extracts import extract_databases
from warehouse.intake import find_deliveries
from warehouse.landing_one import Landing
from warehouse.layout import Layout
from warehouse.machine_faults import outcome_of_bug, outcome_of_fault
from warehouse.outcomes import FileOutcome, LandedFile, Problem
from warehouse.parquet_files import sweep
from warehouse.receipts import list_receipts
from warehouse.state import connect
from warehouse.stillness import find_moving

__all__ = ["FileOutcome", "LandedFile", "Problem", "current_files", "land"]


def land(
    layout: Layout,
    *,
    suppliers: Sequence[str] | None = None,
    entities: Collection[str] | None = None,
    paths: Sequence[Path] = (),
    accept_shrink: bool = False,
    configuration: Configuration | None = None,
    report: Callable[[str], None] | None = None,
) -> list[FileOutcome]:
    """Land what lies in the drop folders, or at the paths given.

    What cannot be used never raises: it is refused with its reason, and the rest goes
    on. Landed deliveries move to ``drop/.done``; refused ones stay where they lie.

    Args:
        layout: The home; the caller sees to it that nobody else writes to it.
        suppliers: Only these; all when null.
        entities: Only files named as these entities are, of those suppliers; all
            when null.
        paths: Files or folders instead of the drop folders; they are not moved.
        accept_shrink: Somebody said that a shrunken or empty extract is right.
        configuration: Limits, and addresses of reporting databases.
        report: Told which supplier is at work.

    Raises:
        WrongUse: A supplier or a path is not known.
    """
    settings = configuration or Configuration()
    layout.prepare()
    for folder in ("landing", "quarantine"):
        sweep(layout.root / folder)
    # one connection stays open: the last one to close makes SQLite tidy up its log,
    # which costs more than the receipt of a small file
    with connect(layout):
        is_part = paths or entities is not None
        outcomes = [] if is_part else extract_databases(layout, settings, suppliers)
        deliveries = [
            delivery
            for delivery in find_deliveries(layout, suppliers, paths)
            if entities is None or _entity_named(delivery) in entities
        ]
        return outcomes + _land_all(layout, settings, deliveries, accept_shrink, report)


def _entity_named(delivery: Delivery) -> str | None:
    """Return the entity that a delivery's name promises, where it is one file of one."""
    contract = CONTRACTS[delivery.supplier]
    entity = contract.entity_of_file(delivery.plain_name)
    return entity.name if entity else None


def _land_all(
    layout: Layout,
    settings: Configuration,
    deliveries: Sequence[Delivery],
    accept_shrink: bool,
    report: Callable[[str], None] | None,
) -> list[FileOutcome]:
    outcomes = []
    moving = find_moving([file for item in deliveries for file in item.files()])
    for supplier, group in groupby(deliveries, key=lambda item: item.supplier):
        theirs = list(group)
        if report:
            report(f"landing {supplier}: {len(theirs)} deliveries")
        landing = Landing(layout, CONTRACTS[supplier], settings, accept_shrink)
        outcomes += [_land_delivery(landing, item, moving) for item in theirs]
    return outcomes


def _land_delivery(
    landing: Landing, delivery: Delivery, moving: set[Path]
) -> FileOutcome:
    if moving.intersection(delivery.files()):
        return landing.wait(delivery)
    try:
        return landing.land(delivery)
    except (OSError, sqlite3.OperationalError) as fault:
        return outcome_of_fault(delivery, fault)
    except Exception as fault:  # one strange file must not stop all the others
        return outcome_of_bug(delivery, fault)


def current_files(
    layout: Layout, supplier: str, entity: str, as_known_at: date | None = None
) -> list[LandedFile]:
    """Return the landed files that a build reads, oldest extract first.

    Of a full extract the newest alone, of a snapshot the newest of each day, of a
    delta all of them. Rule: docs/decisions/0003, the extract date is the day we knew.

    Args:
        layout: The home.
        supplier: Whose files.
        entity: Which of the supplier's entities.
        as_known_at: Only extracts up to that day; a supplier whose records say
            themselves when they became known is not cut here.
    """
    contract = CONTRACTS[supplier]
    receipts = list_receipts(layout, supplier, entity)
    if as_known_at and contract.known_by == "extract":
        receipts = [item for item in receipts if item.extract_date <= as_known_at]
    mode = contract.entity(entity).mode
    if mode == "full":
        receipts = receipts[-1:]
    if mode == "snapshot":
        receipts = list({item.extract_date: item for item in receipts}.values())
    return [
        LandedFile(
            supplier,
            entity,
            item.file_sha256,
            item.extract_date,
            item.landed_at,
            item.rows_landed,
            layout.landing(supplier, entity, item.file_sha256),
        )
        for item in receipts
    ]
