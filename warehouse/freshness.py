"""How old what we hold of each supplier is, and whether that is too old.

Ages and limits belong here. What a stale supplier blocks is decided by the return's
gate.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sources._shared.contract import Contract
from sources.registry import CONTRACTS
from warehouse.case_systems import system_on
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.receipts import EntitySummary, summarise
from warehouse.state import connect


@dataclass(frozen=True)
class Freshness:
    """How old one supplier's usable data is. Grain: one per supplier.

    ``last_extract_date`` is null when nothing ever landed, which is stale too;
    ``entity`` is the one that is oldest; ages and limits are in days;
    ``is_required`` says that the return cannot do without this supplier.
    """

    supplier: str
    last_extract_date: date | None
    entity: str | None
    age_days: int | None
    limit_days: int
    is_stale: bool
    is_required: bool


def read_freshness(
    layout: Layout, configuration: Configuration, today: date | None = None
) -> list[Freshness]:
    """Return the freshness of every supplier, in the order of the registry.

    Of a past day it is judged as on that day, by what was known then: a figure that is
    reproduced is as fresh as it was.
    """
    day = today or date.today()
    summaries = summarise(layout, today)
    system = system_on(configuration, newest_extracts(summaries), day)
    return [
        _measure(contract, summaries, configuration, day, system)
        for contract in CONTRACTS.values()
    ]


def newest_extracts(summaries: Sequence[EntitySummary]) -> dict[str, date]:
    """Return the day of the newest extract of every supplier that has one."""
    by_age = sorted(summaries, key=lambda item: item.last_extract_date)
    return {
        item.supplier: date.fromisoformat(item.last_extract_date) for item in by_age
    }


def first_extract(layout: Layout, supplier: str) -> str | None:
    """Return the day of the oldest extract of a supplier that landed, ISO."""
    with connect(layout) as state:
        row = state.execute(
            "select min(extract_date) as day from receipts where supplier = ?",
            [supplier],
        ).fetchone()
    day: str | None = row["day"]
    return day


def _measure(
    contract: Contract,
    summaries: Sequence[EntitySummary],
    configuration: Configuration,
    today: date,
    system: str,
) -> Freshness:
    name = contract.supplier
    limit = configuration.freshness_days.get(name, contract.freshness_days)
    served = _served_extract(contract, [s for s in summaries if s.supplier == name])
    day = date.fromisoformat(served.last_extract_date) if served else None
    age = (today - day).days if day else None
    is_needed = contract.kind != "case_system" or name == system
    return Freshness(
        supplier=name,
        last_extract_date=day,
        entity=served.entity if served else None,
        age_days=age,
        limit_days=limit,
        is_stale=age is None or age > limit,
        is_required=contract.required_for_return and is_needed,
    )


def _served_extract(
    contract: Contract, summaries: Sequence[EntitySummary]
) -> EntitySummary | None:
    """Return the entity whose age is the supplier's.

    Every table of a full extract comes each time, so the oldest one tells that its
    newest delivery could not be used. Of deltas and snapshots the newest one counts.
    """
    if not summaries:
        return None

    def extract_date(summary: EntitySummary) -> str:
        return summary.last_extract_date

    full = [s for s in summaries if contract.entity(s.entity).mode == "full"]
    if full:
        return min(full, key=extract_date)
    return max(summaries, key=extract_date)
